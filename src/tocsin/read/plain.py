"""A plain text is its own document, kept exactly: line ends, byte order mark and odd spaces are part of it."""

from tocsin.model.text import Document
from tocsin.read.document import Given, Told, build


def read_plain(text: str, path: str | None, given: Given) -> Document:
    """Return the document of a text; raise `ReadError` where it is empty."""
    return build(text, path, Told(), given)
