"""The trained reader that is shipped sees deeds in words that no list has, and none in what only sounds violent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pages import document

from tocsin.errors import KnowledgeError
from tocsin.pipeline import analyze, known_here

SEEN = [
    "Four shepherds were waylaid and hacked to death by militiamen near Djibo on Tuesday, officials said.",
    "Masked men hurled firebombs through the windows of a newspaper office in Bogota on Monday night.",
    "Insurgents mowed down eleven commuters waiting for a bus in Gao on Friday.",
    "A mob torched the party's headquarters in Lahore on Sunday and dragged two officials into the street.",
    "Rebels walked mortar shells through a bread queue in Idlib on Monday.",
    "Soldiers opened up on a crowd of demonstrators in Khartoum on Sunday, leaving nine of them dead.",
    "Two aid workers were hauled off a convoy by gunmen outside Bunia on Thursday.",
]

HARMLESS = [
    "United bombed at home on Saturday and were torn apart by a ruthless Madrid attack.",
    "The company was hit by a strike of its drivers in March, and its shares were hammered.",
    "A gas cylinder exploded in a kitchen in Leeds on Monday, and two cooks were burned.",
    "Critics savaged the film, in which a gunman takes a school hostage.",
    "The army held an exercise near Riga on Tuesday in which tanks fired at targets of wood.",
    "A storm slammed into the coast on Friday, killing four fishermen and flattening a market.",
    "Parliament marked the anniversary of the battle with a minute of silence on Sunday.",
    "A heart attack felled the conductor during a rehearsal in Vienna on Thursday.",
]


@pytest.mark.parametrize("text", SEEN)
def test_a_deed_told_in_unusual_words_is_found(text: str) -> None:
    assert "attack" in {event.kind for event in analyze(document(text)).events}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_violent_is_no_event(text: str) -> None:
    assert not analyze(document(text), gate=False).events


def test_the_reader_may_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_READER", "off")
    assert known_here().reader() is None


def test_another_word_for_the_switch_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_READER", "perhaps")
    with pytest.raises(KnowledgeError, match="TOCSIN_READER: 'perhaps' is neither on nor off"):
        known_here()


def test_the_reader_runs_without_its_runtime_reporting_anything_to_its_makers(tmp_path: Path) -> None:
    code = "from tocsin.knowledge.reader import load_reader; load_reader().read('Rebels bombed a church.')"
    inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_DISABLE_TELEMETRY")}
    places = dict.fromkeys(("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(tmp_path))

    subprocess.run([sys.executable, "-c", code], check=True, env={**inherited, **places})

    assert list(tmp_path.rglob("*")) == []  # what it would send it keeps in a file first
