"""People acted upon by authorities: by role, number, office and organisation, and never by a private person's name.

Where a name stands alone, the words beside it tell ("X, a commander of Y"; "commander X"); where there are none, only
the number is kept. Being held says nothing of guilt.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, children, descend, phrase
from tocsin.extract.slots.casualties import count_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Subject, SubjectRole

_PRONOUNS = frozenset({"PRP", "WDT", "WP", "EX", "DT", "PRP$"})
_NEAR = 6
_ASIDE = ("age", "aged", "include", "including")  # what stands behind without telling who is meant
_HUMAN = ("er", "or", "ist", "ian", "ant")
_SOME = frozenset(
    {"dozen", "number", "group", "score", "hundred", "thousand", "few", "couple", "handful", "series", "gang", "cell"}
)
_POINTING = frozenset({"the", "these", "those", "both", "all", "this"})
_LINK = re.compile(
    r"(?i)\b(?:belong\w*|members?(?:hip)?|link\w*|ties?|tied|connect\w*|connections?|suspected|affiliat\w*|"
    r"behalf|allegiance|"
    r"support\w*|join\w*|fight\w* for|fought for|work\w* (?:for|with)|"
    r"(?:money|funds?|financ\w+|recruit\w*|weapons|supplies) "
    r"(?:for|of|to)|cell|loyal\w*|leader|commander|financ\w+|aid\w*|help\w*|part of|operatives?|inspired)\b"
)
_CHARGE = re.compile(
    r"(?i)(?:(?<=\bpair)|(?<=\bduo)|(?<=\btrio))\s+of|"
    r"\s+of (?:membership|murder\w*|terror\w*|attempted|plotting|(?:war )?crimes|belonging|kill\w*|genocide|"
    r"treason|plann\w*|help\w*|charges?|involvement|conspir\w*|support\w*|attack\w*|inciting|financing|all|any|being|"
    r"having|carrying|taking|orchestrat\w*|bomb\w*|kidnap\w*|sheltering|provid\w*|possess\w*|prepar\w*)\b"
)
_KNOWN_AS = re.compile(
    r"(?i)\b(?:describ\w+|known|identif\w+|believed|named|alleged|said)\s+(?:as|to (?:be|have been))\s"
)


def is_pronoun(tree: Tree, head: int) -> bool:
    """Tell whether a token only points at people told of elsewhere."""
    return tree.tokens[head].tag in _PRONOUNS


def is_held(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a token can be people that an authority holds, tries or lists."""
    token = tree.tokens[head]
    if is_pronoun(tree, head):
        return token.lemma in ("he", "she", "they", "who", "him", "them", "her")
    if (
        {token.lemma, token.text.lower()} & lexicon.words["held_people"]
        or token.lemma.endswith("-old")
        or lexicon.has("perpetrators", token.lemma)
    ):
        return True
    if is_name(tree, head) or tree.label_at.get(head) == "NORP":
        return True
    if lexicon.targets.get(token.lemma) in ("private_citizens_and_property", "religious_figures_and_institutions"):
        return token.lemma not in (
            "town",
            "village",
            "house",
            "car",
            "vehicle",
            "building",
            "market",
            "mosque",
            "church",
        )
    return token.pos == "NUM" and head in tree.counts_at


def may_be_held(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a token can be people as what a court or an arrest acts on: also by how words for people end."""
    token = tree.tokens[head]
    return is_held(tree, head, lexicon) or (token.pos == "NOUN" and token.lemma.endswith(_HUMAN))


def is_name(tree: Tree, head: int) -> bool:
    """Tell whether a token is a name of nobody known: taken for a private person's."""
    token = tree.tokens[head]
    if token.pos != "PROPN" or head in tree.actor_at:
        return False
    return tree.label_at.get(head) in ("PERSON", None) and not _is_national(tree, token.span)


def _is_national(tree: Tree, span: Span) -> bool:
    return any(nation.span.meets(span) for nation in tree.page.page.nationalities)


def points_back(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase means people told of before: a pronoun, a bare name, or "the two men" and no more."""
    if is_pronoun(tree, head) or is_name(tree, head):
        return True
    token = tree.tokens[head]
    below = tree.below[head]
    pointing = any(tree.tokens[c].text.lower() in _POINTING and c < head for c in below)
    plain = token.lemma in lexicon.words["pairs"] or not any(
        tree.tokens[c].dep in ("relcl", "acl", "prep", "appos") and tree.tokens[c].lemma not in _ASIDE
        for c in below
        if c > head
    )
    return (
        pointing
        and plain
        and (bool({token.lemma, token.text.lower()} & lexicon.words["held_people"]) or token.pos == "NUM")
    )


def subject_of(
    tree: Tree, head: int, role: SubjectRole, trigger: int, sentence: Sentence, lexicon: Lexicon
) -> tuple[Subject | None, Count | None]:
    """Return somebody acted upon and how many they are; no subject where only a name or a pronoun tells of them."""
    number = _number(tree, head, lexicon)
    span = _words(tree, head)
    if is_pronoun(tree, head) or span is None:
        return None, number
    loose = number is not None and number.qualifier == "vague" and points_back(tree, head, lexicon)
    subject = Subject(
        role=role,
        text=span.of(tree.text),
        organisation=organisation(tree, head, trigger, sentence),
        position=_position(tree, head, sentence, lexicon),
        count=None if loose else number,
        span=span,
    )
    return subject, number


def _words(tree: Tree, head: int) -> Span | None:
    """Return the words for somebody that hold no name: the phrase, its apposition, or the nouns before the name."""
    if not is_name(tree, head):
        return _nameless(tree, _undashed(tree, _short(tree, _hyphened(tree, head))), head)
    for child in children(tree, head, "appos"):
        if tree.tokens[child].pos == "NOUN":
            return _nameless(tree, phrase(tree, child), child)
    before = [c for c in tree.below[head] if c < head and tree.tokens[c].pos == "NOUN"]
    if not before or not tree.tokens[before[-1]].span.end <= tree.tokens[head].span.start:
        return None
    last = before[-1]
    first = min(index for c in tree.below[head] if c <= last for index in descend(tree, c) if index <= last)
    span = Span(tree.tokens[first].span.start, tree.tokens[last].span.end)
    return span if not _names_in(tree, span) else None


def _hyphened(tree: Tree, head: int) -> Span:
    """Return a noun phrase with what the parser cut off its beginning: a group's name, parts before a hyphen."""
    span = phrase(tree, head)
    cut = next((a.span for a in tree.page.actors if a.span.start < span.start < a.span.end), None)
    if cut is not None:
        span = Span(cut.start, span.end)
    before = next((t for t in tree.tokens[max(0, head - _NEAR) : head] if t.span.end == span.start - 1), None)
    if before is None:
        return span
    if tree.text[span.start - 1 : span.start] == "-":
        return Span(phrase(tree, before.index).start, span.end)
    counted = before.index in tree.counts_at and before.tag == "CD" and tree.tokens[head].tag == "NNS"
    return Span(tree.counts_at[before.index].span.start, span.end) if counted else span


def _undashed(tree: Tree, span: Span) -> Span:
    """Return a phrase without a dateline's dash or an opening quotation mark before it."""
    words = span.of(tree.text)
    return Span(span.start + len(words) - len(words.lstrip("-–—\"“‘' ")), span.end)


def _short(tree: Tree, span: Span) -> Span:
    """Return a phrase cut before a bracket that it does not close, or before what people are said to be members of."""
    words = span.of(tree.text)
    at = words.find("(")
    cut = at if at > 0 and ")" not in words else len(words)
    charge = _CHARGE.search(words)
    cut = min(cut, charge.start()) if charge else cut
    return Span(span.start, span.start + len(words[:cut].rstrip()))


def _nameless(tree: Tree, span: Span, head: int) -> Span | None:
    """Return a phrase without names of persons: what follows one before its head, what leads to one after it."""
    own = tree.tokens[head].span
    for name in _names_in(tree, span):
        if name.start > own.start:
            span = Span(span.start, min(span.end, max(own.end, _before(tree, name))))
        else:
            span = Span(own.start, span.end)
    return span if span.start < span.end else None


def _before(tree: Tree, name: Span) -> int:
    ends = [token.span.end for token in tree.tokens if token.span.end <= name.start and token.pos in ("NOUN", "NUM")]
    return max(ends, default=name.start)


def _names_in(tree: Tree, span: Span) -> list[Span]:
    return [
        name.span
        for name in tree.page.page.names
        if name.label == "PERSON"
        and span.meets(name.span)
        and not any(actor.span.meets(name.span) for actor in tree.page.actors)
        and not any(located.span.meets(name.span) for located in tree.page.places if located.place is not None)
    ]


def _number(tree: Tree, head: int, lexicon: Lexicon) -> Count | None:
    token = tree.tokens[head]
    span = _hyphened(tree, head)
    if token.lemma in lexicon.words["pairs"] or token.lemma in lexicon.words["trios"]:
        size = 2 if token.lemma in lexicon.words["pairs"] else 3
        return Count(size, size, "exact", span.of(tree.text), span)
    if is_pronoun(tree, head):
        single = token.lemma in ("he", "she", "him", "her")
        return Count(1, 1, "exact", token.text, token.span) if single else None
    if is_name(tree, head):
        words = _words(tree, head)
        return Count(1, 1, "exact", words.of(tree.text), words) if words is not None else None
    counted = next((c for c in tree.page.page.counts if c.span.start == span.start), None)
    if counted is not None and span.start < phrase(tree, head).start:
        return replace(counted, text=span.of(tree.text), span=span)
    if _is_one(tree, head):
        return Count(1, 1, "exact", span.of(tree.text), span)
    return count_of(tree, head)


def _is_one(tree: Tree, head: int) -> bool:
    """Tell whether an article says that a word which may be a plural means one ("a neo-Nazi")."""
    first = _hyphened(tree, head).of(tree.text).split(" ", 1)[0].lower()
    return first in ("a", "an") and tree.tokens[head].lemma not in _SOME


def organisation(tree: Tree, head: int, trigger: int, sentence: Sentence) -> Actor | None:
    """Return the armed group to which people belong as the text gives it: in their phrase, or tied to them after it."""
    own = armed_group(tree, head)
    if own is not None:
        return own
    for index in descend(tree, head):
        actor = tree.actor_at.get(index)
        if actor is not None and actor.kind == "armed_group":
            return actor
    start = tree.tokens[min(head, trigger)].span.start
    for actor in tree.page.actors:
        behind = actor.kind == "armed_group" and sentence.span.holds(actor.span) and actor.span.start > start
        if behind and _LINK.search(tree.text, start, actor.span.end):
            return actor
    return None


def _position(tree: Tree, head: int, sentence: Sentence, lexicon: Lexicon) -> str | None:
    """Return the office of somebody within an organisation: of the noun itself, its apposition or its description."""
    for index in (head, *children(tree, head, "appos", "compound")):
        if tree.tokens[index].lemma in lexicon.words["positions"]:
            return _ranked(tree, index, lexicon)
    for found in _KNOWN_AS.finditer(tree.text, tree.tokens[head].span.start, sentence.span.end):
        after = [i for i in range(head, sentence.last) if tree.tokens[i].span.start >= found.end()]
        for index in after[:_NEAR]:
            if tree.tokens[index].pos in ("VERB", "PUNCT"):
                break
            if tree.tokens[index].lemma in lexicon.words["positions"]:
                return _ranked(tree, index, lexicon)
    if "second in command" in tree.text[tree.tokens[head].span.start : sentence.span.end].lower():
        return "second in command"
    return None


def _ranked(tree: Tree, index: int, lexicon: Lexicon) -> str:
    first = index
    while first > 0 and tree.tokens[first - 1].text.lower() in lexicon.words["ranks"]:
        first -= 1
    return Span(tree.tokens[first].span.start, tree.tokens[index].span.end).of(tree.text)
