"""The places bench counts points within 161 km over every gold mention."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.merging import MERGER

from tocsin.bench.places import GEOVIRUS, OWN, PlaceScore, align, kilometres, load, score
from tocsin.bench.suites import Reader, run_places
from tocsin.errors import BenchError
from tocsin.knowledge.countries import Countries, load_countries
from tocsin.model.record import Report
from tocsin.model.text import Document

TEXT = "Rebels left Gao in Mali near Mopti; Segou province was calm."


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


def toponym(name: str, lat: float, lon: float) -> dict[str, Any]:
    start = TEXT.index(name)
    return {"start": start, "end": start + len(name), "text": name, "lat": lat, "lon": lon}


GOLD: dict[str, Any] = {
    "id": "1",
    "text": TEXT,
    "toponyms": [
        toponym("Gao", 16.27, -0.04),
        toponym("Mali", 17.0, -4.0),
        toponym("Mopti", 14.48, -4.18),
        toponym("Segou", 13.45, -6.26),
    ],
}


def mention(name: str, lat: float | None, lon: float | None, precision: str = "settlement") -> dict[str, Any]:
    start = TEXT.index(name)
    place = None if lat is None else {"lat": lat, "lon": lon, "precision": precision}
    return {
        "type": "place",
        "span": [start, start + len(name)],
        "text": name,
        "resolved": place,
        "candidates": [],
    }


def said(*mentions: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"document": {"id": "1"}, "mentions": [*mentions, {"type": "date", "span": [0, 6]}]}]


def judged(countries: Countries, *mentions: dict[str, Any]) -> PlaceScore:
    return score([GOLD], said(*mentions), countries)


def test_accuracy_counts_the_mentions_that_nobody_predicted(countries: Countries) -> None:
    result = judged(countries, mention("Gao", 16.3, 0.0))
    assert (result.accuracy.value, result.accuracy.of, result.answered.value, result.answered.of) == (0.25, 4, 1.0, 1)


def test_a_point_too_far_away_is_wrong(countries: Countries) -> None:
    result = judged(countries, mention("Gao", 16.27, 2.0))
    assert result.accuracy.value == 0.0
    assert result.spans.value == pytest.approx(2 / 5)


def test_countries_and_others_are_apart(countries: Countries) -> None:
    result = judged(countries, mention("Mali", 17, -4, "country"), mention("Gao", 0, 0))
    assert (result.countries.value, result.countries.of, result.others.value, result.others.of) == (1.0, 1, 0.0, 3)


def test_a_doubtful_name_is_found_but_has_no_point(countries: Countries) -> None:
    result = judged(countries, mention("Gao", None, None))
    assert (result.precision, result.recall) == (0.0, 0.0)
    assert result.spans.value == pytest.approx(2 / 5)


def test_precision_and_recall_count_points(countries: Countries) -> None:
    result = judged(countries, mention("Gao", 16.3, 0.0), mention("Rebels", 1, 1))
    assert (result.precision, result.recall) == (0.5, 0.25)


@pytest.mark.parametrize(
    ("name", "precision", "finer"),
    [
        ("Mali", "country", 0.0),
        ("Mali", "settlement", 1.0),
        ("Segou", "admin1", 0.0),
        ("Segou", "settlement", 1.0),
        ("Mopti", "near", 0.0),
        ("Mopti", "settlement", 1.0),
    ],
)
def test_a_point_finer_than_the_words_is_counted(countries: Countries, name: str, precision: str, finer: float) -> None:
    gold = next(each for each in GOLD["toponyms"] if each["text"] == name)
    result = judged(countries, mention(name, gold["lat"], gold["lon"], precision))
    assert (result.finer.value, result.finer.of) == (finer, 1)


def test_the_interval_of_one_document_is_its_own_value(countries: Countries) -> None:
    result = judged(countries, mention("Gao", 16.3, 0.0))
    assert result.accuracy.low == result.accuracy.high == result.accuracy.value


def test_no_documents_give_no_score(countries: Countries) -> None:
    result = score([], [], countries)
    assert (result.accuracy.value, result.documents) == (0.0, 0)


def test_a_prediction_answers_one_gold_mention() -> None:
    gold = [{"start": 0, "end": 8}, {"start": 9, "end": 15}]
    assert align(gold, [{"span": [0, 15]}]) == {0: 0}
    assert align(gold, [{"span": [9, 15]}, {"span": [0, 8]}]) == {0: 1, 1: 0}


def test_a_degree_of_latitude_is_111_km() -> None:
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


def test_gold_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n\n", encoding="utf-8")
    assert load(path) == [GOLD]


@pytest.mark.parametrize("text", ["[]", '{"id": 1}', "{"])
def test_malformed_gold_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BenchError, match=r"gold\.jsonl"):
        load(path)


GOLD_PLACES = Path(__file__).parents[2] / "gold" / "places"


@pytest.mark.parametrize("file", OWN)
def test_the_names_of_our_own_sets_quote_their_texts_and_stand_apart(file: str) -> None:
    for record in load(GOLD_PLACES / file):
        spans = [(name["start"], name["end"]) for name in record["toponyms"]]
        assert [record["text"][start:end] for start, end in spans] == [name["text"] for name in record["toponyms"]]
        assert all(before[1] <= after[0] for before, after in pairwise(spans)), record["id"]


def silent(countries: Countries) -> Reader:
    """Return a reader that notices nothing."""

    def analyze(_: Document) -> Report:
        raise NotImplementedError

    def annotate(document: Document) -> dict[str, Any]:
        return {"document": {"id": document.id}, "mentions": []}

    return Reader(analyze, analyze, annotate, lambda _: (), lambda: countries, lambda: MERGER)


def test_the_bench_scores_our_own_sets_alone_and_geovirus_beside_them(tmp_path: Path, countries: Countries) -> None:
    own, geovirus = tmp_path / "own", tmp_path / "data" / GEOVIRUS
    for path in (*(own / file for file in OWN), geovirus):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    names = [
        {score.name.partition(":")[0] for score in run_places(own, data, silent(countries)).result.scores}
        for data in (None, tmp_path / "data")
    ]

    assert names == [{"open", "held"}, {"open", "held", "GeoVirus"}]
