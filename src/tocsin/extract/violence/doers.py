"""Who acts: perpetrators as a fact, authorities of operations, and the groups that somebody else names or suspects."""

from collections.abc import Sequence

from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.parts import actor, armed_group, is_force, is_perpetrator, is_person
from tocsin.extract.grammar.tree import Tree, bare, children, climb, descend, phrase
from tocsin.extract.reading import Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor


def participants(tree: Tree, kind: EventKind, agents: Sequence[int], holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return who carried out an operation, or who did an attack as a fact and by whose word."""
    readings: list[Reading] = []
    for head in agents:
        if kind == "operation":
            if is_force(tree, head):
                who = actor(tree, head)
                readings.append(
                    Reading("authority", who or _unnamed(tree, head, "state_force"), phrase(tree, head), holder)
                )
            continue
        readings.extend(_perpetrator(tree, head, holder, lexicon))
    return readings


def _perpetrator(tree: Tree, head: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    group = armed_group(tree, head) or _same_group(tree, head, lexicon)
    who = actor(tree, head)
    force = who is not None and who.kind in ("state_force", "government")
    generic = is_perpetrator(tree, head, lexicon) or tree.tokens[head].lemma in ("man", "men", "mob", "crowd", "youth")
    if group is None and not force:
        if not generic or is_person(tree, head):
            return []
        if _is_own(tree, head, holder, lexicon):
            return []
        span = _with_company(tree, head, lexicon)
        return [
            Reading("perpetrators", Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), span, holder)
        ]
    named = group or who
    assert named is not None
    hedge = _hedged(tree, head)
    if hedge is not None:
        readings = [Reading("responsibility", ("suspected", named, None), hedge, holder, "suspects", "PS+")]
        if generic and tree.actor_at.get(head) is None:
            span = tree.tokens[head].span
            readings.append(
                Reading(
                    "perpetrators", Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), span, holder
                )
            )
        return readings
    if holder.kind == "author":
        return [Reading("perpetrators", named, named.span, holder)]
    if holder.actor_id is not None and holder.actor_id == named.actor_id:
        return []
    return [Reading("responsibility", ("accused", named, None), phrase(tree, head), holder, "accuses")]


def _same_group(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the armed group named before that "the same group" means."""
    same = any(tree.tokens[child].lemma == "same" for child in tree.below[head])
    found = party(tree, head, lexicon) if same and tree.tokens[head].lemma in lexicon.words["group_nouns"] else None
    return found if found is not None and found.kind == "armed_group" else None


def _is_own(tree: Tree, head: int, holder: Holder, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks of a group's own people ("its fighters"): that tells whose, never another doer."""
    owners = children(tree, head, "poss")
    spoken = holder.kind != "author" or any(
        lexicon.has("reporting", tree.tokens[above].lemma) for above in climb(tree, head)
    )
    told = spoken and any(tree.tokens[owner].tag == "PRP$" for owner in owners)
    return told or (holder.kind == "group" and bool(owners))


def _hedged(tree: Tree, head: int) -> Span | None:
    """Return the words "suspected X fighters" where a hedge stands before the noun."""
    for child in descend(tree, head):
        if child < head and tree.tokens[child].text.lower() in (
            "suspected",
            "alleged",
            "presumed",
            "suspect",
            "purported",
        ):
            return phrase(tree, head)
    return None


def _with_company(tree: Tree, head: int, lexicon: Lexicon) -> Span:
    """Return a noun phrase without determiner, with "on motorcycles" and the like."""
    span = bare(tree, head)
    for prep in children(tree, head, "prep"):
        for noun in children(tree, prep, "pobj"):
            if tree.tokens[noun].lemma in lexicon.words["carried"] and tree.tokens[noun].span.end - span.end < 40:
                span = Span(span.start, tree.tokens[noun].span.end)
    return span


def _unnamed(tree: Tree, head: int, kind: str) -> Actor:
    span = phrase(tree, head)
    return Actor(span.of(tree.text), None, span.of(tree.text), kind, span)  # type: ignore[arg-type]
