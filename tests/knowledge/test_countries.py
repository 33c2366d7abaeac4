"""Countries are known by their names and by the words for their people, case kept."""

import pytest

from tocsin.annotate.nationalities import nationalities
from tocsin.knowledge.countries import Countries, load_countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("US", "US"),
        ("U.S.", "US"),
        ("United States of America", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("DRC", "CD"),
        ("DR Congo", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("Zaïre", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Turkiye", "TR"),
        ("Türkiye", "TR"),
        ("TURKEY", "TR"),
        ("the Philippines", "PH"),
        ("The Gambia", "GM"),
        ("Czechia", "CZ"),
        ("Swaziland", "SZ"),
        ("Timor-Leste", "TL"),
        ("Holy See", "VA"),
        ("Kosovo", "XK"),
        ("Republic of Kenya", "KE"),
        ("Islamic Republic of Mauritania", "MR"),
        ("Kingdom of Morocco", "MA"),
        ("the Republic of the Sudan", "SD"),
        ("Dahomey", "BJ"),
        ("Upper Volta", "BF"),
        ("East Pakistan", "BD"),
        ("Rhodesia", "ZW"),
        ("East Germany", "DE"),
        ("South Vietnam", "VN"),
        ("Soviet Union", None),
        ("Yugoslavia", None),
        ("Czechoslovakia", None),
        ("Congo", None),
        ("Korea", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_name_leads_to_its_country_unless_two_bear_it(countries: Countries, name: str, iso: str | None) -> None:
    assert countries.country_of(name) == iso


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two Chinese road workers", [("Chinese", "CN")]),
        ("Nigerien soldiers and Nigerian police", [("Nigerien", "NE"), ("Nigerian", "NG")]),
        ("Three Afghans and a Briton", [("Afghans", "AF"), ("Briton", "GB")]),
        ("a Filipino and two Filipinas", [("Filipino", "PH"), ("Filipinas", "PH")]),
        ("a North Korean ship", [("North Korean", "KP")]),
        ("South Sudanese and Sudanese troops", [("South Sudanese", "SS"), ("Sudanese", "SD")]),
        ("an Equatorial Guinean", [("Equatorial Guinean", "GQ")]),
        ("Papua New Guineans", [("Papua New Guineans", "PG")]),
        ("Bissau-Guinean soldiers", [("Bissau-Guinean", "GW")]),
        ("CHINESE ENGINEERS", [("CHINESE", "CN")]),
        ("a Turk in Turkey", [("Turk", "TR")]),
        ("the Polish army", [("Polish", "PL")]),
        ("French-born fighters", [("French", "FR")]),
        ("a turkey", []),
        ("nail polish", []),
        ("Latin American and North American states", []),
        ("the Indian Ocean", []),
        ("British Columbia", []),
        ("He said in English.", []),
        ("in Russian custody", [("Russian", "RU")]),
        ("Rhodesian soldiers", [("Rhodesian", "ZW")]),
        ("two Falkland Islanders", [("Falkland Islanders", "FK")]),
        ("Soviet soldiers", []),
        ("Laos", []),
        ("the North Pole", []),
    ],
)
def test_nationalities_are_capitalised_demonyms(countries: Countries, text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.span.of(text), each.country) for each in nationalities(text, countries)] == found


def test_every_country_has_a_point_on_the_globe(countries: Countries) -> None:
    points = [country.point for country in countries.by_iso.values()]
    assert len(points) == 250
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points)


def test_neighbours_are_mutual(countries: Countries) -> None:
    one_way = [
        (country.iso, other)
        for country in countries.by_iso.values()
        for other in country.neighbours
        if country.iso not in countries.by_iso[other].neighbours
    ]
    assert one_way == []


def test_no_demonym_is_the_name_of_a_country(countries: Countries) -> None:
    assert [people for people in countries.demonyms() if countries.country_of(people)] == []


def test_capitals_are_known(countries: Countries) -> None:
    assert (countries.capital("NG"), countries.capital("ZZ")) == ("Abuja", None)


UNPEOPLED = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
WITHOUT = {"BL", "BQ", "CG", "DM", "MF", "MP", "PM", "SJ", "SX", "VA", "VI"}  # nothing but the name, or a neighbour's


def test_every_country_with_people_has_a_word_for_them(countries: Countries) -> None:
    silent = {iso for iso, country in countries.by_iso.items() if not country.people}
    assert silent - UNPEOPLED == WITHOUT


def test_every_country_with_people_but_one_has_a_capital(countries: Countries) -> None:
    silent = {iso for iso, country in countries.by_iso.items() if not country.capital}
    assert silent - UNPEOPLED == {"CX"}


def test_a_name_in_full_leads_to_one_country(countries: Countries) -> None:
    full = [(c.iso, n) for c in countries.by_iso.values() for n in c.names if n.startswith(("Republic of", "Kingdom"))]
    assert len(full) > 90
    assert [(iso, name) for iso, name in full if countries.country_of(name) != iso] == []
