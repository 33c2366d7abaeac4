"""Actors in files of YAML: each fact keeps its source, a malformed file is refused, shared names know their bearers."""

from dataclasses import replace
from pathlib import Path

import pytest

from tocsin.errors import KnowledgeError
from tocsin.knowledge.actor_files import read_actor, spelled, together
from tocsin.knowledge.actors import Active, ActorRecord, External, Listing, Naming, Range, Shared, Tie

WHOLE = """\
id: red-front
name: Red Front
kind: armed_group
checked: 2026-11-29
sources:
  un: A list of the UN
  news: A paper, 2004
names:
- {source: un, strong: [Red Front, "{Front|Frente} Rouge"], weak: [RF], words: [RED]}
- {source: news, strong: [Red Front, Красный фронт]}
former: [{name: Dawn Front, until: 1999, source: news}]
relations:
- {type: branch_of, to: dawn, from: 2001-02-03, source: news, called: [Red, "{East|Eastern}"]}
media_arm_of: [{to: dawn, standing: disputed, source: news}]
areas: [{in: [FR, DE], source: news}]
active: {from: 1998, source: news}
designated_by: [{by: UN, list: "1267", date: 2003-01-02, source: un}]
ids: [{scheme: ucdp, id: 12, source: un}]
ambiguous: [RF, {name: Red Front, with: [other], where: [PE]}]
"""


def _written(folder: Path, text: str, name: str = "red-front") -> Path:
    path = folder / f"{name}.yml"
    path.write_text(text, "utf-8")
    return path


def test_every_fact_of_a_file_is_read_with_its_source(tmp_path: Path) -> None:
    assert read_actor(_written(tmp_path, WHOLE)) == ActorRecord(
        id="red-front",
        name="Red Front",
        kind="armed_group",
        names=(
            Naming("Red Front", "un"),
            Naming("Front Rouge", "un"),
            Naming("Frente Rouge", "un"),
            Naming("RF", "un", weak=True),
            Naming("RED", "un", weak=True, word=True),
            Naming("Красный фронт", "news"),
            Naming("Dawn Front", "news", former=True, until="1999"),
        ),
        ties=(
            Tie("branch_of", "dawn", "news", since="2001-02-03", called=("Red", "East", "Eastern")),
            Tie("media_arm_of", "dawn", "news", standing="disputed"),
        ),
        ranges=(Range(("FR", "DE"), "news"),),
        active=Active(1998, None, "news"),
        listings=(Listing("UN", "1267", "un", "2003-01-02"),),
        ids=(External("ucdp", "12", "un"),),
        shared=(Shared("RF"), Shared("Red Front", ("other",), ("PE",))),
        sources={"un": "A list of the UN", "news": "A paper, 2004"},
        checked="2026-11-29",
    )


@pytest.mark.parametrize(("label", "known"), [("Red Front (Peru)", "Red Front"), ("Union (Front)", "Union (Front)")])
def test_what_stands_in_brackets_in_a_label_is_a_qualifier_or_part_of_the_name(
    tmp_path: Path, label: str, known: str
) -> None:
    text = WHOLE.replace("name: Red Front\n", f"name: {label}\n").replace("[Red Front, Красный", f"[{known}, Красный")
    assert read_actor(_written(tmp_path, text)).name == label


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("id: red-front", "id: red-back", "id: 'red-back' is not the file's own name"),
        ("kind: armed_group", "kind: party", "kind: invalid enum value 'party'"),
        (
            "{in: [FR, DE], source: news}",
            "{in: [France], source: news}",
            "areas[0].in: 'France' is no code of",
        ),
        (
            "from: 1998, source: news",
            "from: 1998, source: book",
            "active.source: there is none with the key",
        ),
        ("from: 1998, source: news", "from: 1998", "active.source: is missing"),
        ("type: branch_of", "type: friend_of", "relations[0].type: invalid enum value 'friend_of'"),
        ("  news: A paper, 2004", "  news: A paper, 2004\n  book: A book", "sources.book: no fact cites it"),
        ("strong: [Red Front, Красный фронт]", "weak: [Red Front]", "'Red Front' is weak in one row and strong"),
        ("from: 1998, source: news", "from: 1998, source: unchecked", "checked: some facts are marked as unchecked"),
        ("name: Red Front", "name: Red Army", "name: 'Red Army' stands among no source's names"),
        ("ambiguous: [RF,", "ambiguous: [RX,", "ambiguous[0]: 'RX' is no name of this record"),
    ],
)
def test_a_malformed_file_is_refused_with_its_name_and_the_field(
    tmp_path: Path, right: str, wrong: str, reason: str
) -> None:
    assert WHOLE.count(right) == 1 or right == "name: Red Front"
    path = _written(tmp_path, WHOLE.replace(right, wrong, 1))
    with pytest.raises(KnowledgeError) as refused:
        read_actor(path)
    assert str(path) in refused.value.subject
    assert reason in refused.value.reason


def _record(actor_id: str, *names: str, **facts: object) -> ActorRecord:
    record = ActorRecord(
        id=actor_id, name=names[0], kind="armed_group", names=tuple(Naming(name, "x") for name in names)
    )
    return replace(record, **facts)  # type: ignore[arg-type]


def test_a_name_that_two_bear_undeclared_is_a_conflict_and_shared_all_the_same() -> None:
    found = together([_record("one", "Red Front"), _record("two", "red-front")])
    assert found.conflicts == ("red front: borne by one, two and declared ambiguous by neither",)
    assert [record.shared for record in found.records] == [
        (Shared("Red Front", ("two",)),),
        (Shared("red-front", ("one",)),),
    ]


def test_a_name_that_one_of_its_bearers_declares_is_no_conflict() -> None:
    found = together([_record("one", "Red Front", shared=(Shared("Red Front"),)), _record("two", "Red Front")])
    assert found.conflicts == ()
    assert found.records[0].shared == (Shared("Red Front", ("two",)),)


def test_two_records_of_one_id_are_a_conflict() -> None:
    assert together([_record("one", "A Front"), _record("one", "B Front")]).conflicts == (
        "one: two records have this id",
    )


def test_a_tie_to_nobody_is_a_conflict() -> None:
    found = together([_record("one", "Red Front", ties=(Tie("ally_of", "nobody", "x"),))])
    assert found.conflicts == ("one: no such actor: nobody",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("al-{Qaida|Qaeda}", ("al-Qaida", "al-Qaeda")), ("{A|B} {c|d}", ("A c", "A d", "B c", "B d")), ("ETA", ("ETA",))],
)
def test_choices_in_a_name_are_spelled_out(name: str, expected: tuple[str, ...]) -> None:
    assert spelled([name]) == expected
