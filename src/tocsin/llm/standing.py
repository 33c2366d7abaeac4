"""Where a model's words stand in the text, and what the stages before have tied them to."""

import re
from collections.abc import Iterator

from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Resolved, Token
from tocsin.model.record import BY_ACTOR, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Place, When

_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+")
_NOUNS = ("NOUN", "PROPN")


def find(page: Resolved, words: str, near: Span | None = None) -> Span | None:
    """Return where words stand in the text, whatever blanks part them: next to a span, else first; None if nowhere."""
    pieces = words.split()
    if not pieces:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, pieces)) + r"(?!\w)"
    found = [Span(*match.span()) for match in re.finditer(pattern, page.page.document.text)]
    return min(found, key=lambda span: _apart(span, near), default=None) if near else next(iter(found), None)


def value(page: Resolved, words: str, near: Span) -> Span | None:
    """Return where the words of a value stand: within one sentence or the dateline, as no value is told in two."""
    span, line = find(page, words, near), page.page.dateline
    inside = (*(one.span for one in page.page.sentences), *((line,) if line else ()))
    return span if span and any(one.holds(span) for one in inside) else None


def when(page: Resolved, span: Span) -> When | None:
    """Return the date that words tell, where they tell a single one."""
    found = [dated.when for dated in page.dates if _meet(dated.when.span, span)]
    return found[0] if len(found) == 1 else None


def where(page: Resolved, span: Span) -> Place | None:
    """Return the first place in words that is known: what follows says where it lies."""
    return next((one.place for one in page.places if one.place and _meet(one.place.span, span)), None)


def count(page: Resolved, span: Span, number: int) -> Count | None:
    """Return the number in words, where it is the one that the model gives."""
    return next((one for one in page.page.counts if _meet(one.span, span) and number in (one.low, one.high)), None)


def actor(page: Resolved, span: Span, lexicon: Lexicon) -> Actor | None:
    """Return whom words mean: an actor whose name or people they are, else somebody unknown; None for a person."""
    core = _bare(page, span)
    for one in _known(page):
        behind = [token for token in tokens(page, core) if token.span.start >= one.span.end]
        people = one.span.start <= core.start and all(lexicon.has("own_people", token.lemma) for token in behind)
        if _meet(one.span, core) and people:
            return one
    words = span.of(page.page.document.text)
    return Actor(words, None, words, "unknown", span) if is_thing(page, span, lexicon) else None


def holder(page: Resolved, span: Span, lexicon: Lexicon) -> Holder:
    """Return whose words they are by the words of the text; somebody unnamed where those may name a person."""
    found = actor(page, span, lexicon)
    if found is None:
        return Holder(None, None, "unknown", (), None)
    return as_holder(found)


def as_holder(who: Actor, via: tuple[Holder, ...] = ()) -> Holder:
    """Return an actor as the holder of its own words."""
    return Holder(who.text, who.actor_id, BY_ACTOR.get(who.kind, "unknown"), via, who.span)


def is_thing(page: Resolved, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether words are a noun phrase without a name that may be a private person's.

    A name is one where no actor, place, people or date is known by it, or where the tagger takes it for a person's.
    """
    top = head(page, span)
    private = any(_may_be_private(page, one, lexicon) for one in tokens(page, span))
    return top is not None and top.pos in _NOUNS and not private


def tokens(page: Resolved, span: Span) -> Iterator[Token]:
    """Yield the tokens that a span meets."""
    return (token for token in page.page.tokens if token.span.meets(span))


def head(page: Resolved, span: Span) -> Token | None:
    """Return the token on which the others of a span depend."""
    inside = list(tokens(page, span))
    return next((t for t in inside if t.head == t.index or not span.holds(page.page.tokens[t.head].span)), None)


def _may_be_private(page: Resolved, token: Token, lexicon: Lexicon) -> bool:
    if any(one.span.meets(token.span) for one in _known(page)):
        return False
    if any(name.label == "PERSON" and name.span.meets(token.span) for name in page.page.names):
        return True
    begins = any(token.index == sentence.first for sentence in page.page.sentences)
    if not (token.text[:1].isupper() or token.pos == "PROPN") or (begins and _is_common(token, lexicon)):
        return False
    known = [one.span for one in page.places if one.place] + [one.span for one in page.page.nationalities]
    return not any(span.meets(token.span) for span in (*known, *(one.when.span for one in page.dates)))


def _known(page: Resolved) -> Iterator[Actor]:
    """Yield the actors of a page but those whom the tagger alone takes for an organisation: they may be persons."""
    return (one for one in page.actors if one.actor_id or one.kind not in ("organisation", "person"))


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capital is only a sentence's: the tagger, too, takes "Gunmen" at a beginning for a name."""
    words = (token.text.lower(), token.text.lower().removesuffix("s"))
    people = any(word in lexicon.targets or lexicon.has("own_people", word) for word in words)
    return token.pos != "PROPN" or people


def _bare(page: Resolved, span: Span) -> Span:
    """Return a span without its article."""
    article = _ARTICLE.match(span.of(page.page.document.text))
    return Span(span.start + article.end(), span.end) if article else span


def _meet(one: Span, two: Span) -> bool:
    return one.holds(two) or two.holds(one)


def _apart(span: Span, near: Span) -> int:
    """Return how far apart two spans are."""
    return max(0, near.start - span.end, span.start - near.end)
