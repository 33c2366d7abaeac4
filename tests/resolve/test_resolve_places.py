"""A place mention gets the record that the text supports, never a finer one, and what is no place gets none."""

import pytest
from tests.pages import tree

from tocsin.annotate.nationalities import nationalities
from tocsin.knowledge.countries import Countries, load_countries
from tocsin.knowledge.places import Gazetteer, load_places
from tocsin.model.page import Annotated, Located, Name
from tocsin.model.text import Document, Source, Span
from tocsin.resolve.places.inflection import plain_forms
from tocsin.resolve.places.locating import focus, places

LABELS = {"g": "GPE", "p": "PERSON", "o": "ORG", "l": "LOC", "f": "FAC", "n": "NORP"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_places()


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


def page(text: str, countries: Countries, labels: str = "", *, english: bool = True) -> Annotated:
    """Return a page whose names are given as `g:Gubio|p:Ali Modu`, each at its first place in the text."""
    document = Document("x", None, None, None, None, None, Source(), "en" if english else "xx", "0", text)
    pairs = [part.split(":", 1) for part in labels.split("|") if part]
    names = tuple(Name(Span(text.index(name), text.index(name) + len(name)), LABELS[label]) for label, name in pairs)
    people = nationalities(text, countries)
    return Annotated(document, "full" if english else "names_only", names=names, nationalities=people)


def seen(located: tuple[Located, ...], text: str) -> list[tuple[str, str | None, str | None]]:
    """Return each mention with the id and the precision of its place."""
    return [
        (each.span.of(text), each.place.place_id if each.place else None, each.place.precision if each.place else None)
        for each in located
    ]


CASES = [
    # the dateline, a village that the tagger takes for a person, and how near the words put it
    (
        "MAIDUGURI, Nigeria - Gunmen attacked a camp near Gubio on Tuesday.",
        "p:Gubio",
        "MAIDUGURI geonames:2331447 settlement; Nigeria iso:NG country; Gubio geonames:2340249 near",
    ),
    (
        "KABUL, Afghanistan (June 10, 2011) – A force moved in Sangin district, Helmand province.",
        "n:Sangin|g:Helmand",
        "KABUL geonames:1138958 settlement; Afghanistan iso:AF country; Sangin geonames:7053034 admin2; "
        "Helmand geonames:1140043 admin1",
    ),
    ("Gunmen kill nine in Borno camp raid", "g:Borno", "Borno geonames:2346794 admin1"),
    # containment
    (
        "A bomber struck a bus in Besham, Shangla, in Pakistan.",
        "g:Besham|p:Shangla|g:Pakistan",
        "Besham tocsin:besham settlement; Shangla geonames:7419053 admin2; Pakistan iso:PK country",
    ),
    (
        "The army said Helmand's Sangin district was calm.",
        "g:Helmand",
        "Helmand geonames:1140043 admin1; Sangin geonames:7053034 admin2",
    ),
    (
        "Palma, in Cabo Delgado, Mozambique, was attacked.",
        "o:Palma|g:Cabo Delgado|o:Mozambique",
        "Palma tocsin:palma settlement; Cabo Delgado geonames:1051823 admin1; Mozambique iso:MZ country",
    ),
    (
        "A car bomb went off in Tripoli, Lebanon.",
        "g:Tripoli|g:Lebanon",
        "Tripoli geonames:266826 settlement; Lebanon iso:LB country",
    ),
    (
        "Clashes erupted in Tripoli, the capital of Libya.",
        "g:Tripoli|g:Libya",
        "Tripoli geonames:2210247 settlement; Libya iso:LY country",
    ),
    (
        "Paris, Texas, saw a shooting.",
        "g:Paris|g:Texas",
        "Paris geonames:4717560 settlement; Texas geonames:4736286 admin1",
    ),
    (
        "A clinic in London, Ontario, closed.",
        "g:London|g:Ontario",
        "London geonames:6058560 settlement; Ontario geonames:6093943 admin1",
    ),
    # the country that the document is about
    (
        "Cuban police held the men. The trial is in Santiago. Cuban courts are slow.",
        "n:Cuban|g:Santiago",
        "Santiago geonames:3536729 settlement",
    ),
    (
        "Georgia and Russia signed a deal in Tbilisi.",
        "g:Georgia|g:Russia|g:Tbilisi",
        "Georgia iso:GE country; Russia iso:RU country; Tbilisi geonames:611717 settlement",
    ),
    (
        "It happened in Georgia, near Atlanta, and in Alabama.",
        "g:Georgia|g:Atlanta|g:Alabama",
        "Georgia geonames:4197000 admin1; Atlanta geonames:4180439 near; Alabama geonames:4829764 admin1",
    ),
    (
        "Rebels seized Goma and Bukavu in eastern Congo, Kinshasa said.",
        "p:Goma|p:Bukavu|g:Congo|o:Kinshasa",
        "Goma geonames:216281 settlement; Bukavu geonames:217831 settlement; Congo iso:CD country; "
        "Kinshasa geonames:2314302 settlement",
    ),
    (
        "Congo's government met in Brazzaville.",
        "g:Congo|g:Brazzaville",
        "Congo iso:CG country; Brazzaville geonames:2260535 settlement",
    ),
    # the kind of place that the words ask for
    (
        "Nine died in Kandahar city, Kandahar province.",
        "g:Kandahar city",
        "Kandahar geonames:1138336 settlement; Kandahar geonames:1138335 admin1",
    ),
    (
        "Four died in San Salvador department, El Salvador.",
        "g:San Salvador|g:El Salvador",
        "San Salvador geonames:3583360 admin1; El Salvador iso:SV country",
    ),
    (
        "A blast hit San Salvador, El Salvador.",
        "g:San Salvador|g:El Salvador",
        "San Salvador geonames:3583361 settlement; El Salvador iso:SV country",
    ),
    ("Troops crossed from Niger into Nigeria.", "p:Niger|g:Nigeria", "Niger iso:NE country; Nigeria iso:NG country"),
    (
        "Bandits raided Niger State in Nigeria.",
        "g:Niger State|g:Nigeria",
        "Niger State geonames:2328925 admin1; Nigeria iso:NG country",
    ),
    # how near
    ("Militants hit a village 30 km north of Mopti.", "g:Mopti", "Mopti geonames:2453348 near"),
    ("On the outskirts of Baghdad, two soldiers died.", "g:Baghdad", "Baghdad geonames:98182 near"),
    (
        "A bomb exploded on the Kabul-Kandahar highway.",
        "o:Kabul-Kandahar",
        "Kabul geonames:1138958 settlement; Kandahar geonames:1138336 linear",
    ),
    (
        "Gunmen opened fire at Crocus City Hall outside Moscow.",
        "f:Crocus City Hall|g:Moscow",
        "Crocus City Hall tocsin:crocus-city-hall exact; Moscow geonames:524901 near",
    ),
    # regions and seas
    (
        "Fighters from Chad fled across Lake Chad.",
        "g:Chad|l:Lake Chad",
        "Chad iso:TD country; Lake Chad tocsin:lake-chad region",
    ),
    (
        "Houthi rebels attacked a ship in the Red Sea near Hodeidah.",
        "l:the Red Sea|g:Hodeidah",
        "Red Sea tocsin:red-sea sea; Hodeidah geonames:79415 near",
    ),
    (
        "Shells fell in the Donbas and in Kashmir.",
        "l:Donbas|g:Kashmir",
        "Donbas tocsin:donbas region; Kashmir tocsin:kashmir region",
    ),
    (
        "Soldiers entered Gaza and the West Bank.",
        "g:Gaza|l:the West Bank",
        "Gaza geonames:281132 admin1; West Bank geonames:285153 admin1",
    ),
    ("An explosion hit North Waziristan.", "g:North Waziristan", "North Waziristan geonames:1168875 admin2"),
    # names of people, organisations, groups, months, words and diseases are no places
    ("The University of Nairobi was closed.", "o:The University of Nairobi", ""),
    ("The Washington Post and the Bank of England reported it.", "o:Washington Post|o:Bank of England", ""),
    ("Jordan Smith and Chad Brown were hurt, Smith said.", "p:Jordan Smith|p:Chad Brown", ""),
    ("In March, President Said met Mr Paris in Tunis.", "p:Said|g:Paris|g:Tunis", "Tunis geonames:2464470 settlement"),
    ("Police said the Army of the Union had left. Most ran.", "", ""),
    ("Islamic State West Africa Province said its men had done it.", "o:Islamic State|g:West Africa Province", ""),
    ("ISIS-Khorasan claimed the raid.", "o:ISIS-Khorasan", ""),
    ("Tehrik-i-Taliban Pakistan claimed the raid.", "g:Pakistan", ""),
    ("The turkey was eaten; US$100 was paid for the chile.", "", ""),
    ("Two Somali men and a German were held.", "n:Somali|n:German", ""),
    ("Traders died in an attack on the same road.", "", ""),
    ("He fell ill with the Marburg virus.", "g:Marburg", ""),
    # words that are places when the text says so
    (
        "He lives in Reading, England.",
        "g:Reading|g:England",
        "Reading geonames:2639577 settlement; England geonames:6269131 admin1",
    ),
    ("A nice day in Nice, France.", "g:Nice|g:France", "Nice geonames:2990440 settlement; France iso:FR country"),
    ("Turkey struck northern Syria.", "g:Turkey|g:Syria", "Turkey iso:TR country; Syria iso:SY country"),
    ("The US embassy in Kabul was shut.", "g:US|g:Kabul", "US iso:US country; Kabul geonames:1138958 settlement"),
    # what lies close together
    (
        "Deputies of Cleveland County arrested a man in Harrisburg.",
        "g:Cleveland County|g:Harrisburg",
        "Cleveland County geonames:4461030 admin2; Harrisburg geonames:4470109 settlement",
    ),
    (
        "Firefighters from Paris, Reno and Powderly were called to Blossom.",
        "g:Paris|g:Reno|g:Powderly|g:Blossom",
        "Paris geonames:4717560 settlement; Reno geonames:4722241 settlement; Powderly geonames:4720327 settlement; "
        "Blossom geonames:4675059 settlement",
    ),
    (
        "Families from Springfield, Enon, Xenia and Fairborn use it. Those of Springfield, Illinois, have their own.",
        "g:Springfield|g:Enon|g:Xenia|g:Fairborn|g:Illinois",
        "Springfield geonames:4525353 settlement; Enon geonames:4511086 settlement; Xenia geonames:4528810 settlement; "
        "Fairborn geonames:4511263 settlement; "
        "Springfield geonames:4250542 settlement; Illinois geonames:4896861 admin1",
    ),
    (
        "Children from Rumford, Mexico, Dixfield and Norway ride one bus in Maine.",
        "g:Rumford|g:Mexico|g:Dixfield|g:Norway|g:Maine",
        "Rumford geonames:4977125 settlement; Mexico geonames:4971871 settlement; "
        "Dixfield geonames:4962589 settlement; "
        "Norway geonames:4973840 settlement; Maine geonames:4971068 admin1",
    ),
    # two that stand together
    (
        "Police closed the road between Reading and Newbury in England.",
        "o:Reading and Newbury|g:England",
        "Reading geonames:2639577 settlement; Newbury geonames:2641689 settlement; England geonames:6269131 admin1",
    ),
    (
        "He flies from Batumi to Atlanta, Georgia, next week; Georgia and Russia have no flights.",
        "g:Batumi|g:Atlanta|g:Georgia|g:Russia",
        "Batumi geonames:615532 settlement; Atlanta geonames:4180439 settlement; Georgia geonames:4197000 admin1; "
        "Georgia iso:GE country; Russia iso:RU country",
    ),
    (
        "ROME, Ga. - Floyd County has a new jail.",
        "g:Floyd County",
        "ROME geonames:4219762 settlement; Ga geonames:4197000 admin1; Floyd County geonames:4195536 admin2",
    ),
    (
        "They met in Georgia, Oklahoma, Pennsylvania and Texas.",
        "",
        "Georgia geonames:4197000 admin1; Oklahoma geonames:4544379 admin1; Pennsylvania geonames:6254927 admin1; "
        "Texas geonames:4736286 admin1",
    ),
    (
        "Logan of London and Austin of Hazard came from Hyden, Kentucky.",
        "p:Austin|g:Hyden|g:Kentucky|g:London|g:Hazard",
        "London geonames:4298960 settlement; Hazard geonames:4294349 settlement; Hyden geonames:4295712 settlement; "
        "Kentucky geonames:6254925 admin1",
    ),
    (
        "Gunmen killed seven in Mangu Local Government Area of Plateau State.",
        "o:Mangu Local Government Area|g:Plateau State",
        "Mangu geonames:8634509 admin2; Plateau State geonames:2324828 admin1",
    ),
    (
        "A shot was fired on Chambers Road in Little Rock.",
        "f:Chambers Road|g:Little Rock",
        "Little Rock geonames:4119403 settlement",
    ),
    (
        "The bomb went off near the Ariana hotel in Kunduz, Afghanistan.",
        "g:Ariana|g:Kunduz|g:Afghanistan",
        "Kunduz geonames:1135689 settlement; Afghanistan iso:AF country",
    ),
    (
        "A crash on Ohio 158 and one on U.S. Route 422 closed both roads near Lancaster, Pa.",
        "g:Ohio|g:U.S.|g:Lancaster",
        "Lancaster geonames:5197079 near; Pa geonames:6254927 admin1",
    ),
    (
        "Sons of Macon and Greenville, N. C., came.",
        "g:Macon|g:Greenville",
        "Macon geonames:4207400 settlement; Greenville geonames:4469160 settlement; N. C. geonames:4482348 admin1",
    ),
    # texts in capitals
    (
        "BOGOTA, 14 SEP 89 -- A BOMB WENT OFF IN MEDELLIN, COLOMBIA. TELL US MORE.",
        "g:MEDELLIN|g:COLOMBIA",
        "BOGOTA geonames:3688689 settlement; MEDELLIN geonames:3674962 settlement; COLOMBIA iso:CO country",
    ),
    (
        "GUERRILLAS BURNED A TRUCK IN USULUTAN DEPARTMENT, EL SALVADOR. THEY USED A GRENADE.",
        "g:USULUTAN|g:EL SALVADOR",
        "USULUTAN geonames:3582882 admin1; EL SALVADOR iso:SV country",
    ),
]


@pytest.mark.parametrize(("text", "labels", "wanted"), CASES, ids=[case[0][:50] for case in CASES])
def test_each_name_gets_the_place_that_the_text_supports(
    gazetteer: Gazetteer, countries: Countries, text: str, labels: str, wanted: str
) -> None:
    found = seen(places(page(text, countries, labels), gazetteer, countries), text)
    assert "; ".join(f"{name} {place} {precision}" for name, place, precision in found) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هاجم مسلحون قرية في ولاية بورنو وقالت الشرطة في مايدوغوري", ["geonames:2346794", "geonames:2331447"]),
        ("قتل تسعة في بغداد والموصل", ["geonames:98182", "geonames:99072"]),
        ("В Махачкале и Дагестане усилены меры.", ["geonames:532096", "geonames:567293"]),
        ("Ataque en Tibú, Norte de Santander, Colombia.", ["geonames:3667202", "geonames:3673798", "iso:CO"]),
        ("Une attaque a eu lieu à Bamako, au Mali.", ["geonames:2460596", "iso:ML"]),
    ],
)
def test_names_of_other_scripts_and_languages_are_found(
    gazetteer: Gazetteer, countries: Countries, text: str, wanted: list[str]
) -> None:
    found = places(page(text, countries, english=False), gazetteer, countries)
    assert [each.place.place_id for each in found if each.place] == wanted


def test_a_doubtful_name_keeps_its_candidates(gazetteer: Gazetteer, countries: Countries) -> None:
    text = "The man was held in Springfield on Monday."
    (found,) = places(page(text, countries, "g:Springfield"), gazetteer, countries)
    assert found.place is None
    assert len(found.candidates) > 1


def test_spans_quote_themselves_and_come_in_order(gazetteer: Gazetteer, countries: Countries) -> None:
    for text, labels, _ in CASES:
        found = places(page(text, countries, labels), gazetteer, countries)
        assert [each.place.text for each in found if each.place] == [each.span.of(text) for each in found if each.place]
        assert [each.span for each in found] == sorted(each.span for each in found)


def test_an_admin_division_is_its_own_admin1(gazetteer: Gazetteer, countries: Countries) -> None:
    (found,) = places(page("Attack in Borno state", countries, "g:Borno"), gazetteer, countries)
    assert found.place is not None
    assert (found.place.admin1, found.place.country) == ("Borno", "NG")


def test_no_text_has_no_places(gazetteer: Gazetteer, countries: Countries) -> None:
    assert places(page("", countries), gazetteer, countries) == ()


def test_the_focus_is_the_country_with_most_places(gazetteer: Gazetteer, countries: Countries) -> None:
    text = "Police in Maiduguri and Abuja, Nigeria, spoke of Niger."
    found = places(page(text, countries, "g:Maiduguri|g:Abuja|g:Nigeria|g:Niger"), gazetteer, countries)
    assert focus(found) == "NG"


def test_there_is_no_focus_without_places_or_with_a_tie(gazetteer: Gazetteer, countries: Countries) -> None:
    found = places(page("France and Germany agreed.", countries, "g:France|g:Germany"), gazetteer, countries)
    assert len(found) == 2
    assert (focus(()), focus(found)) == (None, None)


@pytest.mark.parametrize(
    ("word", "plain"), [("Махачкале", (0, "Махачкала")), ("والموصل", (1, "الموصل")), ("Чечни", (0, "Чечня"))]
)
def test_a_bent_name_leads_to_its_plain_form(word: str, plain: tuple[int, str]) -> None:
    assert plain in plain_forms(word)


def test_an_english_word_is_bent_from_nothing() -> None:
    assert plain_forms("Helmand") == ()


TOWNS_AND_DIVISIONS = [
    ("A car bomb killed nine people in Gao.", "settlement"),
    ("Gunmen shot dead two police officers in Basra.", "settlement"),
    ("Rockets killed two soldiers in Kidal and Menaka.", "settlement settlement"),
    ("A mine killed three people in Gao region.", "admin1"),
    ("Air strikes hit villages in Idlib and Aleppo provinces.", "admin1 admin1"),
    ("Fighting in Helmand, Kandahar and Zabul killed 30.", "admin1 admin1 admin1"),
]


@pytest.mark.parametrize(("text", "precisions"), TOWNS_AND_DIVISIONS)
def test_a_bare_name_is_the_town_rather_than_the_division_called_after_it(
    text: str, precisions: str, gazetteer: Gazetteer, countries: Countries
) -> None:
    names = "|".join(f"g:{word.strip(',.')}" for word in text.split()[1:] if word[0].isupper())
    found = seen(places(page(text, countries, names), gazetteer, countries), text)

    assert [precision for _, _, precision in found] == precisions.split()


def test_a_division_that_is_not_known_is_no_town_that_is_also_called_so(
    gazetteer: Gazetteer, countries: Countries
) -> None:
    """Khogyani is a district of Nangarhar; all that the gazetteer has of the name is a town in Ghazni."""
    text = "A bomb went off in Nangarhar. It hit a police vehicle in Khogyani district."
    found = places(page(text, countries, "g:Nangarhar|g:Khogyani"), gazetteer, countries)
    assert [one.place for one in found if one.span.of(text) == "Khogyani"] == [None]


def test_a_place_in_a_disputed_area_says_who_claims_and_holds_it(gazetteer: Gazetteer, countries: Countries) -> None:
    text = "A shell fell in Srinagar. Another fell in Lahore, Pakistan."
    found = places(page(text, countries, "g:Srinagar|g:Lahore|g:Pakistan"), gazetteer, countries)
    said = {one.place.name: one.place.disputed for one in found if one.place}

    assert said["Srinagar"] and "India" in said["Srinagar"] and "Pakistan" in said["Srinagar"]
    assert said["Lahore"] is None


def test_a_hamlet_of_some_list_is_not_meant_where_nothing_speaks_for_it() -> None:
    """Lurgan is a town in Northern Ireland, which no list has, and a post office in Pennsylvania."""
    alone, _ = tree("Masked men painted a threat on a wall in Lurgan on Monday.")
    told, _ = tree("Masked men painted a threat on a wall in Lurgan, Pennsylvania, on Monday.")

    assert [item.place for item in alone.page.places if item.place is not None] == []
    assert [item.place and item.place.country for item in told.page.places] == ["US", "US"]
