"""Marked passages are scored on their events, kind by kind, and on the stances taken towards them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factories

from tocsin.bench.marks import Passage, passage
from tocsin.bench.passages import score, tallies
from tocsin.bench.run import Where, run_with
from tocsin.bench.suites import Reader
from tocsin.bench.tally import Tally
from tocsin.model.record import Report
from tocsin.model.text import Document

Json = dict[str, Any]
MARKED = (
    "[e1:doer|Riders] [e1:attack|burnt] a mill at Osk; guards [e2:arrest|seized] [e2:subject|two men] after the "
    "[e1:attack|raid]. [h1|Millers] blamed [a1|the River League], but [a2|the Hill Band] said it did it."
)
TEXT = passage({"id": "p", "marked": MARKED, "stances": []}).text
ACCUSED = {"actor": "a1", "event": "e1", "stance": "accused", "holder": "h1"}
CLAIMS = {"actor": "a2", "event": "e1", "stance": "claims", "holder": "a2"}
UNCLAIMED = {"actor": None, "event": "e1", "stance": "no_claim", "holder": "author"}


def told(*stances: Json, marked: str = MARKED, **more: Any) -> Passage:
    return passage({"id": "p", "marked": marked, "stances": list(stances), **more})


def at(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def event(kind: str, *words: str, stands: tuple[Json, ...] = ()) -> Json:
    asserted = [{"field": "/kind", "span": at(each)} for each in words]
    return {"kind": kind, "main": True, "responsibility": list(stands), "assertions": asserted}


def says(stance: str, words: str | None, *, span: list[int] | None = None) -> Json:
    actor = None if words is None else {"text": words, "name": words, "span": span}
    return {"stance": stance, "actor": actor}


def report(*events: Json, relevant: bool = True) -> Json:
    return {"relevant": relevant, "events": list(events)}


def counts(found: Tally) -> tuple[float, float, float]:
    assert found.right == found.found
    return found.right, found.predicted, found.gold


BOTH = report(
    event("attack", "burnt", stands=(says("accused", "the River League"), says("claims", "the Hill Band"))),
    event("arrest", "seized"),
)


def test_a_report_that_says_all_and_no_more_is_right_in_everything() -> None:
    found = {one.name: one.tally.f1 for one in score([told(ACCUSED, CLAIMS)], [BOTH]).scores}
    assert found == dict.fromkeys(("relevant", "events", "attack", "arrest", "stances"), 1.0)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        pytest.param([event("attack", "burnt")], 1, id="the trigger"),
        pytest.param([event("attack", "raid")], 1, id="another telling"),
        pytest.param([event("attack", "at Osk", "raid")], 1, id="one of its words is enough"),
        pytest.param([event("attack", "Riders burnt a mill")], 1, id="the phrase around it"),
        pytest.param([event("attack", "a mill at Osk")], 0, id="the words beside it"),
        pytest.param([event("attack", "Riders")], 0, id="words of a role in it"),
        pytest.param([event("operation", "burnt")], 0, id="another kind"),
        pytest.param([event("attack", "seized")], 0, id="the words of another event"),
        pytest.param([event("attack")], 0, id="no words"),
        pytest.param([event("attack", "burnt"), event("attack", "raid")], 1, id="told twice"),
        pytest.param([event("attack", "burnt"), event("arrest", "seized")], 2, id="both"),
    ],
)
def test_an_event_is_found_where_one_of_its_kind_is_told_by_its_words(said: list[Json], right: int) -> None:
    assert counts(tallies(told(), report(*said))["events"]) == (right, len(said), 2)


@pytest.mark.parametrize(
    "asserted",
    [{"field": "/killed", "span": at("burnt")}, {"field": "/kind", "span": None}, {"field": "/kinds", "span": [0, 30]}],
)
def test_only_the_words_that_assert_the_kind_tell_an_event(asserted: Json) -> None:
    said = {**event("attack"), "assertions": [asserted]}
    assert tallies(told(), report(said))["events"].right == 0


def test_kinds_are_counted_apart() -> None:
    said = report(event("attack", "burnt"), event("attack", "at Osk"), event("trial", "seized"))
    found = tallies(told(), said)
    assert [(kind, counts(found[kind])) for kind in ("attack", "arrest", "trial", "threat")] == [
        ("attack", (1, 2, 1)),
        ("arrest", (0, 0, 1)),
        ("trial", (0, 1, 0)),
        ("threat", (0, 0, 0)),
    ]


def test_a_kind_that_nobody_speaks_of_has_no_row() -> None:
    assert [one.name for one in score([told()], [report()]).scores] == ["relevant", "events", "attack", "arrest"]


TWICE = "[e1:attack|Raids] hit Osk, and a [e2:attack|raid] hit Bal."


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (["Raids", "raid"], 2),
        (["raid", "Raids"], 2),
        (["Raids hit Osk, and a raid", "raid"], 2),
        (["Raids hit Osk, and a raid", "Raids"], 2),
        (["Raids hit Osk, and a raid"], 1),
        (["raid", "a raid"], 1),
    ],
)
def test_each_event_answers_one_and_the_nearest_words_pair_first(words: list[str], right: int) -> None:
    whole = told(marked=TWICE)
    said = [{**event("attack"), "assertions": [{"field": "/kind", "span": at(each, whole.text)}]} for each in words]
    assert counts(tallies(whole, report(*said))["events"]) == (right, len(words), 2)


def test_a_word_that_tells_two_events_is_answered_by_two() -> None:
    whole = told(marked="[e1:attack e2:attack|Raids] on both mills.")
    one = {**event("attack"), "assertions": [{"field": "/kind", "span": [0, 5]}]}
    assert [tallies(whole, report(*[one] * n))["events"].right for n in (1, 2, 3)] == [1, 2, 2]


def test_a_stance_goes_with_the_event_that_its_trigger_pairs() -> None:
    stance = {"actor": "a1", "event": "e2", "stance": "claims", "holder": "a1"}
    whole = told(stance, marked=f"{TWICE} [a1|The Hill Band] owned up to the second.")
    owned = (says("claims", "The Hill Band"),)
    first, second = ([{"field": "/kind", "span": at(words, whole.text)}] for words in ("Raids", "raid"))
    right = [{**event("attack"), "assertions": first}, {**event("attack", stands=owned), "assertions": second}]
    wrong = [{**event("attack", stands=owned), "assertions": first}, {**event("attack"), "assertions": second}]
    assert [counts(tallies(whole, report(*said))["stances"]) for said in (right, wrong)] == [(1, 1, 1), (0, 1, 1)]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        pytest.param([says("accused", "the River League")], 1, id="the words marked"),
        pytest.param([says("accused", "THE RIVER LEAGUE")], 1, id="in other letters"),
        pytest.param([says("accused", "River League")], 1, id="fewer words"),
        pytest.param([says("accused", "the River League of Osk")], 1, id="more words"),
        pytest.param([says("accused", "it", span=at("River"))], 1, id="other words in that place"),
        pytest.param([says("accused", "the Hill Band", span=at("the Hill Band"))], 0, id="another actor"),
        pytest.param([says("accused", "Riders", span=None)], 0, id="another actor without a place"),
        pytest.param([says("suspected", "the River League")], 0, id="another stance"),
        pytest.param([says("accused", None)], 0, id="nobody"),
        pytest.param([], 0, id="nothing said"),
        pytest.param([says("claims", "the Hill Band"), says("accused", "the River League")], 1, id="not the first"),
    ],
)
def test_a_stance_is_found_where_the_same_is_said_of_the_same_actor(said: list[Json], right: int) -> None:
    found = tallies(told(ACCUSED), report(event("attack", "raid", stands=tuple(said))))
    assert counts(found["stances"]) == (right, len(said), 1)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (says("no_claim", None), 1),
        (says("no_claim", "the River League"), 0),
        (says("claims", None), 0),
    ],
)
def test_that_nobody_claims_is_found_where_it_is_said_of_nobody(said: Json, right: int) -> None:
    found = tallies(told(UNCLAIMED), report(event("attack", "raid", stands=(said,))))
    assert counts(found["stances"]) == (right, 1, 1)


def test_a_stance_towards_an_event_that_is_not_found_is_not_found_either() -> None:
    said = report(event("operation", "raid", stands=(says("accused", "the River League"),)))
    assert counts(tallies(told(ACCUSED), said)["stances"]) == (0, 1, 1)


def test_any_mention_of_an_actor_will_do() -> None:
    marked = "[a1|The Hill Band] owned up to the [e1:attack|raid] in a letter signed [a1|Sons of the Hill]."
    stance = {"actor": "a1", "event": "e1", "stance": "claims", "holder": "a1"}
    whole = told(stance, marked=marked)
    raid = [{"field": "/kind", "span": at("raid", whole.text)}]
    for words in ("The Hill Band", "Sons of the Hill"):
        said = {**event("attack", stands=(says("claims", words),)), "assertions": raid}
        assert tallies(whole, report(said))["stances"].right == 1


NEGATIVE = told(marked="The mill at Osk grinds rye again.")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (report(relevant=False), {"relevant": (0, 0, 0), "negatives without an event": (1, 1, 1), "events": (0, 0, 0)}),
        (report(), {"relevant": (0, 1, 0), "negatives without an event": (1, 1, 1), "events": (0, 0, 0)}),
        (
            report({**event("attack"), "assertions": []}),
            {"relevant": (0, 1, 0), "negatives without an event": (0, 1, 1), "events": (0, 1, 0)},
        ),
    ],
)
def test_an_event_in_a_passage_that_tells_none_is_false(said: Json, expected: dict[str, Any]) -> None:
    found = tallies(NEGATIVE, said)
    assert {name: counts(found[name]) for name in expected} == expected


@pytest.mark.parametrize(("relevant", "expected"), [(True, (1, 1, 1)), (False, (0, 0, 1))])
def test_a_passage_that_is_relevant_is_to_be_called_so(relevant: bool, expected: tuple[int, int, int]) -> None:
    assert counts(tallies(told(), report(relevant=relevant))["relevant"]) == expected


def named(name: str, *stances: Json, marked: str = MARKED) -> Passage:
    return passage({"id": name, "marked": marked, "stances": list(stances)})


def test_the_worst_passages_come_first_by_the_worse_of_events_and_stances() -> None:
    false = report({**event("attack"), "assertions": []})
    gold = [
        named("right", ACCUSED, CLAIMS),
        named("half", ACCUSED),
        named("no stance", ACCUSED),
        named("false", marked="A fair."),
        named("none", marked="A fair."),
    ]
    half = report(event("attack", "burnt", stands=(says("accused", "the River League"),)))
    said = [BOTH, half, report(event("attack", "burnt"), event("arrest", "seized")), false, report(relevant=False)]
    result = score(gold, said)
    assert result.worst == ("false  0", "no stance  0", "half  67")
    assert (result.bench, result.documents, result.accuracy) == ("passages", 5, False)


def test_no_more_than_thirty_of_the_worst_are_listed() -> None:
    gold = [named(f"p{number:02}") for number in range(40)]
    assert score(gold, [report()] * 40).worst == tuple(f"p{number:02}  0" for number in range(30))


def test_each_passage_needs_its_report() -> None:
    with pytest.raises(ValueError, match="zip"):
        score([told()], [])


SPANS = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.integers(start + 1, len(TEXT)).map(lambda end: [start, end])
)
ACTORS = st.none() | st.builds(
    lambda words, span: {"text": words, "name": words, "span": span},
    st.sampled_from(["the River League", "the Hill Band", "Millers", "guards"]),
    st.none() | SPANS,
)
STANCES = st.fixed_dictionaries({"stance": st.sampled_from(["accused", "claims", "no_claim"]), "actor": ACTORS})
SAID = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["attack", "arrest", "trial"]),
            "responsibility": st.lists(STANCES, max_size=3),
            "assertions": st.lists(st.fixed_dictionaries({"field": st.just("/kind"), "span": SPANS}), max_size=3),
        }
    ),
    max_size=4,
)


@given(SAID)
def test_no_more_is_right_than_was_said_or_than_there_is(said: list[Json]) -> None:
    found = tallies(told(ACCUSED, CLAIMS, UNCLAIMED), report(*said))
    for one in found.values():
        assert one.right <= one.predicted and one.found <= one.gold
    kinds = [found[kind] for kind in ("attack", "arrest", "trial")]
    assert sum(one.right for one in kinds) == found["events"].right
    assert sum(one.predicted for one in kinds) == found["events"].predicted == len(said)


@given(SAID)
def test_an_event_of_a_kind_that_is_not_marked_finds_nothing_and_takes_nothing(said: list[Json]) -> None:
    whole = told(ACCUSED, CLAIMS)
    before, after = tallies(whole, report(*said)), tallies(whole, report(*said, event("threat", "burnt", "seized")))
    assert (after["events"].right, after["events"].predicted) == (before["events"].right, len(said) + 1)
    assert after["stances"] == before["stances"]


def reading(document: Document) -> Report:
    """Find one attack, claimed by the Hill Band, where a text opens with bombings."""
    if not document.text.startswith("Bombings"):
        return Report(document, "full", False, 0.0)
    found = factories.event(stances=[("claims", factories.actor("the Hill Band"))])
    return Report(document, "full", True, 1.0, (found,))


def unread(*_: object) -> Any:
    raise NotImplementedError


READER = Reader(reading, unread, unread, unread, unread, unread)
LINES = [
    {
        "id": "x1",
        "year": 2031,
        "relevant": True,
        "marked": "[e1:attack|Bombings] shook Osk and [a1|the Hill Band] owned up.",
        "stances": [{"actor": "a1", "event": "e1", "stance": "claims", "holder": "a1"}],
    },
    {"id": "x2", "year": 2031, "relevant": False, "marked": "The fair opens on Sunday.", "stances": []},
    {"id": "x3", "relevant": True, "marked": "[e1:hit|A mill] was [e1:attack|burnt].", "stances": []},
]


@pytest.fixture
def where(tmp_path: Path) -> Where:
    folder = tmp_path / "checkout" / "gold" / "passages"
    folder.mkdir(parents=True)
    (folder / "open.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return Where(tmp_path / "checkout", None)


def test_a_run_scores_the_open_passages_and_enters_the_history(
    where: Where, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(["passages"], where, lambda: READER) == 0
    printed = capsys.readouterr().out
    assert "passages: 3 documents" in printed and "x3  0" in printed
    (line,) = (where.root or Path()).joinpath("docs", "bench", "history.jsonl").read_text("utf-8").splitlines()
    entered = json.loads(line)
    assert (entered["bench"], entered["scores"]["events"], entered["scores"]["stances"]) == ("passages", 0.6667, 1.0)


def test_a_passage_is_read_without_its_marks_in_the_middle_of_its_year(where: Where) -> None:
    read: list[tuple[str, str, str]] = []

    def seen(document: Document) -> Report:
        read.append((document.id, document.text, str(document.published)))
        return reading(document)

    run_with(["passages"], where, lambda: Reader(seen, unread, unread, unread, unread, unread))
    assert read == [
        ("x1", "Bombings shook Osk and the Hill Band owned up.", "2031-06-15"),
        ("x2", "The fair opens on Sunday.", "2031-06-15"),
        ("x3", "A mill was burnt.", "None"),
    ]


def test_what_was_predicted_is_one_report_a_passage(where: Where, tmp_path: Path) -> None:
    target = tmp_path / "said.jsonl"
    assert run_with(["passages"], where, lambda: READER, predictions=target) == 0
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [(line["document"]["id"], line["relevant"]) for line in lines] == [
        ("x1", True),
        ("x2", False),
        ("x3", False),
    ]


def test_malformed_passages_fail_the_run_with_their_line(where: Where, capsys: pytest.CaptureFixture[str]) -> None:
    path = (where.root or Path()) / "gold" / "passages" / "open.jsonl"
    path.write_text(json.dumps(LINES[0]) + "\n{}\n", "utf-8")
    assert run_with(["passages"], where, lambda: READER) == 1
    assert "open.jsonl:2: " in capsys.readouterr().err


def test_passages_that_are_not_there_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(["passages"], Where(None, None), lambda: READER) == 0
    assert capsys.readouterr().out == "passages: its data are not on disk, left out\n"
