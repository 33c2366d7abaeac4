"""Values read no more exactly than they are known."""

from typing import Any

import pytest

from tocsin.web.wording import actor_name, count_words, date_words, names_nobody, place_words, value_words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (6, 6, "exact", "6"),
        (0, 0, "exact", "0"),
        (1200, 1200, "exact", "1,200"),
        (9, None, "at_least", "≥ 9"),
        (130, None, "more_than", "> 130"),
        (None, 9, "up_to", "≤ 9"),
        (40, 40, "about", "c. 40"),
        (3, 5, "range", "3–5"),
        (24, None, "vague", "dozens"),
        (7, None, "vague", "≥ 7"),
        (None, None, "exact", "–"),
    ],
)
def test_a_count_shows_its_qualifier(low: int | None, high: int | None, qualifier: str, words: str) -> None:
    assert words == count_words({"low": low, "high": high, "qualifier": qualifier})


def test_a_count_stated_by_its_bounds_alone_still_reads() -> None:
    assert [count_words({"low": low, "high": high}) for low, high in [(12, 12), (9, None), (3, 5)]] == [
        "12",
        "≥ 9",
        "3–5",
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-06-04", "2024-06-04", "day", "4 Jun 2024"),
        ("2024-06-03", "2024-06-05", "day", "3–5 Jun 2024"),
        ("2024-05-30", "2024-06-02", "day", "30 May–2 Jun 2024"),
        ("2023-12-30", "2024-01-02", "day", "30 Dec 2023–2 Jan 2024"),
        ("2024-05-06", "2024-05-12", "week", "week of 6 May 2024"),
        ("2023-05-01", "2023-05-31", "month", "c. May 2023"),
        ("2022-01-01", "2022-12-31", "year", "2022"),
        (None, None, "unknown", "–"),
    ],
)
def test_a_date_reads_as_exactly_as_it_is_known(start: str | None, end: str | None, precision: str, words: str) -> None:
    assert words == date_words({"start": start, "end": end, "precision": precision})


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            {"name": "Palma", "admin1": "Cabo Delgado", "country": "MZ", "precision": "settlement"},
            "Palma, Cabo Delgado (MZ)",
        ),
        ({"name": "Gubio", "admin1": "Borno", "country": "NG", "precision": "near"}, "near Gubio, Borno (NG)"),
        ({"name": "Borno", "admin1": "Borno", "country": "NG", "precision": "admin1"}, "Borno (NG)"),
        ({"name": "Pakistan", "country": "PK", "precision": "country"}, "– (PK)"),
        ({"name": "Lake Chad", "country": None, "countries": ["NG", "TD"], "precision": "region"}, "Lake Chad (NG/TD)"),
        ({"place_id": "geonames:1", "precision": "near"}, None),
        (None, "–"),
    ],
)
def test_a_place_reads_as_exactly_as_it_is_known(place: dict[str, Any] | None, words: str | None) -> None:
    assert words == place_words(place)


@pytest.mark.parametrize(
    ("name", "actor_id", "words"),
    [
        ("Islamic State West Africa Province", "iswap", "ISWAP"),
        ("Tehrik-i-Taliban Pakistan", "ttp", "TTP"),
        ("Amaq News Agency", "amaq", "Amaq News Agency"),
        ("Boko Haram", "boko-haram", "Boko Haram"),
        ("gunmen", None, "gunmen"),
    ],
)
def test_an_actor_is_shortened_only_to_the_initials_of_its_name(name: str, actor_id: str | None, words: str) -> None:
    assert words == actor_name({"name": name, "actor_id": actor_id})


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("suicide", True, "yes"),
        ("suicide", False, "no"),
        ("suicide", None, "–"),
        ("attack_types", "armed_assault", "armed assault"),
        ("title", "the_road_is_closed", "the_road_is_closed"),
        ("targets", {"text": "a camp", "country": None}, "a camp"),
        ("targets", {"country": "CN"}, None),
        (
            "subjects",
            {"role": "arrested", "text": "three men", "organisation": {"name": "X"}},
            "arrested: three men, X",
        ),
        ("weapons", {"text": "rockets", "type": "explosives"}, "rockets"),
        ("authenticity", {"value": "disputed"}, "disputed"),
        ("killed", ["not", "a", "count"], None),
    ],
)
def test_a_value_of_any_field_reads_or_is_left_to_its_quote(name: str, value: object, words: str | None) -> None:
    assert words == value_words(name, value)


@pytest.mark.parametrize("words", ["is blamed", "was believed", "been accused", "alleged"])
def test_a_passive_names_nobody(words: str) -> None:
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["residents", "Isaac", "Mohammed", "the wounded", "Army", "the United Nations"])
def test_a_noun_phrase_names_somebody(words: str) -> None:
    assert not names_nobody(words)
