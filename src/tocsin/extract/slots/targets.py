"""Whom and what an act hit: by role, type and nationality, never by a private person's name."""

from collections.abc import Sequence

from tocsin.extract.grammar.parts import actor, armed_group, is_perpetrator, is_person, target_type_deep
from tocsin.extract.grammar.tree import Tree, after, children, conjuncts, descend, is_passive, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.slots.casualties import Patient, count_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Effect, Target, TargetType

_VAGUE = frozenset(
    {
        "people",
        "person",
        "others",
        "other",
        "one",
        "dead",
        "victim",
        "wounded",
        "injured",
        "casualty",
        "body",
        "killed",
        "life",
        "death",
        "men",
        "man",
        "missing",
    }
)
_NUMBERS = frozenset(
    {"dozen", "score", "hundred", "thousand", "more", "several", "many", "number", "all", "some", "half"}
)
_AT = ("at", "outside", "near", "in", "inside", "against", "on", "into")
_EVENT_PREPOSITIONS = ("on", "against", "of", "at", "outside", "near", "in", "inside", "targeting", "into")


def struck(tree: Tree, strikes: Sequence[int], lexicon: Lexicon) -> tuple[int, ...]:
    """Return the nouns that the attack words say were struck, people and things."""
    found: list[int] = []
    for index in strikes:
        token = tree.tokens[index]
        if token.pos in ("VERB", "AUX"):
            heads = (
                [*children(tree, index, "nsubjpass")] if is_passive(tree, index) else [*children(tree, index, "dobj")]
            )
            heads += [n for n in after(tree, index, *_AT) if _can_be_hit(tree, n, lexicon)]
        else:
            heads = [n for n in after(tree, index, *_EVENT_PREPOSITIONS) if _can_be_hit(tree, n, lexicon)]
            heads += [
                noun
                for verb in children(tree, index, "acl")
                if tree.tokens[verb].lemma in ("target", "hit", "strike")
                for noun in children(tree, verb, "dobj")
            ]
            governor = tree.tokens[token.head]
            if token.dep in ("nsubj", "dobj", "pobj") and governor.lemma in (
                "hit",
                "strike",
                "target",
                "rip",
                "tear",
                "rock",
            ):
                heads += children(tree, governor.index, "dobj")
                heads += [n for n in after(tree, governor.index, "through") if target_type_deep(tree, n, lexicon)]
        found.extend(i for head in heads for i in conjuncts(tree, head) if tree.tokens[i].pos in ("NOUN", "PROPN"))
    return tuple(dict.fromkeys(found))


def _can_be_hit(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun after a preposition is what was struck; a road there is where it happened."""
    return target_type_deep(tree, noun, lexicon) is not None and tree.tokens[noun].lemma not in ("road", "highway")


def victims(
    tree: Tree,
    harmed: Sequence[Patient],
    strikes: Sequence[int],
    hit: Sequence[int],
    holder: Holder,
    lexicon: Lexicon,
) -> list[Reading]:
    """Return the targets of an act: those harmed with what befell them, then what else was struck."""
    readings: list[Reading] = []
    heads: set[int] = set()
    for patient in harmed:
        if patient.perpetrator:
            continue
        target = target_of(tree, patient.head, "hit", _effect(patient), lexicon)
        if target is not None and patient.head not in heads:
            heads.add(patient.head)
            readings.append(Reading("targets", target, target.span, holder))
    for head in hit:
        if (
            head in heads
            or head in strikes
            or is_perpetrator(tree, head, lexicon)
            or armed_group(tree, head) is not None
        ):
            continue
        target = target_of(tree, head, "hit", None, lexicon)
        if target is not None:
            heads.add(head)
            readings.append(Reading("targets", target, target.span, holder))
    return readings


def target_of(tree: Tree, head: int, role: str, effect: Effect | None, lexicon: Lexicon) -> Target | None:
    """Return a noun phrase as a target; null where it is a mere name, a place, or says nothing ("people")."""
    token = tree.tokens[head]
    if is_person(tree, head) and (office := _office(tree, head)) is not None:
        return target_of(tree, office, role, effect, lexicon)
    if is_person(tree, head) or token.pos == "NUM" or token.lemma in _NUMBERS or head in tree.counts_at:
        return None
    found = actor(tree, head)
    kind = target_type_deep(tree, head, lexicon)
    if token.lemma in _VAGUE and kind in (None, "private_citizens_and_property"):
        return None
    if kind is None and found is not None:
        by_kind: dict[str, TargetType] = {
            "state_force": "military",
            "government": "government",
            "armed_group": "terrorists_and_non_state_militia",
            "organisation": "unknown",
        }
        kind = by_kind.get(found.kind)
    if kind is None and tree.label_at.get(head) in ("GPE", "LOC", "NORP", "DATE", "FAC") and role == "hit":
        return None
    if kind is None and role == "hit" and effect is None:
        return None
    if kind is None and found is None and role == "hit" and token.pos == "PROPN":
        return None
    span = _named_free(tree, head)
    count = count_of(tree, head) if token.pos == "NOUN" else None
    if count is not None and count.high == 0:
        return None
    if (
        count is not None
        and count.qualifier == "vague"
        and head not in tree.counts_at
        and count.text == span.of(tree.text)
    ):
        count = None
    if count is not None and count.low == 1 and token.tag in ("NN", "NNP") and effect is None:
        count = None
    return Target(
        text=span.of(tree.text),
        type=kind or "unknown",
        country=country_in(tree, span),
        role=role,  # type: ignore[arg-type]
        count=count,
        effect=effect,
        span=span,
    )


def _office(tree: Tree, name: int) -> int | None:
    """Return the noun that says who a named person is: in apposition, or before the name."""
    for child in children(tree, name, "appos"):
        if tree.tokens[child].pos == "NOUN":
            return child
    first = min([name, *(c for c in tree.below[name] if tree.label_at.get(c) == "PERSON")])
    if (
        first > 0
        and tree.tokens[first - 1].pos == "NOUN"
        and tree.tokens[first - 1].sentence == tree.tokens[name].sentence
    ):
        return first - 1
    return None


def country_in(tree: Tree, span: Span) -> str | None:
    """Return the country that a phrase's own words name, as a nationality or a state."""
    for nation in tree.page.page.nationalities:
        if span.holds(nation.span):
            return nation.country
    for located in tree.page.places:
        if span.holds(located.span) and located.place is not None and located.place.precision == "country":
            return located.place.country
    return None


def _named_free(tree: Tree, head: int) -> Span:
    """Return the phrase cut before a person's name."""
    span = phrase(tree, head)
    for index in descend(tree, head):
        token = tree.tokens[index]
        if index > head and tree.label_at.get(index) == "PERSON" and span.meets(token.span):
            span = Span(span.start, tree.tokens[head].span.end)
    return span


def _effect(patient: Patient) -> Effect | None:
    return {"killed": "killed", "wounded": "wounded", "abducted": "abducted"}.get(patient.harm)  # type: ignore[return-value]
