"""Who claims an act, who denies it, who is accused or suspected of it, and who says so.

A claim or denial is its actor's own; an accusation or suspicion is held by whoever utters it, the author included. What
reaches the author through others keeps them as `via`: an outlet that carried a claim, police who reported it.
"""

import re
from collections.abc import Callable, Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.responsibility.blame import accused
from tocsin.extract.responsibility.claims import claimed
from tocsin.extract.responsibility.courts import on_persons
from tocsin.extract.responsibility.declared import declared
from tocsin.extract.responsibility.denials import denied, untrue
from tocsin.extract.responsibility.disbelief import disbelieved
from tocsin.extract.responsibility.doubt import suspected
from tocsin.extract.responsibility.guilt import told_guilty
from tocsin.extract.responsibility.retractions import dropped, taken_back
from tocsin.extract.responsibility.silence import unclaimed
from tocsin.extract.responsibility.stances import Stand, Told, verb_of
from tocsin.extract.responsibility.untied import untied
from tocsin.extract.responsibility.verdicts import cleared, upheld
from tocsin.extract.responsibility.worded import worded
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_READERS: dict[str, tuple[Callable[[Told], list[Stand]], ...]] = {
    "claim": (claimed,),
    "deny": (denied, untrue),
    "no_claim": (unclaimed,),
    "accuse": (accused,),
    "suspect": (suspected,),
    "confirm": (upheld,),
    "clear": (cleared,),
    "retract": (dropped,),
}
_LEAD = 1
_DESCRIBED = re.compile(r"(?:an? .*|(?!(?i:the) ).*\b)[a-z]+")
_CLAUSES = (declared, told_guilty, on_persons, worded, untied, disbelieved, taken_back)


def stands(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Stand, ...]:
    """Return every stance that a sentence takes on responsibility."""
    cues = [cue for cue in tree.page.page.cues if sentence.span.holds(cue.span) and cue.kind in _READERS]
    none = [cue.span for cue in cues if cue.kind in ("no_claim", "retract")]
    found: list[Stand] = []
    for cue in cues:
        if cue.kind in ("claim", "deny") and any(span.meets(cue.span) for span in none):
            continue
        told = Told(tree, sentence, cue.span, verb_of(tree, sentence, cue.span), heard, lexicon)
        for reader in _READERS[cue.kind]:
            found += reader(told)
    for clauses in _CLAUSES:
        found += clauses(tree, sentence, heard, lexicon)
    return tuple(once(found))


def once(found: Sequence[Stand]) -> list[Stand]:
    """Keep one entry for each actor, stance and holder, and none that a better held or a hedged one makes idle."""
    kept: dict[tuple[object, ...], Stand] = {}
    for stand in found:
        key = (_who(stand), stand.stance, _said_by(stand))
        kept.setdefault(key, stand)
    return [stand for stand in kept.values() if not any(_beats(other, stand) for other in kept.values())]


def _who(stand: Stand) -> str:
    if stand.actor is None:
        return ""
    return stand.actor.actor_id or stand.actor.name.lower()


def _said_by(stand: Stand) -> str:
    return stand.holder.actor_id or (stand.holder.text or stand.holder.kind).lower()


def _names(better: Stand, stand: Stand) -> bool:
    """Tell whether the one who claims or denies is named later who the lead only describes ("separatists said")."""
    if stand.stance not in ("claims", "denies") or better.actor is None or stand.actor is None:
        return False
    plain = stand.actor.actor_id is None and _DESCRIBED.fullmatch(stand.actor.text) is not None
    known = better.actor.actor_id is not None or _DESCRIBED.fullmatch(better.actor.text) is None
    groups = better.actor.kind == stand.actor.kind == "armed_group"
    return groups and plain and known and 0 <= stand.sentence <= _LEAD and stand.sentence < better.sentence


def _is_by_its_force(better: Stand, stand: Stand) -> bool:
    """Tell whether a state's denial is told again of its force ("denied it and said that its troops had not fired")."""
    if stand.stance != "denies" or better.sentence != stand.sentence or better.actor is None or stand.actor is None:
        return False
    spoken = stand.holder.span is not None and stand.holder.span.meets(stand.actor.span)
    return better.actor.kind == "state_force" and spoken and _said_by(better) == _said_by(stand)


def _beats(better: Stand, stand: Stand) -> bool:
    """Tell whether one entry makes another idle: known holder over none, a party's own word, doubt over charge."""
    if better is stand:
        return False
    if _who(better) != _who(stand):
        return better.stance == stand.stance and (_names(better, stand) or _is_by_its_force(better, stand))
    if better.stance == stand.stance and stand.stance != "no_claim":
        return stand.holder.kind == "unknown" and better.holder.kind != "unknown"
    if better.stance == "denies" and stand.stance == "accused" and _said_by(better) == _said_by(stand):
        return True
    if better.sentence != stand.sentence and stand.sentence >= 0:
        return False
    if better.stance in ("claims", "denies") and stand.stance in ("accused", "suspected", "cleared"):
        idle = stand.holder.kind in ("author", "unknown") or (better.stance, stand.stance) == ("denies", "cleared")
        return (idle and better.anchor == stand.anchor) or _said_by(better) == _said_by(stand)
    if (better.stance, stand.stance) == ("suspected", "accused") and stand.sentence >= 0:
        return better.anchor == stand.anchor and _said_by(better) == _said_by(stand)
    doubts = {("suspected", "accused"), ("confirmed", "accused"), ("cleared", "accused"), ("cleared", "suspected")}
    return (better.stance, stand.stance) in doubts and _said_by(better) == _said_by(stand)


__all__ = ["Stand", "once", "stands"]
