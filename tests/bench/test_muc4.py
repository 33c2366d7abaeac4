"""From our records to MUC-4's templates, and what of them is right."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tocsin.bench import muc4
from tocsin.bench import muc4_slots as slot
from tocsin.bench.muc4_entities import phi3, read_incident, read_roles, ree
from tocsin.bench.muc4_fill import is_incident, template
from tocsin.bench.muc4_gtt import gtt
from tocsin.bench.muc4_slots import read_template, score_document, value_credit
from tocsin.bench.muc4_values import dates, location, number
from tocsin.bench.tally import Tally, hits
from tocsin.model.record import AUTHOR, Event, Holder, Report, Responsibility
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Place, Target, Weapon, When

TEXT = "LIMA, 1 APR 90 (EFE) -- REBELS OF THE RED DAWN KILLED JUDGE JUAN PEREZ AND DAMAGED TWO BUSES WITH A CAR BOMB."
DAY = date(1990, 4, 1)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def actor(words: str, kind: Any = "unknown", actor_id: str | None = None) -> Actor:
    return Actor(words, actor_id, words, kind, at(words))


def place(name: str, precision: Any, country: str | None = "PE") -> Place:
    return Place(name, None, country, (), None, None, None, None, precision, name, Span(0, 4))


def target(words: str, kind: Any, effect: Any = None, count: int | None = None, country: str | None = None) -> Target:
    number = None if count is None else Count(count, count, "exact", "", at(words))
    return Target(words, kind, country, "hit", number, effect, at(words))


JUDGE = target("JUDGE", "government", "killed")
BUSES = target("TWO BUSES", "transportation", "damaged", 2)
ONE = Count(1, 1, "exact", "KILLED", Span(TEXT.index("KILLED"), TEXT.index("KILLED") + 6))
DAWN = actor("RED DAWN", "armed_group", "red-dawn")
ATTACK = Event(
    id="e1",
    kind="attack",
    main=True,
    attack_types=("armed_assault", "bombing"),
    stage="accomplished",
    date=When(DAY, DAY, "day", "", Span(0, 1)),
    place=place("Lima", "settlement"),
    perpetrators=(actor("REBELS"),),
    targets=(JUDGE, BUSES),
    weapons=(Weapon("A CAR BOMB", "explosives", at("A CAR BOMB")),),
    responsibility=(
        Responsibility(DAWN, "suspected", Holder("police", None, "authority", (), None), None, None, Span(0, 1), "a1"),
    ),
)


def filled(event: Event = ATTACK) -> dict[str, Any]:
    return template(event, text=TEXT, persons=[at("JUAN PEREZ")], published=DAY)


def test_a_record_fills_a_template() -> None:
    assert {name: fillers for name, fillers in filled().items() if fillers} == {
        slot.TYPE: ["BOMBING"],
        slot.STAGE: ["ACCOMPLISHED"],
        slot.DATE: ["01 APR 90"],
        slot.LOCATION: ["PERU: LIMA (CITY)"],
        slot.INSTRUMENT: ["CAR BOMB"],
        slot.INSTRUMENT_TYPE: [["VEHICLE BOMB", "CAR BOMB"]],
        slot.CATEGORY: ["TERRORIST ACT"],
        slot.INDIVIDUAL: ["REBELS"],
        slot.ORGANIZATION: ["RED DAWN"],
        slot.CONFIDENCE: [["SUSPECTED OR ACCUSED BY AUTHORITIES", "RED DAWN"]],
        slot.THING: ["TWO BUSES"],
        "PHYS TGT: TYPE": [["TRANSPORT VEHICLE", "TWO BUSES"]],
        "PHYS TGT: NUMBER": [["2", "TWO BUSES"]],
        "PHYS TGT: EFFECT OF INCIDENT": [["SOME DAMAGE", "TWO BUSES"]],
        slot.PERSON: ["JUAN PEREZ"],
        slot.DESCRIPTION: [["JUDGE", "JUAN PEREZ"]],
        "HUM TGT: TYPE": [["LEGAL OR JUDICIAL", "JUAN PEREZ"]],
        "HUM TGT: NUMBER": [["1", "JUAN PEREZ"]],
        "HUM TGT: EFFECT OF INCIDENT": [["DEATH", "JUAN PEREZ"]],
    }


def test_a_name_inside_the_words_for_a_target_leaves_its_description() -> None:
    judge = target("JUDGE JUAN PEREZ", "government", "killed")
    found = template(Event(id="e", kind="attack", main=True, targets=(judge,)), text=TEXT, persons=[], published=None)
    assert (found[slot.PERSON], found[slot.DESCRIPTION]) == ([], ["JUDGE JUAN PEREZ"])
    found = filled(Event(id="e", kind="attack", main=True, targets=(judge,)))
    assert (found[slot.PERSON], found[slot.DESCRIPTION]) == (["JUAN PEREZ"], [["JUDGE", "JUAN PEREZ"]])


def test_a_victim_told_by_name_alone_is_the_name_close_by() -> None:
    found = filled(Event(id="e", kind="attack", main=True, killed=ONE))
    assert (found[slot.PERSON], found[slot.DESCRIPTION]) == (["JUAN PEREZ"], [])
    assert found["HUM TGT: EFFECT OF INCIDENT"] == [["DEATH", "JUAN PEREZ"]]


def test_a_verb_in_capitals_is_no_name() -> None:
    event = Event(id="e", kind="attack", main=True, killed=ONE)
    found = template(event, text=TEXT.replace("JUAN PEREZ", "PEREZ SAID"), persons=[at("JUAN PEREZ")], published=None)
    assert found[slot.PERSON] == []


def test_a_foreign_nation_is_one_other_than_the_place() -> None:
    judge = target("JUDGE", "government", "killed", country="US")
    own = target("TWO BUSES", "transportation", "damaged", country="PE")
    found = filled(Event(id="e", kind="attack", main=True, place=ATTACK.place, targets=(judge, own)))
    assert found["HUM TGT: FOREIGN NATION"] == [["UNITED STATES", "JUAN PEREZ"]]
    assert found["PHYS TGT: FOREIGN NATION"] == []


@pytest.mark.parametrize(
    ("stance", "holder", "expected"),
    [
        ("claims", "group", "CLAIMED OR ADMITTED"),
        ("accused", "witness", "SUSPECTED OR ACCUSED"),
        ("accused", "government", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("suspected", "author", "POSSIBLE"),
        ("confirmed", "authority", "REPORTED AS FACT"),
        ("cleared", "authority", "ACQUITTED"),
        ("denies", "group", None),
        ("no_claim", "author", None),
    ],
)
def test_a_stance_becomes_a_confidence(stance: Any, holder: Any, expected: str | None) -> None:
    entry = Responsibility(DAWN, stance, Holder(None, None, holder, (), None), None, None, Span(0, 1), "a")
    found = filled(Event(id="e", kind="attack", main=True, responsibility=(entry,)))[slot.CONFIDENCE]
    assert found == ([[expected, "RED DAWN"]] if expected else [])


def test_a_perpetrator_in_the_authors_voice_is_reported_as_fact() -> None:
    denied = Responsibility(DAWN, "accused", AUTHOR, None, None, Span(0, 1), "a")
    event = Event(id="e", kind="attack", main=True, perpetrators=(DAWN,), responsibility=(denied,))
    assert filled(event)[slot.CONFIDENCE] == [["REPORTED AS FACT", "RED DAWN"]]


SOLDIERS = target("REBELS", "military")


@pytest.mark.parametrize(
    ("kind", "targets", "wanted"),
    [
        ("attack", (), True),
        ("attack", (SOLDIERS,), False),
        ("attack", (SOLDIERS, JUDGE), True),
        ("operation", (), False),
        ("operation", (JUDGE,), True),
        ("threat", (JUDGE,), True),
        ("threat", (), False),
        ("plot", (JUDGE,), True),
        ("arrest", (JUDGE,), False),
        ("statement", (JUDGE,), False),
    ],
)
def test_fighters_among_themselves_are_no_incident(kind: Any, targets: tuple[Target, ...], wanted: bool) -> None:
    assert is_incident(Event(id="e", kind=kind, main=True, targets=targets)) is wanted


@pytest.mark.parametrize(
    ("count", "words", "expected"),
    [
        (Count(5, 5, "exact", "", Span(0, 1)), "men", "5"),
        (Count(5, None, "at_least", "", Span(0, 1)), "men", "5-"),
        (Count(None, 9, "up_to", "", Span(0, 1)), "men", "-9"),
        (Count(40, 40, "about", "", Span(0, 1)), "men", "~40"),
        (Count(5, 7, "range", "", Span(0, 1)), "men", "5-7"),
        (Count(24, None, "vague", "", Span(0, 1)), "men", "PLURAL"),
        (None, "PEASANTS", "PLURAL"),
        (None, "PEASANT", "1"),
        (None, "BUS", "1"),
    ],
)
def test_numbers_are_written_as_the_keys_write_them(count: Count | None, words: str, expected: str) -> None:
    assert number(count, words) == expected


def test_a_date_that_stays_open_is_no_later_than_publication() -> None:
    assert dates(None, DAY) == ["- 01 APR 90"]
    assert dates(When(date(1990, 3, 30), DAY, "day", "", Span(0, 1)), DAY) == ["30 MAR 90 - 01 APR 90"]
    assert dates(None, None) == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (place("Lima", "settlement"), ["PERU: LIMA (CITY)"]),
        (place("Junin", "admin1"), ["PERU: JUNIN (DEPARTMENT)"]),
        (place("Peru", "country"), ["PERU"]),
        (place("Moscow", "settlement", "RU"), ["USSR: MOSCOW (CITY)"]),
        (place("Lima", "settlement", None), []),
        (None, []),
    ],
)
def test_a_place_opens_with_its_country(where: Place | None, expected: list[str]) -> None:
    assert location(where) == expected


def test_an_incident_without_a_place_is_filed_under_the_country_of_most_places_of_its_text() -> None:
    found = [{"type": "place", "resolved": {"country": code}} for code in ("CO", "PE", "CO")]
    mentions = {"mentions": [*found, {"type": "place", "resolved": None}, {"type": "count", "resolved": None}]}

    assert location(None, muc4.land(mentions)) == ["COLOMBIA"]
    assert muc4.land({"mentions": []}) is None


@pytest.mark.parametrize(
    ("name", "said", "key", "credit"),
    [
        (slot.THING, "the Bus", "BUS", 1.0),
        (slot.THING, "3 buses", "BUSES", 1.0),
        (slot.THING, "buses", "BUSES AND CARS", 0.5),
        (slot.THING, "red bus", "BLUE BUS", 0.5),
        (slot.THING, "car", "BUS", 0.0),
        (slot.TYPE, "ATTACK", "BOMBING", 0.5),
        (slot.TYPE, "BOMBING", "ATTACK", 0.0),
        (slot.DATE, "- 01 APR 90", "-01 APR 90", 1.0),
        (slot.DATE, "01 APR 90", "- 01 APR 90", 0.5),
        (slot.DATE, "01 APR 90", "01 APR 90 - 02 APR 90", 0.5),
        (slot.DATE, "01 APR 90", "02 APR 90", 0.0),
        (slot.LOCATION, "PERU: LIMA (TOWN)", "PERU: LIMA (CITY)", 1.0),
        (slot.LOCATION, "PERU", "PERU: LIMA (CITY)", 0.5),
        (slot.LOCATION, "CHILE: LIMA (CITY)", "PERU: LIMA (CITY)", 0.5),
        (slot.LOCATION, "CHILE", "PERU: LIMA (CITY)", 0.0),
        ("HUM TGT: NUMBER", "5", "5-7", 0.5),
        ("HUM TGT: NUMBER", "40", "~40", 0.5),
        ("HUM TGT: NUMBER", "PLURAL", "6", 0.5),
        ("HUM TGT: NUMBER", "5", "6", 0.0),
        (slot.INSTRUMENT_TYPE, "GUN", "RIFLE", 0.5),
        (slot.INSTRUMENT_TYPE, "RIFLE", "GUN", 0.0),
        (slot.CONFIDENCE, "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", 0.5),
    ],
)
def test_a_value_earns_all_half_or_nothing(name: str, said: str, key: str, credit: float) -> None:
    assert value_credit(name, said, key) == credit


KEY: dict[str, Any] = {
    slot.TYPE: [{"any_of": ["BOMBING"]}],
    slot.THING: [{"any_of": ["BUS"]}],
    slot.INDIVIDUAL: [{"any_of": ["MEN"], "optional": True}],
}


def judged(said: list[dict[str, Any]], keys: list[dict[str, Any]]) -> Tally:
    return score_document([read_template(one) for one in said], [read_template(one) for one in keys])["ALL TEMPLATES"]


def test_optional_parts_of_the_key_cost_nothing() -> None:
    assert judged([{slot.TYPE: ["BOMBING"], slot.THING: ["BUS"]}], [KEY]) == hits(2, 2, 2)
    assert judged([], [{"slots": KEY, "optional": True}]).empty


def test_a_response_that_shares_no_actor_or_target_answers_nothing() -> None:
    assert judged([{slot.TYPE: ["BOMBING"], slot.THING: ["BANK"]}], [KEY]) == hits(0, 2, 2)


def test_a_value_tied_to_the_wrong_entity_is_half_right() -> None:
    key = {**KEY, "PHYS TGT: TYPE": [{"any_of": ["COMMERCIAL"], "of": ["BANK"]}]}
    said = {slot.TYPE: ["BOMBING"], slot.THING: ["BUS"], "PHYS TGT: TYPE": [["COMMERCIAL", "BUS"]]}
    assert judged([said], [key]) == hits(2.5, 3, 3)


def test_two_names_of_one_entity_count_once() -> None:
    gold = read_roles({"PerpOrg": [[["red dawn", 3], ["rd", 9]]]})
    assert ree(read_roles({"PerpOrg": [["the Red Dawn"], ["RD"]]}), gold)["REE"] == hits(1, 2, 1)
    assert ree(read_roles({"PerpOrg": [["rd", "blue dusk"]]}), gold)["REE"] == hits(0, 1, 1)


def test_a_wrong_type_zeroes_a_template() -> None:
    gold = read_incident({"incident_type": "bombing", "Target": [[["bus", 0], ["coach", 5]]]})
    right, wrong = (read_incident({"incident_type": kind, "Target": ["bus"]}) for kind in ("bombing", "arson"))
    assert gtt([right], [gold]) == hits(2, 2, 2) and gtt([wrong], [gold]) == hits(0, 2, 2)
    assert phi3([right], [gold]) == hits(1, 1, 2) and phi3([wrong], [gold]) == hits(0, 1, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    message = {"docid": "X-1", "dateline": "LIMA, 1 APR 90 (EFE)", "tags": [], "text": TEXT.partition(" -- ")[2]}
    template = {"n": 1, "optional": False, "slots": KEY}
    kept = {
        "input": message,
        "full": {"docid": "X-1", "templates": [template]},
        "ree": {"docid": "X-1", "extracts": {"Target": [[["two buses", 0]]]}},
        "templates": {"docid": "X-1", "templates": [{"incident_type": "bombing", "Target": [[["two buses", 0]]]}]},
    }
    for name, record in kept.items():
        (tmp_path / f"{name}_part.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    return tmp_path


def test_a_message_opens_with_its_dateline_and_has_its_day(folder: Path) -> None:
    (message,) = muc4.load(folder)
    assert (message.document.id, message.document.published, message.document.text) == ("X-1", DAY, TEXT)


def test_predictions_have_the_forms_of_the_three_scorers(folder: Path) -> None:
    (message,) = muc4.load(folder)
    report = Report(message.document, "full", True, 1.0, (ATTACK, ATTACK))
    said = muc4.predict(message, report, lambda _: [at("JUAN PEREZ")])
    files = muc4.files([said])
    assert files["slots.jsonl"] == [{"docid": "X-1", "templates": [filled()]}]
    roles = {
        "PerpInd": [["rebels"]],
        "PerpOrg": [["red dawn"]],
        "Target": [["two buses"]],
        "Victim": [["juan perez"]],
        "Weapon": [["car bomb"]],
    }
    assert files["ree.jsonl"] == [{"docid": "X-1", "entities": roles}]
    assert files["templates.jsonl"] == [{"docid": "X-1", "templates": [{"incident_type": "bombing", **roles}]}]


def test_what_has_no_key_is_not_scored(folder: Path) -> None:
    for name in ("ree", "templates"):
        (folder / f"{name}_part.jsonl").unlink()
    (message,) = muc4.load(folder)
    said = muc4.predict(message, Report(message.document, "full", True, 1.0, (ATTACK,)), lambda _: [])
    names = {one.name for one in muc4.score([message], [said]).scores}
    assert "ALL TEMPLATES" in names and not names & {"REE", "GTT", "RME phi3"}
