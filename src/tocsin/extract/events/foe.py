"""Against whom an operation was: those whom forces took or killed in it are presented as of that group, never flatly.

"Troops hunting a Taliban commander detained two suspected insurgents." Only a document that names one such group tells
which; a subject who has an organisation of his own keeps it, and civilians get none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Frame, Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor

_AIM = re.compile(
    r"(?i)\b(?:target(?:ing|ed)|(?:in )?(?:search|pursuit) (?:of|for)|search(?:ing|ed) for|pursu(?:ing|ed)|"
    r"hunt(?:ing|ed)(?: for)?|"
    r"looking for|track(?:ing|ed)|(?:operation|raid|offensive|mission|strike)s? (?:against|on|to clear)|"
    r"(?:operation|raid|mission)s? to (?:arrest|detain|capture|kill|find|locate|apprehend)|"
    r"targets? (?:of the \w+ )?(?:was|were))\s"
)
_REACH = 60


def with_foe(tree: Tree, frames: Sequence[Frame], lexicon: Lexicon) -> list[Frame]:
    """Return the frames in which those taken or killed in an operation against one group are of that group."""
    foes = [foe for foe in _foes(tree) if foe is not None]
    if len({foe.actor_id or foe.name for foe in foes}) != 1:
        return list(frames)
    return [
        replace(frame, readings=tuple(_of_group(reading, foes[0], lexicon) for reading in frame.readings))
        if frame.kind in ("arrest", "operation")
        else frame
        for frame in frames
    ]


def _foes(tree: Tree) -> list[Actor | None]:
    """Return the group that each aim of an operation names first, within a few words and its sentence."""
    found = []
    for sentence in tree.page.page.sentences:
        for aim in _AIM.finditer(tree.text, sentence.span.start, sentence.span.end):
            reach = Span(aim.end(), min(aim.end() + _REACH, sentence.span.end))
            named = [who for who in tree.page.actors if who.kind == "armed_group" and reach.holds(who.span)]
            found.append(min(named, key=lambda who: who.span, default=None))
    return found


def _of_group(reading: Reading, foe: Actor, lexicon: Lexicon) -> Reading:
    """Return a subject as one of the group that was hunted, if the text calls him a militant or a suspect."""
    if reading.field != "subjects" or reading.value.role not in ("arrested", "killed"):
        return reading
    if reading.value.organisation is not None or not _is_hostile(reading.value.text, lexicon):
        return reading
    return replace(reading, value=replace(reading.value, organisation=foe), factuality="PS+", certainty=0.5)


def _is_hostile(words: str, lexicon: Lexicon) -> bool:
    plain = [word.removesuffix("s") for word in re.findall(r"[a-z-]+", words.lower())]
    return any(word in lexicon.words["perpetrators"] or word.startswith("suspect") for word in plain)
