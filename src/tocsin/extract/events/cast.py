"""Who did it, once the tellings of an event stand together: one description of the attackers, one acting force.

Attackers of whom only a later sentence speaks ("the gunmen fled") belong to the attack told last before it. An
operation whose sentence names no force is that of the force that announces it.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.events.arms import armed
from tocsin.extract.events.draft import Draft
from tocsin.extract.events.sighted import Sight, sighted
from tocsin.extract.grammar.tree import Tree, bare
from tocsin.extract.reading import Frame, Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Holder
from tocsin.model.values import Actor

_HARM = frozenset({"killed", "wounded", "abducted", "missing"})


def cast(tree: Tree, drafts: Sequence[Draft], lexicon: Lexicon) -> tuple[Draft, ...]:
    """Return the drafts with their doers settled."""
    settled = [_settled(tree, draft, drafts, lexicon) for draft in drafts]
    return tuple(armed(tree, _in_series(tree, draft, settled, lexicon), lexicon) for draft in settled)


def _in_series(tree: Tree, draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft:
    """Count a strike of a bulletin, told without doer or victims, to the operations whose force the bulletin names."""
    if draft.kind != "attack" or any(_told(draft, field) for field in ("perpetrators", "targets", *_HARM)):
        return draft
    if not all(tree.tokens[frame.anchor].lemma in lexicon.words["serial"] for frame in draft.frames):
        return draft
    for other in drafts:
        if other.kind == "operation" and tree.tokens[other.frames[0].anchor].lemma in lexicon.words["serial"]:
            force = next((r for frame in other.frames for r in frame.readings if r.field == "authority"), None)
            return _with(replace(draft, kind="operation"), force)
    return draft


def _settled(tree: Tree, draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft:
    if draft.kind == "operation":
        return draft if _told(draft, "authority") else _with(draft, _announcer(draft, lexicon))
    if draft.kind != "attack":
        return draft
    settled = _accomplished(_described_once(draft))
    return settled if _told(settled, "perpetrators") else _with(settled, _attackers(tree, draft, drafts, lexicon))


def _told(draft: Draft, field: str) -> bool:
    return any(reading.field == field for frame in draft.frames for reading in frame.readings)


def _with(draft: Draft, reading: Reading | None) -> Draft:
    if reading is None:
        return draft
    return replace(draft, frames=(draft.frames[0].with_readings(reading), *draft.frames[1:]))


def _described_once(draft: Draft) -> Draft:
    """Keep the first description of the attackers, and groups named later: the rest are the same people or others."""
    known = False
    frames = []
    for frame in draft.frames:
        doers = [r for r in frame.readings if r.field == "perpetrators"]
        blamed = [
            r for r in doers if frame.headline and r.value.kind != "unknown"
        ]  # a title names, the body has to say
        spare = [r for r in doers if known and r.value.kind != "armed_group"] + blamed
        frames.append(replace(frame, readings=tuple(r for r in frame.readings if r not in spare)))
        known = known or len(doers) > len(spare)
    return replace(draft, frames=tuple(frames))


def _accomplished(draft: Draft) -> Draft:
    """Drop what says that an attack was only tried, where another telling gives victims."""
    hurt = [r for frame in draft.frames for r in frame.readings if r.field in _HARM and (r.value.low or 0) > 0]
    if not hurt:
        return draft
    return replace(draft, frames=tuple(_without(frame, "stage") for frame in draft.frames))


def _without(frame: Frame, field: str) -> Frame:
    return replace(frame, readings=tuple(r for r in frame.readings if r.field != field))


def _announcer(draft: Draft, lexicon: Lexicon) -> Reading | None:
    """Return the force that tells of an operation for which no force is named."""
    for frame in draft.frames:
        holder = frame.holder
        if holder.kind == "authority" and holder.span is not None and _is_force(holder, lexicon):
            who = Actor(holder.text or "", None, holder.text or "", "state_force", holder.span)
            return Reading("authority", who, holder.span, holder, certainty=0.5)
    return None


def _is_force(holder: Holder, lexicon: Lexicon) -> bool:
    words = {word.strip(".,'’").lower() for word in (holder.text or "").split()}
    return bool(words & lexicon.words["announcing_forces"])


def _attackers(tree: Tree, draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> Reading | None:
    """Return the attackers of whom a sentence speaks for which no attack was told later than this one."""
    for sight in sighted(tree, lexicon):
        token = sight.noun
        if _attacked(drafts, sight) is draft:
            span = bare(tree, token.index)
            who = Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span)
            return Reading("perpetrators", who, span, certainty=0.6)
    return None


def _attacked(drafts: Sequence[Draft], sight: Sight) -> Draft | None:
    """Return the attack of which those sighted are the attackers."""
    if sight.near is None:
        return _latest(drafts, sight.noun.sentence)
    for sentence in sight.near:
        told = [d for d in drafts if d.kind == "attack" and any(f.sentence == sentence for f in d.frames)]
        if told:
            return told[-1]
    return None


def _latest(drafts: Sequence[Draft], sentence: int) -> Draft | None:
    """Return the attack told last up to a sentence."""
    told = [
        (max(f.sentence for f in draft.frames if f.sentence <= sentence), at)
        for at, draft in enumerate(drafts)
        if draft.kind == "attack" and any(f.sentence <= sentence for f in draft.frames)
    ]
    return drafts[max(told)[1]] if told else None
