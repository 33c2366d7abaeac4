"""A document as it was read, and spans into its text."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Basis = Literal["meta", "url", "text", "option", "input"]
# What a document is: what an outlet published, or what an analyst entered.
SourceKind = Literal["article", "call", "liaison", "near_miss", "observation", "correction"]


class Span(NamedTuple):
    """Half-open range of Unicode code points in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet that published a document."""

    name: str | None = None
    domain: str | None = None

    @property
    def key(self) -> str:
        """What tells outlets apart; nothing where the outlet is not known."""
        return (self.domain or "").casefold().removeprefix("www.") or " ".join((self.name or "").casefold().split())


@dataclass(frozen=True, slots=True)
class Document:
    """One report: `text` is what every span points into; `id` is the input's own, else the start of `sha256`.

    `translation_of` is the id of the document that it is somebody's translation of.
    """

    id: str
    path: str | None
    url: str | None
    title: str | None
    published: date | None
    published_basis: Basis | None
    source: Source
    language: str | None
    sha256: str
    text: str
    sample: bool = field(default=False, kw_only=True)
    translation_of: str | None = field(default=None, kw_only=True)
    source_kind: SourceKind = field(default="article", kw_only=True)
