"""A web page holds one article: its title, a blank line and its paragraphs become the text, the rest is metadata.

The page is taken as given. Nothing it refers to is fetched, and no external entity is resolved.
"""

import re

from tocsin.errors import ReadError
from tocsin.model.text import Document, Source
from tocsin.read.document import Given, Told, build, domain_of
from tocsin.read.outlet import zone_of
from tocsin.read.published import from_byline, from_metadata, from_url

LOOKS = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml\b[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
SENTENCE = 60
ENDS = re.compile(r"[.!?…。！？؟۔।][\"'”’»)]*$")


def looks_like_html(text: str) -> bool:
    """Tell whether a text opens as a web page does."""
    return LOOKS.match(text.lstrip("\ufeff")) is not None


def read_html(text: str, path: str | None, given: Given) -> Document:
    """Return the article of a page already decoded; raise `ReadError` where it holds none."""
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document as Page

    tree = load_html(text)
    page = bare_extraction(text, include_comments=False, with_metadata=True)
    body = _paragraphs(page.text) if isinstance(page, Page) else []
    if tree is None or not isinstance(page, Page) or not body:
        raise ReadError(path or "page", "is an HTML page without an article")
    title = _title(page.title, page.sitename)
    if title and body[0].casefold() == title.casefold():
        del body[0]
    source = Source(page.sitename, domain_of(page.url))
    zone = zone_of(Source(given.source or source.name, source.domain))
    told = Told(
        title=title or None,
        url=page.url,
        source=source,
        dates=(
            ("meta", lambda: from_metadata(tree, zone)),
            ("url", lambda: from_url(page.url)),
            ("text", lambda: from_byline(tree)),
        ),
    )
    return build("\n\n".join([title, *body] if title else body), path, told, given)


def _paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs, or none where no line is a sentence: menus and notices are no article."""
    lines = [" ".join(line.split()) for line in (text or "").splitlines() if line.strip()]
    return lines if any(len(line) >= SENTENCE or ENDS.search(line) for line in lines) else []


def _title(title: str | None, outlet: str | None) -> str:
    """Return the headline without the outlet's name behind it."""
    words = " ".join((title or "").split())
    if outlet:
        words = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", words)
    return words
