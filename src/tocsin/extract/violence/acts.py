"""Words of violence in one sentence tell one act, unless a word of time parts them or each has a place of its own.

An act is attack or operation by who does it to whom; it may sum up many acts, point back, or bring something new.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, compound, conjuncts, descend, key, phrase
from tocsin.extract.reading import Reading
from tocsin.extract.slots.casualties import Patient, agent_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind, Factuality
from tocsin.model.text import Span

_SINCE = re.compile(
    r"(?i)\b(?:since (?:the |last |early |late |mid|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|(?:19|20)\d\d|it began|then)|so far (?:this|in)|this year alone|over the past|"
    r"in the past (?:\w+ )?(?:weeks?|months?|years?|decade)|in recent (?:weeks|months|years)|each year|every year|"
    r"a year ago when|during the (?:war|conflict|insurgency))"
)
_HABIT = re.compile(
    r"(?i)\b(?:on (?:several|many|numerous) occasions|"
    r"(?:has|have) (?:\w+ )?(?:carried out|staged|launched|mounted|claimed|been blamed for) (?:\w+ ){0,2}"
    r"(?:attacks|bombings|raids|kidnappings|killings|ambushes|assaults|strikes))\b"
)


@dataclass(frozen=True, slots=True)
class Act:
    """The words of a sentence that tell one act: attack words first, harm words beside."""

    words: tuple[int, ...]
    strikes: tuple[int, ...]
    harmed: tuple[Patient, ...]


def group_acts(
    tree: Tree, strikes: Sequence[int], harmed: Sequence[Patient], sentence: Sentence, lexicon: Lexicon
) -> list[Act]:
    """Group the words of violence of a sentence into acts."""
    words = sorted({*strikes, *(patient.trigger for patient in harmed)})
    groups: list[list[int]] = []
    for word in words:
        home = [group for group in groups if any(not _parted(tree, word, other, sentence, lexicon) for other in group)]
        groups = [group for group in groups if group not in home]
        groups.append([*(index for group in home for index in group), word])
    return [
        Act(
            words=tuple(sorted(group, key=lambda index: (index not in strikes, index))),
            strikes=tuple(index for index in group if index in strikes),
            harmed=tuple(patient for patient in harmed if patient.trigger in group),
        )
        for group in sorted(groups)
    ]


def _parted(tree: Tree, one: int, other: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether two words of violence tell different acts."""
    path = [index for index in _path(tree, one, other) if index not in (one, other)]
    if any(tree.tokens[index].lemma in lexicon.words["parting"] for index in path):
        return True
    if any(tree.tokens[index].lemma in lexicon.words["sequence"] and _is_later(tree, index) for index in path):
        return True
    mine, theirs = _own_places(tree, one, other, sentence), _own_places(tree, other, one, sentence)
    return bool(mine and theirs and not mine & theirs)


def _is_later(tree: Tree, index: int) -> bool:
    """Tell whether "after" counts time ("two days after"), rather than naming what did the harm ("died after")."""
    near = [*tree.below[index], index - 1]
    return (
        any(
            tree.tokens[i].dep == "npadvmod"
            or tree.tokens[i].lemma in ("day", "week", "month", "year", "hour", "shortly")
            for i in near
            if i >= 0
        )
        or tree.tokens[index].pos == "VERB"
    )


def _path(tree: Tree, one: int, other: int) -> list[int]:
    """Return the tokens between two tokens in the tree, with the marks of the clauses crossed."""
    up = {one: [one]}
    trail = [one]
    while tree.tokens[trail[-1]].head != trail[-1]:
        trail.append(tree.tokens[trail[-1]].head)
        up[trail[-1]] = list(trail)
    back = [other]
    while back[-1] not in up:
        if tree.tokens[back[-1]].head == back[-1]:
            return back
        back.append(tree.tokens[back[-1]].head)
    between = [*up[back[-1]], *back]
    marks = [
        child
        for index in between
        for child in tree.below[index]
        if tree.tokens[child].dep in ("mark", "advmod") and tree.tokens[index].dep == "advcl" and index != back[-1]
    ]
    return [*between, *marks]


def _own_places(tree: Tree, one: int, other: int, sentence: Sentence) -> set[str]:
    """Return the settlements below one word that are not below the other."""
    exclusive = set(descend(tree, one)) - set(descend(tree, other))
    return {
        located.place.name
        for located in tree.page.places
        if located.place is not None
        and located.place.precision in ("exact", "settlement", "near")
        and sentence.span.holds(located.span)
        and any(tree.tokens[index].span.meets(located.span) for index in exclusive)
    }


def is_total(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether the words sum up many acts ("dozens of attacks", "400 killed since May") and tell of none."""
    if _SINCE.search(tree.text, sentence.span.start, sentence.span.end) and not any(
        tree.tokens[i].pos == "VERB" and tree.tokens[i].tag == "VBD" for i in act.strikes
    ):
        return True
    if any(tree.tokens[head].lemma in lexicon.words["campaigns"] for head in agents(tree, act)):
        return True
    if _HABIT.search(tree.text, sentence.span.start, sentence.span.end):
        return True
    for index in act.strikes:
        head = tree.tokens[tree.tokens[index].head]
        governor = tree.tokens[head.head]
        if tree.tokens[index].tag == "NNS" and head.lemma == "of" and governor.lemma in lexicon.words["many"]:
            return True
        if tree.tokens[index].tag == "NNS" and any(
            tree.tokens[c].lemma in lexicon.words["many"] for c in tree.below[index]
        ):
            return True
    return False


def is_violent(tree: Tree, act: Act, agents: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Tell whether the words themselves speak of violence by somebody: a blast or a death alone does not."""
    if any(
        reading.field
        in ("perpetrators", "weapons", "suicide", "authority", "responsibility", "killed_perpetrators", "abducted")
        for reading in readings
    ):
        return True
    words = {key(tree, index) for index in act.words} | {compound(tree, index) for index in act.words}
    deliberate = words - lexicon.words["accidental"]
    return bool(
        deliberate & (set(lexicon.attack_verbs) | set(lexicon.attack_nouns) | lexicon.words["murderous"])
    ) or any(is_force(tree, head) for head in agents)


def surest(tree: Tree, act: Act, lexicon: Lexicon) -> Factuality:
    """Return the surest factuality among the words that tell the act."""
    order: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
    found = [factuality(tree, index, lexicon) for index in act.words]
    return min(found, key=order.index)


def agents(tree: Tree, act: Act) -> tuple[int, ...]:
    """Return the nouns that act: subjects, "by" nouns, possessors and modifiers of the event nouns."""
    found: list[int] = []
    for index in act.words:
        token = tree.tokens[index]
        if token.pos in ("VERB", "AUX"):
            doer = agent_of(tree, index)
            if doer is not None:
                found.extend(conjuncts(tree, doer))
            continue
        doer = by_agent(tree, index)
        if doer is not None:
            found.extend(conjuncts(tree, doer))
        found.extend(children(tree, index, "poss"))
        found.extend(
            i
            for i in children(tree, index, "compound", "amod", "nmod")
            if i in tree.actor_at and not _is_against(tree, i)
        )
        if token.dep == "dobj" and tree.tokens[token.head].lemma in ("launch", "carry", "stage", "conduct", "mount"):
            doer = agent_of(tree, token.head)
            if doer is not None:
                found.extend(conjuncts(tree, doer))
    harmed = {patient.head for patient in act.harmed}
    return tuple(dict.fromkeys(index for index in found if index not in harmed))


def _is_against(tree: Tree, index: int) -> bool:
    """Tell whether "counter-" or "anti-" stands before a name."""
    before = tree.text[max(0, tree.actor_at[index].span.start - 8) : tree.actor_at[index].span.start].lower()
    return before.endswith(("counter-", "anti-", "pro-"))


def kind_of(tree: Tree, act: Act, agents: Sequence[int], hit: Sequence[int], lexicon: Lexicon) -> EventKind:
    """Return whether forces acted against armed foes (an operation) or anybody did violence (an attack)."""
    hostile = [i for i in agents if is_perpetrator(tree, i, lexicon) or armed_group(tree, i) is not None]
    forces = [i for i in agents if is_force(tree, i)]
    hostile_hit = any(
        p.perpetrator and _is_foe(tree, p.head, lexicon) for p in act.harmed if p.harm != "abducted"
    ) or any(
        (is_perpetrator(tree, i, lexicon) and _is_foe(tree, i, lexicon)) or armed_group(tree, i) is not None
        for i in hit
    )
    others_hit = any(not p.perpetrator for p in act.harmed)
    bomber = any({tree.tokens[p.head].lemma, compound(tree, p.head)} & lexicon.words["bombers"] for p in act.harmed)
    if hostile and not forces:
        return "attack"
    if bomber:
        return "attack"
    if forces:
        return "operation" if hostile_hit or (not others_hit and not hit) else "attack"
    keys = {key(tree, i) for i in act.words} | {compound(tree, i) for i in act.words}
    keys |= {tree.tokens[i].lemma for word in act.words for i in _governed(tree, word)}
    if hostile_hit and not (others_hit and not keys & lexicon.words["operation_nouns"]):
        return "operation"
    return "operation" if keys & {"operation", "offensive"} and not others_hit else "attack"


def _is_foe(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is an adversary of forces by trade, not just the author of an attack ("the attacker")."""
    return tree.tokens[head].lemma not in lexicon.words["assailants"]


def _governed(tree: Tree, word: int) -> tuple[int, ...]:
    return after(tree, word, "in", "during", "by", "with")


def points_back(tree: Tree, act: Act) -> bool:
    """Tell whether the act is pointed back at: "the attack", "this blast", or harm told without any attack word."""
    if not act.strikes:
        return not agents(tree, act)
    nouns = [i for i in act.strikes if tree.tokens[i].pos in ("NOUN", "PROPN")]
    verbs = [i for i in act.strikes if i not in nouns]
    return not verbs and all(
        any(tree.tokens[c].text.lower() in ("the", "this", "that", "these", "its", "those") for c in tree.below[i])
        for i in nouns
    )


def introduces(tree: Tree, act: Act) -> bool:
    """Tell whether an event noun with "a" tells the act."""
    return any(
        tree.tokens[c].text.lower() in ("a", "an")
        for i in act.strikes
        if tree.tokens[i].pos in ("NOUN", "PROPN")
        for c in tree.below[i]
    )


def is_fresh(tree: Tree, sentence: Sentence, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether the words bring a further act ("another blast", "elsewhere")."""
    opening = {t.text.lower() for t in tree.tokens[sentence.first : sentence.first + 4]}
    near = {tree.tokens[i].lemma for i in tree.below[anchor]}
    return bool(opening & {"separately", "elsewhere", "meanwhile"} or near & lexicon.words["fresh"])


def telling(tree: Tree, act: Act, agents: Sequence[int]) -> Span:
    """Return the words that tell the act, from who did it to who was hit."""
    spans = [tree.tokens[i].span for i in act.words] + [phrase(tree, i) for i in agents]
    spans += [p.count.span for p in act.harmed if p.count is not None]
    first = tree.tokens[act.words[0]]
    spans = [s for s in spans if abs(s.start - first.span.start) < 600]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
