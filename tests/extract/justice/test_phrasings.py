"""Arrests, trials, listings and stopped plots in the many words in which news tells them."""

import pytest
from tests.pages import tree

from tocsin.extract.justice.frames import justice
from tocsin.extract.reading import Frame
from tocsin.knowledge import load


def founding(text: str) -> list[Frame]:
    """Return the frames of justice that can found an event."""
    grown, heard = tree(text)
    frames = [f for s in grown.page.page.sentences for f in justice(grown, s, heard, load().lexicon)]
    return [f for f in frames if f.founds and f.kind in ("arrest", "trial", "designation", "plot")]


ARRESTS = [
    ("The minister announced the arrests of two suspects in the airport bombing.", 2),
    ("Dozens of suspected jihadists were rounded up in the north of the country on Monday.", 24),
    ("A suspected member of Abu Sayyaf is in custody over the bombing of a bus.", 1),
    ("A man wanted over the mosque attack turned himself in at a police station on Saturday.", 1),
    ("A suspect surrendered on Wednesday in the killing of a judge in an ambush.", 1),
    ("The leader of the rebel cell fell into the hands of the army on Tuesday.", 1),
    ("Detectives have nabbed a bomb maker of al-Shabaab who had been on the run.", 1),
    ("Police have two men in custody over the grenade attack.", 2),
    ("Soldiers caught three insurgents in a hut near Marawi.", 3),
    ("Police said that they had picked up six suspected members of the banned militant group.", 6),
    ("Police made 12 arrests in connection with the bombing.", 12),
    ("The army took into custody three members of the New People's Army.", 3),
    ("Soldiers arrested an Abu Sayyaf leader, a financier and three of their associates in Jolo on Tuesday.", 5),
    ("Police arrested a Boko Haram commander along with two fighters in Kano on Tuesday.", 3),
    ("Soldiers detained one suspected militant and weapons near Marawi on Tuesday.", 1),
    ("Iraqi forces confirmed the arrest of an insurgent financial coordinator in Mosul on May 11.", 1),
]


@pytest.mark.parametrize(("text", "count"), ARRESTS)
def test_an_arrest_is_told_in_many_words_with_how_many_are_held(text: str, count: int) -> None:
    (frame,) = founding(text)

    assert frame.kind == "arrest"
    assert frame.first("arrested").low == count


TRIALS = [
    ("The death sentence has been imposed on a member of Jemaah Islamiyah for his part in the bombing.", "tried"),
    ("A warrant was issued on Tuesday by a court in Paris for a general accused of war crimes.", "tried"),
    ("Prosecutors filed terrorism charges against three students on Monday.", "tried"),
    ("A 22-year-old man was handed 20 years at Leeds Crown Court for planning to attack a synagogue.", "tried"),
    ("The man who bombed the marathon lost his appeal against his sentence on Friday.", "tried"),
    ("An alleged commander of the rebels faces charges of murder at an international court.", "tried"),
    ("Two members of ETA were remanded in custody by a judge in Madrid on Tuesday.", "tried"),
    ("A leader of the banned militant group was hanged in a prison in Gazipur for a grenade attack.", "killed"),
    ("A man accused of helping the gunmen who killed 12 people walked free on Monday.", "tried"),
    ("Two brothers were acquitted of plotting to bomb a shopping centre.", "tried"),
    ("The jury found a former soldier guilty on Thursday of murdering a student in a hate crime.", "tried"),
    ("The trial of the man accused of killing 51 worshippers at two mosques began on Monday.", "tried"),
    ("Iran executed three men on Sunday for a bombing in 2008.", "killed"),
    ("A military court has sentenced to death by firing squad two members of al-Shabaab.", "tried"),
    ("A court on Friday released seven suspects who had been held over the Easter bombings.", "released"),
    (
        "The Supreme Court ordered the release of a militant convicted of the murder of a journalist.",
        "released",
    ),
    ("Jurors were told on Tuesday that a man accused of bombing a church had bought the fuses online.", "tried"),
    ("A former militia leader appeared before judges in The Hague, accused of war crimes.", "tried"),
    ("Three suspects were charged with terrorism offences in Nairobi over an attack on a hotel.", "tried"),
    ("The attorney general charged eight retired officers with the murder of 24 civilians in a massacre.", "tried"),
]


@pytest.mark.parametrize(("text", "role"), TRIALS)
def test_a_proceeding_is_told_in_many_words_with_the_part_of_those_concerned(text: str, role: str) -> None:
    (frame,) = founding(text)

    assert frame.kind == "trial"
    assert {r.value.role for r in frame.readings if r.field == "subjects"} == {role}


LISTINGS = [
    "Canada said on Friday that it had added the Houthis to its terror list.",
    "The interior minister has outlawed a neo-Nazi network.",
    "The UN Security Council has placed two financiers of al-Shabaab under sanctions.",
    "The State Department offered a reward of up to $10m for information on a commander of Islamic State.",
    "The department announced rewards for information leading to the location of eight leaders of al-Qaida.",
    "The government on Thursday declared Jund al-Sham, a jihadist group, a banned organisation.",
    "Britain banned the Wagner group as a terrorist organisation on Wednesday.",
]


@pytest.mark.parametrize("text", LISTINGS)
def test_a_listing_ban_or_reward_is_told_in_many_words(text: str) -> None:
    assert [frame.kind for frame in founding(text)] == ["designation"]


PLOTS = [
    "Police disrupted a cell that was preparing attacks on churches, a spokesman said.",
    "The security service said on Monday that it had prevented an attack on a railway in Samara.",
    "Soldiers discovered and defused a car packed with explosives near the airport.",
    "A bomb was found under a bridge in Derry on Saturday.",
    "Two improvised explosive devices found near a police post were destroyed in a controlled explosion.",
    "The police on Sunday foiled a terror bid in the city.",
    "Police arrested 15 suspected militants for planning attacks on places of worship.",
]


@pytest.mark.parametrize("text", PLOTS)
def test_a_plan_or_a_bomb_that_was_stopped_is_a_plot(text: str) -> None:
    assert [frame.kind for frame in founding(text)] == ["plot"]


NONE = [
    "A 500 kg bomb from World War II was found at a building site in Cologne and defused.",
    "A passenger who joked about a bomb in his bag was detained at the airport.",
    "A militant who tried to kill the president in 2003 was buried on Monday.",
    "A journalist was jailed for two years for insulting the king.",
    "Police arrested 40 protesters during a rally against taxes.",
    "Opposition leaders were charged with unlawful assembly after a peaceful march.",
    "A nurse was convicted of murdering seven patients.",
    "Two poachers were jailed for killing elephants with a bomb.",
    "Six men were charged with smuggling cocaine.",
    "Experts detonated a second bomb beside the first one.",
    "The EU imposed sanctions on companies that trade in oil.",
    "The security service says that it has stopped five terrorist plots in the country since 2023.",
    "The league banned a striker for violent conduct on the pitch.",
]


@pytest.mark.parametrize("text", NONE)
def test_ordinary_crime_protest_jokes_and_old_shells_are_no_acts_of_justice(text: str) -> None:
    assert founding(text) == []


TOTALS = [
    "With his capture, troops have detained more than 25 Abu Sayyaf leaders since December 1.",
    "Over the past month the army has arrested scores of suspected insurgents in Borno.",
]


@pytest.mark.parametrize("text", TOTALS)
def test_what_counts_arrests_over_months_is_no_arrest(text: str) -> None:
    assert not founding(text)
