"""Names are found as whole words in every spelling, and nowhere else."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.names import Entry, NameIndex, fold, folded, words

INDEX = NameIndex.of(
    [
        Entry("Islamic State", "islamic-state"),
        Entry("IS", "islamic-state", weak=True, word=True),
        Entry("ISIS", "islamic-state"),
        Entry("Islamic State West Africa Province", "iswap"),
        Entry("Lord's Resistance Army", "lra"),
        Entry("Shining Path", "shining-path"),
        Entry("FARC", "farc"),
        Entry("Jama'at Nusrat al-Islam", "jnim"),
        Entry("LeT", "lashkar-e-taiba", weak=True, word=True),
        Entry("MEND", "mend", weak=True, word=True),
        Entry("The Base", "the-base", weak=True, word=True),
        Entry("al-Qaida", "al-qaida"),
        Entry("Kata'ib Hizballah", "kataib-hezbollah"),
        Entry("M-19", "m-19"),
        Entry("M23", "m23"),
        Entry("National Liberation Army", "eln"),
        Entry("National Liberation Army", "nla"),
        Entry("Kurdistan Workers' Party", "pkk"),
        Entry("CPI (Maoist)", "cpi-maoist"),
        Entry("Islamic State Libya", "is-libya"),
        Entry("Return, Reclamation, Rehabilitation", "3r-car"),
        Entry("police", "police"),
        Entry("طالبان", "taliban"),
        Entry("الدولة الإسلامية", "islamic-state"),
        Entry("Исламское государство", "islamic-state"),
        Entry("חמאס", "hamas"),
        Entry("तहरीक-ए-तालिबान पाकिस्तान", "ttp"),
        Entry("விடுதலைப் புலிகள்", "ltte"),
    ]
)

FOUND = [
    ("al-Qaida said", ["al-Qaida"]),
    ("Al Qaida said", ["Al Qaida"]),
    ("Al-Qa’ida said", ["Al-Qa’ida"]),
    ("al-Qā'ida's men", ["al-Qā'ida"]),
    ("ISIS's fighters and ISIS’s flag", ["ISIS", "ISIS"]),
    ("Islamic State's West Africa Province", ["Islamic State's West Africa Province"]),
    ("Islamic State - West Africa Province", ["Islamic State - West Africa Province"]),
    ("Islamic State\nWest Africa Province", ["Islamic State\nWest Africa Province"]),
    ("Islamic State\n\nWest Africa Province", ["Islamic State"]),
    ("the Lord’s Resistance Army’s camps", ["Lord’s Resistance Army"]),
    ("Kata’ib Hizballah", ["Kata’ib Hizballah"]),
    ("Jamāʿat Nusrat al-Islam", ["Jamāʿat Nusrat al-Islam"]),
    ("F.A.R.C. men", ["F.A.R.C."]),
    ("pro-ISIS and ISIS-linked", ["ISIS", "ISIS"]),
    ("(ISIS)", ["ISIS"]),
    ("the Kurdistan Workers’ Party", ["Kurdistan Workers’ Party"]),
    ("the CPI (Maoist) and the CPI-Maoist", ["CPI (Maoist)", "CPI-Maoist"]),
    ("they fought Islamic State. Libya said", ["Islamic State"]),
    ("they fought Islamic State, Libya said", ["Islamic State"]),
    ("Return, Reclamation, Rehabilitation", ["Return, Reclamation, Rehabilitation"]),
    ("'Islamic State'", ["Islamic State"]),
    ("the M-19 and the M23", ["M-19", "M23"]),
    ("THE SHINING PATH IS STRONG", ["SHINING PATH"]),
    ("the shining path and the farc are strong", ["shining path", "farc"]),
    ("IS claimed it", ["IS"]),
    ("LeT claimed it", ["LeT"]),
    ("Police and police", ["Police", "police"]),
    ("قالت طالبان", ["طالبان"]),
    ("وطالبان", ["طالبان"]),
    ("بالدولة الاسلامية", ["الدولة الاسلامية"]),
    ("للدولة الإسلامية", ["لدولة الإسلامية"]),
    ("לפי חמאס", ["חמאס"]),
    ("אנשי החמאס ומנהיגי חמאס", ["חמאס", "חמאס"]),
    ("והחמאס", ["חמאס"]),
    ("сказало Исламское государство", ["Исламское государство"]),
    ("कल तहरीक-ए-तालिबान पाकिस्तान ने कहा", ["तहरीक-ए-तालिबान पाकिस्तान"]),
    ("தமிழீழ விடுதலைப் புலிகள்", ["விடுதலைப் புலிகள்"]),
]

ABSENT = [
    "It is late. He said it is.",
    "IT IS LATE, AND LET US MEND IT",
    "is claimed it, let it mend",
    "Walking the shining path of reason",
    "the Farce",
    "ISISs",
    "Islamic States",
    "He returned to the base",
    "He has room m23",
    "Lord of the Resistance Army",
    "al. Qaida",
    "policeman",
    "חמאסניק",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_name_is_found_in_each_of_its_spellings(text: str, expected: list[str]) -> None:
    assert expected == [hit.span.of(text) for hit in INDEX.find(text)]


@pytest.mark.parametrize("text", ABSENT)
def test_ordinary_words_and_parts_of_words_are_no_names(text: str) -> None:
    assert INDEX.find(text) == ()


def test_a_name_of_two_records_gives_both() -> None:
    (hit,) = INDEX.find("the National Liberation Army")
    assert hit.ids == ("eln", "nla")


def test_a_hit_is_weak_only_if_all_its_names_are() -> None:
    assert [INDEX.find(text)[0].weak for text in ("LeT said", "ISIS said")] == [True, False]


def test_one_line_in_capitals_does_not_take_case_from_the_others() -> None:
    text = "IS IT SAFE TO LET THEM IN\n\nIt was. IS said so."
    assert [(text.rindex("IS"), "IS")] == [(hit.span.start, hit.name) for hit in INDEX.find(text)]


def test_names_that_overlap_give_the_longest() -> None:
    assert [hit.ids[0] for hit in INDEX.find("Islamic State West Africa Province")] == ["iswap"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Qa'ida", "qaida"),
        ("Jaïsh", "jaish"),
        ("U.S.", "us"),
        ("Türkiye", "turkiye"),
        ("إسلامية", "اسلاميه"),
        ("ı", "i"),
    ],
)
def test_folding_takes_case_accents_and_apostrophes_away(word: str, expected: str) -> None:
    assert expected == fold(word)


def test_a_possessive_ending_can_be_left_out() -> None:
    (word,) = words("Taliban's")
    assert (word.fold, word.bare, word.bare_end) == ("talibans", "taliban", 7)


@given(st.text(max_size=200))
def test_words_lie_in_the_text_in_order_and_fold_to_themselves(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.bare_end <= word.end <= len(text)
        end = word.end


@given(st.text(max_size=60), st.sampled_from(["Islamic State", "al-Qaida", "FARC", "طالبان"]), st.text(max_size=60))
def test_a_name_between_blank_lines_is_found_wherever_it_stands(before: str, name: str, after: str) -> None:
    text = f"{before}\n\n{name}\n\n{after} said so"
    at = len(before) + 2
    assert any(hit.span == (at, at + len(name)) for hit in INDEX.find(text))


@given(
    st.lists(
        st.sampled_from(["IS", "ISIS", "Islamic", "State", "-", "West", "\n", "al", "Qaida", "'s", " "]), max_size=20
    )
)
def test_hits_never_overlap(parts: list[str]) -> None:
    hits = INDEX.find(" ".join(parts))
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(hits))


def test_ascii_names_fold_as_words_do() -> None:
    assert tuple(word.fold for word in words("Al-Qaida in Iraq")) == folded("Al-Qaida in Iraq")
