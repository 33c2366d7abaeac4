"""Ties between actors that a text states: province, branch, outlet, front, leader, ally, rival, area, accusation.

A tie holds only as the words between its two ends say. "The group" and "its" stand for the armed group named last.
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.judgements.accusations import accusations
from tocsin.extract.judgements.ends import End, Tie, ends
from tocsin.extract.judgements.feuds import feuds
from tocsin.extract.judgements.outlets import is_named, outlets
from tocsin.extract.judgements.reproaches import reproaches
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.ties import Ties
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Holder, Relation, RelationType
from tocsin.model.text import Span
from tocsin.model.values import Actor

_REACH = 130
_ASIDE = re.compile(r"\s*\([^)]*\)|\s*[“\"][^”\"]{0,40}[”\"]")
_NESTED = re.compile(
    r"(?i)(?P<owner>.+?)[’']s (?P<rest>.*\b(?:province|branch|affiliate|chapter|franchise|wing)|.*\bwilayat\b.*)"
)
_OWNED = re.compile(r"(?i)(?:the )?(?P<rest>.+ (?:branch|province|affiliate)) of (?:the )?(?P<owner>.+)")
_PROVINCE = re.compile(r"(?i)\b(?:province|wilayat)\b")
_HEDGE = re.compile(
    r"(?i)\b(?:believed|thought|suspected|considered|seen|said) (?:to|as)\b|"
    r"\b(?:apparent|reported|alleged|purported)ly\b"
)
_MAYBE = re.compile(r"(?i)\b(?:may|might|could|suspected|possibly)\b")
_FORMER = re.compile(
    r"(?i)\b(?:former|late|slain|ex|then|killed|dead|deceased|previous|local|regional|cell|cells|senior)[ -][\w -]*$"
)


_BEFORE = re.compile(r"(?i)\b(?:late|former|slain|dead|ex|then|previous)[ -](?:the )?$")
_GLOSS = re.compile(r"^, (?:an?|the|one of|its|their|once) [^,;]{3,70},(?= )")
_COMMA = re.compile(r",(?: \w+ly| also| now)?(?: the| an?)? ?|,? (?:who|which) (?:is|was)(?: the| an?)? ?")
_UNTIED = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|not|never|broke|broken|severed|split|renounced|cut (?:its|their|all)|no longer)\b"
)
_BELONGS = re.compile(r"(?i)\b(?:part of|belong\w*)\b")
_WING = re.compile(r"(?i)\b(?:armed|military|militant) wing\b")
_ALLIED = re.compile(r"(?i)\b(?:aligned|allied|ally|allies)\b")


def relations(tree: Tree, heard: Voices, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Return the relations of a document in order of the text, each pair and kind once."""
    kept: dict[tuple[str, ...], Relation] = {}
    for sentence in tree.page.page.sentences:
        for tie in sorted(_ties(tree, sentence, heard, lexicon.ties), key=lambda tie: tie.span):
            pair = (tie.subject.key, tie.object.key)
            key = (tie.relation, *(sorted(pair) if tie.relation == "hostile_to" else pair))
            if pair[0] != pair[1] and key not in kept and isinstance(tie.subject.thing, Actor):
                kept[key] = Relation(
                    id=f"r{len(kept) + 1}",
                    subject=tie.subject.thing,
                    relation=tie.relation,
                    object=tie.object.thing,
                    holder=tie.holder or _holder(tree, sentence, tie.span, heard),
                    factuality=_sure(tie.span.of(tree.text)),
                    span=tie.span,
                    quote=tie.span.of(tree.text),
                )
    return tuple(kept.values())


def _ties(tree: Tree, sentence: Sentence, heard: Voices, ties: Ties) -> Iterator[Tie]:
    inside = ends(tree, sentence)
    yield from _pairs(tree, inside, ties)
    yield from _nested(tree, inside)
    yield from outlets(tree, sentence, inside, ties)
    yield from feuds(tree, sentence, inside, ties)
    for accuser, accused, span, holder in accusations(tree, sentence, inside, heard, ties):
        yield Tie(accuser, "accuses", accused, span, holder)
    for accuser, relation, accused, span, holder in reproaches(tree, sentence, inside, ties):
        yield Tie(accuser, relation, accused, span, holder)


def _pairs(tree: Tree, inside: Sequence[End], ties: Ties) -> Iterator[Tie]:
    """Read the words between every two near ends."""
    for at, first in enumerate(inside):
        for second in inside[at + 1 : at + 5]:
            far = second.span.start - first.span.end > _REACH or second.span.start < first.span.end
            if far or _is_cut(tree, second):
                continue
            between = _ASIDE.sub("", tree.text[first.span.end : second.span.start]).replace("\n", " ").rstrip('("“ ')
            span = Span(first.span.start, second.span.end)
            if (posed := _posed(tree, first, second, between, ties)) is not None:
                yield posed
                continue
            between = _GLOSS.sub("", between)
            for patterns, subject, thing in ((ties.forward, first, second), (ties.backward, second, first)):
                for relation, pattern in patterns:
                    mine, other = _settled(tree, relation, subject, thing)
                    read = pattern.match(between) is not None and not _FORMER.search(between)
                    if read and _fits(tree, relation, mine, other, between):
                        if relation != "leader_of" or not _is_past(tree, first):
                            yield Tie(mine, relation, other, span)
                        break


def _is_cut(tree: Tree, end: End) -> bool:
    """Tell whether a hyphen ties more to a name ("the Guard Corps-Quds Force", "Pakistan-based")."""
    return re.match(r"[-–]\w", tree.text[end.span.end : end.span.end + 2]) is not None and not end.is_place


def _is_past(tree: Tree, end: End) -> bool:
    """Tell whether the words before a name put what it leads into the past ("the late al-Qaida leader")."""
    return _BEFORE.search(tree.text[max(0, end.span.start - 12) : end.span.start]) is not None


def _posed(tree: Tree, first: End, second: End, between: str, ties: Ties) -> Tie | None:
    """Read "X, Y's leader": two names with nothing but a comma between, and the tie behind the second."""
    if not _COMMA.fullmatch(between):
        return None
    for relation, pattern in ties.posed:
        behind = pattern.match(tree.text[second.span.end : second.span.end + 60].replace("\n", " "))
        if (
            behind is not None
            and _fits(tree, relation, first, second, between + behind[0])
            and not _FORMER.search(behind[0])
        ):
            return Tie(first, relation, second, Span(first.span.start, second.span.end + behind.end()))
    return None


def _settled(tree: Tree, relation: RelationType, subject: End, thing: End) -> tuple[End, End]:
    """Return the two ends; a second name of one actor, said to be another's part, stands for that other one."""
    if relation in ("branch_of", "province_of") and subject.is_group and thing.is_group and subject.key == thing.key:
        return subject, End(thing.span, _plain(thing.span.of(tree.text), thing.span))
    return subject, thing


def _plain(words: str, span: Span) -> Actor:
    return Actor(words, None, " ".join(words.split()), "armed_group", span)


def _fits(tree: Tree, relation: RelationType, subject: End, thing: End, between: str) -> bool:
    if _UNTIED.search(between):
        return False
    if relation == "active_in":
        return subject.is_group and thing.is_place
    if relation == "leader_of":
        return subject.is_person and (thing.is_group or _is_known_force(thing))
    if relation == "media_arm_of":
        return subject.is_outlet and thing.is_group and is_named(subject)
    if relation == "front_of":
        return (subject.is_group or subject.is_outlet) and thing.is_group and not subject.pronoun
    if relation == "same_as":
        return subject.is_group and (thing.is_group or thing.is_outlet) and not thing.pronoun
    if relation in ("branch_of", "province_of"):
        whole = thing.is_group or _is_party(thing) or _is_known_force(thing)
        return whole and _is_part(tree, subject, between)
    if relation == "ally_of" and thing.is_place:
        return subject.is_group and thing.is_state and _ALLIED.search(between) is not None
    return subject.is_group and thing.is_group and not (subject.pronoun and thing.pronoun)


def _is_part(tree: Tree, end: End, between: str) -> bool:
    """Tell whether an end may be a part of a group: a group, a force, "the front" that is said to belong, or a wing."""
    if end.pronoun:
        return " " in end.span.of(tree.text) and _BELONGS.search(between) is not None
    wing = isinstance(end.thing, Actor) and end.thing.kind == "organisation" and _WING.search(between) is not None
    return end.is_group or _is_known_force(end) or wing


def _is_known_force(end: End) -> bool:
    return isinstance(end.thing, Actor) and end.thing.kind == "state_force" and end.thing.actor_id is not None


def _is_party(end: End) -> bool:
    return (
        end.is_outlet
        and re.search(r"(?i)\b(?:party|front|movement|army|council|coalition|alliance)\b", end.thing.name) is not None
    )


def _nested(tree: Tree, inside: Sequence[End]) -> Iterator[Tie]:
    """Read "Islamic State's X Province", one name that holds its owner's."""
    for end in inside:
        if not end.is_group or end.pronoun:
            continue
        words = end.span.of(tree.text).replace("\n", " ")
        name = _NESTED.fullmatch(words) or _OWNED.fullmatch(words)
        if name is None:
            continue
        relation: RelationType = "province_of" if _PROVINCE.search(name["rest"]) else "branch_of"
        words = name["owner"]
        known = next(
            (a for a in tree.page.actors if a.name != end.thing.name and a.text.casefold() == words.casefold()), None
        )
        span = Span(end.span.start + name.start("owner"), end.span.start + name.end("owner"))
        owner = Actor(
            words, known.actor_id if known else _owner_id(words), known.name if known else words, "armed_group", span
        )
        yield Tie(end, relation, End(span, owner), end.span)


def _owner_id(words: str) -> str | None:
    return "islamic-state" if words.casefold() in ("islamic state", "isis", "isil") else None


def _holder(tree: Tree, sentence: Sentence, span: Span, heard: Voices) -> Holder:
    inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if span.meets(t.span)]
    return holder_of(tree, inside[len(inside) // 2] if inside else sentence.first, heard)


def _sure(words: str) -> Factuality:
    if _MAYBE.search(words):
        return "PS+"
    return "PR+" if _HEDGE.search(words) else "CT+"
