"""With what it was done, once the tellings of an event stand together: each weapon once, and types that agree.

"The bomb" of a car bombing is no second weapon, "the raid" of a kidnapping no second type. A blast or an air strike is
a weapon where nothing else is named, and what an attacker is said to have carried belongs to the attack told last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.tree import Tree, bare, compound
from tocsin.extract.reading import Frame, Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Weapon

_SORTS = frozenset({"attack", "operation"})


def armed(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """Return a draft of violence with its weapons and attack types settled."""
    if draft.kind not in _SORTS:
        return draft
    draft = _kept(draft, [*_idle_weapons(draft, lexicon), *_idle_types(tree, draft, lexicon)])
    if any(reading.field == "weapons" for frame in draft.frames for reading in frame.readings):
        return draft
    blast = next(_blasts(tree, draft, lexicon), None)
    return draft if blast is None else _with(draft, blast)


def _kept(draft: Draft, idle: Sequence[Reading]) -> Draft:
    """Return a draft without some of its readings."""
    frames = tuple(_without(frame, idle) for frame in draft.frames)
    return replace(draft, frames=frames)


def _without(frame: Frame, idle: Sequence[Reading]) -> Frame:
    return replace(frame, readings=tuple(r for r in frame.readings if all(r is not other for other in idle)))


def _with(draft: Draft, reading: Reading) -> Draft:
    return replace(draft, frames=(draft.frames[0].with_readings(reading), *draft.frames[1:]))


def _readings(draft: Draft, field: str) -> list[Reading]:
    """Return the readings of a field, those of the title last."""
    body = [frame for frame in draft.frames if not frame.headline]
    titles = [frame for frame in draft.frames if frame.headline]
    return [reading for frame in (*body, *titles) for reading in frame.readings if reading.field == field]


def _idle_weapons(draft: Draft, lexicon: Lexicon) -> list[Reading]:
    """Return the weapons that only name again, by a general word, one of the same type."""
    told = _readings(draft, "weapons")
    idle: list[Reading] = []
    for reading in told:
        others = [r for r in told if r is not reading and r.value.type == reading.value.type and r not in idle]
        if others and reading.value.text.lower() in lexicon.words["weapons_at_large"]:
            idle.append(reading)
    return idle


def _idle_types(tree: Tree, draft: Draft, lexicon: Lexicon) -> list[Reading]:
    """Return the types that only a word for any onslaught tells, where others are told."""
    told = _readings(draft, "attack_types")
    weak = [r for r in told if r.span.of(tree.text).lower() in lexicon.words["onslaught_nouns"]]
    return weak if len(weak) < len(told) else []


def _blasts(tree: Tree, draft: Draft, lexicon: Lexicon) -> Iterator[Reading]:
    """Yield the nouns for a blast, a strike from the air or gunfire with which a draft is told."""
    for frame in draft.frames:
        for token in tree.tokens:
            if token.sentence != frame.sentence or token.pos != "NOUN" or not frame.telling.meets(token.span):
                continue
            words = {token.lemma, compound(tree, token.index)}
            kind = next((name for name in ("explosives", "firearms") if words & lexicon.words[f"{name}_told"]), None)
            if kind is not None:
                span = bare(tree, token.index)
                found = Weapon(span.of(tree.text), kind, span)  # type: ignore[arg-type]
                yield Reading("weapons", found, span, frame.holder, certainty=0.6)
