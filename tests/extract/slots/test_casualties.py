"""Who a sentence says was killed, hurt, taken or went missing, and how many."""

import pytest
from tests.pages import report, tree

from tocsin.extract.slots.casualties import Patient, patients
from tocsin.knowledge import load

HARMED = [
    ("Nine traders lost their lives in the blast.", "killed", [9]),
    ("The bombing claimed the lives of 21 cadets.", "killed", [21]),
    ("The ambush led to the deaths of six soldiers.", "killed", [6]),
    ("The attack caused 18 fatalities.", "killed", [18]),
    ("Eleven soldiers fell, the ministry said.", "killed", [11]),
    ("Three people did not survive the blast.", "killed", [3]),
    ("The army admitted the loss of 17 men.", "killed", [17]),
    ("Its army lost 24 soldiers in the raid.", "killed", [24]),
    ("Gunmen shot dead two farmers near Bria.", "killed", [2]),
    ("A judge and two clerks were shot dead in Quetta.", "killed", [1, 2]),
    ("Troops killed a number of Islamic State insurgents in Tal Afar.", "killed", [3]),
    ("A number of rebels were wounded near Goma.", "wounded", [3]),
    ("A party official and two journalists were shot dead by gunmen.", "killed", [1, 2]),
    ("The mortar round left five dead and scores hurt.", "wounded", [40]),
    ("A doctor was among the six people who died in the blast.", "killed", [6]),
    ("The attack resulted in 17 deaths and 25 injuries.", "killed", [17]),
    ("The attack resulted in 17 deaths and 25 injuries.", "wounded", [25]),
    ("Fourteen people sustained injuries in the blast.", "wounded", [14]),
    ("Forty residents were taken to hospital.", "wounded", [40]),
    ("Thirty-four others were burned.", "wounded", [34]),
    ("At least 31 have been wounded since clashes broke out on Sunday.", "wounded", [31]),
    ("A cyclist was struck by splinters.", "wounded", [1]),
    ("The shelling left at least 11 people dead and as many as 30 wounded.", "wounded", [None]),
    ("The raid, which also left two people seriously injured, hit the town of Bal.", "wounded", [2]),
    ("Two officers were hit in the thigh and the shoulder.", "wounded", [2]),
    ("A girl of nine lost an eye.", "wounded", [1]),
    ("Two of our soldiers fell.", "killed", [2]),
    ("Four sepoys embraced shahadat.", "killed", [4]),
    ("About twenty people were being treated in Quetta.", "wounded", [20]),
    ("A couple and their daughter were killed.", "killed", [2, 1]),
    ("Gunmen kidnapped a priest and two seminarians.", "abducted", [1, 2]),
    ("Bandits made off with 25 girls.", "abducted", [25]),
    ("Six oil workers were taken hostage by armed men.", "abducted", [6]),
    ("A nurse was whisked away by gunmen.", "abducted", [1]),
    ("Militants led nine passengers into the bush.", "abducted", [9]),
    ("Rebels seized 15 villagers at Kaya.", "abducted", [15]),
    ("Eight soldiers were captured by Boko Haram.", "abducted", [8]),
    ("Three engineers are being held by a separatist group.", "abducted", [3]),
    ("The abduction of 12 pilgrims has caused fear.", "abducted", [12]),
    ("Troops freed 41 villagers whom bandits had carried off in May.", "abducted", [41]),
    ("Sixteen soldiers were killed and five are missing.", "missing", [5]),
    ("Fifteen Thai security volunteers were killed.", "killed", [15]),
    ("The bandits abducted 23 women and children.", "abducted", [23, None]),
    ("Earlier this month militants killed three soldiers.", "killed", [3]),
    ("Three guards were fatally wounded.", "killed", [3]),
    ("The couple were killed at home.", "killed", [2]),
    ("Gunmen fatally shot two clerks in Quetta.", "killed", [2]),
    ("Nine passengers had their throats cut.", "killed", [9]),
    ("The raiders slit the throats of five herders.", "killed", [5]),
    ("The ferry was sunk with the loss of 11 lives.", "killed", [11]),
    ("Two drivers escaped with burns.", "wounded", [2]),
    ("Her husband survived with minor injuries.", "wounded", [1]),
    ("Nine people are in hospital with bullet wounds.", "wounded", [9]),
    ("A nun was killed and her niece injured.", "wounded", [1]),
    ("One clerk was reported injured.", "wounded", [1]),
    ("Civilian losses: 3 dead, 7 wounded.", "wounded", [7]),
    ("The army put the dead at 13 and the wounded at 40.", "wounded", [40]),
    ("Ten soldiers died and eight are missing.", "missing", [8]),
    ("Bombers sent by IS killed 16 people.", "killed", [16]),
    ("A second porter has since died.", "killed", [1]),
    ("They killed five people, among them the nurse Grace Oduyale, 29, her husband said.", "killed", [5]),
    ("The charity mourned staff killed in an ambush.", "killed", [2]),
    ("The third attack in two months killed nine people.", "killed", [9]),
    ("Gunmen killed four people in the second raid in a year.", "killed", [4]),
]

NOBODY = [
    ("Two houses were burned.", "wounded"),
    ("The convoy was struck by splinters.", "wounded"),
    ("The company lost an arm of its business.", "wounded"),
    ("A farmer was burned to death.", "wounded"),
    ("There was no immediate word on casualties.", "killed"),
    ("Nobody else was hurt.", "wounded"),
    ("He killed himself in his cell.", "killed"),
    ("Troops took away nine students.", "abducted"),
    ("At least 310 have been wounded since clashes broke out in 2014.", "wounded"),
    ("The raid came in a year of unrest in which settlers have killed 36 herders.", "killed"),
    ("The rebels seized the town.", "abducted"),
    ("The militants are still holding 12 hostages.", "abducted"),
    ("Forty cows were taken to market.", "wounded"),
    ("Four men are in the dock over the massacre.", "killed"),
    ("About 1,900 civilians were killed by it in the twelve months to January.", "killed"),
    ("The attacks raised the number of people killed.", "killed"),
    ("The report took hostage the debate.", "abducted"),
    ("Jackals killed a sheep.", "killed"),
    ("At least nine foreigners have been killed in the country this year.", "killed"),
    ("At least nine foreigners were kidnapped in the country in twelve months, an aid group says.", "abducted"),
    ("The insurgency has killed more than 4,000 people.", "killed"),
    ("Boko Haram has killed 20,000 people.", "killed"),
    ("It was the fourth attack in which a total of 17 people have died.", "killed"),
    ("The mission is to eliminate the terrorists found there.", "killed"),
    ("Five patients are still in hospital.", "wounded"),
    ("Nine doctors are in the hospital.", "wounded"),
    ("The plan is fatally flawed, two ministers said.", "killed"),
    ("The company told of the loss of 200 jobs.", "killed"),
    ("The driver survived.", "wounded"),
]


def _found(text: str) -> list[Patient]:
    grown, _ = tree(text)
    return [p for sentence in grown.page.page.sentences for p in patients(grown, sentence, load().lexicon)]


@pytest.mark.parametrize(("text", "harm", "lows"), HARMED)
def test_those_whom_the_words_say_came_to_harm_are_found_with_their_number(
    text: str, harm: str, lows: list[int | None]
) -> None:
    found = [p for p in _found(text) if p.harm == harm and not p.part_of]
    assert [p.count.low if p.count else None for p in found] == lows


@pytest.mark.parametrize(("text", "harm"), NOBODY)
def test_what_tells_of_nobody_in_particular_gives_no_toll(text: str, harm: str) -> None:
    assert [p.count for p in _found(text) if p.harm == harm] == []


ZEROS = [
    ("The blast caused no casualties.", {"killed", "wounded"}),
    ("Nobody was hurt.", {"killed", "wounded"}),
    ("No deaths were reported.", {"killed"}),
    ("The drone caused a fire but no injuries.", {"killed", "wounded"}),
    ("The grenade did not cause any casualties.", {"killed", "wounded"}),
    ("The rocket landed in a field without causing any injuries.", {"killed", "wounded"}),
    ("The shell burst without casualties.", {"killed", "wounded"}),
    ("There were no serious injuries.", set()),
]


@pytest.mark.parametrize(("text", "harms"), ZEROS)
def test_nobody_hurt_is_a_toll_of_zero(text: str, harms: set[str]) -> None:
    assert {p.harm for p in _found(text) if p.count is not None and p.count.high == 0} == harms


FOES = [
    ("Two of the attackers blew themselves up and the third was shot dead by troops.", [True]),
    ("Gunmen fired at three guards; two of the guards fled and the third was killed.", [False]),
    ("Police shot dead the gunman.", [True]),
    ("A gunman opened fire in the church. Police shot him dead.", [True]),
    ("The bomber killed himself and eight others.", [True, False]),
    ("Troops shot dead a man who had stabbed two women.", [True]),
    ("A man was shot dead by police after stabbing two women.", [True]),
    ("Officers shot dead two men believed to belong to Boko Haram.", [True]),
    ("Soldiers killed two insurgents and wounded a third.", [True, True]),
    ("Soldiers killed a commander of the rebels and six of his men.", [True, True]),
    ("Some members of the bandits were killed.", [True]),
    ("Three terrorists were sent to hell.", [True]),
    ("Nine khwarij were sent to hell.", [True]),
    ("Troops neutralised four insurgents.", [True]),
    ("An air strike hit a camp of militants. Seven of them were killed.", [True]),
    ("A boat fired on fishermen. Seven of them were killed.", [False]),
    ("Police shot dead a protester.", [False]),
    ("Police shot dead a man at the rally.", [False]),
    ("The hostages of the FARC were killed.", [False]),
    ("A bomber killed a sergeant and himself at the gate.", [False, True]),
    ("The blast killed an officer and two suspected militants.", [False, True]),
    ("A bomb killed a rebel commander and his bodyguard.", [False, False]),
    ("Police shot and killed two Algerians who tried to carry out a knife attack.", [True]),
    ("Soldiers shot dead an Algerian who they said attempted to stab a guard.", [True]),
    ("Two Algerians stabbed a guard and were then shot and killed.", [True]),
    ("An Algerian has been shot dead after stabbing two guards.", [True]),
    ("A teenager was killed after she stabbed a guard.", [True]),
    ("Soldiers shot dead two Algerians at a rally.", [False]),
    ("An Algerian stabbed two guards. The Algerian was shot dead by police.", [True]),
    ("A teenager was killed after gunmen attacked a guard.", [False]),
    ("Nine civilians died after an ambush by rebels.", [False]),
    ("A nurse was killed when they ambushed a bus.", [False]),
    ("The villagers whom they attacked were killed.", [False]),
    ("The villagers they attacked were killed.", [False]),
    ("Guards chased the attackers, one of whom was killed.", [True]),
    ("Militants stopped a bus with 20 workers, six of whom were killed.", [False]),
    ("Five gunmen were also reported killed.", [True]),
    ("An ambush by rebels on a convoy near the capital killed at least 17, including four rebels.", [False, True]),
]


@pytest.mark.parametrize(("text", "foes"), FOES)
def test_attackers_are_told_apart_from_their_victims(text: str, foes: list[bool]) -> None:
    assert [p.perpetrator for p in _found(text) if p.harm in ("killed", "wounded") and p.trigger != p.head][
        : len(foes)
    ] == foes


BEARINGS = [
    ("The toll rose to 14 on Wednesday.", "instead"),
    ("The death toll from the blast has risen to 40.", "instead"),
    ("Three more died, bringing the number of dead to 10.", "instead"),
    ("The figure was later put at eleven.", "instead"),
    (
        "The toll from the attack that masked men on motorcycles made on a row of farms in the far north of the state"
        " before dawn on Sunday has climbed to 31.",
        "instead",
    ),
    (
        "The number of people killed when rebels broke into a guest house in the old town and held out against the"
        " army for a night had risen to 17.",
        "instead",
    ),
    ("The army put the number of dead at 12.", "own"),
    ("An earlier toll of 27 dead was wrong.", "former"),
    ("Initial reports spoke of four dead.", "former"),
    ("Three other villagers were killed.", "more"),
    ("A third soldier died of his wounds.", "more"),
    ("Two of the wounded died in hospital.", "more"),
    ("Four civilians were also killed.", "beside"),
    ("Three people were killed on the spot and two died of their injuries.", "more"),
    ("The governor put the dead at 13.", "own"),
]


@pytest.mark.parametrize(("text", "bearing"), BEARINGS)
def test_a_figure_says_how_it_bears_on_one_told_before(text: str, bearing: str) -> None:
    assert bearing in {p.bearing for p in _found(text) if p.harm == "killed"}


def test_of_a_figure_that_is_raised_from_another_both_are_kept_and_the_last_one_counts() -> None:
    found = _found("The ministry raised the death toll from six to 13.")
    assert [(p.count.low, p.bearing) for p in found if p.count] == [(6, "former"), (13, "instead")]


PARTS = [
    ("A shell killed nine people, including two children.", [9]),
    ("Four people, three of them policemen, were killed.", [4]),
    ("At least 30 people, most of them women and children, died.", [30]),
    ("Two sisters, both nurses, were killed.", [2]),
    ("The victims included eight policemen.", []),
    ("Among the dead were three children.", []),
    ("The dead are 62 civilians and five soldiers.", [62, 5]),
]


@pytest.mark.parametrize(("text", "lows"), PARTS)
def test_those_named_as_some_of_the_harmed_are_not_counted_again(text: str, lows: list[int]) -> None:
    found = [p for p in _found(text) if p.harm == "killed" and not p.part_of]
    assert [p.count.low for p in found if p.count] == lows


LISTS = [
    ("A colonel, two sergeants and a driver died in the ambush.", [1, 2, 1]),
    ("Two policemen, a teacher and three pupils were killed.", [2, 1, 3]),
    ("A shell killed a man, his pregnant wife and two of their neighbours.", [1, 1, 2]),
    ("Two men, a teacher and a driver, were killed.", [2]),
    ("The mayor, a doctor and a former soldier, was killed.", [1]),
    ("A policeman and a clerk were killed, and also four attackers.", [1, 1, 4]),
    ("Nine traders are dead, the minister said, as well as all four attackers.", [9, 4]),
    ("Nine people were killed and a bridge damaged.", [9]),
    ("Three soldiers were killed and also two houses burned.", [3]),
    ("Four passengers died on the spot and three in hospital.", [4, 3]),
    ("Four passengers died at the scene, another on the way to hospital.", [4, 1]),
    ("Six people were killed in Bal and three in Kor.", [6]),
    ("The couple died along with their driver.", [2, 1]),
    ("The prefect was shot dead along with his four guards.", [1, 4]),
    ("The prefect was killed along with his four guards.", [1, 4]),
    ("Gunmen killed at least a dozen traders and porters in the north.", [12]),
    ("Gunmen killed a dozen traders and three porters in the north.", [12, 3]),
    ("Six drivers were reported killed in the raid.", [6]),
    ("Four out of 30 passengers hurt in the raid died.", [4]),
]


@pytest.mark.parametrize(("text", "lows"), LISTS)
def test_a_list_of_the_dead_is_counted_to_its_end_and_nothing_else_is(text: str, lows: list[int]) -> None:
    found = [p for p in _found(text) if p.harm == "killed" and not p.part_of]
    assert [p.count.low for p in found if p.count] == lows


PRONOUNS = [
    ("Gunmen fired on a candidate. He died on the way to hospital.", [1]),
    ("Militants shot an officer. She succumbed to her wounds.", [1]),
    ("The gunmen dragged the clerk from a bus and shot him dead.", [1]),
    ("Police chased a driver. He died in a crash.", []),
    ("The president met a widow. She died last year.", []),
    ("Police shot him dead.", []),
]


@pytest.mark.parametrize(("text", "lows"), PRONOUNS)
def test_a_pronoun_counts_one_where_it_can_only_mean_a_victim(text: str, lows: list[int]) -> None:
    found = [p for p in _found(text) if p.harm == "killed" and not p.perpetrator]
    assert [p.count.low for p in found if p.count] == lows


TIMES = [
    ("The bomb left 12 dead and twice as many hurt.", [24]),
    ("Five died and as many were hurt.", [5]),
    ("Nobody knows how many were hurt after five died.", []),
    ("Dozens died and twice as many were hurt.", []),
]


@pytest.mark.parametrize(("text", "lows"), TIMES)
def test_twice_as_many_are_twice_those_told_before(text: str, lows: list[int]) -> None:
    assert [p.count.low for p in _found(text) if p.harm == "wounded" and p.count] == lows


LAST = [
    ("Three of the attackers were killed, and the fourth blew himself up.", [3, 1]),
    ("Two policemen were killed and the bomber blew himself up.", []),
    ("The KNDF admits to three dead of its own.", [3]),
    ("A man stabbed two clerks and was shot dead by soldiers.", [1]),
    ("A man ran for a bus and was shot dead by soldiers.", []),
]


@pytest.mark.parametrize(("text", "lows"), LAST)
def test_attackers_who_fell_are_counted_however_they_are_told(text: str, lows: list[int]) -> None:
    assert [p.count.low for p in _found(text) if p.perpetrator and p.count] == lows


@pytest.mark.parametrize(
    "text",
    [
        "The clash near Bama resulted in ten insurgent deaths.",
        "The air strike caused six militant deaths near Gao.",
    ],
)
def test_deaths_that_a_word_says_are_those_of_fighters_are_attackers(text: str) -> None:
    grown, _ = tree(text)
    (one,) = patients(grown, grown.page.page.sentences[0], load().lexicon)

    assert (one.harm, one.perpetrator) == ("killed", True)


def test_some_were_killed_and_some_hurt_where_the_two_verbs_share_who_was() -> None:
    (event,) = report(
        "Bombs that killed and injured civilians in Idlib on Monday were condemned by the minister."
    ).events
    assert (event.killed and event.killed.low, event.wounded and event.wounded.low) == (2, 2)
