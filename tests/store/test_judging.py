from datetime import datetime, timedelta
from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import SEEN, bombing, day, number, report
from tests.merging import MERGER, SCALE, traits_of
from tests.strategies import accounts_of, collections

from tocsin.errors import RefusedError
from tocsin.merge import partition
from tocsin.merge.judged import Judged
from tocsin.model.judgement import OTHERS, SUBJECT, TARGET, Asked
from tocsin.model.record import Report
from tocsin.store import Store, open_store
from tocsin.store.open import reading
from tocsin.store.schema import LEDGER


def clusters(store: Store, as_of: datetime | None = None) -> set[frozenset[str]]:
    return {frozenset(one.accounts) for one in store.incidents(as_of=as_of)}


def judge(store: Store, verdict: str, subject: str, *others: str, at: datetime | None = None, **fields: str) -> int:
    given = {"object": others[0]} if others and verdict != "split" else {"others": others}
    asked = Asked(verdict=verdict, subject=subject, judge="ana", **given, **fields)  # type: ignore[arg-type]
    return store.judge(asked, at=at).judgement


def holding(store: Store, account: str) -> str:
    return next(one.id for one in store.incidents() if account in one.accounts)


FIRST = report("d1", bombing(killed=number(5)))
SECOND = report("d2", bombing(killed=number(30)))
ELSEWHERE = report("d3", bombing(date=day("2024-05-01")))
AGAIN = report("d4", bombing(killed=number(5)))


def test_what_is_judged_the_same_is_one_incident_and_taking_it_back_brings_both_back(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, ELSEWHERE):
            store.update(one, version="1")
        before = {one.id: one.accounts for one in store.incidents()}
        here, there = holding(store, "d1:e1"), holding(store, "d3:e1")
        judgement = judge(store, "same", here, there, reason="one convoy")
        (merged,) = store.incidents()
        assert (merged.id, merged.accounts) == (here, ("d1:e1", "d3:e1"))
        gone = store.incident(there)
        assert gone is not None
        assert gone.superseded_by == here
        judge(store, "undo", str(judgement))
        assert {one.id: one.accounts for one in store.incidents()} == before


def test_a_split_and_a_move_hold_against_later_reports_and_are_taken_back_exactly(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, AGAIN, ELSEWHERE):
            store.update(one, version="1")
        whole = holding(store, "d1:e1")
        split = judge(store, "split", whole, "d4:e1")
        assert clusters(store) == {frozenset({"d1:e1"}), frozenset({"d4:e1"}), frozenset({"d3:e1"})}
        move = judge(store, "move", "d4:e1", holding(store, "d3:e1"))
        assert clusters(store) == {frozenset({"d1:e1"}), frozenset({"d3:e1", "d4:e1"})}
        store.update(report("d5", bombing(killed=number(5))), version="1")
        judge(store, "undo", str(move))
        judge(store, "undo", str(split))
        assert clusters(store) == {frozenset({"d1:e1", "d4:e1", "d5:e1"}), frozenset({"d3:e1"})}
        assert holding(store, "d4:e1") == whole


def test_a_judgement_is_a_row_with_who_when_and_why_and_so_is_taking_it_back(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, SECOND):
            store.update(one, version="1", at=SEEN)
        at = SEEN + timedelta(hours=1)
        judge(store, "different", "d1:e1", "d2:e1", at=at, reason="two streets")
        judge(store, "undo", "1", at=at + timedelta(hours=1))
        told, back = store.judgements()
        assert (told.judge, told.at, told.reason, told.verdict, told.undone_by) == (
            *("ana", at, "two streets", "different", back.id),
        )
        assert told.sides == {SUBJECT: ("d1:e1",), OTHERS: ("d2:e1",)}
        assert (back.verdict, back.undoes) == ("undo", told.id)
        assert [one.undone_by for one in store.judgements(as_of=at)] == [None]
        assert store.judgements(holding(store, "d2:e1")) == (told,)


def test_every_judgement_shows_in_the_log_of_the_incidents_it_is_about(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, SECOND):
            store.update(one, version="1")
        judge(store, "unsure", "d1:e1", "d2:e1")
        for account in ("d1:e1", "d2:e1"):
            assert [state.cause for state in store.history(holding(store, account))][1:] == ["unsure by ana"]


def test_a_judgement_goes_over_to_the_account_that_says_what_a_former_one_said(where: str) -> None:
    """A corrected report is judged as the report was; where it no longer tells of the thing, that is said."""
    with open_store(where, MERGER) as store:
        for one in (FIRST, ELSEWHERE):
            store.update(one, version="1")
        judge(store, "same", "d1:e1", "d3:e1")
        corrected = report("d1", bombing(killed=number(6)), text="reported in words that an editor has corrected")
        store.update(corrected, version="1")
        assert clusters(store) == {frozenset({"d1@2:e1", "d3:e1"})}
        assert [one.lost for one in store.judgements()] == [False]
        store.update(report("d1", text="reported in words that tell of nothing at all"), version="1")
        assert clusters(store) == {frozenset({"d3:e1"})}
        assert [one.lost for one in store.judgements()] == [True]


@pytest.mark.parametrize(
    ("verdict", "subject", "others", "reason"),
    [
        ("same", "i404", ("d1:e1",), "i404: there is no incident and no account of that name"),
        ("same", "d1:e1", ("d1:e1",), "d1:e1: and d1:e1 are one incident already"),
        ("split", "d1:e1", ("d2:e1",), "d1:e1: does not hold d2:e1"),
        ("split", "d1:e1", (), "d1:e1: name the accounts that are to leave it"),
        ("split", "d1:e1", ("d1:e1",), "d1:e1: what stays would be nothing but recalled accounts"),
        ("split", "d1:e1", ("d5:e2",), "d1:e1: what leaves it would be nothing but recalled accounts"),
        ("move", "d1:e1", ("d2:e1",), "what stays would be nothing but recalled accounts"),
        ("undo", "first", (), "first: is no number of a judgement"),
        ("undo", "7", (), "7: there is no such judgement"),
    ],
)
def test_a_judgement_that_cannot_stand_is_refused_with_the_reason(
    where: str, verdict: str, subject: str, others: tuple[str, ...], reason: str
) -> None:
    """Nothing is written then; an incident may be named by the account that founded it."""
    recalled = report("d5", bombing("e2", main=False, killed=number(5)))
    with open_store(where, MERGER) as store:
        for one in (FIRST, SECOND, recalled):
            store.update(one, version="1")
        if verdict == "split":
            subject = holding(store, subject)
        with pytest.raises(RefusedError) as refused:
            judge(store, verdict, subject, *others)
        assert reason.replace("d1:e1:", f"{subject}:") in str(refused.value)
        assert store.judgements() == ()


def test_what_contradicts_a_judgement_is_refused_and_says_whose_and_when(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, SECOND, ELSEWHERE):
            store.update(one, version="1")
        judge(store, "same", "d1:e1", "d3:e1", at=SEEN + timedelta(days=900))
        judge(store, "different", "d1:e1", "d2:e1")
        with pytest.raises(RefusedError, match=r"contradicts judgement 2 by ana on .* \(different d1:e1 d2:e1\); undo"):
            judge(store, "same", "d3:e1", "d2:e1")
        judge(store, "undo", "2")
        judge(store, "same", "d3:e1", "d2:e1")
        with pytest.raises(RefusedError, match="was taken back already, by judgement 3"):
            judge(store, "undo", "2")
        with pytest.raises(RefusedError, match="took judgement 2 back; judge anew instead"):
            judge(store, "undo", "3")
        assert clusters(store) == {frozenset({"d1:e1", "d2:e1", "d3:e1"})}


def test_an_account_may_leave_the_only_company_it_has(where: str) -> None:
    with open_store(where, MERGER) as store:
        for one in (FIRST, ELSEWHERE):
            store.update(one, version="1")
        left = holding(store, "d1:e1")
        judge(store, "move", "d1:e1", holding(store, "d3:e1"))
        assert [one.sides for one in store.judgements()] == [{SUBJECT: ("d1:e1",), TARGET: ("d3:e1",)}]
        assert clusters(store) == {frozenset({"d1:e1", "d3:e1"})}
        assert store.incident(left) is not None


@settings(max_examples=25, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_any_history_gives_what_its_accounts_and_judgements_give_at_once_and_keeps_every_past(
    tmp_path_factory: pytest.TempPathFactory, reports: list[Report], chance: Random
) -> None:
    """Reports come, judgements fall and are taken back in any order: no row is lost, and no past is told otherwise."""
    with open_store(tmp_path_factory.mktemp("case") / "case.db", MERGER) as store:
        past: dict[datetime, set[frozenset[str]]] = {}
        held = 0
        for turn, one in enumerate(reports):
            at = SEEN + timedelta(days=turn)
            store.update(one, version="1", at=at)
            at_random(store, chance, at + timedelta(hours=1))
            assert clusters(store) == at_once(store, reports[: turn + 1])
            past[at + timedelta(hours=2)] = clusters(store)
            assert all(clusters(store, moment) == known for moment, known in past.items())
            assert rows(store) > held
            held = rows(store)
        for told in [one for one in store.judgements() if one.verdict != "undo" and one.undone_by is None]:
            judge(store, "undo", str(told.id))
        assert clusters(store) == set(partition(traits_of(a for one in reports for a in accounts_of(one)), SCALE))


def rows(store: Store) -> int:
    with reading(store.engine) as connection:
        return sum(connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in LEDGER)


def at_random(store: Store, chance: Random, at: datetime) -> None:
    """Judge anything of anything, or take something back; what cannot stand changes nothing."""
    named = [*(one.id for one in store.incidents()), *(key for one in store.incidents() for key in one.accounts)]
    standing = [str(one.id) for one in store.judgements() if one.verdict != "undo" and one.undone_by is None]
    if len(named) < 2:
        return
    verdict = chance.choice(("same", "different", "unsure", "split", "move", "undo"))
    subject, other = chance.sample(named, 2)
    before = clusters(store)
    try:
        if verdict == "undo":
            if standing:
                judge(store, verdict, chance.choice(standing), at=at)
        else:
            judge(store, verdict, subject, other, at=at)
    except RefusedError:
        assert clusters(store) == before


def at_once(store: Store, reports: list[Report]) -> set[frozenset[str]]:
    """Return the partition of all accounts under the judgements in force, worked out from nothing."""
    together: list[frozenset[str]] = []
    divided: list[tuple[frozenset[str], frozenset[str]]] = []
    for one in store.judgements():
        if one.verdict == "undo" or one.undone_by is not None:
            continue
        subject, others, target = (frozenset(one.sides.get(side, ())) for side in (SUBJECT, OTHERS, TARGET))
        if one.verdict in ("same", "split", "move"):
            together.append(subject | (others if one.verdict == "same" else target))
        if one.verdict != "same" and others:
            divided.append((subject, others))
    told = (account for one in reports for account in accounts_of(one))
    return set(partition(traits_of(told), SCALE, Judged(tuple(together), tuple(divided))))
