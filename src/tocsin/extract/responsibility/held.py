"""A stance that somebody else takes on a party: who holds it, and when it is the party's own word after all."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.styled import SIDES
from tocsin.extract.grammar.tree import Tree
from tocsin.extract.responsibility.carriers import reporters
from tocsin.extract.responsibility.nations import speaks_for_side
from tocsin.extract.responsibility.persons import others
from tocsin.extract.responsibility.sides import is_undergone
from tocsin.extract.responsibility.stances import Stand, Told, as_holder, clause
from tocsin.extract.voices.holders import holder_of, named, passive_words
from tocsin.model.record import AUTHOR, Factuality, Holder, Stance
from tocsin.model.values import Actor

_ITS_OUTLET = re.compile(r"(?i)(?:\b(?:its|their)|[’']s?)\s+(?:[\w-]+ ){0,2}$")
_OWN_WORD: dict[Stance, Stance] = {"accused": "claims", "confirmed": "claims", "cleared": "denies"}


def held(
    told: Told,
    heads: Sequence[int],
    stance: Stance,
    surely: Factuality,
    *,
    speaker: int | None = None,
    owning: bool = False,
) -> list[Stand]:
    """Return the stance of whoever utters it on each party that the nouns stand for.

    What a party says of itself is no accusation: with `owning` it is a claim or a denial, else nothing.
    """
    holder = holder_at(told, speaker, stance) or (AUTHOR if surely in ("PS-", "PR-") else None)
    if holder is None:
        return []
    named = parties(told.tree, list(heads), told.lexicon) or others(told, heads)
    found = [_stand(told, holder, who, stance, surely, owning) for who in named]
    return [stand for stand in found if stand is not None]


def _stand(told: Told, holder: Holder, who: Actor, stance: Stance, surely: Factuality, owning: bool) -> Stand | None:
    tree, at = told.tree, told.at
    span = clause(tree, told.sentence, at, who.span, holder.span or told.span, told.span)
    if stance in _OWN_WORD and _speaks_for(told, holder, who):
        mine = as_holder(tree, who, (replace(holder, via=()), *holder.via))
        return Stand(who, _OWN_WORD[stance], mine, surely, span, told.sentence.index, at)
    if who.text in ("We", "we", "us") and stance in _OWN_WORD:
        if not owning or holder is AUTHOR:
            return None
        who = speaking(tree, holder) or who
        mine = as_holder(tree, who, ())
        return Stand(who, _OWN_WORD[stance], mine, surely, span, told.sentence.index, at)
    if stance == "cleared" and speaks_for_side(tree, who, holder, told.lexicon):
        return Stand(who, "denies", holder, surely, span, told.sentence.index, at)
    if is_self(holder, who):
        if not owning or stance not in ("accused", "cleared"):
            return None
        return Stand(who, "claims" if stance == "accused" else "denies", holder, surely, span, told.sentence.index, at)
    if _is_it(told, who, holder) or (stance in ("accused", "suspected") and _is_one_side(holder, who)):
        return None
    return Stand(who, stance, holder, surely, span, told.sentence.index, at)


def speaking(tree: Tree, holder: Holder) -> Actor | None:
    """Return the party that a holder's words name, for which its "we" stands."""
    named_here = (a for a in tree.page.actors if holder.span is not None and a.span.meets(holder.span))
    return next((a for a in named_here if a.kind in SIDES), None)


def holder_at(told: Told, speaker: int | None, stance: Stance) -> Holder | None:
    """Return who utters a stance: the speaker of its own verb, else who reports it, else nobody named."""
    tree, at, heard = told.tree, told.at, told.heard
    own = named(tree, speaker, told.lexicon, heard) if speaker is not None else None
    if own is None:
        own = heard.by_verb.get(at)
    if own is not None and own.kind != "unknown":
        outer = tuple(link for link in reporters(told, None) if link.text != own.text)
        return replace(own, via=(*own.via, *outer))
    report = holder_of(tree, at, heard)
    if report is not AUTHOR and not (own is None and report is heard.by_verb.get(at)):
        return report
    if own is not None:
        return own
    hedges = tree.tokens[at].dep in ("amod", "compound")
    unvoiced = (
        (told.has("unvoiced") or told.has("nameless"))
        and not hedges
        and (is_undergone(tree, at, told.lexicon) or stance == "accused")
    )
    if unvoiced:
        words = passive_words(tree, at)
        return Holder(words.of(tree.text), None, "unknown", (), words)
    found = stance == "confirmed" and told.lemma in ("convict", "find")
    return AUTHOR if stance == "suspected" or found else None


def _speaks_for(told: Told, holder: Holder, who: Actor) -> bool:
    """Tell whether a medium or caller is a group's own ("its Amaq agency", "a caller"): its word is the group's."""
    if who.kind != "armed_group" or holder.span is None:
        return False
    if holder.kind == "media":
        before = told.tree.text[max(0, holder.span.start - 30) : holder.span.start]
        return holder.actor_id in told.lexicon.words["own_outlets"] or _ITS_OUTLET.search(before) is not None
    return holder.kind == "unknown" and any(
        word in (holder.text or "").lower().split() for word in told.lexicon.words["mouthpieces"]
    )


def is_self(holder: Holder, who: Actor) -> bool:
    """Tell whether a holder is the party of which it speaks."""
    if holder.actor_id is not None:
        return holder.actor_id == who.actor_id
    if holder.span is not None and holder.span.meets(who.span):
        return True
    return _plain(holder.text) in (_plain(who.text), _plain(who.name))


def _plain(words: str | None) -> str:
    return re.sub(r"(?i)^(?:the|an?) ", "", words or "").lower()


def _is_it(told: Told, who: Actor, holder: Holder) -> bool:
    """Tell whether a pronoun most likely means the speaker: it would mean a state, or the speaker is a group."""
    pronoun = any(
        t.tag == "PRP" and t.span == who.span for t in told.tree.tokens[told.sentence.first : told.sentence.last]
    )
    return pronoun and (who.kind in ("state_force", "government") or holder.kind == "group")


def _is_one_side(holder: Holder, who: Actor) -> bool:
    """Tell whether a state is blamed by nobody but the author, which says only that it acts."""
    return who.kind == "government" and holder is AUTHOR
