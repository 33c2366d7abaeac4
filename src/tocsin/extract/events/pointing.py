"""Which telling the words of a stance point to: one in its sentence, "that attack", or the one in a place they name."""

import re
from collections.abc import Sequence

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.tree import Tree, climb, compound, descend, distance, key, phrase
from tocsin.extract.reading import Frame
from tocsin.extract.responsibility.stands import Stand
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.text import Span

VIOLENT = ("attack", "operation", "plot")
_BARE = frozenset({"kill", "die", "attac", "death", "dead", "carry", "incid"})
_APART = 27
_THAT = re.compile(
    r"(?i)\b(?:that|this|latter|second) (?:[\w-]+ ){0,2}(?:attack|bomb|blast|kill|raid|shoot|assault|one\b)"
)


def told_here(tree: Tree, drafts: Sequence[Draft], stand: Stand) -> list[int]:
    """Return the acts that a stance's own sentence tells; for "that attack" only those that it tells anew."""
    anew = _THAT.search(_act_words(tree, stand)) is not None
    return [
        i
        for i, draft in enumerate(drafts)
        if draft.kind in VIOLENT
        and any(_is_near(tree, f, stand) and not (anew and _is_again(draft, f)) for f in draft.frames)
    ]


def _is_again(draft: Draft, frame: Frame) -> bool:
    """Tell whether a telling only points back to an event told before."""
    return frame.definite and frame is not draft.frames[0]


def is_earlier(frame: Frame, stand: Stand) -> bool:
    """Tell whether a telling stands before a stance, in its own sentence only where it tells something anew."""
    if frame.headline or frame.sentence > stand.sentence:
        return False
    return frame.sentence < stand.sentence or (frame.anchor < stand.anchor and not frame.definite)


def _is_near(tree: Tree, frame: Frame, stand: Stand) -> bool:
    """Tell whether a telling stands in a stance's sentence, not in a clause that only says more of some party."""
    if frame.sentence != stand.sentence:
        return False
    inside = {stand.anchor, *climb(tree, stand.anchor)}
    aside = [i for i in (frame.anchor, *climb(tree, frame.anchor)) if tree.tokens[i].dep in ("relcl", "acl")]
    return not any(i not in inside and tree.tokens[i].head in tree.actor_at for i in aside)


def _act_words(tree: Tree, stand: Stand) -> str:
    """Return the words of a stance, with the noun that its clause describes ("that killing, which X ascribes")."""
    trail = [stand.anchor, *climb(tree, stand.anchor)]
    nouns = [tree.tokens[i].head for i in trail if tree.tokens[i].dep == "relcl"]
    spans = [stand.span, *(phrase(tree, noun) for noun in nouns[:1])]
    return Span(min(s.start for s in spans), max(s.end for s in spans)).of(tree.text)


def steps(tree: Tree, draft: Draft, stand: Stand) -> tuple[int, int]:
    """Return how far a draft's telling stands from a stance in its sentence: below it first, then by steps."""
    anchors = [f.anchor for f in draft.frames if _is_near(tree, f, stand)]
    below = set(descend(tree, stand.anchor))
    return min((0 if a in below else 1, distance(tree, a, stand.anchor)) for a in anchors)


def likeness(
    tree: Tree, draft: Draft, stand: Stand, sentence: Sentence, lexicon: Lexicon
) -> tuple[bool, int, bool, bool, bool, bool, int]:
    """Rank a draft told before: where or when the words say, "that" one, of their kind, near, news, and told last."""
    named = {_type_of(tree, i, lexicon) for i in _words(tree, stand, sentence)} - {None, "unknown"}
    types = {kind for frame in draft.frames for kind in frame.attack_types}
    told = [f.sentence for f in draft.frames if is_earlier(f, stand)]
    paragraphs = {tree.page.page.sentences[at].paragraph for at in told}
    pointed = max(told) if _THAT.search(_act_words(tree, stand)) else 0
    near = sentence.paragraph in paragraphs
    by_word = bool(_stems(tree, _words(tree, stand, sentence)) & _stems(tree, [f.anchor for f in draft.frames]))
    return _is_placed(tree, draft, stand), pointed, by_word, bool(named & types), near, draft.main, max(told)


def _stems(tree: Tree, indices: Sequence[int]) -> set[str]:
    """Return the beginnings of the words of violence among tokens: "ambush" and "ambushed", "bomb" and "bombing"."""
    lemmas = {tree.tokens[i].lemma for i in indices if tree.tokens[i].pos in ("NOUN", "VERB")}
    return {lemma[:5] for lemma in lemmas if lemma[:5] not in _BARE}


def _is_placed(tree: Tree, draft: Draft, stand: Stand) -> bool:
    """Tell whether a stance names the place or the day of a draft ("the Kismayo attack", "Tuesday's bombing")."""
    where, when = draft.place(), draft.date()
    places = {p.place.place_id for p in tree.page.places if p.place is not None and _of_act(tree, p.span, stand)}
    if where is not None and where.place_id is not None and where.place_id in places:
        return True
    days = [d.when for d in tree.page.dates if _of_act(tree, d.when.span, stand)]
    return when is not None and when.start is not None and any(d.start == when.start for d in days)


def is_elsewhere(tree: Tree, draft: Draft, stand: Stand) -> bool:
    """Tell whether the act that a stance names has another month or year than a draft ("the kidnapping in January")."""
    when = draft.date()
    if when is None or when.start is None or stand.stance == "no_claim":
        return False
    days = [d.when.start for d in tree.page.dates if _of_act(tree, d.when.span, stand)]
    return bool(days) and all(day is not None and abs((day - when.start).days) > _APART for day in days)


def _of_act(tree: Tree, span: Span, stand: Stand) -> bool:
    """Tell whether a place or day stands with the act in a stance's words, not with who speaks or when."""
    if not stand.span.holds(span) or (stand.actor is not None and stand.actor.span.meets(span)):
        return False
    token = next((t for t in tree.tokens if span.meets(t.span)), None)
    return token is not None and any(
        tree.tokens[i].pos == "NOUN" and i not in tree.actor_at for i in climb(tree, token.index)
    )


def _type_of(tree: Tree, index: int, lexicon: Lexicon) -> str | None:
    """Return the attack type that a word tells."""
    if tree.tokens[index].pos in ("VERB", "AUX"):
        return lexicon.attack_verbs.get(key(tree, index))
    return lexicon.attack_nouns.get(compound(tree, index)) or lexicon.attack_nouns.get(tree.tokens[index].lemma)


def _words(tree: Tree, stand: Stand, sentence: Sentence) -> list[int]:
    """Return the tokens of a stance's words."""
    return [t.index for t in tree.tokens[sentence.first : sentence.last] if stand.span.meets(t.span)]
