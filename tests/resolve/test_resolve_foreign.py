"""Sentences in fifteen other languages are found by who, where, when and how many; published on 12 June 2024.

In the table a count is `12` exactly, `12+` at least, `12>` more than, `<12` up to, `~12` about, `12-15` a range, `20?`
vague. A column more names what may also be found, once the authority or the gazetteer knows it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.factories import document

from tocsin.annotate import annotate
from tocsin.knowledge import load
from tocsin.knowledge.fold import fold
from tocsin.model.page import Resolved
from tocsin.model.values import Count
from tocsin.resolve import resolve
from tocsin.resolve.places.foreign_beside import KINDS, words_beside

SENTENCES = [
    line.split("\t")
    for line in (Path(__file__).parent / "foreign_sentences.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
SIGNS = {"exact": "{}", "at_least": "{}+", "more_than": "{}>", "up_to": "<{}", "about": "~{}", "vague": "{}?"}
LANGUAGES = {"fr", "es", "pt", "tr", "ru", "ar", "fa", "ur", "ps", "hi", "bn", "ha", "sw", "so", "id"}


def found(text: str, language: str | None) -> Resolved:
    page = replace(document(text=text), language=language, published=date(2024, 6, 12))
    return resolve(annotate(page, load()), load())


def who(page: Resolved) -> set[str]:
    return {actor.actor_id or f"? {actor.text}" for actor in page.actors}


def where(page: Resolved) -> set[str]:
    return {f"{fold(at.place.name)} {at.place.country}" if at.place else f"? {at.span}" for at in page.places}


def when(page: Resolved) -> set[str]:
    days = [(dated.when.start, dated.when.end) for dated in page.dates]
    return {f"{start}" if start == end else f"{start}/{end}" for start, end in days}


def many(page: Resolved) -> set[str]:
    return {written(count) for count in page.page.counts}


def written(count: Count) -> str:
    if count.qualifier == "range":
        return f"{count.low}-{count.high}"
    return SIGNS[count.qualifier].format(count.low if count.low is not None else count.high)


def listed(column: str) -> Iterator[str]:
    return (each.strip() for each in column.split(";") if each.strip())


def folded(places: str) -> set[str]:
    return {f"{fold(place.rpartition(' ')[0])} {place.rpartition(' ')[2]}" for place in listed(places)}


@pytest.mark.parametrize(("language", "text", "actors", "places", "days", "counts", "later"), SENTENCES)
def test_a_sentence_is_found_by_who_where_when_and_how_many(
    language: str, text: str, actors: str, places: str, days: str, counts: str, later: str
) -> None:
    page = found(text, language)
    assert who(page) - set(listed(later)) == set(listed(actors))
    assert where(page) - folded(later) == folded(places)
    assert when(page) == set(listed(days))
    assert many(page) == set(listed(counts))


def test_each_language_has_six_sentences_or_more() -> None:
    counted = {language: sum(row[0] == language for row in SENTENCES) for language in LANGUAGES}
    assert min(counted.values()) >= 6


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("ar", "وقع انفجار وبكابل أيضا", "كابل"),
        ("ar", "هجوم للموصل", "لموصل"),
        ("ar", "سيطرت على بغداد", "بغداد"),
        ("he", "מפקד חוסל בסוריה.", "סוריה"),
        ("tr", "Patlama Diyarbakır'da oldu.", "Diyarbakır"),
        ("bn", "হামলা ঢাকায় হয়েছে।", "ঢাকা"),
        ("ru", "Взрыв прогремел в Махачкале.", "Махачкале"),
        ("ru", "Шестеро ранены в Белгородской области.", "Белгород"),
        ("fr", "Le départ d'Alep est prévu.", "Alep"),
    ],
)
def test_a_place_is_quoted_without_what_is_joined_to_it(language: str, text: str, span: str) -> None:
    assert [at.span.of(text) for at in found(text, language).places] == [span]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("tr", "PKK'nın açıklaması", "PKK"),
        ("ru", "Заявление ИГИЛа", "ИГИЛ"),
        ("fr", "La mort d'Abu Sayyaf", "Abu Sayyaf"),
        ("ar", "وداعش", "داعش"),
        ("fa", "حزب\u200cالله گفت", "حزب\u200cالله"),
    ],
)
def test_an_actor_is_found_behind_particles_and_under_endings(language: str, text: str, actor: str) -> None:
    assert [one.text for one in found(text, language).actors if one.actor_id] == [actor]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("ur", "کوئٹہ میں پولیس نے کہا کہ بی ایل ایف کے دو ارکان مارے گئے۔", {"blf"}),
        ("hi", "लद्दाख पर चीन ने कहा कि पीएलए के सैनिक लौट गए।", {"pla-china"}),
        ("bn", "ভারতের কাছে জেএমএমের শিবির ছিল।", set()),
        ("bn", "কঙ্গোতে কোডেকোর যোদ্ধারা ছিল।", {"codeco"}),
        ("bn", "কেনিয়ায় কোডেকোর যোদ্ধারা ছিল।", set()),
        ("hi", "कोलंबिया में फार्क के लड़ाके थे।", {"farc"}),
        ("hi", "अंगोला में यूनिटा के लड़ाके थे।", set()),
        ("bn", "ঢাকায় জামাআতুল মুজাহিদীনের প্রচারপত্র পাওয়া যায়।", {"jmb"}),
        ("hi", "केन्या में पीएलए की बैठक हुई।", set()),
        ("bn", "কেনিয়ায় জামাআতুল মুজাহিদীনের প্রচারপত্র পাওয়া যায়।", set()),
    ],
)
def test_a_name_cut_short_or_spelled_is_an_actors_in_its_countries(language: str, text: str, actors: set[str]) -> None:
    """Acronyms in another script, and names without the land at their end, mean those who are active there."""
    assert who(found(text, language)) == actors


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("ar", "تبنت سرايا أنصار السنة هجوما في دمشق.", "saraya-ansar-al-sunna"),
        ("ar", "هاجم مسلحو فيلق أنصار السنة قرية في موزمبيق.", None),
        ("ar", "هاجم مسلحو أنصار السنة قرية في سوريا.", None),
        ("ar", "هاجم مسلحو أنصار السنة قرية في موزمبيق.", "ismp"),
        ("sw", "Wapiganaji wa al-Shabaab waliingia kijijini Msumbiji, wakatoka Tanzania.", "ismp"),
        ("sw", "Wapiganaji wa al-Shabaab waliingia kijijini Somalia, wakatoka Tanzania.", "al-shabaab"),
    ],
)
def test_a_weak_name_is_its_bearers_where_they_are_and_no_part_of_a_longer_one(
    language: str, text: str, actor: str | None
) -> None:
    assert {one.actor_id for one in found(text, language).actors if one.actor_id} == ({actor} if actor else set())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قدم البنك دعما ماليا من القطاع المالي"),
        ("ur", "شام کو بارش ہوئی اور صاحب آئے۔"),
        ("fa", "مهر و نور در خانه بود."),
        ("hi", "माली ने बाग में काम किया।"),
        ("tr", "Mali Suçlar Dairesi açıklama yaptı."),
        ("es", "La Victoria del señor Medellín fue de todos los Santos."),
        ("es", "Ayer Juan Guerrero oró a la Señora del Rosario."),
        ("fr", "La Marche pour la Vie et la Croix-Rouge ont réuni Jean Moreau."),
        ("pt", "O Supremo Tribunal Federal ouviu a Polícia."),
        ("fa", "مجلس قانون کار را تصویب کرد."),
        ("id", "Presiden Kediri Makmur berpidato."),
        ("ru", "Того же мнения Марта Орлова."),
        ("ru", "Штаб Южного военного округа молчит."),
        ("ur", "ایک بیان میں مرکزی ترجمان نے کہا کہ مسجد میں لوگ تھے۔"),
        ("bn", "দলটি আইন চায়।"),
        ("id", "Rumah sakit menerima anak dan bus."),
    ],
)
def test_words_and_people_are_no_places(language: str, text: str) -> None:
    assert not found(text, language).places


def test_a_name_in_doubt_is_read_where_its_language_is_at_home() -> None:
    assert where(found("Ledakan terjadi di Bali.", "id")) == {"bali ID"}
    assert where(found("Une explosion à Bali, en Indonésie.", "fr")) == {"bali ID", "indonesia ID"}


def test_a_language_of_which_nothing_is_known_is_read_by_names_and_figures_alone() -> None:
    page = found("Al-Shabaab attakerade Mogadishu 2024-06-01.", "sv")
    assert who(page) == {"al-shabaab"}
    assert when(page) == {"2024-06-01"}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_words_for_any_kind_of_place_are_those_for_each(code: str) -> None:
    """In every language a word for one kind of place is one of `types`."""
    known = load()
    language = known.language(code)
    assert language is not None
    words = words_beside(known.places, language)
    assert words["types"] == frozenset[str]().union(*(words[f"type_{kind}"] for kind in KINDS)) != frozenset()


OTHERS = [
    line.split("\t")
    for line in (Path(__file__).parent / "other_languages.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "actors"), OTHERS)
def test_actors_are_found_in_languages_of_which_only_words_of_names_are_known(
    language: str, text: str, actors: str
) -> None:
    assert {actor.actor_id for actor in found(text, language).actors if actor.actor_id} == set(listed(actors))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "تحدث المعلم بحماس عن الرياضة في الرباط."),
        ("ar", "أثناء معركة الفتح الموعود والجهاد المقدس في اليمن"),
        ("ar", "افتتح وزير الشباب والرياضة ملعبا في القاهرة."),
        ("ar", "طالبان اثنان من جامعة حلب فازا بالجائزة."),
        ("ar", "أعلنت السلطات فتح معبر رفح أمام المرضى."),
        ("fa", "با شور و حماس در جشن اصفهان بود."),
        ("fa", "طالبان علم و دانش در مشهد گرد آمدند."),
        ("ur", "طالبانِ علم کا اجلاس لاہور میں ہوا۔"),
        ("ps", "د پوهنتون طالبان په هرات کې راټول شول."),
        ("he", "ראש העיר פתח את עונת הרחצה."),
        ("hi", "शबाब पर आए युवा की रचना पत्रिका में छपी।"),
        ("bn", "পুলিশ গতকাল ঢাকায় অভিযান চালায়।"),
        ("ta", "முதுமலையில் புலிகள் கணக்கெடுப்பு தொடங்கும்."),
        ("so", "Dhallinyarada shabaab ah ayaa kubbad ku ciyaartay Garoowe."),
        ("sw", "Rais aliwashukuru wazalendo waliojitokeza kuchangia damu."),
        ("ha", "Malamai sun ce ilimin boko yana da amfani a Kano."),
        ("tr", "Kardeşine kapıyı tak dedi."),
        ("id", "Para taliban pesantren belajar di Kediri."),
        ("fr", "Les talibés du village mendient."),
        ("es", "La Fuerza Aérea y la Mano de Dios jugaron ayer en La Base."),
        ("pt", "As provas e as provisões ficaram em casa."),
        ("ru", "Эта база отдыха работает с марта."),
        ("de", "Die Freie Armee der Köche und die Rote Zelle im Biologiebuch."),
        ("uk", "Народна визвольна армія Косова"),
        ("fr", "Le mouvement populaire pour la paix a défilé à Lyon."),
        ("es", "El frente popular de vecinos y el partido nuevo se unieron."),
        ("uk", "Етапи війни та снаряди в парку."),
        ("el", "Στις 17 Νοέμβρη έγινε πορεία στην Αθήνα."),
        ("ko", "팔레스타인 프로세스 아메리카"),
        ("ja", "テレビとアメリカのプレビュー"),
    ],
)
def test_ordinary_words_of_a_language_are_no_actors(language: str, text: str) -> None:
    assert not [actor.actor_id for actor in found(text, language).actors if actor.actor_id]
