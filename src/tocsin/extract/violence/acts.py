"""Words of violence in one sentence tell one act, unless a word of time parts them or each has a place of its own.

An act has those who do it; a side that only answers it is none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.extract.grammar.answers import answers, is_fended, is_warded, warded
from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import is_state_side
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    agent_of,
    antecedent,
    by_agent,
    children,
    climb,
    conjuncts,
    descend,
    phrase,
)
from tocsin.extract.slots.casualties import Patient
from tocsin.extract.slots.harm import harms
from tocsin.extract.slots.struck import is_set_off
from tocsin.extract.violence.fire import is_armed, senders
from tocsin.extract.violence.occasions import between, is_occasion, is_reprisal
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality
from tocsin.model.text import Span

_TOLL = "toll"


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
        home = [group for group in groups if all(not _parted(tree, word, other, sentence, lexicon) for other in group)]
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
    if _TOLL in (tree.tokens[one].lemma, tree.tokens[other].lemma):
        return False  # "the toll rose to 22 after an ambush": the ambush's
    path = [index for index in between(tree, one, other) if index not in (one, other)]
    if any(tree.tokens[i].lemma in lexicon.words["parting"] and not _is_of_toll(tree, i, lexicon) for i in path):
        return True
    if is_occasion(tree, one, other, lexicon):
        return True
    if any(tree.tokens[index].lemma in lexicon.words["sequence"] and _is_later(tree, index) for index in path):
        return True
    if _is_recalled(tree, one, other, sentence) or _is_recalled(tree, other, one, sentence):
        return True
    alike = tree.alike(one, other)  # asked where no word parts them; a toll is left with its deed
    toll = any(harms(tree, tree.tokens[i], lexicon) for i in (one, other))
    if alike is not None and (alike >= CHANCES.alike or (alike <= CHANCES.unlike and not toll)):
        return alike <= CHANCES.unlike
    for own in (_own_places, _own_days):
        mine, theirs = own(tree, one, other, sentence), own(tree, other, one, sentence)
        if mine and theirs and not mine & theirs:
            return True
    return False


def _is_of_toll(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word ties a toll to what took it ("the toll from the bombing")."""
    above = tree.tokens[tree.tokens[index].head]
    return tree.tokens[index].lemma == "from" and lexicon.has("toll_nouns", above.lemma)


def is_apart(tree: Tree, act: Act, others: Sequence[Act], lexicon: Lexicon) -> bool:
    """Tell whether one act of a sentence answers the other, so that they never are one event."""
    return any(
        is_occasion(tree, one, two, lexicon) or is_reprisal(tree, one, two, lexicon)
        for other in others
        if other is not act
        for one in act.words
        for two in other.words
    )


def _is_recalled(tree: Tree, word: int, other: int, sentence: Sentence) -> bool:
    """Tell whether a word stands in a clause on a place, with a date of its own ("the town where X fell in April")."""
    clause = next((i for i in (word, *climb(tree, word)) if tree.tokens[i].dep == "relcl"), None)
    if clause is None or other in descend(tree, clause) or tree.tokens[clause].head == other:
        return False
    where = any(tree.tokens[i].lemma == "where" for i in tree.below[clause])
    return where and bool(_own_days(tree, word, other, sentence))


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


def _below_alone(tree: Tree, one: int, other: int) -> set[int]:
    """Return what stands below one word and not below the other; a verb that "and" adds has all that is below it."""
    verbs = tree.tokens[one].pos == tree.tokens[other].pos == "VERB"
    if verbs and tree.tokens[one].dep == "conj" and one in conjuncts(tree, other):
        return set(descend(tree, one))
    return set(descend(tree, one)) - set(descend(tree, other))


def _own_days(tree: Tree, one: int, other: int, sentence: Sentence) -> set[str]:
    """Return the dates below one word that are not below the other."""
    exclusive = _below_alone(tree, one, other)
    return {
        str(dated.when.start)
        for dated in tree.page.dates
        if dated.when.start is not None
        and sentence.span.holds(dated.when.span)
        and any(tree.tokens[index].span.meets(dated.when.span) for index in exclusive)
    }


def _own_places(tree: Tree, one: int, other: int, sentence: Sentence) -> set[str]:
    """Return the settlements below one word that are not below the other."""
    exclusive = _below_alone(tree, one, other)
    return {
        located.place.name
        for located in tree.page.places
        if located.place is not None
        and located.place.precision in ("exact", "settlement", "near")
        and sentence.span.holds(located.span)
        and any(tree.tokens[index].span.meets(located.span) for index in exclusive)
    }


def surest(tree: Tree, act: Act, lexicon: Lexicon) -> Factuality:
    """Return the surest factuality among the words that tell the act; what was tried has begun."""
    order: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
    if any(is_tried(tree, index, lexicon) for index in act.words):
        return "CT+"
    found = [factuality(tree, index, lexicon) for index in act.words]
    return min(found, key=order.index)


def is_tried(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word names an onslaught that somebody is told to have tried ("tried to storm the palace")."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if token.lemma not in lexicon.words["onslaughts"] or above.lemma not in ("try", "attempt"):
        return False
    past = above.tag in ("VBD", "VBN", "VBG") and above.index != index and token.dep in ("xcomp", "acl", "conj")
    return past and factuality(tree, above.index, lexicon) == "CT+"


def agents(tree: Tree, act: Act, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the nouns that act: subjects, "by" nouns, possessors and modifiers of the event nouns."""
    found = [noun for index in act.words for doer in _doers(tree, index, lexicon) for noun in conjuncts(tree, doer)]
    harmed = {patient.head for patient in act.harmed} - set(fallen_strikers(tree, act))
    return tuple(dict.fromkeys(i for i in found if i not in harmed and not _remarks(tree, i, lexicon)))


def fallen_strikers(tree: Tree, act: Act) -> tuple[int, ...]:
    """Return the attackers who fell and of whom a verb says what they struck ("killed three gunmen who attacked")."""
    foes = {i for p in act.harmed if p.perpetrator for i in (p.head, *after(tree, p.head, "of"))}
    struck = {
        antecedent(tree, doer)
        for word in act.strikes
        if tree.tokens[word].pos == "VERB" and (doer := agent_of(tree, word)) is not None
    }
    return tuple(foes & struck)


def is_answered(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether an act is told by what those attacked did about it ("repelled an attack", "returned fire")."""
    return any(answers(tree, i, lexicon) or is_warded(tree, i, lexicon) for i in act.words)


def is_on_duty(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether an act happened in an operation of forces ("during a search", "on a patrol")."""
    nouns = [i for word in act.words for i in after(tree, word, "in", "during", "on", "amid")]
    return any(tree.tokens[i].lemma in lexicon.words["occasions"] and i not in act.strikes for i in nouns)


def _remarks(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody denies, condemns or lays at others' door an act, and so is not told to have done it."""
    token = tree.tokens[noun]
    return token.dep == "nsubj" and tree.tokens[token.head].lemma in lexicon.words["remarks"]


def _doers(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    token = tree.tokens[index]
    if is_fended(tree, index, lexicon):  # who shoots a missile down has not sent it
        stopped = children(tree, index, "dobj", "nsubjpass")
        return (*stopped, *(i for noun in stopped for i in senders(tree, noun, lexicon)))
    if people := warded(tree, index, lexicon):
        return people
    if token.pos in ("VERB", "AUX"):
        if answers(tree, index, lexicon) or runs_into(tree, index, lexicon):
            return ()
        doer = agent_of(tree, index)
        return () if doer is None else (*senders(tree, doer, lexicon), antecedent(tree, doer))
    doer = by_agent(tree, index)
    owners = [
        i
        for i in children(tree, index, "compound", "amod", "nmod")
        if (i in tree.actor_at or is_state_side(tree, i)) and not _is_against(tree, i)
    ]
    carried = None
    if token.dep == "dobj" and tree.tokens[token.head].lemma in lexicon.words["conduct"]:
        carried = agent_of(tree, token.head)
    whence = [
        i for one in (index, *_under(tree, index)) for i in after(tree, one, "from") if is_armed(tree, i, lexicon)
    ]
    return (*_known(doer), *children(tree, index, "poss"), *owners, *_known(carried), *whence)


def runs_into(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether what somebody "hit" is a mine or a bomb, so that it hit them ("a patrol struck a mine")."""
    hit = children(tree, verb, "dobj") if tree.tokens[verb].lemma in lexicon.words["running_into"] else ()
    return any(is_set_off(tree, noun, lexicon) for noun in hit)


def _under(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the verb by which somebody comes "under" an attack."""
    above = tree.tokens[noun].head
    return (tree.tokens[above].head,) if tree.tokens[above].lemma == "under" else ()


def _known(index: int | None) -> tuple[int, ...]:
    return () if index is None else (index,)


def _is_against(tree: Tree, index: int) -> bool:
    """Tell whether "counter-" or "anti-" stands before a name."""
    if index not in tree.actor_at:
        return False
    before = tree.text[max(0, tree.actor_at[index].span.start - 8) : tree.actor_at[index].span.start].lower()
    return before.endswith(("counter-", "anti-", "pro-"))


def telling(tree: Tree, act: Act, agents: Sequence[int]) -> Span:
    """Return the words that tell the act, from who did it to who was hit."""
    spans = [tree.tokens[i].span for i in act.words] + [phrase(tree, i) for i in agents]
    spans += [p.count.span for p in act.harmed if p.count is not None]
    first = tree.tokens[act.words[0]]
    spans = [s for s in spans if abs(s.start - first.span.start) < 600]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def is_long_past(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether a long time is counted from an act ("ten years after the bombing"), or it is of an earlier time."""
    if any(_is_earlier(tree, noun) for word in act.words for noun in (word, *after(tree, word, "in", "at", "during"))):
        return True
    for word in act.strikes:
        governor = tree.tokens[word].head
        if tree.tokens[governor].lemma in ("after", "since") and governor > 0:
            return tree.tokens[governor - 1].lemma in lexicon.words["long_times"]
    return False


def _is_earlier(tree: Tree, noun: int) -> bool:
    """Tell whether something was done on an earlier occasion ("hurt by police in an earlier protest")."""
    return any(tree.tokens[c].text.lower() in ("earlier", "previous") for c in children(tree, noun, "amod"))
