"""Plots: an attack stopped before violence began, by an arrest, a find or a fault; what was meant and against whom.

A missile shot down or a bomb that went off is an attack; a warning that somebody may strike is none of either.
"""

from collections.abc import Iterable
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import is_force
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    children,
    climb,
    compound,
    conjuncts,
    descend,
    is_passive,
    key,
    phrase,
    subject,
)
from tocsin.extract.justice.arrests import arrests
from tocsin.extract.justice.authorities import authority, own_report
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.harm import harms
from tocsin.extract.slots.roles import kind_of_target
from tocsin.extract.slots.targets import target_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import small
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Actor, Weapon

_WHERE = ("at", "outside", "near", "in", "inside", "on", "under", "beneath", "against", "aboard")


def plots(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the first plot of a sentence, or the arrest over one."""
    for token in tree.tokens[sentence.first : sentence.last]:
        things = _stopped(tree, token.index, lexicon)
        if not things or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        if _came_to_blows(tree, token.index, lexicon):
            continue
        if _is_leftover(tree, sentence, lexicon) or _is_sum(tree, things, lexicon):
            return ()
        holder = holder_of(tree, token.index, heard)
        readings = [
            Reading("stage", "foiled", token.span, holder),
            *(authority(tree, token.index, holder, heard, lexicon) or _finders(tree, token.index, holder, lexicon)),
        ]
        readings += _intent(tree, sentence, things, holder, lexicon)
        return (frame(tree, sentence, "plot", token.index, heard, holder, readings, lexicon),)
    return ()


def over_plots(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the arrests of a sentence, those over a plot as plots."""
    found = arrests(tree, sentence, heard, lexicon)
    over = _over(tree, sentence, [one.anchor for one in found], lexicon)
    return tuple(_as_plot(tree, sentence, one, lexicon) if one.anchor in over else one for one in found)


def _over(tree: Tree, sentence: Sentence, anchors: list[int], lexicon: Lexicon) -> set[int]:
    """Return the arrests below which the plot stands; all of them where it stands below none."""
    cue = lexicon.cues["over_plot"].search(tree.small, tree.tokens[sentence.first].span.start, sentence.span.end)
    if cue is None:
        return set()
    first = next((t.index for t in tree.tokens[sentence.first : sentence.last] if t.span.start >= cue.start()), None)
    nearest = next((i for i in climb(tree, first) if i in anchors), None) if first is not None else None
    return {nearest} if nearest is not None else set(anchors)


def tried_plots(
    tree: Tree, sentence: Sentence, trials: Iterable[Frame], heard: Voices, lexicon: Lexicon
) -> tuple[Frame, ...]:
    """Return the plot that a trial is about, where its day or place is told ("accused of plotting to bomb Kor")."""
    start = tree.tokens[sentence.first].span.start
    over = lexicon.cues["over_plot"].search(tree.small, start, sentence.span.end)
    past = lexicon.cues["carried_out"].search(tree.small, start, sentence.span.end)
    trial = next((one for one in trials if tree.tokens[one.anchor].lemma not in ("acquit", "clear")), None)
    if trial is None or sentence.headline or over is None or past is not None:
        return ()
    inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if over.start() <= t.span.start < over.end()]
    anchor = next((i for i in inside if tree.tokens[i].pos in ("VERB", "NOUN")), None)
    if anchor is None:
        return ()
    holder = holder_of(tree, anchor, heard)
    meant = _intent(tree, sentence, inside, holder, lexicon)
    plot = frame(
        tree,
        sentence,
        "plot",
        anchor,
        heard,
        holder,
        [Reading("stage", "foiled", tree.tokens[anchor].span, holder), *meant],
        lexicon,
        definite=True,
    )
    theirs = {(r.field, r.span) for r in trial.readings}
    own = tuple(r for r in plot.readings if r.field not in ("date", "place") or (r.field, r.span) not in theirs)
    if not any(r.field in ("date", "place") for r in own):
        return ()
    return (replace(plot, recalled=True, readings=own),)


def _as_plot(tree: Tree, sentence: Sentence, one: Frame, lexicon: Lexicon) -> Frame:
    start = tree.tokens[sentence.first].span.start
    over = lexicon.cues["over_plot"].search(tree.small, start, sentence.span.end)
    past = lexicon.cues["carried_out"].search(tree.small, start, sentence.span.end)
    if one.kind != "arrest" or over is None or past is not None:
        return one
    inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if over.start() <= t.span.start < over.end()]
    readings = [
        Reading("stage", "foiled", tree.tokens[one.anchor].span, one.holder),
        *_intent(tree, sentence, inside, one.holder, lexicon),
    ]
    return replace(one, kind="plot", readings=(*one.readings, *readings))


def _came_to_blows(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether people fell as an attack was stopped, so that it had begun ("foiled an attack, killing nine")."""
    further = [i for child in children(tree, verb, "advcl", "conj", "xcomp") for i in conjuncts(tree, child)]
    return any({"killed", "wounded"} & set(harms(tree, tree.tokens[i], lexicon)) for i in further)


def _is_sum(tree: Tree, things: Iterable[int], lexicon: Lexicon) -> bool:
    """Tell whether it is said how many plans were stopped over time ("five plots since 2023"), which tells of none."""
    plans = [i for i in things if tree.tokens[i].tag == "NNS" and tree.tokens[i].lemma in lexicon.words["plot_things"]]
    return any(c in tree.counts_at for i in plans for c in tree.below[i])


def _is_leftover(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a device is left from an old war, in its sentence or in the title."""
    told = [s for s in tree.page.page.sentences if s.headline or s is sentence]
    return any(lexicon.cues["leftover"].search(small(s.span.of(tree.text))) is not None for s in told)


def _finders(tree: Tree, verb: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the engineers that made a device safe, or the force that reports a find of which no finder is told."""
    doer = agent_of(tree, verb)
    if tree.tokens[verb].lemma == "fail":
        return []
    if doer is None or tree.tokens[doer].pos not in ("NOUN", "PROPN"):
        return own_report(tree, holder) if doer is None else []
    if is_passive(tree, verb) or doer not in children(tree, verb, "nsubj") or not _stops(tree, doer, lexicon):
        return []
    span = phrase(tree, doer)
    return [
        Reading("authority", Actor(span.of(tree.text), None, span.of(tree.text), "state_force", span), span, holder)
    ]


def _stopped(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    """Return what a word says to be stopped, found or made safe: a plan, or a device that has not gone off."""
    token = tree.tokens[index]
    if token.pos != "VERB" or token.dep in ("amod", "compound"):
        return []
    word = key(tree, index)
    if token.lemma in lexicon.words["subduing_verbs"]:
        caught = children(tree, index, "nsubjpass" if is_passive(tree, index) else "dobj")
        if any(_is_would_be(tree, one, lexicon) for one in caught):
            return [one for one in caught if _is_would_be(tree, one, lexicon)]
    if token.lemma == "fail" and _to_explode(tree, index):
        one = subject(tree, index)
        return (
            [one] if one is not None and _is_device(tree, one, lexicon) and not _is_hurled(tree, one, lexicon) else []
        )
    if token.lemma not in lexicon.words["stop_verbs"] and word not in lexicon.words["stop_verbs"]:
        return []
    if is_passive(tree, index):
        one = subject(tree, index)
        heads: tuple[int, ...] = children(tree, index, "nsubjpass", "nsubj") or ((one,) if one is not None else ())
    else:
        heads = children(tree, index, "dobj") or _shared(tree, index)
        doer = agent_of(tree, index)
        if doer is None or not _stops(tree, doer, lexicon):
            return []
    found = [i for head in heads for i in conjuncts(tree, head)]
    return [i for i in found if _stoppable(tree, index, i, lexicon)]


def _is_would_be(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody only meant to strike ("a would-be bomber")."""
    words = phrase(tree, head).of(tree.text).lower()
    return tree.tokens[head].lemma in lexicon.words["would_be"] and "would-be" in words


def _shared(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the object that a verb shares with the one joined to it ("found and defused a bomb")."""
    return tuple(n for verb in children(tree, index, "conj") for n in children(tree, verb, "dobj"))


def _stops(tree: Tree, doer: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is of those who stop plots and make bombs safe."""
    token = tree.tokens[doer]
    known = lexicon.words["authorities"] | lexicon.words["dealers"] | lexicon.words["bomb_people"]
    if is_force(tree, doer) or token.lemma.lower() in known:
        return True
    return tree.label_at.get(doer) in ("GPE", "NORP", "ORG") or token.tag == "PRP"


def _is_hurled(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a device was thrown, fired or driven at somebody, so that violence had begun."""
    verbs = children(tree, head, "acl", "relcl")
    return any(tree.tokens[v].lemma in lexicon.words["sending"] for v in verbs)


def _to_explode(tree: Tree, index: int) -> bool:
    return any(tree.tokens[c].lemma in ("explode", "detonate", "go") for c in children(tree, index, "xcomp"))


def _is_device(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    return bool({tree.tokens[head].lemma.lower(), compound(tree, head).lower()} & lexicon.words["devices"])


def _stoppable(tree: Tree, verb: int, head: int, lexicon: Lexicon) -> bool:
    lemma, word = tree.tokens[verb].lemma, tree.tokens[head].lemma
    plan = word in lexicon.words["plot_things"] or compound(tree, head) in lexicon.attack_nouns
    device = _is_device(tree, head, lexicon) or _is_laden(tree, head, lexicon)
    if lemma in lexicon.words["foil_verbs"]:
        return plan or device
    if lemma in lexicon.words["defuse_verbs"]:
        return device and (lemma != "make" or any(tree.tokens[c].lemma == "safe" for c in descend(tree, verb)))
    if lemma in lexicon.words["find_verbs"]:
        return _is_bomb(tree, head, lexicon) or _is_laden(tree, head, lexicon)
    if lemma in ("destroy", "detonate", "explode"):
        return device and any(tree.tokens[i].text.lower() == "controlled" for i in descend(tree, verb))
    if lemma not in lexicon.words["halt_verbs"] and key(tree, verb) not in lexicon.words["halt_verbs"]:
        return False
    if word in ("plot", "conspiracy"):
        return True
    if lemma in ("prevent", "stop", "disrupt", "block") and plan and word not in ("operation", "cell", "plan"):
        return True
    if device and lemma in ("intercept", "discover"):
        return _is_laden(tree, head, lexicon) and word not in ("drone", "missile")
    below = tree.text[tree.tokens[min(descend(tree, head))].span.start : tree.tokens[max(descend(tree, head))].span.end]
    return word in lexicon.words["plotters"] and lexicon.cues["over_plot"].search(small(below)) is not None


def _is_bomb(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a find is a bomb that somebody laid: no mine, no shell, no second one after a blast."""
    words = {tree.tokens[head].lemma.lower(), compound(tree, head).lower()}
    below = {tree.tokens[c].lemma.lower() for c in tree.below[head]}
    if below & {"second", "another", "other", "third", "fake", "hoax", "suspected", "dummy"}:
        return False
    return bool(words & lexicon.words["laid_bombs"])


def _is_laden(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a thing carries explosives ("a car packed with explosives", "a bag containing a bomb")."""
    if tree.tokens[head].lemma not in lexicon.words["bomb_carriers"]:
        return False
    return any(
        tree.tokens[i].lemma in ("explosive", "bomb", "dynamite", "tnt", "grenade", "device")
        for i in descend(tree, head)
    )


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
    heads += [n for i in things if _is_would_be(tree, i, lexicon) for n in after(tree, i, "of")]
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
