"""Dates, counts and nationalities in other languages than English are read by the language's own words and digits."""

from dataclasses import replace
from itertools import pairwise
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import document

from tocsin.annotate import annotate
from tocsin.annotate.foreign.counts import foreign_counts
from tocsin.annotate.foreign.dates import foreign_dates
from tocsin.annotate.foreign.peoples import peoples
from tocsin.knowledge import load
from tocsin.knowledge.languages import Language, load_language
from tocsin.model.page import Annotated

CODES = ("fr", "es", "pt", "tr", "ru", "ar", "fa", "ur", "ps", "hi", "bn", "ha", "sw", "so", "id")
DATES = [
    ("fr", "Il est mort le 1er mai 2010.", [("1er mai 2010", "2010-05-01")]),
    ("fr", "Entre le 3 et 5 juin", [("3", "XXXX-06-03"), ("5 juin", "XXXX-06-05")]),
    ("fr", "lundi dernier, puis en mars", [("lundi dernier", "<XXXX-WXX-1"), ("mars", "XXXX-03")]),
    ("fr", "il y a trois jours", [("il y a trois jours", "@-P3D")]),
    ("fr", "à 14h30, hier soir", [("14h30", "XXXX-XX-XXT14:30"), ("hier soir", "@-P1D/TEV")]),
    ("fr", "en mars-avril 2012", [("mars", "2012-03"), ("avril 2012", "2012-04")]),
    ("fr", "le 11/06/2024", [("11/06/2024", "2024-06-11")]),
    ("fr", "Avril Lavigne a vu le Mardi gras sur Mars.", []),
    ("es", "el 1º de mayo de 2012", [("1º de mayo de 2012", "2012-05-01")]),
    ("es", "el pasado 28 de mayo", [("pasado 28 de mayo", "<XXXX-05-28")]),
    ("es", "hace dos semanas, en 2019", [("hace dos semanas", "@-P2W"), ("2019", "2019")]),
    ("es", "Plácido Domingo y Mayo Suárez", []),
    ("pt", "na terça-feira (11)", [("terça-feira (11)", "XXXX-WXX-2")]),
    ("pt", "nesta quinta (6), em Brasília", [("nesta quinta (6)", "XXXX-WXX-4")]),
    ("pt", "a segunda vítima da quarta fase", []),
    ("tr", "29 Ekim 2023'te", [("29 Ekim 2023", "2023-10-29")]),
    ("tr", "pazar günü, geçen salı", [("pazar günü", "XXXX-WXX-7"), ("geçen salı", "<XXXX-WXX-2")]),
    ("tr", "pazarda ocak ve mart fiyatları", []),
    ("ru", "в ночь на 5 июня и в среду", [("5 июня", "XXXX-06-05"), ("среду", "XXXX-WXX-3")]),
    ("ru", "в 2014 году, в марте 2015 года", [("2014", "2014"), ("марте 2015 года", "2015-03")]),
    ("ru", "Марта и среда обитания", []),
    ("ar", "في ٣ يونيو/حزيران ٢٠٢٤", [("٣ يونيو/حزيران ٢٠٢٤", "2024-06-03")]),
    ("ar", "يوم 5 جويلية 2021", [("5 جويلية 2021", "2021-07-05")]),
    ("ar", "وفي كانون الأول 2016", [("كانون الأول 2016", "2016-12")]),
    ("ar", "10 محرم 1445 هـ", [("10 محرم 1445 هـ", "AH1445-01-10")]),
    ("ar", "الثلاثاء الماضي وأمس", [("الثلاثاء الماضي", "<XXXX-WXX-2"), ("أمس", "@-P1D")]),
    ("ar", "أحد الرجال مارس عمله بعد صلاة الجمعة", []),
    ("fa", "۲۲ بهمن ۱۳۵۷", [("۲۲ بهمن ۱۳۵۷", "AP1357-11-22")]),
    ("fa", "۱۴۰۳/۰۳/۲۲", [("۱۴۰۳/۰۳/۲۲", "AP1403-03-22")]),
    ("fa", "۱۰ روز پیش، پنجشنبه گذشته", [("۱۰ روز پیش", "@-P10D"), ("پنجشنبه گذشته", "<XXXX-WXX-4")]),
    ("fa", "تیر خورد و مهر مادر دید", []),
    ("fa", "در دی ۱۴۰۲ و سال ۱۳۶۰", [("دی ۱۴۰۲", "AP1402-10"), ("۱۳۶۰", "AP1360")]),
    ("fa", "۱۰ تیر شلیک شد", []),
    ("fa", "در ۲۲ بهمن امسال", [("۲۲ بهمن", "APXXXX-11-22"), ("امسال", "@+P0Y")]),
    ("ar", "في رمضان 1434 هـ", [("رمضان 1434 هـ", "AH1434-09")]),
    ("ar", "سنة 1443 هـ، قبل عامين", [("1443 هـ", "AH1443"), ("قبل عامين", "@-P2Y")]),
    ("ar", "ومنذ 15 مارس/ آذار الماضي", [("15 مارس/ آذار الماضي", "<XXXX-03-15")]),
    ("ar", "أواخر 2014", [("2014", "2014")]),
    ("ar", "خلال شهر رمضان", [("رمضان", "AHXXXX-09")]),
    ("ur", "16 رمضان 1435 ہجری کو", [("16 رمضان 1435 ہجری", "AH1435-09-16")]),
    ("ur", "پرسوں اور کل رات", [("پرسوں", "@-P2D"), ("کل رات", "@-P1D/TNI")]),
    ("ps", "د تېرې شپې برید", [("تېرې شپې", "@-P1D/TNI")]),
    ("ur", "یکم مئی 2020 کو", [("یکم مئی 2020", "2020-05-01")]),
    ("ur", "بدھ کو اور گزشتہ ہفتے", [("بدھ", "XXXX-WXX-3"), ("گزشتہ ہفتے", "@-P1W")]),
    ("ur", "پیر صاحب نے مارچ کیا", []),
    ("ps", "د ۱۴۰۳ کال د غبرګولي په ۱۰مه", [("د ۱۴۰۳ کال د غبرګولي په ۱۰مه", "AP1403-03-10")]),
    ("ps", "د اکتوبر پر ۱۸مه", [("د اکتوبر پر ۱۸مه", "XXXX-10-18")]),
    ("hi", "१५ अगस्त १९४७ को", [("१५ अगस्त १९४७", "1947-08-15")]),
    ("hi", "पिछले शुक्रवार, दो दिन पहले", [("पिछले शुक्रवार", "<XXXX-WXX-5"), ("दो दिन पहले", "@-P2D")]),
    ("hi", "मंगल और सोम ने मार्च किया", []),
    ("bn", "২০০৫ সালের ১৭ই আগস্ট", [("২০০৫ সালের ১৭ই আগস্ট", "2005-08-17")]),
    ("bn", "গত শুক্রবার ও ২৩শে নভেম্বর", [("গত শুক্রবার", "<XXXX-WXX-5"), ("২৩শে নভেম্বর", "XXXX-11-23")]),
    ("bn", "সে মঙ্গল চায়", []),
    ("ha", "ranar Talatar da ta gabata", [("Talatar da ta gabata", "<XXXX-WXX-2")]),
    ("ha", "a watan Maris na 2023", [("Maris na 2023", "2023-03")]),
    ("sw", "tarehe 7 Agosti 1998", [("tarehe 7 Agosti 1998", "1998-08-07")]),
    (
        "sw",
        "usiku wa kuamkia leo, siku mbili zilizopita",
        [("usiku wa kuamkia leo", "@-P1D/TNI"), ("siku mbili zilizopita", "@-P2D")],
    ),
    ("so", "14-kii Oktoobar 2017", [("14-kii Oktoobar 2017", "2017-10-14")]),
    ("so", "bishii hore iyo xalay", [("bishii hore", "@-P1M"), ("xalay", "@-P1D/TNI")]),
    ("id", "Selasa (11/6), dan 5 Des 2019", [("Selasa (11/6)", "XXXX-06-11"), ("5 Des 2019", "2019-12-05")]),
    ("id", "Rabu malam (5/6) lalu", [("Rabu malam (5/6)", "XXXX-06-05")]),
    ("id", "dua minggu lalu, pada Minggu", [("dua minggu lalu", "@-P2W"), ("Minggu", "XXXX-WXX-7")]),
]
COUNTS = [
    ("fr", "quatre-vingt-douze morts et mille deux cents déplacés", [(92, 92, "exact"), (1200, 1200, "exact")]),
    ("fr", "soixante-dix-sept soldats, vingt et un civils", [(77, 77, "exact"), (21, 20 + 1, "exact")]),
    ("fr", "plus d'une trentaine de blessés", [(30, None, "more_than")]),
    ("fr", "14 personnes au moins sur 4 000", [(14, None, "at_least"), (4000, 4000, "exact")]),
    ("fr", "un homme de 40 ans, 3,5 %, 20 km, 2 millions d'euros en 2019", []),
    ("es", "treinta y cinco heridos, doscientos veinte presos", [(35, 35, "exact"), (220, 220, "exact")]),
    ("es", "hasta 12 rehenes, unas 30 casas, decenas", [(None, 12, "up_to"), (30, 30, "about"), (20, None, "vague")]),
    ("pt", "817 mil deslocados e vinte e três mortos", [(817_000, 817_000, "exact"), (23, 23, "exact")]),
    ("pt", "entre 20 e 30 homens", [(20, 30, "range")]),
    ("tr", "20'den fazla yaralı, yüz yirmi üç ölü", [(20, None, "more_than"), (123, 123, "exact")]),
    ("tr", "Usame bin Ladin 45 yaşında, 3. gün, %20", []),
    ("ru", "двадцать пять человек, до десяти боевиков", [(25, 25, "exact"), (None, 10, "up_to")]),
    ("ru", "24-летний, 15 километров, 30 процентов", []),
    ("ar", "ثلاثة وعشرين قتيلا و٥٠ جريحا", [(23, 23, "exact"), (50, 50, "exact")]),
    ("ar", "30 شخصا على الأقل ومئات الجرحى", [(30, None, "at_least"), (200, None, "vague")]),
    ("ar", "عمره 15 سنة وقطع 20 كيلومترا", []),
    ("fa", "صد و بیست نفر، ۱٬۲۰۰ خانه", [(120, 120, "exact"), (1200, 1200, "exact")]),
    ("fa", "نه، سی سال دارد", []),
    ("fa", "بیش از سی نفر", [(30, None, "more_than")]),
    ("ur", "بیس سے زائد زخمی، دو سو پچاس گھر", [(20, None, "more_than"), (250, 250, "exact")]),
    ("ps", "له دېرشو زیات کسان، دولس تنه", [(30, None, "more_than"), (12, 12, "exact")]),
    ("hi", "डेढ़ नहीं, दो लाख पचास हजार लोग", [(250_000, 250_000, "exact")]),
    ("hi", "1,50,000 लोग, पच्चीस ग्रामीण", [(150_000, 150_000, "exact"), (25, 25, "exact")]),
    ("bn", "পাঁচজন ও ৩০ জনের বেশি", [(5, 5, "exact"), (30, None, "more_than")]),
    ("ha", "mutane ɗari biyu da hamsin, sojoji goma sha ɗaya", [(250, 250, "exact"), (11, 11, "exact")]),
    ("ha", "kilomita 20, mai shekaru 45", []),
    ("sw", "watu mia tatu ishirini na watano", [(325, 325, "exact")]),
    ("sw", "zaidi ya watu elfu mbili", [(2000, None, "more_than")]),
    ("so", "laba boqol iyo shan qof", [(205, 205, "exact")]),
    ("id", "seratus dua puluh lima orang, belasan rumah", [(125, 125, "exact"), (11, None, "vague")]),
    ("id", "Densus 88 pada pukul 20, usia 30", []),
]
PEOPLES = [
    ("fr", "l'armée malienne et des Afghans", ["ML", "AF"]),
    ("es", "ciudadanos colombianos y una francesa", ["CO", "FR"]),
    ("ru", "афганские власти и россиянин", ["AF", "RU"]),
    ("ar", "الحكومة العراقية في العراق", ["IQ"]),
    ("hi", "पाकिस्तानी सेना", ["PK"]),
    ("sw", "Wakenya watatu", ["KE"]),
    ("fr", "un malien, des mots", ["ML"]),
]


def language(code: str) -> Language:
    known = load_language(code)
    assert known
    return known


@pytest.mark.parametrize(("code", "text", "expected"), DATES)
def test_dates_are_read_as_the_language_writes_them(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words.span.of(text), words.value) for words in foreign_dates(text, language(code))] == expected


@pytest.mark.parametrize(("code", "text", "expected"), COUNTS)
def test_counts_are_read_as_the_language_writes_them(
    code: str, text: str, expected: list[tuple[int | None, int | None, str]]
) -> None:
    known = language(code)
    taken = tuple(words.span for words in foreign_dates(text, known))
    found = foreign_counts(text, known, taken)
    assert [(count.low, count.high, count.qualifier) for count in found] == expected


@pytest.mark.parametrize(("code", "text", "expected"), PEOPLES)
def test_nationalities_are_read_in_any_ending(code: str, text: str, expected: list[str]) -> None:
    assert [people.country for people in peoples(text, language(code))] == expected


@given(st.sampled_from(CODES), st.text(max_size=60), st.sampled_from([*DATES, *COUNTS]))
def test_spans_quote_the_text_and_intervals_never_invert(code: str, noise: str, case: tuple[str, str, object]) -> None:
    text, known = f"{noise} {case[1]}", language(code)
    counts = foreign_counts(text, known)
    assert all(count.span.of(text) == count.text for count in counts)
    assert all(count.low is None or count.high is None or count.low <= count.high for count in counts)
    dates = foreign_dates(text, known)
    assert all(one.span.end <= two.span.start for one, two in pairwise(dates))


def test_the_words_of_other_languages_are_never_opened_for_english() -> None:
    def refuse(_: str | None) -> NoReturn:
        raise AssertionError

    page = annotate(document(text="Five people died in Kabul on Monday."), replace(load(), language=refuse))
    assert isinstance(page, Annotated)
    assert page.read == "full"
