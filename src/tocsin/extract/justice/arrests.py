"""Arrests: people taken or held by an authority without a fight, for something political.

An arrest at the scene of an attack belongs to the attack; those who are held over what they planned make a plot. A
group that holds people has abducted them, and the arrest of protesters is none of ours.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_force
from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts, is_passive, key, subject
from tocsin.extract.justice.proceedings import at_home, authority, frame, tied
from tocsin.extract.reading import Bearing, Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.counting import total
from tocsin.extract.slots.subjects import is_held, is_name, is_pronoun, people, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Count

_CUSTODY = frozenset({"custody", "arrest", "detention"})
_FURTHER = frozenset({"another", "other", "additional", "further", "more"})
_TAKING = frozenset({"arrest", "detain", "capture", "apprehend", "seize"})
_SCENE = re.compile(
    r"(?i)\b(?:at the (?:scene|site)|on the spot|at the time|minutes later|immediately|shortly (?:after|afterwards?)|"
    r"overpower\w*|wrestl\w+|tackl\w+|subdu\w+|soon after|near the scene|fleeing)\b"
)
_CULPRITS = frozenset(
    {"attacker", "assailant", "gunman", "gunmen", "bomber", "shooter", "perpetrator", "knifeman", "hijacker"}
)
_OTHERS = frozenset({"protester", "demonstrator", "activist", "journalist", "reporter", "striker", "blogger"})


def arrests(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests of a sentence."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        held = [i for head in _held(tree, token.index, lexicon) for i in people(tree, head)]
        if not held or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        if any(tree.tokens[i].lemma in _OTHERS for i in held) or not _counts(tree, token.index, lexicon):
            continue
        one = _arrest(tree, sentence, token.index, held, heard, lexicon)
        if one is not None:
            found.append(one)
    return tuple(found)


def _held(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the heads of the phrases for the people whom a word says to be arrested or held."""
    token = tree.tokens[index]
    if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
        if token.lemma == "be" or token.lemma == "remain":
            kept = any(tree.tokens[n].lemma in _CUSTODY for n in after(tree, index, "in", "under"))
            return children(tree, index, "nsubj") if kept else ()
        word = key(tree, index)
        taken = token.lemma in ("take", "place", "put") and any(
            tree.tokens[n].lemma in _CUSTODY for n in after(tree, index, "into", "under", "in")
        )
        if token.lemma in lexicon.words["hold_verbs"] or word in lexicon.words["hold_verbs"] or taken:
            return _objects(tree, index)
        if token.lemma in lexicon.words["seize_verbs"]:
            heads = _objects(tree, index)
            all_held = all(is_held(tree, one, lexicon) for head in heads for one in conjuncts(tree, head))
            return heads if all_held and _seized(tree, index) else ()
        return ()
    if token.pos == "NOUN" and token.lemma in ("arrest", "detention", "capture"):
        heads = (*after(tree, index, "of"), *children(tree, index, "poss"))
        return heads if heads and all(is_held(tree, h, lexicon) for h in heads) else ()
    return ()


def _objects(tree: Tree, verb: int) -> tuple[int, ...]:
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    token = tree.tokens[verb]
    own = children(tree, verb, "nsubjpass", "nsubj")
    if not own and token.dep in ("acl", "relcl"):
        return (token.head,)
    one = subject(tree, verb)
    return own or ((one,) if one is not None else ())


def _seized(tree: Tree, verb: int) -> bool:
    """Tell whether a verb that means more than arrests means one here: an authority does it, or it is said how."""
    lemma = tree.tokens[verb].lemma
    doer = agent_of(tree, verb)
    if doer is not None and (is_force(tree, doer) or tree.label_at.get(doer) == "GPE"):
        return lemma in ("capture", "seize", "catch", "collar") or bool(after(tree, verb, "over", "after", "on", "in"))
    if not is_passive(tree, verb) or doer is not None:
        return False
    if lemma in ("capture", "seize", "collar"):
        return True
    if lemma == "hold" and after(tree, verb, "over"):
        return True
    return lemma in ("hold", "take") and any(
        tree.tokens[n].lemma in ("suspicion", "connection", "shot", "resistance", "custody", "prison")
        for n in after(tree, verb, "on", "in", "without")
    )


def _counts(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an authority may have done it: gunmen and armed groups abduct."""
    doer = agent_of(tree, index) if tree.tokens[index].pos == "VERB" else None
    if doer is None:
        return True
    return armed_group(tree, doer) is None and not lexicon.has("perpetrators", tree.tokens[doer].lemma)


def _arrest(
    tree: Tree, sentence: Sentence, anchor: int, held: list[int], heard: Voices, lexicon: Lexicon
) -> Frame | None:
    holder = holder_of(tree, anchor, heard)
    back = all(points_back(tree, head, lexicon) for head in held)
    pronoun = all(is_pronoun(tree, head) or is_name(tree, head) for head in held)
    tie = tied(tree, sentence)
    if not tie and not at_home(tree, sentence):
        return None
    counted, readings = _told(tree, sentence, anchor, held, holder, lexicon)
    if counted is not None:
        readings.insert(0, Reading("arrested", counted, counted.span, holder, bearing=_bearing(tree, anchor, held)))
    readings += authority(tree, anchor, holder, heard, lexicon)
    back = back or _goes_on(tree, anchor, heard)
    own = frame(tree, sentence, "arrest", anchor, heard, holder, readings, lexicon, definite=back)
    if _at_scene(tree, sentence, held) or _at_once(tree, anchor, own, tie=tie, lexicon=lexicon):
        counts = [r for r in readings if r.field == "arrested"]
        scene = replace(own, kind="attack", definite=False, founds=False, readings=tuple(counts))
        return scene if counts else None
    if _in_fight(tree, anchor, lexicon):
        return replace(own, kind="operation", definite=False, founds=False)
    founds = bool(readings) and not (pronoun and not any(r.field in ("subjects", "arrested") for r in readings))
    return replace(own, founds=founds and not all(is_pronoun(tree, head) for head in held))


def _in_fight(tree: Tree, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether those who arrest also killed, so that it is part of their operation ("killed 14 and captured 3")."""
    near = {tree.tokens[anchor].head, *children(tree, anchor, "conj")}
    beside = tree.tokens[anchor].dep == "conj"
    return any(
        tree.tokens[i].lemma in lexicon.harm["killed"] and (beside or tree.tokens[i].dep == "conj")
        for i in near
        if i != anchor
    )


def _bearing(tree: Tree, anchor: int, held: list[int]) -> Bearing:
    """Return whether those held come on top of others ("another man", "arrested a bomber and detained two men")."""
    if any(tree.tokens[child].text.lower() == "the" for head in held for child in tree.below[head]):
        return "own"
    modifiers = {tree.tokens[child].lemma for head in held for child in (head, *tree.below[head])}
    below = {tree.tokens[child].text.lower() for child in tree.below[anchor]}
    verb = tree.tokens[anchor]
    after_another = verb.dep == "conj" and tree.tokens[verb.head].lemma in _TAKING and verb.pos == "VERB"
    return "more" if modifiers & _FURTHER or below & {"also", "additionally"} or after_another else "own"


def _at_once(tree: Tree, anchor: int, own: Frame, *, tie: bool, lexicon: Lexicon) -> bool:
    """Tell whether an arrest is part of the attack that its document tells: in passing, with nothing of its own.

    "Two suspects were arrested" is; "police have arrested two men over the attack" is an event of its own.
    """
    token = tree.tokens[anchor]
    if token.pos != "VERB" or own.headline or own.date is not None or own.place is not None:
        return False
    after_attack = any(
        {tree.tokens[i].lemma for i in (clause, *children(tree, clause, "conj"))}
        & (set(lexicon.attack_verbs) | {"kill"})
        for clause in children(tree, anchor, "advcl")
        if any(tree.tokens[m].lemma == "after" for m in children(tree, clause, "mark", "prep"))
    )
    perfect = any(tree.tokens[c].lemma == "have" for c in children(tree, anchor, "aux"))
    return after_attack or (not tie and not perfect)


def _goes_on(tree: Tree, anchor: int, heard: Voices) -> bool:
    """Tell whether those who arrest are "they" and no speaker says so of themselves: the telling goes on."""
    doer = agent_of(tree, anchor) if tree.tokens[anchor].pos == "VERB" else None
    return (
        doer is not None and is_pronoun(tree, doer) and not any(above in heard.by_verb for above in climb(tree, anchor))
    )


def _told(
    tree: Tree, sentence: Sentence, anchor: int, held: list[int], holder: Holder, lexicon: Lexicon
) -> tuple[Count | None, list[Reading]]:
    """Return how many are held, and the subjects."""
    counts: list[Count] = []
    readings = []
    for head in held:
        subject, number = subject_of(tree, head, "arrested", anchor, sentence, lexicon)
        if number is not None and not is_pronoun(tree, head):
            counts.append(number)
        if subject is not None:
            readings.append(Reading("subjects", subject, subject.span, holder))
    return total(tree, counts), readings


def _at_scene(tree: Tree, sentence: Sentence, held: list[int]) -> bool:
    """Tell whether an attacker is held where the attack happened."""
    words = sentence.span.of(tree.text)
    culprits = all(tree.tokens[head].lemma in _CULPRITS for head in held)
    return culprits or (_SCENE.search(words) is not None and not re.search(r"(?i)\bon suspicion|belong", words))
