"""Claims, denials and accusations that are news themselves: the first sentence tells that they were made.

The act is then known already; a statement points to it by its link. A claim within the report of an attack is none.
"""

import re
from collections.abc import Sequence

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.tree import Tree, children, climb, is_passive, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.responsibility.carriers import channel
from tocsin.extract.responsibility.stances import clause
from tocsin.extract.responsibility.stands import Stand, stands
from tocsin.extract.slots.scene import date_of
from tocsin.extract.threats.works import authenticity, channel_of, outlet_of
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Link, Medium
from tocsin.model.text import Span
from tocsin.model.values import Actor, When

_NEWS = frozenset({"claims", "denies", "retracted", "accused"})
_ACCUSING = frozenset({"accuse", "blame", "hold", "point"})
_MEDIA: tuple[tuple[Medium, str], ...] = (
    ("video", r"video|footage"),
    ("audio", r"audio|recording|voice message"),
    ("leaflet", r"leaflets?|pamphlets?"),
    ("statement", r"statement|communiqu[eé]|declaration|letter|press release|announcement"),
    ("social_post", r"tweet|post on|posts on"),
)
_NEWSY = frozenset({"announcement", "claim", "denial"})
_SPOKEN = re.compile(r"(?i)\b(?:statement|communiqu[eé]|announcement|claim|message|video|recording|letter)\b")
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
    return (_draft(tree, drafts, first, events, heard, lexicon),)


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


def _draft(
    tree: Tree, drafts: Sequence[Draft], stand: Stand, events: Sequence[int], heard: Voices, lexicon: Lexicon
) -> Draft:
    sentence = tree.page.page.sentences[stand.sentence]
    readings = []
    issuer = _issuer(tree, stand)
    if issuer is not None:
        readings.append(Reading("issuer", issuer, issuer.span, AUTHOR))
    rivals = [
        f.anchor for draft in drafts for f in draft.frames if f.sentence == sentence.index and f.anchor != stand.anchor
    ]
    root = [stand.anchor, *climb(tree, stand.anchor)][-1]
    following = tree.page.page.sentences[sentence.index + 1 : sentence.index + 3]
    sent = next((found for near in following if (found := _sent(tree, near, heard, lexicon)) is not None), None)
    when = sent or date_of(tree, sentence, root, rivals, Voices({}, {}, {}))
    if when is not None:
        readings.append(Reading("date", when[0], when[1], AUTHOR))
    readings += _form(tree, sentence, heard)
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


def _sent(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[When, Span] | None:
    """Return the day on which a sentence says that the statement was put out ("the announcement came on Monday")."""
    spread = lexicon.words["appear_verbs"] | lexicon.words["spread_verbs"]
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and {key(tree, token.index), token.lemma} & spread:
            heads = children(tree, token.index, "nsubj", "nsubjpass", "dobj")
            if any(tree.tokens[i].lemma in lexicon.media or tree.tokens[i].lemma in _NEWSY for i in heads):
                return date_of(tree, sentence, token.index, (), heard)
    return None


def _form(tree: Tree, sentence: Sentence, heard: Voices) -> list[Reading]:
    """Return medium, outlet, channel and standing that the first sentence or the next ones name."""
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
    return [*found, *_carrier(tree, following[1:], heard)]


def _carrier(tree: Tree, following: Sequence[Sentence], heard: Voices) -> list[Reading]:
    """Return by which outlet and where a statement was put out, and whether it is genuine, as later sentences say."""
    found: list[Reading] = []
    for near in following:
        if _SPOKEN.search(near.span.of(tree.text)) is None:
            continue
        outlet = outlet_of(tree, near)
        found += [Reading("media_arm", outlet, outlet.span, AUTHOR)] if outlet is not None else []
        where = channel_of(tree, near)
        found += [Reading("channel", where.of(tree.text), where, AUTHOR)] if where is not None else []
        standing = authenticity(tree, near, heard)
        found += [standing] if standing is not None else []
    return found


def _known_act(tree: Tree, sentence: Sentence, stand: Stand) -> Span:
    """Return the words of the statement that tell the act."""
    inner = [*children(tree, stand.anchor, "ccomp", "xcomp"), stand.anchor][0]
    return clause(tree, sentence, inner)
