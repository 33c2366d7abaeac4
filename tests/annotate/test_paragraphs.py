"""A text falls into headline, dateline and paragraphs, whichever way its lines are broken."""

import pytest
from tests.pages import document

from tocsin.annotate.paragraphs import dateline, paragraphs
from tocsin.knowledge import load
from tocsin.model.text import Span

DATELINES = [
    ("MAIDUGURI, Nigeria - At least nine people died.", "MAIDUGURI, Nigeria - "),
    ("KABUL, Afghanistan (Jan. 10, 2011) – Troops said.", "KABUL, Afghanistan (Jan. 10, 2011) – "),
    ("BAGHDAD (AP) — A car bomb went off.", "BAGHDAD (AP) — "),
    ("KABUL—At least one bomber struck.", "KABUL—"),
    ("SAN SALVADOR, 3 Jan 90 (EFE) -- Troops said.", "SAN SALVADOR, 3 Jan 90 (EFE) -- "),
    ("Kabul: A car bomb went off.", "Kabul: "),
    ("Srinagar, Jul 3: Three men died.", "Srinagar, Jul 3: "),
    ("Mexico City, Mar 3 (EFE).- Gunmen fled.", "Mexico City, Mar 3 (EFE).- "),
    ("MOSCOW, March 24. /TASS/. The ministry said so.", "MOSCOW, March 24. /TASS/. "),
    ("ISLAMABAD, Pakistan | Two men died.", "ISLAMABAD, Pakistan | "),
    ("Mogadishu – Two shells fell.", "Mogadishu – "),
    ("KISMAYO, 10 October 2025 (X) - A bomb went off.", "KISMAYO, 10 October 2025 (X) - "),
    (
        "QUETTA, Pakistan (Border News) 3 February 2026 - Police spoke.",
        "QUETTA, Pakistan (Border News) 3 February 2026 - ",
    ),
    ("GENEVA/NAIROBI, Tuesday 3 February 2026 – Aid stopped.", "GENEVA/NAIROBI, Tuesday 3 February 2026 – "),
    ("Police: two men died.", None),
    ("Witness: I saw two of them.", None),
    ("Gunmen - nobody knew them - fled.", None),
    ("Nine people - all of them traders - died.", None),
    ("The army said so.", None),
]


@pytest.mark.parametrize(("text", "line"), DATELINES)
def test_a_dateline_ends_with_its_sign(text: str, line: str | None) -> None:
    found = dateline(text, Span(0, len(text)), load().is_place)

    assert (found.of(text) if found else None) == line


def test_wrapped_lines_are_one_paragraph() -> None:
    page = document("Raid on a camp\n\nAt least nine people were\nkilled in the raid, police\nsaid.\n\nIt is over.")

    assert [p.span.of(page.text) for p in paragraphs(page)] == [
        "Raid on a camp",
        "At least nine people were\nkilled in the raid, police\nsaid.",
        "It is over.",
    ]


def test_lines_that_end_like_sentences_are_paragraphs_of_their_own() -> None:
    page = document("Raid on a camp\n\nNine people were killed.\nPolice said so.\nIt is over.")

    assert len(paragraphs(page)) == 4


def test_a_title_without_a_full_stop_is_a_headline() -> None:
    assert [p.headline for p in paragraphs(document("Raid on a camp\n\nNine people died."))] == [True, False]


def test_a_first_sentence_is_no_headline() -> None:
    assert [p.headline for p in paragraphs(document("Nine people died.\n\nPolice said so."))] == [False, False]
