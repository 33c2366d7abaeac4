"""Round-ups and bulletins, whose items each open with a town or a bullet: what one item tells is of no other.

"KIRKUK - Gunmen ..." or a line that begins with a bullet opens an item, if at least two lines of the text do.
"""

import re
from collections.abc import Mapping

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Reading

_OPENER = re.compile(r"(?m)^(?:[•*·▪.-]\s+(?=\S)|[A-Z][A-Z'’ ]{2,30}(?:,[^\n-]{2,30})? [-–—] )")
_TITLE = re.compile(
    r"(?m)^(?:(?:Near|Outside|(?:North|South|East|West) of) )?(?P<town>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|[a-z]{2}))*)"
    r"[^.,\n]{0,30}(?:, [^.\n]{3,40})?\. (?=[A-Z])"
)
_FEW = 2
_TOWNS = frozenset({"exact", "settlement", "near", "admin2", "admin1"})
_CERTAINTY = 0.6


def items(tree: Tree) -> Mapping[int, int]:
    """Return the opener of the item in which a sentence stands, by its place in the text; an item is one paragraph."""
    opened = _openers(tree)
    found: dict[int, int] = {}
    for sentence in tree.page.page.sentences:
        for start, end in opened:
            if start < sentence.span.end and sentence.span.start < end and not sentence.headline:
                found[sentence.index] = start
    return found


def town(tree: Tree, opener: int) -> Reading | None:
    """Return the place with which an item opens."""
    end = tree.text.find("\n", opener)
    head = re.match(r"[^-–—.]*", tree.text[opener : end if end > 0 else None])
    for located in tree.page.places:
        near = head is not None and opener <= located.span.start < opener + head.end()
        if near and located.place is not None and located.place.precision in _TOWNS:
            return Reading("place", located.place, located.span, certainty=_CERTAINTY)
    return None


def _openers(tree: Tree) -> list[tuple[int, int]]:
    """Return where items open and end: a bullet's with its line, a town's with its paragraph."""
    named = {(located.span.start, located.span.end) for located in tree.page.places}
    marked = [match.start() for match in _OPENER.finditer(tree.text)]
    titled = list(_TITLE.finditer(tree.text))
    towns = [match.start() for match in titled] if sum(m.span("town") in named for m in titled) >= _FEW else []
    starts = marked if len(marked) >= _FEW else towns
    return [(start, _end(tree.text, start)) for start in starts]


def _end(text: str, start: int) -> int:
    end = text.find("\n\n" if text[start].isalpha() else "\n", start)
    return end if end > 0 else len(text)
