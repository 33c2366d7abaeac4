"""Whose hands did it: those who only fell, ran into a mine or are quoted did not. Nothing told here happened."""

from datetime import date

import pytest
from tests.pages import report, told, tree

from tocsin.extract.grammar.tree import agent_of, children
from tocsin.model.record import Event

_SETTING = " The insurgency and the civil war in the region have lasted for years."


def _events(text: str) -> tuple[Event, ...]:
    return report(text + _SETTING).events


def _low(event: Event, field: str) -> int | None:
    count = getattr(event, field)
    return None if count is None else count.low


FALLEN = (
    "In an assault on a camp in Menaka on Monday, six soldiers died.",
    "During a raid on a base near Dikwa on Tuesday, nine policemen were killed.",
    "A patrol struck a mine near Bama on Sunday, and two soldiers were wounded.",
    "Troops hit a roadside bomb outside Kismayo on Wednesday; four of them were killed.",
)


@pytest.mark.parametrize("text", FALLEN)
def test_a_force_that_only_fell_did_nothing(text: str) -> None:
    (event,) = _events(text)

    assert event.kind == "attack"
    assert event.authority is None
    assert not event.perpetrators


RAIDED = (
    ("In a raid on a camp near Dikwa on Tuesday, troops killed nine militants.", "troops"),
    ("Soldiers struck a bomb factory near Hit on Monday, killing six militants.", "Soldiers"),
    ("Soldiers stormed a hideout near Ansongo on Monday and killed four gunmen.", "Soldiers"),
)


@pytest.mark.parametrize(("text", "force"), RAIDED)
def test_a_force_that_raids_militants_carries_out_an_operation(text: str, force: str) -> None:
    (event,) = _events(text)

    assert event.kind == "operation"
    assert event.authority is not None
    assert event.authority.text == force


def test_police_who_end_an_attack_are_no_doers_of_it() -> None:
    (event,) = _events("A man stabbed four people at a mosque in Lyon on Monday before he was shot by police.")

    assert [who.text for who in event.perpetrators] != ["police"]
    assert not any("police" in who.text for who in event.perpetrators)


def test_a_doer_in_quotation_marks_is_only_a_speaker_s_word() -> None:
    (frame,) = told('The outlet wrote that "soldiers of the state" had killed nine villagers near Beni.')[:1]

    assert not [r for r in frame.readings if r.field == "perpetrators"]


def test_a_former_commander_shot_by_men_is_a_victim() -> None:
    (event,) = _events("Two men on a motorcycle shot dead a former commander of the Free Syrian Army on Monday.")

    assert event.kind == "attack"
    assert (_low(event, "killed"), event.killed_perpetrators) == (1, None)
    assert [who.text for who in event.perpetrators] == ["Two men on a motorcycle"] or not event.perpetrators


PRONOUNS = (
    ("Gunmen stopped a bus near Gao on Monday, dragged out nine passengers and killed them.", "killed", 9),
    ("Rebels seized four villagers near Beni on Friday, tied their hands and killed them.", "killed", 4),
    ("Troops surrounded six militants near Gao on Monday and killed them.", "killed_perpetrators", 6),
)


@pytest.mark.parametrize(("text", "field", "low"), PRONOUNS)
def test_them_are_the_people_to_whom_the_same_hands_did_something_before(text: str, field: str, low: int) -> None:
    assert _low(_events(text)[0], field) == low


def test_who_is_freed_is_not_killed() -> None:
    assert all(
        _low(e, "killed") is None for e in _events("Rebels took nine farmers near Beni and on Sunday freed them.")
    )


AMONG = (
    ("A bomb in a market in Kor killed three people on Monday, a Swede and a Turk among them.", 3),
    ("Gunmen killed six people, a monk among them, in Gao on Friday.", 6),
    ("Gunmen killed six soldiers, three farmers and a priest in Gao on Friday.", 10),
)


@pytest.mark.parametrize(("text", "low"), AMONG)
def test_those_among_them_are_counted_once(text: str, low: int) -> None:
    assert _low(_events(text)[0], "killed") == low


def test_who_did_it_themselves_did_not_die() -> None:
    (event,) = _events(
        "The rebels killed the farmers near Rutshuru on Monday, the army said. The FDLR killed them itself."
    )

    assert event.killed_perpetrators is None


WORDS = (
    "Jihadist fighters fell upon an army patrol near Beni on Monday.",
    "Two shells landed in Donetsk on Tuesday.",
    "A bomb wrecked the car of a mayor in Ajaccio on Sunday.",
    "Somebody put a dozen bullets through a transformer outside Yakima on Friday.",
    "Gunmen pulled a councillor off a bus near Tillaberi on Tuesday.",
    "On Monday one of its jets bombed the airstrip at Goma.",
)


@pytest.mark.parametrize("text", WORDS)
def test_idioms_of_violence_tell_an_attack(text: str) -> None:
    assert any(frame.kind == "attack" and frame.deed for frame in told(text))


CALM = (
    "Rain fell upon the town of Beni on Monday.",
    "The eyes of the world fell on soldiers in Kabul.",
    "A driver was pulled from a car by rescuers in Kobe on Tuesday.",
    "A missile fell in the sea off Japan on Monday.",
    "He put a dozen stamps through the machine.",
    "The storm wrecked the car of a mayor in Ajaccio on Sunday.",
)


@pytest.mark.parametrize("text", CALM)
def test_words_that_fall_or_pull_otherwise_tell_nothing(text: str) -> None:
    assert not told(text)


def test_two_acts_of_other_days_and_towns_are_not_one() -> None:
    frames = told(
        "A nurse was killed in October when rebels ambushed a bus near Dairut, and on 26 February a bomb in Cairo "
        "killed three people."
    )

    assert [r.value.low for f in frames for r in f.readings if r.field == "killed"] == [1, 3]
    assert len(frames) == 2


def test_shot_dead_has_its_doer() -> None:
    grown, _ = tree("Two men on a motorcycle shot dead a former commander who had left the army.")
    verb = next(token.index for token in grown.tokens if token.text == "shot")
    doer = agent_of(grown, verb)

    assert doer is not None
    assert grown.tokens[doer].text == "men"
    assert [grown.tokens[i].text for i in children(grown, verb, "dobj")] == ["commander"]


def test_whose_victim_stands_before_the_doer() -> None:
    grown, _ = tree(
        "The mission, whose own attaché the group murdered in Queens in 1980, pointed the finger at others."
    )
    verb = next(token.index for token in grown.tokens if token.text == "murdered")
    doer = agent_of(grown, verb)

    assert doer is not None
    assert grown.tokens[doer].text == "group"
    assert [grown.tokens[i].text for i in children(grown, verb, "dobj")] == ["attaché"]


def test_who_says_a_thing_last_is_none_of_those_it_befell() -> None:
    (event,) = _events("Troops opened fire in Mon on Sunday, killing seven villagers, a senior officer in Kor said.")

    assert [target.text for target in event.targets] == ["seven villagers"]


@pytest.mark.parametrize("doer", ["A sympathiser of Islamic State", "An admirer of Islamic State"])
def test_who_only_sides_with_a_group_is_not_the_group(doer: str) -> None:
    (event,) = _events(f"{doer} shot four people dead in Vienna on Monday, the minister said.")

    sides = [*event.perpetrators, *(one.actor for one in event.responsibility if one.actor is not None)]
    assert all(side.actor_id is None for side in sides)


def test_a_day_of_the_calendar_is_the_weekday_before_it() -> None:
    (event,) = _events("A car bomb exploded in Omagh on a busy Saturday afternoon on 1 June 2024 and killed 29 people.")

    assert event.date is not None
    assert (event.date.start, event.date.end) == (date(2024, 6, 1), date(2024, 6, 1))


def test_what_a_leopard_did_is_no_attack() -> None:
    text = "Ten villagers were injured on Wednesday when a leopard strayed into Kor. The leopard was beaten to death."
    assert not report(text).events
