"""What a clause judges: its type, how sure its holder is, who holds it, and that it is told again without names."""

import pytest
from tests.extract.judgements.judged import LEAD, judged
from tests.pages import report

TYPES = [
    ("The motive for the attack is not yet known.", "gap"),
    ("Police said they did not know who was behind the shooting.", "gap"),
    ("No evidence has been made public.", "gap"),
    ("The statement gave no details of the attackers.", "gap"),
    ("It was not immediately clear how the men had entered the compound.", "gap"),
    ("The fate of the two hostages remains unknown.", "gap"),
    ("It was the third such attack in the district this year.", "trend"),
    ("More than 400 people have been killed by the group since January, according to a monitor in Nairobi.", "trend"),
    ("Attacks on aid workers have doubled since 2020, the United Nations says.", "trend"),
    ("The insurgency has killed 40,000 people and displaced two million.", "trend"),
    ("Houthis have attacked journalists before.", "trend"),
    ("Sixteen journalists have been killed in the country since 2015.", "trend"),
    ("The region is less affected by violence than other parts of the country.", "trend"),
    ("Residents complain that the army treats every herder as a rebel.", "grievance"),
    ("The group feeds on anger over land seizures, analysts say.", "grievance"),
    ("The militants say that the government has robbed the province of its gas.", "grievance"),
    ("Young men feel abandoned by the state.", "grievance"),
    ("The group said the attack was revenge for the killing of its leader.", "motive"),
    ("He had called the victims traitors.", "motive"),
    ("The bombing was meant to derail the talks, a diplomat said.", "motive"),
    ("Police said mental health problems may have been a factor.", "motive"),
    ("The group wants to drive foreign companies out of the region.", "intent"),
    ("The movement seeks to retake power and impose its version of Islamic law.", "intent"),
    ("We will continue to strike the group, the coalition said.", "intent"),
    ("The group may be trying to regain ground before the rains.", "intent"),
    ("The insurgents can still field several hundred men.", "capability"),
    ("The group lacks the means to hold a town, security officials say.", "capability"),
    ("It earns millions of dollars a year from kidnapping.", "capability"),
    ("The militants used the hospital as a base.", "capability"),
    ("Chinese workers are most exposed because they travel without escorts.", "exposure"),
    ("Convoys on the road are easy targets.", "exposure"),
    ("There is no specific threat to Australians at home, the police said.", "outlook"),
    ("The government closed the border on Wednesday.", "response"),
    ("China has asked Pakistan to let its own security staff guard the projects.", "response"),
    ("The prime minister called an emergency meeting of the cabinet.", "response"),
    ("Detectives are treating the stabbing as a terrorist incident.", "significance"),
    ("Analysts fear further attacks in the coming weeks.", "outlook"),
    ("The killing could derail the peace talks.", "outlook"),
    ("Further charges may be laid, police said.", "outlook"),
    ("It was the deadliest attack in the country in a decade.", "significance"),
    ("It is the first time the group has struck the capital.", "significance"),
    ("The attack shows that the group is far from beaten, said a researcher in Oslo.", "significance"),
    ("Why the group set a deadline is unclear.", "gap"),
    ("The threat cannot be verified.", "gap"),
    ("The militants have attacked convoys on the road since January.", "trend"),
    ("It was hit for the fourth time this year.", "trend"),
    ("The army has intensified its air strikes since the talks collapsed.", "trend"),
    ("Some 60 teachers have been abducted in the province since 2021.", "trend"),
    ("Attacks numbered 14 last month, compared with nine in April.", "trend"),
    ("Clashes between herders and farmers over water are frequent in the region.", "trend"),
    ("The war, which began in 2011, has killed half a million people.", "trend"),
    ("The ceasefire has been violated repeatedly.", "trend"),
    ("The gunmen killed the elder for refusing to pay a levy.", "motive"),
    ("They burned the school to frighten parents, the governor said.", "motive"),
    ("The man was shot because he had testified, his brother said.", "motive"),
    ("The group said it had bombed the cinema as an insult to Islam was being shown there.", "motive"),
    ("The minister called it an act of terrorism.", "motive"),
    ("It may have been a terrorist attack, the mayor said.", "motive"),
    ("The militants see the mine as a symbol of foreign rule.", "motive"),
    ("The rebels hit the line in what they called retaliation for the shelling.", "motive"),
    ("The group gave shopkeepers until Friday to close.", "intent"),
    ("The cell meant to attack a barracks.", "intent"),
    ("The rebels are still able to move at night.", "capability"),
    ("The militants have only a handful of fighters in the hills.", "capability"),
    ("Ransoms have made the group rich.", "capability"),
    ("The group has gained access to foreign weapons.", "capability"),
    ("Shells landed beside the airport, where French troops are stationed.", "exposure"),
    ("The company set up a crisis cell in Paris.", "response"),
    ("Berlin told its citizens to leave the country.", "response"),
    ("The governor asked the army for reinforcements.", "response"),
    ("Police will guard the churches on Sunday.", "response"),
    ("The league called off all matches for the weekend.", "response"),
    ("A judge issued an arrest warrant for two commanders.", "response"),
    ("We expect the militants to strike again before the rains.", "outlook"),
    ("A second attack cannot be ruled out.", "outlook"),
    ("Such claims are rare.", "significance"),
    ("The raid fits a pattern, she said.", "significance"),
    ("Night raids have helped the insurgents win recruits.", "grievance"),
    ("It was the fourth such raid in twelve months.", "trend"),
    ("The president asked Cuba to hand over ten members of the group.", "response"),
    ("The group is the most powerful militia in the east.", "capability"),
    ("The president suspended talks with the country's largest guerrilla group.", "response"),
    ("The minister announced army reinforcements for the province.", "response"),
    ("Soldiers had laid the mine to justify a curfew, the rebels said.", "motive"),
    ("The gunmen accused them of sheltering deserters.", "motive"),
    ("The group killed the driver, it said, because in May he had led an army patrol.", "motive"),
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


@pytest.mark.parametrize(("sentence", "kind"), TYPES)
def test_a_cue_makes_its_type(sentence: str, kind: str) -> None:
    assert [one.type for one in judged(sentence)][:1] == [kind]


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


def test_a_condition_is_told_with_what_hangs_on_it() -> None:
    found = judged("The group will keep attacking convoys unless the prisoners are freed.")

    assert all(one.quote != "unless the prisoners are freed" for one in found)


def test_a_speaker_named_at_the_end_is_told_once() -> None:
    (one,) = judged("The group wants to scare traders away, according to an analyst at a think tank in Niamey.")

    assert one.text == "According to an analyst at a think tank, the group wants to scare traders away."
    assert one.factuality == "CT+"
