"""Claims, denials and accusations that are news themselves: the first sentence tells that they were made.

The act is then known already; a statement points to it by its link. A claim within the report of an attack is none.
"""

import re
from collections.abc import Sequence

from tocsin.extract.events.join import Draft
from tocsin.extract.grammar.tree import Tree, children, climb, is_passive
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.responsibility.carriers import channel
from tocsin.extract.responsibility.stances import clause
from tocsin.extract.responsibility.stands import Stand, stands
from tocsin.extract.slots.scene import date_of
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Link, Medium
from tocsin.model.text import Span
from tocsin.model.values import Actor

_NEWS = frozenset({"claims", "denies", "retracted", "accused"})
_ACCUSING = frozenset({"accuse", "blame", "hold", "point"})
_MEDIA: tuple[tuple[Medium, str], ...] = (
    ("video", r"video|footage"),
    ("audio", r"audio|recording|voice message"),
    ("leaflet", r"leaflets?|pamphlets?"),
    ("statement", r"statement|communiqu[eé]|declaration|letter|press release"),
    ("social_post", r"tweet|post on|posts on"),
)
_THROUGH = frozenset({"ccomp", "xcomp", "conj", "pcomp", "prep", "parataxis"})


def statements(
    tree: Tree, drafts: Sequence[Draft], pairs: Sequence[tuple[int, Stand]], heard: Voices, lexicon: Lexicon
) -> tuple[Draft, ...]:
    """Return the statement that a document is about, linked to the event that `pairs` ties its stance to."""
    body = [sentence for sentence in tree.page.page.sentences if not sentence.headline]
    heads = [sentence for sentence in tree.page.page.sentences if sentence.headline]
    if not body:
        return ()
    first = _leading(tree, body[0], [stand for _, stand in pairs])
    if first is None:
        titled = [s for head in heads for s in stands(tree, head, heard, lexicon) if _leads(tree, s)]
        early = [stand for _, stand in pairs if stand.sentence in {s.index for s in body[:2]}]
        first = next((s for s in early if any(_alike(s, other) for other in titled)), None)
    if first is None:
        return ()
    events = [at for at, stand in pairs if stand is first]
    return (_draft(tree, drafts, first, events),)


def _alike(one: Stand, other: Stand) -> bool:
    if one.stance != other.stance or one.actor is None or other.actor is None:
        return False
    return (one.actor.actor_id or one.actor.name) == (other.actor.actor_id or other.actor.name)


def _leading(tree: Tree, sentence: Sentence, told: Sequence[Stand]) -> Stand | None:
    return next((s for s in told if s.sentence == sentence.index and _leads(tree, s)), None)


def _leads(tree: Tree, stand: Stand) -> bool:
    """Tell whether a stance is what the main clause of its sentence says."""
    if stand.stance not in _NEWS or stand.actor is None:
        return False
    trail = [stand.anchor]
    while tree.tokens[trail[-1]].head != trail[-1]:
        if tree.tokens[trail[-1]].dep not in _THROUGH:
            return False
        trail.append(tree.tokens[trail[-1]].head)
    root = tree.tokens[trail[-1]]
    if stand.stance == "accused":
        return root.lemma in _ACCUSING and root.index == stand.anchor and not is_passive(tree, root.index)
    if is_passive(tree, stand.anchor) and stand.anchor == root.index:
        return False
    return stand.stance != "claims" or stand.actor.kind == "armed_group"


def _draft(tree: Tree, drafts: Sequence[Draft], stand: Stand, events: Sequence[int]) -> Draft:
    sentence = tree.page.page.sentences[stand.sentence]
    readings = []
    issuer = _issuer(tree, stand)
    if issuer is not None:
        readings.append(Reading("issuer", issuer, issuer.span, AUTHOR))
    rivals = [
        f.anchor for draft in drafts for f in draft.frames if f.sentence == sentence.index and f.anchor != stand.anchor
    ]
    root = [stand.anchor, *climb(tree, stand.anchor)][-1]
    when = date_of(tree, sentence, root, rivals, Voices({}, {}, {}))
    if when is not None:
        readings.append(Reading("date", when[0], when[1], AUTHOR))
    readings += _form(tree, sentence)
    for at in dict.fromkeys(events):
        span = _known_act(tree, sentence, stand)
        link = Link("about", f"e{at + 1}", span.of(tree.text), span)
        readings.append(Reading("links", link, span, AUTHOR))
    frame = Frame(
        kind="statement",
        sentence=sentence.index,
        anchor=stand.anchor,
        telling=stand.span,
        holder=AUTHOR,
        factuality="CT+",
        headline=False,
        readings=tuple(readings),
    )
    return Draft("statement", (frame,), main=True)


def _issuer(tree: Tree, stand: Stand) -> Actor | None:
    """Return who issues a statement: whoever claims or denies, else the actor that accuses."""
    if stand.holder.span is None:
        return None
    span = stand.holder.span
    if stand.actor is not None and stand.actor.span.meets(span):
        return stand.actor
    named = next((a for a in tree.page.actors if a.span.meets(span)), None)
    kind = "government" if stand.holder.kind == "government" else "state_force"
    return named or Actor(span.of(tree.text), None, span.of(tree.text), kind, span)  # type: ignore[arg-type]


def _form(tree: Tree, sentence: Sentence) -> list[Reading]:
    """Return the medium and channel that the first sentence or the next one names."""
    following = tree.page.page.sentences[sentence.index : sentence.index + 2]
    found: list[Reading] = []
    for near in following:
        for medium, pattern in _MEDIA:
            match = re.compile(rf"(?i)\b(?:{pattern})\b").search(tree.text, near.span.start, near.span.end)
            if match and not any(r.field == "medium" for r in found):
                found.append(Reading("medium", medium, Span(*match.span()), AUTHOR))
    sent = channel(tree, sentence)
    if sent is not None:
        at = tree.text.lower().index(sent.lower(), sentence.span.start)
        found.append(Reading("channel", sent, Span(at, at + len(sent)), AUTHOR))
    return found


def _known_act(tree: Tree, sentence: Sentence, stand: Stand) -> Span:
    """Return the words of the statement that tell the act."""
    inner = [*children(tree, stand.anchor, "ccomp", "xcomp"), stand.anchor][0]
    return clause(tree, sentence, inner)
