"""Which acts a sentence tells, of what kind, with whom killed and hurt, when and where."""

import pytest
from tests.pages import told

KINDS = [
    ("Gunmen attacked a village near Gubio on Tuesday.", ["attack"]),
    ("A car bomb exploded outside a police station in Kabul, killing five officers.", ["attack"]),
    ("Soldiers killed 12 militants in a raid near Mosul on Monday.", ["operation"]),
    ("Four insurgents were killed in an airstrike in Helmand province.", ["operation"]),
    ("Police shot dead three protesters in Nairobi on Tuesday.", ["attack"]),
    ("The air force bombed a market in Mweso, killing eleven traders.", ["attack"]),
    ("Bandits abducted 40 pupils from a school in Zamfara on Friday.", ["attack"]),
    ("Troops clashed with rebels near Goma on Sunday; two soldiers died.", ["attack"]),
    ("Militants threatened to bomb the embassy.", []),
    ("The group may attack the embassy.", []),
    ("Police foiled a plan to attack the embassy.", []),
    ("No attack took place in Kabul.", []),
    ("He suffered a heart attack in Kabul on Monday.", []),
    ("Workers began a strike in Lagos on Monday.", []),
    ("The coach attacked the referee's decision.", []),
    ("The film bombed in Paris on Friday.", []),
    ("The company fired its manager in London on Monday.", []),
    ("There have been dozens of attacks in Borno this year.", []),
    ("More than 400 soldiers have been killed by militants since the start of May.", []),
]

TYPES = [
    ("A suicide bomber blew himself up in a mosque in Quetta, killing nine.", {"bombing"}),
    ("Gunmen opened fire on a bus near Mandera.", {"armed_assault"}),
    ("Rockets hit an air base near Mosul on Friday.", {"bombing"}),
    ("Attackers armed with machetes killed six farmers in Beni.", {"armed_assault"}),
    ("Rebels kidnapped three aid workers near Bria.", {"kidnapping"}),
    ("Raiders set fire to the church in Kaya on Sunday.", {"arson"}),
    ("The governor was assassinated in Kandahar on Monday.", {"assassination"}),
    ("A suicide bomber drove a car into a queue in Kirkuk, killing eight people.", {"bombing"}),
    ("A man drove a van into shoppers in Nice, killing six people.", {"armed_assault"}),
    ("Shells fired by the army hit a bus in Omdurman, killing 22 people.", {"bombing"}),
    ("The patrol struck an improvised device near Awasse.", {"bombing"}),
    ("A mine attack on a bus near Kandy killed 60 people.", {"bombing"}),
    ("Gunmen killed a guard and kidnapped ten pupils near Kagara.", {"armed_assault", "kidnapping"}),
    ("Youths burned the house of a former minister near Gwer.", {"arson"}),
]

TOLLS = [
    ("At least nine people were killed when gunmen attacked a camp.", "killed", 9, None),
    ("A bomb killed five soldiers and wounded 12 others in Gao.", "wounded", 12, 12),
    ("A bomb in Gao killed two rangers and a driver.", "killed", 3, 3),
    (
        "Five engineers, along with one other passenger, lost their lives in the blast set off by militants.",
        "killed",
        6,
        6,
    ),
    ("Gunmen attacked the post; the army put the number of dead at 12.", "killed", 12, 12),
    ("The raid by gunmen left 14 dead and 20 injured.", "killed", 14, 14),
    ("The raid by gunmen left 14 dead, with 20 injured.", "wounded", 20, 20),
    ("The bombing claimed the lives of seven pilgrims.", "killed", 7, 7),
    ("The death toll from the bombing rose to 31.", "killed", 31, 31),
    ("Gunmen hacked four traders to death in Beni.", "killed", 4, 4),
    ("Gunmen attacked a base in Mali but no soldiers were killed.", "killed", 0, 0),
    ("Gunmen kidnapped 41 villagers from Kwarin Gora.", "abducted", 41, 41),
    ("A bomb killed 12 people, including two children, in Herat.", "killed", 12, 12),
    ("Gunmen fired on a convoy, killing 15 people, police and officials said.", "killed", 15, 15),
    ("Three of the attackers were killed when gunmen stormed the hotel.", "killed_perpetrators", 3, 3),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_a_sentence_tells_what_happened_and_nothing_that_did_not(text: str, kinds: list[str]) -> None:
    assert [frame.kind for frame in told(text) if frame.factuality in ("CT+", "PR+")] == kinds


@pytest.mark.parametrize(("text", "types"), TYPES)
def test_verbs_weapons_and_attackers_tell_the_attack_type(text: str, types: set[str]) -> None:
    assert {kind for frame in told(text) for kind in frame.attack_types} == types


@pytest.mark.parametrize(("text", "field", "low", "high"), TOLLS)
def test_a_toll_is_what_the_sentence_counts(text: str, field: str, low: int | None, high: int | None) -> None:
    found = [reading.value for frame in told(text) for reading in frame.readings if reading.field == field]

    assert [(count.low, count.high) for count in found] == [(low, high)]


def test_the_day_of_the_statement_is_not_the_day_of_the_attack() -> None:
    (frame,) = told("Gunmen attacked a village on Monday, police said on Wednesday.")

    assert frame.date is not None
    assert str(frame.date.start) == "2024-06-03"


def test_the_seat_of_the_speaker_is_not_the_scene() -> None:
    (frame,) = told("Gunmen attacked a camp in Kano, police in Lagos said.")

    assert frame.place is not None
    assert frame.place.name == "Kano"


def test_a_country_across_the_border_is_not_the_scene() -> None:
    (frame,) = told("Militants attacked an army post in Mali near the border with Niger on Sunday.")

    assert frame.place is not None
    assert frame.place.country == "ML"


def test_a_suspected_group_is_no_perpetrator() -> None:
    (frame,) = told("Suspected Boko Haram fighters attacked a village in Borno, killing nine.")

    assert [a.text for r in frame.readings if r.field == "perpetrators" for a in (r.value,)] == ["fighters"]
    assert [r.value[0] for r in frame.readings if r.field == "responsibility"] == ["suspected"]


def test_a_group_named_by_the_police_is_accused_and_no_perpetrator() -> None:
    (frame,) = told("Al-Shabaab attacked a village in Lamu, killing nine, police said.")

    assert not [r for r in frame.readings if r.field == "perpetrators"]
    assert [(r.value[0], r.holder.text) for r in frame.readings if r.field == "responsibility"] == [
        ("accused", "police")
    ]


def test_a_victim_is_a_role_and_never_a_name() -> None:
    frames = told("Gunmen shot dead Nabil Hasan, a journalist, in Aden on Tuesday.")

    texts = [r.value.text for frame in frames for r in frame.readings if r.field == "targets"]
    assert texts
    assert not any("Nabil" in text or "Hasan" in text for text in texts)


def test_a_denied_death_is_no_toll() -> None:
    frames = told("A bomb hit a hotel in Mogadishu; the government denied that any soldiers had been killed.")

    assert not [
        r
        for frame in frames
        for r in frame.readings
        if r.field in ("killed", "targets")
        and "soldier"
        in r.span.of("A bomb hit a hotel in Mogadishu; the government denied that any soldiers had been killed.")
    ]


def test_the_dead_and_the_wounded_are_counted_apart() -> None:
    (frame,) = told("A car bomb in Kabul left at least 80 dead and more than 300 wounded.")

    assert [(r.field, r.value.low) for r in frame.readings if r.field in ("killed", "wounded")] == [
        ("killed", 80),
        ("wounded", 300),
    ]


def test_the_same_group_is_the_one_that_the_text_named_before() -> None:
    frames = told("Boko Haram attacked Kaya. In April 2014 the same group took 276 schoolgirls from a town in Borno.")
    found = [r.value.actor_id for frame in frames for r in frame.readings if r.field == "perpetrators"]
    assert found == ["boko-haram", "boko-haram"]


def test_a_toll_that_rose_after_an_act_is_the_toll_of_that_act() -> None:
    text = "Doctors said the death toll had risen to 22 following a rebel ambush on villagers in Gubio on Sunday."
    assert [(frame.kind, count.low) for frame in told(text) if (count := frame.first("killed"))] == [("attack", 22)]
    assert len(told(text)) == 1


def test_whoever_fell_to_forces_at_a_place_and_day_of_his_own_fell_in_an_operation_of_its_own() -> None:
    found = told(
        "Troops carried out an operation on Monday that resulted in the death of one armed insurgent in Zurmat, Paktia."
    )

    assert [(f.kind, f.founds, f.definite) for f in found] == [("operation", True, False)]
