"""Whether somebody has to answer for what burst or who died: then it is no accident, whoever did it."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Frame
from tocsin.extract.responsibility.stands import stands
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon

_ARMED = frozenset({"armed_group", "state_force"})
_ANSWERS = frozenset({"claims", "denies", "retracted", "cleared", "accused", "suspected", "confirmed"})


def answerable(tree: Tree, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Mark as violent a blast or deaths that a group or a force is said in its sentence to have caused, or not."""
    return [
        replace(frame, violent=True)
        if frame.kind == "attack" and not frame.violent and _is_answered_for(tree, frame, heard, lexicon)
        else frame
        for frame in frames
    ]


def _is_answered_for(tree: Tree, frame: Frame, heard: Voices, lexicon: Lexicon) -> bool:
    sentence = tree.page.page.sentences[frame.sentence]
    taken = [stand for stand in stands(tree, sentence, heard, lexicon) if stand.stance in _ANSWERS]
    return any(stand.actor is not None and stand.actor.kind in _ARMED for stand in taken)
