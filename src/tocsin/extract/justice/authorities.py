"""Who acts in an act of justice: police, army, court, government; a force that reports an act without an agent did it.

The words kept are those for the office or body with the town of its seat, never a person's name.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.parts import actor, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, by_agent, climb, compound, descend, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.subjects import is_name, is_pronoun
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind

_FORCE = re.compile(
    r"(?i)\b(?:police|army|military|troops|gendarmerie|guard|forces|service|agency|prosecutors?|fbi|prosecution)\b"
)


def authority(tree: Tree, verb: int, holder: Holder, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    """Return who acts: police, army, court, government; "they" are those who report it."""
    doer = agent_of(tree, verb) if tree.tokens[verb].pos in ("VERB", "AUX") else by_agent(tree, verb)
    if doer is None:
        return []
    if is_pronoun(tree, doer):
        return reporting(tree, verb, heard)
    office = _office(tree, doer, lexicon)
    if office is not None:
        return [acting(tree, office, None, holder, lexicon)]
    found = actor(tree, doer)
    if found is not None and found.kind == "armed_group":
        return []
    state = found is not None and found.kind in ("state_force", "government")
    if not state and not acts_for_state(tree, doer, lexicon):
        return []
    span = _seated(tree, doer, found.span if found is not None and state else trimmed(tree, phrase(tree, doer)))
    return [acting(tree, span, found if state else None, holder, lexicon)]


def acting(tree: Tree, span: Span, known: Actor | None, holder: Holder, lexicon: Lexicon) -> Reading:
    """Return the reading of who acts for a state: a known actor, else a government or a force by its words."""
    words = span.of(tree.text)
    if known is not None:
        return Reading("authority", replace(known, text=words, span=span), span, holder)
    ruling = any(word in lexicon.words["rulers"] for word in words.lower().split(" in ")[0].split())
    kind: ActorKind = "government" if ruling else "state_force"
    return Reading("authority", Actor(words, None, words, kind, span), span, holder)


def acts_for_state(tree: Tree, doer: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names those who arrest, try or list for a state: a force, a court, an office, a country."""
    lemma = tree.tokens[doer].lemma.lower()
    if (
        {lemma, compound(tree, doer).lower()} & lexicon.words["dealers"]
        or lemma in lexicon.words["courts"]
        or is_force(tree, doer)
    ):
        return True
    return tree.label_at.get(doer) == "GPE" and not is_perpetrator(tree, doer, lexicon)


def court_in(tree: Tree, head: int, lexicon: Lexicon) -> Span | None:
    """Return the words for a court at a noun ("a court in Kor"), null where the noun is none."""
    if tree.tokens[head].lemma.lower() not in lexicon.words["courts"]:
        return None
    return _seated(tree, head, phrase(tree, head))


def trimmed(tree: Tree, span: Span) -> Span:
    """Return a phrase without the dateline or the dash before it."""
    words = span.of(tree.text)
    start = max(words.rfind("—"), words.rfind("–"), words.rfind(" - ") + 1 if " - " in words else -1) + 1
    start = max(start, 1 if words[:1] in "-*•" else 0)
    return Span(span.start + start + len(words[start:]) - len(words[start:].lstrip()), span.end)


def _seated(tree: Tree, head: int, span: Span) -> Span:
    """Return a phrase with the town or country of its seat ("police in Kor")."""
    for noun in after(tree, head, "in", "at"):
        seat = phrase(tree, noun)
        placed = any(located.span.meets(seat) for located in tree.page.places) or tree.label_at.get(noun) == "GPE"
        if placed and 0 < seat.start - span.end <= 5:
            return Span(span.start, seat.end)
    return span


def _office(tree: Tree, doer: int, lexicon: Lexicon) -> Span | None:
    """Return the office before a name that acts ("District Judge X sentenced")."""
    if not is_name(tree, doer):
        return None
    for child in sorted((c for c in tree.below[doer] if c < doer), reverse=True):
        if tree.tokens[child].lemma.lower() in lexicon.words["courts"] | lexicon.words["dealers"]:
            first = min(i for c in tree.below[doer] if c <= child for i in descend(tree, c) if i <= child)
            return Span(tree.tokens[first].span.start, tree.tokens[child].span.end)
    return None


def own_report(tree: Tree, holder: Holder) -> list[Reading]:
    """Return the force that reports an act without an agent as the one that did it ("two were held, police said")."""
    if holder.kind not in ("authority", "government") or holder.span is None or not holder.text:
        return []
    if _FORCE.search(holder.text) is None or holder.span.of(tree.text) != holder.text:
        return []
    who = Actor(holder.text, holder.actor_id, holder.text, "state_force", holder.span)
    return [Reading("authority", who, holder.span, holder)]


def reporting(tree: Tree, verb: int, heard: Voices) -> list[Reading]:
    """Return the authority that says that it did it itself ("police said they had arrested")."""
    for above in climb(tree, verb):
        said = heard.by_verb.get(above)
        if said is not None and said.kind in ("authority", "government") and said.span is not None and said.text:
            who = Actor(said.text, said.actor_id, said.text, "state_force", said.span)
            return [Reading("authority", who, said.span, said)]
    return []
