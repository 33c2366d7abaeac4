"""A user's own actors lie over the shipped ones: they add, conflicts are told, a bad file costs only itself."""

from pathlib import Path

from tocsin.knowledge import load
from tocsin.knowledge.actors import load_actors
from tocsin.knowledge.own_actors import overlaid, written

SHIPPED = tuple(load_actors().records.values())


def _folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(text, "utf-8")
    return folder


def test_a_new_actor_is_found_by_its_names(tmp_path: Path) -> None:
    text = written("red-front", "Red Lantern Front", "armed_group", "A paper, 2024", also=["RLF-Z"], areas=["PE"])
    found = load(_folder(tmp_path, red_front=text)).actors.find("The Red Lantern Front, or RLF-Z, said so.")
    assert [hit.ids for hit in found] == [("red-front",), ("red-front",)]


def test_a_file_of_a_shipped_actor_adds_to_its_record(tmp_path: Path) -> None:
    text = written("ttp", "Tehrik-e-Taliban Pakistan", "armed_group", "A paper", also=["Lantern Bearers"], areas=["IR"])
    found = overlaid(SHIPPED, _folder(tmp_path, ttp=text))
    ours = next(record for record in SHIPPED if record.id == "ttp")
    merged = next(record for record in found.records if record.id == "ttp")
    assert found.conflicts == ()
    assert {naming.name for naming in ours.names} < {naming.name for naming in merged.names}
    assert merged.areas == ours.areas | {"IR"}
    assert merged.sources == {**ours.sources, "own-own": "A paper"}


def test_a_name_that_a_shipped_actor_bears_is_a_conflict_and_stays_open(tmp_path: Path) -> None:
    text = written("red-front", "Red Front", "armed_group", "A paper", also=["Boko Haram"])
    known = load(_folder(tmp_path, red_front=text)).actors
    assert known.conflicts == ("boko haram: borne by boko-haram, red-front and declared ambiguous by neither",)
    assert set(known.find("He said: Boko Haram; and more.")[0].ids) == {"boko-haram", "red-front"}


def test_a_malformed_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    text = written("red-front", "Red Lantern Front", "armed_group", "A paper")
    found = overlaid(SHIPPED, _folder(tmp_path, red_front=text, bad="id: bad\nname: [x]\n"))
    assert [told for told in found.conflicts if "bad.yml:2: name" in told] == list(found.conflicts)
    assert "red-front" in {record.id for record in found.records}


def test_a_kind_that_differs_is_told(tmp_path: Path) -> None:
    text = written("ttp", "Tehrik-e-Taliban Pakistan", "organisation", "A paper")
    (told,) = overlaid(SHIPPED, _folder(tmp_path, ttp=text)).conflicts
    assert told.endswith("ttp is organisation there and armed_group in the shipped record")


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    assert overlaid(SHIPPED, tmp_path).records == SHIPPED
