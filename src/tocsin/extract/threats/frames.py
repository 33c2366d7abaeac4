"""Threats: harm that a group, a state or somebody unnamed announces against somebody named or described.

A work that threatens is one threat. A vow to hunt down attackers is no threat, nor is an official warning of what
others may do; gunmen who threaten those whom they are robbing make none of their own.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import SUBJECTS, Tree, after, children, climb, descend, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.scene import token_in
from tocsin.extract.threats.menaces import (
    by_work,
    can_menace,
    harms,
    is_habit,
    is_menace,
    is_to_come,
    menaced,
    menacer,
    named_targets,
)
from tocsin.extract.threats.publications import (
    authenticity,
    carried,
    dated,
    medium_of,
    publications,
    title_of,
    told,
    work_readings,
)
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target, Weapon

_NAMES = frozenset({"name", "mention", "single_out"})


def threats(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the threat or publication of a sentence, and what it says of one told of before."""
    published = publications(tree, sentence, heard, lexicon)
    menaces = _menaces(tree, sentence, heard, lexicon)
    if published and menaces:
        first, menace = published[0], menaces[0]
        fields = {reading.field for reading in first.readings}
        more = [
            r for r in menace.readings if r.field in ("targets", "attack_types", "weapons") or r.field not in fields
        ]
        return (replace(first, kind="threat", founds=first.founds or menace.founds).with_readings(*more),)
    if published or menaces:
        return tuple((published or menaces)[:1])
    return _added(tree, sentence, heard, lexicon)


def _menaces(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or not can_menace(tree, token.index, lexicon):
            continue
        if token.dep in ("amod", "compound") and not by_work(tree, token.index, lexicon):
            continue
        if token.lemma == "call" and not after(tree, token.index, "on", "for", "upon"):
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+") or is_habit(tree, token.index):
            continue
        doer = token.index - 1 if by_work(tree, token.index, lexicon) else agent_of(tree, token.index)
        issuer, work = menacer(tree, token.index, doer, lexicon)
        if issuer is None and work is None:
            continue
        rest = Span(token.span.start, sentence.span.end).of(tree.text)
        targets = menaced(tree, token.index, lexicon)
        harm = harms(tree, token.index, lexicon)
        if not is_menace(token.lemma, rest, issuer, targets, harm):
            continue
        frames.append(_menace(tree, sentence, token.index, issuer, work, targets, heard, lexicon))
    return frames


def _menace(
    tree: Tree,
    sentence: Sentence,
    anchor: int,
    issuer: Actor | None,
    work: int | None,
    targets: list[Target],
    heard: Voices,
    lexicon: Lexicon,
) -> Frame:
    holder = holder_of(tree, anchor, heard)
    if issuer is not None and holder.actor_id is not None and holder.actor_id == issuer.actor_id:
        holder = AUTHOR
    readings = [Reading("issuer", issuer, issuer.span, holder)] if issuer is not None else []
    readings += [Reading("targets", target, target.span, holder) for target in targets]
    readings += _means(tree, anchor, holder, lexicon)
    carrier = work if work is not None else _carrier(tree, sentence, anchor, lexicon)
    if carrier is not None and medium_of(tree, carrier, lexicon) is not None:
        readings += work_readings(tree, sentence, carrier, holder, lexicon)
    else:
        readings += carried(tree, sentence, holder, lexicon)
    readings += [r for r in dated(tree, sentence, anchor, heard, holder) if _is_of(tree, sentence, anchor, r.span)]
    back = work is not None and issuer is None
    return told(tree, sentence, "threat", anchor, holder, readings, definite=back, founds=not back)


def _is_of(tree: Tree, sentence: Sentence, anchor: int, date: Span) -> bool:
    """Tell whether a date is the threat's own, and not that of what is to come ("unless ... by the end of March")."""
    at = token_in(tree, sentence, date)
    for above in climb(tree, at) if at is not None else ():
        if above == anchor:
            return True
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return anchor not in set(climb(tree, above))
    return True


def _carrier(tree: Tree, sentence: Sentence, verb: int, lexicon: Lexicon) -> int | None:
    """Return the work in which somebody threatens ("threatened in a video", "in a statement on Telegram")."""
    own = after(tree, verb, "in", "through", "via")
    rest = [
        token.index
        for token in tree.tokens[sentence.first : sentence.last]
        if token.dep == "pobj" and tree.tokens[token.head].lemma in ("in", "via", "through")
    ]
    return next((n for n in (*own, *rest) if medium_of(tree, n, lexicon)), None)


def _means(tree: Tree, anchor: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the kinds of attack and the weapons that a threat names."""
    readings: list[Reading] = []
    for index in sorted(descend(tree, anchor)):
        token = tree.tokens[index]
        kind = (
            lexicon.attack_verbs.get(key(tree, index)) if token.pos == "VERB" else lexicon.attack_nouns.get(token.lemma)
        )
        if kind not in (None, "unknown") and token.tag != "VBD" and is_to_come(tree, anchor, index):
            readings.append(Reading("attack_types", kind, token.span, holder))
    spans = [tree.tokens[i].span for i in descend(tree, anchor) if is_to_come(tree, anchor, i)]
    for weapon in tree.page.page.weapons:
        if any(weapon.span.meets(span) for span in spans):
            value = Weapon(weapon.span.of(tree.text), weapon.type, weapon.span)
            readings.append(Reading("weapons", value, weapon.span, holder))
    return readings


def _added(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return what a sentence adds to a work told of before: title, channel, language, standing, or whom it names."""
    for token in tree.tokens[sentence.first : sentence.last]:
        medium = medium_of(tree, token.index, lexicon)
        part = token.lemma in lexicon.words["work_parts"]
        if (medium is None and not part) or token.dep not in (*SUBJECTS, "pobj", "attr", "compound"):
            continue
        around = (*tree.below[token.index], *(tree.below[token.head] if token.dep == "compound" else ()))
        if not any(tree.tokens[c].text.lower() in ("the", "this", "these", "its") for c in around):
            continue
        holder = holder_of(tree, token.index, heard)
        readings = carried(tree, sentence, holder, lexicon)
        title = title_of(tree, sentence, token.index) if medium is not None else None
        if title is not None:
            readings.append(Reading("title", title.of(tree.text), title, holder))
        named = _singled_out(tree, token.index, lexicon)
        readings += [Reading("targets", target, target.span, holder) for target in named]
        if readings:
            kind: EventKind = "threat" if named else "publication"
            return (told(tree, sentence, kind, token.index, holder, readings, definite=True, founds=False),)
    again = _again(tree, sentence, lexicon)
    if again is not None:
        holder = holder_of(tree, again, heard)
        readings = carried(tree, sentence, holder, lexicon)
        if readings:
            return (told(tree, sentence, "publication", again, holder, readings, definite=True, founds=False),)
    standing = authenticity(tree, sentence, AUTHOR) if _speaks_of_works(tree, sentence) else None
    if standing is None:
        return ()
    return (told(tree, sentence, "publication", sentence.first, AUTHOR, [standing], definite=True, founds=False),)


def _again(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> int | None:
    """Return the verb by which "it" is said to be put out or to appear ("it went out on the outlet's channel")."""
    spread = lexicon.words["appear_verbs"] | lexicon.words["spread_verbs"]
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and {key(tree, token.index), token.lemma} & spread:
            own = children(tree, token.index, "nsubj", "nsubjpass")
            if own and tree.tokens[own[0]].text.lower() == "it":
                return token.index
    return None


def _singled_out(tree: Tree, work: int, lexicon: Lexicon) -> list[Target]:
    """Return the countries or people that a work names ("the video names four countries: France, ...")."""
    token, verb = tree.tokens[work], tree.tokens[work].head
    noun = token.dep == "compound" and verb == work + 1 and tree.tokens[verb].text == "names"  # a verb, misread
    if not noun and (token.dep != "nsubj" or key(tree, verb) not in _NAMES):
        return []
    heads = list(children(tree, verb, "dobj", "appos"))
    heads += [i for head in heads for i in descend(tree, head) if tree.label_at.get(i) == "GPE"]
    return named_targets(tree, heads, lexicon)


def _speaks_of_works(tree: Tree, sentence: Sentence) -> bool:
    return (
        re.search(
            r"(?i)\bauthentic\w*|\b(?:video|statement|recording|message|leaflets?|poster)\b",
            sentence.span.of(tree.text),
        )
        is not None
    )
