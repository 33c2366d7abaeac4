"""The day of an act told by how long before or after another it was ("buried on Monday, two days after gunmen killed").

The clause or noun after "after" or "before" is dated from the day of the clause that it hangs on.
"""

import re
from datetime import timedelta

from tocsin.extract.grammar.tree import Tree, children, climb, descend
from tocsin.model.page import Sentence
from tocsin.model.text import Span
from tocsin.model.values import When

_WAYS = {"after": -1, "following": -1, "before": 1}
_UNITS = {"hour": 0, "day": 1, "night": 1, "week": 7}
_ONE = frozenset({"a", "an", "one", "the"})
_COUNTED = re.compile(r"P(?:T\d+H|(\d{1,2})([DW]))")
_PERIODS = {"D": 1, "W": 7}
_ABOUT = timedelta(days=3)


def by_offset(tree: Tree, sentence: Sentence, anchor: int) -> tuple[When, Span] | None:
    """Return the day of an act that its sentence tells as so many days after or before another."""
    for above in (anchor, *climb(tree, anchor)):
        link = _link(tree, above)
        if link is None or not sentence.first < link < sentence.last:
            continue
        days, base = _days(tree, link), _base(tree, sentence, set(descend(tree, above)))
        if days is None or base is None or base.start is None:
            return None
        return _moved(tree, base, link, days * _WAYS[tree.tokens[link].lemma])
    return None


def _link(tree: Tree, index: int) -> int | None:
    """Return the "after" or "before" behind a word of time that opens the clause of a verb, or is the token itself."""
    own = (index,) if tree.tokens[index].dep == "prep" else children(tree, index, "mark")
    return next((one for one in own if tree.tokens[one].lemma in _WAYS and _is_time(tree, one - 1)), None)


def _is_time(tree: Tree, index: int) -> bool:
    return index > 0 and tree.tokens[index].lemma in _UNITS


def _days(tree: Tree, link: int) -> int | None:
    """Return how many days the words before "after" or "before" count; hours leave it the same day."""
    unit = tree.tokens[link - 1]
    counted = [_COUNTED.match(one.timex) for one in tree.page.dates if one.when.span.holds(unit.span)]
    if counted:
        found = counted[0]
        return None if found is None else int(found[1] or 0) * _PERIODS.get(found[2], 0)
    if unit.lemma == "hour":
        return 0
    single = unit.tag == "NN" and tree.tokens[link - 2].text.lower() in _ONE
    return _UNITS[unit.lemma] if single else None


def _base(tree: Tree, sentence: Sentence, inside: set[int]) -> When | None:
    """Return the day that the sentence gives outside the clause so dated, the nearest before it or else the first."""
    first = tree.tokens[min(inside)].span.start
    words = [tree.tokens[i].span for i in inside]
    days = [
        dated.when
        for dated in tree.page.dates
        if dated.when.precision == "day"
        and sentence.span.holds(dated.when.span)
        and not any(dated.when.span.meets(span) for span in words)
    ]
    before = [day for day in days if day.span.end <= first]
    return next(iter([*reversed(before), *days]), None)


def _moved(tree: Tree, base: When, link: int, days: int) -> tuple[When, Span]:
    """Return the day so many days from another; counted in weeks it is within some days of then."""
    assert base.start is not None
    start = base.start + timedelta(days=days)
    weeks = tree.tokens[link - 1].lemma == "week"
    span = Span(min(base.span.start, tree.tokens[link - 1].span.start), max(base.span.end, tree.tokens[link].span.end))
    words = span.of(tree.text)
    if weeks:
        return When(start - _ABOUT, start + _ABOUT, "week", words, span), span
    return When(start, start, "day", words, span), span
