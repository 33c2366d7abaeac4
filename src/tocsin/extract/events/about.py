"""Which event a stance on responsibility is about: one told in its sentence, else the one that its words point back to.

"Both attacks" are about every one told as news. What a state's force says it did in an operation is the operation and
no claim.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tocsin.extract.events.draft import Draft
from tocsin.extract.events.pointing import VIOLENT, is_earlier, is_elsewhere, likeness, steps, told_here
from tocsin.extract.events.recanted import taken_back, turned
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.responsibility.nations import share_a_nation
from tocsin.extract.responsibility.stands import Stand, stands
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_WORDS = re.compile(
    r"(?i)\b(?:the|this|that|these|those) (?:video|film|threats?|message|recording|letter|leaflets?|footage)\b"
)
_BARELY = re.compile(
    r"(?i)\b(?:den\w+|reject\w*|dismiss\w*) (?:it|this|that|(?:the|any|all|both|these|those|such) (?:\w+ )?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|story|stories|versions?))\b[\s.,;]*$"
)
_CALLED = re.compile(
    r"(?i)\b(?:call|term|brand|describ|label|dismiss|reject)\w* (?:it|this|that|(?:the|these|those|both|such) (?:\w+ )?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|suggestions?|assertions?))\b"
)
_IT = re.compile(r"(?i)\bit (?:bore|bears|carried|was|had|may|might|could)\b")
_NEAR = 3
_STATES = frozenset({"state_force", "government"})
_SEVERAL = re.compile(
    r"(?i)\b(?:both|the two|the three|the four|all (?:three|four|the)|these|the twin|the) (?:[\w-]+ )?"
    r"(?:attacks|bombings|blasts|killings|raids|shootings|assaults|explosions|ambushes|strikes)\b"
)


def paired(tree: Tree, drafts: Sequence[Draft], heard: Voices, lexicon: Lexicon) -> list[tuple[int, Stand]]:
    """Return every stance of the body with the index of each event that it is about; those about none are left out."""
    pairs: list[tuple[int, Stand]] = []
    told = {f.sentence for draft in drafts for f in draft.frames}
    for sentence in tree.page.page.sentences:
        if sentence.headline:
            continue
        found = stands(tree, sentence, heard, lexicon)
        for one in found:
            stand, told_at = taken_back(one, pairs)
            if stand.actor is None and stand.stance == "retracted":
                continue
            if _is_idle(tree, stand, [*found, *(s for _, s in pairs)], told):
                continue
            stand = of_its_force(tree, stand, [s for _, s in pairs if stand.sentence - s.sentence <= _NEAR])
            answered = _answered(tree, stand, pairs) if told_at is None else told_at
            about = [answered] if answered is not None else _events(tree, drafts, stand, sentence, lexicon)
            stand = turned(tree, stand, about, pairs, lexicon)
            pairs += [(at, stand) for at in about if _fits(drafts[at], stand)]
    return pairs


def of_its_force(tree: Tree, stand: Stand, others: Sequence[Stand]) -> Stand:
    """Return a state's bare denial as one for its force that was accused before ("Yerevan called it a lie")."""
    if stand.stance != "denies" or stand.actor is None or not _is_bare(tree, stand):
        return stand
    for other in reversed(others):
        blames = other.stance in ("accused", "suspected") and other.span.start < stand.span.start
        if blames and other.actor is not None and share_a_nation(tree, stand.actor, other.actor):
            return replace(stand, actor=other.actor)
    return stand


def _is_bare(tree: Tree, stand: Stand) -> bool:
    """Tell whether a denial names no deed, but only the charge that it answers."""
    words = stand.span.of(tree.text)
    return _BARELY.search(words) is not None or _CALLED.search(words) is not None


def _answered(tree: Tree, stand: Stand, pairs: Sequence[tuple[int, Stand]]) -> int | None:
    """Return the event of the accusation that a bare denial answers ("denied it"), or that "it" in a sentence means."""
    words = stand.span.of(tree.text)
    for at, other in reversed(pairs):
        if other.sentence == stand.sentence and other.stance == "no_claim" and stand.stance == "suspected":
            return at if _IT.search(words) else None
        blames = other.stance in ("accused", "suspected") and stand.stance in ("denies", "cleared")
        if blames and stand.sentence - other.sentence <= _NEAR and _is_same(stand, other) and _is_bare(tree, stand):
            return at
    return None


def _is_same(one: Stand, other: Stand) -> bool:
    if one.actor is None or other.actor is None:
        return False
    return one.actor.actor_id == other.actor.actor_id and one.actor.kind == other.actor.kind


def _is_idle(tree: Tree, stand: Stand, others: Sequence[Stand], told: Collection[int]) -> bool:
    """Tell whether a bare denial ("denies it") follows neither blame nor violence, but some other charge."""
    if stand.stance != "denies" or not _BARELY.search(stand.span.of(tree.text)):
        return False
    near = range(stand.sentence - 2, stand.sentence + 1)
    blamed = any(s.sentence in near and s.stance != "denies" for s in others if s is not stand)
    return not blamed and not any(at in near for at in told)


def _fits(draft: Draft, stand: Stand) -> bool:
    """Tell whether a stance can be on an event: a state claims attacks, and none that is told with other attackers."""
    if stand.stance != "claims" or stand.actor is None or stand.actor.kind not in _STATES:
        return True
    doers = [r.value for frame in draft.frames for r in frame.readings if r.field == "perpetrators"]
    return draft.kind == "attack" and all(doer.kind in _STATES for doer in doers)


def _events(tree: Tree, drafts: Sequence[Draft], stand: Stand, sentence: Sentence, lexicon: Lexicon) -> list[int]:
    violent = [i for i, draft in enumerate(drafts) if draft.kind in VIOLENT]
    shown = [i for i, draft in enumerate(drafts) if draft.kind in ("threat", "publication")]
    if shown and stand.stance == "denies" and _WORDS.search(stand.span.of(tree.text)):
        return shown[:1]
    here = [i for i in told_here(tree, drafts, stand) if not is_elsewhere(tree, drafts[i], stand)]
    if here:
        return [min(here, key=lambda i: steps(tree, drafts[i], stand))]
    mains = [i for i in violent if drafts[i].main]
    if len(mains) > 1 and _SEVERAL.search(stand.span.of(tree.text)):
        return mains
    violent = [i for i in violent if not is_elsewhere(tree, drafts[i], stand)]
    before = [i for i in violent if any(is_earlier(f, stand) for f in drafts[i].frames)]
    if before:
        return [max(before, key=lambda i: likeness(tree, drafts[i], stand, sentence, lexicon))]
    if violent:
        return [min(violent, key=lambda i: (not drafts[i].main, i))]
    threats = [i for i, draft in enumerate(drafts) if draft.kind == "threat"]
    return threats[:1] if stand.stance in ("denies", "claims") else []
