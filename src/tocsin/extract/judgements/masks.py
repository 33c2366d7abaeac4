"""A text in which every mention is covered, letter by letter, by the sign of its kind; offsets stay as they are."""

from collections.abc import Iterator

from tocsin.knowledge.wording import Small, small
from tocsin.model.page import Resolved
from tocsin.model.text import Span

GROUP, BODY, PLACE, PERSON, DATE, NUMBER = "§¤¶†@#"
_SIGNS = {"armed_group": GROUP, "state_force": BODY, "government": BODY, "organisation": BODY, "media_outlet": BODY}


def masked(page: Resolved) -> Small:
    """Return the document's text in small letters with its mentions covered.

    Of mentions that meet, the first kind below stays.
    """
    letters = list(small(page.page.document.text))
    for span, sign in _covers(page):
        if all(letters[i] not in "§¤¶†@#" for i in range(span.start, span.end)):
            letters[span.start : span.end] = sign * (span.end - span.start)
    return Small("".join(" " if letter == "\n" else letter for letter in letters))


def _covers(page: Resolved) -> Iterator[tuple[Span, str]]:
    for actor in page.actors:
        if actor.kind in _SIGNS and not actor.text.islower():
            yield actor.span, _SIGNS[actor.kind]
    for located in page.places:
        yield located.span, PLACE
    for name in page.page.names:
        if name.label == "PERSON":
            yield name.span, PERSON
    for words in page.page.dates:
        if any(letter.isdigit() for letter in words.span.of(page.page.document.text)):
            yield words.span, DATE
    for token in page.page.tokens:
        if token.pos == "NUM" and token.text.lower() != "one":
            yield token.span, NUMBER
