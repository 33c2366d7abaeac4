"""A resolved page seen as dependency trees: who governs whom, what a phrase covers, which lemma a word stands for.

Lemmas of several words are joined by underscores ("gun_down", "open_fire", "car_bombing"), as the lists write them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tocsin.extract.grammar.mend import mended
from tocsin.knowledge.reader import LABELS, ROLES, Reader
from tocsin.knowledge.wording import Small, small
from tocsin.model.page import Resolved, Token
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count

Value = TypeVar("Value")
PASSAGE = 700  # characters within which words were compared when the reader was trained
_TIED = re.compile(r"(?i)-(?:linked|affiliated|aligned|backed|inspired|allied|led|funded|supported|held|controlled)\b")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BEFORE = frozenset(
    {"det", "amod", "nummod", "quantmod", "compound", "poss", "nmod", "predet", "advmod", "case", "npadvmod", "punct"}
)
_WHEN_OR_HOW = frozenset({"after", "before", "since", "while", "when", "following", "by", "upon"})
_FIRE = {
    "open": "open_fire",
    "set": "set_fire",
    "take": "take_hostage",
    "seize": "seize_hostage",
    "launch": "launch_missile",
    "return": "return_fire",
    "exchange": "exchange_fire",
}
_FIRE_OBJECTS = {
    "open": {"fire"},
    "set": {"fire", "ablaze", "alight"},
    "take": {"hostage"},
    "seize": {"hostage"},
    "launch": {"missile", "rocket", "drone", "mortar", "warhead"},
    "return": {"fire", "gunfire", "shot"},
    "exchange": {"fire", "gunfire", "shot"},
}


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their children; `actor_at` maps a token to the actor mention that covers it.

    `small` is the text in small letters.
    """

    page: Resolved
    small: Small
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    actor_at: dict[int, Actor]
    label_at: dict[int, str]
    counts_at: dict[int, Count]
    reader: Reader | None

    @property
    def text(self) -> str:
        """Return the document's text."""
        return self.page.page.document.text

    def chance(self, index: int, *labels: str) -> float:
        """Return the trained reader's chance that a word bears any of some labels; 0 where it did not read it."""
        hints = self.page.page.hints
        return max(float(hints.labels[index, LABELS.index(label)]) for label in labels) if hints else 0.0

    def relevant(self, index: int) -> float:
        """Return the trained reader's chance that a word's passage tells of political violence; 0 where not read."""
        hints = self.page.page.hints
        return float(hints.relevant[index]) if hints else 0.0

    def alike(self, one: int, other: int) -> float | None:
        """Return the trained reader's chance that two words tell one event; null where they stand too far apart."""
        hints = self.page.page.hints
        far = abs(self.tokens[one].span.start - self.tokens[other].span.start) > PASSAGE
        if hints is None or self.reader is None or far:
            return None
        return self.reader.alike(hints.events[one], hints.events[other])

    def linked(self, part: Sequence[int], event: int) -> tuple[float, ...]:
        """Return the trained reader's chances of each role that a phrase has in the event that a word tells."""
        hints = self.page.page.hints
        if hints is None or self.reader is None:
            return (0.0,) * len(ROLES)
        return tuple(map(float, self.reader.links(hints.events[event], hints.parts[list(part)].mean(axis=0))))

    def stances(self, part: Sequence[int], event: int) -> tuple[float, ...]:
        """Return the trained reader's chances of each stance on a phrase's part in an event; empty without one."""
        hints = self.page.page.hints
        if hints is None or self.reader is None:
            return ()
        return tuple(map(float, self.reader.stances(hints.parts[list(part)].mean(axis=0), hints.events[event])))


def grow(page: Resolved, reader: Reader | None = None) -> Tree:
    """Build the tree of a page; `reader` is the one that gave its hints, if one did."""
    named = [*(a.span for a in page.actors), *(n.span for n in page.page.names if n.label in ("NORP", "ORG"))]
    tokens = mended(page.page.tokens, _cover(page.page.tokens, [(span, span) for span in named]))
    below: defaultdict[int, list[int]] = defaultdict(list)
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Tree(
        page=page,
        small=small(page.page.document.text),
        tokens=tokens,
        below=tuple(tuple(below[token.index]) for token in tokens),
        actor_at=_cover(tokens, [(a.span, a) for a in page.actors if not _only_tied(a, page.page.document.text)]),
        label_at=_cover(tokens, [(name.span, name.label) for name in page.page.names]),
        counts_at=_cover(tokens, [(count.span, count) for count in page.page.counts]),
        reader=reader,
    )


def _only_tied(actor: Actor, text: str) -> bool:
    """Tell whether a name only says to whom somebody is tied ("an al-Qaida-linked group")."""
    return _TIED.match(text, actor.span.end) is not None


def _cover(tokens: tuple[Token, ...], spans: list[tuple[Span, Value]]) -> dict[int, Value]:
    """Map each token to the value whose span meets it; the first span that covers a token keeps it."""
    found: dict[int, Value] = {}
    starts = [token.span.start for token in tokens]
    order = sorted(range(len(tokens)), key=lambda index: starts[index])
    ordered = [starts[index] for index in order]
    for span, value in spans:
        at = max(0, bisect_left(ordered, span.start) - 1)
        while at < len(order) and ordered[at] < span.end:
            if tokens[order[at]].span.meets(span):
                found.setdefault(order[at], value)
            at += 1
    return found


def antecedent(tree: Tree, noun: int) -> int:
    """Return the noun for which "who" or "that" stands, else the noun itself."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    return verb.head if token.tag in ("WDT", "WP") and verb.dep == "relcl" else noun


def descend(tree: Tree, index: int) -> Iterator[int]:
    """Yield a token and all below it, depth first."""
    yield index
    for child in tree.below[index]:
        yield from descend(tree, child)


def climb(tree: Tree, index: int) -> Iterator[int]:
    """Yield the governors of a token, nearest first."""
    while tree.tokens[index].head != index:
        index = tree.tokens[index].head
        yield index


def children(tree: Tree, index: int, *deps: str) -> tuple[int, ...]:
    """Return the children of a token that bear one of the relations."""
    return tuple([child for child in tree.below[index] if tree.tokens[child].dep in deps])


def conjuncts(tree: Tree, index: int) -> tuple[int, ...]:
    """Return a token and those coordinated with it, in order."""
    found = [index]
    for child in children(tree, index, "conj"):
        found.extend(conjuncts(tree, child))
    return tuple(found)


def coordinated(tree: Tree, index: int) -> tuple[int, ...]:
    """Return all those coordinated with a token, before and behind it, itself included."""
    while tree.tokens[index].dep == "conj" and tree.tokens[index].head != index:
        index = tree.tokens[index].head
    return conjuncts(tree, index)


def subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of a verb; a coordinated or participial verb borrows its governor's."""
    own = children(tree, verb, "nsubj", "nsubjpass")
    if own:
        return own[0]
    token = tree.tokens[verb]
    if (
        token.dep in ("conj", "xcomp", "advcl")
        and token.head != verb
        and tree.tokens[token.head].pos in ("VERB", "AUX")
    ):
        return subject(tree, token.head)
    if token.dep in ("acl", "relcl") and token.head != verb:
        return token.head
    above = _above_gerund(tree, verb)
    return None if above is None else subject(tree, above)


def _above_gerund(tree: Tree, verb: int) -> int | None:
    """Return the verb whose subject does what a gerund tells ("fled after setting fire to it", "before being shot")."""
    prep = tree.tokens[tree.tokens[verb].head]
    if tree.tokens[verb].dep != "pcomp" or prep.lemma not in _WHEN_OR_HOW:
        return None
    return next((i for i in climb(tree, prep.index) if tree.tokens[i].pos in ("VERB", "AUX")), None)


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the passive, a bare participle after a noun included ("nine people killed in")."""
    if children(tree, verb, "nsubjpass", "auxpass"):
        return True
    if children(tree, verb, "agent"):
        return not (children(tree, verb, "nsubj") and children(tree, verb, "dobj"))
    token = tree.tokens[verb]
    if token.dep == "conj" and token.tag == "VBN" and not children(tree, verb, "aux", "nsubj", "dobj"):
        return is_passive(tree, token.head)
    return token.tag == "VBN" and token.dep in ("acl", "amod") and not children(tree, verb, "aux", "dobj")


def by_agent(tree: Tree, verb: int) -> int | None:
    """Return the noun after "by" of a passive verb or an event noun."""
    for prep in children(tree, verb, "agent", "prep"):
        if tree.tokens[prep].lemma == "by":
            for noun in children(tree, prep, "pobj"):
                return noun
    return None


def agent_of(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb tells: the "by" noun of a passive, else the subject."""
    if is_passive(tree, verb):
        return by_agent(tree, verb)
    return subject(tree, verb)


def after(tree: Tree, index: int, *prepositions: str) -> tuple[int, ...]:
    """Return the nouns that the prepositions tie to a token."""
    return tuple(
        noun
        for prep in children(tree, index, "prep", "agent", "dative")
        if tree.tokens[prep].lemma in prepositions
        for noun in children(tree, prep, "pobj", "pcomp")
    )


def phrase(tree: Tree, head: int) -> Span:
    """Return the span of a noun phrase: its words before the head but no date, the head, and a short "of" phrase."""
    left = min(_left(tree, head))
    right = tree.tokens[head].span.end
    for prep in children(tree, head, "prep"):
        if tree.tokens[prep].lemma == "of":
            for noun in children(tree, prep, "pobj"):
                right = max(right, phrase(tree, noun).end)
    actor = tree.actor_at.get(head)
    if actor is not None:
        right = max(right, actor.span.end)
    return Span(tree.tokens[left].span.start, right)


def bare(tree: Tree, head: int) -> Span:
    """Return the span of a noun phrase without its determiner."""
    span = phrase(tree, head)
    first = next((t for t in tree.tokens[min(_left(tree, head)) : head + 1] if t.span.start >= span.start), None)
    if first is not None and first.dep in ("det", "poss", "predet") and first.index != head:
        follower = tree.tokens[first.index + 1]
        return Span(follower.span.start, span.end)
    return span


def _left(tree: Tree, head: int) -> list[int]:
    found = [head]
    for child in tree.below[head]:
        token = tree.tokens[child]
        if child < head and token.dep in _BEFORE and not (token.dep == "punct" and token.text not in "-–"):
            if token.dep != "poss" and any(dated.when.span.holds(token.span) for dated in tree.page.dates):
                continue  # "on 2 March gunmen fired" is read as gunmen of 2 March
            found.extend(index for index in descend(tree, child) if index < head)
    return found


def key(tree: Tree, index: int) -> str:
    """Return the lemma under which the word lists know a token: with its particle, object or compound if listed so."""
    token = tree.tokens[index]
    if token.pos in ("VERB", "AUX"):
        for particle in children(tree, index, "prt"):
            return f"{token.lemma}_{tree.tokens[particle].lemma}"
        if any(tree.tokens[i].lemma == "back" and _is_beside(tree, index, i) for i in children(tree, index, "advmod")):
            return f"{token.lemma}_back"
        if token.lemma in _FIRE:
            near = {tree.tokens[child].lemma for child in tree.below[index]}
            near |= {t.lemma for t in tree.tokens[index + 1 : index + 4] if t.sentence == token.sentence}
            if near & _FIRE_OBJECTS[token.lemma]:
                return _FIRE[token.lemma]
        if token.lemma == "shoot" and {tree.tokens[c].lemma for c in tree.below[index]} & {"dead"}:
            return "shoot_dead"
    return token.lemma


def _is_beside(tree: Tree, verb: int, word: int) -> bool:
    """Tell whether nothing but its object stands between a verb and a word ("row back", "take the claim back")."""
    between = {i for noun in children(tree, verb, "dobj") for i in descend(tree, noun)}
    return word > verb and all(i in between for i in range(verb + 1, word))


def compound(tree: Tree, index: int) -> str:
    """Return a noun's lemma with the word before it where the two make a compound, else the lemma."""
    token = tree.tokens[index]
    if index > 0:
        before = tree.tokens[index - 1]
        if before.sentence == token.sentence and before.dep in ("compound", "amod", "nmod", "poss"):
            return f"{before.lemma}_{token.lemma}"
    return token.lemma


def distance(tree: Tree, one: int, other: int) -> int:
    """Return the number of arcs between two tokens of a sentence (a large number across sentences)."""
    if tree.tokens[one].sentence != tree.tokens[other].sentence:
        return 1000
    up_one = [one, *climb(tree, one)]
    up_other = {index: steps for steps, index in enumerate([other, *climb(tree, other)])}
    for steps, index in enumerate(up_one):
        if index in up_other:
            return steps + up_other[index]
    return 500
