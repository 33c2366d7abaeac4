"""What a person enters is kept, shown, marked and taken back like everything else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import EntryError, RefusedError
from tocsin.model.entry import Correction, Entry
from tocsin.model.handling import Handling, Release
from tocsin.model.incident import Incident
from tocsin.model.judgement import Asked
from tocsin.pipeline import Case, corrected, open_store
from tocsin.read import Given, read_text

FIELDS = (
    ("date", "26 March 2024"),
    ("place", "Besham, Pakistan"),
    ("killed", "at least 5"),
    ("attack_types", "bombing"),
    ("perpetrators", "Tehrik-i-Taliban Pakistan"),
    ("targets", "business: Chinese engineers"),
    ("suicide", "yes"),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_store(tmp_path / "case.db") as opened:
        yield opened


def entry(**given: Any) -> Entry:
    usual: dict[str, Any] = {"source_kind": "liaison", "by": "ana", "on": date(2024, 3, 27), "fields": FIELDS}
    return Entry(**(usual | given))


def only(case: Case) -> Incident:
    (found,) = case.incidents()
    return found


def test_what_is_entered_field_by_field_is_an_incident_with_its_evidence(case: Case) -> None:
    done = case.record(entry(note="The liaison officer rang at nine."))
    found = only(case)
    assert done.incidents == (found.id,)
    assert str(found.fields["date"].best.start) == "2024-03-26"
    assert (found.fields["place"].best.name, found.fields["place"].best.country) == ("Besham", "PK")
    assert (found.fields["killed"].best.low, found.fields["killed"].best.high) == (5, None)
    assert found.fields["suicide"].best is True
    assert found.lists["perpetrators"][0].best.actor_id == "ttp"
    assert (found.lists["targets"][0].best.type, found.lists["targets"][0].best.country) == ("business", "CN")
    read = case.report(found.documents[0])
    assert read is not None
    for told in found.fields["killed"].values:
        assert [one.quote for one in told.assertions] == ["at least 5"]
        assert [one.holder.text for one in told.assertions] == ["ana"]
    assert read.document.source_kind == "liaison"
    assert read.document.text.endswith("The liaison officer rang at nine.\n")


def test_what_is_entered_is_amber_and_not_passed_on_further(case: Case) -> None:
    case.record(entry())
    assert only(case).handling == Handling("amber")
    assert list(case.incidents(release=Release("green", date(2026, 1, 1)))) == []


def test_entering_the_same_again_changes_nothing_but_its_mark(case: Case) -> None:
    case.record(entry())
    again = case.record(entry(handling=Handling("red", date(2030, 1, 1))))
    assert again.outcome == "unchanged"
    assert only(case).handling == Handling("red", date(2030, 1, 1))


def test_a_note_without_fields_is_read_as_text_is(case: Case) -> None:
    note = "Gunmen attacked a checkpoint near Kherson in Ukraine on Tuesday and killed two guards, the officer said."
    case.record(entry(fields=(), note=note, source_kind="call"))
    assert only(case).fields["killed"].best.low == 2


def test_a_note_in_which_nothing_is_read_is_kept(case: Case) -> None:
    done = case.record(entry(fields=(), note="He sounded tired.", source_kind="call"))
    assert (done.outcome, done.incidents) == ("added", ())
    assert [one.text for one in case.documents()] == ["He sounded tired."]


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("killed", "banana", "is no number"),
        ("killed", "9-3", "is no number"),
        ("date", "someday", "is no day"),
        ("place", "Nowhereville", "is no place"),
        ("stage", "done", "expected one of accomplished"),
        ("suicide", "maybe", "expected yes or no"),
        ("killd", "3", "cannot be entered"),
        ("kind", "attack", "cannot be entered"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_with_the_field_and_the_reason(
    case: Case, field: str, value: str, why: str
) -> None:
    with pytest.raises(EntryError, match=why):
        case.record(entry(fields=((field, value),)))
    case.record(entry())
    with pytest.raises(EntryError, match=why):
        case.amend(Correction(incident=only(case).id, field=field, value=value, by="ana"))
    assert len(list(case.documents())) == 1


def test_a_record_without_fields_and_note_is_refused(case: Case) -> None:
    with pytest.raises(EntryError, match="neither fields nor a note"):
        case.record(entry(fields=()))


def test_a_corrected_value_goes_first_and_what_was_told_stays(case: Case) -> None:
    case.record(entry())
    before = only(case)
    done = case.amend(Correction(incident=before.id, field="killed", value="6", by="ben", reason="the hospital rang"))
    after = only(case)
    assert done.incidents == (before.id,)
    assert (after.fields["killed"].best.low, after.status) == (6, "reviewed")
    assert {told.value.low for told in after.fields["killed"].values} == {5, 6}
    assert after.independent_sources == before.independent_sources
    (judged,) = case.judgements(before.id)
    assert (judged.verdict, judged.object, judged.judge, judged.reason) == (
        *("correct", "killed: 6", "ben", "the hospital rang"),
    )


def test_undoing_a_correction_leaves_what_was_before_also_after_further_reports(case: Case) -> None:
    case.record(entry())
    before = only(case)
    done = case.amend(Correction(incident=before.id, field="killed", value="6", by="ben"))
    case.record(entry(source_kind="call", by="cleo", fields=(*FIELDS, ("wounded", "3"))))
    assert only(case).fields["killed"].best.low == 6
    case.judge(Asked(verdict="undo", subject=str(done.judgement), judge="ben"))
    after = only(case)
    assert after.fields["killed"].best == before.fields["killed"].best
    assert after.status == "draft"
    assert after.fields["wounded"].best.low == 3
    as_corrected = case.incident(before.id, as_of=case.history(before.id)[1].at)
    assert as_corrected is not None
    assert as_corrected.fields["killed"].best.low == 6


def test_what_is_said_to_be_wrong_goes_first_no_more(case: Case) -> None:
    case.record(entry())
    found = only(case)
    case.amend(Correction(incident=found.id, field="killed", value="at least 5", by="ben", holds=False))
    assert only(case).fields["killed"].best is None
    case.amend(
        Correction(incident=found.id, field="perpetrators", value="Tehrik-i-Taliban Pakistan", by="ben", holds=False)
    )
    (perpetrator,) = only(case).lists["perpetrators"]
    assert perpetrator.best is None


def test_the_last_of_two_corrections_counts(case: Case) -> None:
    case.record(entry())
    for value in ("6", "7"):
        case.amend(Correction(incident=only(case).id, field="killed", value=value, by="ben"))
    assert only(case).fields["killed"].best.low == 7


def test_a_correction_of_an_incident_that_is_not_there_is_refused(case: Case) -> None:
    with pytest.raises(RefusedError, match="there is no incident and no account of that name"):
        case.amend(Correction(incident="nix", field="killed", value="6", by="ben"))


def test_a_correction_of_an_account_is_one_of_the_incident_that_it_stays_in(case: Case) -> None:
    case.record(entry())
    case.record(entry(source_kind="call", by="cleo", handling=Handling("red")))
    found = only(case)
    for key in found.accounts:
        done = case.amend(Correction(incident=key, field="killed", value="6", by="ben"))
        assert done.incidents == (found.id,)
    assert only(case).fields["killed"].best.low == 6
    assert {judged.subject for judged in case.judgements(found.id)} == {found.id}
    assert {mark for name, mark in case.handlings().items() if name.startswith("correction")} == {Handling("red")}


def test_a_correction_that_the_store_is_given_for_an_account_is_one_of_its_incident(case: Case) -> None:
    case.record(entry())
    found = only(case)
    told = Correction(incident=found.accounts[0], field="killed", value="6", by="ben")
    case.correct(corrected(told, "attack", date(2024, 3, 27)), told)
    assert [judged.subject for judged in case.judgements(found.id)] == [found.id]


def test_a_correction_of_an_account_that_stays_in_no_incident_is_refused(case: Case) -> None:
    recalled = """Car bomb kills nine in Kabul

KABUL, Afghanistan - A car bomb killed nine soldiers in Kabul on Tuesday. Last year gunmen killed 12 people in Mosul."""
    document = next(iter(read_text(recalled, "story.txt", Given(date(2024, 3, 28)))))
    case.ingest(document)  # type: ignore[arg-type]
    report = case.report(document.id)  # type: ignore[union-attr]
    assert report is not None
    (alone,) = (event for event in report.events if not event.main)
    key = next(one for one in only(case).accounts).rpartition(":")[0] + f":{alone.id}"
    with pytest.raises(RefusedError, match="is an account that stays in no incident"):
        case.amend(Correction(incident=key, field="killed", value="6", by="ben"))


def test_a_correction_of_a_correction_is_refused(case: Case) -> None:
    case.record(entry())
    case.amend(Correction(incident=only(case).id, field="killed", value="6", by="ben"))
    with pytest.raises(RefusedError, match="is a correction"):
        case.amend(Correction(incident="correction-1:e1", field="killed", value="7", by="ben"))


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("killed", "4", "told are at least 5"),
        ("date", "27 March 2024", "told are 2024-03-26"),
        ("place", "Lahore, Pakistan", "told are Besham"),
        ("perpetrators", "Boko Haram", "told are Tehrik-e-Taliban Pakistan"),
        ("attack_types", "arson", "told are bombing"),
        ("suicide", "no", "told are yes"),
        ("wounded", "4", "nobody tells it, nor any other value"),
    ],
)
def test_a_value_that_nobody_tells_is_not_denied_and_what_is_told_is_named(
    case: Case, field: str, value: str, told: str
) -> None:
    case.record(entry())
    with pytest.raises(RefusedError, match=told) as refused:
        case.amend(Correction(incident=only(case).id, field=field, value=value, by="ben", holds=False))
    assert refused.value.subject == f"{field}: {value}"
    assert "nobody tells it" in refused.value.reason
    assert case.judgements() == ()


def test_a_value_that_meets_a_told_one_is_denied(case: Case) -> None:
    case.record(entry())
    case.amend(Correction(incident=only(case).id, field="killed", value="6", by="ben", holds=False))
    assert [judged.object for judged in case.judgements()] == ["killed: not 6"]


def test_a_value_that_was_only_denied_is_not_denied_again(case: Case) -> None:
    case.record(entry())
    denied = Correction(incident=only(case).id, field="perpetrators", value="Boko Haram", by="ben")
    done = case.amend(denied)
    case.amend(replace(denied, holds=False))
    case.judge(Asked(verdict="undo", subject=str(done.judgement), judge="ben"))
    with pytest.raises(RefusedError, match="nobody tells it"):
        case.amend(replace(denied, holds=False, reason="once more"))


def test_of_many_told_values_five_are_named(case: Case) -> None:
    for number in range(11, 18):
        fields = (*(told for told in FIELDS if told[0] != "killed"), ("killed", str(number)))
        case.record(entry(source_kind="call", by=f"caller {number}", fields=fields))
    with pytest.raises(RefusedError, match=r"told are \d\d, \d\d, \d\d, \d\d, \d\d and 2 more$"):
        case.amend(Correction(incident=only(case).id, field="killed", value="4", by="ben", holds=False))


def test_a_correction_bears_the_strictest_mark_of_its_incident_and_is_no_open_word(case: Case) -> None:
    case.record(entry(handling=Handling("red", date(2999, 1, 1))))
    case.amend(Correction(incident=only(case).id, field="killed", value="6", by="ben"))
    assert {case.handlings()[name] for name in only(case).documents} == {Handling("red", date(2999, 1, 1))}
    assert list(case.incidents(release=Release("red", date(2026, 1, 1)))) == []


def test_the_same_may_be_entered_of_another_day_and_neither_is_lost(case: Case) -> None:
    fields = (("place", "Besham, Pakistan"), ("attack_types", "kidnapping"))
    strict = Handling("red", date(2999, 1, 1))
    case.record(entry(fields=fields, on=date(2024, 1, 5), handling=strict))
    case.record(entry(fields=fields, on=date(2024, 6, 9)))
    assert sorted(case.handlings().values(), key=str) == [Handling("amber"), strict]
    assert len(list(case.incidents())) == 2


def test_entering_again_never_lifts_a_mark(case: Case) -> None:
    strict = Handling("red", date(2999, 1, 1))
    case.record(entry(handling=strict))
    case.record(entry())
    assert only(case).handling == strict


def founder_of(case: Case, kind: str = "liaison") -> str:
    """Return the account of a kind of record that founded the one incident of a store."""
    (found,) = (account.key for account in case.accounts(only(case).id) if account.source_kind == kind)
    return found


@pytest.mark.parametrize(("first", "second"), [("liaison", "call"), ("call", "liaison")])
def test_who_takes_the_founding_account_out_leaves_id_and_correction_to_what_stays(
    case: Case, first: Any, second: Any
) -> None:
    """Whichever of the two has the lesser key."""
    for kind in (first, second):
        case.record(entry(source_kind=kind))
    before = only(case)
    founder = founder_of(case, first)
    case.amend(Correction(incident=before.id, field="killed", value="6", by="ben"))
    done = case.judge(Asked(verdict="split", subject=before.id, others=(founder,), judge="ben"))
    tolls = {one.id == before.id: one.fields["killed"].best.low for one in case.incidents()}
    assert tolls == {True: 6, False: 5}
    case.judge(Asked(verdict="undo", subject=str(done.judgement), judge="ben"))
    assert (only(case).id, only(case).fields["killed"].best.low) == (before.id, 6)


def test_a_correction_does_not_go_along_with_the_founding_account_that_is_moved_away(case: Case) -> None:
    case.record(entry())
    case.record(entry(source_kind="call", by="cleo"))
    here, founder = only(case).id, founder_of(case)
    lahore = (("date", "2 May 2024"), ("place", "Lahore, Pakistan"), ("killed", "9"))
    case.record(entry(source_kind="call", by="dora", fields=lahore, on=date(2024, 5, 3)))
    (there,) = (found.id for found in case.incidents() if found.id != here)
    case.amend(Correction(incident=here, field="killed", value="6", by="ben"))
    case.judge(Asked(verdict="move", subject=founder, object=there, judge="ben"))
    left = case.incident(here)
    assert left is not None
    assert (left.superseded_by, left.fields["killed"].best.low) == (None, 6)
    assert 6 not in {one.value.low for found in case.incidents() if found.id == there for one in _tolls(found)}


def _tolls(found: Incident) -> tuple[Any, ...]:
    return found.fields["killed"].values


def published(outlet: str, text: str) -> Any:
    """Return what an outlet printed on one page of its own."""
    document: Any = next(iter(read_text(text, "story.txt", Given(date(2024, 3, 27), source=outlet))))
    return replace(document, id=outlet, url=f"https://{outlet}.example/1")


def test_a_correction_stays_while_anybody_tells_of_what_it_corrects(case: Case) -> None:
    """The founding article no longer tells of it; the other one does."""
    told = "Gunmen killed five engineers in Besham, Pakistan, on 26 March 2024, police said on Tuesday."
    case.ingest(published("dawn", told))
    case.ingest(published("courier", f"{told} Nobody claimed the attack."))
    before = only(case)
    case.amend(Correction(incident=before.id, field="killed", value="6", by="ben"))
    case.ingest(published("dawn", "The council of Besham opened a library on Tuesday, its mayor said."))
    assert (only(case).id, only(case).fields["killed"].best.low) == (before.id, 6)
    assert len(only(case).reports) == 1


def test_what_sums_up_an_incident_follows_what_was_corrected(case: Case) -> None:
    case.record(entry())
    before = only(case)
    done = case.amend(Correction(incident=before.id, field="place", value="Gao, Mali", by="ben"))
    told = only(case).summary
    assert ("Gao" in told, "Besham" in told) == (True, False)
    case.amend(Correction(incident=before.id, field="killed", value="9", by="ben"))
    assert "nine" in only(case).summary
    case.judge(Asked(verdict="undo", subject=str(done.judgement), judge="ben"))
    assert ("Gao" in only(case).summary, "Besham" in only(case).summary) == (False, True)


def test_an_incident_of_many_reports_is_reviewed_once_it_is_corrected(case: Case) -> None:
    for number in range(34):
        case.record(entry(source_kind="call", by=f"caller {number}"))
    case.amend(Correction(incident=only(case).id, field="killed", value="at least 5", by="ben"))
    assert [one.status for one in case.incidents(status="reviewed")] == ["reviewed"]


@pytest.mark.parametrize("verdict", ["same", "move"])
def test_a_correction_is_gone_once_undone_whatever_was_judged_in_between(case: Case, verdict: Any) -> None:
    case.record(entry())
    one = only(case)
    lahore = (("date", "2 May 2024"), ("place", "Lahore, Pakistan"), ("killed", "9"))
    case.record(entry(source_kind="call", by="cleo", fields=lahore, on=date(2024, 5, 3)))
    (other,) = (found for found in case.incidents() if found.id != one.id)
    done = case.amend(Correction(incident=one.id, field="killed", value="44", by="ben"))
    subject = other.id if verdict == "same" else other.accounts[0]
    case.judge(Asked(verdict=verdict, subject=subject, object=one.id, judge="ben"))
    case.judge(Asked(verdict="undo", subject=str(done.judgement), judge="ben"))
    held = only(case)
    assert 44 not in {told.value.low for told in held.fields["killed"].values}
    assert held.status == "draft"


def test_a_corrections_own_account_is_not_judged(case: Case) -> None:
    case.record(entry())
    case.amend(Correction(incident=only(case).id, field="killed", value="44", by="ben"))
    with pytest.raises(RefusedError, match="is a correction"):
        case.judge(Asked(verdict="split", subject=only(case).id, others=("correction-1:e1",), judge="ben"))


def test_records_are_not_alike_for_being_entered_in_one_form(case: Case) -> None:
    for place, killed, day in (
        ("Kabul", "5", 1),
        ("Lagos", "9", 1),
        ("Maiduguri, Nigeria", "15", 4),
        ("Maiduguri, Nigeria", "1", 9),
    ):
        fields = (("place", place), ("killed", killed), ("date", f"{day} March 2026"))
        case.record(entry(source_kind="call", fields=fields, on=date(2026, 3, day + 1)))
    assert len(list(case.incidents())) == 4


def test_a_correction_is_not_passed_on_once_something_of_its_incident_is_not(case: Case) -> None:
    case.record(entry(handling=Handling("clear")))
    case.record(entry(source_kind="call", by="cleo", handling=Handling("clear")))
    found = only(case)
    case.amend(Correction(incident=found.id, field="killed", value="44", by="ben"))
    call = next(account.document for account in case.accounts(found.id) if account.source_kind == "call")
    case.mark(call, Handling("red", date(2999, 1, 1)), "ana")
    (released,) = case.incidents(release=Release("amber", date(2026, 1, 1)))
    assert {told.value.low for told in released.fields["killed"].values} == {5}


@pytest.mark.parametrize(
    ("field", "value", "holds"),
    [
        ("killed", "6", True),
        ("wounded", "2", True),
        ("perpetrators", "Tehrik-i-Taliban Pakistan", False),
        ("targets", "police: a station", True),
        ("attack_types", "arson", True),
        ("title", "The road", True),
    ],
)
def test_a_correction_is_no_report_of_its_incident(case: Case, field: str, value: str, holds: bool) -> None:
    case.record(entry())
    reports = only(case).documents
    case.amend(Correction(incident=only(case).id, field=field, value=value, by="ben", holds=holds))
    assert only(case).reports == reports
    assert only(case).documents == (*reports, "correction-1")
    assert case.totals(published_by=date(2999, 1, 1)).reports == 1


def test_a_correction_of_a_threat_is_no_threat_and_no_source(case: Case) -> None:
    fields = (("date", "26 March 2024"), ("issuer", "Islamic State"), ("targets", "police: a station"))
    case.record(entry(kind="threat", fields=fields))
    case.amend(Correction(incident=only(case).id, field="issuer", value="Boko Haram", by="ben"))
    assert [held.noun.issuer.actor_id for held in case.threats() if held.noun.issuer] == ["islamic-state"]
    assert [source.key for source, _ in case.sources()] == ["ana"]


def test_a_note_in_a_language_that_is_not_read_is_kept_as_what_it_is(case: Case) -> None:
    case.record(entry(fields=(), note="Des hommes armés ont tué quatre soldats à Ménaka, au Mali, le 3 mars 2026."))
    assert [document.language for document in case.documents()] == ["fr"]


def test_reading_the_same_again_pairs_every_account_with_itself(case: Case) -> None:
    case.record(entry())
    text = (
        "Gunmen killed four guards at a market near Gubio on Tuesday, police said. On Monday gunmen killed four guards"
        " at a market near Magumeri, police said."
    )
    case.ingest(next(iter(read_text(text, "story.txt", Given(date(2024, 3, 28))))))  # type: ignore[arg-type]
    assert sum(len(found.accounts) for found in case.incidents()) == 3
    assert len(list(case.reread("newer"))) == 1
    assert [found.document for found in case.differences("newer")]
    assert not any(found.any for found in case.differences("newer"))
