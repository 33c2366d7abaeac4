"""A name that is misspelt or romanised in another way is found, and an ordinary name that is near to none is not."""

import pytest
from tests.resolve.named import ids

MISSPELT = [
    ("Boko Haraam took the town", "Boko Haraam", "boko-haram"),
    ("Hisbollah took the town", "Hisbollah", "hezbollah"),
    ("al-Quaeda took the town", "al-Quaeda", "al-qaida"),
    ("the Haqani network took the town", "Haqani network", "haqqani-network"),
    ("Abu Sayyaff took the town", "Abu Sayyaff", "abu-sayyaf"),
    ("Sandanista National Liberation Front", "Sandanista National Liberation Front", "sandinista-front"),
    ("Boko Harem took the town", "Boko Harem", "boko-haram"),
    ("men of Fatah-el-Eslam", "Fatah-el-Eslam", "fatah-al-islam"),
    ("the Lord Resistence Army", "Lord Resistence Army", "lra"),
    ("the New People's Anny", "New People's Anny", "npa"),
    ("Lashkar-i-Tayiba trained the men", "Lashkar-i-Tayiba", "lashkar-e-taiba"),
    ("Jesh-e-Mohammed was banned", "Jesh-e-Mohammed", "jaish-e-mohammed"),
    ("Jabhat un-Nusrah took a base", "Jabhat un-Nusrah", "hts"),
    ("Ansar Beit al-Maqdes", "Ansar Beit al-Maqdes", "is-sinai"),
    ("Katiab Hezbollah", "Katiab Hezbollah", "kataib-hezbollah"),
    ("Kata'ib Hizballah", "Kata'ib Hizballah", "kataib-hezbollah"),
    ("Ansar ad-Deen took Timbuktu", "Ansar ad-Deen", "ansar-dine"),
    ("the Abu Nadal faction", "Abu Nadal faction", "abu-nidal-organization"),
    ("the Bader-Meinhoff gang", "Bader-Meinhoff gang", "raf"),
    ("Huthee rebels took the town", "Huthee rebels", "houthis"),
    ("the Tupamarcs robbed a bank", "Tupamarcs", "tupamaros"),
    ("Sinchoneros took the town", "Sinchoneros", "cinchoneros"),
    ("monks of the Bodu Bela Sene", "Bodu Bela Sene", "bodu-bala-sena"),
    ("Alfaro Bive took the town", "Alfaro Bive", "alfaro-vive"),
    ("Lashkare Jungvi bombed the bus", "Lashkare Jungvi", "lashkar-e-jhangvi"),
]

NOT_ALIKE = [
    "an Islamic state in Egypt",
    "Hassan Nasr spoke",
    "Jamaat-e-Islami held a rally",
    "Telegram took the channel down",
    "The Talisman was sold",
    "Hutu rebels took the town",
    "Mr Hamass opened a bakery in Leeds",
    "Talibani, a poet, read from his book",
    "the New People's Party held a rally",
    "the Islamic Studies Institute",
    "Countries met in Rome",
    "the National Liberty Army of Songs",
    "The Hezekiah tunnel was opened",
    "the Lashkari Jungle Book",
    "Patet Lahore sang",
    "GROUP FIRED AT SHOP",
]


@pytest.mark.parametrize(("text", "words", "actor"), MISSPELT)
def test_a_misspelt_name_is_its_actors(text: str, words: str, actor: str) -> None:
    assert ids(text) == [(words, actor)]


@pytest.mark.parametrize("text", NOT_ALIKE)
def test_other_names_and_words_are_nobodys(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "country", "actor"),
    [
        ("Book Haram overran the barracks.", "NG", "boko-haram"),
        ("Hammas fired the rockets.", "IL", "hamas"),
        ("Phatet Lao guerrillas shelled the town.", "LA", "pathet-lao"),
        ("The Tupac Amuru Movement freed two guests.", "PE", "mrta"),
    ],
)
def test_a_spelling_that_is_less_than_sure_needs_the_texts_country(text: str, country: str, actor: str) -> None:
    assert [got for _, got in ids(text, country)] == [actor]
    assert ids(text, "NZ") == []
