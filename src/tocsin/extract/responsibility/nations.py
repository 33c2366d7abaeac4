"""Whether a state's force is told of by another side: a mayor under its fire accuses it, its own ministry does not."""

import re
from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.tree import Tree, key, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor

_OWNED = re.compile(r"(?i)(?:its|their|our|his|her)\b")
_STATES = ("state_force", "government")


def is_own_side(tree: Tree, who: Actor, holder: Holder, lexicon: Lexicon) -> bool:
    """Tell whether whoever tells of a force or state may be of its side, so that nobody is accused."""
    if (holder.span is not None and holder.span.meets(who.span)) or _OWNED.match(who.text):
        return True
    if who.kind not in _STATES or holder.kind not in ("authority", "government", "unknown") or holder.span is None:
        return False
    theirs, ours = _nations(tree, who.span), _nations(tree, holder.span)
    if theirs and ours:
        return bool(theirs & ours)
    return holder.kind != "unknown" and not _is_civil(tree, holder.span, lexicon)


def speaks_for_side(tree: Tree, who: Actor, holder: Holder, lexicon: Lexicon) -> bool:
    """Tell whether a government that says a state or its force did not do it speaks for its own side."""
    if who.kind not in _STATES or holder.kind != "government":
        return False
    return is_own_side(tree, who, holder, lexicon)


def share_a_nation(tree: Tree, one: Actor, other: Actor) -> bool:
    """Tell whether two states or forces are of one nation by their words ("Armenian mortars", "Yerevan")."""
    states = one.kind in _STATES and other.kind in _STATES
    return states and bool(_nations(tree, one.span) & _nations(tree, other.span))


def is_police(tree: Tree, who: Actor) -> bool:
    """Tell whether a force is police, who command no army."""
    return any(token.lemma in ("police", "gendarmerie") for token in tree.tokens if who.span.holds(token.span))


def is_known(tree: Tree, who: Actor, doers: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Tell whether the author, in the title too, gives a state or its force as the doer, so that nobody accuses it."""
    theirs = _nations(tree, who.span)
    told = [doer.span for doer in doers if doer.kind in _STATES and doer.span != who.span]
    return who.kind in _STATES and any(theirs & _nations(tree, span) for span in (*told, *_titled(tree, lexicon)))


def _titled(tree: Tree, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the words for those whom a title gives as doers on nobody's word ("Israel bombs port; ministry says …")."""
    for sentence in tree.page.page.sentences:
        for token in tree.tokens[sentence.first : sentence.last] if sentence.headline else ():
            verb = tree.tokens[token.head]
            hits = key(tree, verb.index) in lexicon.attack_verbs or lexicon.has("hitting", key(tree, verb.index))
            said = verb.dep == "ccomp" and not any(tree.tokens[c].text == ";" for c in tree.below[verb.head])
            if token.dep == "nsubj" and hits and not said:
                yield phrase(tree, token.index)


def _nations(tree: Tree, span: Span) -> frozenset[str]:
    """Return the countries that words name or lie in ("Russian troops", "Baku", "the governor of Huila")."""
    named = [nation.country for nation in tree.page.page.nationalities if span.holds(nation.span)]
    name = span.of(tree.text).casefold()  # a capital that stands for its government is located where it is a place
    placed = [
        p.place.country
        for p in tree.page.places
        if p.place is not None and (span.holds(p.span) or p.span.of(tree.text).casefold() == name)
    ]
    return frozenset(country for country in (*named, *placed) if country is not None)


def _is_civil(tree: Tree, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a speaker sits in a town hall, a hospital or the like, and commands no force."""
    return any(lexicon.has("civil_offices", token.lemma) for token in tree.tokens if span.holds(token.span))
