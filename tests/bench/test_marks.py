"""A marked passage is its text without the marks, and what they say of its words."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench.marks import KINDS, Mark, Stand, load, passage, unmarked
from tocsin.errors import BenchError
from tocsin.knowledge.reader import ROLES
from tocsin.model.record import ACTS, Factuality, Stance
from tocsin.model.text import Span

RAID = (
    "[h1|Millers] said that [e1:doer|riders] had [e1:attack|burnt] [e1:hit|two barns] at Osk with [e1:weapon|torches]. "
    "[a1|The River League], which [h1|millers] blame for the [e1:attack|raid], is silent."
)
PLAIN = (
    "Millers said that riders had burnt two barns at Osk with torches. "
    "The River League, which millers blame for the raid, is silent."
)
BLAMED = {"actor": "a1", "event": "e1", "stance": "accused", "holder": "h1"}

EVENTS = st.from_regex(r"e[0-9]{1,2}[a-z]?", fullmatch=True)
OF_EVENTS = st.builds("{}:{}".format, EVENTS, st.sampled_from([*KINDS, *ROLES]))
OF_PARTIES = st.from_regex(r"[ah][0-9]{1,2}", fullmatch=True)
TAGS = st.lists(OF_EVENTS | OF_PARTIES, min_size=1, max_size=3)
WORDS = st.text(st.characters(exclude_characters="[]|", exclude_categories=["Cs"]), max_size=12)
PIECES = st.lists(st.tuples(WORDS, TAGS, WORDS.filter(bool)), max_size=5)


def row(marked: str = RAID, *stances: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "p1", "marked": marked, "stances": list(stances), **more}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "open.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_taking_the_marks_away_gives_the_text() -> None:
    assert passage(row()).text == PLAIN


def test_marks_are_told_in_their_order_with_their_words() -> None:
    found = passage(row())
    assert [(mark.span.of(found.text), mark.label, mark.of) for mark in found.marks] == [
        ("Millers", "holder", "h1"),
        ("riders", "doer", "e1"),
        ("burnt", "attack", "e1"),
        ("two barns", "hit", "e1"),
        ("torches", "weapon", "e1"),
        ("The River League", "actor", "a1"),
        ("millers", "holder", "h1"),
        ("raid", "attack", "e1"),
    ]


@given(PIECES, WORDS)
def test_every_span_quotes_the_words_between_its_tags_and_the_end_of_its_mark(
    pieces: list[tuple[str, list[str], str]], tail: str
) -> None:
    marked = "".join(f"{before}[{' '.join(tags)}|{words}]" for before, tags, words in pieces) + tail
    text, marks = unmarked(marked)
    assert text == "".join(before + words for before, _, words in pieces) + tail
    assert [mark.span.of(text) for mark in marks] == [words for _, tags, words in pieces for _ in tags]
    assert [mark.of for mark in marks] == [tag.split(":")[0] for _, tags, _ in pieces for tag in tags]


@given(PIECES, WORDS)
def test_a_text_without_marks_is_itself(pieces: list[tuple[str, list[str], str]], tail: str) -> None:
    text, _ = unmarked("".join(f"{before}[{' '.join(tags)}|{words}]" for before, tags, words in pieces) + tail)
    assert unmarked(text) == (text, ())


@given(WORDS, st.sampled_from("[]|"), WORDS)
def test_a_bracket_or_a_bar_outside_the_marks_is_refused(before: str, odd: str, after: str) -> None:
    with pytest.raises(ValueError, match="outside the marks"):
        unmarked(f"{before}{odd}{after}[e1:attack|raid]")


@pytest.mark.parametrize(
    ("tag", "label", "of"),
    [
        *((f"e1:{kind}", kind, "e1") for kind in KINDS),
        *((f"e12b:{role}", role, "e12b") for role in ROLES),
        ("a3", "actor", "a3"),
        ("h10", "holder", "h10"),
    ],
)
def test_a_tag_says_a_kind_a_role_or_a_party(tag: str, label: str, of: str) -> None:
    assert unmarked(f"The [{tag}|word] stands.")[1] == (Mark(Span(4, 8), label, of),)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[e1:feast|Dinner] was late.", id="a kind that there is not"),
        pytest.param("[e1:actor|Riders] came.", id="a party is not a role"),
        pytest.param("[attack|Raid] at Osk.", id="no event"),
        pytest.param("[e:attack|Raid] at Osk.", id="no number"),
        pytest.param("[e1|Raid] at Osk.", id="no kind"),
        pytest.param("[a1:attack|Raid] at Osk.", id="an actor is no event"),
        pytest.param("[a1b|Riders] came.", id="a letter after a party"),
        pytest.param("[A1|Riders] came.", id="a capital"),
        pytest.param("[a1,e1:doer|Riders] came.", id="a comma between tags"),
        pytest.param("[a1 e1:doer", id="a mark that does not end"),
        pytest.param("[a1 Riders] came.", id="no bar"),
        pytest.param("[a1|] came.", id="no words"),
        pytest.param("[|Riders] came.", id="no tags"),
        pytest.param("[e1:hit|barns of [a1|the League]] burnt.", id="a mark in a mark"),
        pytest.param("[a1|Riders|men] came.", id="two bars"),
    ],
)
def test_a_malformed_mark_is_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"no such tag|no such label|outside the marks"):
        unmarked(marked)


def test_events_have_the_kinds_of_their_triggers() -> None:
    found = passage(row("After the [e1:attack|raid], [e2:arrest e2b:arrest|arrests]; [e2:doer|guards] took [a1|two]."))
    assert found.events == {"e1": "attack", "e2": "arrest", "e2b": "arrest"}


@pytest.mark.parametrize(
    ("of", "labels", "words"),
    [
        ("e1", (), ["riders", "burnt", "two barns", "torches", "raid"]),
        ("e1", ("attack",), ["burnt", "raid"]),
        ("e1", ("hit", "weapon"), ["two barns", "torches"]),
        ("e1", ("subject",), []),
        ("h1", (), ["Millers", "millers"]),
        ("e2", (), []),
    ],
)
def test_spans_are_those_of_one_event_or_party_and_of_the_labels_asked_for(
    of: str, labels: tuple[str, ...], words: list[str]
) -> None:
    found = passage(row())
    assert [span.of(found.text) for span in found.spans(of, *labels)] == words


def test_one_word_may_tell_two_events() -> None:
    found = passage(row("[e1:attack e2:attack|Raids] on both mills."))
    assert found.spans("e1", "attack") == found.spans("e2", "attack") == (Span(0, 5),)


@pytest.mark.parametrize(
    ("more", "year", "relevant"),
    [
        ({}, None, True),
        ({"year": 2031, "relevant": True}, 2031, True),
        ({"year": None, "relevant": False}, None, False),
    ],
)
def test_year_and_relevance_are_as_the_line_says(more: dict[str, Any], year: int | None, relevant: bool) -> None:
    found = passage(row(**more))
    assert (found.id, found.year, found.relevant) == ("p1", year, relevant)


def test_a_passage_without_marks_is_not_relevant_unless_it_says_so() -> None:
    assert not passage(row("The fair opens on Sunday.")).relevant
    assert passage(row("The fair opens on Sunday.", relevant=True)).relevant


@pytest.mark.parametrize(
    ("stance", "factuality"),
    [
        ("claims", "CT+"),
        ("denies", "CT-"),
        ("accused", "CT+"),
        ("suspected", "PS+"),
        ("confirmed", "CT+"),
        ("cleared", "CT-"),
        ("retracted", "CT-"),
        ("no_claim", "Uu"),
    ],
)
def test_a_stance_has_the_factuality_of_the_guidelines_unless_another_is_given(
    stance: Stance, factuality: Factuality
) -> None:
    plain, hedged = {**BLAMED, "stance": stance}, {**BLAMED, "stance": stance, "factuality": "PR-"}
    assert passage(row(RAID, plain, hedged)).stands == (
        Stand("a1", "e1", stance, "h1", factuality),
        Stand("a1", "e1", stance, "h1", "PR-"),
    )


def test_every_stance_has_its_usual_factuality() -> None:
    assert set(ACTS) == set(get_args(Stance))
    assert {factuality for _, factuality in ACTS.values()} <= set(get_args(Factuality))


@pytest.mark.parametrize(
    "stance",
    [
        BLAMED,
        {**BLAMED, "holder": "a1", "stance": "denies"},
        {**BLAMED, "holder": "author"},
        {**BLAMED, "holder": "unknown"},
        {**BLAMED, "actor": None, "stance": "no_claim", "holder": "author"},
        {**BLAMED, "stance": "no_claim", "holder": "author"},
    ],
)
def test_a_stance_is_held_by_a_marked_party_the_author_or_somebody_unknown(stance: dict[str, Any]) -> None:
    (stand,) = passage(row(RAID, stance)).stands
    assert (stand.actor, stand.stance, stand.holder) == (stance["actor"], stance["stance"], stance["holder"])


@pytest.mark.parametrize(
    ("stance", "lost"),
    [
        ({**BLAMED, "actor": "a2"}, "a2"),
        ({**BLAMED, "event": "e2"}, "e2"),
        ({**BLAMED, "holder": "h2"}, "h2"),
        ({**BLAMED, "actor": "a9", "event": "e9", "holder": "h9"}, "e9"),
        ({**BLAMED, "actor": None}, "nobody"),
        ({**BLAMED, "actor": "author"}, "author"),
        ({**BLAMED, "actor": "h1", "event": "a1"}, "a1"),
    ],
)
def test_a_stance_on_what_is_not_marked_is_refused_with_its_name(stance: dict[str, Any], lost: str) -> None:
    with pytest.raises(ValueError, match=f"p1: {lost} in a stance"):
        passage(row(RAID, stance))


def test_an_event_that_no_word_tells_is_refused() -> None:
    with pytest.raises(ValueError, match="no word tells e2"):
        passage(row("[e2:doer|Riders] fled after the [e1:attack|raid]."))


def test_a_file_is_one_passage_a_line_and_blank_lines_count_for_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps(row()), "", json.dumps({**row("A fair."), "id": "p2"}), "  ")
    assert [(found.id, found.text) for found in load(path)] == [("p1", PLAIN), ("p2", "A fair.")]


def test_a_text_in_any_script_keeps_its_letters_and_its_spans(tmp_path: Path) -> None:
    line = json.dumps(row("🔥 Ôsk : [e1:attack|взрыв] у моста."), ensure_ascii=False)
    (found,) = load(written(tmp_path, line))
    assert [mark.span.of(found.text) for mark in found.marks] == ["взрыв"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('"Raid"', id="a string"),
        pytest.param("7", id="a number"),
        pytest.param(json.dumps({"id": "p2", "stances": []}), id="no text"),
        pytest.param(json.dumps({"id": "p2", "marked": "A fair."}), id="no stances"),
        pytest.param(json.dumps({"marked": "A fair.", "stances": []}), id="no id"),
        pytest.param(json.dumps(row(marked="[e1:feast|Dinner]")), id="no such kind"),
        pytest.param(json.dumps({**row(), "marked": None}), id="null for a text"),
        pytest.param(json.dumps({**row(), "stances": None}), id="null for stances"),
        pytest.param(json.dumps({**row(), "stances": ["a1"]}), id="a string for a stance"),
        pytest.param(json.dumps(row(RAID, {**BLAMED, "stance": "boasts"})), id="no such stance"),
        pytest.param(json.dumps(row(RAID, {**BLAMED, "actor": "a2"})), id="an actor who is not marked"),
        pytest.param(json.dumps(row(RAID, {"actor": "a1"})), id="half a stance"),
    ],
)
def test_a_malformed_line_is_named_with_its_file_and_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(BenchError, match=r"open\.jsonl:3: no marked passage"):
        load(written(tmp_path, json.dumps(row()), "", line))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"open\.jsonl: no passages"):
        load(tmp_path / "open.jsonl")
