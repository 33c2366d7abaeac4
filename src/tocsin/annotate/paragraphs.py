"""A text falls into a headline, a dateline and paragraphs.

Blank lines part paragraphs. Where a block has several lines and most of them end like a sentence, each line is a
paragraph of its own (pages extracted from HTML); otherwise its line breaks are mere wrapping.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tocsin.model.text import Document, Span

_BREAK = "[\\n\\r\\u2028\\u2029\\x85]"
_BLOCK = re.compile(rf"\S(?:[^\n\r\u2028\u2029\x85]|{_BREAK}(?!\s*{_BREAK}))*")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Za-z]{0,6}\.?"
_DAY = (
    rf"(?:[A-Z][a-z]{{2,5}}day,?\ )?"
    rf"(?:{_MONTH}\ \d{{1,2}}(?:,\ \d{{4}})?|\d{{1,2}}\ {_MONTH}(?:\ \d{{2,4}})?)"
)
_DATELINE = re.compile(
    rf"""(?x)
    (?P<place>[A-Z][\w'’.\-/]*(?:\ (?:[A-Z][\w'’.\-/]*|d[aeou]s?|el|al|la)){{0,3}})  # BEIRUT, San Salvador
    (?:,\ [A-Z][\w'’.]+(?:\ [A-Z][\w'’.]+){{0,2}}){{0,2}}?                      # , Lebanon
    (?P<day>,\ (?:{_DAY})\.?)?
    (?P<agency>(?:\ ?\([^)\n]{{1,60}}\)|\ /[A-Za-z ]{{2,20}}/){{0,2}})           # (Reuters), (Jan. 10, 2011)
    (?P<after>\ (?:{_DAY}))?                                                    # (Reuters) 3 June 2024
    (?:\ ?(?:\.?-{{1,3}}|[–|])\s+|\ ?—\s*|:\s+|\.\s+)                            # the sign that ends it
    """
)
_MAX_HEADLINE = 160


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a headline is the document's title, or a first line that looks like one."""

    span: Span
    headline: bool


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document in order."""
    spans = [span for block in _BLOCK.finditer(document.text) for span in _lines(document.text, Span(*block.span()))]
    return tuple(Paragraph(span, index == 0 and _is_headline(document, span)) for index, span in enumerate(spans))


def dateline(text: str, paragraph: Span, is_place: Callable[[str], bool]) -> Span | None:
    """Return the place-and-date line that opens a paragraph, the sign that ends it included.

    A place in capitals before a dash is one, and so is any with a day or an agency; otherwise it must be a known place.
    """
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if not found:
        return None
    place, end = found["place"], found.group().rstrip()[-1]
    sure = (
        found["agency"]
        or ((found["day"] or found["after"]) and end != ".")
        or (place.isupper() and len(place) > 2 and end in "-–—|")
    )
    if not sure and (end == "." or not is_place(place)):
        return None
    return Span(found.start(), found.end())


def _lines(text: str, block: Span) -> list[Span]:
    found = re.finditer(r"[^\n\r\u2028\u2029\x85]*\S", block.of(text))
    lines = [Span(block.start + match.start(), block.start + match.end()) for match in found]
    if len(lines) < 2:
        return lines
    ended = sum(bool(_SENTENCE_END.search(line.of(text))) for line in lines)
    return lines if ended * 3 >= len(lines) * 2 else _with_heading(text, lines)


def _with_heading(text: str, lines: list[Span]) -> list[Span]:
    """Keep a first line without a full stop apart where a much longer one follows; join the rest."""
    first, rest = lines[0], lines[1:]
    apart = len(rest[0].of(text)) > 2 * len(first.of(text)) and not _SENTENCE_END.search(first.of(text))
    if apart:
        return [first, *_lines(text, Span(rest[0].start, rest[-1].end))]
    return [Span(first.start, rest[-1].end)]


def _is_headline(document: Document, span: Span) -> bool:
    words = span.of(document.text)
    if document.title is not None and words.strip() == document.title.strip():
        return True
    return len(words) <= _MAX_HEADLINE and "\n" not in words and not re.search(r"[.!…][\"'”’)]*\s*$", words)
