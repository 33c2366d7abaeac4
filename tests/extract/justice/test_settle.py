"""Acts of justice beside violence: the crime keeps its own day and town, and nobody is told of twice."""

from importlib.resources import files

import pytest
from tests.pages import document, report

from tocsin.model.record import Event
from tocsin.model.text import Document
from tocsin.pipeline import analyze
from tocsin.read import read_file


def kinds(text: str) -> list[tuple[str, bool]]:
    """Return the kinds of the events of a text, each with whether it is news."""
    return [(event.kind, event.main) for event in report(text).events]


def of(text: str, kind: str) -> Event:
    """Return the only event of a kind."""
    (event,) = [event for event in report(text).events if event.kind == kind]
    return event


VERDICT = (
    "Iran executed three men on Sunday for a bombing in the city of Shiraz in 2008, state media reported. "
    "The blast at a mosque killed 14 worshippers."
)


def test_the_crime_behind_a_trial_is_recalled_with_its_own_day_place_and_dead() -> None:
    attack, trial = of(VERDICT, "attack"), of(VERDICT, "trial")

    assert (attack.main, trial.main) == (False, True)
    assert attack.date is not None and str(attack.date.start) == "2008-01-01"
    assert trial.date is not None and str(trial.date.start) == "2024-06-02"
    assert attack.place is not None and attack.place.name == "Shiraz"
    assert attack.killed is not None and attack.killed.low == 14


def test_a_trial_follows_the_crime_that_its_sentence_tells() -> None:
    attack, trial = of(VERDICT, "attack"), of(VERDICT, "trial")

    assert [(link.relation, link.event) for link in trial.links] == [("follows", attack.id)]


def test_those_whom_a_court_puts_to_death_are_no_victims_of_an_attack() -> None:
    found = report("A militant who tried to kill the president with a bomb was executed by hanging on Wednesday.")

    assert all(event.killed is None for event in found.events if event.kind == "attack")


def test_a_charge_of_murder_is_no_attack_of_its_own() -> None:
    text = "An alleged commander of the Lord's Resistance Army faces charges of murder and abduction at a court."

    assert kinds(text) == [("trial", True)]


RAIDS = [
    "Police arrested four men suspected of links to Islamic State in a raid on a farm near Arauca on Tuesday.",
    "A fugitive from the bombings was captured after a shootout with police in Brussels on Friday.",
    "German prosecutors said that they had launched raids on Wednesday against a group suspected of terrorism.",
]


@pytest.mark.parametrize("text", RAIDS)
def test_arrests_in_a_raid_or_after_a_fight_are_an_operation_and_a_raid_by_the_state_is_no_attack(text: str) -> None:
    assert kinds(text) == [("operation", True)]


def test_the_arrests_told_after_a_plot_are_of_the_plot() -> None:
    text = (
        "Police disrupted a cell that was preparing attacks on churches in Java, a spokesman said on Sunday. "
        "Seven militants were detained in Solo."
    )
    plot = of(text, "plot")

    assert len(report(text).events) == 1
    assert plot.arrested is not None and plot.arrested.low == 7


def test_two_tellings_of_one_arrest_as_arrest_and_plot_are_one_event() -> None:
    text = (
        "Three militants from a banned group were arrested on Wednesday in Charsadda, Pakistan, police said.\n\n"
        "Police stopped an attack by arresting three militants who were planning to carry out blasts in Charsadda."
    )

    assert kinds(text) == [("plot", True)]


def test_those_told_of_again_are_one_subject() -> None:
    text = (
        "Spanish police arrested three men suspected of links to Islamic State. "
        "The men were taken without resistance at a farm near Lleida on Wednesday."
    )
    arrest = of(text, "arrest")

    assert [subject.text for subject in arrest.subjects] == ["three men"]
    assert arrest.place is not None and arrest.place.name == "Lleida"
    assert arrest.date is not None and str(arrest.date.start) == "2024-06-05"


SEATS = [
    ("A judge in Madrid remanded two members of ETA in custody on Tuesday.", "A judge in Madrid"),
    ("Three men suspected of terrorism have been arrested, police said.", "police"),
    ("A former soldier has been charged with three bombings of railway lines, prosecutors said.", "prosecutors"),
]


@pytest.mark.parametrize(("text", "words"), SEATS)
def test_the_authority_keeps_its_seat_and_the_force_that_reports_its_own_act_is_it(text: str, words: str) -> None:
    (event,) = report(text).events[:1]

    assert event.authority is not None
    assert event.authority.text == words


@pytest.mark.parametrize(("name", "kind"), [("trial-stockholm.txt", "trial"), ("analysis-benin-north.html", "attack")])
def test_the_samples_of_a_trial_and_an_analysis_give_their_records(name: str, kind: str) -> None:
    (sample,) = read_file(str(files("tocsin.data") / "samples" / name))
    assert isinstance(sample, Document)
    found = analyze(sample)

    assert kind in [event.kind for event in found.events if event.main]


HARMLESS = [
    "Opposition leader detained\n\nPolice detained an opposition leader on Monday as she returned for a rally. "
    "She was charged with unlawful assembly.",
    "Husband gets life\n\nA man was sentenced to life in prison on Thursday for the murder of his wife. "
    "The jury found him guilty after two hours.",
    "Kidnapper of heiress jailed\n\nA man who kidnapped an heiress for a ransom was jailed for nine years on Monday.",
    "Police chief arrested\n\nThe police chief of a port was arrested on Tuesday on corruption charges. "
    "Soldiers disarmed his officers.",
    "Dam trial\n\nTwo former ministers went on trial on Monday over the collapse of a dam that killed 60 villagers. "
    "They face charges of negligence.",
    "Judge shot in row\n\nA judge was shot in a dispute over a parking space on Monday. A suspect was picked up. "
    "Police said the motive was personal.",
    "Drill at airport\n\nPolice stopped a mock plot in an exercise in which actors played terrorists who were held.",
    "Bomber remembered\n\nA museum has put on show evidence from the trial of a bomber who was convicted in 1974.",
    "Migrants held\n\nMore than 200 migrants were rounded up in raids on Monday. They will be deported.",
    "Striker banned\n\nThe association banned the striker for ten matches on Tuesday. He lost his appeal.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_news_of_courts_and_police_gives_nothing(text: str) -> None:
    assert analyze(document(text)).events == ()
