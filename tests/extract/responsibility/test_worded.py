"""Verbs that blame, doubt, clear, deny or own up by their own meaning, and the same verbs without violence."""

import pytest
from tests.extract.responsibility.reading import Told, told
from tests.pages import report

SAID: list[tuple[str, Told]] = [
    ("The ministry held al-Shabaab accountable for the attack.", ("accused", "al-shabaab", "government")),
    ("Investigators fingered the ELN for the bombing.", ("accused", "eln", "authority")),
    ("A United Nations report implicates the M23 in the massacre.", ("accused", "m23", "authority")),
    ("The foreign ministry charged North Korea with the bombing.", ("accused", "North Korea", "government")),
    ("The president condemned the PKK for bombing the station.", ("accused", "pkk", "government")),
    ("The minister denounced the Taliban for killing the teachers.", ("accused", "taliban", "government")),
    ("The police put the killing down to the Maoists.", ("accused", "the Maoists", "authority")),
    ("Relatives said that soldiers had shot the men.", ("accused", "soldiers", "witness")),
    ("Residents told the radio that the bombs were dropped by the air force.", ("accused", "the air force", "witness")),
    ("The army attributed the ambush to smugglers.", ("accused", "smugglers", "authority")),
    ("On Tuesday the general staff blamed smugglers for the explosion.", ("accused", "smugglers", "authority")),
    ("The opposition said it was the work of government agents.", ("accused", "government agents", "unknown")),
    ("The minister claimed that the guerrillas of the ELN burned the bus.", ("accused", "eln", "government")),
    ("Villagers say a settler did.", ("accused", "a settler", "witness")),
    ("Police do not exclude that the ETA planted the bomb.", ("suspected", "eta", "authority")),
    ("Investigators are leaning towards the Islamic State.", ("suspected", "islamic-state", "authority")),
    ("Analysts said the raid had all the earmarks of an al-Shabaab operation.", ("suspected", "al-shabaab", "expert")),
    ("The finger of suspicion points at the PKK.", ("suspected", "pkk", "author")),
    ("Officials privately hinted that the ELN was behind the blast.", ("suspected", "eln", "authority")),
    ("The ELN let it be known that it had planted the bomb.", ("claims", "eln", "group")),
    ("In a leaflet the ELN declared itself the author of the attack.", ("claims", "eln", "group")),
    ("The PKK avowed the attack in a statement.", ("claims", "pkk", "group")),
    ("The Maoists put their name to the killing of the contractor.", ("claims", "Maoists", "group")),
    ("The ELN signed the attack with a pamphlet.", ("claims", "eln", "group")),
    ("JNIM said the mine was meant for the army.", ("claims", "jnim", "group")),
    ("Hezbollah confessed to the kidnapping.", ("claims", "hezbollah", "group")),
    ("The raid on the barracks was claimed late on Friday by the ELN.", ("claims", "eln", "group")),
    ("The Taliban washed their hands of the attack.", ("denies", "taliban", "group")),
    ("The ELN insisted it was innocent of the bombing.", ("denies", "eln", "group")),
    ("The ELN protested its innocence of the bombing.", ("denies", "eln", "group")),
    ("The M23 scoffed at the charge that its men had killed them.", ("denies", "m23", "group")),
    ("Tehran rebutted the charge that it had ordered the attack.", ("denies", "Tehran", "government")),
    ("Moscow called the accusation a fairy tale.", ("denies", "Moscow", "government")),
    ("The PKK disputed that it had carried out the attack.", ("denies", "pkk", "group")),
    ("The FDLR ruled out any involvement in the massacre.", ("denies", "fdlr", "group")),
    ("Kiev denied that its forces had shelled the town.", ("denies", "its forces", "government")),
    (
        "The county's governor denied having had any part in the massacre.",
        ("denies", "The county's governor", "authority"),
    ),
    ("The ELN has not mentioned the bombing on any of its channels.", ("no_claim", "eln", "author")),
    ("The PKK never admitted the bombing.", ("no_claim", "pkk", "author")),
    ("The commission absolved the FARC of the bombing.", ("cleared", "farc", "authority")),
    ("Police discounted the theory that the ETA had planted the bomb.", ("cleared", "eta", "authority")),
    ("A court acquitted two other men for lack of evidence.", ("cleared", "two other men", "authority")),
    (
        "Investigators suspect FARC fighters who broke away from the group of the attack.",
        ("suspected", "FARC fighters", "authority"),
    ),
    ("The mayor blamed renegade ELN fighters for the bombing.", ("accused", "renegade ELN fighters", "authority")),
    ("The mayor blamed ELN fighters for the bombing.", ("accused", "eln", "authority")),
    (
        "The ELN claimed the ambush. Police suspect its rival, the FARC, of the bombing.",
        ("suspected", "farc", "authority"),
    ),
    ("The minister backtracked on his accusation against the FARC.", ("retracted", "farc", "government")),
    ("A court sentenced two members of the ELN to life for the bombing.", ("confirmed", "eln", "authority")),
]

UNSAID = [
    "The ELN hardly ever claims attacks in which it has hit the wrong people.",
    "The ELN only very rarely claims an attack.",
    "The opposition blamed the government for failing to protect the farmers.",
    "The minister criticised the police for their slow reply.",
    "The president denounced the rebels and called for unity.",
    "Police are looking at new cameras for the station.",
    "The company dismissed the report as false.",
    "The army rejected as a falsehood a report that it had ignored warnings.",
    "The party said it was innocent of fraud.",
    "The court sentenced two officials to prison for corruption.",
    "The minister backtracked on the tax plan.",
    "Officials said smugglers had brought the refugees across the river.",
    "The officer said his men had killed five militants.",
    "The group kept silent for a minute at the grave.",
    "The investigators ruled out human error.",
    "Experts blamed human error for the explosion.",
    "The ELN has claimed earlier bombings in the capital.",
    "The group hardly ever claims attacks.",
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_verb_of_blame_doubt_denial_or_owning_up_tells_its_stance(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", UNSAID)
def test_the_same_verbs_tell_no_stance_where_no_violence_is_meant(text: str) -> None:
    assert told(text) == []


def test_a_claim_that_is_denied_or_dismissed_is_none() -> None:
    assert [stance for stance, _, _ in told("The ELN dismissed as absurd the claim that it had planted the bomb.")] == [
        "denies"
    ]
    assert [stance for stance, _, _ in told("Hezbollah denied that it had claimed responsibility for the attack.")] == [
        "denies"
    ]


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("Police ruled out any link with al-Shabaab.", [("al-shabaab", "cleared")]),
        ("The police chief said that it was a burglary and had nothing to do with the M23 rebels.", []),
        ("Al-Shabaab said that it had nothing to do with the attack.", [("al-shabaab", "denies")]),
    ],
)
def test_who_keeps_a_group_out_of_it_denies_nothing(sentence: str, stances: list[tuple[str, str]]) -> None:
    found = report(f"Gunmen killed four people in an attack on a market in Goma, DR Congo, on Monday. {sentence}")
    told = [(one.actor and one.actor.actor_id, one.stance) for event in found.events for one in event.responsibility]
    assert told == stances
