"""Sentences told by their noun, confirmed or announced; the crime's own date; plots tried; listings told by a noun."""

import pytest
from tests.pages import report

from tocsin.model.record import Event


def of(text: str, kind: str) -> list[Event]:
    """Return the events of a kind."""
    return [event for event in report(text).events if event.kind == kind]


SENTENCES = [
    ("A court in Istanbul handed down life terms to three members of Islamic State on Monday.", "three members of"),
    (
        "The army chief on Monday confirmed the death sentences passed by military courts on 30 militants.",
        "30 militants",
    ),
    (
        "The army announced the death penalty for nine militants linked to terrorist attacks on Monday.",
        "nine militants",
    ),
    ("Oslo District Court gave a neo-Nazi student 21 years on Monday for an attack on a mosque.", "student"),
]


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_a_sentence_told_by_its_noun_is_a_trial_of_those_who_get_it(text: str, words: str) -> None:
    (trial,) = of(text, "trial")
    assert any(words in subject.text for subject in trial.subjects)


SEEN = [
    "Three men charged under the Terrorism Act made a short appearance at a magistrates court in London on Monday.",
    "A court in Dhaka placed four suspected militants on a four-day remand on Monday.",
    "Eight men accused of a bombing appeared at the Old Bailey on Monday.",
]


@pytest.mark.parametrize("text", SEEN)
def test_an_appearance_and_a_remand_are_trials(text: str) -> None:
    (trial,) = of(text, "trial")
    assert trial.main and trial.subjects


UNSEEN = [
    "The minister made an appearance at a rally for victims of the bombing on Monday.",
    "The army placed four guards on the bridge that terrorists had bombed.",
]


@pytest.mark.parametrize("text", UNSEEN)
def test_other_appearances_and_placings_are_none(text: str) -> None:
    assert not of(text, "trial")


NO_SENTENCES = [
    "Prosecutors demanded life terms for three members of Islamic State.",
    "The club gave its striker, a survivor of the bombing, a contract of three years.",
    "The army announced a new road for nine villages.",
    "The surgeon gave a victim of the bombing ten more years.",
]


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_what_is_demanded_or_given_otherwise_is_no_trial(text: str) -> None:
    assert not of(text, "trial")


DATED = [
    "A court has upheld death sentences on two men for their roles in a bombing of the parliament in December 2001.",
    "A militia commander faces charges of war crimes over the burning of villages in Ituri in 2003.",
    "A judge sentenced a jihadist to life for the attack on a bus in March 2015.",
]


@pytest.mark.parametrize("text", DATED)
def test_a_month_or_year_told_after_the_crime_is_not_the_day_of_the_trial(text: str) -> None:
    (trial,) = of(text, "trial")
    assert trial.main and trial.date is None


PLOTS = [
    "Two jihadists accused of plotting to attack a concert in Vienna appeared in court on Monday.",
    "A neo-Nazi was jailed on Monday for planning to bomb a mosque in Leeds.",
    "A jury found three men guilty on Monday of conspiring to attack a synagogue in Manchester with rifles.",
]


@pytest.mark.parametrize("text", PLOTS)
def test_the_plot_that_a_trial_is_about_is_recalled_where_its_place_is_told(text: str) -> None:
    (plot,) = of(text, "plot")
    assert not plot.main and plot.stage == "foiled"
    assert [event.main for event in of(text, "trial")] == [True]


NO_PLOTS = [
    "A neo-Nazi was jailed on Monday for planning attacks.",
    "A court acquitted two men on Monday of plotting to bomb a station in Madrid.",
    "A jihadist was jailed on Monday for planning the attack that killed six people in Kor.",
]


@pytest.mark.parametrize("text", NO_PLOTS)
def test_a_plot_without_place_or_day_one_denied_and_one_carried_out_are_none(text: str) -> None:
    assert not of(text, "plot")


LISTED = [
    (
        "The State Department on Monday announced the addition of five militants to its terrorist list.",
        "five militants",
    ),
    ("New Zealand designated the Base, a neo-Nazi network, a terrorist entity on Monday.", "the Base"),
    ("The EU froze the assets of two Hamas commanders on Monday.", "two Hamas commanders"),
    ("Washington offers rewards of up to $5m for information that disrupts the oil trade of Islamic State.", "Islamic"),
]


@pytest.mark.parametrize(("text", "words"), LISTED)
def test_listings_told_by_a_noun_frozen_assets_and_rewards_are_designations(text: str, words: str) -> None:
    (listing,) = of(text, "designation")
    assert any(words in subject.text for subject in listing.subjects)


NOT_LISTED = [
    "The league announced the addition of two clubs to its list.",
    "The bank froze the assets of a bankrupt builder whose brother had died in a bombing.",
    "A shop offered a reward of $500 for information on a stolen van.",
]


@pytest.mark.parametrize("text", NOT_LISTED)
def test_other_lists_assets_and_rewards_are_none(text: str) -> None:
    assert not of(text, "designation")


HELD = [
    "Spain's Civil Guard has announced the arrest in Melilla of a man accused of recruiting for Islamic State.",
    "A suspect in the bombing of a mosque is held, police said on Monday.",
    "The arrest near Lyon of two members of ETA was announced by the interior minister on Monday.",
]


@pytest.mark.parametrize("text", HELD)
def test_an_arrest_told_by_its_noun_and_a_suspect_held_by_nobody_named_are_arrests(text: str) -> None:
    assert len(of(text, "arrest")) == 1


def test_the_men_arrested_yesterday_are_those_of_whom_the_arrest_was_told() -> None:
    text = (
        "Five men were arrested in Leeds on suspicion of preparing a terrorist attack, police said. "
        "Four of the men arrested on Wednesday are brothers."
    )
    found = [event for event in report(text).events if event.kind in ("arrest", "plot")]
    assert len(found) == 1
