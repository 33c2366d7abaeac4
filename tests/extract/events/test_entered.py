"""What a person enters is read whole, or refused with the field and the reason."""

from datetime import date
from typing import Any

import pytest

from tocsin.errors import EntryError
from tocsin.model.entry import Entry
from tocsin.model.record import Event
from tocsin.pipeline import recorded


def told(*fields: tuple[str, str]) -> Event:
    entry = Entry(source_kind="call", by="ana", on=date(2026, 3, 27), fields=fields)
    (event,) = recorded(entry).events
    return event


def value(field: str, words: str) -> Any:
    return getattr(told((field, words)), field)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("3 March 2026", date(2026, 3, 3), date(2026, 3, 3)),
        ("on Tuesday, 3 March 2026.", date(2026, 3, 3), date(2026, 3, 3)),
        ("the morning of 3 March 2026", date(2026, 3, 3), date(2026, 3, 3)),
        ("3 March 2026 at dawn", date(2026, 3, 3), date(2026, 3, 3)),
        ("in March 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("yesterday", date(2026, 3, 26), date(2026, 3, 26)),
    ],
)
def test_a_date_is_read_with_the_small_words_of_its_phrase(words: str, first: date, last: date) -> None:
    when = value("date", words)
    assert (when.start, when.end) == (first, last)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("31 February 2026", "leaves 31 unread"),
        ("32 March 2026", "leaves 32 unread"),
        ("3 March or 4 March 2026", "leaves 3, March, or unread"),
        ("3-5 March 2026", "leaves 3 unread"),
        ("around 3 March 2026", "leaves around unread"),
        ("2026-02-31", "is no day"),
    ],
)
def test_a_date_of_which_words_are_left_is_refused_with_what_is_expected(words: str, left: str) -> None:
    with pytest.raises(EntryError, match=left) as refused:
        told(("date", words))
    assert refused.value.subject == f"date: {words}"
    assert "expected one day, month or year, for instance 3 March 2026 or 2026-03-03" in refused.value.reason


@pytest.mark.parametrize(
    ("words", "name", "precision"),
    [
        ("Gao, Mali", "Gao", "settlement"),
        ("Mali: the city of Gao", "Gao", "settlement"),
        ("near Gao", "Gao", "near"),
        ("20 km north of Kirkuk, Iraq", "Kirkuk", "near"),
        ("Kohat district, Pakistan", "Kohat", "admin2"),
        ("in the Gao region of Mali", "Gao", "admin1"),
        ("Besham, Shangla district, Khyber Pakhtunkhwa, Pakistan", "Besham", "settlement"),
        ("Khan Younis, Gaza Strip", "Khān Yūnis", "settlement"),
        ("the Gulf of Aden", "Gulf of Aden", "sea"),
        ("Mali", "Mali", "country"),
    ],
)
def test_a_place_is_read_with_the_areas_that_hold_it(words: str, name: str, precision: str) -> None:
    place = value("place", words)
    assert (place.name, place.precision) == (name, precision)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Kyiv or Lviv", "leaves or, Lviv unread"),
        ("Paris, London", "leaves London unread"),
        ("Gao, Pakistan", "leaves Gao unread"),
        ("Nowhereville, Mali", "leaves Nowhereville unread"),
        ("northern Mali", "leaves northern unread"),
        ("a market in Gubio, Borno state, Nigeria", "leaves market unread"),
        ("Nowhereville", "is no place"),
    ],
)
def test_a_place_of_which_words_are_left_is_refused_with_what_is_expected(words: str, left: str) -> None:
    with pytest.raises(EntryError, match=left) as refused:
        told(("place", words))
    assert refused.value.subject == f"place: {words}"
    assert "expected one place that is known without doubt" in refused.value.reason


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        ("3", 3, 3, "exact"),
        ("at least 3", 3, None, "at_least"),
        ("3-5", 3, 5, "range"),
        ("fewer than 3", None, 2, "up_to"),
        ("less than three", None, 2, "up_to"),
        ("about ten", 10, 10, "about"),
        ("more than 1,200", 1200, None, "more_than"),
        ("dozens", 24, None, "vague"),
    ],
)
def test_a_number_is_read_with_its_qualifier(words: str, low: int | None, high: int | None, qualifier: str) -> None:
    count = value("killed", words)
    assert (count.low, count.high, count.qualifier, count.text) == (low, high, qualifier, words)


@pytest.mark.parametrize(
    "words",
    ["3 or 4", "about ten or so", "3+", "three soldiers", "3 policemen and 2 soldiers", "fewer than 0", "exactly 3"],
)
def test_a_number_of_which_words_are_left_is_refused_with_what_is_expected(words: str) -> None:
    with pytest.raises(EntryError, match="expected for instance 3") as refused:
        told(("killed", words))
    assert refused.value.subject == f"killed: {words}"


@pytest.mark.parametrize(
    ("words", "actor", "text"),
    [
        ("Boko Haram", "boko-haram", "Boko Haram"),
        ("fighters of the Islamic State group", "islamic-state", "Islamic State group"),
        ("Tehrik-i-Taliban Pakistan (TTP)", "ttp", "Tehrik-i-Taliban Pakistan"),
        ("Punjab police", None, "Punjab police"),
        ("masked men of the valley", None, "masked men of the valley"),
    ],
)
def test_an_actor_is_known_by_its_name_or_stays_open_under_all_its_words(
    words: str, actor: str | None, text: str
) -> None:
    (found,) = value("perpetrators", words)
    assert (found.actor_id, found.text) == (actor, text)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Boko Haram or ISWAP", "leaves or, ISWAP unread"),
        ("Hamas and Hezbollah", "leaves Hamas, and unread"),
        ("Boko Haram hideout", "leaves hideout unread"),
    ],
)
def test_an_actor_of_which_words_are_left_is_refused_with_what_is_expected(words: str, left: str) -> None:
    with pytest.raises(EntryError, match=left) as refused:
        told(("perpetrators", words))
    assert "expected one actor by its name" in refused.value.reason


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("police: a station", "police", "a station"),
        ("food_or_water_supply: a well: the only one", "food_or_water_supply", "a well: the only one"),
        ("two trucks", "unknown", "two trucks"),
        ("Church of God: Mercy", "unknown", "Church of God: Mercy"),
        ("Police: a station", "unknown", "Police: a station"),
        ("two trucks: one burnt", "unknown", "two trucks: one burnt"),
        ("unknown: two trucks", "unknown", "two trucks"),
    ],
)
def test_a_target_may_begin_with_its_type_and_a_colon_of_a_name_stays(words: str, kind: str, text: str) -> None:
    (target,) = value("targets", words)
    assert (target.type, target.text) == (kind, text)


@pytest.mark.parametrize("words", ["vehicles: two trucks", "food_supply: a well", "police:"])
def test_a_target_of_a_type_that_there_is_not_is_refused_with_the_types(words: str) -> None:
    with pytest.raises(EntryError, match="business, government, police") as refused:
        told(("targets", words))
    assert refused.value.subject == f"targets: {words}"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ar", "ar"),
        ("Arabic", "ar"),
        ("farsi", "fa"),
        ("dari", "prs"),
        ("PRS", "prs"),
        ("Swedish", "sv"),
        ("fil", "fil"),
    ],
)
def test_a_language_is_told_by_its_code_or_its_english_name(words: str, code: str) -> None:
    assert value("language", words) == code


@pytest.mark.parametrize("words", ["Klingonese", "xx", "und", "Arabic and Pashto", "en_US", "unknown language"])
def test_what_is_no_language_is_refused_with_what_is_expected(words: str) -> None:
    with pytest.raises(EntryError, match="expected the English name of a language or its ISO 639 code") as refused:
        told(("language", words))
    assert refused.value.subject == f"language: {words}"


@pytest.mark.parametrize(
    ("field", "words"), [("killed", "3"), ("date", "3 March 2026"), ("place", "Gao, Mali"), ("title", "a")]
)
def test_a_field_of_one_value_that_is_given_twice_is_refused(field: str, words: str) -> None:
    with pytest.raises(EntryError, match=f"{field}: is given twice; expected one value"):
        told((field, words), (field, words))


def test_a_field_of_several_values_is_given_as_often_as_it_has_any() -> None:
    found = told(("targets", "police: a station"), ("targets", "two trucks"))
    assert [target.text for target in found.targets] == ["a station", "two trucks"]
