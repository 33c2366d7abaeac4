"""Who holds what a sentence tells: speakers, offices behind names, pronouns, quotations, and those who are cited."""

import pytest
from tests.pages import tree

from tocsin.extract.voices.holders import holder_of
from tocsin.model.record import Holder

HOLDERS = [
    ("Rebels killed nine people, by the army's account.", "killed", "authority", "the army"),
    ("A report by Human Rights Watch said nine people were killed.", "killed", "expert", "Human Rights Watch"),
    (
        "US Secretary of State Jane Roe said nine people were killed.",
        "killed",
        "government",
        "US Secretary of State",
    ),
    ("A retired army officer said nine people were killed.", "killed", "expert", "A retired army officer"),
    ("Nine people were killed, he said.", "killed", "author", None),
    ("The mayor came at noon. Nine people were killed, he said.", "killed", "authority", "The mayor"),
    ("The governor has no doubt that rebels killed nine people.", "killed", "authority", "The governor"),
    ("Police said nine people were killed.", "killed", "authority", "Police"),
    ("At least nine people were killed, according to hospital officials.", "killed", "authority", "hospital officials"),
    ("The governor told reporters that nine people had been killed.", "killed", "authority", "The governor"),
    (
        "Nine people were killed, said Musa Bello, a spokesman for the state police.",
        "killed",
        "authority",
        "a spokesman for the state police",
    ),
    (
        '"Nine people died," hospital director Amina Yusuf said. "Twelve others were wounded."',
        "wounded",
        "authority",
        "hospital director",
    ),
    ("The mayor arrived at noon. He said nine people were killed.", "killed", "authority", "The mayor"),
    (
        "Army spokesman Col. John Doe confirmed the attack. Doe said nine soldiers were killed.",
        "killed",
        "authority",
        "Army spokesman",
    ),
    ("A resident, Ali Hassan, told AFP that gunmen killed nine people.", "killed", "witness", "A resident"),
    ("Nine people were reported killed.", "killed", "unknown", "were reported"),
    (
        "Nine people were killed, Reuters reported, citing a security source.",
        "killed",
        "authority",
        "a security source",
    ),
    (
        "Nine people were killed, the Syrian Observatory for Human Rights said.",
        "killed",
        "expert",
        "Syrian Observatory for Human Rights",
    ),
    ("Witnesses said the gunmen killed nine people and burned houses.", "burned", "witness", "Witnesses"),
    ("State television reported that nine people were killed.", "killed", "media", "State television"),
    ("The United Nations said nine people were killed.", "killed", "authority", "United Nations"),
    (
        '"They came at night and killed nine people," a villager who fled told the BBC.',
        "killed",
        "witness",
        "a villager",
    ),
    ("A blast killed nine people, officials and witnesses said.", "killed", "authority", "officials"),
    (
        "Nine soldiers were killed, the defence ministry said in a statement.",
        "killed",
        "government",
        "the defence ministry",
    ),
    ("The Taliban said nine soldiers were killed.", "killed", "group", "Taliban"),
    ("Nine people were killed when gunmen, whom police described as bandits, opened fire.", "killed", "author", None),
    (
        "The interior minister, speaking in Kabul, said nine people were killed.",
        "killed",
        "government",
        "The interior minister",
    ),
    (
        "Nine people died, a police officer was quoted as saying by local media.",
        "died",
        "authority",
        "a police officer",
    ),
    ("Local media reported that nine people were killed.", "killed", "media", "Local media"),
    ("The analyst said nine people were killed in the raid.", "killed", "expert", "The analyst"),
    (
        '"We buried nine people," said Mallam Isa, a local chief. "They were killed at dawn."',
        "killed",
        "authority",
        "a local chief",
    ),
    (
        "Nine people were killed, a senior police official, who asked not to be named, told Reuters.",
        "killed",
        "authority",
        "a senior police official",
    ),
    ("According to Human Rights Watch, soldiers killed nine people.", "killed", "expert", "Human Rights Watch"),
    ("Sources said nine people were killed.", "killed", "unknown", "Sources"),
    ("The Israeli military said nine people were killed.", "killed", "authority", "The Israeli military"),
    ("President Bola Tinubu said nine people were killed.", "killed", "government", "President"),
    ("A military source told AFP that nine soldiers were killed.", "killed", "authority", "A military source"),
    ("A lawyer for the family said nine people were killed.", "killed", "unknown", "A lawyer for the family"),
    ("Two hospital officials said nine people were killed.", "killed", "authority", "Two hospital officials"),
    ("The Red Cross said nine people were killed.", "killed", "authority", "Red Cross"),
    ("It was the worst attack this year, a diplomat said. Nine people were killed.", "killed", "author", None),
]


def _holder(text: str, word: str) -> Holder:
    grown, heard = tree(text)
    last = [token.index for token in grown.tokens if token.text == word][-1]
    return holder_of(grown, last, heard)


@pytest.mark.parametrize(("text", "word", "kind", "who"), HOLDERS)
def test_what_a_word_tells_is_held_by_its_speaker(text: str, word: str, kind: str, who: str | None) -> None:
    holder = _holder(text, word)
    assert (holder.kind, holder.text) == (kind, who)


def test_whoever_cites_others_is_the_way_and_not_the_holder() -> None:
    holder = _holder("Nine people were killed, Reuters reported, citing a security source.", "killed")
    assert [(link.text, link.kind) for link in holder.via] == [("Reuters", "media")]


def test_a_holder_is_named_by_office_and_never_by_the_name_of_a_person() -> None:
    holder = _holder("Army spokesman Col. John Doe confirmed the attack. Doe said nine soldiers were killed.", "killed")
    assert holder.text == "Army spokesman"


def test_the_spokesman_of_a_group_named_before_speaks_for_the_group() -> None:
    holder = _holder("Al-Shabaab attacked a base. Nine soldiers were killed, the group's spokesman said.", "killed")
    assert (holder.kind, holder.actor_id) == ("group", "al-shabaab")
