"""Ties between actors that a text states: province, branch, outlet, front, leader, ally, rival, area, accusation.

A tie holds only as the words between its two ends say. "The group" and "its" stand for the armed group named last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.judgements.accusations import accusations
from tocsin.extract.judgements.ends import End, ends, last_group
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
_NESTED = re.compile(r"(?P<owner>.+?)(?:[’']s) (?P<rest>.*\bProvince|.*\b(?:Wilayat|wilayat)\b.*)")
_OWNED = re.compile(r"(?i)(?:the )?(?P<rest>.+ (?:branch|province)) of (?:the )?(?P<owner>.+)")
_HEDGE = re.compile(
    r"(?i)\b(?:believed|thought|suspected|considered|seen|said) (?:to|as)\b|"
    r"\b(?:apparent|reported|alleged|purported)ly\b"
)
_MAYBE = re.compile(r"(?i)\b(?:may|might|could|suspected|possibly)\b")
_FORMER = re.compile(
    r"(?i)\b(?:former|late|slain|ex|then|killed|dead|deceased|previous|local|regional|cell|cells|senior)[ -][\w -]*$"
)


_GLOSS = re.compile(r"^, (?:an?|the|one of|its|their|once) [^,;]{3,70},(?= )")
_COMMA = re.compile(r",(?: \w+ly| also| now)?(?: the| an?)? ?|,? (?:who|which) (?:is|was)(?: the| an?)? ?")
_UNTIED = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|not|never|broke|broken|severed|split|renounced|cut (?:its|their|all)|no longer)\b"
)
_OUTLET = re.compile(
    r"(?i)\b(?:media|news|agency|radio|television|tv|press|channel|foundation|productions?|magazine)\b"
)
_ALLIED = re.compile(r"(?i)\b(?:aligned|allied|ally|allies)\b")


@dataclass(frozen=True, slots=True)
class _Tie:
    subject: End
    relation: RelationType
    object: End
    span: Span
    holder: Holder | None = None


def relations(tree: Tree, heard: Voices, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Return the relations of a document in order of the text, each pair and kind once."""
    kept: dict[tuple[str, str, str], Relation] = {}
    for sentence in tree.page.page.sentences:
        for tie in sorted(_ties(tree, sentence, heard, lexicon.ties), key=lambda tie: tie.span):
            key = (tie.subject.key, tie.relation, tie.object.key)
            if key[0] != key[2] and key not in kept and isinstance(tie.subject.thing, Actor):
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


def _ties(tree: Tree, sentence: Sentence, heard: Voices, ties: Ties) -> Iterator[_Tie]:
    inside = ends(tree, sentence)
    yield from _pairs(tree, inside, ties)
    yield from _nested(tree, inside)
    yield from _outlets(tree, sentence, inside, ties)
    yield from _feuds(tree, sentence, inside, ties)
    for accuser, accused, span, holder in accusations(tree, sentence, inside, heard, ties):
        yield _Tie(accuser, "accuses", accused, span, holder)
    for accuser, relation, accused, span, holder in reproaches(tree, sentence, inside, ties):
        yield _Tie(accuser, relation, accused, span, holder)


def _pairs(tree: Tree, inside: Sequence[End], ties: Ties) -> Iterator[_Tie]:
    """Read the words between every two near ends."""
    for at, first in enumerate(inside):
        for second in inside[at + 1 : at + 5]:
            if second.span.start - first.span.end > _REACH or second.span.start < first.span.end:
                continue
            between = _ASIDE.sub("", tree.text[first.span.end : second.span.start]).replace("\n", " ").rstrip('("“ ')
            span = Span(first.span.start, second.span.end)
            if (posed := _posed(tree, first, second, between, ties)) is not None:
                yield posed
                continue
            between = _GLOSS.sub("", between)
            for patterns, subject, thing in ((ties.forward, first, second), (ties.backward, second, first)):
                for relation, pattern in patterns:
                    mine, other = _settled(tree, relation, subject, thing)  # type: ignore[arg-type]
                    if _fits(relation, mine, other, between) and pattern.match(between) and not _FORMER.search(between):  # type: ignore[arg-type]
                        yield _Tie(mine, relation, other, span)  # type: ignore[arg-type]
                        break


def _posed(tree: Tree, first: End, second: End, between: str, ties: Ties) -> _Tie | None:
    """Read "X, Y's leader": two names with nothing but a comma between, and the tie behind the second."""
    if not _COMMA.fullmatch(between):
        return None
    for relation, pattern in ties.posed:
        behind = pattern.match(tree.text[second.span.end : second.span.end + 60].replace("\n", " "))
        if behind is not None and _fits(relation, first, second, between) and not _FORMER.search(behind[0]):  # type: ignore[arg-type]
            return _Tie(first, relation, second, Span(first.span.start, second.span.end + behind.end()))  # type: ignore[arg-type]
    return None


def _settled(tree: Tree, relation: RelationType, subject: End, thing: End) -> tuple[End, End]:
    """Return the two ends; a second name of one actor, said to be another's part, stands for that other one."""
    if relation in ("branch_of", "province_of") and subject.is_group and thing.is_group and subject.key == thing.key:
        return subject, End(thing.span, _plain(thing.span.of(tree.text), thing.span))
    return subject, thing


def _plain(words: str, span: Span) -> Actor:
    return Actor(words, None, " ".join(words.split()), "armed_group", span)


def _fits(relation: RelationType, subject: End, thing: End, between: str) -> bool:
    if _UNTIED.search(between):
        return False
    if relation == "active_in":
        return subject.is_group and thing.is_place
    if relation == "leader_of":
        return subject.is_person and (thing.is_group or _is_known_force(thing))
    if relation == "media_arm_of":
        return (
            subject.is_outlet
            and thing.is_group
            and (_is_named(subject) or _OUTLET.search(subject.thing.name) is not None)
        )
    if relation == "front_of":
        return (subject.is_group or subject.is_outlet) and thing.is_group and not subject.pronoun
    if relation == "same_as":
        return subject.is_group and (thing.is_group or thing.is_outlet) and not thing.pronoun
    if relation in ("branch_of", "province_of"):
        return subject.is_group and not subject.pronoun and (thing.is_group or _is_party(thing))
    if relation == "ally_of" and thing.is_place:
        return subject.is_group and thing.is_state and _ALLIED.search(between) is not None
    return subject.is_group and thing.is_group and not (subject.pronoun and thing.pronoun)


def _is_known_force(end: End) -> bool:
    return isinstance(end.thing, Actor) and end.thing.kind == "state_force" and end.thing.actor_id is not None


def _is_party(end: End) -> bool:
    return (
        end.is_outlet
        and re.search(r"(?i)\b(?:party|front|movement|army|council|coalition|alliance)\b", end.thing.name) is not None
    )


def _nested(tree: Tree, inside: Sequence[End]) -> Iterator[_Tie]:
    """Read "Islamic State's X Province", one name that holds its owner's."""
    for end in inside:
        if not end.is_group or end.pronoun:
            continue
        words = end.span.of(tree.text).replace("\n", " ")
        name = _NESTED.fullmatch(words) or _OWNED.fullmatch(words)
        if name is None:
            continue
        relation: RelationType = "branch_of" if "branch" in words.lower() else "province_of"
        words = name["owner"]
        known = next(
            (a for a in tree.page.actors if a.name != end.thing.name and a.text.casefold() == words.casefold()), None
        )
        span = Span(end.span.start + name.start("owner"), end.span.start + name.end("owner"))
        owner = Actor(
            words, known.actor_id if known else _owner_id(words), known.name if known else words, "armed_group", span
        )
        yield _Tie(end, relation, End(span, owner), end.span)


def _owner_id(words: str) -> str | None:
    return "islamic-state" if words.casefold() in ("islamic state", "isis", "isil") else None


def _outlets(tree: Tree, sentence: Sentence, inside: Sequence[End], ties: Ties) -> Iterator[_Tie]:
    """Read "its outlet Amaq": the owner is the group named last before."""
    for outlet in inside:
        cue = ties.own_outlet.search(tree.text[sentence.span.start : outlet.span.start].replace("\n", " "))
        owner = last_group(tree, sentence.span.start + cue.start()) if cue else None
        if cue and outlet.is_outlet and _is_named(outlet) and (speaker := _heralded(tree, sentence, inside, outlet)):
            yield _Tie(outlet, "media_arm_of", speaker, Span(sentence.span.start + cue.start(), speaker.span.end))
        elif cue and owner is not None and outlet.is_outlet and _is_named(outlet):
            yield _Tie(
                outlet, "media_arm_of", End(owner.span, owner), Span(sentence.span.start + cue.start(), outlet.span.end)
            )


def _heralded(tree: Tree, sentence: Sentence, inside: Sequence[End], outlet: End) -> End | None:
    """Return the group that "in a statement carried by its outlet Amaq, the X said" names only after its outlet."""
    if tree.tokens[sentence.first].tag != "IN":
        return None
    follows = next((e for e in inside if e.is_group and e.span.start >= outlet.span.end), None)
    near = follows is not None and "," in tree.text[outlet.span.end : follows.span.start][-2:]
    return follows if near and follows is not None and not follows.pronoun else None


def _is_named(outlet: End) -> bool:
    return isinstance(outlet.thing, Actor) and outlet.thing.kind == "media_outlet"


def _feuds(tree: Tree, sentence: Sentence, inside: Sequence[End], ties: Ties) -> Iterator[_Tie]:
    """Read "its rival X", and "the two have fought each other": the two groups named last, and where they fight."""
    for group in (end for end in inside if end.is_group and not end.pronoun):
        cue = re.search(
            r"(?i)\b(?:its|the|a|their) (?:\w+ )?rivals?(?: \w+)?,? (?:the )?$",
            tree.text[sentence.span.start : group.span.start],
        )
        other = last_group(tree, sentence.span.start + cue.start(), group.key) if cue else None
        if cue and other is not None:
            yield _Tie(
                group, "hostile_to", End(other.span, other), Span(sentence.span.start + cue.start(), group.span.end)
            )
    war = ties.at_war.search(tree.text, sentence.span.start, sentence.span.end)
    if war is None:
        return
    one = last_group(tree, war.start())
    two = last_group(tree, war.start(), one.actor_id or one.name) if one else None
    if one is None or two is None:
        return
    span = Span(war.start(), max([war.end(), *(e.span.end for e in inside if e.is_place and e.span.start > war.end())]))
    yield _Tie(End(two.span, two), "hostile_to", End(one.span, one), span)
    for place in (e for e in inside if e.is_place and 0 <= e.span.start - war.end() < 40):
        for who in (one, two):
            yield _Tie(End(who.span, who), "active_in", place, span)


def _holder(tree: Tree, sentence: Sentence, span: Span, heard: Voices) -> Holder:
    inside = [t.index for t in tree.tokens[sentence.first : sentence.last] if span.meets(t.span)]
    return holder_of(tree, inside[len(inside) // 2] if inside else sentence.first, heard)


def _sure(words: str) -> Factuality:
    if _MAYBE.search(words):
        return "PS+"
    return "PR+" if _HEDGE.search(words) else "CT+"
