"""Places are scored by distance: a mention is right where its point lies within 161 km (100 miles) of the gold point.

Gold records are lines of `{"id", "text", "toponyms": [{"start", "end", "text", "lat", "lon"}]}`, predictions are lines
of `tocsin annotate`. A gold mention is answered by the prediction that shares most characters with it, one to one.
Accuracy counts every gold mention, also those that nobody predicted.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tocsin.bench.bootstrap import draws, ratio
from tocsin.bench.tally import Tally, merged
from tocsin.errors import BenchError
from tocsin.knowledge.countries import Countries

GEOVIRUS = "geovirus/geovirus.jsonl"
OWN = ("open.jsonl", "held.jsonl")  # no rule is built on the second
NEAR_KM = 161.0
OTHER_COUNTRY_KM = 2000.0
EARTH_KM = 6371.0088
ORDER = ("exact", "settlement", "near", "admin2", "admin1", "region", "linear", "sea", "country")
LEVELS = {
    **dict.fromkeys(("county", "district", "parish"), "admin2"),
    **dict.fromkeys(("province", "state", "governorate", "prefecture", "department", "oblast"), "admin1"),
}
PARTS = ("all", "countries", "others", "answered", "finer", "spans", "end_to_end")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in [0, 1] with its 95 % interval over documents; `of` is what it is a share of."""

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """What the places bench measures.

    `accuracy` counts all gold mentions, `countries` and `others` split them, `answered` are those that got a point.
    `finer` is the share of points finer than the words allow, among mentions whose words set a level.
    `spans` is F1 of finding mentions, `end_to_end` F1 of points within 161 km.
    """

    accuracy: Share
    countries: Share
    others: Share
    answered: Share
    finer: Share
    spans: Share
    end_to_end: Share
    precision: float
    recall: float
    documents: int


def rows(score: PlaceScore) -> dict[str, Share]:
    """Return the shares by what a table calls them."""
    return {
        "accuracy@161km": score.accuracy,
        "countries": score.countries,
        "other places": score.others,
        "answered mentions": score.answered,
        "too fine": score.finer,
        "spans F1": score.spans,
        "end to end F1": score.end_to_end,
    }


def load(path: Path) -> list[dict[str, Any]]:
    """Return the gold records of a JSONL file; raise `BenchError` where a line is none."""
    try:
        records = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
    except (OSError, ValueError) as error:
        raise BenchError(str(path), f"no gold places: {error}") from error
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict) or not {"id", "text", "toponyms"} <= record.keys():
            raise BenchError(f"{path}:{number}", "expected an object with id, text and toponyms")
    return records


def score(
    records: Sequence[Mapping[str, Any]], predictions: Iterable[Mapping[str, Any]], countries: Countries
) -> PlaceScore:
    """Return how well predictions (lines of `annotate`) answer gold records; a missing document counts as empty."""
    said = {document_id(line): places_of(line) for line in predictions}
    parts = [judge(record, said.get(str(record["id"]), []), countries) for record in records]
    sums = merged(parts)
    weights = draws(len(parts))
    shares = {name: share([part[name] for part in parts], weights) for name in PARTS}
    whole = sums.get("end_to_end", Tally())
    return PlaceScore(
        accuracy=shares.pop("all"), **shares, precision=whole.precision, recall=whole.recall, documents=len(records)
    )


def document_id(line: Mapping[str, Any]) -> str:
    """Return the id of the document that a line of `annotate` is about."""
    document = line["document"]
    return str(document["id"] if isinstance(document, Mapping) else document)


def places_of(line: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the place mentions of a line of `annotate`."""
    return [mention for mention in line.get("mentions", ()) if mention["type"] == "place"]


def judge(record: Mapping[str, Any], said: Sequence[Mapping[str, Any]], countries: Countries) -> dict[str, Tally]:
    """Return one document's tallies, by part."""
    gold = record["toponyms"]
    pairs = align(gold, said)
    tallies = dict.fromkeys(PARTS, Tally())
    for number, toponym in enumerate(gold):
        mention = said[pairs[number]] if number in pairs else None
        hit = float(mention is not None and right(toponym, mention))
        part = "countries" if is_country(toponym, countries) else "others"
        for name in ("all", part):
            tallies[name] += Tally(hit, 1, hit, 1)
        if mention is not None and point(mention):
            tallies["answered"] += Tally(hit, 1, hit, 1)
        tallies["finer"] += finer(toponym, mention, record["text"], country=part == "countries")
    points = sum(point(mention) is not None for mention in said)
    tallies["spans"] = Tally(len(pairs), len(said), len(pairs), len(gold))
    tallies["end_to_end"] = Tally(tallies["all"].right, points, tallies["all"].found, len(gold))
    return tallies


def align(gold: Sequence[Mapping[str, Any]], said: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return which prediction answers which gold mention: one to one, most shared characters first."""
    shared = []
    for number, toponym in enumerate(gold):
        for other, mention in enumerate(said):
            start, end = mention["span"]
            common = min(end, toponym["end"]) - max(start, toponym["start"])
            if common > 0:
                spread = max(end, toponym["end"]) - min(start, toponym["start"])
                shared.append((-common, spread, number, other))
    pairs: dict[int, int] = {}
    for _, _, number, other in sorted(shared):
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    return pairs


def point(mention: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return the point of a prediction; null where it is left open."""
    place = mention.get("resolved")
    return (place["lat"], place["lon"]) if place and place.get("lat") is not None else None


def right(toponym: Mapping[str, Any], mention: Mapping[str, Any]) -> bool:
    """Tell whether the prediction's point lies within 161 km of the gold point."""
    found = point(mention)
    return found is not None and kilometres(found, (toponym["lat"], toponym["lon"])) <= NEAR_KM


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, pair)) for pair in (one, other))
    lift = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(lift)))


def is_country(toponym: Mapping[str, Any], countries: Countries) -> bool:
    """Tell whether a gold mention is a country: by its name, unless its point lies in another part of the world."""
    gold = (toponym["lat"], toponym["lon"])
    named = countries.named(toponym["text"])
    return any(kilometres(countries.by_iso[iso].point, gold) <= OTHER_COUNTRY_KM for iso in named)


def finer(toponym: Mapping[str, Any], mention: Mapping[str, Any] | None, text: str, *, country: bool) -> Tally:
    """Return one of one where the prediction is finer than the words; empty where the words set no level."""
    last = toponym["text"].split()[-1].lower()
    after = text[toponym["end"] :].split()[:1]
    level = LEVELS.get(last) or LEVELS.get(after[0].strip(".,;:").lower() if after else "")
    if country:
        level = "country"
    elif level is None and text[: toponym["start"]].rstrip().lower().endswith((" near", " outside")):
        level = "near"
    if level is None or mention is None or point(mention) is None:
        return Tally()
    over = float(ORDER.index(mention["resolved"]["precision"]) < ORDER.index(level))
    return Tally(over, 1, over, 1)


def share(tallies: Sequence[Tally], weights: np.ndarray[Any, np.dtype[np.float64]]) -> Share:
    """Return F1 of the tallies with its interval over draws of documents."""
    counts = np.array([(t.right, t.predicted, t.found, t.gold) for t in tallies]).reshape(-1, 4)
    right_, predicted, found, gold = (weights @ counts).T
    precision, recall = ratio(right_, predicted), ratio(found, gold)
    low, high = np.percentile(ratio(2 * precision * recall, precision + recall), (2.5, 97.5))
    whole = sum(tallies, Tally())
    return Share(value=whole.f1, low=float(low), high=float(high), of=int(whole.gold))
