"""How a stance reached the author: through whom, nearest first, and by which channel."""

import re
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.responsibility.stances import Told
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.values import Actor

_CHANNEL = re.compile(
    r"(?i)\b(?:on|via|through|over|to|in|from|by)\s+(?:its |their |the |a |an |his |pro-\S+ |encrypted "
    r"|social media |official )*"
    r"(?:[\w-]+ ){0,2}?(telegram|twitter|facebook|whatsapp|youtube|instagram|tiktok|radio(?: station)?"
    r"|state television|"
    r"rocket\.chat|website|web ?site|telephone|phone call|phone|e-?mail|leaflet|text message"
    r"|messaging app|internet forum|forum)\b"
)
_PLATFORM = re.compile(r"\b(?:on|via|to) X(?=[,. ])(?! [A-Z])")


def reporters(told: Told, who: Actor | None, *, said: int | None = None) -> tuple[Holder, ...]:
    """Return the holders of the verbs above a token, nearest first, those of `who` and of `said` left out."""
    tree, heard = told.tree, told.heard
    found: list[Holder] = []
    above = [heard.by_verb.get(index) for index in _reporting(tree, told.at, told.lexicon) if index != said]
    for holder in [*above, _of_sentence(tree, told.at, heard)]:
        if holder is None or holder is AUTHOR or holder.text is None or is_same(holder, who):
            continue
        for link in (holder, *holder.via):
            if all(link.text != other.text for other in found) and not is_same(link, who):
                found.append(replace(link, via=()))
    return tuple(found)


def _of_sentence(tree: Tree, at: int, heard: Voices) -> Holder | None:
    return heard.by_sentence.get(tree.tokens[at].sentence)


def _reporting(tree: Tree, at: int, lexicon: Lexicon) -> list[int]:
    """Return the verbs above a token up to its relative or adverbial clause, those that blame or doubt left out."""
    found, last = [], at
    for above in climb(tree, at):
        if tree.tokens[last].dep in ("relcl", "advcl"):
            break
        if tree.tokens[above].lemma not in lexicon.words["guilt_verbs"]:
            found.append(above)
        last = above
    return found


def is_same(holder: Holder, who: Actor | None) -> bool:
    """Tell whether a holder is an actor, by where it stands or by id."""
    if who is None:
        return False
    if holder.span is not None and holder.span.meets(who.span):
        return True
    return holder.actor_id is not None and holder.actor_id == who.actor_id


def carriers(told: Told, who: Actor, *, said: int | None = None) -> tuple[Holder, ...]:
    """Return through whom a group's words came: the outlets that its sentence names, then those who report it."""
    tree = told.tree
    above = reporters(told, who, said=said)
    outlets = [
        Holder(a.span.of(tree.text), a.actor_id, "media", (), a.span)
        for a in tree.page.actors
        if a.kind == "media_outlet" and told.sentence.span.holds(a.span) and not a.span.meets(who.span)
    ]
    known = {link.actor_id or link.text for link in outlets}
    return (*outlets, *(link for link in above if (link.actor_id or link.text) not in known))


def channel(tree: Tree, sentence: Sentence) -> str | None:
    """Return the platform or means by which a sentence says that words were sent."""
    found = _CHANNEL.search(tree.text, sentence.span.start, sentence.span.end)
    if found:
        return found.group(1)
    return "X" if _PLATFORM.search(tree.text, sentence.span.start, sentence.span.end) else None
