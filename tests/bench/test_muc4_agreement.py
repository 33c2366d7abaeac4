"""Our MUC-4 scorers against the shared ones; skipped where those or the data are absent."""

import json
import os
import random
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tocsin.bench.muc4_entities import ROLES, distinct, phi3, read_incident, read_roles, ree
from tocsin.bench.muc4_gtt import gtt
from tocsin.bench.muc4_slots import SLOTS, read_template, score_document
from tocsin.bench.tally import Tally, merged

SHARED = Path(os.environ.get("TOCSIN_SHARED", Path(__file__).parents[3] / "shared"))
DATA = SHARED / "data" / "muc4"
pytestmark = pytest.mark.skipif(
    not (SHARED / "scorers").is_dir() or not DATA.is_dir(), reason="the shared scorers are not on disk"
)
Documents = dict[str, Any]


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.syspath_prepend(SHARED / "scorers")

    def scorer(name: str) -> ModuleType:
        return import_module(name)

    return scorer


def gold(name: str, key: str) -> Documents:
    lines = (DATA / f"{name}_dev.jsonl").read_text("utf-8").splitlines()
    return {record["docid"]: record[key] for record in map(json.loads, lines)}


def kept(items: Sequence[Any], chance: random.Random, share: float = 0.7) -> list[Any]:
    return [item for item in items if chance.random() < share]


def spoilt(value: str, chance: random.Random) -> str:
    words = value.split()
    return chance.choice((value, value, value, words[-1], " ".join(words[:-1]) or value, f"no {value}"))


def spoilt_filler(filler: Any, chance: random.Random) -> Any:
    value = spoilt(chance.choice(filler["any_of"]), chance)
    return [value, chance.choice(filler["of"])] if filler.get("of") else value


def spoilt_template(template: Any, chance: random.Random) -> Any:
    slots = template["slots"]
    said = {slot: [spoilt_filler(filler, chance) for filler in kept(slots[slot] or (), chance)] for slot in SLOTS}
    return {**said, "INCIDENT: TYPE": [chance.choice(("ATTACK", slots["INCIDENT: TYPE"][0]["any_of"][0]))]}


def spoilt_roles(roles: Any, chance: random.Random) -> Any:
    return {
        role: [[spoilt(mention[0], chance) for mention in kept(entity, chance) or entity[:1]] for entity in roles[role]]
        for role in ROLES
    }


def percent(tally: Tally) -> tuple[float, float, float]:
    return (round(100 * tally.precision, 6), round(100 * tally.recall, 6), round(100 * tally.f1, 6))


def theirs(found: Any, f1: str = "f1") -> tuple[float, float, float]:
    return (round(100 * found["p"], 6), round(100 * found["r"], 6), round(100 * found[f1], 6))


@pytest.mark.parametrize("seed", range(4))
def test_all_templates_figure_is_that_of_the_shared_scorer(seed: int, shared: Any) -> None:
    chance = random.Random(seed)
    key = gold("full", "templates")
    pool = [template for templates in key.values() for template in templates]
    said = {
        docid: [spoilt_template(one, chance) for one in (*kept(templates, chance), *chance.sample(pool, seed % 3))]
        for docid, templates in key.items()
    }
    ours = merged(
        [score_document([read_template(t) for t in said[d]], [read_template(t) for t in key[d]]) for d in key]
    )
    expected = shared("score_slots").score(key, said)
    assert percent(ours["ALL TEMPLATES"]) == theirs(expected["all"], "f")
    assert percent(ours["MATCHED ONLY"]) == theirs(expected["matched"], "f")
    assert {slot: percent(ours[slot]) for slot in SLOTS} == {
        slot: theirs(found, "f") for slot, found in expected["slots"].items()
    }


@pytest.mark.parametrize("seed", range(4))
def test_role_filler_entities_are_those_of_the_shared_scorer(seed: int, shared: Any) -> None:
    chance = random.Random(seed)
    key = gold("ree", "extracts")
    said = {docid: spoilt_roles(roles, chance) for docid, roles in key.items()}
    ours = merged([ree(read_roles(said[docid]), read_roles(roles)) for docid, roles in key.items()])
    scorer = shared("score_ree")
    expected, _ = scorer.score(
        {docid: scorer.read_roles(roles) for docid, roles in key.items()},
        {docid: scorer.read_roles(roles) for docid, roles in said.items()},
    )
    assert percent(ours["REE"]) == theirs(expected["micro_avg"])
    assert {role: percent(ours[f"REE {role}"]) for role in ROLES} == {role: theirs(expected[role]) for role in ROLES}


@pytest.mark.parametrize("seed", range(4))
def test_template_figures_are_those_of_the_shared_scorer(seed: int, shared: Any, tmp_path: Path) -> None:
    chance = random.Random(seed)
    key = gold("templates", "templates")
    pool = [template for templates in key.values() for template in templates]
    said = {
        docid: [
            {**spoilt_roles(one, chance), "incident_type": chance.choice(("attack", one["incident_type"]))}
            for one in (*kept(templates, chance, 0.8), *chance.sample(pool, seed % 3))
        ]
        for docid, templates in key.items()
    }
    pairs = [([read_incident(t) for t in said[d]], distinct(read_incident(t) for t in key[d])) for d in key]
    ours = merged([{"gtt": gtt(*pair), "phi3": phi3(*pair)} for pair in pairs])
    file = tmp_path / "said.jsonl"
    file.write_text("\n".join(json.dumps({"docid": d, "templates": said[d]}) for d in said), "utf-8")
    scorer, short = shared("score_templates"), shared("score_ree").short_docid
    meant = scorer.load_templates(DATA / "templates_dev.jsonl", dedup=True)
    read = {short(d): found for d, found in scorer.load_templates(file, dedup=False).items()}
    assert percent(ours["gtt"]) == theirs(scorer.gtt(meant, read)["micro_avg"])
    assert percent(ours["phi3"]) == theirs(scorer.rme(meant, read, scorer.phi3, "iterx"))
