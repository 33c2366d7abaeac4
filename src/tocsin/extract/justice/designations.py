"""Designations: a group, or people for it, listed, banned, sanctioned or put a price on, for violence.

A standing description ("which is designated as a terrorist group by") tells of no new act.
"""

import re

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, conjuncts, descend, is_passive, phrase, subject
from tocsin.extract.justice.proceedings import authority, frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.subjects import is_pronoun, organisation, points_back
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Subject

_VIOLENT = re.compile(
    r"(?i)\bterror\w*|\bextremis\w*|\bproscri\w+|\bviolen\w+|\bneo-nazi|\bmilitant|\bunlawful organi[sz]ation|"
    r"\bjihad\w*|\binsurg\w+|\brebel\w*|\bhuman rights abuse|\barmed group|\battacks?\b|\bparamilitar\w+"
)
_PLAIN = frozenset({"designate", "proscribe", "blacklist", "outlaw", "ban", "sanction", "prohibit"})
_LISTS = frozenset({"list", "blacklist", "register"})
_LABELS = frozenset({"declare", "label", "brand", "classify", "name", "list"})
_SOUGHT = frozenset({"information", "capture", "arrest", "tip", "detail", "whereabouts", "conviction", "location"})
_PENALTIES = frozenset({"sanction", "reward", "bounty", "ban", "embargo"})


def designations(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the first designation of a sentence."""
    if _VIOLENT.search(sentence.span.of(tree.text)) is None and not _names_group(tree, sentence):
        return ()
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["listing_verbs"]:
            continue
        if token.dep in ("amod", "relcl", "acl", "compound") or _standing(tree, token.index):
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        listed = [i for head in _listed(tree, token.index) for i in conjuncts(tree, head)]
        readings = [r for i in listed for r in _subject(tree, i, token.index, sentence, heard, lexicon)]
        back = bool(listed) and all(
            points_back(tree, i, lexicon) or is_pronoun(tree, i) or _is_mere(tree, i) for i in listed
        )
        if not readings and not back:
            continue
        holder = holder_of(tree, token.index, heard)
        readings += authority(tree, token.index, holder, heard, lexicon) or _government(tree, token.index, holder)
        founds = any(r.field == "subjects" for r in readings)
        return (
            frame(
                tree,
                sentence,
                "designation",
                token.index,
                heard,
                holder,
                readings,
                lexicon,
                definite=back,
                founds=founds,
            ),
        )
    return ()


def _names_group(tree: Tree, sentence: Sentence) -> bool:
    return any(a.kind == "armed_group" and sentence.span.holds(a.span) for a in tree.page.actors)


def _standing(tree: Tree, verb: int) -> bool:
    """Tell whether a verb describes what holds anyway ("is listed by", "has been banned since")."""
    auxiliaries = {tree.tokens[c].text.lower() for c in children(tree, verb, "aux", "auxpass")}
    words = {tree.tokens[i].text.lower() for i in descend(tree, verb)}
    if "since" in words:
        return True
    return is_passive(tree, verb) and bool(auxiliaries & {"is", "are"}) and not auxiliaries & {"been", "being"}


def _listed(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the heads of the phrases for those who are listed, banned, sanctioned or sought for a reward."""
    lemma = tree.tokens[verb].lemma
    objects = _objects(tree, verb)
    if lemma in _PLAIN:
        return objects
    if lemma in ("impose", "slap", "announce", "offer"):
        penalties = [n for n in objects if tree.tokens[n].lemma in _PENALTIES]
        found = [n for p in penalties for n in after(tree, p, "on", "against", "for")]
        found += after(tree, verb, "on", "against", "for") if penalties else ()
        return tuple(n for head in found for n in (head, *_about(tree, head)))
    if lemma in ("add", "place", "put", "include"):
        lists = [n for n in after(tree, verb, "to", "on", "in") if _is_list(tree, n)]
        return objects if lists else ()
    if lemma in _LABELS and _terrorist(tree, verb):
        return objects or _small_subject(tree, verb)
    return ()


def _objects(tree: Tree, verb: int) -> tuple[int, ...]:
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    own = children(tree, verb, "nsubjpass", "nsubj")
    one = subject(tree, verb)
    return own or ((one,) if one is not None else ())


def _small_subject(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the subject of what a verb declares ("declared X a terrorist organisation" parsed as a small clause)."""
    return tuple(s for c in children(tree, verb, "ccomp", "oprd", "xcomp") for s in children(tree, c, "nsubj"))


def _about(tree: Tree, head: int) -> tuple[int, ...]:
    """Return those after "information on" or "the capture of", one within another ("leading to the arrest of")."""
    if tree.tokens[head].lemma not in _SOUGHT:
        return ()
    found: list[int] = []
    for noun in (
        *after(tree, head, "on", "about", "of", "to"),
        *(n for verb in children(tree, head, "acl") for n in after(tree, verb, "to")),
    ):
        found += _about(tree, noun) if tree.tokens[noun].lemma in _SOUGHT else [noun]
    return tuple(found)


def _is_list(tree: Tree, noun: int) -> bool:
    return any(
        tree.tokens[i].lemma.lower() in _LISTS or tree.tokens[i].text.lower().endswith("blacklist")
        for i in descend(tree, noun)
    )


def _terrorist(tree: Tree, verb: int) -> bool:
    return any(
        tree.tokens[i].lemma.lower() in ("terrorist", "terror", "terrorism", "extremist", "illegal", "unlawful")
        for i in descend(tree, verb)
    )


def _subject(tree: Tree, head: int, verb: int, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    group = armed_group(tree, head)
    noun = tree.tokens[head].lemma in lexicon.words["listed_groups"]
    if group is None and (not noun or _is_mere(tree, head) or points_back(tree, head, lexicon)):
        return []
    if group is None:
        group = organisation(tree, head, verb, sentence)
    words = sentence.span.of(tree.text)
    if (
        group is None
        and re.search(
            r"(?i)terror|extremis|militan|armed|neo-nazi|jihad|paramilitar|proscribed|banned (?:group|organi)", words
        )
        is None
    ):
        return []
    span = group.span if group is not None and tree.actor_at.get(head) is group else phrase(tree, head)
    if group is not None and 0 <= group.span.start - span.end <= 1:
        span = Span(span.start, group.span.end)
    if any(n.label == "PERSON" and span.meets(n.span) and not _is_group(tree, n.span) for n in tree.page.page.names):
        return []
    subject = Subject("designated", span.of(tree.text), group, None, None, span)
    return [Reading("subjects", subject, span, holder_of(tree, verb, heard))]


def _is_mere(tree: Tree, head: int) -> bool:
    """Tell whether a noun says nothing of its own: "the group", or what a list calls those on it."""
    if any(tree.tokens[i].text.lower() in ("terrorist", "terror", "extremist") for i in tree.below[head]):
        return tree.tokens[head].tag == "NN" and any(
            tree.tokens[i].text.lower() in ("a", "an") for i in tree.below[head]
        )
    return len(tree.below[head]) == 1 and tree.tokens[tree.below[head][0]].text.lower() in (
        "the",
        "this",
        "that",
        "its",
    )


def _is_group(tree: Tree, span: Span) -> bool:
    return any(actor.kind == "armed_group" and actor.span.meets(span) for actor in tree.page.actors)


def _government(tree: Tree, verb: int, holder: Holder) -> list[Reading]:
    """Return who lists, where it is an organ that the lists of authorities do not know ("the Home Secretary")."""
    doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    if doer is None or tree.tokens[doer].pos not in ("NOUN", "PROPN"):
        return []
    known = tree.actor_at.get(doer)
    if known is not None and known.kind == "armed_group":
        return []
    span: Span = phrase(tree, doer)
    return [Reading("authority", Actor(span.of(tree.text), None, span.of(tree.text), "government", span), span, holder)]
