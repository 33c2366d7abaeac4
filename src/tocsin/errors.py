"""Every error that Tocsin raises on purpose, each with the input it concerns and the reason."""


class TocsinError(Exception):
    """Base of all; `str()` is one line that names the input and the cause."""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject = subject
        self.reason = reason

    def __str__(self) -> str:
        return " ".join(f"{self.subject}: {self.reason}".split())


class ReadError(TocsinError):
    """A document could not be read."""


class KnowledgeError(TocsinError):
    """The shipped or overlaid knowledge is missing or malformed."""


class ReaderError(TocsinError):
    """A language model gave no usable answer on a document; it may do so on others."""


class EntryError(TocsinError):
    """What a person enters cannot be read as the field that it is to be."""


class StoreError(TocsinError):
    """A store could not be opened, or refused a change."""


class RefusedError(StoreError):
    """A store does not take this report, and is as it was; it may take others."""


class BenchError(TocsinError):
    """A benchmark's data, gold or floors are malformed."""
