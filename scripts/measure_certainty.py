"""Measure how often what is read is right, and write it to `resources/lexicons/certainty.yml`.

    python scripts/measure_certainty.py [DATA_FOLDER] [--cross]

A field's share is its precision on paired events. What speaks for an event is weighed by logistic regression over texts
that never taught the trained reader: the held stories, every sixth gold story, the open briefs, and, where the data
folder is given, the real documents kept from it. `--cross` writes nothing and tells how well chances hold on texts that
did not set their weights: expected calibration error, area under the curve, and what each limit keeps.
"""

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from logistic import BIAS, chance, learn
from tocsin import pipeline
from tocsin.annotate import annotate
from tocsin.bench import briefs
from tocsin.bench.compare import judgements, links, slots
from tocsin.bench.gold import Story, from_record, standoff, stories
from tocsin.bench.pairing import pair_events
from tocsin.bench.stories import load
from tocsin.bench.tally import Tally
from tocsin.extract import begun, extract, is_sure, relevance
from tocsin.extract.events.evidence import evidence
from tocsin.extract.grammar.tree import grow
from tocsin.extract.slots.sites import with_sites
from tocsin.knowledge import Knowledge
from tocsin.knowledge import load as known_to_all
from tocsin.model import wire
from tocsin.model.text import Document
from tocsin.resolve import resolve

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold"
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
KEPT, PARTS, BINS = 6, 10, 10
DECAY = 3e-2
LEAST = 5  # readings below which a share says nothing, and the average of all stands in
BORNE = 20  # events that bear a piece of evidence, below which it has no weight
HEAD = """\
# What is worth how much, by `scripts/measure_certainty.py`. `weights` are of what speaks for an event, `least` is the
# chance from which on one is recorded (set by hand after `--cross`). Shares of readings that were right: `by_told` of
# events where no reader was made, by how many of day, place and toll one has; `fields`; `rest` of what is told seldom.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """An event that was read: the document, what speaks for it, whether gold has it."""

    document: str
    evidence: dict[str, float]
    right: bool


def main() -> None:
    """Write what was measured, or tell how well it holds."""
    asked = [argument for argument in sys.argv[1:] if argument != "--cross"]
    data = Path(asked[0]) if asked else None
    shown = known_to_all()
    every = replace(shown.lexicon.certainty, least=0.0)
    known = replace(shown, lexicon=replace(shown.lexicon, certainty=every))
    told = list(read(data, known))
    if "--cross" in sys.argv:
        cross(told)
        return
    weights = learn([(one.evidence, one.right) for one in told], decay=DECAY, least=BORNE)
    weights = {"bias": weights.pop(BIAS), **{name: weight for name, weight in sorted(weights.items()) if weight}}
    write(weights, shown.lexicon.certainty.least, data)


def read(data: Path | None, known: Knowledge) -> Iterator[Told]:
    """Yield the events of texts that never taught the reader, those that are not likely among them."""
    own = [one for one in stories(GOLD / "stories") if zlib.crc32(one.document.id.encode()) % KEPT == 0]
    real = standoff(GOLD / "real", data)[0] if data else []
    unseen = [one for one in real if zlib.crc32(one.document.id.encode()) % 2]
    for story in (*own, *stories(GOLD / "held"), *unseen):
        yield from _of_story(story, known)
    for brief in briefs.load(GOLD / "briefs" / "open.jsonl"):
        found = _read(from_record({"id": brief.id, "text": brief.text}, "briefs"), known)
        yield from (replace(one, right=at == 0) for at, one in enumerate(found[1]))


def _of_story(story: Story, known: Knowledge) -> Iterator[Told]:
    report, found = _read(story.document, known)
    paired = {at for at, _ in pair_events(report["events"], story.events or [])}
    yield from (replace(one, right=at in paired) for at, one in enumerate(found))


def _read(document: Document, known: Knowledge) -> tuple[dict[str, Any], list[Told]]:
    """Return the report on a document in wire form, and what speaks for each of its events."""
    score = relevance(document, known)
    score = begun(document, known, score)
    page = resolve(annotate(document, known), known)
    report = extract(page, known, score, sure=is_sure(score))
    tree = grow(with_sites(page, known.lexicon), known.reader())
    found = [Told(document.id, evidence(tree, event, score, known.lexicon), right=False) for event in report.events]
    return wire.report(report), found


def cross(told: Sequence[Told]) -> None:
    """Print how well chances hold, each event unseen by the weights that judge it."""
    judged: list[tuple[float, bool]] = []
    for part in range(PARTS):
        own = [zlib.crc32(one.document.encode()) % PARTS == part for one in told]
        rest = [(one.evidence, one.right) for one, mine in zip(told, own, strict=True) if not mine]
        weights = learn(rest, decay=DECAY, least=BORNE)
        judged += [(chance(weights, one.evidence), one.right) for one, mine in zip(told, own, strict=True) if mine]
    judged.sort()
    right, wrong = [p for p, r in judged if r], [p for p, r in judged if not r]
    above = sum((p > q) + 0.5 * (p == q) for p in right for q in wrong) / (len(right) * len(wrong))
    bins = [judged[len(judged) * k // BINS : len(judged) * (k + 1) // BINS] for k in range(BINS)]
    means = [(sum(p for p, _ in one) / len(one), sum(r for _, r in one) / len(one), len(one)) for one in bins]
    error = sum(abs(said - was) * count for said, was, count in means) / len(judged)
    print(f"{len(judged)} events, {len(right)} right: expected calibration error {error:.3f}, area {above:.3f}")
    for said, was, count in means:
        print(f"said {said:.2f}  was {was:.2f}  of {count:3}  {'#' * round(40 * was)}")
    for limit in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        kept = [r for p, r in judged if p >= limit]
        print(f"from {limit:.2f}: {sum(kept)} of {len(right)} right ones kept, {len(kept) - sum(kept)} wrong ones")


def write(weights: dict[str, float], least: float, data: Path | None) -> None:
    """Write the weights and the shares of what is read with them."""
    told = [*load(GOLD, data)[0], *load(GOLD / "held")[0]]
    alone = replace(known_to_all(), reader=lambda: None)
    right: Counter[int] = Counter()
    said: Counter[int] = Counter()
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    kinds = [0, 0]
    for story in told:
        report = wire.report(pipeline.analyze(story.document))
        pairs = pair_events(report["events"], story.events or [])
        plain = wire.report(pipeline.analyze(story.document, alone))
        paired = {at for at, _ in pair_events(plain["events"], story.events or [])}
        for at, event in enumerate(plain["events"]):
            has = sum((event["date"] is not None, event["place"] is not None, has_toll(event)))
            said[has] += 1
            right[has] += at in paired
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
    worth = "".join(f"  {name}: {weight}\n" for name, weight in weights.items())
    TARGET.write_text(
        f"{HEAD}weights:\n{worth}least: {least}\nby_told: {events}\nrest: {rest}\nfields:\n" + "\n".join(lines) + "\n",
        "utf-8",
    )


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
