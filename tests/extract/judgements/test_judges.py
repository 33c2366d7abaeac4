"""Who holds a judgement, and how far: an opinion is its speaker's, and what nobody else says is the author's."""

import pytest
from tests.extract.judgements.judged import judged

SURE = [
    ("The group may exploit anger over the killings, an analyst said.", "PS+", "expert"),
    ("The killings could trigger reprisals.", "PS+", "author"),
    ("The insurgents will probably regroup and will likely return, a diplomat said.", "PR+", "unknown"),
    ("Police said the motive was not known.", "Uu", "authority"),
    ("Investigators would not say whether the two attacks were linked.", "CTu", "authority"),
    ("The insurgents can no longer hold a town.", "CT-", "author"),
    ("Attacks have doubled since April, the army said.", "CT+", "authority"),
    ("The army fears more attacks.", "PS+", "authority"),
    ("Boko Haram said that the raid was revenge for an air strike.", "CT+", "group"),
    ("If the call is genuine, the group has killed more than 40 people since January.", "Uu", "author"),
    ("Police believe the suspects were motivated by revenge.", "PR+", "authority"),
    ("It was the deadliest attack in a decade in the district, which may be split in two.", "CT+", "author"),
]

HELD = [
    ("Police said they did not know who was behind the shooting.", "authority", "Police"),
    (
        "More than 400 people have been killed by the group since January, according to a monitor in Nairobi.",
        "expert",
        "monitor",
    ),
    ("Attacks on aid workers have doubled since 2020, the United Nations says.", "authority", "United Nations"),
    ("Residents complain that the army treats every herder as a rebel.", "witness", "Residents"),
    ("The group feeds on anger over land seizures, analysts say.", "expert", "analysts"),
    ("The militants say that the government has robbed the province of its gas.", "group", "militants"),
    ("The group said the attack was revenge for the killing of its leader.", "group", "The group"),
    ("Police said mental health problems may have been a factor.", "authority", "Police"),
    ("We will continue to strike the group, the coalition said.", "authority", "coalition"),
    ("The group lacks the means to hold a town, security officials say.", "authority", "officials"),
    ("There is no specific threat to Australians at home, the police said.", "authority", "police"),
    ("Analysts fear further attacks in the coming weeks.", "expert", "Analysts"),
    ("Further charges may be laid, police said.", "authority", "police"),
    ("The attack shows that the group is far from beaten, said a researcher in Oslo.", "expert", "researcher"),
    ("Traders on the road, an analyst thinks, are the most exposed.", "expert", "analyst"),
    ("In the view of a researcher in Oslo, the group may regroup before the rains.", "expert", "researcher"),
    ("By the army's count, attacks have doubled since April.", "authority", "army"),
    ("Attacks, the army says, have doubled since April.", "authority", "army"),
    ("The president vowed to hunt down the killers.", "government", "president"),
    ("The bombing was claimed by Boko Haram as revenge for an air strike.", "group", "Boko Haram"),
    ("Residents described the killings as revenge for the arrest of a herder.", "witness", "Residents"),
    ("The police said four men had died, but the motive was unclear.", "author", ""),
    ("The police said four men had died; the group is far from beaten and may regroup.", "author", ""),
]


@pytest.mark.parametrize(("sentence", "kind", "words"), HELD)
def test_whoever_utters_it_holds_it(sentence: str, kind: str, words: str) -> None:
    one = judged(sentence)[0]

    assert (one.holder.kind, words in (one.holder.text or "")) == (kind, True)


def test_words_set_into_a_judgement_give_its_holder() -> None:
    found = judged(
        "The insurgents may strike again, said an analyst in Abuja. Traders on the road are most exposed, she said, "
        "because they travel without escorts."
    )

    assert [one.holder.kind for one in found] == ["expert", "expert"]


@pytest.mark.parametrize(("sentence", "factuality", "holder"), SURE)
def test_hedges_and_holders_are_kept(sentence: str, factuality: str, holder: str) -> None:
    one = judged(sentence)[0]
    assert (one.factuality, one.holder.kind) == (factuality, holder)


def test_a_view_is_that_of_the_person_of_whom_the_sentence_before_speaks() -> None:
    found = judged(
        "The insurgents may strike again, said an analyst in Abuja. A diplomat was less sure. "
        "The group, in his view, can no longer hold a town."
    )

    assert [one.holder.text for one in found] == ["an analyst in Abuja", "A diplomat"]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Schools in the north are vulnerable to attack.", "Schools"),
        ("Most of the clinics in the district are poorly guarded.", "the clinics"),
        ("Those most at risk are the traders on the road.", "the traders"),
        ("He is vulnerable to attack.", None),
    ],
)
def test_exposure_names_what_is_exposed(sentence: str, target: str | None) -> None:
    assert judged(sentence)[0].about.target == target


def test_what_a_group_says_of_its_own_deed_is_about_that_group() -> None:
    (one,) = judged("Boko Haram said that the raid was revenge for an air strike.")

    assert one.about.actor is not None
    assert one.about.actor.actor_id == "boko-haram"
