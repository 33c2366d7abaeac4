"""Stances that the trained reader sees, towards the event whose words stand near, where the wordings tell none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.hinted import head_of, runs
from tocsin.extract.grammar.parties import party
from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.responsibility.stances import Stand, as_holder
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES, STANCES
from tocsin.model.record import ACTS, Stance
from tocsin.model.text import Span
from tocsin.model.values import Actor

_NEAR = 2  # sentences
_OWN = frozenset({"claims", "denies"})
_PARTIES = frozenset({"armed_group", "state_force", "government"})


@dataclass(frozen=True, slots=True)
class _Seen:
    draft: int
    actor: Actor
    stance: Stance
    chance: float
    at: int
    anchor: int


def seen(
    tree: Tree, drafts: Sequence[Draft], told: Sequence[tuple[int, Stand]], heard: Voices, lexicon: Lexicon
) -> list[tuple[int, Stand]]:
    """Return stances on actors of which the wordings say nothing, each with the index of its event.

    A sentence in which the wordings tell any stance is understood. Of what the reader sees of one actor the surest is
    kept, with one event alone.
    """
    understood = {stand.sentence for _, stand in told}
    best: dict[str, _Seen] = {}
    for one in _looked_at(tree, drafts, lexicon):
        key = _key(one.actor)
        fresh = tree.tokens[one.at].sentence not in understood
        if fresh and (key not in best or best[key].chance < one.chance):
            best[key] = one
    known = {(at, _key(stand.actor)) for at, stand in told if stand.actor}
    return [(one.draft, _stand(tree, one, heard)) for key, one in best.items() if (one.draft, key) not in known]


def _key(actor: Actor) -> str:
    return actor.actor_id or actor.name.lower()


def _looked_at(tree: Tree, drafts: Sequence[Draft], lexicon: Lexicon) -> Iterator[_Seen]:
    for actor, inside in _parties(tree, lexicon):
        at = inside[-1]
        if _is_repaid(tree, at, lexicon):
            continue
        for number, draft in enumerate(drafts):
            if any(_is_issuer(actor, other) for other in drafts if other is not draft):
                continue
            for frame in draft.frames:
                if frame.headline or abs(frame.sentence - tree.tokens[at].sentence) > _NEAR:
                    continue
                stance, chance = _likeliest(tree.stances(inside, frame.anchor))
                if stance != "none" and chance >= CHANCES.stance:
                    yield _Seen(number, actor, stance, chance, at, frame.anchor)


def _is_issuer(actor: Actor, draft: Draft) -> bool:
    """Tell whether a mention is of whoever issued the threat or the work that an event is."""
    told = (reading for frame in draft.frames for reading in frame.readings if reading.field == "issuer")
    return any(reading.span.meets(actor.span) for reading in told)


def _parties(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Actor, list[int]]]:
    """Yield those whom the reader takes for a party to a deed, named or not ("Tehran", "its fighters"), with tokens.

    It has learned stances of such parties alone, and would find one for any force that a text names.
    """
    for actor in tree.page.actors:
        inside = [i for i, one in tree.actor_at.items() if one is actor]
        if actor.kind in _PARTIES and any(tree.chance(i, "actor") >= CHANCES.part for i in inside):
            yield actor, inside
    for sentence in tree.page.page.sentences:
        for run in runs(tree, sentence, "actor"):
            head = head_of(tree, run)
            if tree.tokens[head].tag.startswith("PRP") or any(i in tree.actor_at for i in run):
                continue  # no pronoun was ever marked as a party where it learned
            who = party(tree, head, lexicon)
            if who is not None:
                yield who, run


def _is_repaid(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is only told as whom a deed repays ("revenge for army operations")."""
    return any(lexicon.has("reprisals", tree.tokens[i].lemma) for i in climb(tree, at))


def _likeliest(chances: Sequence[float]) -> tuple[Any, float]:
    best = max(range(len(chances)), key=lambda i: chances[i], default=0)
    return STANCES[best], chances[best] if chances else 0.0


def _stand(tree: Tree, one: _Seen, heard: Voices) -> Stand:
    _, usual = ACTS[one.stance]
    sentence = tree.tokens[one.at].sentence
    span = tree.page.page.sentences[sentence].span
    holder = as_holder(tree, one.actor) if one.stance in _OWN else holder_of(tree, one.at, heard)
    return Stand(one.actor, one.stance, holder, usual, Span(*span), sentence, one.at)
