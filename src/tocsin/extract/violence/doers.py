"""Who acts: perpetrators as a fact, authorities of operations, and the groups that somebody else names or suspects."""

from collections.abc import Sequence

from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.parts import actor, armed_group, is_force, is_perpetrator, is_person, state
from tocsin.extract.grammar.tree import Tree, bare, children, climb, descend, phrase
from tocsin.extract.reading import Reading
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_DOING = frozenset({"nsubj", "pobj", "conj"})


def participants(tree: Tree, kind: EventKind, agents: Sequence[int], holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return who carried out an operation, or who did an attack as a fact and by whose word."""
    readings: list[Reading] = []
    for head in agents:
        if kind == "attack":
            readings.extend(_perpetrator(tree, head, holder, lexicon))
        elif (who := _side(tree, head)) is not None:
            readings.append(Reading("authority", who, who.span, holder))
    return readings


def _perpetrator(tree: Tree, head: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    if holder.kind == "author" and _is_quoted(tree, head):
        return []
    head = _described(tree, _pointed(tree, head, lexicon), lexicon)
    group, side = armed_group(tree, head) or _meant(tree, head, lexicon), _side(tree, head)
    generic = is_perpetrator(tree, head, lexicon) or _is_somebody(tree, head, lexicon)
    if group is None and side is None:
        if not generic or is_person(tree, head):
            return []
        if _is_own(tree, head, holder, lexicon):
            return []
        span = _with_company(tree, head, lexicon)
        return [
            Reading("perpetrators", Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), span, holder)
        ]
    named = group or side
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


def _pointed(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return the attackers told of last for whom "they" stands, else the noun itself."""
    if tree.tokens[head].text.lower() != "they":
        return head
    here = tree.tokens[head].sentence
    before = [t.index for t in tree.tokens[:head] if here - t.sentence <= 1 and t.dep in ("nsubj", "nsubjpass")]
    plural = [i for i in before if tree.tokens[i].tag in ("NNS", "NNPS") and not _tells(tree, i, lexicon)]
    found = plural[-1] if plural else head
    return found if is_perpetrator(tree, found, lexicon) or armed_group(tree, found) is not None else head


def _tells(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return lexicon.has("reporting", tree.tokens[tree.tokens[noun].head].lemma)


def _is_somebody(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun names people of no trade in violence, whom only their deed makes attackers."""
    token = tree.tokens[head]
    if lexicon.has("loners", token.lemma):
        return True
    return token.pos == "NOUN" and token.dep in _DOING and lexicon.has("doers_at_large", token.lemma)


def _is_quoted(tree: Tree, head: int) -> bool:
    """Tell whether a mark of quotation opens right before a noun phrase, so that the words are somebody else's."""
    return tree.text[: phrase(tree, head).start].endswith(('"', "\u201c"))


def _described(tree: Tree, head: int, lexicon: Lexicon) -> int:
    """Return the noun that says what a named person is ("Smith, a self-described neo-Nazi"), else the noun itself."""
    if not is_person(tree, head):
        return head
    return next((i for i in children(tree, head, "appos") if is_perpetrator(tree, i, lexicon)), head)


def _meant(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the armed group that "the same group" points back to."""
    if tree.tokens[head].lemma not in lexicon.words["militant_groups"]:
        return None
    who = party(tree, head, lexicon)
    return who if who is not None and who.kind == "armed_group" and who.actor_id is not None else None


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
    """Return a noun phrase without determiner or the number who fell, with "on motorcycles" and the like."""
    span = bare(tree, head)
    numbers = [i for i in children(tree, head, "nummod") if tree.tokens[head].dep == "dobj" and i < head]
    if numbers:
        span = Span(tree.tokens[max(numbers) + 1].span.start, span.end)
    for prep in children(tree, head, "prep"):
        for noun in children(tree, prep, "pobj"):
            if tree.tokens[noun].lemma in lexicon.words["carried"] and tree.tokens[noun].span.end - span.end < 40:
                span = Span(span.start, tree.tokens[noun].span.end)
    return span


def _side(tree: Tree, head: int) -> Actor | None:
    """Return the force or the state that a noun phrase stands for."""
    if armed_group(tree, head) is not None:
        return None
    if not is_force(tree, head):
        return state(tree, head)
    who = actor(tree, head)
    if who is not None and who.kind == "state_force":
        return who
    span = phrase(tree, head)
    return Actor(span.of(tree.text), None, span.of(tree.text), "state_force", span)
