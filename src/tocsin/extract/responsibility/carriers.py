"""Through whom a stance reached the author, nearest first."""

from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.responsibility.stances import Told
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.values import Actor


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
