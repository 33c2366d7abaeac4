"""Claims, denials and accusations that are news themselves: the first sentence tells that they were made.

The act is then known already; a statement points to it by its link. A claim within the report of an attack is none.
"""

import re
from collections.abc import Sequence

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.tree import Tree, children, climb, is_passive, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.responsibility.stances import clause
from tocsin.extract.responsibility.stands import Stand, stands
from tocsin.extract.slots.scene import date_of
from tocsin.extract.threats.works import authenticity, outlet_of
from tocsin.extract.voices.channels import channel_of
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
    """Return the statements that a document is about, each linked to the events that `pairs` ties its stance to."""
    body = [sentence for sentence in tree.page.page.sentences if not sentence.headline]
    heads = [sentence for sentence in tree.page.page.sentences if sentence.headline]
    if not body:
        return ()
    known = {id(stand) for at, stand in pairs if not drafts[at].main}
    told = [stand for _, stand in pairs]
    titled = [s for head in heads for s in stands(tree, head, heard, lexicon) if _leads(tree, s, known=False)]
    found = [s for s in told if s.sentence == body[0].index and _leads(tree, s, known=id(s) in known)]
    early = {sentence.index for sentence in body[:2]}
    found += [
        s
        for s in told
        if any(_alike(s, other) for other in titled)
        and (s.stance != "accused" or (s.sentence in early and not _tells_deed(tree, s.anchor)))
    ]
    return tuple(
        _draft(tree, drafts, stand, [at for at, other in pairs if other is stand], heard, lexicon)
        for stand in _once(found)
    )


def _once(found: Sequence[Stand]) -> list[Stand]:
    """Return the first stance of each party, and the first accusation: told again it is the same statement."""
    return [
        s
        for i, s in enumerate(found)
        if not any(_is_same(s, o) or s.stance == o.stance == "accused" for o in found[:i])
    ]


def _is_same(one: Stand, other: Stand) -> bool:
    if one.actor is None or other.actor is None:
        return False
    return (one.actor.actor_id or one.actor.name) == (other.actor.actor_id or other.actor.name)


def _alike(one: Stand, other: Stand) -> bool:
    return one.stance == other.stance and _is_same(one, other)


def _leads(tree: Tree, stand: Stand, *, known: bool) -> bool:
    """Tell whether a stance is what the main clause of its sentence says; of a `known` act whoever says so accuses."""
    if stand.stance not in _NEWS or stand.actor is None:
        return False
    trail = [stand.anchor]
    while tree.tokens[trail[-1]].head != trail[-1]:
        if tree.tokens[trail[-1]].dep not in _THROUGH and not _is_contrast(tree, trail[-1]):
            return False
        trail.append(tree.tokens[trail[-1]].head)
    root = tree.tokens[trail[-1]]
    if stand.stance == "accused":
        if _tells_deed(tree, root.index):
            return False
        active = root.lemma in _ACCUSING and root.index == stand.anchor and not is_passive(tree, root.index)
        return active or (known and stand.holder.kind not in ("author", "unknown"))
    return stand.stance != "claims" or stand.actor.kind == "armed_group"


def _tells_deed(tree: Tree, accusing: int) -> bool:
    """Tell whether an accusation is how a deed becomes known ("of shelling it"), and is not of one known already."""
    return any(
        tree.tokens[v].tag == "VBG" for p in children(tree, accusing, "prep") for v in children(tree, p, "pcomp")
    )


def _is_contrast(tree: Tree, verb: int) -> bool:
    """Tell whether a clause sets one party's word against another's ("claimed by X, while Y denied it")."""
    return tree.tokens[verb].dep == "advcl" and any(
        tree.tokens[c].text.lower() in ("while", "whereas") for c in children(tree, verb, "mark")
    )


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
    when = sent or date_of(tree, sentence, root, rivals, Voices({}, {}, {}), lexicon)
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
                return date_of(tree, sentence, token.index, (), heard, lexicon)
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
    sent = next(filter(None, (channel_of(tree, near) for near in following)), None)
    if sent is not None:
        found.append(Reading("channel", sent.name, sent.span, AUTHOR))
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
        found += [Reading("channel", where.name, where.span, AUTHOR)] if where is not None else []
        standing = authenticity(tree, near, heard)
        found += [standing] if standing is not None else []
    return found


def _known_act(tree: Tree, sentence: Sentence, stand: Stand) -> Span:
    """Return the words of the statement that tell the act."""
    inner = [*children(tree, stand.anchor, "ccomp", "xcomp"), stand.anchor][0]
    return clause(tree, sentence, inner)
