"""What words of silence tell: nobody has claimed an act, or a named group has not."""

import re

from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.tree import Tree, climb, is_passive, subject
from tocsin.extract.responsibility.stances import Stand, Told, clause
from tocsin.extract.voices.holders import holder_of
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.values import Actor

_NOBODY = re.compile(r"(?i)no|neither|without")
_UNSAID = re.compile(r"(?i)without (?:saying|claiming)")
_SILENT = re.compile(r"(?i)comment|respond|statement|nothing|silent|word")


def unclaimed(told: Told) -> list[Stand]:
    """Return that nobody has claimed, or that a named group has not."""
    tree, at = told.tree, told.at
    who = _named(told)
    if who is None and _UNSAID.match(told.words):
        return []
    if _SILENT.search(told.words) and (who is None or who.actor_id is None):
        return []
    span = clause(tree, told.sentence, at, *((who.span,) if who is not None else ()), told.span)
    return [Stand(who, "no_claim", _holder(told, who), "Uu", span, told.sentence.index, at)]


def _named(told: Told) -> Actor | None:
    """Return the group that is said not to have claimed."""
    tree, at = told.tree, told.at
    if _UNSAID.match(told.words):
        above = next((i for i in climb(tree, at) if tree.tokens[i].pos == "VERB"), at)
        speaker = subject(tree, above)
        return _able(told, speaker) if speaker is not None else None
    head = subject(tree, at) if tree.tokens[at].pos in ("VERB", "AUX") and not is_passive(tree, at) else None
    if head is None or _is_nobody(tree, head) or _NOBODY.match(told.words):
        return None
    return _able(told, head)


def _able(told: Told, head: int) -> Actor | None:
    """Return the party that could have claimed: a group, or a state that is said not to have claimed."""
    who = party(told.tree, head, told.lexicon)
    silent = _SILENT.search(told.words) is not None
    return who if who is not None and (who.kind == "armed_group" or not silent) else None


def _holder(told: Told, who: Actor | None) -> Holder:
    """Return who says that there is no claim; a passive report of it, or the group itself, is the author's word."""
    holder = holder_of(told.tree, told.at, told.heard)
    aside = any(told.tree.tokens[i].dep == "relcl" for i in (told.at, *climb(told.tree, told.at)))
    if aside or holder.kind in ("unknown", "group") or (who is not None and holder.actor_id == who.actor_id):
        return AUTHOR
    return holder


def _is_nobody(tree: Tree, head: int) -> bool:
    words = {tree.tokens[i].text.lower() for i in (head, *tree.below[head])}
    return bool(words & {"no", "none", "nobody", "neither", "any"}) or tree.tokens[head].lemma in ("one", "there")
