"""A table shows figures, intervals, counts, and what others reached."""

from tocsin.bench.report import table
from tocsin.bench.tally import Result, Score, hits

SCORE = Score("events", hits(1, 4, 2), 0.25, 0.5)


def test_a_line_shows_precision_recall_f1_its_interval_and_the_counts() -> None:
    line = table(Result("gold", (SCORE,), 2)).splitlines()[2]
    assert line.split() == ["events", "25.0", "50.0", "33.3", "25.0-50.0", "4", "2"]


def test_a_share_shows_no_precision_and_recall() -> None:
    line = table(Result("isaf", (Score("province", hits(1, 2, 2), 0.25, 0.5),), 2, accuracy=True)).splitlines()[2]
    assert line.split() == ["province", "50.0", "25.0-50.0", "2"]


def test_anchors_notes_and_worst_documents_follow() -> None:
    shown = table(Result("isaf", (SCORE,), 2, notes=("one left out",), worst=("7  date",)), 1.5)
    assert shown.splitlines()[0] == "isaf: 2 documents, 1.5 CPU-seconds"
    assert "anchor: a 20-line regular expression" in shown
    assert shown.splitlines()[-3:] == ["  note: one left out", "  worst documents:", "    7  date"]
