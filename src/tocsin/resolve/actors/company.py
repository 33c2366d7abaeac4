"""The words that a name belongs with in its sentence tell what bears it: an armed group, or something else.

"fighters of Mend", "Mend said", "the rebel group Mend"; but "the ferry Mend", "her novel, Shining Path".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from tocsin.knowledge.actors import ActorWords
from tocsin.model.page import Annotated, Token
from tocsin.model.text import Span

_OWNED = frozenset(("compound", "nmod", "poss", "amod"))
_NAMING = frozenset(("oprd", "appos"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CALLING = frozenset(("call", "name", "dub", "christen"))
_OWN = frozenset(("a", "an", "another", "every", "her", "his", "my", "our", "their"))
_LONGEST = 40  # tokens of a name
_BEFORE = 30  # characters
_FROM = re.compile(r"\b([^\W\d_]+) (?:of|from) (?:the )?[\"“'‘]?$")
_APPOSED = re.compile(
    r"[\"”'’]?, (?:an?|the|its|their|his|her) ((?:[\w’'-]+ ){0,4}?[\w-]+)"
    r"(?=[,.;:]| (?:in|of|that|which|who|whose|from|near|with|at|on|for|by|beside|behind)\b)"
)


@dataclass(frozen=True, slots=True)
class Company:
    """What a name's sentence says of it: that it bears arms, that it acts or speaks, that it is something else; that it
    is one of several or somebody's own ("their Black September"), that it tells which thing is meant ("a BLF cake"), or
    that it is part of a longer name; and the preposition before it.
    """

    armed: bool = False
    acts: bool = False
    speaks: bool = False
    other: bool = False
    own: bool = False
    thing: bool = False
    longer: bool = False
    preposition: str | None = None


def company(span: Span, page: Annotated, words: ActorWords) -> Company:
    """Return what the tree of a name's sentence says of it: nothing where there is none."""
    head = _head(span, page)
    if head is None:
        return Company()
    told = {*_told(head, span, page), *_apposed(span, page.document.text)}
    led = {*_led(head, page), *_from(span, page.document.text)}
    deeds = set(_deeds(head, page))
    preposition = page.tokens[head.head].text.lower() if head.dep == "pobj" else None
    of_place = preposition == "of" and bool(led & words.places)
    return Company(
        armed=bool(told & words.groups or led & (words.beside | words.led) or deeds & words.deeds)
        or _is_fought(head, page, words)
        or _is_theirs(head, page, words),
        acts=bool(deeds - {"be"}),
        speaks=bool(deeds & words.speech or led & words.voices),
        other=of_place or bool(told & words.genres) or (bool(told & words.things) and not told & words.groups),
        own=any(one.text.lower() in _OWN for one in _children(head, page) if one.dep in ("det", "poss")),
        thing=bool(led & words.things) and head.dep in _OWNED,
        longer=_is_longer(head, span, page, words),
        preposition=preposition,
    )


def _head(span: Span, page: Annotated) -> Token | None:
    """Return the last word of a name that hangs from a word outside it."""
    first = bisect_right(page.tokens, span.start, key=_end)
    inside = list(takewhile(lambda token: token.span.start < span.end, page.tokens[first : first + _LONGEST]))
    outer = [token for token in inside if page.tokens[token.head] not in inside or token.head == token.index]
    return outer[-1] if outer else None


def _told(head: Token, span: Span, page: Annotated) -> Iterator[str]:
    """Yield the nouns that say what bears the name: beside it, before it, or by "is" and "called"."""
    above = page.tokens[head.head]
    for child in _children(head, page):
        before = child.dep in _OWNED and child.pos == "NOUN" and child.span.end <= span.start
        if not child.span.meets(span) and (child.dep == "appos" or before):
            yield from _forms(child)
            yield from (form for one in _children(child, page) if one.dep == "compound" for form in _forms(one))
    if head.dep in _NAMING and above.pos in ("NOUN", "PROPN"):
        yield from _forms(above)
        yield from (form for child in _children(above, page) if child.dep == "compound" for form in _forms(child))
    if head.dep in _SUBJECTS and above.lemma == "be":
        yield from (form for child in _children(above, page) if child.dep == "attr" for form in _forms(child))
    naming = above
    if head.dep == "pobj" and above.text.lower() == "as":
        naming = page.tokens[above.head]
    if head.dep in ("oprd", "pobj") and naming.pos == "VERB":
        named = [one for one in _children(naming, page) if naming.lemma in _CALLING and one.dep in _SUBJECTS]
        yield from (form for one in named for form in _forms(one))
        yield from _forms(page.tokens[naming.head]) if naming.dep == "acl" else ()
    at = bisect_right(page.tokens, span.start, key=_end) - 1
    last = page.tokens[at] if at >= 0 else head
    if last.span.end == span.start - 1 and last.pos == "NOUN" and not (head.dep in _SUBJECTS and above.dep == "relcl"):
        yield from _forms(last)


def _apposed(span: Span, text: str) -> Iterator[str]:
    """Yield the words of an apposition right behind a name: "BLF, a bakery chain in Karachi"."""
    if match := _APPOSED.match(text, span.end):
        yield from match[1].lower().split()


def _led(head: Token, page: Annotated) -> Iterator[str]:
    """Yield the nouns whose the name is: "Mend's fighters", "Mend fighters", "fighters of Mend", "attacks by Mend"."""
    above = page.tokens[head.head]
    if head.dep in _OWNED and above is not head:
        yield from _forms(above)
    if head.dep == "pobj":
        whose = page.tokens[above.head]
        yield from _forms(whose)
        yield from (form for child in _children(whose, page) if child.dep == "dobj" for form in _forms(child))
    if head.dep == "conj":
        yield from _led(above, page)


def _from(span: Span, text: str) -> Iterator[str]:
    """Yield the word that stands before "of" or "from" and a name, whatever the tree says: "the men from Mend"."""
    if match := _FROM.search(text, max(0, span.start - _BEFORE), span.start):
        yield match[1].lower()


def _deeds(head: Token, page: Annotated) -> Iterator[str]:
    """Yield the verbs whose subject the name is, in the passive too."""
    above = page.tokens[head.head]
    if head.dep in _SUBJECTS:
        yield above.lemma
        yield from (child.lemma for child in _children(above, page) if child.dep in ("conj", "xcomp"))
    if head.dep == "pobj" and above.dep == "agent":
        yield page.tokens[above.head].lemma
    if head.dep == "conj":
        yield from _deeds(above, page)


def _is_longer(head: Token, span: Span, page: Annotated, words: ActorWords) -> bool:
    """Tell whether a capitalised noun that names no office or person goes on from a name: "Amaq Mining"."""
    above = page.tokens[head.head]
    behind = above.span.start == span.end + 1 and head.dep in ("compound", "nmod") and above.pos == "PROPN"
    known = words.heads | words.beside | words.groups | words.led | words.voices | words.branches
    person = any(name.label == "PERSON" and name.span.meets(above.span) for name in page.names)
    return behind and not person and above.text.istitle() and known.isdisjoint(_forms(above))


def _is_fought(head: Token, page: Annotated, words: ActorWords) -> bool:
    """Tell whether a name is the object of a verb that groups suffer: "blamed Mend", "belonged to Mend"."""
    above = page.tokens[head.head]
    if head.dep == "pobj":
        return f"{page.tokens[above.head].lemma} {above.text.lower()}" in words.aimed
    return head.dep == "dobj" and above.lemma in words.suffered


def _is_theirs(head: Token, page: Annotated, words: ActorWords) -> bool:
    """Tell whether people of a group are said to be what the name says: "the robbers were Tigers"."""
    above = page.tokens[head.head]
    if head.dep != "attr" or above.lemma != "be":
        return False
    people = (one for one in _children(above, page) if one.dep in _SUBJECTS)
    inner = [form for one in people for form in (*_forms(one), *_partitive(one, page))]
    return not (words.led | words.men | words.cadres).isdisjoint(inner)


def _partitive(head: Token, page: Annotated) -> Iterator[str]:
    """Yield the nouns of whom somebody is one: "two of the robbers"."""
    for one in _children(head, page):
        if one.dep == "prep" and one.text == "of":
            yield from (form for two in _children(one, page) if two.dep == "pobj" for form in _forms(two))


def _children(head: Token, page: Annotated) -> Iterator[Token]:
    sentence = page.sentences[head.sentence]
    for token in page.tokens[sentence.first : sentence.last]:
        if token.head == head.index and token.index != head.index:
            yield token


def _end(token: Token) -> int:
    return token.span.end


def _forms(token: Token) -> tuple[str, str]:
    return token.text.lower(), token.lemma.lower()
