"""Releases: captives let go by their captors, the end of a kidnapping, or freed by force, which is an operation.

A freed prisoner is none of ours.
"""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, children, descend, is_passive, key, subject
from tocsin.extract.justice.authorities import authority, own_report, reporting
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.listed import people
from tocsin.extract.slots.subjects import is_held, is_pronoun, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span

_FREE = frozenset({"free", "release", "let_go", "set_free", "let", "rescue", "liberate"})
_BY_FORCE = frozenset({"rescue", "liberate"})
_TAKEN = frozenset(
    {"kidnap", "abduct", "seize", "hostage", "captive", "captivity", "abducted", "kidnapped", "abductee", "snatch"}
)
_PRISON = frozenset({"prison", "jail", "bail", "prisoner", "detainee", "inmate", "parole", "custody"})


def releases(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the kidnapping whose captives a sentence says to have been let go."""
    words = {t.lemma.lower() for t in tree.tokens[sentence.first : sentence.last]}
    if words & _PRISON:
        return ()
    for token in tree.tokens[sentence.first : sentence.last]:
        freed = [i for head in _freed(tree, token.index) for i in people(tree, head) if _is_captive(tree, i, lexicon)]
        if not freed or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        doer = agent_of(tree, token.index) if token.lemma not in ("regain", "walk") else None
        forces = doer is not None and is_force(tree, doer) and armed_group(tree, doer) is None
        forces = forces or (doer is not None and is_pronoun(tree, doer) and bool(reporting(tree, token.index, heard)))
        if forces or token.lemma in _BY_FORCE:
            if words & _TAKEN or _from_group(tree, token.index):
                return _rescue(tree, sentence, token.index, freed, heard, lexicon)
            continue
        captors = doer is not None and (
            armed_group(tree, doer) is not None
            or tree.tokens[doer].lemma in lexicon.words["captors"]
            or is_perpetrator(tree, doer, lexicon)
        )
        captives = any(
            tree.tokens[i].lemma in _TAKEN or _is_held_by_group(tree, i) for head in freed for i in descend(tree, head)
        )
        if not captors and not captives and not words & _TAKEN:
            continue
        return _release(tree, sentence, token.index, freed, heard, lexicon)
    return ()


def _is_held_by_group(tree: Tree, index: int) -> bool:
    """Tell whether a word says that people were held by an armed group."""
    doer = agent_of(tree, index) if tree.tokens[index].lemma == "hold" else None
    return doer is not None and any(armed_group(tree, i) is not None for i in descend(tree, doer))


def _from_group(tree: Tree, verb: int) -> bool:
    """Tell whether people are freed from an armed group ("rescued 40 women from a camp of the rebels")."""
    return any(armed_group(tree, i) is not None for noun in after(tree, verb, "from") for i in descend(tree, noun))


def _is_captive(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[head].lemma
    return is_held(tree, head, lexicon) or lemma in lexicon.words["captives"] or lemma.endswith("worker")


def _freed(tree: Tree, index: int) -> tuple[int, ...]:
    token = tree.tokens[index]
    if token.pos != "VERB" or token.dep in ("amod", "compound"):
        return ()
    regained = token.lemma == "regain" and any(tree.tokens[n].lemma == "freedom" for n in children(tree, index, "dobj"))
    walked = token.lemma == "walk" and any(tree.tokens[n].lemma == "free" for n in tree.below[index])
    if regained or walked:
        return children(tree, index, "nsubj")
    word = key(tree, index)
    going = token.lemma == "let" and any(tree.tokens[c].lemma == "go" for c in children(tree, index, "ccomp", "xcomp"))
    if word not in _FREE - {"let"} and not going:
        return ()
    if is_passive(tree, index):
        one = subject(tree, index)
        return children(tree, index, "nsubjpass", "nsubj") or ((one,) if one is not None else ())
    return children(tree, index, "dobj") or tuple(
        s for c in children(tree, index, "ccomp") for s in children(tree, c, "nsubj")
    )


def _subjects(
    tree: Tree, sentence: Sentence, anchor: int, freed: list[int], holder: Holder, lexicon: Lexicon
) -> list[Reading]:
    readings = []
    for head in freed:
        one, _ = subject_of(tree, head, "released", anchor, sentence, lexicon)
        if one is not None and (one.count is not None or not points_back(tree, head, lexicon)):
            readings.append(Reading("subjects", one, one.span, holder))
    return readings


def _rescue(
    tree: Tree, sentence: Sentence, anchor: int, freed: list[int], heard: Voices, lexicon: Lexicon
) -> tuple[Frame, ...]:
    """Return the operation in which captives were freed by force."""
    holder = holder_of(tree, anchor, heard)
    readings = _subjects(tree, sentence, anchor, freed, holder, lexicon)
    by = authority(tree, anchor, holder, heard, lexicon) or own_report(tree, holder)
    found = frame(tree, sentence, "operation", anchor, heard, holder, [*readings, *by], lexicon)
    return (found,) if readings else ()


def _release(
    tree: Tree, sentence: Sentence, anchor: int, freed: list[int], heard: Voices, lexicon: Lexicon
) -> tuple[Frame, ...]:
    """Return the kidnapping that ended where captors let go."""
    holder = holder_of(tree, anchor, heard)
    readings = _subjects(tree, sentence, anchor, freed, holder, lexicon)
    spans = [tree.tokens[anchor].span, *(r.span for r in readings)]
    found = Frame(
        kind="attack",
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality="CT+",
        headline=sentence.headline,
        definite=True,
        attack_types=("kidnapping",),
        readings=(*readings, Reading("attack_types", "kidnapping", tree.tokens[anchor].span, holder)),
    )
    return (found,) if readings else ()
