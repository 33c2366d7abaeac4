from tests.factories import bombing, document, number, spoken_by
from tests.factories import holder as voice
from tests.merging import MERGER

from tocsin.bench.merge import Told, origins
from tocsin.model.record import Report

POLICE = spoken_by(bombing(killed=number(5)), voice("police"))
OWN = bombing(killed=number(5))


def reports(*told: tuple[str, str, str | None]) -> list[tuple[Told, Report]]:
    events = {"police": POLICE, "own": OWN}
    found = []
    for name, event, one in told:
        page = document(name)
        known = Told(page, "i1", None, None, one)
        found.append((known, Report(page, "full", True, 1.0, (events[event],))))
    return found


def scored(*told: tuple[str, str, str | None]) -> list[tuple[float, float, float]]:
    pairs = reports(*told)
    found = origins([known for known, _ in pairs], [report for _, report in pairs], MERGER)
    return [(score.tally.right, score.tally.predicted, score.tally.gold) for score in found]


def test_pairs_of_one_origin_are_counted_right_missed_and_false() -> None:
    assert scored(("d1", "police", "the police"), ("d2", "police", "the police"), ("d3", "own", None)) == [(1, 1, 1)]
    assert scored(("d1", "own", "the police"), ("d2", "police", "the police")) == [(0, 0, 1)]
    assert scored(("d1", "police", "the police"), ("d2", "police", None)) == [(0, 1, 0)]


def test_reports_that_tell_no_origin_give_no_score() -> None:
    assert scored(("d1", "police", None), ("d2", "police", None)) == []
