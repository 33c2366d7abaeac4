"""Rows and cards say what an incident's accounts say, and lead to the words that say it."""

from dataclasses import replace
from itertools import chain

import pytest

from tocsin.model.incident import Incident, Stances, Told, View
from tocsin.model.text import Span
from tocsin.model.values import Count
from tocsin.web.cards import Behind, Card, Value, card
from tocsin.web.matrix import matrix
from tocsin.web.rows import headline, row


@pytest.mark.parametrize(
    ("incident", "when", "where", "what", "whom"),
    [
        (
            "i-tansarga",
            "11 Sep 2024",
            "near Fada N'Gourma, Est (BF)",
            "bombing",
            "Chinese engineers (CN) · mine workers",
        ),
        ("i-arrest", "29 Apr 2024", "– (PK)", "arrest", "–"),
        ("i-raid", "3–5 Feb 2024", "Palma, Cabo Delgado (MZ)", "armed assault · kidnapping", "fishing village (MZ)"),
        (
            "i-threat",
            "c. May 2023",
            "Est (BF)",
            "threat · audio",
            "mining companies (CA) · soldiers (BF)",
        ),
        ("i-2022", "2022", "–", "attack", "–"),
    ],
)
def test_a_row_reads_no_more_exactly_than_is_known(
    cases: dict[str, Incident], incident: str, when: str, where: str, what: str, whom: str
) -> None:
    found = row(cases[incident])
    assert (when, where, what, whom) == (found.when, found.where, found.what, found.whom)


@pytest.mark.parametrize(
    ("incident", "tolls"),
    [
        ("i-tansarga", [("≥ 7 killed", ("army 9",)), ("11 wounded", ())]),
        ("i-arrest", [("3 arrested", ())]),
        ("i-raid", [("dozens killed", ()), ("c. 40 abducted", ())]),
        ("i-2022", []),
    ],
)
def test_a_toll_shows_its_qualifier_and_what_contests_it(
    cases: dict[str, Incident], incident: str, tolls: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert tolls == [(toll.words, toll.others) for toll in row(cases[incident]).tolls]


def test_another_figure_that_can_hold_too_is_shown_without_doubt(bombing: Incident) -> None:
    killed = replace(bombing.fields["killed"], contested=False)
    toll = row(replace(bombing, fields={"killed": killed})).tolls[0]
    assert (toll.words, toll.others, toll.contested) == ("≥ 7 killed", ("army 9",), False)


def test_a_mere_plural_is_no_other_figure(cases: dict[str, Incident]) -> None:
    arrest = cases["i-arrest"]
    men, plural = Count(3, 3, "exact", "three men", Span(0, 4)), Count(2, None, "vague", "suspects", Span(0, 4))
    arrested = View(men, False, (Told(men, ()), Told(plural, ())))
    (toll,) = row(replace(arrest, fields={**arrest.fields, "arrested": arrested})).tolls
    assert toll.others == ()


def test_responsibility_is_told_by_letter_shape_and_words(bombing: Incident) -> None:
    badges = [(badge.letter, badge.shape, badge.words, badge.actor) for badge in row(bombing).badges]
    assert badges == [
        ("C", "■", "claims", "JNIM"),
        ("D", "□", "denies", "JNIM"),
        ("A", "▲", "accused", "ISSP"),
        ("S", "△", "suspected", "ISSP"),
    ]


def test_whoever_acted_without_any_claim_is_named_without_a_stance(cases: dict[str, Incident]) -> None:
    found = row(cases["i-raid"])
    assert (found.badges, found.who) == ((), "gunmen in boats")


@pytest.mark.parametrize(
    ("incident", "words"),
    [
        ("i-tansarga", "Bombing near Fada N'Gourma, Est"),
        ("i-arrest", "Arrest, Pakistan"),
        ("i-raid", "Armed assault · kidnapping, Palma, Cabo Delgado"),
        ("i-2022", "Attack"),
    ],
)
def test_a_headline_says_what_and_where(cases: dict[str, Incident], incident: str, words: str) -> None:
    assert words == headline(cases[incident])


@pytest.mark.parametrize(
    ("stage", "suicide", "words"),
    [
        ("attempted", True, "attempted suicide bombing"),
        ("foiled", None, "foiled bombing"),
        ("accomplished", None, "bombing"),
    ],
)
def test_an_attack_that_did_no_harm_is_not_shown_as_one_that_did(
    bombing: Incident, stage: str, suicide: bool | None, words: str
) -> None:
    views = {"stage": View(stage, False, ()), "suicide": View(suicide, False, ())}
    assert words == row(replace(bombing, fields={**bombing.fields, **views})).what


def values(found: Card) -> list[Value]:
    """Return every value of a card's record."""
    return [value for field in found.fields for entry in field.entries for value in entry.values]


def told(found: Card, name: str) -> list[list[tuple[str, bool, list[str]]]]:
    """Return a field's entries: each value's words, whether it is the best, and who says it in which report."""
    return [
        [(value.words, value.best, [f"{cite.who} {cite.report}" for cite in value.citings]) for value in entry.values]
        for field in found.fields
        if field.name == name
        for entry in field.entries
    ]


def test_contradicting_values_stand_together_the_best_first(bombing: Incident, behind: Behind) -> None:
    found = card(bombing, behind)
    assert told(found, "killed") == [[("≥ 7", True, ["governor's office 1"]), ("9", False, ["army 2"])]]
    assert [entry.contested for field in found.fields if field.name == "killed" for entry in field.entries] == [True]


def test_a_value_too_partial_to_be_worded_reads_as_its_quote(bombing: Incident, behind: Behind) -> None:
    assert told(card(bombing, behind), "place")[0][1] == ("“the road to Tansarga”", False, ["Radio Tapoa 2"])


def test_a_date_left_open_reads_as_its_words(bombing: Incident, behind: Behind) -> None:
    when = bombing.fields["date"]
    left_open = Told(replace(when.best, start=None, end=None, precision="unknown"), when.values[0].assertions[:1])
    found = card(replace(bombing, fields={"date": View(when.best, False, (left_open,))}), behind)
    assert told(found, "date") == [[("“on Wednesday”", False, ["Sahel Courier 1"])]]


def test_that_nobody_claims_it_is_no_opinion(bombing: Incident, behind: Behind) -> None:
    (suspected,) = bombing.responsibility[1].suspected
    silence = Stances(None, no_claim=(replace(suspected, act="no_claim", factuality="Uu"),))
    found = card(replace(bombing, responsibility=(silence,)), behind)
    assert (found.opinion, [line.actor for line in found.authority]) == ((), ["nobody named"])
    assert [badge.actor for badge in found.row.badges] == ["no claim"]


def test_that_a_named_actor_does_not_claim_it_stands_in_words(bombing: Incident, behind: Behind) -> None:
    stances = bombing.responsibility[1]
    silence = Stances(stances.actor, no_claim=stances.suspected)
    found = card(replace(bombing, responsibility=(silence,)), behind)
    assert [badge.actor for badge in found.row.badges] == ["no claim by ISSP"]


def test_each_element_of_a_list_is_an_entry_of_its_own(bombing: Incident, behind: Behind) -> None:
    assert [[words for words, _, _ in entry] for entry in told(card(bombing, behind), "targets")] == [
        ["Chinese engineers (CN)"],
        ["mine workers"],
    ]


def test_a_field_that_everybody_denies_has_no_best_value(bombing: Incident, behind: Behind) -> None:
    killed = bombing.fields["killed"]
    denied = replace(bombing, fields={"killed": View(None, False, (Told(killed.best, killed.values[0].assertions),))})
    assert told(card(denied, behind), "killed") == [[("≥ 7", False, ["army 2"])]]
    assert row(denied).tolls == ()


def test_reports_are_numbered_by_the_day_of_their_publication(bombing: Incident, behind: Behind) -> None:
    tabs = [(tab.number, tab.outlet, tab.day) for tab in card(bombing, behind).tabs]
    assert tabs == [
        (1, "Sahel Courier", "12 Sep 2024"),
        (2, "Radio Tapoa", "13 Sep 2024"),
        (3, "Horizon Brief", "16 Sep 2024"),
        (4, "صحيفة الأفق", "17 Sep 2024"),
    ]


def test_opinion_stands_apart_from_authority(bombing: Incident, behind: Behind) -> None:
    found = card(bombing, behind)
    held = {
        name: [(line.actor, cite.who) for line in lines for cell in line.cells for cite in cell]
        for name, lines in (("authority", found.authority), ("opinion", found.opinion))
    }
    assert held == {
        "authority": [("JNIM", "JNIM"), ("JNIM", "JNIM via Zallaqa channel"), ("ISSP", "army")],
        "opinion": [("ISSP", "Horizon Brief")],
    }
    assert all(remark.citing.opinion for remark in found.judged)


def test_only_stances_that_somebody_takes_have_a_column(bombing: Incident, behind: Behind) -> None:
    assert [sign.words for sign in card(bombing, behind).signs] == ["claims", "denies", "accused", "suspected"]


def test_every_citation_of_the_shown_report_has_its_words_in_the_text(bombing: Incident, behind: Behind) -> None:
    found = card(bombing, behind)
    here = {
        cite.anchor
        for cite in chain(
            (
                cite
                for field in found.fields
                for entry in field.entries
                for value in entry.values
                for cite in value.citings
            ),
            (cite for line in (*found.authority, *found.opinion) for cell in line.cells for cite in cell),
        )
        if cite.report == 1
    }
    marked = {piece.anchor for piece in (*found.headline, *found.text) if piece.anchor}
    assert here == marked
    assert found.loose == ()


def test_the_machine_s_certainty_stands_beside_the_value_that_it_is_of(bombing: Incident, behind: Behind) -> None:
    found = values(card(bombing, behind))
    assert [(value.words, value.certainty) for value in found if value.certainty] == [("≥ 7", ".87")]


def test_a_card_without_any_text_keeps_its_quotes(bombing: Incident, behind: Behind) -> None:
    assert behind.shown
    found = card(bombing, replace(behind, shown=replace(behind.shown, text="")))
    assert (found.headline, found.text) == ((), ())
    assert "Killed: ≥ 7 · governor's office" in {words.title for words in found.loose}


def test_an_incident_whose_accounts_are_gone_still_has_a_card(bombing: Incident) -> None:
    found = card(bombing, Behind(()))
    assert (found.tabs, found.tab) == ((), None)
    assert {0} == {cite.report for field in found.fields for cite in field.entries[0].values[0].citings}


def test_the_matrix_counts_incidents_by_actor_and_target(cases: dict[str, Incident]) -> None:
    found = matrix(cases.values())
    assert [column.code for column in found.columns] == ["CN", "BF", "CA", "business", "military"]
    assert [(line.actor_id, line.name, line.counts, line.incidents) for line in found.lines] == [
        ("jnim", "JNIM", (1, 1, 1, 1, 1), 2),
        ("issp", "ISSP", (1, 0, 0, 1, 0), 1),
    ]


def test_who_only_denies_is_not_in_the_matrix(bombing: Incident) -> None:
    denies = tuple(replace(stances, claims=(), accused=(), suspected=()) for stances in bombing.responsibility)
    assert matrix([replace(bombing, responsibility=denies)]).lines == ()
