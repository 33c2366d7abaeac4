"""What a clause judges: its type, how sure its holder is, who holds it, and that it is told again without names."""

import pytest
from tests.pages import report

from tocsin.model.record import Assessment

LEAD = "Boko Haram gunmen attacked a village near Gubio on Tuesday, killing nine people.\n\n"

TYPES = [
    # gap
    ("The motive for the attack was unclear.", "gap"),
    ("It was not immediately clear who was behind the attack.", "gap"),
    ("The claim could not be independently verified.", "gap"),
    ("Police did not say whether a ransom had been demanded.", "gap"),
    ("Officials gave no details of the casualties.", "gap"),
    ("The whereabouts of the hostages remain unknown.", "gap"),
    ("Investigators are trying to determine how the attackers got in.", "gap"),
    ("Nobody knows who ordered the killings.", "gap"),
    ("The authorities have not identified the attackers.", "gap"),
    ("It is too early to say who carried it out, the police chief said.", "gap"),
    ("The killers have never been found.", "gap"),
    # trend
    ("Attacks in the region have increased sharply since January.", "trend"),
    ("The raid was the latest in a string of attacks on farmers.", "trend"),
    ("It was the third attack on the village in a month.", "trend"),
    ("The insurgency has killed more than 35,000 people and displaced two million.", "trend"),
    ("Violence has surged across the north this year.", "trend"),
    ("More than 400 soldiers have been killed since the start of the year.", "trend"),
    ("The group frequently carries out attacks in the state.", "trend"),
    ("Kidnappings are common in the region.", "trend"),
    ("The region has seen a rise in attacks on schools.", "trend"),
    ("Hundreds of people have been killed in clashes this year.", "trend"),
    # grievance
    ("The group exploits anger over the abuses of the army.", "grievance"),
    ("Many villagers feel abandoned by the state, an analyst said.", "grievance"),
    ("Resentment of the security forces brings the insurgents recruits.", "grievance"),
    ("The militants feed on poverty and marginalisation.", "grievance"),
    # motive
    ("The attack was in retaliation for the arrest of a commander.", "motive"),
    ("The group said it had killed the men because they were spies.", "motive"),
    ("The gunmen accused the villagers of collaborating with the army.", "motive"),
    ("Boko Haram called the raid revenge for the death of its leader.", "motive"),
    ("The bombing was aimed at derailing the peace talks, the minister said.", "motive"),
    ("Police believe the killing was politically motivated.", "motive"),
    ("The violence stemmed from a dispute over grazing land.", "motive"),
    # intent
    ("The group wants to establish an Islamic state.", "intent"),
    ("The militants have been fighting to overthrow the government since 2009.", "intent"),
    ("The insurgents are planning further attacks, the army said.", "intent"),
    ("Boko Haram, which seeks to impose its version of Islamic law, has not commented.", "intent"),
    ("The rebels may be trying to exploit a dispute between clans.", "intent"),
    # capability
    ("The group can still strike at the heart of the capital.", "capability"),
    ("The insurgents have about 2,000 fighters in the forest, a diplomat said.", "capability"),
    ("The militants control large parts of the countryside.", "capability"),
    ("The group has been weakened by a military offensive.", "capability"),
    ("The insurgents are running out of food and ammunition.", "capability"),
    ("The attackers are able to launch raids at will, analysts say.", "capability"),
    ("The group funds itself through ransoms and smuggling.", "capability"),
    # exposure
    ("The village, which has no police station, was an easy target.", "exposure"),
    ("Schools in the north are vulnerable to attack.", "exposure"),
    ("Aid workers have often been targeted by the militants.", "exposure"),
    ("The camp was poorly guarded.", "exposure"),
    # response
    ("The governor imposed a curfew on the town.", "response"),
    ("The army has deployed more troops to the area.", "response"),
    ("Security was tightened at airports and hotels.", "response"),
    ("The president ordered an investigation into the attack.", "response"),
    ("Police launched a manhunt for the attackers.", "response"),
    ("The United States advised its citizens to leave the area.", "response"),
    ("The oil company suspended operations in the state.", "response"),
    ("The president vowed to hunt down the killers.", "response"),
    ("All schools in the district were closed.", "response"),
    # outlook
    ("Analysts warned that further attacks were likely.", "outlook"),
    ("The killings could trigger reprisals.", "outlook"),
    ("Diplomats fear that the violence will spread to the coast.", "outlook"),
    ("The attack raised fears of a return to civil war.", "outlook"),
    ("He expects more attacks before the elections.", "outlook"),
    ("The insurgents are likely to regroup, a monitor said.", "outlook"),
    # significance
    ("It was the deadliest attack in the state this year.", "significance"),
    ("It was the deadliest attack in the state in a decade.", "significance"),
    ("The raid was a blow to the government.", "significance"),
    ("The attack shows that no town is safe, an analyst said.", "significance"),
    ("It was the first attack of its kind in the town.", "significance"),
    ("The killing marked an escalation of the conflict.", "significance"),
]

NOTHING = [
    "The president condemned the attack.",
    "The minister offered his condolences to the families.",
    "Police cordoned off the road.",
    "Nine people were killed.",
    "The official spoke on condition of anonymity because he was not authorized to brief the media.",
    "The death toll could rise, a doctor said.",
    "A prayer was held for the victims, and the king expressed his outrage at the cowardly act.",
    "The gunmen came on motorcycles and opened fire.",
    "The rights group wants the minister to resign.",
]

SURE = [
    ("The group may exploit anger over the killings, an analyst said.", "PS+", "expert"),
    ("The killings could trigger reprisals.", "PS+", "author"),
    ("The insurgents will probably regroup and will likely return, a diplomat said.", "PR+", "unknown"),
    ("Police said the motive was not known.", "Uu", "authority"),
    ("Investigators would not say whether the two attacks were linked.", "CTu", "author"),
    ("The insurgents can no longer hold a town.", "CT-", "author"),
    ("Attacks have doubled since April, the army said.", "CT+", "authority"),
    ("The army fears more attacks.", "PS+", "authority"),
    ("Boko Haram said that the raid was revenge for an air strike.", "CT+", "group"),
]


def judged(sentence: str) -> list[Assessment]:
    found = report(LEAD + sentence).assessments
    return [one for one in found if one.span.start >= len(LEAD)]


@pytest.mark.parametrize(("sentence", "kind"), TYPES)
def test_a_cue_makes_its_type(sentence: str, kind: str) -> None:
    assert [one.type for one in judged(sentence)][:1] == [kind]


@pytest.mark.parametrize("sentence", NOTHING)
def test_condolences_tolls_and_truisms_are_no_judgements(sentence: str) -> None:
    assert judged(sentence) == []


@pytest.mark.parametrize(("sentence", "factuality", "holder"), SURE)
def test_hedges_and_holders_are_kept(sentence: str, factuality: str, holder: str) -> None:
    one = judged(sentence)[0]
    assert (one.factuality, one.holder.kind) == (factuality, holder)


def test_each_clause_is_one_assessment() -> None:
    found = judged("The motive was unclear, and the army has deployed more troops to the area.")
    assert [one.type for one in found] == ["gap", "response"]


def test_the_quote_is_its_span_and_every_assessment_is_about_something() -> None:
    whole = report(LEAD + "The group wants to establish an Islamic state, an analyst said. The motive was unclear.")
    for one in whole.assessments:
        assert one.quote == one.span.of(whole.document.text)
        assert one.about.event == "e1"


def test_the_group_is_the_one_named_last() -> None:
    (one,) = judged("The group wants to establish an Islamic state.")
    assert one.about.actor is not None
    assert one.about.actor.actor_id == "boko-haram"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The group may exploit anger over the killings, an analyst said.",
            "According to an analyst, the group may exploit anger over the killings.",
        ),
        ("The motive for the attack was unclear.", "The motive for the attack was unclear."),
        (
            '"We will hunt down the killers," the president said.',
            "According to the president, they will hunt down the killers.",
        ),
    ],
)
def test_a_judgement_is_told_in_the_third_person(sentence: str, told: str) -> None:
    assert judged(sentence)[0].text == told


def test_private_names_are_not_told_again() -> None:
    found = judged("Mary Johnson, a shopkeeper, said that John Peters was an easy target.")
    assert all("Peters" not in one.text and "Johnson" not in one.text for one in found)
