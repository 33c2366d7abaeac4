"""A document is its text; all else about it is told by the caller or the input, or worked out from the text."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from tocsin.errors import ReadError
from tocsin.knowledge.samples import sample_digests
from tocsin.model.text import Document, Source
from tocsin.read.language import identify
from tocsin.read.outlet import named
from tocsin.read.published import Dates, settle

LONGEST_TITLE = 160
ID_DIGITS = 16
UNTOLD = Source()
FIRST_LINE = re.compile(r"[\ufeff\s]*([^\r\n]+)(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*\S")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of every document of an input; it goes before what the input says of itself."""

    published: date | None = None
    source: str | None = None
    translation_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an input says of one document beside its text; `dates` are where to look for its day, best first."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    source: Source = UNTOLD
    dates: Dates = ()
    sample: bool = False
    translation_of: str | None = None


def build(text: str, path: str | None, told: Told, given: Given) -> Document:
    """Return the document of a text; raise `ReadError` where the text is empty."""
    if not text.strip("\ufeff \t\r\n\v\f"):
        raise ReadError(path or "text", "has no text in it")
    digest = sha256(text.encode()).hexdigest()
    published = settle(given.published, told.dates, text)
    return Document(
        id=told.id or digest[:ID_DIGITS],
        path=path,
        url=told.url,
        title=told.title or first_line(text),
        published=published.day,
        published_basis=published.basis,
        source=named(Source(given.source or told.source.name, told.source.domain)),
        language=identify(text),
        sha256=digest,
        text=text,
        sample=told.sample or digest in sample_digests(),
        translation_of=given.translation_of or told.translation_of,
    )


def first_line(text: str) -> str | None:
    """Return the first line where it stands as a title does: short, no sentence, a blank line and more below it."""
    found = FIRST_LINE.match(text)
    line = found[1].strip() if found else ""
    return line if line and len(line) <= LONGEST_TITLE and line[-1] not in ".,;:" else None


def domain_of(url: str | None) -> str | None:
    """Return the host that an address names, without a leading `www.`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
