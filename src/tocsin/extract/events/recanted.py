"""What a retraction takes back: the claim of its own speaker, or whom that speaker blamed or suspected before."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, children, climb
from tocsin.extract.responsibility.stands import Stand
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Actor

_NEAR = 3
_PRONOUNS = frozenset({"it", "they", "he", "she", "who", "which"})
Pairs = Sequence[tuple[int, Stand]]


def taken_back(stand: Stand, pairs: Pairs) -> tuple[Stand, int | None]:
    """Return a retraction as one of what was said before, and the event of that; any other stance as it is."""
    if stand.stance != "retracted" or not _is_open(stand):
        return stand, None
    for at, other in reversed(pairs):
        if not _is_near(stand, other):
            continue
        if other.stance == "claims" and _is_own_claim(stand, other):
            same = _is_pronoun(stand) or _is_named(stand, other)
            holder = other.holder if same else stand.holder
            return replace(stand, actor=stand.actor or other.actor, holder=holder), at
        if other.stance in ("accused", "suspected") and _may_be(stand, other):
            return replace(stand, actor=other.actor, holder=other.holder), at
    return stand, None


def _is_open(stand: Stand) -> bool:
    """Tell whether a retraction names nobody but its speaker."""
    return stand.actor is None or stand.actor.span == stand.holder.span


def _is_own_claim(stand: Stand, other: Stand) -> bool:
    """Tell whether a claim is the speaker's own: by the party, or as the last claim before words of nobody known."""
    if other.actor is None:
        return False
    if stand.holder.actor_id is not None or stand.holder.kind not in ("unknown", "author"):
        known = stand.holder.actor_id is not None and stand.holder.actor_id == other.actor.actor_id
        return known or _is_named(stand, other)
    return other.actor.kind == "armed_group"


def _is_named(stand: Stand, other: Stand) -> bool:
    """Tell whether a speaker's words are the name of a claim's actor, or its last word ("the Brigade")."""
    words = (stand.holder.text or "").lower().removeprefix("the ")
    names = [name.lower().removeprefix("the ") for name in (other.actor.name, other.actor.text)] if other.actor else []
    return bool(words) and any(name == words or name.endswith(f" {words}") for name in names)


def turned(tree: Tree, stand: Stand, about: Collection[int], pairs: Pairs, lexicon: Lexicon) -> Stand:
    """Return a denial of what its speaker claimed before as a retraction ("now says that it was not behind it")."""
    if stand.stance != "denies" or stand.actor is None or not _turns(tree, stand, lexicon):
        return stand
    mine = [s for at, s in pairs if at in about and s.stance == "claims" and s.span.start < stand.span.start]
    own = [s for s in mine if s.actor is not None and _who(s.actor) == _who(stand.actor)]
    return replace(stand, stance="retracted") if own else stand


def _turns(tree: Tree, stand: Stand, lexicon: Lexicon) -> bool:
    """Tell whether a denial disowns, or is said to be new ("later denied")."""
    if lexicon.has("disowning", tree.tokens[stand.anchor].lemma):
        return True
    near = [i for top in (stand.anchor, *climb(tree, stand.anchor)) for i in children(tree, top, "advmod", "npadvmod")]
    return any(lexicon.has("turning", tree.tokens[i].lemma) for i in near)


def _who(actor: Actor) -> str:
    return actor.actor_id or actor.name.lower()


def _is_pronoun(stand: Stand) -> bool:
    return (stand.holder.text or "").lower() in _PRONOUNS


def _is_near(stand: Stand, other: Stand) -> bool:
    """Tell whether a stance was told shortly before a retraction, that of a pronoun in its sentence or the last."""
    if stand.actor is not None:
        return True
    reach = 1 if _is_pronoun(stand) else _NEAR
    return 0 <= stand.sentence - other.sentence <= reach and other.span.start < stand.span.start


def _may_be(stand: Stand, other: Stand) -> bool:
    """Tell whether the speaker of a retraction may be the holder of an earlier stance: by id, words or pronoun."""
    if stand.holder.actor_id is not None and stand.holder.actor_id == other.holder.actor_id:
        return True
    same = (stand.holder.text or "").lower() == (other.holder.text or "").lower()
    return same or _is_pronoun(stand) or stand.holder.kind == "author"
