"""A name in an actor's part that no record has is found and left open; ordinary capitals are not."""

import pytest
from tests.resolve.named import found

NEW = [
    ("The Falcons of the Upper Ravine claimed the shooting.", "Falcons of the Upper Ravine"),
    ("A group that calls itself Saraya Nur al-Fajr fired the rockets.", "Saraya Nur al-Fajr"),
    ("Two gunmen of Linea Roja held up a bank.", "Linea Roja"),
    ("Tehreek-e-Sabah, a little-known outfit, said that it had done it.", "Tehreek-e-Sabah"),
    ("The bomb was claimed by Ember Watch.", "Ember Watch"),
    ("Ember Watch claimed responsibility for the fire.", "Ember Watch"),
    ("Fighters of the Free Valley Legion crossed the river.", "Free Valley Legion"),
    ("RED-Harbour gunmen shot a guard.", "RED-Harbour"),
    ("A statement in the name of the Lantern Brigades reached a paper.", "Lantern Brigades"),
    ("Jaysh al-Karama attacked the checkpoint.", "Jaysh al-Karama"),
    ("Katibat Shuhada Zuwara fighters drove into the town.", "Katibat Shuhada Zuwara"),
    ("The Comando Río Seco burnt a cotton gin.", "Comando Río Seco"),
    ("The Frente 18 de Noviembre kidnapped two engineers.", "Frente 18 de Noviembre"),
    ("Suspected Garo Highland Army militants killed a constable.", "Garo Highland Army"),
    ('Police seek "Black Dawn Nucleus", which claimed the arson.', "Black Dawn Nucleus"),
    ("The militia's own channel, Sada al-Wadi, showed three soldiers.", "Sada al-Wadi"),
    ("The rebels' new station, Radio Kifah Tihama, has read out names.", "Radio Kifah Tihama"),
    ("Ansar al-Watan said its fighters would not disarm.", "Ansar al-Watan"),
    ("Leaflets of the Copper Morning Front threatened teachers.", "Copper Morning Front"),
    ("The uprising of the Qandilite sect in Kano was put down.", "Qandilite"),
    ("Grenades hit a post. Bayraq Sham, a score of gunmen, had come out.", "Bayraq Sham"),
    ("The bomb was the work of the Liga Comunista Roja.", "Liga Comunista Roja"),
    ("A cell that named itself Kommando Rosa Hain burnt nine cars.", "Kommando Rosa Hain"),
    ("The Fracción Roja de Acción murdered a banker.", "Fracción Roja de Acción"),
    ("Rockets were fired; Ajnad Bayt al-Rimal claimed them.", "Ajnad Bayt al-Rimal"),
    ("The jihadist group Bayraq Nur shot a guard.", "Bayraq Nur"),
    ("The area is held by the paramilitary group “Libertadores de Quibo”.", "Libertadores de Quibo"),
    ("The Grey Valley Front claimed the murder of a judge.", "Grey Valley Front"),
    ("Police fear a cell that is known as the “Ember Hand”.", "Ember Hand"),
    ("The rebels' news agency, Sada Tihama, showed a wreck.", "Sada Tihama"),
    ("The militants' news agency Naba Rimal showed a wreck.", "Naba Rimal"),
    ("A letter signed by the Copper Hand lay there.", "Copper Hand"),
    ("The fire is blamed on Ember Watch.", "Ember Watch"),
    ("Two successor gangs Los Faroles and another fought.", "Los Faroles"),
]

LONGER = [
    ("The New Lashkar-e-Jhangvi shot the lawyer.", "New Lashkar-e-Jhangvi"),
    ("A caller spoke for the Hezbollah Brigade of the North.", "Hezbollah Brigade of the North"),
    ("The Al-Qaeda Vanguard Battalions threatened hotels.", "Al-Qaeda Vanguard Battalions"),
    ("The FLNC–Renewal blew up a villa.", "FLNC–Renewal"),
    ("A caller spoke for the Revolutionary Al-Shabaab.", "Revolutionary Al-Shabaab"),
]

KNOWN = [
    ("The new Lashkar-e-Jhangvi leader was shot.", "lashkar-e-jhangvi"),
    ("New Hezbollah Offer Angers Israel", "hezbollah"),
    ("Hezbollah Front Page", "hezbollah"),
    ("FLNC-Linked men fled.", "flnc"),
    ("PKK-Turkey talks failed.", "pkk"),
]

NOTHING = [
    "Gunmen of the town fled.",
    "Two Leftist rebels were shot in the street.",
    "The Front page told of rain.",
    "Four gunmen fled. The rebels laughed.",
    "Islamist gunmen fled.",
    "October insurgents are told of in songs.",
    "The Lions Club gave money for a school.",
    "The Melbourne Tigers beat the Sydney Kings.",
    "Shares of Falcon Energy rose after hackers attacked the firm.",
    "The American Legion held a parade.",
    "He fell on the Western Front in 1917.",
    "The National Front lost two seats.",
    "The Young Farmers Front held a picnic.",
    "The Vanguard Group sold its shares.",
    "Martyrs Square was closed.",
    "The Salvation Army gave out soup.",
    "The Frente Amplio won the vote.",
    "Comando Conjunto chiefs met in Lima.",
    "Yesterday, the rebels fled.",
    "In Karmah, a group of gunmen shot a baker.",
    "Kachin rebels fled over the river.",
    "Nokia, a maker of telephones, closed a works.",
    "The Green Movement won a seat in parliament.",
    "Investigators blamed Boeing.",
    "The rock group Blue Lantern sang.",
    "He met the militant group Friday.",
    "Nobody claimed the bombing.",
]


@pytest.mark.parametrize(("text", "name"), NEW)
def test_an_unknown_name_in_an_actors_part_is_found_and_left_open(text: str, name: str) -> None:
    assert [(one.text, one.actor_id, one.kind) for one in found(text) if one.kind == "armed_group"] == [
        (name, None, "armed_group")
    ]


@pytest.mark.parametrize("text", NOTHING)
def test_ordinary_capitals_are_no_group(text: str) -> None:
    assert [one.text for one in found(text) if one.kind == "armed_group"] == []


@pytest.mark.parametrize(("text", "name"), LONGER)
def test_a_longer_name_than_the_known_one_is_another_groups(text: str, name: str) -> None:
    (actor,) = (one for one in found(text) if one.kind == "armed_group")
    assert (actor.text, actor.actor_id) == (name, None)


@pytest.mark.parametrize(("text", "actor"), KNOWN)
def test_what_only_stands_beside_a_known_name_is_no_part_of_it(text: str, actor: str) -> None:
    assert actor in [one.actor_id for one in found(text)]


def test_a_countrys_army_is_no_newcomer() -> None:
    assert [one.kind for one in found("Fighters of the Kenya Defence Forces crossed the river.", "KE")] == [
        "state_force"
    ]
