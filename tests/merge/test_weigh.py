from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.factories import account, bombing, holder, number, spoken_by
from tests.merge.test_views import shown

from tocsin.errors import KnowledgeError
from tocsin.merge.policy import load_policy
from tocsin.model.incident import Account, View
from tocsin.model.text import Source


def told(name: str, killed: Any, outlet: str, published: str = "2024-03-27", **given: Any) -> Account:
    return account(bombing(killed=killed), name, source=Source(outlet, None), published=published, **given)


def killed(*accounts: Account) -> View:
    return shown(*accounts).fields["killed"]


@pytest.mark.parametrize(
    ("accounts", "contested"),
    [
        pytest.param([told("d1", number(5), "A"), told("d2", number(9), "B")], True, id="two origins on one day"),
        pytest.param([told("d1", number(5), "A"), told("d2", number(9), "A")], False, id="one origin"),
        pytest.param(
            [told("d1", number(5), "A"), told("d2", number(9), "B", "2024-03-28")], False, id="overtaken a day later"
        ),
        pytest.param(
            [told("d1", number(9), "A"), told("d2", number(5), "B", "2024-03-28")], True, id="fewer a day later"
        ),
        pytest.param(
            [told("d1", number(9), "A"), told("d2", number(5), "A", "2024-03-28"), told("d3", number(5), "B")],
            False,
            id="whoever said otherwise has corrected himself",
        ),
        pytest.param(
            [
                told("d1", number(5), "A"),
                told("d2", number(9), "B", "2024-03-28"),
                told("d3", number(5), "C", "2024-03-29"),
            ],
            True,
            id="the lower number is told again after the higher",
        ),
    ],
)
def test_a_number_is_contested_where_origins_disagree_that_do_not_only_follow_each_other(
    accounts: list[Account], contested: bool
) -> None:
    assert killed(*accounts).contested == contested


def credibilities(view: View, low: int) -> set[int | None]:
    return {one.credibility for held in view.values if held.value.low == low for one in held.assertions}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([5], None),
        ([5, 5], 2),
        ([5, 5, 5], 1),
        ([5, 5, 5, 9], 3),
        ([5, 5, 9], 4),
        ([5, 9], 4),
        ([5, 9, 9], 5),
    ],
)
def test_credibility_comes_from_what_other_origins_say_and_is_open_where_none_does(
    numbers: list[int], expected: int | None
) -> None:
    accounts = [told(f"d{i}", number(low), f"Paper {i}") for i, low in enumerate(numbers)]
    assert credibilities(killed(*accounts), 5) == {expected}


def test_copies_of_one_outlet_bear_each_other_out_in_nothing() -> None:
    view = killed(told("d1", number(5), "A"), told("d2", number(5), "A"))
    assert credibilities(view, 5) == {None}


def test_a_policy_of_ones_own_decides_which_value_goes_first(tmp_path: Path) -> None:
    (tmp_path / "policy.yml").write_text("killed: [lowest]\n")
    own = load_policy(tmp_path / "policy.yml")
    assert own.table["killed"] == ("lowest",)
    assert own.table["default"] == load_policy().table["default"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("kiled: [latest]", "'kiled' is no field"),
        ("killed: [newest]", "killed: expected a list of"),
        ("killed: latest", "killed: expected a list of"),
        ("[killed]", "expected a line"),
        ("killed: [", "is no YAML"),
    ],
)
def test_a_policy_that_cannot_be_read_names_the_file_and_the_reason(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "p.yml").write_text(text)
    with pytest.raises(KnowledgeError, match=why):
        load_policy(tmp_path / "p.yml")


def test_a_policy_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_policy(Path("nowhere.yml"))


def test_what_a_reviewer_puts_in_goes_first_and_is_nobodys_report() -> None:
    corrected = told("d3", number(3), "ana", source_kind="correction")
    view = shown(told("d1", number(5), "A"), told("d2", number(5), "B"), corrected)
    assert (view.fields["killed"].best.low, view.fields["killed"].contested) == (3, False)
    assert (view.status, view.independent_sources) == ("reviewed", 2)
    assert credibilities(view.fields["killed"], 3) == {None}


def test_two_reports_that_quote_one_voice_are_one_origin_of_a_value() -> None:
    one = account(spoken_by(bombing(killed=number(5)), holder("police")), "d1")
    other = account(spoken_by(bombing(killed=number(5)), holder("the police spokesman")), "d2")
    assert credibilities(killed(one, other), 5) == {None}


def test_who_denies_a_value_as_a_reviewer_makes_it_contested_by_nobody() -> None:
    told_once = told("d1", number(5), "A")
    event = bombing(killed=number(5))
    denied = tuple(replace(one, act="denies", factuality="CT-") for one in event.assertions)
    review = account(replace(event, assertions=denied), "d2", source_kind="correction")
    view = shown(told_once, review)
    assert (view.fields["killed"].best, view.fields["killed"].contested) == (None, False)
