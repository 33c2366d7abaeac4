"""Whom and what an act hit: by role, type and nationality, never by a private person's name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from tocsin.extract.grammar.parts import armed_group, is_perpetrator, is_person
from tocsin.extract.grammar.tree import Tree, after, children, descend, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.slots.bodies import nation_is_in_name
from tocsin.extract.slots.casualties import Patient
from tocsin.extract.slots.counting import count_of
from tocsin.extract.slots.roles import kind_of_target
from tocsin.extract.slots.struck import Blow
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Count, Effect, Target, TargetType

_PRIVATE: TargetType = "private_citizens_and_property"
_BODILY = frozenset({"killed", "wounded", "abducted"})
_PLACED = frozenset({"GPE", "LOC", "NORP", "DATE", "FAC"})
_GRAVITY = ("killed", "wounded", "abducted", "missing", "arrested")
_OF_STATES: frozenset[TargetType] = frozenset({"diplomatic", "government", "military", "police"})
_FURTHER = frozenset({"more", "third", "another", "fourth"})
VAGUE = 0.5  # how sure it is that "nine people" is the best that can be said of a target


def victims(
    tree: Tree, harmed: Sequence[Patient], blows: Sequence[Blow], holder: Holder, lexicon: Lexicon
) -> list[Reading]:
    """Return the targets of an act: those harmed with what befell them, then what else was struck."""
    found: dict[int, Target] = {}
    fates = {p.head: _effect(p) for p in sorted(harmed, key=lambda p: _GRAVITY.index(p.harm), reverse=True)}
    vague: list[Reading] = []
    for patient in harmed:
        if patient.perpetrator or patient.head in found:
            continue
        target = target_of(tree, patient.head, "hit", fates[patient.head], lexicon)
        if target is not None:
            found[patient.head] = _as_whole(tree, patient, target, found, harmed)
            continue
        people = _people(tree, patient, list(found.values()), lexicon)
        if people is not None:
            vague.append(Reading("targets", people, people.span, holder, certainty=VAGUE))
    for blow in blows:
        if blow.head in found or is_perpetrator(tree, blow.head, lexicon) or armed_group(tree, blow.head) is not None:
            continue
        target = target_of(tree, blow.head, "hit", blow.effect, lexicon)
        if target is not None:
            found[blow.head] = target
    return [*(Reading("targets", target, target.span, holder) for target in found.values()), *vague]


def _as_whole(
    tree: Tree, patient: Patient, target: Target, found: dict[int, Target], harmed: Sequence[Patient]
) -> Target:
    """Return "an officer" among soldiers as one of them."""
    if not patient.part_of or tree.tokens[patient.head].lemma != "officer":
        return target
    wholes = [found[p.head] for p in harmed if p.trigger == patient.trigger and not p.part_of and p.head in found]
    return replace(target, type="military") if any(whole.type == "military" for whole in wholes) else target


def _effect(patient: Patient) -> Effect | None:
    """Return what befell somebody; those of whom nobody came to harm were left unharmed."""
    if patient.count is not None and patient.count.high == 0:
        return "none"
    return patient.harm if patient.harm in get_args(Effect) else None  # type: ignore[return-value]


def _people(tree: Tree, patient: Patient, told: Sequence[Target], lexicon: Lexicon) -> Target | None:
    """Return people told by their number alone; "a third" is of the kind of those told of before."""
    count, head = patient.count, patient.head
    if count is None or not count.low or patient.bearing in ("former", "instead") or is_person(tree, head):
        return None
    more = tree.tokens[head].text.lower() in _FURTHER
    if (not told if more else len(count.text.split()) < 2) or tree.tokens[head].lemma in ("body", "corpse"):
        return None
    if lexicon.has("harm_words", tree.tokens[head].text.lower()):
        return None
    numbered = more or tree.tokens[head].pos == "NUM" or head in tree.counts_at
    if not numbered and not lexicon.has("bare_people", tree.tokens[head].lemma):
        return None
    further = {tree.tokens[i].text.lower() for i in (head, head + 1) if i < len(tree.tokens)} & _FURTHER
    kind = told[-1].type if further and told else _PRIVATE if _at_home(tree, patient.trigger, lexicon) else "unknown"
    return Target(count.text, kind, country_in(tree, count.span), "hit", count, _effect(patient), count.span)


def _at_home(tree: Tree, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence puts the harm where people live or trade, so that they are townspeople."""
    sentence = tree.tokens[trigger].sentence
    homes = {"market", "house", "home", "hut", "bazaar"} | lexicon.words["settlements"]
    return any(t.lemma in homes for t in tree.tokens if t.sentence == sentence)


def target_of(tree: Tree, head: int, role: str, effect: Effect | None, lexicon: Lexicon) -> Target | None:
    """Return a noun phrase as a target; null where it is a mere name, a place, or says nothing ("people")."""
    token = tree.tokens[head]
    if is_person(tree, head) or _is_somebody(tree, head, effect, lexicon):
        office = _office(tree, head)
        return None if office is None else target_of(tree, office, role, effect, lexicon)
    if token.pos == "PUNCT" or token.text in "-–" or token.lemma in ("injury", "casualty"):
        return None
    if lexicon.has("harm_words", token.text.lower()) or token.text.lower() in _FURTHER:
        return None
    if tree.label_at.get(head) in ("DATE", "TIME") and head not in tree.counts_at:
        return None
    if token.pos == "NUM" or (head in tree.counts_at and not lexicon.has("gathering_nouns", token.lemma)):
        return _some_of(tree, head, role, effect, lexicon)
    kind = kind_of_target(tree, head, lexicon)
    if lexicon.has("bare_people", token.lemma) and kind in (None, _PRIVATE, "unknown") and not _described(tree, head):
        return None
    if _is_reported(tree, head, lexicon):
        return None
    if kind == "unknown" and role == "hit" and effect is None:
        return None
    if kind is None and role == "hit":
        kind = _by_harm(tree, head, effect, lexicon)
        if kind is None:
            return None
    span = _named_free(tree, head)
    if span.of(tree.text).lower().startswith("dead "):
        span = Span(span.start + 5, span.end)
    if effect == "none" and span.of(tree.text).lower().startswith("no "):
        span = Span(span.start + 3, span.end)
    return Target(
        text=span.of(tree.text),
        type=kind or "unknown",
        country=country_in(tree, _with_body(tree, head, span), named=kind not in _OF_STATES),
        role=role,  # type: ignore[arg-type]
        count=_count(tree, head, span, effect),
        effect=effect,
        span=span,
    )


def _is_somebody(tree: Tree, head: int, effect: Effect | None, lexicon: Lexicon) -> bool:
    """Tell whether a name that nothing knows is a person's: no firm is killed or carried off."""
    token, actor = tree.tokens[head], tree.actor_at.get(head)
    listed = actor is not None and (actor.actor_id is not None or actor.kind not in ("unknown", "organisation"))
    if token.tag != "NNP" or effect not in _BODILY or listed or tree.label_at.get(head) in _PLACED:
        return False
    return kind_of_target(tree, head, lexicon) in (None, "unknown")


def _is_reported(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is who reports, taken by the parser for somebody hit ("killing nine, reported officials")."""
    first = tree.tokens[head - 1] if head else None
    return (
        first is not None
        and first.dep == "amod"
        and first.tag in ("VBN", "VBD")
        and lexicon.has("reporting", first.lemma)
    )


def _some_of(tree: Tree, head: int, role: str, effect: Effect | None, lexicon: Lexicon) -> Target | None:
    """Return "two of our soldiers" as a target."""
    for noun in after(tree, head, "of"):
        found = target_of(tree, noun, role, effect, lexicon) if tree.tokens[noun].pos == "NOUN" else None
        if found is not None:
            words = phrase(tree, head)
            return replace(found, text=words.of(tree.text), span=words, count=count_of(tree, head))
    return None


def _described(tree: Tree, head: int) -> bool:
    """Tell whether an adjective or a nationality says which people ("two middle-aged men", "Japanese hostages")."""
    if country_in(tree, phrase(tree, head)) is not None:
        return True
    return tree.tokens[head].lemma in ("man", "men") and bool(children(tree, head, "amod", "compound"))


def _by_harm(tree: Tree, head: int, effect: Effect | None, lexicon: Lexicon) -> TargetType | None:
    """Return the type of somebody harmed whom the lists do not know: a private person, where it is a person at all."""
    token = tree.tokens[head]
    if effect is None or token.pos != "NOUN" or tree.label_at.get(head) in _PLACED:
        return None
    return None if lexicon.has("not_people", token.lemma) or token.tag == "VBG" else _PRIVATE


def _count(tree: Tree, head: int, span: Span, effect: Effect | None) -> Count | None:
    """Return how many; a bare plural, and one thing that was merely aimed at, say nothing."""
    count = count_of(tree, head) if tree.tokens[head].pos == "NOUN" else None
    if count is None or count.high == 0:
        return None
    plural = count.qualifier == "vague" and head not in tree.counts_at and count.text == span.of(tree.text)
    single = count.low == 1 and tree.tokens[head].tag in ("NN", "NNP") and effect is None
    return None if plural or single else count


def _office(tree: Tree, name: int) -> int | None:
    """Return the noun that says who a named person is: in apposition, or before the name."""
    for child in children(tree, name, "appos"):
        if tree.tokens[child].pos == "NOUN":
            return child
    first = min([name, *(c for c in tree.below[name] if tree.label_at.get(c) == "PERSON")])
    before = tree.tokens[first - 1] if first > 0 else None
    if before is not None and before.pos == "NOUN" and before.sentence == tree.tokens[name].sentence:
        return first - 1
    return None


def country_in(tree: Tree, span: Span, *, named: bool = False) -> str | None:
    """Return the country that a phrase's own words name, as a nationality or a state.

    A nationality in the name of an organisation (`named`) is that of nobody who works for it.
    """
    for nation in tree.page.page.nationalities:
        if named and nation_is_in_name(tree, nation.span):
            continue
        if span.holds(nation.span) and tree.text[nation.span.end : nation.span.end + 1] not in ("-", "–"):
            return nation.country
    for located in tree.page.places:
        if span.holds(located.span) and located.place is not None and located.place.precision == "country":
            return located.place.country
    return None


def _with_body(tree: Tree, head: int, span: Span) -> Span:
    """Return a phrase with the body at which somebody serves ("the attache at the British embassy")."""
    ends = [
        phrase(tree, noun).end
        for prep in children(tree, head, "prep")
        if tree.tokens[prep].lemma in ("at", "of", "from", "to")
        for noun in children(tree, prep, "pobj")
        if tree.label_at.get(noun) not in ("GPE", "LOC")
    ]
    return Span(span.start, max([span.end, *ends]))


def _named_free(tree: Tree, head: int) -> Span:
    """Return the phrase cut before a person's name."""
    span = phrase(tree, head)
    for index in descend(tree, head):
        token = tree.tokens[index]
        if index > head and tree.label_at.get(index) == "PERSON" and span.meets(token.span):
            span = Span(span.start, tree.tokens[head].span.end)
    if tree.text[: span.start].endswith("-"):  # "the Turkish vice-consul", which the parser cuts in three
        cut = next((t.index for t in tree.tokens if t.span.end == span.start - 1), None)
        span = span if cut is None else Span(phrase(tree, cut).start, span.end)
    return Span(span.start, span.end + 3) if tree.text[span.end : span.end + 3] == "-by" else span
