"""What one stance on responsibility is, which words tell it, how it reached the author, and when it is only a habit.

A stance on "several attacks in recent years" or one that somebody "often" takes says nothing about the event at hand.
"""

import re
from dataclasses import dataclass, replace

from tocsin.extract.grammar.tree import Tree, children, climb, descend, phrase
from tocsin.extract.voices.holders import Voices
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Act, Factuality, Holder, HolderKind, Stance
from tocsin.model.text import Span
from tocsin.model.values import Actor

ACTS: dict[Stance, tuple[Act, Factuality]] = {
    "claims": ("claims", "CT+"),
    "denies": ("denies", "CT-"),
    "accused": ("accuses", "CT+"),
    "suspected": ("suspects", "PS+"),
    "confirmed": ("confirms", "CT+"),
    "cleared": ("clears", "CT-"),
    "retracted": ("retracts", "CT-"),
    "no_claim": ("no_claim", "Uu"),
}
KINDS: dict[str, HolderKind] = {"armed_group": "group", "state_force": "authority", "government": "government"}
_CHANNEL = re.compile(
    r"(?i)\b(?:on|via|through|over|to|in|from|by)\s+(?:its |their |the |a |an |his |pro-\S+ |encrypted "
    r"|social media |official )*"
    r"(?:[\w-]+ ){0,2}?(telegram|twitter|facebook|whatsapp|youtube|instagram|tiktok|radio(?: station)?"
    r"|state television|"
    r"rocket\.chat|website|web ?site|telephone|phone call|phone|e-?mail|leaflet|text message"
    r"|messaging app|internet forum|forum)\b"
)
_PLATFORM = re.compile(r"\b(?:on|via|to) X(?=[,. ])(?! [A-Z])")
_OFTEN = frozenset(
    [
        "often",
        "frequently",
        "regularly",
        "routinely",
        "usually",
        "sometimes",
        "repeatedly",
        "previously",
        "normally",
        "typically",
        "rarely",
        "seldom",
    ]
)
_MANY = frozenset(
    [
        "several",
        "many",
        "numerous",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "various",
        "previous",
        "similar",
        "past",
        "most",
        "countless",
        "earlier",
        "other",
        "multiple",
        "string",
        "series",
        "wave",
        "spate",
        "number",
        "majority",
        "lot",
        "handful",
    ]
)
_LONG_AGO = re.compile(
    r"(?i)\b(?:in the past|in the (?:\w+ ){0,2}(?:months|years|weeks|decades)|(?:so far )?this year|each year"
    r"|every year|in recent (?:years|months|weeks)|over the (?:past|last|years)"
    r"|for (?:years|decades)|since (?:19|20)\d\d"
    r"|previous(?:ly)?|for similar|(?:similar|other|past|earlier|such) attacks|these kinds? of attacks)\b"
)


@dataclass(frozen=True, slots=True)
class Stand:
    """One stance on responsibility, before it is known for which event; `anchor` is the token that tells it."""

    actor: Actor | None
    stance: Stance
    holder: Holder
    factuality: Factuality
    span: Span
    sentence: int
    anchor: int
    channel: str | None = None


def as_holder(tree: Tree, who: Actor, via: tuple[Holder, ...] = ()) -> Holder:
    """Return an actor as the holder of its own words."""
    return Holder(who.span.of(tree.text), who.actor_id, KINDS.get(who.kind, "unknown"), via, who.span)


def reporters(tree: Tree, at: int, heard: Voices, who: Actor | None, *, said: int | None = None) -> tuple[Holder, ...]:
    """Return the holders of the verbs above a token, nearest first, those of `who` and of `said` left out."""
    found: list[Holder] = []
    above = [heard.by_verb.get(index) for index in _reporting(tree, at) if index != said]
    for holder in [*above, heard.by_sentence.get(tree.tokens[at].sentence)]:
        if holder is None or holder is AUTHOR or holder.text is None or _is_same(holder, who):
            continue
        for link in (holder, *holder.via):
            if all(link.text != other.text for other in found) and not _is_same(link, who):
                found.append(replace(link, via=()))
    return tuple(found)


def _reporting(tree: Tree, at: int) -> list[int]:
    """Return the verbs above a token up to its relative or adverbial clause, those that blame or doubt left out."""
    found, last = [], at
    for above in climb(tree, at):
        if tree.tokens[last].dep in ("relcl", "advcl"):
            break
        if tree.tokens[above].lemma not in ("blame", "accuse", "suspect", "deny"):
            found.append(above)
        last = above
    return found


def _is_same(holder: Holder, who: Actor | None) -> bool:
    if who is None:
        return False
    if holder.span is not None and holder.span.meets(who.span):
        return True
    return holder.actor_id is not None and holder.actor_id == who.actor_id


def carriers(
    tree: Tree, sentence: Sentence, at: int, who: Actor, heard: Voices, *, said: int | None = None
) -> tuple[Holder, ...]:
    """Return through whom a group's words came: the outlets that its sentence names, then those who report it."""
    above = reporters(tree, at, heard, who, said=said)
    outlets = [
        Holder(a.span.of(tree.text), a.actor_id, "media", (), a.span)
        for a in tree.page.actors
        if a.kind == "media_outlet" and sentence.span.holds(a.span) and not a.span.meets(who.span)
    ]
    known = {link.actor_id or link.text for link in outlets}
    return (*outlets, *(link for link in above if (link.actor_id or link.text) not in known))


def channel(tree: Tree, sentence: Sentence) -> str | None:
    """Return the platform or means by which a sentence says that words were sent."""
    found = _CHANNEL.search(tree.text, sentence.span.start, sentence.span.end)
    if found:
        return found.group(1)
    return "X" if _PLATFORM.search(tree.text, sentence.span.start, sentence.span.end) else None


def negated(tree: Tree, at: int) -> bool:
    """Tell whether a verb is negated."""
    return any(tree.tokens[c].dep == "neg" or tree.tokens[c].lemma == "never" for c in tree.below[at])


def habitual(tree: Tree, at: int) -> bool:
    """Tell whether a stance is on many acts over time, or one that is often taken."""
    for index in (at, *climb(tree, at)):
        if any(tree.tokens[c].text.lower() in _OFTEN for c in children(tree, index, "advmod")):
            return True
        if tree.tokens[index].dep in ("relcl", "ccomp", "advcl", "ROOT"):
            break
    below = [i for i in descend(tree, at) if i > at and not _under_clause(tree, i, at)]
    ahead = [i for prep in children(tree, at, "prep") if prep < at for i in descend(tree, prep)]
    if not below:
        return False
    told = Span(min(tree.tokens[i].span.start for i in (at, *ahead)), max(tree.tokens[i].span.end for i in below))
    if _LONG_AGO.search(told.of(tree.text)):
        return True
    acts = [i for i in below if tree.tokens[i].tag == "NNS" and tree.tokens[i].dep in ("dobj", "pobj", "nsubjpass")]
    return any(
        tree.tokens[c].lemma in _MANY
        for i in acts
        for c in (*tree.below[i], *(tree.tokens[tree.tokens[i].head].head,))
        if not _counts_people(tree, i)
    )


def _counts_people(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma in ("people", "civilian", "soldier", "child", "woman", "man", "person", "policeman")


def _under_clause(tree: Tree, index: int, at: int) -> bool:
    """Tell whether a finite clause stands between a token and the verb above it."""
    for above in (index, *climb(tree, index)):
        if above == at:
            return False
        if tree.tokens[above].dep in ("relcl", "advcl", "conj", "ccomp", "parataxis") and above != at:
            return True
    return False


def clause(tree: Tree, sentence: Sentence, at: int, *spans: Span) -> Span:
    """Return the words from the first to the last span, run on to the end of the verb's own clause."""
    inside = [span for span in spans if sentence.span.holds(span)]
    below = [tree.tokens[i].span for i in descend(tree, at) if tree.tokens[i].dep != "punct" and i >= at]
    subjects = [phrase(tree, i) for i in children(tree, at, "nsubj", "nsubjpass") if i < at]
    named = [*inside, *subjects, tree.tokens[at].span]
    end = max(s.end for s in [*named, *below])
    stop = tree.text.find(",", max(s.end for s in named))
    if 0 < stop < end:
        end = stop
    return Span(min(s.start for s in named), end)
