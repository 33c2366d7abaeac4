"""What must change with a text, and what must not: a stance goes with its sentence, and a name changes only itself."""

import re

import pytest
from tests.pages import report

from tocsin.model.record import Event, Responsibility

ATTACK = "A bomb exploded at a market in Mogadishu on Monday, killing nine people. "
STORIES = [
    ATTACK + "Al-Shabaab claimed responsibility for the bombing.",
    ATTACK + "Al-Shabaab said its fighters had carried out the attack.",
    ATTACK + "The attack was claimed by Al-Shabaab.",
    ATTACK + "Al-Shabaab denied involvement in the attack.",
    ATTACK + "Police blamed Al-Shabaab for the bombing.",
    ATTACK + "The government blamed the attack on Al-Shabaab.",
    ATTACK + "Police suspect Al-Shabaab of carrying out the attack.",
    ATTACK + "The attack bore the hallmarks of Al-Shabaab, analysts said.",
    ATTACK + "Al-Shabaab is believed to be behind the attack.",
    ATTACK + "The bombing was the work of Al-Shabaab, a security official said.",
    ATTACK + "Officials said Al-Shabaab was not behind the attack.",
    ATTACK + "Police said Al-Shabaab had claimed responsibility in a leaflet.",
]
RIVALS = ["Boko Haram", "Abu Sayyaf"]


def _entries(text: str) -> list[Responsibility]:
    return [entry for event in report(text).events for entry in event.responsibility]


def _form(entry: Responsibility, name: str) -> tuple[str, str, str, tuple[str | None, ...]]:
    """Return an entry with the group's name as a blank."""
    held = re.sub(re.escape(name), "X", entry.holder.text or "")
    return entry.stance, entry.holder.kind, held, tuple(link.text for link in entry.holder.via)


def _told(event: Event) -> tuple[object, ...]:
    """Return what an event says beside responsibility."""
    place = event.place.name if event.place else None
    killed = (event.killed.low, event.killed.high) if event.killed else None
    return event.kind, event.attack_types, event.date and event.date.start, place, killed


@pytest.mark.parametrize("text", STORIES)
def test_a_stance_vanishes_with_the_sentence_that_tells_it(text: str) -> None:
    assert len(_entries(text)) == 1
    assert _entries(ATTACK) == []


@pytest.mark.parametrize("text", STORIES)
def test_the_words_of_a_stance_stand_in_the_sentence_that_tells_it(text: str) -> None:
    (entry,) = _entries(text)
    assert entry.span.start >= len(ATTACK)
    assert entry.actor is not None
    assert entry.actor.span.of(text) == entry.actor.text


@pytest.mark.parametrize("rival", RIVALS)
@pytest.mark.parametrize("text", STORIES)
def test_another_name_of_a_group_changes_the_output_only_there(text: str, rival: str) -> None:
    swapped = text.replace("Al-Shabaab", rival)
    (before,), (after,) = _entries(text), _entries(swapped)
    assert before.actor is not None
    assert after.actor is not None
    assert before.actor.actor_id != after.actor.actor_id
    assert _form(before, "Al-Shabaab") == _form(after, rival)
    assert [_told(event) for event in report(text).events] == [_told(event) for event in report(swapped).events]
