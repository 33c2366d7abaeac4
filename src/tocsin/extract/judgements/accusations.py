"""Who accuses whom of backing or sheltering an armed group (blame for an act is responsibility, not a relation)."""

import re

from tocsin.extract.grammar.tree import Tree, by_agent, children, descend, phrase, subject
from tocsin.extract.judgements.ends import End
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.ties import Ties
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place

_ACCUSE = frozenset({"accuse", "charge", "suspect"})
_SAY = frozenset(
    {"say", "allege", "claim", "insist", "maintain", "believe", "argue", "declare", "tell", "charge", "contend"}
)
_NAME = frozenset({"call", "brand", "label", "describe", "dub"})
_TOOL = re.compile(
    r"(?i)\b(?:prox(?:y|ies)|puppets?|tools?|agents?|creatures?|stooges?|instruments?|mercenar(?:y|ies)|arm)\b"
)


def accusations(
    tree: Tree, sentence: Sentence, inside: tuple[End, ...], heard: Voices, ties: Ties
) -> list[tuple[End, End, Span, Holder]]:
    """Return accuser, accused, words and holder of each accusation in a sentence."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in _ACCUSE | _SAY | _NAME:
            continue
        accuser = _accuser(tree, token.index, inside, heard)
        below = [tree.tokens[i] for i in descend(tree, token.index)]
        after = [t for t in below if t.index > token.index]
        if accuser is None or not after:
            continue
        span = Span(token.span.start, max(t.span.end for t in after))
        content = _content(tree, token.index, token.lemma)
        if content is None and token.lemma not in _NAME:
            continue
        accused = _accused(tree, content, inside, ties, span) if content is not None else _master(tree, inside, span)
        if accused is not None and accused.key != accuser[0].key:
            words = Span(min(accuser[0].span.start, span.start), span.end)
            found.append((accuser[0], accused, Span(max(words.start, sentence.span.start), words.end), accuser[1]))
    return found + _according(tree, sentence, inside, heard, ties)


def _according(
    tree: Tree, sentence: Sentence, inside: tuple[End, ...], heard: Voices, ties: Ties
) -> list[tuple[End, End, Span, Holder]]:
    """Read "according to the minister, the rebels are backed by X", where the minister speaks for a state."""
    holder = heard.by_sentence.get(sentence.index)
    if holder is None or holder.kind not in ("government", "authority") or holder.span is None or not holder.text:
        return []
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        backer = by_agent(tree, token.index) if ties.backing.match(token.text) else None
        backed = subject(tree, token.index) if backer is not None else None
        state = next((e for e in inside if backer is not None and e.span.meets(tree.tokens[backer].span)), None)
        group = backed is not None and any(e.is_group and e.span.meets(phrase(tree, backed)) for e in inside)
        if state is None or not isinstance(state.thing, Place) or backed is None or not group:
            continue
        words = Span(phrase(tree, backed).start, state.span.end)
        accuser = Actor(holder.text, holder.actor_id, holder.text, "government", holder.span)
        found.append((End(holder.span, accuser), End(state.span, _state(state.thing)), words, holder))
    return found


def _master(tree: Tree, inside: tuple[End, ...], span: Span) -> End | None:
    """Return the state whose tools somebody is called ("called the rebels the proxies of India")."""
    tool = _TOOL.search(tree.text, span.start, span.end)
    if tool is None:
        return None
    near = (e for e in inside if e.is_place and tool.end() <= e.span.start <= tool.end() + 12)
    owner = next((e for e in near if not _is_seat(tree, e)), None)
    return End(owner.span, _state(owner.thing)) if owner is not None and isinstance(owner.thing, Place) else None


def _is_seat(tree: Tree, end: End) -> bool:
    """Tell whether a place only says where somebody sits ("the Pakistan-based group")."""
    return tree.text[end.span.end :].startswith(("-based", "-born", "-administered"))


def _accuser(tree: Tree, verb: int, inside: tuple[End, ...], heard: Voices) -> tuple[End, Holder] | None:
    head = subject(tree, verb)
    if head is None:
        return None
    named = next((end for end in inside if not end.pronoun and end.span.meets(tree.tokens[head].span)), None)
    if named is not None and not named.is_person:
        thing = named.thing if isinstance(named.thing, Actor) else _state(named.thing)
        kind = "government" if thing.kind == "government" else "group" if thing.kind == "armed_group" else "authority"
        return End(named.span, thing), Holder(thing.text, thing.actor_id, kind, (), named.span)  # type: ignore[arg-type]
    holder = heard.by_verb.get(verb)
    if (
        holder is None
        or holder.span is None
        or not holder.text
        or holder.kind not in ("government", "authority", "group")
    ):
        return None
    words = holder.span.of(tree.text)
    return End(holder.span, Actor(words, holder.actor_id, words, "government", holder.span)), holder


def _content(tree: Tree, verb: int, lemma: str) -> tuple[int, int] | None:
    """Return the accused's token and the token of what it is said to do."""
    if lemma in _ACCUSE:
        objects = children(tree, verb, "dobj")
        deeds = [
            d
            for p in children(tree, verb, "prep")
            if tree.tokens[p].lemma in ("of", "with")
            for d in children(tree, p, "pcomp", "pobj")
        ]
        if not deeds:
            deeds = [
                d
                for o in objects
                for p in children(tree, o, "prep")
                if tree.tokens[p].lemma == "of"
                for d in children(tree, p, "pcomp", "pobj")
            ]
        return (objects[0], deeds[0]) if objects and deeds else None
    for clause in children(tree, verb, "ccomp"):
        for who in children(tree, clause, "nsubj"):
            return who, clause
    return None


def _accused(tree: Tree, content: tuple[int, int], inside: tuple[End, ...], ties: Ties, span: Span) -> End | None:
    """Return the state or group that is said to back or shelter somebody, if that is what is said."""
    who, deed = content
    verb = tree.tokens[deed]
    backer = by_agent(tree, deed)
    if backer is not None and ties.backing.match(verb.text):
        behind = next((e for e in inside if e.span.meets(tree.tokens[backer].span) and e.is_place), None)
        if behind is not None and isinstance(behind.thing, Place):
            return End(behind.span, _state(behind.thing))
    told = Span(tree.tokens[deed].span.start, min(span.end, tree.tokens[deed].span.end + 80)).of(tree.text)
    named = next((e for e in inside if e.span.meets(phrase(tree, who)) and not e.is_person and not e.pronoun), None)
    begins = ties.backing.match(told)
    backed = any(
        e is not named and e.span.start > verb.span.start and (e.is_group or e.pronoun) for e in inside
    ) or re.search(
        r"(?i)\b(?:militants?|rebels?|insurgen\w+|terroris[mt]s?|separatists?|extremis\w+|jihadis?t?s?|guerrillas?|groups?|"
        r"them|attackers|fighters|proxies|human shields|children)\b",
        told,
    )
    if named is not None and begins and backed:
        return named if isinstance(named.thing, Actor) else End(named.span, _state(named.thing))
    tool = _TOOL.search(told)
    if verb.lemma == "be" and tool:
        owner = next((e for e in inside if e.span.start >= verb.span.start and isinstance(e.thing, Place)), None)
        if owner is not None and isinstance(owner.thing, Place):
            return End(owner.span, _state(owner.thing))
    return None


def _state(place: Place) -> Actor:
    """Return a state as an actor, by the words that the text uses for it."""
    return Actor(place.text, None, place.name, "government", place.span)
