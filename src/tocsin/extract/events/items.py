"""Round-ups and bulletins, whose items each open with a town or a bullet: what one item tells is of no other.

"KIRKUK - Gunmen ..." or a line that begins with a bullet opens an item, if at least two lines of the text do.
"""

import re
from collections.abc import Mapping

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Reading
from tocsin.model.values import When

_OPENER = re.compile(r"(?m)^(?:[•*·▪.-]\s+(?=\S)|[A-Z][A-Z'’ ]{2,30}(?:,[^\n-]{2,30})? [-–—] )")
_TITLE = re.compile(
    r"(?m)^(?:(?:Near|Outside|(?:North|South|East|West) of) )?(?P<town>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|[a-z]{2}))*)"
    r"[^.,\n]{0,30}(?:, [^.\n]{3,40})?\. (?=[A-Z])"
)
_WEEKDAY = re.compile(r", (?:[a-z]+ )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
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


def day(tree: Tree, opener: int) -> Reading | None:
    """Return the day that an item's heading gives ("Tafas, Monday. "), else the one day that heads the round-up."""
    head = _TITLE.match(tree.text, opener)
    days = [one.when for one in tree.page.dates if head is not None and opener <= one.when.span.start < head.end()]
    one = days[0] if len(days) == 1 else _day_of_all(tree)
    known = one is not None and one.precision == "day" and one.start is not None
    return Reading("date", one, one.span, certainty=_CERTAINTY) if one is not None and known else None


def _day_of_all(tree: Tree) -> When | None:
    """Return the one day that the sentences before the first item name ("Developments in Iraq on Thursday:")."""
    first = min((start for start, _ in _openers(tree)), default=0)
    told = [one.when for one in tree.page.dates if one.when.span.end <= first and one.when.precision == "day"]
    days = [day for day in told if _stands_in_words(tree.text, day)]
    return days[-1] if len({day.start for day in days}) == 1 else None


def _stands_in_words(text: str, day: When) -> bool:
    """Tell whether a day stands in a sentence, and is not the line with the day of publication."""
    start, end = text.rfind("\n", 0, day.span.start) + 1, text.find("\n", day.span.end)
    rest = text[start : day.span.start] + text[day.span.end : end if end > 0 else None]
    return sum(word.islower() for word in rest.split()) > 1


def _openers(tree: Tree) -> list[tuple[int, int]]:
    """Return where items open and end: a bullet's with its line, a town's with its paragraph."""
    named = {(located.span.start, located.span.end) for located in tree.page.places}
    marked = [match.start() for match in _OPENER.finditer(tree.text)]
    titled = list(_TITLE.finditer(tree.text))
    headed = [match for match in titled if match.span("town") in named or _WEEKDAY.search(match[0])]
    towns = [match.start() for match in titled] if len(headed) >= _FEW else []
    starts = marked if len(marked) >= _FEW else towns
    return [(start, _end(tree.text, start)) for start in starts]


def _end(text: str, start: int) -> int:
    end = text.find("\n\n" if text[start].isalpha() else "\n", start)
    return end if end > 0 else len(text)
