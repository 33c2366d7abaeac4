import re
from dataclasses import replace
from datetime import date

import pytest

from tocsin.cli.say import coloured, printable
from tocsin.cli.text import render
from tocsin.model.record import (
    AUTHOR,
    About,
    Act,
    Assertion,
    Assessment,
    Event,
    Factuality,
    Holder,
    Relation,
    Report,
    Responsibility,
    Stance,
)
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Actor, Count, Place, Target, When

TEXT = "At least nine people died near Gubio on Tuesday, police said. The army said 12. ISWAP claimed it via Amaq."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ISWAP = Actor("ISWAP", "iswap", "Islamic State West Africa Province", "armed_group", at("ISWAP"))
POLICE = Holder("police", None, "authority", (), at("police"))
ARMY = Holder("The army", None, "authority", (), at("The army"))
AMAQ = Holder("Amaq", "amaq", "media", (), at("Amaq"))
GROUP = Holder("ISWAP", "iswap", "group", (AMAQ,), at("ISWAP"))
NINE = Count(9, None, "at_least", "At least nine people", at("At least nine people"))


def assertion(number: int, field: str, value: object, holder: Holder, words: str, act: Act = "states") -> Assertion:
    factuality: Factuality = "CT+"
    return Assertion(f"a{number}", field, value, act, holder, factuality, at(words), words, 0.9)


def responsibility(stance: Stance, holder: Holder, actor: Actor | None = ISWAP) -> Responsibility:
    return Responsibility(actor, stance, holder, None, None, at("ISWAP claimed it"), "a3")


EVENT = Event(
    id="e1",
    kind="attack",
    main=True,
    summary="Gunmen attacked a camp near Gubio.",
    attack_types=("armed_assault",),
    date=When(date(2024, 6, 4), date(2024, 6, 4), "day", "Tuesday", at("Tuesday")),
    place=Place("Gubio", "g:1", "NG", ("NG",), "Borno", None, 12.5, 12.8, "near", "near Gubio", at("near Gubio")),
    targets=(Target("nine people", "private_citizens_and_property", "CN", "hit", NINE, "killed", at("nine people")),),
    killed=NINE,
    responsibility=(responsibility("claims", GROUP),),
    assertions=(
        assertion(1, "/killed", {"low": 9, "high": None, "qualifier": "at_least"}, POLICE, "At least nine people"),
        assertion(2, "/killed", {"low": 12, "high": 12, "qualifier": "exact"}, ARMY, "The army said 12"),
        assertion(3, "/responsibility/0", "iswap", GROUP, "ISWAP claimed it", "claims"),
    ),
)
DOCUMENT = Document(
    "d1",
    "raid.txt",
    None,
    "Raid near Gubio",
    date(2024, 6, 6),
    "option",
    Source("Example", None),
    "en",
    "0" * 64,
    TEXT,
)
REPORT = Report(DOCUMENT, "full", True, 0.97, (EVENT,))


def lines(report: Report = REPORT) -> list[str]:
    return [" ".join(line.split()) for line in render(report)]


def test_the_head_gives_title_date_with_basis_source_and_relevance() -> None:
    assert lines()[:2] == [
        "Raid near Gubio",
        "raid.txt · 6 Jun 2024 (option) · Example · en · relevant (0.97)",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "e1 ATTACK Gunmen attacked a camp near Gubio.",
        "When 4 Jun 2024 (day) “Tuesday”",
        "Where near Gubio, Borno (NG) (near) “near Gubio”",
        "Hit nine people (CN), private citizens and property, ≥ 9 killed “nine people”",
        "Killed ≥ 9, says police “At least nine people”",
        "12, says the army “The army said 12”",
        "Responsibility ISWAP claims (via Amaq) “ISWAP claimed it”",
    ],
)
def test_every_value_stands_with_the_words_it_comes_from(line: str) -> None:
    assert line in lines()


@pytest.mark.parametrize(
    ("stance", "holder", "actor", "words"),
    [
        ("denies", GROUP, ISWAP, "ISWAP denies (via Amaq)"),
        ("suspected", ARMY, ISWAP, "ISWAP suspected by the army"),
        ("accused", POLICE, ISWAP, "ISWAP accused by police"),
        ("no_claim", AUTHOR, None, "no claim, says the author"),
    ],
)
def test_each_stance_says_who_holds_it(stance: Stance, holder: Holder, actor: Actor | None, words: str) -> None:
    event = replace(EVENT, responsibility=(responsibility(stance, holder, actor),))
    assert any(words in line for line in lines(replace(REPORT, events=(event,))))


def test_background_is_marked() -> None:
    event = replace(EVENT, main=False)
    assert "e1 ATTACK background Gunmen attacked a camp near Gubio." in lines(replace(REPORT, events=(event,)))


def test_assessments_and_relations_name_their_holders() -> None:
    assessment = Assessment(
        "s1", About(actor=ISWAP), "gap", "Why is not known.", AUTHOR, "Uu", at("ISWAP"), "ISWAP", 0.5
    )
    amaq = Actor("Amaq", "amaq", "Amaq", "media_outlet", at("Amaq"))
    relation = Relation("r1", amaq, "media_arm_of", ISWAP, POLICE, "CT+", at("via Amaq"), "via Amaq")
    shown = lines(replace(REPORT, assessments=(assessment,), relations=(relation,)))
    assert "gap Why is not known. (Uu, the author) “ISWAP”" in shown
    assert "Amaq media arm of ISWAP (CT+, police) “via Amaq”" in shown


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (replace(REPORT, relevant=False, relevance=0.04, events=()), "no political violence found (relevance 0.04)"),
        (
            replace(REPORT, relevant=False, relevance=0.98, events=()),
            "may be relevant (0.98), but nothing was found to record",
        ),
        (replace(REPORT, read="names_only", events=()), "language not understood: names only"),
    ],
)
def test_a_document_without_events_says_why(report: Report, words: str) -> None:
    assert lines(report)[1].endswith(words)


def test_nothing_from_a_document_reaches_the_terminal_as_a_code() -> None:
    document = replace(DOCUMENT, title="Raid\x1b[2J\u202e near\nGubio")
    assert render(replace(REPORT, document=document))[0] == "Raid [2J near Gubio"


def test_colour_adds_codes_and_changes_no_word() -> None:
    painted = render(REPORT, coloured)
    assert any("\x1b[2m" in line for line in painted)
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in painted] == render(REPORT)


def test_printable_words_are_one_line() -> None:
    assert printable(" a\tb\r\n\x07c ") == "a b c"
