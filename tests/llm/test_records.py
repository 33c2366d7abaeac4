"""What becomes of a model's answer: what stands in the text is kept with its words, the rest is dropped."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.test_laws import LAWS, POOL, check_spans
from tests.extract.test_private_persons import REPORTS, _words
from tests.pages import document

from tocsin.errors import ReaderError
from tocsin.llm import reader
from tocsin.model import wire
from tocsin.model.record import Event, Report
from tocsin.pipeline import analyze

TEXT = """Gunmen raid market

KABUL, Afghanistan - Gunmen killed four policemen and wounded nine shoppers at a market in Kabul on Tuesday, police
said. The Taliban claimed responsibility for the attack, but officials accused Islamic State. On Sunday two Chinese
engineers were abducted near Kunduz.
"""
QUOTE = "Gunmen killed four policemen and wounded nine shoppers at a market in Kabul on Tuesday"
NO_TOLL = {"words": "", "number": 0}
WRONG: tuple[dict[str, Any], ...] = ({"kind": "party"}, {"killed": {"words": "four"}}, {"date": 5})


def telling(**fields: Any) -> dict[str, Any]:
    """Return an event of an answer; what a test does not name is empty."""
    empty: dict[str, Any] = {"kind": "attack", "quote": QUOTE, "holder": "", "date": "", "place": ""}
    lists: dict[str, Any] = {"perpetrators": [], "targets": [], "stances": []}
    return {**empty, **lists, "killed": NO_TOLL, "wounded": NO_TOLL, **fields}


def stance(quote: str, actor: str, kind: str, holder: str = "") -> dict[str, str]:
    return {"quote": quote, "actor": actor, "stance": kind, "holder": holder}


def read(*events: dict[str, Any], text: str = TEXT) -> Report:
    """Return the report of a text for which a model gives those events."""
    return analyze(document(text), gate=False, reader=reader(lambda _: json.dumps({"events": events})))


def only(**fields: Any) -> Event:
    """Return the event that comes of one telling."""
    (event,) = read(telling(**fields)).events
    return event


def test_what_stands_in_the_text_is_tied_to_records_and_quoted() -> None:
    report = read(
        telling(
            holder="police",
            date="on Tuesday",
            place="Kabul",
            perpetrators=["Gunmen"],
            targets=["four policemen", "nine shoppers"],
            killed={"words": "four policemen", "number": 4},
            wounded={"words": "nine shoppers", "number": 9},
            stances=[
                stance("The Taliban claimed responsibility for the attack", "The Taliban", "claims"),
                stance("officials accused Islamic State", "Islamic State", "accused", "officials"),
            ],
        )
    )
    (event,) = report.events
    found = wire.plain(event)
    assert (report.reader, report.relevant, event.kind, event.main) == ("llm", True, "attack", True)
    assert (found["date"]["start"], found["place"]["name"]) == ("2024-06-04", "Kabul")
    assert [(one["name"], one["kind"]) for one in found["perpetrators"]] == [("Gunmen", "unknown")]
    assert [(one["text"], one["type"]) for one in found["targets"]] == [
        ("four policemen", "police"),
        ("nine shoppers", "private_citizens_and_property"),
    ]
    assert (found["killed"]["low"], found["wounded"]["low"]) == (4, 9)
    assert [(one["stance"], one["actor"]["actor_id"], one["holder"]["kind"]) for one in found["responsibility"]] == [
        ("claims", "taliban", "group"),
        ("accused", "islamic-state", "unknown"),
    ]
    assert {(one["holder"]["text"], one["factuality"]) for one in found["assertions"] if one["act"] == "states"} == {
        ("police", "Uu")
    }
    assert {one["machine_confidence"] for one in found["assertions"]} == {0.0}
    assert event.summary.startswith("A language model reads: Gunmen attacked four policemen")
    for law in LAWS:
        law(wire.report(report))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"date": "on Wednesday"}, "date"),
        ({"date": "4 June 2024"}, "date"),
        ({"date": "policemen"}, "date"),
        ({"date": "Tuesday, police\nsaid. The Taliban claimed responsibility for the attack"}, "date"),
        ({"place": "Herat"}, "place"),
        ({"place": "Kab"}, "place"),
        ({"place": "market"}, "place"),
        ({"killed": {"words": "forty policemen", "number": 40}}, "killed"),
        ({"killed": {"words": "four policemen", "number": 5}}, "killed"),
        ({"killed": {"words": "policemen", "number": 4}}, "killed"),
        ({"killed": {"words": "", "number": 4}}, "killed"),
        ({"perpetrators": ["Boko Haram"]}, "perpetrators"),
        ({"perpetrators": ["gunmen"]}, "perpetrators"),
        ({"perpetrators": [""]}, "perpetrators"),
        ({"perpetrators": ["killed four"]}, "perpetrators"),
        ({"targets": ["soldiers"]}, "targets"),
        ({"targets": ["a"]}, "targets"),
        ({"stances": [stance("The Taliban denied it", "The Taliban", "denies")]}, "responsibility"),
        ({"stances": [stance("officials accused Islamic State", "Hamas", "accused")]}, "responsibility"),
        ({"stances": [stance("officials accused Islamic State", "", "accused")]}, "responsibility"),
        (
            {"stances": [stance("officials accused Islamic State", "Islamic State", "accused", "Iran")]},
            "responsibility",
        ),
    ],
)
def test_a_value_that_does_not_stand_in_the_text_is_dropped(fields: dict[str, Any], name: str) -> None:
    assert not getattr(only(**fields), name)


def test_an_event_whose_quote_does_not_stand_in_the_text_is_dropped_with_all_its_values() -> None:
    report = read(telling(quote="Gunmen killed five policemen", place="Kabul"))
    assert (report.events, report.relevant) == ((), False)


def test_a_quote_may_part_its_words_by_other_blanks_but_the_text_is_quoted_as_it_stands() -> None:
    (event,) = read(telling(quote="on Tuesday, police said.")).events
    assert event.assertions[0].quote == "on Tuesday, police\nsaid."


def test_a_holder_that_does_not_stand_in_the_text_leaves_the_field_to_nobody_and_none_to_the_author() -> None:
    unknown, author = only(holder="the UN"), only()
    assert (unknown.assertions[0].holder.kind, author.assertions[0].holder.kind) == ("unknown", "author")


def test_of_several_places_where_words_stand_the_one_next_to_the_quote_is_meant() -> None:
    text = "On Monday police met. A bomb exploded in Kabul on Monday, killing four soldiers."
    (event,) = read(telling(quote="killing four soldiers", date="Monday"), text=text).events
    assert event.date
    assert event.date.span.start == text.rindex("Monday")


def test_a_dateline_tells_a_place() -> None:
    place = only(quote="The Taliban claimed responsibility for the attack", place="KABUL, Afghanistan").place
    assert place
    assert (place.name, place.text) == ("Kabul", "KABUL")


def test_the_same_event_and_the_same_values_told_twice_stand_once() -> None:
    one = telling(
        perpetrators=["Gunmen", "Gunmen"],
        targets=["nine shoppers", "nine shoppers"],
        stances=[stance("officials accused Islamic State", "Islamic State", "accused", "officials")] * 2,
    )
    (event,) = read(one, one).events
    assert [len(part) for part in (event.perpetrators, event.targets, event.responsibility)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("attack", "perpetrators"),
        ("plot", "perpetrators"),
        ("threat", "issuer"),
        ("publication", "issuer"),
        ("statement", "issuer"),
        ("arrest", "authority"),
        ("operation", "authority"),
        ("trial", "authority"),
        ("designation", "authority"),
    ],
)
def test_who_acts_stands_where_the_kind_of_event_has_him(kind: str, field: str) -> None:
    report = read(telling(kind=kind, perpetrators=["Taliban", "Gunmen"], targets=["two Chinese\nengineers"]))
    found = wire.report(report)
    held = found["events"][0][field]
    assert (held[0] if isinstance(held, list) else held)["name"] == "Taliban"
    assert bool(found["events"][0]["targets"]) == (kind in ("attack", "plot", "threat"))
    for law in LAWS:
        law(found)


@pytest.mark.parametrize("words", ["fighters of a rival of Islamic State", "a former Taliban minister"])
def test_words_around_a_group_s_name_do_not_make_others_the_group(words: str) -> None:
    text = f"On Monday {words} attacked a market in Kabul, killing four policemen."
    (event,) = read(telling(quote="killing four policemen", perpetrators=[words]), text=text).events
    assert [one.actor_id for one in event.perpetrators] == [None]


def test_the_people_of_a_group_are_the_group() -> None:
    text = "On Monday the Taliban fighters attacked a market in Kabul, killing four policemen."
    (event,) = read(telling(quote="attacked a market", perpetrators=["the Taliban fighters"]), text=text).events
    assert [one.actor_id for one in event.perpetrators] == ["taliban"]


@pytest.mark.parametrize(("kind", "text", "names"), REPORTS, ids=[names[-1] for _, _, names in REPORTS])
def test_no_value_holds_the_name_of_a_private_person_even_where_a_model_gives_it(
    kind: str, text: str, names: tuple[str, ...]
) -> None:
    words, lead = text.split(), text.split(". ")[0]
    spans = [" ".join(words[i : i + n]).strip('.,"') for n in (1, 2, 4) for i in range(len(words))]
    hits = [span for span in spans if any(name in span for name in names)]
    kind = kind if kind in ("attack", "threat") else "attack"
    for some in (hits[i : i + 8] for i in range(0, len(hits), 8)):
        stances = [stance(lead, hit, "suspected", hit) for hit in some]
        one = telling(kind=kind, quote=lead, holder=some[0], perpetrators=some, targets=some, stances=stances)
        found = wire.report(read(one, text=text))
        assert len(found["events"]) == 1
        assert [(name, said) for said in _words(found) for name in names if name in said] == []


def test_a_text_in_another_language_is_not_sent() -> None:
    def never(_: str) -> str:
        raise AssertionError

    page = document("Neuf personnes ont été tuées mardi à Gao, au Mali, a annoncé l'armée.", language="fr")
    assert analyze(page, gate=False, reader=reader(never)).read == "names_only"


def test_a_text_about_something_else_is_not_sent() -> None:
    def never(_: str) -> str:
        raise AssertionError

    assert not analyze(document("The council opened a library. Readers queued."), reader=reader(never)).relevant


@pytest.mark.parametrize(
    "words",
    [
        *("", "I found nothing.", "[]", "{}", '{"events": {}}', '{"events": [{"kind": "attack"}]}', "```json\n{}\n```"),
        *(json.dumps({"events": [telling(**wrong)]}) for wrong in WRONG),
        '{"events": [' + "[" * 100_000,
    ],
)
def test_an_answer_that_does_not_fit_the_schema_is_an_error_that_names_the_input(words: str) -> None:
    page = document(TEXT)
    with pytest.raises(ReaderError, match="is not the JSON that was asked for") as caught:
        analyze(page, gate=False, reader=reader(lambda _: words))
    assert caught.value.subject == page.id


PIECES = st.sampled_from([*TEXT.split(), QUOTE, "Kabul", "on Tuesday", "Nairobi", "the army", "\u202e", "x", "", " "])
WORDS = st.lists(PIECES, max_size=5).map(" ".join)
KINDS = st.sampled_from(["attack", "threat", "arrest", "operation", "plot", "trial", "statement"])
TOLLS = st.fixed_dictionaries({"words": WORDS, "number": st.integers(-1, 10**20)})
STANCES = st.sampled_from(["claims", "denies", "accused", "suspected", "cleared", "retracted", "no_claim"])
POSITIONS = st.fixed_dictionaries(
    {"quote": st.sampled_from(POOL) | WORDS, "actor": WORDS, "stance": STANCES, "holder": WORDS}
)
TELLINGS = st.fixed_dictionaries(
    {
        "kind": KINDS,
        "quote": st.sampled_from(POOL) | WORDS,
        "holder": WORDS,
        "date": WORDS,
        "place": WORDS,
        "perpetrators": st.lists(WORDS, max_size=3),
        "targets": st.lists(WORDS, max_size=3),
        "killed": TOLLS,
        "wounded": TOLLS,
        "stances": st.lists(POSITIONS, max_size=3),
    }
)


@settings(max_examples=60)
@given(st.lists(TELLINGS, max_size=3), st.lists(st.sampled_from(POOL), max_size=3))
def test_the_laws_hold_whatever_a_model_says(told: list[dict[str, Any]], more: list[str]) -> None:
    found = wire.report(read(*told, text=TEXT + " ".join(more)))
    check_spans(found)
    for law in LAWS:
        law(found)
