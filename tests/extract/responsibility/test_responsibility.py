"""Who claims, denies, is accused or suspected, in the phrasings that reporters use, and who holds it."""

import pytest
from tests.pages import report, tree

from tocsin.extract.responsibility.stances import Stand
from tocsin.extract.responsibility.stands import stands
from tocsin.knowledge import load

Case = tuple[str, list[tuple[str, str | None, str]]]

CLAIMS: list[Case] = [
    (
        "The Islamic State group claimed responsibility for the bombing at a market in Baghdad that killed 12 people.",
        [("claims", "islamic-state", "group")],
    ),
    ("The attack was claimed by the Taliban.", [("claims", "taliban", "group")]),
    ("Boko Haram has claimed responsibility for the raid in a video.", [("claims", "boko-haram", "group")]),
    ("Responsibility for the blast was claimed by al-Shabaab.", [("claims", "al-shabaab", "group")]),
    ("Al-Shabaab said its fighters had attacked the base.", [("claims", "al-shabaab", "group")]),
    ("The Taliban said they carried out the attack.", [("claims", "taliban", "group")]),
    (
        "The Pakistani Taliban took responsibility for the shooting in a statement sent to reporters.",
        [("claims", "ttp", "group")],
    ),
    (
        "Fighters of Islamic State West Africa Province raided the town on Monday. "
        "The group said on Telegram that it had killed 14 soldiers.",
        [("claims", "iswap", "group")],
    ),
    (
        "Islamic State said in a statement carried by its Amaq news agency that its fighters carried out the attack.",
        [("claims", "islamic-state", "group")],
    ),
    ("IS claims the attack, saying two of its men had blown themselves up.", [("claims", "islamic-state", "group")]),
    (
        "A Taliban spokesman, Zabihullah Mujahid, claimed responsibility for the attack.",
        [("claims", "taliban", "group")],
    ),
    ("Taliban spokesman Zabihullah Mujahid said the group was behind the bombing.", [("claims", "taliban", "group")]),
    ("The Real IRA admitted it had planted the bomb.", [("claims", "real-ira", "group")]),
    ("The attack, claimed by Islamic State, killed 30 people.", [("claims", "islamic-state", "group")]),
    (
        "A previously unknown group calling itself the Green Brigade claimed responsibility for the attack.",
        [("claims", "Green Brigade", "group")],
    ),
    (
        "Two groups, Lashkar-e-Taiba and Jaish-e-Mohammed, claimed responsibility for the raid.",
        [("claims", "lashkar-e-taiba", "group"), ("claims", "jaish-e-mohammed", "group")],
    ),
    (
        "In a statement posted on its website, the ELN said it was responsible for the bombing.",
        [("claims", "eln", "group")],
    ),
    ("ETA claimed responsibility in a telephone call to the Basque newspaper Gara.", [("claims", "eta", "group")]),
    (
        "Police said the group, al-Shabaab, had claimed responsibility in a leaflet left at the scene.",
        [("claims", "al-shabaab", "group")],
    ),
    (
        "Gunmen from al-Shabaab struck on Sunday. Police said the group had claimed responsibility for the attack.",
        [("claims", "al-shabaab", "group")],
    ),
    (
        "Reuters, citing police, reported that al-Qaida in the Islamic Maghreb had claimed the kidnapping.",
        [("claims", "aqim", "group")],
    ),
    (
        "A man who said he spoke for the Taliban claimed responsibility in a phone call to AFP.",
        [("claims", "taliban", "group")],
    ),
    ("The Houthis said they had fired a ballistic missile at the airport.", [("claims", "houthis", "group")]),
    ("The Israeli military said it had struck the hospital.", [("claims", "The Israeli military", "authority")]),
    ("ISIS later claimed responsibility via its Amaq news agency.", [("claims", "islamic-state", "group")]),
    ("The Taliban claimed to have killed 20 soldiers.", [("claims", "taliban", "group")]),
    ("The PKK issued a claim of responsibility on Sunday.", [("claims", "pkk", "group")]),
    ("Credit for the attack was claimed by Ansar al-Sharia.", [("claims", "Ansar al-Sharia", "group")]),
    ("Islamist militants claimed responsibility for the attack.", [("claims", "Islamist militants", "group")]),
    ("Jundallah, a Sunni militant group, claimed the attack.", [("claims", "Jundallah", "group")]),
    ("The bombing, for which the Taliban claimed responsibility, killed 11.", [("claims", "taliban", "group")]),
    ("The blast hit a bus, with the Taliban claiming responsibility.", [("claims", "taliban", "group")]),
    (
        '"We carried out this operation," Abu Musab, a spokesman for al-Shabaab, told Reuters by telephone.',
        [("claims", "al-shabaab", "group")],
    ),
    ('"Our fighters attacked the base," the Taliban said in a statement.', [("claims", "taliban", "group")]),
    ("The Tamil Tigers acknowledged responsibility for the ambush.", [("claims", "ltte", "group")]),
    (
        "According to the SITE Intelligence Group, Islamic State claimed responsibility for the blast.",
        [("claims", "islamic-state", "group")],
    ),
    ("The Pakistani Taliban, also known as TTP, owned up to the killing.", [("claims", "ttp", "group")]),
    (
        "The Baloch Liberation Army sent reporters a message in which its spokesman said that its fighters had "
        "destroyed a troop train.",
        [("claims", "bla", "group")],
    ),
    (
        "Ukraine's military intelligence claimed responsibility for the killing of the general.",
        [("claims", "Ukraine's military intelligence", "authority")],
    ),
    ("Israel said its jets had bombed the building.", [("claims", "Israel", "government")]),
    ("The gunman claimed responsibility for the shooting in a video.", [("claims", "gunman", "unknown")]),
    (
        "Jamaat-ul-Ahrar, a splinter group of the Pakistani Taliban, claimed responsibility for the Easter bombing.",
        [("claims", "jamaat-ul-ahrar", "group")],
    ),
    ("Al-Shabaab has said on Twitter that this was its doing.", [("claims", "al-shabaab", "group")]),
    (
        "The Jaime Martinez front, a dissident unit of the FARC rebels, took responsibility on Tuesday.",
        [("claims", "farc-dissidents", "group")],
    ),
    ("The Kurdistan Workers' Party (PKK) claimed responsibility for the attack.", [("claims", "pkk", "group")]),
    (
        "The Islamic State's Khorasan Province said a suicide bomber had targeted the minister.",
        [("claims", "iskp", "group")],
    ),
]

DENIALS: list[Case] = [
    ("The Taliban denied involvement in the attack.", [("denies", "taliban", "group")]),
    ("Taliban spokesman Zabihullah Mujahid denied any role in the bombing.", [("denies", "taliban", "group")]),
    (
        "Boko Haram raided a village. The group rejected accusations that it was behind the killing.",
        [("denies", "boko-haram", "group")],
    ),
    ("Hezbollah said it had nothing to do with the attack.", [("denies", "hezbollah", "group")]),
    ("Iran has denied involvement.", [("denies", "Iran", "government")]),
    ("Hamas said it was not behind the rocket fire.", [("denies", "hamas", "group")]),
    ("A spokesman for the rebels denied that they had attacked the village.", [("denies", "the rebels", "group")]),
    ("The military denied killing civilians.", [("denies", "The military", "authority")]),
    ("The FARC disclaimed responsibility for the blast.", [("denies", "farc", "group")]),
    ("The Taliban condemned the attack and denied involvement.", [("denies", "taliban", "group")]),
    ("The Taliban distanced itself from the attack.", [("denies", "taliban", "group")]),
    ("The suspect denied the charges.", [("denies", "suspect", "unknown")]),
    (
        '"We did not carry out this attack," Taliban spokesman Zabihullah Mujahid told reporters.',
        [("denies", "taliban", "group")],
    ),
    ("The Taliban were not involved in the attack, a spokesman for the group said.", [("denies", "taliban", "group")]),
    ("The army denied responsibility for the strike.", [("denies", "The army", "authority")]),
    ("The Kremlin has denied any link to the killing.", [("denies", "kremlin", "government")]),
    ("The defence ministry denied that marines had burned down the village.", [("denies", "marines", "government")]),
    ("Russia denies targeting civilians.", [("denies", "Russia", "government")]),
    ("The Houthis, which have denied the charge, control Sanaa.", [("denies", "houthis", "group")]),
]

SILENCE: list[Case] = [
    ("No group has claimed responsibility for the attack.", [("no_claim", None, "author")]),
    (
        "No group immediately claimed responsibility for the attack, but Boko Haram has carried out similar raids.",
        [("no_claim", None, "author")],
    ),
    ("There was no immediate claim of responsibility.", [("no_claim", None, "author")]),
    ("There has been no claim of responsibility so far.", [("no_claim", None, "author")]),
    ("No one has claimed responsibility.", [("no_claim", None, "author")]),
    ("Nobody has admitted carrying out the attack.", [("no_claim", None, "author")]),
    ("The attack has not been claimed.", [("no_claim", None, "author")]),
    ("The attack went unclaimed.", [("no_claim", None, "author")]),
    ("Responsibility for the attack has not been claimed.", [("no_claim", None, "author")]),
    ("No organisation has yet said it was behind the attack.", [("no_claim", None, "author")]),
    ("None of the armed groups operating in the area has claimed the attack.", [("no_claim", None, "author")]),
    ("Islamic State has not claimed responsibility.", [("no_claim", "islamic-state", "author")]),
    ("No claim of responsibility was made.", [("no_claim", None, "author")]),
    ("The motive was unclear and no group claimed responsibility, police said.", [("no_claim", None, "authority")]),
    ("Al-Shabaab did not immediately comment on the attack.", [("no_claim", "al-shabaab", "author")]),
    (
        "It was not immediately clear who carried out the attack, and there was no claim of responsibility.",
        [("no_claim", None, "author")],
    ),
    ("No militant outfit has so far claimed responsibility for the blast.", [("no_claim", None, "author")]),
    ("The Taliban have yet to claim responsibility.", [("no_claim", "taliban", "author")]),
    ("Nobody claimed the bombing.", [("no_claim", None, "author")]),
    ("So far no individual or group has come forward to claim responsibility.", [("no_claim", None, "author")]),
    ("No group has yet said it carried out the attack.", [("no_claim", None, "author")]),
    ("No party claimed responsibility for the assassination.", [("no_claim", None, "author")]),
    ("Nobody has said that they did it.", [("no_claim", None, "author")]),
    ("The separatists of the BRN, who have said nothing, are active there.", [("no_claim", "brn-thailand", "author")]),
]

BLAME: list[Case] = [
    (
        "Investigators are looking into whether ISIS was behind the attack.",
        [("suspected", "islamic-state", "authority")],
    ),
    (
        "Police are investigating whether the attack was carried out by Boko Haram.",
        [("suspected", "boko-haram", "authority")],
    ),
    (
        "Police blamed Pakistan. Islamabad rejected the allegations.",
        [("accused", "Pakistan", "authority"), ("denies", "Islamabad", "government")],
    ),
    ("Police blamed Boko Haram for the attack.", [("accused", "boko-haram", "authority")]),
    ("The government blamed the attack on the outlawed PKK.", [("accused", "pkk", "government")]),
    ("The attack was blamed on al-Shabaab.", [("accused", "al-shabaab", "unknown")]),
    ("Officials have attributed the attack to ISWAP.", [("accused", "iswap", "authority")]),
    ("The attack has been attributed to the Allied Democratic Forces.", [("accused", "adf", "unknown")]),
    ("An army spokesman accused the rebels of firing on the bus.", [("accused", "the rebels", "authority")]),
    ("The Taliban were behind the attack, the interior minister said.", [("accused", "taliban", "government")]),
    (
        "India accused Pakistan-based Lashkar-e-Taiba of carrying out the attack.",
        [("accused", "lashkar-e-taiba", "government")],
    ),
    ("Officials pointed the finger at Jemaah Islamiyah.", [("accused", "jemaah-islamiyah", "authority")]),
    ("The governor said the attack was carried out by FARC dissidents.", [("accused", "farc-dissidents", "authority")]),
    ("Ukraine accused Russia of shelling the hospital.", [("accused", "Russia", "government")]),
    ("Residents blamed Fulani herders for the killings.", [("accused", "Fulani herders", "witness")]),
    ("Israel holds Hezbollah responsible for the rocket fire.", [("accused", "hezbollah", "government")]),
    (
        "Authorities named Jemaah Islamiyah as responsible for the bombings.",
        [("accused", "jemaah-islamiyah", "government")],
    ),
    ("The attackers were members of Islamic State, the president said.", [("accused", "islamic-state", "government")]),
    (
        "The bombing was the work of Islamic State, a security official said.",
        [("accused", "islamic-state", "authority")],
    ),
    ("The assault, blamed on the Islamic State group, killed 14.", [("accused", "islamic-state", "unknown")]),
    ('The president blamed "terrorists" for the bombing.', [("accused", "terrorists", "government")]),
    ("Kurdish militants have been blamed for the attack.", [("accused", "Kurdish militants", "unknown")]),
    ("Turkey has accused the YPG of being behind the bombing.", [("accused", "ypg", "government")]),
    (
        '"This was the work of Jemaah Islamiyah," the police chief told reporters.',
        [("accused", "jemaah-islamiyah", "authority")],
    ),
    ("Rebels accused the army of shelling the market.", [("accused", "the army", "group")]),
    ("A rights group accused soldiers of killing the villagers.", [("accused", "soldiers", "expert")]),
    ("The United States has blamed Iran for the attack on the tankers.", [("accused", "Iran", "government")]),
    ("Madrid had at first put the blame squarely on ETA.", [("accused", "eta", "government")]),
    (
        "Pakistan blames the BLA, which has claimed responsibility, for the blast.",
        [("accused", "bla", "government"), ("claims", "bla", "group")],
    ),
    (
        "Somali police blamed the attack on al-Shabaab, which did not immediately comment.",
        [("accused", "al-shabaab", "authority"), ("no_claim", "al-shabaab", "author")],
    ),
]

DOUBT: list[Case] = [
    ("Police suspect the Abu Sayyaf of carrying out the attack.", [("suspected", "abu-sayyaf", "authority")]),
    ("Officials suspect that ISIS was behind the bombing.", [("suspected", "islamic-state", "authority")]),
    ("Police said they suspect Islamist militants.", [("suspected", "Islamist militants", "authority")]),
    ("Al-Shabaab is suspected of carrying out the attack.", [("suspected", "al-shabaab", "unknown")]),
    ("The attack bore the hallmarks of al-Qaida.", [("suspected", "al-qaida", "author")]),
    ("The bombing bore the hallmarks of al-Qaida, a security official said.", [("suspected", "al-qaida", "authority")]),
    ("Islamic State is believed to be behind the attack.", [("suspected", "islamic-state", "unknown")]),
    ("Suspicion immediately fell on al-Shabaab.", [("suspected", "al-shabaab", "author")]),
    ("Suspicion fell on Kurdish separatists.", [("suspected", "Kurdish separatists", "author")]),
    ("The attack is believed to have been carried out by the Taliban.", [("suspected", "taliban", "unknown")]),
    (
        "The attackers are believed to be members of ISWAP, a police officer said.",
        [("suspected", "iswap", "authority")],
    ),
    (
        "The bombing was probably the work of the Islamic State, an official said.",
        [("suspected", "islamic-state", "authority")],
    ),
    ("The armed forces believe that Abu Sayyaf was behind the bombing.", [("suspected", "abu-sayyaf", "authority")]),
    ("Islamic State may have been behind the attack, analysts said.", [("suspected", "islamic-state", "expert")]),
    ("The Taliban are the prime suspects in the killing.", [("suspected", "taliban", "author")]),
    ("The police chief said ETA was the main suspect.", [("suspected", "eta", "authority")]),
    ("A US official said al-Shabaab could be responsible for the blast.", [("suspected", "al-shabaab", "authority")]),
    ("The attack was likely carried out by al-Qaida, the Pentagon said.", [("suspected", "al-qaida", "government")]),
    ("Police suspect a Maoist action team.", [("suspected", "a Maoist action team", "authority")]),
]

VERDICTS: list[Case] = [
    ("The FBI confirmed that ISIS was behind the attack.", [("confirmed", "islamic-state", "authority")]),
    (
        "A UN inquiry concluded that government forces were responsible for the massacre.",
        [("confirmed", "government forces", "authority")],
    ),
    ("The court found Hezbollah members responsible for the bombing.", [("confirmed", "hezbollah", "authority")]),
    ("The minister ruled out the involvement of al-Qaida.", [("cleared", "al-qaida", "government")]),
    ("Officials said the Taliban were not behind the attack.", [("cleared", "taliban", "authority")]),
    ("Investigators cleared Hezbollah of involvement.", [("cleared", "hezbollah", "authority")]),
    ("The group, Ansar al-Sharia, withdrew its claim of responsibility.", [("retracted", "Ansar al-Sharia", "group")]),
    ("Islamic State retracted its claim.", [("retracted", "islamic-state", "group")]),
    ("A court in Abuja convicted two men of the bombing.", [("confirmed", "two men", "authority")]),
]

NONE = [
    "The FARC rebels, who have claimed several attacks in the region, are active there.",
    "Boko Haram has claimed responsibility for similar attacks in the past.",
    "The Lord's Resistance Army may claim responsibility soon.",
    "Tehran denies arming the Houthis.",
    "The government denied that the rebels had captured the town.",
    "Boko Haram is blamed for the deaths of thousands since 2009.",
    "Al-Shabaab often attacks hotels.",
    "Investigators could not establish whether ISIS was behind the attack.",
    "The Taliban neither confirmed nor denied involvement.",
    "Hamas has not denied involvement in the attack.",
    "The Islamic State group, which has claimed a string of attacks in recent months, is active there.",
    "Boko Haram and its offshoot, ISWAP, have killed thousands of people.",
    "The TTP has claimed responsibility for most of the recent attacks on police.",
    "The militants said they had released the hostages.",
    "The Taliban said they would attack again.",
    "The attack was the deadliest since the Taliban claimed a bombing in 2016.",
    "The governor urged the group to claim responsibility.",
    "Investigators said they had no evidence that the group was behind the attack.",
    "Both sides accused each other of starting the clashes.",
    "The army accused the Arakan Army of using civilians as human shields.",
    "The US accuses Iran of supporting the Houthis.",
    "India accuses Pakistan of sponsoring terrorism.",
]

VIA = [
    ("Police said al-Shabaab had claimed responsibility.", ["Police"]),
    (
        "Islamic State said in a statement carried by its Amaq news agency that its fighters carried out the attack.",
        ["Amaq news agency"],
    ),
    ("According to the SITE Intelligence Group, Islamic State claimed the blast.", ["SITE Intelligence Group"]),
    (
        "Reuters, citing police, reported that al-Qaida in the Islamic Maghreb had claimed the kidnapping.",
        ["police", "Reuters"],
    ),
    ("The Taliban claimed responsibility for the attack.", []),
]

CHANNELS = [
    ("Al-Shabaab claimed the bombing on Radio Andalus.", "Radio Andalus"),
    ("The Houthis said on al-Masirah TV that they carried out the strike.", "al-Masirah TV"),
    ("The ELN claimed the bombing in an e-mail to reporters.", "email"),
    ("The Taliban said on Telegram that they carried out the attack.", "Telegram"),
    ("In a statement posted on its website, the ELN said it was responsible for the bombing.", "website"),
    ("ETA claimed responsibility in a telephone call to a newspaper.", "telephone"),
    ("Al-Shabaab has said on Twitter that this was its doing.", "Twitter"),
    ("The Taliban claimed responsibility for the attack.", None),
]

DEGREES = [
    ("Islamic State is believed to be behind the attack.", "PR+"),
    ("Islamic State may have been behind the attack, analysts said.", "PS+"),
    ("The attack was likely carried out by al-Qaida, the Pentagon said.", "PR+"),
    ("Police suspect Abu Sayyaf of the bombing.", "PS+"),
    ("The Taliban denied involvement in the attack.", "CT-"),
    ("No group has claimed responsibility.", "Uu"),
]


def _stands(text: str) -> list[Stand]:
    grown, heard = tree(text)
    lexicon = load().lexicon
    return [stand for sentence in grown.page.page.sentences for stand in stands(grown, sentence, heard, lexicon)]


@pytest.mark.parametrize(("text", "expected"), [*CLAIMS, *DENIALS, *SILENCE, *BLAME, *DOUBT, *VERDICTS])
def test_a_sentence_gives_each_stance_with_its_actor_and_the_kind_of_its_holder(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = [
        (stand.stance, (stand.actor.actor_id or stand.actor.text) if stand.actor else None, stand.holder.kind)
        for stand in _stands(text)
    ]
    assert found == expected


@pytest.mark.parametrize("text", NONE)
def test_habits_wishes_and_other_charges_are_no_stance_on_an_act(text: str) -> None:
    assert _stands(text) == []


@pytest.mark.parametrize(("text", "expected"), VIA)
def test_a_claim_keeps_those_through_whom_it_came_nearest_first(text: str, expected: list[str]) -> None:
    (claim,) = _stands(text)
    assert [link.text for link in claim.holder.via] == expected


@pytest.mark.parametrize(("text", "expected"), CHANNELS)
def test_a_claim_keeps_the_channel_that_its_sentence_names(text: str, expected: str | None) -> None:
    (claim,) = _stands(text)
    assert claim.channel == expected


@pytest.mark.parametrize(("text", "expected"), DEGREES)
def test_a_stance_is_as_sure_as_its_words(text: str, expected: str) -> None:
    (stand,) = _stands(text)
    assert stand.factuality == expected


def test_a_pronoun_keeps_its_own_words_and_takes_the_id_of_the_group_named_before() -> None:
    (claim,) = _stands("Al-Shabaab fighters shot nine people on Monday. The group claimed responsibility.")
    assert claim.actor is not None
    assert (claim.actor.text, claim.actor.actor_id) == ("The group", "al-shabaab")


def test_a_stance_is_entered_once_with_the_holder_that_is_known() -> None:
    text = (
        "A bomb killed nine people in Mogadishu on Monday. The attack was blamed on al-Shabaab. "
        "Police blamed al-Shabaab for the bombing."
    )
    (event,) = report(text).events
    assert [(entry.stance, entry.holder.kind) for entry in event.responsibility] == [("accused", "authority")]


STATEMENTS = [
    (
        "The Islamic State group claimed responsibility on Wednesday for a bombing that killed nine people in Kabul "
        "on Tuesday.",
        "islamic-state",
    ),
    ("Hamas denied on Wednesday that it was behind a rocket attack that killed two people in Ashkelon.", "hamas"),
]


@pytest.mark.parametrize(("text", "issuer"), STATEMENTS)
def test_a_claim_or_denial_in_the_first_main_clause_is_a_statement_about_the_attack(text: str, issuer: str) -> None:
    events = {event.kind: event for event in report(text).events}
    statement = events["statement"]
    assert statement.issuer is not None
    assert statement.issuer.actor_id == issuer
    assert [(link.relation, link.event) for link in statement.links] == [("about", events["attack"].id)]


def test_a_claim_within_the_report_of_an_attack_is_no_statement() -> None:
    text = (
        "A suicide bomber killed nine people at a market in Kabul on Tuesday, police said. "
        "The Islamic State group claimed responsibility."
    )
    assert [event.kind for event in report(text).events] == ["attack"]
