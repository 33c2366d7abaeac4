"""An address and its filters are the same thing."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.web.filters import FilterError, Filters, chips, query, read_filters, read_page


def test_every_filter_is_read_from_the_address() -> None:
    asked = {"country": "ng", "target": "CN", "kind": "attack", "since": "2024-01-01", "contested": "yes", "until": " "}
    expected = Filters(country="NG", target="CN", kind="attack", since=date(2024, 1, 1), contested=True)
    assert expected == read_filters(asked)


@pytest.mark.parametrize("words", ["ci", "CI", "Ivory Coast", "Côte d'Ivoire"])
def test_a_country_is_known_by_its_code_and_its_names(words: str) -> None:
    assert Filters(country="CI") == read_filters({"country": words})


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("since", "banana", "expected a day as YYYY-MM-DD"),
        ("as_of", "2024-02-30", "expected a day as YYYY-MM-DD"),
        ("kind", "foo", "expected one of attack, threat,"),
        ("country", "Atlantis", "two letters"),
        ("country", "ZZ", "two letters"),
        ("country", "Congo", "two letters"),
        ("status", "final", "expected one of draft, reviewed"),
        ("contested", "1", "expected one of yes, no"),
        ("target", "x" * 501, "expected up to 500 characters"),
        ("q", "a\x00b", "none of them NUL"),
        ("contry", "NG", "no such filter"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named_with_what_is_expected(name: str, value: str, expected: str) -> None:
    with pytest.raises(FilterError) as found:
        read_filters({name: value})
    assert found.value.subject.startswith(f"{name}=")
    assert expected in found.value.reason


def test_a_list_cannot_end_before_it_begins() -> None:
    with pytest.raises(FilterError, match="until=2023-01-01: expected a day not before since=2024-01-01"):
        read_filters({"since": "2024-01-01", "until": "2023-01-01"})


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "two", "٣", "9" * 10])
def test_a_page_is_a_whole_number_from_one(value: str) -> None:
    with pytest.raises(FilterError):
        read_page({"page": value})


def test_no_page_asked_for_is_the_first() -> None:
    assert 1 == read_page({}) == read_page({"page": ""})


def test_each_chip_leads_to_the_list_without_its_filter() -> None:
    filters = Filters(country="NG", target="CN & allies", contested=False)
    found = [(chip.label, chip.value, chip.without) for chip in chips(filters)]
    assert found == [
        ("Place", "NG", "?target=CN+%26+allies&contested=no"),
        ("Target", "CN & allies", "?country=NG&contested=no"),
        ("Contested", "no", "?country=NG&target=CN+%26+allies"),
    ]


names = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).map(str.strip)


@given(target=names.filter(bool), since=st.none() | st.dates(), contested=st.none() | st.booleans())
def test_filters_survive_the_way_through_an_address(target: str, since: date | None, contested: bool | None) -> None:
    filters = Filters(target=target[:500].strip(), since=since, contested=contested)
    assert filters == read_filters(dict(parse_qsl(query(filters).removeprefix("?"), keep_blank_values=True)))
