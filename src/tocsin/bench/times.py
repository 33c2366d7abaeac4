"""Times are scored as TempEval does: spans relaxed (sharing a character) and strict, and values on relaxed spans.

Gold records are lines of `{"id", "dct", "text", "timexes": [{"start", "end", "text", "val", "set", "depth", …}]}`,
predictions are lines of `tocsin annotate`. Articles of MEANTIME, which is TIMEX3, are read as `meantime` puts them.
WikiWars is TIMEX2; its values become TIMEX3 values like this:

* an expression inside another is left out, since TIMEX3 does not nest;
* an expression without VAL counts for its span alone;
* open parts at the end fall away: 1943-07-XX is 1943-07, 1950-06-25TXX is 1950-06-25, XXXX-XX-XX is XXXX;
* decades and centuries of a duration are years: P1DE is P10Y, P2CE is P200Y;
* a set that is only open is a set of its unit: SET="YES" with XXXX-XX-XX is P1D, with XXXX-WXX P1W;
* everything else, MOD and ANCHOR apart, is the same in both: 1939-10, 1939-SU, 194, BC0490, P3D, PAST_REF.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.bench import meantime
from tocsin.bench.bootstrap import measure
from tocsin.bench.tally import Score, Tally, hits
from tocsin.errors import BenchError

SETS: Mapping[str, str] = {"wikiwars": "wikiwars/wikiwars.jsonl", "meantime": "meantime/meantime_en.jsonl"}
Timex = tuple[int, int, str | None]

_OPEN_END = re.compile(r"(?:-XX)+$|TXX$")
_SETS = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}
_YEARS = re.compile(r"P([\d.]+)(DE|CE)$")


@dataclass(frozen=True, slots=True)
class TimeScore:
    """What the times bench measures: F1 of spans, relaxed and strict, and of values on relaxed spans."""

    relaxed: Score
    strict: Score
    value: Score
    documents: int


def sets(path: Path, data: Path | None) -> dict[str, Path]:
    """Return the sets to score, by name: the named one, or each that is in the data folder where it is the default."""
    if data is None or path != data / SETS["wikiwars"]:
        return {path.stem: path}
    return {name: data / file for name, file in SETS.items() if (data / file).exists()}


def load(path: Path) -> list[dict[str, Any]]:
    """Return the gold records of a JSONL file; raise `BenchError` where a line is none."""
    try:
        records = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
    except (OSError, ValueError) as error:
        raise BenchError(str(path), f"no gold times: {error}") from error
    records = [meantime.gold_record(line) if _is_article(line) else line for line in records]
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict) or not {"id", "text", "timexes"} <= record.keys():
            raise BenchError(f"{path}:{number}", "expected an object with id, text and timexes")
    return records


def score(records: Sequence[Mapping[str, Any]], predictions: Iterable[Mapping[str, Any]]) -> TimeScore:
    """Return how well predictions (lines of `annotate`) answer gold records; a missing document counts as empty."""
    said = {_document_id(line): _said(line) for line in predictions}
    parts = [judge(_gold(record), _annotated(said.get(str(record["id"]), []), record)) for record in records]
    by_name = {each.name: each for each in measure(parts)}
    nothing = {name: Score(name, Tally(), 0.0, 0.0) for name in ("relaxed", "strict", "value")}
    return TimeScore(**(nothing | by_name), documents=len(records))


def judge(gold: Sequence[Timex], said: Sequence[Timex]) -> dict[str, Tally]:
    """Return one document's tallies of spans and values."""
    pairs = align(gold, said)
    exact = sum(gold[one][:2] == said[other][:2] for one, other in pairs.items())
    unvalued = sum(gold[one][2] is None for one in pairs)
    valued = sum(value is not None for _, _, value in gold)
    right = sum(gold[one][2] == said[other][2] for one, other in pairs.items() if gold[one][2] is not None)
    return {
        "relaxed": hits(len(pairs), len(said), len(gold)),
        "strict": hits(exact, len(said), len(gold)),
        "value": hits(right, len(said) - unvalued, valued),
    }


def align(gold: Sequence[Timex], said: Sequence[Timex]) -> dict[int, int]:
    """Return which prediction answers which gold expression: one to one, most shared characters first."""
    shared = sorted(
        (max(start, first) - min(end, last), one, other)
        for one, (start, end, _) in enumerate(gold)
        for other, (first, last, _) in enumerate(said)
        if first < end and start < last
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in shared:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def canonical(value: str | None, *, repeated: bool = False) -> str | None:
    """Return a TIMEX2 or TIMEX3 value in the form in which the two are compared."""
    if value is None:
        return None
    if repeated and value in _SETS:
        return _SETS[value]
    years = _YEARS.match(value)
    if years:
        return f"P{float(years[1]) * (10 if years[2] == 'DE' else 100):g}Y"
    return _OPEN_END.sub("", _OPEN_END.sub("", value))


def _gold(record: Mapping[str, Any]) -> list[Timex]:
    return [
        (timex["start"], timex["end"], canonical(timex.get("val"), repeated=timex.get("set") == "YES"))
        for timex in record["timexes"]
        if not timex.get("depth")
    ]


def _said(line: Mapping[str, Any]) -> list[Timex]:
    return [
        (*mention["span"], canonical((mention.get("resolved") or {}).get("timex")))
        for mention in line.get("mentions", ())
        if mention["type"] == "date"
    ]


def _annotated(said: list[Timex], record: Mapping[str, Any]) -> list[Timex]:
    """Return the predictions in the part of a text that was annotated, the whole where nothing else is said."""
    return [timex for timex in said if timex[0] < record.get("annotated", len(record["text"]))]


def _is_article(line: Any) -> bool:
    return isinstance(line, dict) and meantime.is_article(line)


def _document_id(line: Mapping[str, Any]) -> str:
    document = line["document"]
    return str(document["id"] if isinstance(document, Mapping) else document)
