"""Whom and what an act hit, of which kind, and what of its words is no target."""

import pytest
from tests.pages import told

from tocsin.model.values import Target

TYPES = [
    ("Gunmen attacked a police academy near Cali.", "police academy", "police"),
    ("A bomb hit an army bus near Gao.", "army bus", "military"),
    ("A bomb exploded at a market in Gao.", "market", "private_citizens_and_property"),
    ("A rocket hit a hospital in Gao.", "hospital", "business"),
    ("Gunmen attacked a camp for displaced people near Bunia.", "camp", "other"),
    ("Gunmen attacked a refugee camp near Bunia.", "refugee camp", "other"),
    ("A bomb exploded at Hotel Ambassador in Gao.", "Hotel Ambassador", "business"),
    ("Rebels attacked a convoy of lorries near Djibo.", "lorries", "transportation"),
    ("Rebels attacked a supply convoy near Djibo.", "convoy", "military"),
    ("Gunmen stormed the Federal Government College near Kebbi.", "College", "educational_institution"),
    ("Gunmen killed a member of the coast guard.", "member", "military"),
    ("Gunmen shot dead the driver of a minibus.", "driver", "private_citizens_and_property"),
    ("Gunmen shot dead the driver of the governor.", "driver", "government"),
    ("The mayor was shot dead in Quito. His bodyguard died too.", "bodyguard", "government"),
    ("Gunmen shot dead an adviser to the oil minister.", "adviser", "government"),
    ("Gunmen attacked a prison near Beni.", "prison", "police"),
    ("Jihadists burned 30 tankers near Kayes.", "tankers", "transportation"),
    ("A missile hit a tanker in the Red Sea.", "tanker", "maritime"),
    ("A missile hit a cargo ship near Aden, wounding two sailors.", "sailors", "maritime"),
    ("Seven soldiers were killed at a checkpoint near Rafah.", "checkpoint", "military"),
    ("Two policemen were killed at a checkpoint near Rafah.", "checkpoint", "police"),
    ("Gunmen attacked a civilian convoy near Gamboru.", "convoy", "private_citizens_and_property"),
    ("A rocket hit the headquarters of a French bank.", "headquarters", "business"),
    ("Men threw a grenade at the house of a judge.", "house", "government"),
    ("A grenade was thrown at the house of a farmer.", "house", "private_citizens_and_property"),
    ("A drone dropped grenades on an ambulance near Kherson.", "ambulance", "other"),
    ("A bomb went off as an army convoy passed, killing two people.", "convoy", "military"),
    ("Rebels drove a truck bomb into a hotel in Kismayo.", "hotel", "business"),
    ("A bomb which destroyed an army bus killed seven people.", "bus", "military"),
    ("Gunmen entered a mosque in Kano and killed six people.", "mosque", "religious_figures_and_institutions"),
    ("Attackers killed five people and set 30 houses ablaze.", "houses", "private_citizens_and_property"),
    ("A bomb killed two rangers and wounded a third.", "a third", "military"),
    ("A mine killed three Chinese road workers.", "road workers", "private_citizens_and_property"),
    ("A bomb killed a beekeeper near Gao.", "beekeeper", "private_citizens_and_property"),
    ("Gunmen killed a village head near Gao.", "village head", "government"),
    ("Two soldiers were hurt when a mine blew up their lorry near Gao.", "lorry", "military"),
    ("A bomb hit a police academy, killing six cadets.", "cadets", "police"),
    ("A rocket struck the compound of the US embassy in Baghdad.", "embassy", "diplomatic"),
    ("Two of our soldiers were killed by militants.", "soldiers", "military"),
    ("Six security officials were killed by a bomb near Kor.", "officials", "military"),
    ("The army unit was on the road when rebels ambushed their vehicles.", "vehicles", "military"),
    ("Gunmen abducted two staff of Save the Children near Gao.", "staff", "ngo"),
    ("Gunmen shot dead a driver for the World Food Programme near Gao.", "driver", "ngo"),
    ("Gunmen kidnapped three Oxfam employees near Gao.", "employees", "ngo"),
    ("Gunmen killed a guard employed by Médecins Sans Frontières near Gao.", "guard", "ngo"),
    ("Gunmen kidnapped two workers from an aid agency near Gao.", "workers", "ngo"),
    ("A bomb hit an office of the International Committee of the Red Cross.", "office", "ngo"),
    ("Gunmen killed two employees of a television channel in Quetta.", "employees", "journalists_and_media"),
    ("Gunmen ambushed a convoy near Gao and took two aid workers.", "convoy", "ngo"),
    ("Gunmen killed two police reservists near Lamu.", "reservists", "police"),
    ("Gunmen killed two army reservists near Lamu.", "reservists", "military"),
]


def _hit(text: str) -> list[Target]:
    return [r.value for frame in told(text) for r in frame.readings if r.field == "targets"]


@pytest.mark.parametrize(("text", "words", "kind"), TYPES)
def test_a_target_is_of_the_kind_that_its_words_tell(text: str, words: str, kind: str) -> None:
    assert [target.type for target in _hit(text) if words in target.text] == [kind]


SPARED = [
    ("Gunmen killed three traders in the port city of Gao.", "city"),
    ("Gunmen killed three traders on a road near Gao.", "road"),
    ("Gunmen killed three traders in a village near Gao.", "village"),
    ("Troops raided a house near Gao, killing four militants.", "house"),
    ("A bomb in Gao killed 12.", "12"),
    ("Gunmen shot dead a teacher on his motorcycle.", "motorcycle"),
    ("A man stabbed two officers outside the central station in Ghent.", "station"),
    ("A suicide bomber blew up his car at a market in Gao.", "car"),
    ("At least 43 people were killed and 61 hurt in the strike.", "61"),
    ("A bomb exploded at a market in Gao before a convoy passed.", "convoy"),
    ("Rebels set fire to a school near Gao.", "fire"),
]


@pytest.mark.parametrize(("text", "words"), SPARED)
def test_where_it_happened_and_a_bare_number_are_no_targets(text: str, words: str) -> None:
    assert [target.text for target in _hit(text) if words in target.text] == []


NATIONS = [
    ("Gunmen killed three Kenyan engineers.", "KE"),
    ("Gunmen killed the attache of the British embassy.", "GB"),
    ("Gunmen killed five soldiers of the French-led force.", None),
    ("Gunmen killed five traders in Kenya.", None),
]


@pytest.mark.parametrize(("text", "country"), NATIONS)
def test_a_nationality_comes_from_the_words_for_the_target_alone(text: str, country: str | None) -> None:
    assert {target.country for target in _hit(text)} == {country}


EFFECTS = [
    ("Rebels burned down a school near Gao.", "destroyed"),
    ("Two reporters, kidnapped by gunmen near Kidal, were found dead.", "killed"),
    ("Rebels bombed the base, but no soldiers were hurt.", "none"),
    ("Bandits abducted 40 pupils.", "abducted"),
]


@pytest.mark.parametrize(("text", "effect"), EFFECTS)
def test_the_gravest_that_befell_a_target_is_told(text: str, effect: str) -> None:
    assert effect in {target.effect for target in _hit(text)}


STRUCK = [
    ("A bomber killed four people at a restaurant in Kano.", "a restaurant"),
    ("The blast wounded six clerks at the town hall of Bria.", "the town hall of Bria"),
    ("Gunmen stopped a bus near Gao and killed two passengers.", "a bus"),
    ("Rebels broke into a clinic near Gao and killed a nurse.", "a clinic"),
    ("Four soldiers were killed when their truck hit a mine.", "their truck"),
    ("Gunmen stormed a village, killing two farmers and burning a school.", "a school"),
]


@pytest.mark.parametrize(("text", "words"), STRUCK)
def test_a_site_at_which_people_fall_or_that_attackers_break_into_is_hit(text: str, words: str) -> None:
    assert words in {target.text for target in _hit(text)}


NOT_STRUCK = [
    ("A bomber drove his car into a checkpoint and killed two soldiers.", "his car"),
    ("Four soldiers were killed when their truck hit a mine.", "a mine"),
    ("Rebels threw a grenade at a school near Gao; no injuries.", "injuries"),
    ("Nine people died at a hospital after gunmen attacked a bus.", "a hospital"),
    ("Police stopped a car near Gao and shot two men.", "a car"),
]


@pytest.mark.parametrize(("text", "words"), NOT_STRUCK)
def test_the_means_and_where_the_wounded_die_are_not_hit(text: str, words: str) -> None:
    assert words not in {target.text for target in _hit(text)}


_NATIONS = [
    ("Gunmen wounded an employee of the Danish Refugee Council near Gao.", None),
    ("Gunmen kidnapped four workers from the Norwegian Refugee Council.", None),
    ("Gunmen kidnapped two Danish workers of the Norwegian Refugee Council.", "DK"),
    ("Gunmen killed an official of the French embassy in Gao.", "FR"),
    ("Gunmen killed a German priest near Gao.", "DE"),
    ("Gunmen killed two employees of a Chinese company near Gao.", "CN"),
]


@pytest.mark.parametrize(("text", "country"), _NATIONS)
def test_a_nationality_in_the_name_of_an_organisation_is_not_that_of_its_staff(text: str, country: str | None) -> None:
    assert next(target.country for target in _hit(text)) == country
