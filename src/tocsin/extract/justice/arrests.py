"""Arrests: people taken or held by an authority without a fight, for something political.

An arrest at the scene of an attack belongs to the attack; those who are held over what they planned make a plot. A
group that holds people has abducted them, and the arrest of protesters is none of ours.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, children, climb
from tocsin.extract.justice.authorities import authority, own_report
from tocsin.extract.justice.custody import counted_arrests, in_custody
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.justice.ties import also_theirs, at_home, for_words, tied
from tocsin.extract.reading import Bearing, Frame, Reading
from tocsin.extract.slots.bearing import counts_over_time
from tocsin.extract.slots.casualties import agent_of, count_of
from tocsin.extract.slots.company import along_with
from tocsin.extract.slots.counting import total
from tocsin.extract.slots.listed import people
from tocsin.extract.slots.subjects import is_name, is_pronoun, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Count

_FURTHER = frozenset({"another", "other", "additional", "further", "more"})
_TAKING = frozenset({"arrest", "detain", "capture", "apprehend", "seize"})
_SCENE = re.compile(
    r"(?i)\b(?:at the (?:scene|site)|on the spot|at the time|minutes later|immediately|shortly (?:after|afterwards?)|"
    r"overpower\w*|wrestl\w+|tackl\w+|subdu\w+|soon after|near the scene|fleeing)\b"
)


def arrests(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests of a sentence."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        held = [
            i
            for head in in_custody(tree, token.index, lexicon)
            for i in (*people(tree, head), *along_with(tree, head), *along_with(tree, token.index))
            if i == head or not lexicon.has("arms", tree.tokens[i].lemma)
        ]
        made = counted_arrests(tree, token.index)
        if not (held or made) or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        if for_words(tree, sentence, held, lexicon):
            continue
        if not _counts(tree, token.index, lexicon):
            continue
        one = _arrest(tree, sentence, token.index, held, heard, lexicon, made=made)
        if one is not None:
            found.append(one)
    return tuple(found)


def _counts(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an authority may have done it: gunmen and armed groups abduct."""
    doer = agent_of(tree, index) if tree.tokens[index].pos == "VERB" else None
    if doer is None or doer in in_custody(tree, index, lexicon):
        return True
    return armed_group(tree, doer) is None and not lexicon.has("perpetrators", tree.tokens[doer].lemma)


def _arrest(
    tree: Tree,
    sentence: Sentence,
    anchor: int,
    held: list[int],
    heard: Voices,
    lexicon: Lexicon,
    *,
    made: int | None = None,
) -> Frame | None:
    holder = holder_of(tree, anchor, heard)
    tie = tied(tree, sentence, lexicon)
    home = tie or at_home(tree, sentence, lexicon)
    if not home and not also_theirs(tree, sentence, held, lexicon):
        return None
    counted, readings = _told(tree, sentence, anchor, held, holder, lexicon)
    if made is not None:
        counted = count_of(tree, made)
    if counts_over_time(tree, anchor, counted, sentence, lexicon):
        return None
    if counted is not None:
        readings.insert(0, Reading("arrested", counted, counted.span, holder, bearing=_bearing(tree, anchor, held)))
    acted = [] if agent_of(tree, anchor) in held else authority(tree, anchor, holder, heard, lexicon)
    readings += acted or ([] if agent_of(tree, anchor) not in (None, *held) else own_report(tree, holder))
    back = bool(held) and all(points_back(tree, head, lexicon) for head in held)
    goes_on = _goes_on(tree, anchor, heard)
    back = (
        back
        or goes_on
        or _are_those_held(tree, anchor, held)
        or (made is not None and any(tree.tokens[c].dep == "det" for c in tree.below[made]))
    )
    own = frame(tree, sentence, "arrest", anchor, heard, holder, readings, lexicon, definite=back)
    at_once = not goes_on and made is None and _at_once(tree, anchor, own, tie=tie, lexicon=lexicon)
    apart = own.date is not None or own.place is not None
    own = replace(own, definite=own.definite or (not apart and _are_others(tree, anchor, held)))
    if _at_scene(tree, sentence, held, lexicon, apart=apart) or at_once:
        counts = [r for r in readings if r.field == "arrested"]
        scene = replace(own, kind="attack", definite=False, founds=False, readings=tuple(counts))
        return scene if counts else None
    if _in_fight(tree, anchor, lexicon):
        return replace(own, kind="operation", definite=False, founds=False)
    named = tie and own.date is not None  # a person known by name alone is held for violence, on a day
    pronoun = all(is_pronoun(tree, head) or (is_name(tree, head) and not named) for head in held)
    told = any(r.field in ("subjects", "arrested") for r in readings)
    founds = bool(readings) and (told or not pronoun) and (home or (counted is not None and own.date is not None))
    return replace(own, founds=founds and not (held and all(is_pronoun(tree, head) for head in held)))


def _are_those_held(tree: Tree, anchor: int, held: list[int]) -> bool:
    """Tell whether an arrest only says which people are meant ("the men arrested on Monday are brothers")."""
    if (
        tree.tokens[anchor].dep not in ("acl", "relcl")
        or tree.page.page.sentences[tree.tokens[anchor].sentence].headline
    ):
        return False
    return any(tree.tokens[c].text.lower() in ("the", "those", "these") for head in held for c in tree.below[head])


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


def _are_others(tree: Tree, anchor: int, held: list[int]) -> bool:
    """Tell whether people are only added to those held before ("two additional suspects were also detained")."""
    added = [{tree.tokens[c].text.lower() for c in tree.below[head]} & _FURTHER for head in held]
    return bool(added) and all(added) and agent_of(tree, anchor) in (None, *held)


def _at_once(tree: Tree, anchor: int, own: Frame, *, tie: bool, lexicon: Lexicon) -> bool:
    """Tell whether an arrest is part of the attack that its document tells: in passing, with nothing of its own.

    "Two suspects were arrested" is; "police have arrested two men over the attack" is an event of its own.
    """
    token = tree.tokens[anchor]
    if token.pos != "VERB" or token.lemma in ("be", "have", "remain", "keep"):
        return False
    if own.headline or own.date is not None or own.place is not None:
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
        if number is not None and not is_pronoun(tree, head) and not _is_loose(tree, head, number, lexicon):
            counts.append(number)
        if subject is not None:
            readings.append(Reading("subjects", subject, subject.span, holder))
    return total(tree, counts), readings


def _is_loose(tree: Tree, head: int, number: Count, lexicon: Lexicon) -> bool:
    """Tell whether a plural means people told of before, so that it says nothing of how many ("the suspects")."""
    return number.qualifier == "vague" and points_back(tree, head, lexicon)


def _at_scene(tree: Tree, sentence: Sentence, held: list[int], lexicon: Lexicon, *, apart: bool) -> bool:
    """Tell whether an attacker is held where the attack happened; `apart` says that a day or place is told."""
    words = sentence.span.of(tree.text)
    culprits = bool(held) and all(tree.tokens[head].lemma in lexicon.words["scene_culprits"] for head in held)
    return (culprits and not apart) or (
        _SCENE.search(words) is not None and not re.search(r"(?i)\bon suspicion|belong", words)
    )
