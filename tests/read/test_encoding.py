import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import ReadError
from tocsin.read.encoding import decode

FRENCH = "L'attentat a été revendiqué à Bamako, où l'armée a déployé des renforts."
RUSSIAN = "Взрыв в Белгороде унёс жизни девяти человек, сообщили власти области."
ARABIC = "مقتل تسعة أشخاص في هجوم على معسكر"
CHINESE = "爆炸造成九人死亡，警方表示"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-16"),
        (RUSSIAN, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        ("Gunmen said “no” – the army’s spokesman in San José did not.", "cp1252"),
        ("café", "cp1252"),
    ],
)
def test_undeclared_encodings_are_told(text: str, encoding: str) -> None:
    assert text == decode(text.encode(encoding), "report.txt")


def test_big_endian_utf_16_is_told_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + "Kabul".encode("utf-16-be"), "report.txt") == "Kabul"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("koi8-r", "koi8-r"), ("iso-8859-1", "cp1252"), ("gb2312", "gb18030"), ("shift_jis", "cp932")],
)
def test_a_declaration_is_believed_as_browsers_take_it(label: str, encoding: str) -> None:
    words = {"koi8-r": RUSSIAN, "cp1252": "“quoted” – é", "gb18030": CHINESE, "cp932": "爆弾テロ"}[encoding]
    page = f'<html><head><meta charset="{label}"></head><body>{words}</body></html>'
    assert page == decode(page.encode(encoding), "page.html")


def test_utf_8_goes_before_a_false_declaration() -> None:
    page = f'<meta charset="iso-8859-1">{RUSSIAN}'
    assert page == decode(page.encode(), "page.html")


def test_an_unknown_declaration_is_passed_over() -> None:
    assert FRENCH in decode(f'<meta charset="klingon">{FRENCH}'.encode("cp1252"), "page.html")


def test_utf_8_cut_off_inside_a_character_is_read_to_there() -> None:
    assert decode("Взрыв в Белгород".encode()[:-1], "report.txt") == "Взрыв в Белгоро\ufffd"


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 words",
        b"PK\x03\x04words",
        b"\x89PNG\r\n",
        b"\x1f\x8bwords",
        b"SQLite format 3\x00",
        b"\xff\x00\x01\x02",
    ],
)
def test_what_is_no_text_is_refused_with_its_name(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"^thing\.bin: is "):
        decode(raw, "thing.bin")


@given(st.binary())
def test_any_bytes_are_text_without_nul_or_refused(raw: bytes) -> None:
    try:
        assert "\x00" not in decode(raw, "thing.bin")
    except ReadError as error:
        assert error.reason.startswith("is ")


def test_noise_of_some_length_is_refused() -> None:
    noise = bytes((i * 7919 + i * i * 31) % 256 for i in range(600))
    with pytest.raises(ReadError, match="binary"):
        decode(noise, "noise")
