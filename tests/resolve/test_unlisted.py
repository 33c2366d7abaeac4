"""A village that no gazetteer lists is a place if the text says so, and has no coordinates."""

import pytest
from tests.pages import tree

SAID = [
    ("Gunmen burned huts at Nkozo, a village in Cabo Delgado, on Monday.", "Nkozo", "MZ", "Cabo Delgado", "settlement"),
    ("Militants ambushed a patrol near Zembolwe in Mali on Monday.", "Zembolwe", "ML", None, "near"),
    ("At Nkozo, a hamlet in Cabo Delgado, gunmen burned huts on Monday.", "Nkozo", "MZ", "Cabo Delgado", "settlement"),
    ("A mine killed two near Mondolo in Cauca, Colombia.", "Mondolo", "CO", "Cauca", "near"),
    (
        "A bomb fell on the base at Buulo Xaawe in the Lower Juba region.",
        "Buulo Xaawe",
        "SO",
        "Lower Juba",
        "settlement",
    ),
    ("Soldiers shot nine men at Zobe-Mengo, in the north of Burkina Faso.", "Zobe-Mengo", "BF", None, "settlement"),
    (
        "Herders were robbed at Salubango on Monday, Indonesian police said in Poso.",
        "Salubango",
        "ID",
        None,
        "settlement",
    ),
    ("Bandits raided the village of Kwarin Zora in Zamfara on Monday.", "Kwarin Zora", "NG", "Zamfara", "settlement"),
]


@pytest.mark.parametrize(("text", "name", "country", "admin1", "precision"), SAID)
def test_the_words_around_a_name_give_its_country_and_province(
    text: str, name: str, country: str, admin1: str | None, precision: str
) -> None:
    grown, _ = tree(text)

    found = [item.place for item in grown.page.places if item.place is not None and item.place.place_id is None]
    assert [(p.name, p.country, p.admin1, p.precision, p.lat) for p in found] == [
        (name, country, admin1, precision, None)
    ]


def test_a_name_known_as_a_village_is_one_wherever_it_stands_again() -> None:
    grown, _ = tree("Gunmen came to Nkozo at dusk. At Nkozo, a hamlet in Cabo Delgado, they burned huts.")

    assert [item.place.name for item in grown.page.places if item.place and item.place.place_id is None] == [
        "Nkozo",
        "Nkozo",
    ]


def test_a_name_behind_a_village_holds_it() -> None:
    grown, _ = tree("A mortar hit the base at Zeel Dhere in Galgazuud on Monday, Somali officers said.")

    assert [(p.name, p.precision) for item in grown.page.places if (p := item.place) and p.place_id is None] == [
        ("Zeel Dhere", "settlement"),
        ("Galgazuud", "admin1"),
    ]


NEXT_OR_GONE_TO = [
    ("In May a mine killed a shepherd in neighbouring Gourzou, Mali.", ["Gourzou"]),
    ("The raiders burned the huts and then walked for two hours to Belkari, where six people died.", ["Belkari"]),
    ("At Sandimba in the same province, gunmen killed four farmers on Friday.", ["Sandimba"]),
    ("He moved to Chatly, where he worked on safety.", []),
    ("Layoffs at Zoomly in the same quarter were larger.", []),
    ("Fighting in neighbouring Chad killed nine people.", []),
]


@pytest.mark.parametrize(("text", "names"), NEXT_OR_GONE_TO)
def test_what_lies_next_door_or_is_walked_to_is_a_place(text: str, names: list[str]) -> None:
    grown, _ = tree(text)

    assert [p.name for item in grown.page.places if (p := item.place) and p.place_id is None] == names


def test_a_distance_from_a_city_does_not_put_a_place_in_its_province() -> None:
    grown, _ = tree("Rockets hit a base at Qayrun, some 280 km north of Baghdad, on Monday.")

    assert [(p.country, p.admin1) for i in grown.page.places if (p := i.place) and p.name == "Qayrun"] == [("IQ", None)]


MORE = [
    ("Rebels stormed a post south of Zembolwe on Monday.", "Zembolwe", "near"),
    ("Fourteen miners were shot 15 km from Zembolwe, the army said.", "Zembolwe", "near"),
    ("A drone fell on the market of Zembolwe, a town in Mali, on Monday.", "Zembolwe", "settlement"),
    ("On Monday insurgents entered Zembolwe for the third time.", "Zembolwe", "settlement"),
    ("Forty people died in the shelling of Zembolwe, the mayor said.", "Zembolwe", "settlement"),
    ("A bomb hit the Zembolwe neighbourhood where troops are housed.", "Zembolwe", "settlement"),
    ("A bomb hit the Kafr Herat neighbourhood of the town.", "Kafr Herat", "settlement"),
    ("Suspected herders hacked six worshippers to death at Zembolwe. The mayor fled.", "Zembolwe", "settlement"),
]


@pytest.mark.parametrize(("text", "name", "precision"), MORE)
def test_what_is_done_at_or_near_a_name_says_that_it_is_a_place(text: str, name: str, precision: str) -> None:
    grown, _ = tree(text)

    found = [item.place for item in grown.page.places if item.place is not None and item.place.place_id is None]
    assert [(p.name, p.precision) for p in found] == [(name, precision)]


def test_a_people_before_its_kind_gives_the_country_of_a_town_that_is_not_listed() -> None:
    grown, _ = tree("Malian troops shot two men in the Nigerien town of Zembolwe, across the border, on Monday.")

    assert [(p.name, p.country) for item in grown.page.places if (p := item.place)] == [("Zembolwe", "NE")]


def test_a_name_that_begins_as_a_town_s_is_whole_after_its_kind_and_else_the_town() -> None:
    grown, _ = tree("A bomb killed four in the town of Herat Kohna, and one in the city of Herat, Afghanistan.")

    towns = [p.name for item in grown.page.places if (p := item.place) and p.precision == "settlement"]
    assert towns == ["Herat Kohna", "Her\u0101t"]


NO_VILLAGES = [
    "He was treated at Zembolwe Hospital. The men were held at Zembolwe Prison.",
    "The award of Zembolwe, a village chief, was late. Kwame Zembolwe, a city councillor, left.",
    "They accused Zembolwe of lying and attacked Zembolwe for it.",
    "He was trained at Simmons and worked for Brandt in Germany.",
    "The village of the year was named. The village hall in Kent was full.",
    "Talks were held at the Zembolwe Institute in Berlin.",
    "The proposal was voted down in Zembolwe Council on Monday.",
]


@pytest.mark.parametrize("text", NO_VILLAGES)
def test_a_firm_a_school_or_a_word_is_no_village(text: str) -> None:
    grown, _ = tree(text)

    assert [item.place.name for item in grown.page.places if item.place and item.place.place_id is None] == []


def test_a_person_is_no_village() -> None:
    grown, _ = tree("The trust placed in Zembolwe, who chairs the council, was great.")

    assert not [item for item in grown.page.places if item.place is not None and item.place.name == "Zembolwe"]


PEOPLE = [
    "Police stormed the Maoist camp near Ranchi, India, on Monday.",
    "Soldiers burned the Islamist camp in Borno, Nigeria, on Monday.",
    "Gunmen robbed a village of Hausa settlers in Zamfara, Nigeria.",
    "Gunmen robbed a village of Bororo herders in Zamfara, Nigeria.",
    "Jets hit the Taliban village headquarters in Zabul, Afghanistan.",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_whose_camp_or_village_it_is_is_no_name_of_a_place(text: str) -> None:
    grown, _ = tree(text)

    assert [p.name for item in grown.page.places if (p := item.place) and p.place_id is None] == []


def test_a_village_is_in_the_state_of_the_local_government_that_holds_it() -> None:
    grown, _ = tree(
        "Men came to the village of Dongo Zawa in the Gwari Local Government Area, which is in the state of Kaduna, "
        "Nigeria."
    )

    found = [p for item in grown.page.places if (p := item.place) and p.place_id is None]
    assert [(p.name, p.admin1, p.precision) for p in found] == [
        ("Dongo Zawa", "Kaduna", "settlement"),
        ("Gwari", "Kaduna", "admin2"),
    ]


TOLD_OF = [
    ("Bandits invaded Gwazka Saturday, a resident of Kaduna, Nigeria, said.", "Gwazka", None, "settlement"),
    ("Troops killed two men in Darzo district, Zamfara, Nigeria.", "Darzo", "Zamfara", "admin2"),
    ("Troops killed two men in the district of Darzo in Zamfara, Nigeria.", "Darzo", "Zamfara", "admin2"),
    ("Two men died in Tarnok wa Jaldok district, Zabul province, Afghanistan.", "Tarnok wa Jaldok", "Zabul", "admin2"),
]


@pytest.mark.parametrize(("text", "name", "admin1", "precision"), TOLD_OF)
def test_what_the_text_says_of_an_unlisted_place_is_kept(text: str, name: str, admin1: str, precision: str) -> None:
    grown, _ = tree(text)

    found = [p for item in grown.page.places if (p := item.place) and p.place_id is None]
    assert [(p.name, p.admin1, p.precision) for p in found] == [(name, admin1, precision)]
