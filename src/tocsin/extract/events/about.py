"""Which event a stance on responsibility is about: one told in its sentence, else the one that its words point back to.

"Both attacks" are about every one told as news. What a state's force says it did in an operation is the operation and
no claim.
"""

import re
from collections.abc import Sequence

from tocsin.extract.events.join import Draft
from tocsin.extract.grammar.tree import Tree, climb, compound, descend, distance, key
from tocsin.extract.reading import Frame
from tocsin.extract.responsibility.stands import Stand, stands
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.text import Span

_VIOLENT = ("attack", "operation", "plot")
_THAT = re.compile(
    r"(?i)\b(?:that|this|latter|second) (?:[\w-]+ ){0,2}(?:attack|bomb|blast|kill|raid|shoot|assault|one\b)"
)
_WORDS = re.compile(
    r"(?i)\b(?:the|this|that|these|those) (?:video|film|threats?|message|recording|letter|leaflets?|footage)\b"
)
_SEVERAL = re.compile(
    r"(?i)\b(?:both|the two|the three|the four|all (?:three|four|the)|these|the twin|the) (?:[\w-]+ )?"
    r"(?:attacks|bombings|blasts|killings|raids|shootings|assaults|explosions|ambushes|strikes)\b"
)


def paired(tree: Tree, drafts: Sequence[Draft], heard: Voices, lexicon: Lexicon) -> list[tuple[int, Stand]]:
    """Return every stance of the body with the index of each event that it is about; those about none are left out."""
    pairs = []
    for sentence in tree.page.page.sentences:
        if sentence.headline:
            continue
        for stand in stands(tree, sentence, heard, lexicon):
            pairs += [(at, stand) for at in _events(tree, drafts, stand, sentence, lexicon) if _fits(drafts[at], stand)]
    return pairs


def _fits(draft: Draft, stand: Stand) -> bool:
    own = stand.stance == "claims" and stand.actor is not None and stand.actor.kind in ("state_force", "government")
    return not (own and draft.kind != "attack")


def _events(tree: Tree, drafts: Sequence[Draft], stand: Stand, sentence: Sentence, lexicon: Lexicon) -> list[int]:
    violent = [i for i, draft in enumerate(drafts) if draft.kind in _VIOLENT]
    shown = [i for i, draft in enumerate(drafts) if draft.kind in ("threat", "publication")]
    if shown and stand.stance == "denies" and _WORDS.search(stand.span.of(tree.text)):
        return shown[:1]
    here = [i for i in violent if any(_is_near(tree, f, stand) for f in drafts[i].frames)]
    if here:
        return [min(here, key=lambda i: _steps(tree, drafts[i], stand))]
    mains = [i for i in violent if drafts[i].main]
    if len(mains) > 1 and _SEVERAL.search(stand.span.of(tree.text)):
        return mains
    before = [i for i in violent if any(f.sentence < stand.sentence and not f.headline for f in drafts[i].frames)]
    if before:
        return [max(before, key=lambda i: _likeness(tree, drafts[i], stand, sentence, lexicon))]
    if violent:
        return [min(violent, key=lambda i: (not drafts[i].main, i))]
    threats = [i for i, draft in enumerate(drafts) if draft.kind == "threat"]
    return threats[:1] if stand.stance in ("denies", "claims") else []


def _is_near(tree: Tree, frame: Frame, stand: Stand) -> bool:
    """Tell whether a telling stands in a stance's sentence, not in a clause that only says more of some party."""
    if frame.sentence != stand.sentence:
        return False
    inside = {stand.anchor, *climb(tree, stand.anchor)}
    aside = [i for i in (frame.anchor, *climb(tree, frame.anchor)) if tree.tokens[i].dep in ("relcl", "acl")]
    return not any(i not in inside and tree.tokens[i].head in tree.actor_at for i in aside)


def _steps(tree: Tree, draft: Draft, stand: Stand) -> tuple[int, int]:
    """Return how far a draft's telling stands from a stance in its sentence: below it first, then by steps."""
    anchors = [f.anchor for f in draft.frames if _is_near(tree, f, stand)]
    below = set(descend(tree, stand.anchor))
    return min((0 if a in below else 1, distance(tree, a, stand.anchor)) for a in anchors)


def _likeness(
    tree: Tree, draft: Draft, stand: Stand, sentence: Sentence, lexicon: Lexicon
) -> tuple[bool, int, bool, bool, bool, int]:
    """Rank a draft told before: where or when the words say, "that" one, of their kind, near, news, and told last."""
    named = {_type_of(tree, i, lexicon) for i in _words(tree, stand, sentence)} - {None, "unknown"}
    types = {kind for frame in draft.frames for kind in frame.attack_types}
    told = [f.sentence for f in draft.frames if f.sentence < stand.sentence and not f.headline]
    paragraphs = {tree.page.page.sentences[at].paragraph for at in told}
    pointed = max(told) if _THAT.search(stand.span.of(tree.text)) else 0
    near = sentence.paragraph in paragraphs
    return _is_placed(tree, draft, stand), pointed, bool(named & types), near, draft.main, max(told)


def _is_placed(tree: Tree, draft: Draft, stand: Stand) -> bool:
    """Tell whether a stance names the place or the day of a draft ("the Kismayo attack", "Tuesday's bombing")."""
    where, when = draft.place(), draft.date()
    places = {p.place.place_id for p in tree.page.places if p.place is not None and _of_act(tree, p.span, stand)}
    if where is not None and where.place_id is not None and where.place_id in places:
        return True
    days = [d.when for d in tree.page.dates if _of_act(tree, d.when.span, stand)]
    return when is not None and when.start is not None and any(d.start == when.start for d in days)


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
