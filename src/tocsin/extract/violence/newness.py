"""Whether the words of an act point back to one told before, or bring something new."""

import re
from collections.abc import Sequence

from tocsin.extract.grammar.parts import is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, children, compound
from tocsin.extract.violence.acts import Act, agents
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_ELSEWHERE = re.compile(
    r"(?i)\W*(?:separately|elsewhere|meanwhile|also (?:in|on|near|at) |in another |in (?:an?|the) "
    r"(?:separate|unrelated|similar|second|third|other) "
    r"(?:\w+ ){0,2}(?:incident|attack|development|raid|ambush|blast|bombing|shooting|strike|clash|case|event))"
)
_OPENERS = frozenset(["in", "near", "north", "south", "east", "west", "outside", "at", "around", "further", "across"])
_LATER = re.compile(
    r"(?i)\W*(?:just |only |about |barely |at least |less than )?(?:an?|a few|several|some|a couple of|\w+) "
    r"(?:hours?|days?|weeks?|months?) (?:later|earlier|before|ago|after)\b"
)


def points_back(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether the act is pointed back at: "the attack", "this blast", or harm told without any attack word."""
    if not act.strikes:
        return not agents(tree, act, lexicon)
    nouns = [i for i in act.strikes if tree.tokens[i].pos in ("NOUN", "PROPN")]
    verbs = [i for i in act.strikes if i not in nouns and not (nouns and _is_beside(tree, i))]
    known = [_hits_known(tree, i) for i in verbs]
    return any(known) or (not verbs and all(_is_pointed(tree, i) for i in nouns))


def kills_known(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether all who came to harm are attackers told of before ("him", "one of the attackers", "both gunmen")."""
    return bool(act.harmed) and all(p.perpetrator and _is_known(tree, p.head, lexicon) for p in act.harmed)


def _is_known(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    nouns = [i for i in (head, *after(tree, head, "of")) if tree.tokens[i].lemma in lexicon.words["culprits_by_deed"]]
    if any(tree.tokens[i].tag == "PRP" for i in (head, *after(tree, head, "of"))):
        return True
    return any(tree.tokens[c].text.lower() in ("the", "both", "these") for i in nouns for c in tree.below[i])


def _hits_known(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has "him" or "them" for whom it hit, so that others have to be told of before."""
    hit = children(tree, verb, "dobj", "nsubjpass")
    return bool(hit) and all(_is_him(tree, i) for i in hit)


def _is_beside(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells what came before or after in a clause of its own ("before police opened fire")."""
    marks = {tree.tokens[i].lemma for i in children(tree, verb, "mark", "prep")}
    return tree.tokens[verb].dep == "advcl" and bool(marks & {"before", "after", "until"})


def _is_him(tree: Tree, index: int) -> bool:
    """Tell whether a pronoun means somebody told of before, not the doer ("blew himself up")."""
    return tree.tokens[index].tag == "PRP" and not tree.tokens[index].text.lower().endswith(("self", "selves"))


def _is_pointed(tree: Tree, noun: int) -> bool:
    """Tell whether an event noun has "the", or says of "it" what it was ("it was the third attack since")."""
    if any(tree.tokens[c].text.lower() in ("the", "this", "that", "these", "its", "those") for c in tree.below[noun]):
        return True
    said = children(tree, tree.tokens[noun].head, "nsubj") if tree.tokens[noun].dep == "attr" else ()
    return any(tree.tokens[i].text.lower() in ("it", "this", "that") for i in said)


def is_by_known(tree: Tree, agents: Sequence[int], lexicon: Lexicon) -> bool:
    """Tell whether those who act were told of before ("the gunmen then stormed")."""
    return bool(agents) and all(
        is_perpetrator(tree, i, lexicon) and i not in tree.actor_at and _is_pointed(tree, i) for i in agents
    )


def introduces(tree: Tree, act: Act) -> bool:
    """Tell whether an event noun with "a" tells the act."""
    return any(
        tree.tokens[c].text.lower() in ("a", "an")
        for i in act.strikes
        if tree.tokens[i].pos in ("NOUN", "PROPN")
        for c in tree.below[i]
    )


def is_fresh(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether the words bring a further act ("another blast", "elsewhere", "ten more died in a strike")."""
    opening = tree.text[sentence.span.start : sentence.span.start + 60]
    near = {tree.tokens[i].lemma for i in tree.below[act.words[0]]}
    if _ELSEWHERE.match(opening) or (near & lexicon.words["fresh"] and not _is_same(tree, act, lexicon)):
        return True
    if _has_own(act) and any(_counts_on(tree, i, lexicon) for i in _subjects(tree, act)):
        return True
    more = any(_is_more(tree, patient.head) for patient in act.harmed)
    if more and (introduces(tree, act) or any(_is_new_bomb(tree, i, lexicon) for i in _subjects(tree, act))):
        return True
    return _LATER.match(opening) is not None and bool(act.strikes) and not points_back(tree, act, lexicon)


def is_moved(tree: Tree, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with the place of what it tells ("In Kor, ...", "North of Bal, ...")."""
    first = tree.tokens[sentence.first : sentence.first + 7]
    if not first or first[0].text.lower() not in _OPENERS:
        return False
    comma = next((t.index for t in first if t.text == ","), sentence.first)
    return any(tree.label_at.get(t.index) in ("GPE", "LOC", "FAC") for t in first if t.index < comma)


def _is_same(tree: Tree, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether "the second" counts no new act: "it was the second attack", or the second blast of a bombing."""
    said = any(
        tree.tokens[i].dep == "attr" or tree.tokens[tree.tokens[i].head].lemma in ("mark", "represent", "constitute")
        for i in act.strikes
    )
    blasts = {tree.tokens[i].lemma for i in act.strikes} <= lexicon.words["accidental"]
    return said or (blasts and points_back(tree, act, lexicon))


def _has_own(act: Act) -> bool:
    """Tell whether an act has dead or wounded of its own."""
    return any(patient.count is not None and patient.count.high != 0 for patient in act.harmed)


def _subjects(tree: Tree, act: Act) -> tuple[int, ...]:
    return tuple(child for i in act.strikes for child in children(tree, i, "nsubj"))


def _counts_on(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a weapon is counted on from others ("a third roadside bomb")."""
    return any(tree.tokens[i].lemma in lexicon.words["fresh"] for i in tree.below[noun])


def _is_new_bomb(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a bomb is one not told of before ("a car bomb")."""
    new = any(tree.tokens[i].text.lower() in ("a", "an") for i in tree.below[noun])
    return new and bool({tree.tokens[noun].lemma, compound(tree, noun)} & lexicon.words["going_off"])


def _is_more(tree: Tree, head: int) -> bool:
    near = [i for child in tree.below[head] for i in (child, *tree.below[child]) if i < head]
    return any(tree.tokens[i].text.lower() in ("more", "another", "further", "other") for i in near)
