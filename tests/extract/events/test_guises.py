"""What is only played, practised, remembered, an accident, a quarrel or a figure of speech makes no event."""

import pytest
from tests.pages import report

HARMLESS = [
    "Siege drama opens Kor festival\n\nA film about four gunmen who seize a radio station opened the festival "
    "in Kor on Wednesday. In the first scene the rebels kill two guards and take eleven hostages. The army "
    "storms the building and nine people die. The director said that audiences in Lyon had wept.",
    "Last episode leaves nobody alive\n\nThe series ended on Sunday night with a bombing in the London "
    "underground that killed 31 people. A militant played by a young actor blew himself up. Critics called the "
    "finale brave, and 4 million viewers watched.",
    "New opera puts a killing on the stage\n\nThe governor is shot dead in the second act and his killers set "
    "fire to the palace. The premiere in Lyon was applauded, and the soprano was called back six times.",
    "Studio shows its new war game\n\nPlayers lead a squad of insurgents who storm an airport and kill hundreds "
    "of soldiers. In a mission shown on Tuesday, terrorists blew up a bridge. The studio did not say when it "
    "goes on sale.",
    "Masked men storm ferry, and nobody is hurt\n\nMasked gunmen stormed a ferry off Turku on Wednesday, shot "
    "two sailors and took 40 passengers hostage. It was the opening of an exercise of six states. By noon the "
    "commandos had killed all eight terrorists, with blanks.",
    "Airport tests its crews with mock attack\n\nA bomb exploded at 9 am in the departure hall, killing 20 "
    "people: so the script ran on Tuesday at Graz airport, where 300 volunteers played the wounded in a drill.",
    "Ammunition store blows up in heat, 12 soldiers dead\n\nTwelve soldiers were killed when an army ammunition "
    "store exploded near Kindu on Monday. The defence ministry said that old powder had caught fire and spoke "
    "of an accident.",
    "Leaking cylinder blamed for blast\n\nAn explosion that killed four people in Adana on Sunday was caused by "
    "a gas cylinder and not by a bomb, prosecutors said. Anti-terror police had come to the scene.",
    "Typhoon kills 60\n\nA typhoon struck the coast of Samar on Monday and killed 60 people. It was like a "
    "bombardment, a soldier said.",
    "Two shot dead in Malmo\n\nGunmen shot dead two men on an estate in Malmo on Saturday night in a feud "
    "between two gangs over the sale of drugs. A grenade was thrown at a stairwell an hour later.",
    "Robbers blow up cash van near Lyon\n\nA gang of eight masked men ambushed a cash van near Lyon on Tuesday, "
    "shot a guard dead and blew open its doors with explosives. The robbers fled with three million euros.",
    "Hunter shoots friend dead\n\nA hunter shot dead a local councillor near Auxerre on Sunday, having taken "
    "him for a boar in the fog. The man of 63 was questioned by police.",
    "Lions kill two herders\n\nA pride of lions attacked a camp near Tsavo on Wednesday and killed two herders "
    "with rifles beside them. The area has seen raids by armed gangs and militants.",
    "Thousands leave homes as war bomb is made safe\n\nExperts defused a 500 kg bomb from the Second World War "
    "in Koblenz on Wednesday. It was found by builders on Monday.",
    "Colonel who freed hostages dies at 91\n\nThe colonel who led the raid in which commandos killed seven "
    "hijackers in 1976 has died at 91 in Tel Aviv. He later sat in parliament.",
    "Man shot outside mosque was owed money\n\nThe killing of a taxi owner outside a mosque in Bradford on "
    "Tuesday had nothing to do with religion or politics, police said as they charged his partner with murder.",
    "Minister defends cut to police budget\n\nThe interior minister told parliament on Monday that suicide "
    "bombings have become rarer. The opposition shot back that attacks on journalists and on churches are "
    "rising.",
    "Prize for tale of siege\n\nRebels surround a village for 40 days and shoot whoever leaves: this is the plot of "
    "the novel that won the prize in Accra on Thursday. In the end soldiers burn the huts and kill 60 people.",
    "Dogs kill shepherd\n\nA pack of stray dogs attacked and killed a shepherd near Kars on Monday. Soldiers from a "
    "post nearby shot eleven of the animals.",
    "City worker shoots colleagues dead\n\nA gunman shot three colleagues dead at a water works in Kor on Friday and "
    "was himself killed by police, officials said. This was workplace violence, a police captain said.",
]
REAL = [
    "Bomb at film festival wounds eleven\n\nA bomb exploded outside a cinema in Kismayo on Wednesday, an hour "
    "before a film about the rebels' war was to open the festival there, and wounded eleven people. The "
    "screening was cancelled, and the director and the audience were led out.",
    "Rebels hold audience in theatre\n\nAbout a dozen rebels stormed a theatre in Grozny on Tuesday evening and took "
    "hostages from the audience. One actor was shot dead on the stage. They demanded that troops leave the province.",
    "Gunmen attack museum, 19 tourists dead\n\nGunmen in uniform burst into the national museum in Tunis on "
    "Wednesday and killed 19 tourists before police shot two of them dead. An official spoke of terrorists.",
    "Bomb at memorial service wounds five\n\nA bomb went off at the monument in Derry on Sunday while wreaths "
    "were being laid on the anniversary of the war, wounding five people. Police blamed dissident republicans.",
    "Drones hit troops at exercise\n\nTwo drones exploded among soldiers who were taking part in an exercise "
    "near Homs on Wednesday, killing 22. The government blamed rebels from the north.",
    "Bomb at football ground kills ten\n\nA bomb exploded beside the pitch during a football match in Kismayo "
    "on Friday, killing ten players and spectators. Al-Shabaab said that it had planted it.",
    "Militia kills two vaccinators near Beni\n\nMilitiamen attacked a team that was vaccinating people against "
    "Ebola near Beni on Monday and killed two of them. A driver is missing.",
    "Gunmen abduct 30 villagers in Zamfara\n\nGunmen on motorcycles abducted 30 villagers from a farm in "
    "Zamfara on Sunday. Bandits and armed gangs have taken thousands for ransom in the north-west.",
    "Insurgents rob bank and kill two policemen\n\nInsurgents raided a bank in Palma on Monday, shot two "
    "policemen dead and took the cash. The robbers hoisted a black flag before they left.",
    "Suicide bomber kills soldiers\n\nA suicide bomber attacked soldiers during exercises at a camp in Mardan "
    "on Wednesday, killing 31. One of the dead was a drill instructor. The Pakistani Taliban claimed the "
    "attack.",
    "Blast in Kabul\n\nA bomb killed nine people at a market in Kabul on Monday. Police had first spoken of a "
    "gas cylinder. Nobody has claimed responsibility.",
    "Candidate shot\n\nA candidate for mayor was shot dead at a rally in Celaya on Wednesday. Prosecutors have "
    "not ruled out a political motive. Twenty candidates have been killed this year.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_violence_is_no_event(text: str) -> None:
    assert not [event.summary for event in report(text).events if event.main]


@pytest.mark.parametrize("text", REAL)
def test_violence_at_a_show_a_drill_or_a_feast_is_an_event_where_its_day_is_told(text: str) -> None:
    assert any(event.main and event.kind == "attack" for event in report(text).events)


def test_the_arrest_is_the_news_where_the_attack_is_long_remembered() -> None:
    events = report(
        "Twenty years on, arrest in school massacre\n\nPolice in Kor said on Monday that they had arrested a man "
        "of 48 over the attack in which gunmen killed 31 pupils twenty years ago. He is accused of having driven them."
    ).events
    assert [event.kind for event in events if event.main] == ["arrest"]


APART = (
    "Two cities shaken by violence\n\nA man with a knife killed two people at a tram stop in Leipzig on Tuesday. "
    "Police said that the stabbing had nothing to do with terrorism.\n\nIn Marseille a bomb exploded outside a "
    "police station on Tuesday night, killing three officers. Prosecutors spoke of a planned attack."
)
ALONE = (
    "Knife attack in Leipzig kills two\n\nA man with a knife killed two people at a tram stop in Leipzig on "
    "Tuesday. He then stabbed a student in the old town of Leipzig. Police said that the attack had nothing to do "
    "with terrorism."
)
BACKWARDS = (
    "Bomb kills three officers\n\nA bomb exploded outside a police station in Marseille on Tuesday night, killing "
    "three officers.\n\nIn Leipzig a man with a knife killed two people at a tram stop on Tuesday. Police said that "
    "the stabbing had nothing to do with terrorism."
)


@pytest.mark.parametrize(("text", "places"), [(APART, {"Marseille"}), (BACKWARDS, {"Marseille"}), (ALONE, set())])
def test_a_withdrawn_motive_leaves_an_attack_elsewhere_standing(text: str, places: set[str]) -> None:
    mains = [event for event in report(text).events if event.main]
    assert places == {event.place.name for event in mains if event.place is not None}


def test_a_toll_with_a_number_in_it_is_news_though_some_more_are_added_to_it() -> None:
    found = report(
        "Protesters storm parliament\n\nProtesters clashed with the police in front of parliament over the election. "
        "Fourteen police officers were hurt. A number of journalists were also injured by protesters."
    ).events

    assert [event.kind for event in found] == ["attack"]
