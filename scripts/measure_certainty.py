"""Measure how often what is read is right, and write it to `resources/lexicons/certainty.yml`.

The gold and the held stories are read. A field's share is its precision on paired events; an event's is the share of
events with as many of day, place and toll that pair with a gold event.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from tocsin import pipeline
from tocsin.bench.compare import judgements, links, slots
from tocsin.bench.pairing import pair_events
from tocsin.bench.stories import load
from tocsin.bench.tally import Tally
from tocsin.model import wire

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "lexicons" / "certainty.yml"
SLOT = {  # where the bench calls a field otherwise
    "targets": "targets type",
    "weapons": "weapons type",
    "responsibility": "stance",
    "subjects": "subjects role",
}
FIELDS = (
    *("attack_types", "suicide", "stage", "acts", "date", "place", "perpetrators", "issuer", "media_arm", "authority"),
    *("subjects", "targets", "killed", "wounded", "abducted", "arrested", "killed_perpetrators", "weapons", "medium"),
    *("title", "channel", "authenticity", "responsibility", "links", "assessments"),
)
LEAST = 5  # readings below which a share says nothing, and the average of all stands in
HEAD = """\
# How often a reading proved right on the stories in gold/, by `scripts/measure_certainty.py`. `by_told` is for events,
# by how many of day, place and toll one has; `fields` is for events that the story has; `rest` for what is told seldom.
"""


def main() -> None:
    """Write the shares that were measured."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    told = [*load(ROOT / "gold", data)[0], *load(ROOT / "gold" / "held")[0]]
    right: Counter[int] = Counter()
    said: Counter[int] = Counter()
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    kinds = [0, 0]
    for story in told:
        report = wire.report(pipeline.analyze(story.document))
        pairs = pair_events(report["events"], story.events or [])
        for at, event in enumerate(report["events"]):
            has = sum((event["date"] is not None, event["place"] is not None, has_toll(event)))
            said[has] += 1
            right[has] += any(pair.predicted == at for pair in pairs)
        if story.events is not None:
            for name, tally in {**links(report["events"], story.events, pairs), **judgements(report, story)}.items():
                found[name].append(tally)
        for i, j in pairs:
            one, other = report["events"][i], (story.events or [])[j]
            kinds = [kinds[0] + (one["kind"] == other["kind"]), kinds[1] + 1]
            for name, tally in slots(one, other).items():
                found[name].append(tally)
    shares = {field: share(found[SLOT.get(field, field)]) for field in FIELDS}
    known = {"kind": smoothed(*kinds), **{f: s for f, s in sorted(shares.items()) if s is not None}}
    rest = share([tally for name in shares for tally in found[SLOT.get(name, name)]])
    lines = [f"  {field}: {value}" for field, value in known.items()]
    events = [smoothed(right[n], said[n]) for n in range(4)]
    TARGET.write_text(f"{HEAD}by_told: {events}\nrest: {rest}\nfields:\n" + "\n".join(lines) + "\n", "utf-8")


def has_toll(event: dict[str, object]) -> bool:
    """Tell whether an event has a number of people killed, wounded or arrested."""
    return any(event[field] is not None for field in ("killed", "wounded", "arrested"))


def share(tallies: list[Tally]) -> float | None:
    """Return the precision over tallies, or nothing where too little was said."""
    said = sum(tally.predicted for tally in tallies)
    return smoothed(sum(tally.right for tally in tallies), said) if said >= LEAST else None


def smoothed(right: float, said: float) -> float:
    """Return a share as Laplace's rule gives it: however often something was right, it is never sure."""
    return round((right + 1) / (said + 2), 2)


if __name__ == "__main__":
    main()
