import pytest

from tocsin.read.language import identify


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility.",
        "SAN SALVADOR, 3 JAN 90 -- [REPORT] THE ARCE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS FLED",
        "9 dead",
        "IS claims Kabul attack",
        "Longtime leader of Zimbabwe Robert Mugabe dies aged 95",
        "Al-Shabaab fighters attacked Bulo Burde in Hiran, killing Abdullahi Warsame, and fled to Beledweyne.",
        "Serial 2010-11-CA-167 For Immediate Release KABUL, Afghanistan (Nov. 16) An Afghan and coalition force",
    ],
)
def test_english_is_told(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Un attentat a fait dix morts à Bamako.", {"fr"}),
        ("Al menos nueve personas murieron en un ataque", {"es"}),
        ("Zwölf Tote bei Anschlag in Kabul", {"de"}),
        ("Was ist in Kabul los", {None, "de"}),
        ("Een bom of granaat in Kabul", {"nl"}),
        ("Gunmen don kill nine pipo for Borno, police tok", {"pcm"}),
        ("El Ejército (Army) atacó", {None, "es"}),
        ("Wanamgambo wa al-Shabaab washambulia Mogadishu", {"sw"}),
        ("Диверсия в Белгороде", {"ru", "bg"}),
        ("Вибух у Києві", {"uk"}),
        ("مقتل تسعة أشخاص في هجوم", {"ar"}),
        ("حمله انتحاری در کابل", {"fa"}),
        ("کابل میں خودکش حملہ", {"ur"}),
        ("काबुल में बम", {"hi", "ne", "mr"}),
        ("爆炸造成九人死亡", {"zh"}),
        ("爆弾テロで9人死亡", {"ja"}),
        ("폭탄 테러로 9명 사망", {"ko"}),
        ("Взрыв. The army said nine were killed. " + "Взрыв в Белгороде унёс жизни девяти человек. " * 3, {"ru"}),
    ],
)
def test_another_language_is_never_read_as_english(text: str, languages: set[str | None]) -> None:
    assert identify(text) in languages


@pytest.mark.parametrize("text", ["", "123 – 45", "🧨🧨", "Amaq"])
def test_what_cannot_be_told_stays_unknown(text: str) -> None:
    assert identify(text) is None


def test_a_quotation_does_not_change_the_main_language() -> None:
    english = "The army said that nine people were killed in the raid and that it was searching for the attackers. "
    assert identify(english * 3 + "« Nous avons frappé la capitale », a déclaré le groupe. ") == "en"
