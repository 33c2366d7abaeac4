"""Plots: an attack stopped before violence began, by an arrest, a find or a fault; what was meant and against whom.

A missile shot down or a bomb that went off is an attack; a warning that somebody may strike is none of either.
"""

import re
from collections.abc import Iterable

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import is_force
from tocsin.extract.grammar.tree import Tree, after, children, compound, conjuncts, descend, is_passive, key, subject
from tocsin.extract.justice.arrests import arrests
from tocsin.extract.justice.proceedings import authority, frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.roles import kind_of_target
from tocsin.extract.slots.targets import target_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Weapon

_OVER = re.compile(
    r"(?i)\b(?:plot\w*|conspir\w+|(?:plann\w+|plans? to|prepar\w+|intend\w*|"
    r"about|meant|seeking|trying|attempting|scheming) "
    r"(?:\S+ ){0,6}?(?:attacks?|bomb\w*|kill\w*|acts? of terror\w*|terror\w*|assassinat\w+|massacre|kidnap\w*|strikes?|"
    r"shooting|blow up|carry out|open fire)|preparation of (?:a |an )?(?:terror\w*|serious act|attack))\b"
)
_DONE = re.compile(r"(?i)\b(?:killed|wounded|injured|died|exploded|detonated|went off|blew up)\b")
_WHERE = ("at", "outside", "near", "in", "inside", "on", "under", "beneath", "against", "aboard")
_INNER = ("to", "of", "for", "on", "against", "targeting")


def plots(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the first plot of a sentence, or the arrest over one."""
    for token in tree.tokens[sentence.first : sentence.last]:
        things = _stopped(tree, token.index, lexicon)
        if not things or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        holder = holder_of(tree, token.index, heard)
        readings = [
            Reading("stage", "foiled", token.span, holder),
            *authority(tree, token.index, holder, heard, lexicon),
        ]
        readings += _intent(tree, sentence, things, holder, lexicon)
        return (frame(tree, sentence, "plot", token.index, heard, holder, readings, lexicon),)
    return ()


def over_plots(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests of a sentence, those over a plot as plots."""
    return tuple(_as_plot(tree, sentence, one, lexicon) for one in arrests(tree, sentence, heard, lexicon))


def _as_plot(tree: Tree, sentence: Sentence, one: Frame, lexicon: Lexicon) -> Frame:
    start = tree.tokens[sentence.first].span.start
    over = _OVER.search(tree.text, start, sentence.span.end)
    if one.kind != "arrest" or over is None or _about_the_past(tree.text[start : sentence.span.end]):
        return one
    inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if over.start() <= t.span.start < over.end()]
    readings = [
        Reading("stage", "foiled", tree.tokens[one.anchor].span, one.holder),
        *_intent(tree, sentence, inside, one.holder, lexicon),
    ]
    return Frame(
        kind="plot",
        sentence=one.sentence,
        anchor=one.anchor,
        telling=one.telling,
        holder=one.holder,
        factuality=one.factuality,
        headline=one.headline,
        definite=one.definite,
        fresh=one.fresh,
        founds=one.founds,
        readings=(*one.readings, *readings),
    )


def _about_the_past(words: str) -> bool:
    """Tell whether what was planned is said to have been carried out."""
    return (
        _DONE.search(words) is not None
        or re.search(
            r"(?i)\b(?:planned|plotted|masterminded|mastermind\w*|organi[sz]ed) (?:the|last|this|\w+day's|that)\b",
            words,
        )
        is not None
    )


def _stopped(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return what a word says to be stopped, found or made safe: a plan, or a device that has not gone off."""
    token = tree.tokens[index]
    if token.pos != "VERB" or token.dep in ("amod", "compound"):
        return []
    word = key(tree, index)
    if token.lemma == "fail" and _to_explode(tree, index):
        one = subject(tree, index)
        return [one] if one is not None and _is_device(tree, one, lexicon) else []
    if token.lemma not in lexicon.words["stop_verbs"] and word not in lexicon.words["stop_verbs"]:
        return []
    if is_passive(tree, index):
        one = subject(tree, index)
        heads: tuple[int, ...] = children(tree, index, "nsubjpass", "nsubj") or ((one,) if one is not None else ())
    else:
        heads = children(tree, index, "dobj")
        doer = agent_of(tree, index)
        if doer is None or not (
            is_force(tree, doer)
            or tree.tokens[doer].lemma.lower()
            in lexicon.words["authorities"]
            | lexicon.words["dealers"]
            | {"engineer", "squad", "sapper", "expert", "team"}
            or tree.label_at.get(doer) in ("GPE", "NORP", "ORG")
            or tree.tokens[doer].tag == "PRP"
        ):
            return []
    found = [i for head in heads for i in conjuncts(tree, head)]
    return [i for i in found if _stoppable(tree, index, i, lexicon)]


def _to_explode(tree: Tree, index: int) -> bool:
    return any(tree.tokens[c].lemma in ("explode", "detonate", "go") for c in children(tree, index, "xcomp"))


def _is_device(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    return bool({tree.tokens[head].lemma.lower(), compound(tree, head).lower()} & lexicon.words["devices"])


def _stoppable(tree: Tree, verb: int, head: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[verb].lemma
    plan = tree.tokens[head].lemma in lexicon.words["plot_things"] or compound(tree, head) in lexicon.attack_nouns
    if lemma in ("foil", "thwart", "avert", "frustrate", "scupper"):
        return plan or _is_device(tree, head, lexicon)
    if lemma in (
        "prevent",
        "stop",
        "disrupt",
        "uncover",
        "unravel",
        "crush",
        "intercept",
        "bust",
        "smash",
        "break",
        "dismantle",
    ):
        if tree.tokens[head].lemma in ("plot", "conspiracy") or (
            lemma in ("prevent", "stop", "disrupt")
            and plan
            and tree.tokens[head].lemma not in ("operation", "cell", "plan")
        ):
            return True
        below = " ".join(tree.tokens[i].text for i in sorted(descend(tree, head)))
        return (
            tree.tokens[head].lemma in ("cell", "man", "woman", "group", "pair", "people")
            and _OVER.search(below) is not None
        )
    if lemma in ("defuse", "disarm", "neutralise", "neutralize", "deactivate", "disable"):
        return _is_device(tree, head, lexicon)
    if lemma == "make":
        return _is_device(tree, head, lexicon) and any(tree.tokens[c].lemma == "safe" for c in descend(tree, verb))
    return False


def _intent(tree: Tree, sentence: Sentence, things: Iterable[int], holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return what was meant: the kinds of attack, the targets named, and the weapons of the sentence."""
    readings: list[Reading] = []
    inside = [t for t in tree.tokens[sentence.first : sentence.last] if t.pos in ("NOUN", "VERB", "PROPN")]
    reach = {i for thing in things for i in descend(tree, thing)}
    heads: list[int] = []
    for token in inside:
        kind = (
            lexicon.attack_verbs.get(key(tree, token.index))
            if token.pos == "VERB"
            else (lexicon.attack_nouns.get(compound(tree, token.index)) or lexicon.attack_nouns.get(token.lemma))
        )
        if kind is None and not _is_device(tree, token.index, lexicon):
            continue
        if token.lemma in ("raid", "search", "sweep", "shootout", "target", "hit", "strike") and token.pos == "NOUN":
            continue
        kind = "bombing" if kind is None else kind
        if kind != "unknown" and not any(r.value == kind for r in readings):
            readings.append(Reading("attack_types", kind, token.span, holder))
        heads += children(tree, token.index, "dobj") if token.pos == "VERB" else ()
        heads += after(tree, token.index, *_WHERE, *(("of",) if token.lemma in lexicon.attack_nouns else ()))
    for thing in reach:
        heads += children(tree, thing, "dobj") if tree.tokens[thing].lemma in ("target", "attack", "kill") else ()
    for weapon in tree.page.page.weapons:
        if sentence.span.holds(weapon.span):
            value = Weapon(weapon.span.of(tree.text), weapon.type, weapon.span)
            readings.append(Reading("weapons", value, weapon.span, holder))
    for head in dict.fromkeys(i for h in heads for i in conjuncts(tree, h)):
        if tree.tokens[head].pos not in ("NOUN", "PROPN") or head in set(things):
            continue
        target = target_of(tree, head, "named", None, lexicon) if kind_of_target(tree, head, lexicon) else None
        if target is not None and target.type != "terrorists_and_non_state_militia":
            readings.append(Reading("targets", target, target.span, holder))
    return readings
