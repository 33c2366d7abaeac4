"""What arrests, trials, designations and plots share: their frame, with the day and the place that are their own.

Other clauses of a sentence, and the violence that it tells, have days and places which are not those of justice.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from tocsin.extract.grammar.tree import Tree, climb, distance
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.scene import date_of, place_of, token_in
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.record import EventKind, Factuality, Holder
from tocsin.model.text import Span
from tocsin.model.values import Place, When

_NEAR = 2  # arcs from the word of justice to the place of its court
_NEXT = re.compile(
    r"(?i)\b(?:until|till|set for|due (?:in|on)|scheduled for|expected (?:in|on)|next \w+)\s+(?:\w+\s+){0,5}$"
)


def rivals(tree: Tree, sentence: Sentence, anchor: int, lexicon: Lexicon) -> list[int]:
    """Return the words of the sentence whose dates and places are not those of justice: violence, other clauses."""
    return [
        token.index
        for token in tree.tokens[sentence.first : sentence.last]
        if token.index != anchor
        and token.lemma not in lexicon.words["operation_nouns"]
        and (_is_violence(token, lexicon) or (token.pos == "VERB" and _is_inside(tree, token.index, anchor)))
    ]


def _is_violence(token: Token, lexicon: Lexicon) -> bool:
    if token.pos == "NOUN":
        return token.lemma in lexicon.attack_nouns or token.lemma in lexicon.harm_nouns
    return token.pos == "VERB" and (token.lemma in lexicon.attack_verbs or token.lemma in lexicon.harm["killed"])


def _is_inside(tree: Tree, verb: int, anchor: int) -> bool:
    """Tell whether a verb opens a clause below the one that tells of justice."""
    up = [verb, *climb(tree, verb)]
    below = up[: up.index(anchor)] if anchor in up else []
    return any(tree.tokens[i].dep in ("advcl", "relcl", "pcomp") for i in below)


def _is_of_noun(tree: Tree, sentence: Sentence, date: Span, anchor: int) -> bool:
    """Tell whether a date belongs to a noun that it stands before ("last year's coup attempt")."""
    at = token_in(tree, sentence, date)
    if at is None or tree.tokens[at].dep not in ("poss", "compound", "nmod", "amod", "nummod"):
        return False
    return tree.tokens[at].head != anchor and tree.tokens[tree.tokens[at].head].pos == "NOUN"


def _recent(tree: Tree, when: tuple[When, Span] | None) -> tuple[When, Span] | None:
    """Return a day of the last week: beside an act of justice it is that act's, wherever the parser hung it."""
    published = tree.page.page.document.published
    if when is None or published is None or when[0].start is None or when[0].precision != "day":
        return None
    return when if published - when[0].start <= timedelta(days=7) else None


def _is_far(tree: Tree, sentence: Sentence, anchor: int, where: tuple[Place, Span]) -> bool:
    """Tell whether a country is not that of the court but of what the trial is about ("for terror in Iran")."""
    at = token_in(tree, sentence, where[0].span)
    return where[0].precision == "country" and at is not None and distance(tree, at, anchor) > _NEAR


def _is_of_crime(tree: Tree, when: tuple[When, Span], anchor: int, others: Sequence[int]) -> bool:
    """Tell whether a month or year stands after the violence that an act of justice is about, and so dates that."""
    nouns = [tree.tokens[i] for i in others if i > anchor and tree.tokens[i].pos == "NOUN"]
    told = [noun.span for noun in nouns if noun.dep != "compound"]
    return when[0].precision in ("month", "year") and any(span.end <= when[1].start for span in told)


def _is_of_past(tree: Tree, when: When, anchor: int) -> bool:
    """Tell whether a month or year gone by stands by a verb in the present, which it cannot date ("faces ... in 2003").

    In a title the present tells of what has happened.
    """
    published, token = tree.page.page.document.published, tree.tokens[anchor]
    if published is None or when.end is None or when.precision not in ("month", "year"):
        return False
    present = token.tag in ("VBZ", "VBP") and not tree.page.page.sentences[token.sentence].headline
    return present and when.end < published


def _is_next(tree: Tree, sentence: Sentence, date: Span) -> bool:
    """Tell whether a date is of what comes next ("held until 5 April")."""
    before = tree.text[sentence.span.start : date.start]
    return _NEXT.search(before) is not None


def _described(tree: Tree, sentence: Sentence, anchor: int) -> list[int]:
    """Return the participles that describe people below the word of justice: "a man accused of bombing it in May"."""
    return [
        t.index
        for t in tree.tokens[sentence.first : sentence.last]
        if t.dep == "acl" and t.pos == "VERB" and anchor in climb(tree, t.index)
    ]


def frame(
    tree: Tree,
    sentence: Sentence,
    kind: EventKind,
    anchor: int,
    heard: Voices,
    holder: Holder,
    readings: Sequence[Reading],
    lexicon: Lexicon,
    *,
    definite: bool = False,
    factuality: Factuality = "CT+",
    founds: bool = True,
) -> Frame:
    """Return a frame with its date and place; one that does not found an event only adds to another's telling."""
    others = rivals(tree, sentence, anchor, lexicon) if kind != "plot" else []
    told = list(readings)
    described = _described(tree, sentence, anchor) if kind != "plot" else []
    when = date_of(tree, sentence, anchor, [*others, *described], heard, lexicon)
    if when is None and kind == "arrest":
        violent = [one for one in others if _is_violence(tree.tokens[one], lexicon)]
        when = _recent(tree, date_of(tree, sentence, anchor, violent, heard, lexicon))
    if when is not None and (
        _is_next(tree, sentence, when[1])
        or _is_of_noun(tree, sentence, when[1], anchor)
        or _is_of_past(tree, when[0], anchor)
        or (kind in ("trial", "arrest", "designation") and _is_of_crime(tree, when, anchor, others))
    ):
        when = None
    if when is not None:
        told.append(Reading("date", when[0], when[1], holder))
    theirs = [r.span for r in told if r.field == "subjects"]
    where = None if kind == "designation" else place_of(tree, sentence, anchor, others, heard, lexicon, theirs)
    if where is not None and kind == "trial" and _is_far(tree, sentence, anchor, where):
        where = None
    if where is not None and not any(r.field == "place" for r in told):
        told.append(Reading("place", where[0], where[1], holder))
    spans = [tree.tokens[anchor].span, *(r.span for r in told if sentence.span.holds(r.span))]
    return Frame(
        kind=kind,
        sentence=sentence.index,
        anchor=anchor,
        telling=Span(min(s.start for s in spans), max(s.end for s in spans)),
        holder=holder,
        factuality=factuality,
        headline=sentence.headline,
        definite=definite,
        founds=founds,
        readings=tuple(told),
    )
