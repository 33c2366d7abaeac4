"""Marked passages are scored by what a report says of them: which events, of which kind, and who stands how to them.

An event is found where one of its kind is told by words that meet one of its triggers, or the phrase around it; a
stance where it is taken on the actor marked, towards an event that is found.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tocsin.bench.bootstrap import measure
from tocsin.bench.marks import KINDS, Passage, Stand
from tocsin.bench.tally import Result, Tally, hits
from tocsin.model.text import Span

Event = Mapping[str, Any]
WORST = 30


def score(passages: Sequence[Passage], reports: Sequence[Mapping[str, Any]]) -> Result:
    """Return the scores of reports in wire form, one for each passage in its order."""
    judged = [tallies(passage, report) for passage, report in zip(passages, reports, strict=True)]
    ranked = sorted((_worth(one), passage.id) for passage, one in zip(passages, judged, strict=True))
    worst = [f"{name}  {100 * worth:.0f}" for worth, name in ranked if worth < 1]
    return Result("passages", measure(judged), len(passages), worst=tuple(worst[:WORST]))


def tallies(passage: Passage, report: Mapping[str, Any]) -> dict[str, Tally]:
    """Return the counts of one passage."""
    events, relevant = report["events"], float(report["relevant"])
    pairs = _paired(passage, events)
    kinds = passage.events
    clean = {} if passage.relevant else {"negatives without an event": hits(float(not events), 1, 1)}
    return {
        "relevant": hits(relevant * passage.relevant, relevant, float(passage.relevant)),
        **clean,
        "events": hits(len(pairs), len(events), len(kinds)),
        **{kind: _of_kind(kind, pairs, events, kinds) for kind in KINDS},
        "stances": _stances(passage, pairs, events),
    }


def _stances(passage: Passage, pairs: Mapping[str, int], events: Sequence[Event]) -> Tally:
    """Return the counts of stances: which of those said answer one of gold, and which of gold are answered."""
    said = [(at, entry) for at, event in enumerate(events) for entry in event["responsibility"]]
    answers = {
        number: [
            k for k, (at, entry) in enumerate(said) if at == pairs.get(stand.event) and _takes(passage, stand, entry)
        ]
        for number, stand in enumerate(passage.stands)
    }
    right = {k for found in answers.values() for k in found}
    return Tally(len(right), len(said), sum(map(bool, answers.values())), len(passage.stands))


def _worth(counts: Mapping[str, Tally]) -> float:
    told = [one.f1 for name in ("events", "stances") if not (one := counts.get(name, Tally())).empty]
    return min(told, default=1.0)


def _of_kind(kind: str, pairs: Mapping[str, int], events: Sequence[Event], kinds: Mapping[str, str]) -> Tally:
    said = sum(event["kind"] == kind for event in events)
    return hits(sum(kinds[of] == kind for of in pairs), said, sum(each == kind for each in kinds.values()))


def _paired(passage: Passage, events: Sequence[Event]) -> dict[str, int]:
    """Return the index of the report's event for each marked one, the nearest words first, one to one.

    Of equal ones those go first that could answer fewer.
    """
    near = sorted(
        (_distance(told, span), len(_telling(event)), at, of)
        for at, event in enumerate(events)
        for told in _telling(event)
        for of, kind in passage.events.items()
        if kind == event["kind"]
        for span in passage.spans(of, kind)
        if told.meets(span)
    )
    pairs: dict[str, int] = {}
    for _, _, at, of in near:
        if of not in pairs and at not in pairs.values():
            pairs[of] = at
    return pairs


def _distance(one: Span, other: Span) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)


def _telling(event: Event) -> list[Span]:
    return [Span(*one["span"]) for one in event["assertions"] if one["field"] == "/kind" and one["span"]]


def _takes(passage: Passage, stand: Stand, said: Mapping[str, Any]) -> bool:
    """Tell whether an entry of a report is a stance of gold."""
    actor = said["actor"]
    if said["stance"] != stand.stance or (actor is None) != (stand.actor is None):
        return False
    where = passage.spans(stand.actor) if stand.actor else ()
    return actor is None or any(_is_meant(actor, span, passage.text) for span in where)


def _is_meant(actor: Mapping[str, Any], span: Span, text: str) -> bool:
    at = actor.get("span")
    return (at is not None and Span(*at).meets(span)) or alike(actor["text"], span.of(text))


def alike(one: str, other: str) -> bool:
    """Tell whether the words of one name stand whole in the other's."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return bool(short) and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None
