"""One analysed document against its gold: tallies by slot, and what went wrong in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.bench.alike import Record, fold, overlap, same_count
from tocsin.bench.assign import aligned
from tocsin.bench.gold import Story
from tocsin.bench.mistakes import differences, label
from tocsin.bench.pairing import Pair, pair_events
from tocsin.bench.slots import SLOTS, distinct
from tocsin.bench.tally import Tallies, Tally, hits, merged, total

PAIRED = "all slots, paired events"
WHOLE = "all slots, all events"
NEGATIVES = "negatives without an event"
SPANS = "spans that quote themselves"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Tallies by name, the number of false events, and the mistakes as lines."""

    tallies: Tallies
    false_events: int
    mistakes: tuple[str, ...]


def compare(report: Record, story: Story) -> Comparison:
    """Compare a report in wire form with a story."""
    tallies = {**relevance(report, story), SPANS: sanity(report)}
    if story.events is None:
        return Comparison({**tallies, **judgements(report, story)}, 0, ())
    said, meant = report["events"], story.events
    pairs = pair_events(said, meant)
    inside = merged([slots(said[i], meant[j]) for i, j in pairs])
    missed = [meant[j] for j in range(len(meant)) if all(j != pair.gold for pair in pairs)]
    false = [said[i] for i in range(len(said)) if all(i != pair.predicted for pair in pairs)]
    keys = frozenset(key for event in meant for key in event) or frozenset(slot.key for slot in SLOTS)
    outside = [*(slots({}, event) for event in missed), *(slots(event, dict.fromkeys(keys)) for event in false)]
    return Comparison(
        tallies={
            **counted(said, meant, pairs),
            **tallies,
            PAIRED: summed([inside]),
            WHOLE: summed([inside, *outside]),
            **inside,
            **links(said, meant, pairs),
            **further(said, meant, pairs),
            **judgements(report, story),
        },
        false_events=len(false),
        mistakes=(
            *(f"missed {label(event)}" for event in missed),
            *(f"false {label(event)}" for event in false),
            *(line for i, j in pairs for line in differences(said[i], meant[j])),
        ),
    )


def slots(said: Record, meant: Record) -> dict[str, Tally]:
    """Return the tallies of the slots that are annotated and that either has."""
    found = {slot.name: slot.tally(said, meant) for slot in SLOTS if slot.annotated(meant)}
    return {name: tally for name, tally in found.items() if not tally.empty}


def summed(parts: Sequence[Tallies]) -> Tally:
    """Return the sum over all slots that do not repeat another."""
    return total(tally for part in parts for name, tally in part.items() if distinct(name))


def counted(said: Sequence[Record], meant: Sequence[Record], pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Return the tallies of events: paired at all, paired with the same kind, and of main events."""
    mains = [sum(bool(event.get("main")) for event in events) for events in (said, meant)]
    kinds = sum(said[i].get("kind") == meant[j].get("kind") for i, j in pairs)
    both = sum(bool(said[i].get("main") and meant[j].get("main")) for i, j in pairs)
    return {
        "events": hits(len(pairs), len(said), len(meant)),
        "events of their kind": hits(kinds, len(said), len(meant)),
        **({"main events": hits(both, *mains)} if all("main" in event for event in meant) else {}),
    }


def relevance(report: Record, story: Story) -> dict[str, Tally]:
    """Return whether the document was rightly called relevant, and for a negative whether it stayed without events."""
    if story.relevant is None:
        return {}
    called = bool(report["relevant"])
    found = {"relevant": hits(called and story.relevant, called, story.relevant)}
    return found if story.relevant else {**found, NEGATIVES: hits(not report["events"], 1, 1)}


def links(said: Sequence[Record], meant: Sequence[Record], pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Return the tally of ties between events: the relation, and the events that it ties."""
    if not all("links" in event for event in meant):
        return {}
    gold_id = {said[i].get("id"): meant[j].get("id") for i, j in pairs}
    stated = [
        (
            gold_id.get(event.get("id")),
            link.get("relation"),
            gold_id.get(link.get("event")) if link.get("event") else None,
        )
        for event in said
        for link in event.get("links") or ()
    ]
    wanted = [
        (event.get("id"), link["relation"], link.get("event")) for event in meant for link in event["links"] or ()
    ]
    return {"links": hits(aligned(stated, wanted, lambda one, other: one == other), len(stated), len(wanted))}


def further(said: Sequence[Record], meant: Sequence[Record], pairs: Sequence[Pair]) -> dict[str, Tally]:
    """Return how many further readings (`also`) of paired events are among the assertions; recall alone is measured."""
    wanted = [(said[i], other) for i, j in pairs for other in meant[j].get("also") or ()]
    kept = sum(any(holds(one, other) for one in event.get("assertions") or ()) for event, other in wanted)
    return {"further readings": hits(kept, kept, len(wanted))} if wanted else {}


def holds(assertion: Record, other: Record) -> bool:
    """Tell whether an assertion gives the field that value."""
    if assertion["field"] != other["field"]:
        return False
    one, two = assertion["value"], other["value"]
    if not isinstance(one, Mapping) or not isinstance(two, Mapping):
        return bool(one == two)
    if "low" in two or "high" in two:
        return same_count(one, two)
    return all(str(one.get(key)) == str(value) for key, value in two.items())


def judgements(report: Record, story: Story) -> dict[str, Tally]:
    """Return the tallies of assessments (type, and a span that overlaps) and of relations."""
    found = {}
    for key, same in (("assessments", same_assessment), ("relations", same_relation)):
        wanted = getattr(story, key)
        if wanted is not None:
            found[key] = hits(aligned(report[key], wanted, same), len(report[key]), len(wanted))
    return found


def same_assessment(one: Record, other: Record) -> bool:
    """Tell whether two assessments are of one type and about the same words."""
    return one["type"] == other.get("type") and overlap(one.get("span"), other.get("span"))


def same_relation(one: Record, other: Record) -> bool:
    """Tell whether two relations tie the same two ends the same way."""
    return one["relation"] == other.get("relation") and all(
        bool(names(one.get(end)) & names(other.get(end))) for end in ("subject", "object")
    )


def names(end: Any) -> frozenset[str]:
    """Return everything by which one end of a relation may be called: its id, else its words."""
    if isinstance(end, str):
        return frozenset((fold(end),))
    parts = [end.get(key) for key in ("actor_id", "place_id", "name", "text")] if isinstance(end, Mapping) else []
    return frozenset(fold(part) for part in parts if part)


def sanity(report: Record) -> Tally:
    """Return how many spans of a report lie in its text and, where a quote stands beside, cover that quote."""
    text = report["document"]["text"]
    checks = [sound(node, text) for node in spanned([report["events"], report["assessments"], report["relations"]])]
    return hits(sum(checks), len(checks), len(checks))


def sound(node: Record, text: str) -> bool:
    """Tell whether an object's span is good."""
    start, end = node["span"]
    return 0 <= start < end <= len(text) and bool(text[start:end] == node.get("quote", text[start:end]))


def spanned(node: Any) -> list[Record]:
    """Return every object at any depth that has a span."""
    if isinstance(node, list):
        return [found for item in node for found in spanned(item)]
    if not isinstance(node, dict):
        return []
    return [*([node] if node.get("span") else []), *spanned(list(node.values()))]
