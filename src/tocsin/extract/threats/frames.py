"""Threats: harm that a group, a state or somebody unnamed announces against somebody named or described.

A work that threatens is one threat. A vow to hunt down attackers is no threat, nor is an official warning of what
others may do; gunmen who threaten those whom they are robbing make none of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import SUBJECTS, Tree, after, children, climb, descend, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.scene import token_in
from tocsin.extract.threats.hoaxes import hoaxes
from tocsin.extract.threats.marked import countries, listed, marked
from tocsin.extract.threats.menacers import Menace
from tocsin.extract.threats.menaces import is_to_come, menaces
from tocsin.extract.threats.publications import dated, publications, told
from tocsin.extract.threats.seen import seen
from tocsin.extract.threats.ultimatums import ultimatums
from tocsin.extract.threats.vows import vows
from tocsin.extract.threats.works import (
    authenticity,
    carried,
    is_title,
    language_of,
    medium_of,
    outlet_of,
    title_of,
    tongue,
    work_readings,
)
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Target, Weapon

_SIGNED = re.compile(
    r"(?i)\b(?:signed|issued|written) (?:by|in the name of)\b|\bbears? the (?:signature|name|logo|letterhead|seal) of\b"
)
_WORDED = re.compile(
    r"(?i)\b(?:sheets?|leaflets?|pamphlets?|letters?|poster|caption|text|reads?|written|speaks?|speaking|masked|narrat\w+|subtitle\w*)\b"
)
_WORKS = re.compile(
    r"(?i)\bauthentic\w*|\bgenuine\b|\b(?:video|statement|recording|message|leaflets?|poster|letter|image)\b|"
    r"^(?:they|it) (?:are|is|was|were) signed"
)


def threats(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the threat or publication of a sentence, and what it says of one told of before."""
    published = publications(tree, sentence, heard, lexicon)
    found = [
        *menaces(tree, sentence, lexicon),
        *ultimatums(tree, sentence, lexicon),
        *marked(tree, sentence, heard, lexicon),
        *vows(tree, sentence, heard, lexicon),
    ]
    found = found or hoaxes(tree, sentence, lexicon)
    if published:
        return (_published(tree, sentence, published[0], found, heard, lexicon),)
    if found:
        return (_menace(tree, sentence, found, heard, lexicon),)
    return _added(tree, sentence, heard, lexicon) or seen(tree, sentence, heard, lexicon)


def _published(
    tree: Tree, sentence: Sentence, work: Frame, found: Sequence[Menace], heard: Voices, lexicon: Lexicon
) -> Frame:
    """Return a publication, as a threat where it also menaces, names states or lists people to be killed."""
    named = _named(tree, sentence, work, lexicon)
    if not found:
        more = [Reading("targets", target, target.span, work.holder) for target in named]
        return replace(work, kind="threat").with_readings(*more) if more else work
    menace = _menace(tree, sentence, found, heard, lexicon)
    fields = {reading.field for reading in work.readings}
    readings = [
        r for r in menace.readings if r.field in ("targets", "attack_types", "weapons") or r.field not in fields
    ]
    told_of = {r.value.country for r in readings if r.field == "targets"}
    readings += [Reading("targets", t, t.span, work.holder) for t in named if t.country not in told_of]
    return replace(work, kind="threat", founds=work.founds or menace.founds).with_readings(*readings)


def _named(tree: Tree, sentence: Sentence, work: Frame, lexicon: Lexicon) -> list[Target]:
    """Return the states that a work names, two of them unless it is an image, and those on its list of death."""
    states = countries(tree, sentence)
    if len(states) < 2 and work.first("medium") != "image":
        states = []
    return [*states, *listed(tree, sentence, lexicon)]


def _menace(tree: Tree, sentence: Sentence, found: Sequence[Menace], heard: Voices, lexicon: Lexicon) -> Frame:
    """Return the threat of a sentence: the first menace, with those whom the others name."""
    first = next((m for m in found if m.issuer is not None), found[0])
    issuer, anchor = first.issuer, first.anchor
    holder = holder_of(tree, anchor, heard)
    if issuer is not None and holder.actor_id is not None and holder.actor_id == issuer.actor_id:
        holder = AUTHOR
    if holder.span is not None and issuer is not None and holder.span.meets(issuer.span):
        holder = AUTHOR
    readings = [Reading("issuer", issuer, issuer.span, holder)] if issuer is not None else []
    targets = _once([t for menace in (first, *found) for t in menace.targets])
    readings += [Reading("targets", target, target.span, holder) for target in targets]
    readings += [Reading("attack_types", kind, tree.tokens[anchor].span, holder) for kind in first.attack_types]
    readings += _means(tree, anchor, holder, lexicon)
    work = first.work
    carrier = work if work is not None else _carrier(tree, sentence, anchor, lexicon)
    if carrier is not None and medium_of(tree, carrier, lexicon) is not None:
        readings += work_readings(tree, sentence, carrier, holder, heard, lexicon)
    else:
        readings += carried(tree, sentence, holder, heard, lexicon)
    outlet = outlet_of(tree, sentence) if carrier is not None else None
    readings += [Reading("media_arm", outlet, outlet.span, holder)] if outlet is not None else []
    readings += [
        r for r in dated(tree, sentence, anchor, heard, holder, lexicon) if _is_of(tree, sentence, anchor, r.span)
    ]
    back = work is not None and issuer is None and not _is_new(tree, work)
    again = back or _points_back(tree, first)
    older = any(tree.tokens[c].text.lower() == "had" for c in children(tree, anchor, "aux"))
    definite = again and not older and not any(r.field == "date" for r in readings)
    bare = older and not any(r.field in ("targets", "date") for r in readings)
    return told(
        tree,
        sentence,
        "threat",
        anchor,
        holder,
        readings,
        definite=definite or back,
        founds=not back and not bare,
        fresh=older,
    )


def _is_new(tree: Tree, work: int) -> bool:
    """Tell whether a work is told of for the first time ("leaflets", "a video")."""
    token = tree.tokens[work]
    first = [tree.tokens[c].text.lower() for c in tree.below[work] if c < work]
    return token.pos == "NOUN" and (token.tag == "NNS" or bool({"a", "an"} & set(first))) and "the" not in first


def _once(targets: Sequence[Target]) -> list[Target]:
    """Return each target once, by the words that tell it."""
    kept: list[Target] = []
    for target in targets:
        if not any(target.span.meets(other.span) for other in kept):
            kept.append(target)
    return kept


def _points_back(tree: Tree, menace: Menace) -> bool:
    """Tell whether who threatens is "it" or "the group", so that a work told of before may be meant."""
    if menace.doer is None:
        return False
    token = tree.tokens[menace.doer]
    return token.tag == "PRP" or any(tree.tokens[c].text.lower() in ("the", "this") for c in tree.below[menace.doer])


def _is_of(tree: Tree, sentence: Sentence, anchor: int, date: Span) -> bool:
    """Tell whether a date is the threat's own, and not that of what is to come ("unless ... by the end of March")."""
    before = tree.text[max(0, date.start - 8) : date.start].lower()
    if re.search(r"\b(?:since|before|until|by)\s$", before):
        return False
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
        readings = carried(tree, sentence, holder, heard, lexicon)
        title = title_of(tree, sentence, token.index) if medium is not None else None
        if title is not None:
            readings.append(Reading("title", title.of(tree.text), title, holder))
        named = countries(tree, sentence) or listed(tree, sentence, lexicon)
        readings += [Reading("targets", target, target.span, holder) for target in named]
        if readings:
            kind: EventKind = "threat" if named else "publication"
            return (told(tree, sentence, kind, token.index, holder, readings, definite=True, founds=False),)
    titled = _titled(tree, sentence, heard, lexicon)
    if titled is not None:
        return (titled,)
    again = _again(tree, sentence, lexicon)
    if again is not None:
        holder = holder_of(tree, again, heard)
        readings = carried(tree, sentence, holder, heard, lexicon)
        if readings:
            return (told(tree, sentence, "publication", again, holder, readings, definite=True, founds=False),)
    readings = _aside(tree, sentence, heard, lexicon)
    if not readings:
        return ()
    return (told(tree, sentence, "publication", sentence.first, AUTHOR, readings, definite=True, founds=False),)


def _aside(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    """Return what a sentence says of a work without telling it again: its standing, its language, who signs it."""
    readings = []
    if _speaks_of_works(tree, sentence):
        standing = authenticity(tree, sentence, heard)
        readings += [standing] if standing is not None else []
        signed = _SIGNED.search(tree.text, *sentence.span)
        signer = next(
            (
                a
                for a in tree.page.actors
                if signed and a.kind == "armed_group" and sentence.span.holds(a.span) and a.span.start >= signed.end()
            ),
            None,
        )
        readings += [Reading("issuer", signer, signer.span, AUTHOR)] if signer is not None else []
    spoken = language_of(tree, sentence, lexicon) if _WORDED.search(sentence.span.of(tree.text)) else None
    if spoken is not None:
        token = tree.tokens[spoken]
        readings.append(Reading("language", lexicon.languages[tongue(token.text)], token.span, AUTHOR))
    return readings


def _titled(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> Frame | None:
    """Return what a sentence tells of a work that it calls by its title ("The Long Road" appeared on Wednesday)."""
    spread = lexicon.words["appear_verbs"] | lexicon.words["spread_verbs"]
    for quotation in tree.page.page.quotations:
        title = quotation.inner
        if not sentence.span.holds(quotation.span) or not is_title(title.of(tree.text)):
            continue
        heads = [t for t in tree.tokens[sentence.first : sentence.last] if title.holds(t.span)]
        verb = next(
            (t.head for t in heads if t.dep in SUBJECTS and {key(tree, t.head), tree.tokens[t.head].lemma} & spread),
            None,
        )
        if verb is None:
            continue
        holder = holder_of(tree, verb, heard)
        readings = [
            Reading("title", title.of(tree.text), title, holder),
            *carried(tree, sentence, holder, heard, lexicon),
            *dated(tree, sentence, verb, heard, holder, lexicon),
        ]
        return told(tree, sentence, "publication", verb, holder, readings, definite=True, founds=False)
    return None


def _again(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> int | None:
    """Return the verb by which "it" is said to be put out or to appear ("it went out on the outlet's channel")."""
    spread = lexicon.words["appear_verbs"] | lexicon.words["spread_verbs"]
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and {key(tree, token.index), token.lemma} & spread:
            own = children(tree, token.index, "nsubj", "nsubjpass")
            if own and tree.tokens[own[0]].text.lower() == "it":
                return token.index
    return None


def _speaks_of_works(tree: Tree, sentence: Sentence) -> bool:
    return _WORKS.search(sentence.span.of(tree.text)) is not None
