"""A name that many things bear is an actor's where its sentence, its text, its country and its years say so."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.pages import document

from tocsin.annotate import annotate
from tocsin.knowledge import load
from tocsin.model.values import Actor
from tocsin.resolve import resolve

ROWS = [row.split("\t") for row in Path(__file__).with_name("hard_names.tsv").read_text("utf-8").splitlines()]
_MARKED = re.compile(r"\[\[(.*?)\]\]")


def _marked(day: str, text: str) -> Actor | None:
    """Return the actor that is found where a text marks a name."""
    mark = _MARKED.search(text)
    assert mark
    plain = document(text.replace("[[", "").replace("]]", ""), published=date.fromisoformat(day))
    found = resolve(annotate(plain, load()), load()).actors
    ends = (mark.start(), mark.end() - 4)
    return next((actor for actor in found if actor.span.start < ends[1] and ends[0] < actor.span.end), None)


@pytest.mark.parametrize(("day", "expected", "text"), ROWS)
def test_a_hard_name_is_linked_left_open_or_left_out_as_a_careful_reader_would(
    day: str, expected: str, text: str
) -> None:
    """Expect an id; `-` for no id, `new` for an actor without one, `?` for one left open among candidates."""
    actor = _marked(day, text)
    actor_id, candidates = (actor.actor_id, actor.candidates) if actor else (None, ())
    if expected.startswith("?"):
        assert (actor_id, set(candidates)) == (None, set(expected[1:].split(",")))
    else:
        assert actor_id == (None if expected in ("-", "new") else expected)
        assert actor or expected != "new"
