"""Who says a thing: the subject of the verb that reports it, or the noun after "according to".

An attribution covers its own sentence. A pronoun stands for the last holder before it. A person's name gives way to the
office or trade that the text ties to it, since records hold no names of private persons.
"""

import re
from dataclasses import dataclass

from tocsin.extract.parts import actor, holder_kind, is_person
from tocsin.extract.tree import Tree, bare, children, climb, descend, phrase, subject
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Holder, HolderKind
from tocsin.model.text import Span
from tocsin.model.values import Actor

_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_OF_CONTENT = frozenset(
    {"ccomp", "parataxis", "advcl", "xcomp", "conj", "acl", "relcl", "pcomp", "prep", "pobj", "dobj"}
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The holders that a document introduces: by person's last name, and by reporting verb."""

    people: dict[str, Holder]
    by_verb: dict[int, Holder]
    by_sentence: dict[int, Holder]


def voices(tree: Tree, lexicon: Lexicon) -> Voices:
    """Find every reporting verb with its holder, reading in order so that names and pronouns find their office."""
    people = _people(tree, lexicon)
    by_verb: dict[int, Holder] = {}
    by_sentence: dict[int, Holder] = {}
    last = AUTHOR
    for sentence in tree.page.page.sentences:
        for token in tree.tokens[sentence.first : sentence.last]:
            if token.pos != "VERB" or not lexicon.has("reporting", token.lemma):
                continue
            speaker = subject(tree, token.index)
            if speaker is None or token.dep in ("amod", "compound"):
                continue
            found = _holder(tree, speaker, lexicon, people, last)
            if found is not None:
                by_verb[token.index] = last = found
        according = _according(tree, sentence, lexicon, people)
        if according is not None:
            by_sentence[sentence.index] = last = according
    return Voices(people, by_verb, by_sentence)


def holder_of(tree: Tree, index: int, heard: Voices) -> Holder:
    """Return who asserts what a token tells: the nearest reporting verb above it, else "according to", else the author."""
    chain = []
    last = index
    for above in climb(tree, index):
        if above in heard.by_verb and not _in_subject(tree, above, index) and tree.tokens[last].dep in _OF_CONTENT:
            chain.append(heard.by_verb[above])
        last = above
    if not chain and tree.tokens[index].sentence in heard.by_sentence:
        chain.append(heard.by_sentence[tree.tokens[index].sentence])
    if not chain:
        return AUTHOR
    nearest, via = chain[0], tuple(outer for outer in chain[1:] if outer.text != chain[0].text)
    return Holder(nearest.text, nearest.actor_id, nearest.kind, (*nearest.via, *via), nearest.span)


def named(tree: Tree, head: int, lexicon: Lexicon, heard: Voices) -> Holder | None:
    """Return the holder that a noun phrase names, as a subject of a claim, denial or accusation."""
    return _holder(tree, head, lexicon, heard.people, AUTHOR)


def _in_subject(tree: Tree, verb: int, index: int) -> bool:
    speaker = subject(tree, verb)
    return speaker is not None and index in set(descend(tree, speaker)) and children(tree, verb, "ccomp") != ()


def _holder(tree: Tree, head: int, lexicon: Lexicon, people: dict[str, Holder], last: Holder) -> Holder | None:
    token = tree.tokens[head]
    if token.lemma in _PRONOUNS or token.tag == "PRP":
        return last if token.lemma in _PRONOUNS and last is not AUTHOR else None
    if is_person(tree, head):
        return people.get(token.text, Holder(None, None, "unknown", (), None))
    if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    return _plain(tree, head, lexicon)


def _plain(tree: Tree, head: int, lexicon: Lexicon) -> Holder:
    who = actor(tree, head)
    kind = holder_kind(tree, head, lexicon)
    if kind in ("authority", "unknown", "government") and _of_a_group(tree, head):
        kind = "group"
    spoken = who if who is not None and _speaks(kind, who) else None
    span = spoken.span if spoken is not None and tree.actor_at.get(head) is spoken else _unnamed(tree, head)
    if spoken is not None and spoken.kind == "armed_group":
        span = spoken.span
    return Holder(span.of(tree.text), spoken.actor_id if spoken else None, kind, (), span)


def _of_a_group(tree: Tree, head: int) -> bool:
    """Tell whether "its spokesman" speaks for a group: an armed group is named earlier in the sentence."""
    if not any(tree.tokens[c].dep == "poss" and tree.tokens[c].tag == "PRP$" for c in tree.below[head]):
        return False
    first = tree.page.page.sentences[tree.tokens[head].sentence].first
    return any(tree.actor_at[i].kind == "armed_group" for i in range(first, head) if i in tree.actor_at)


def _speaks(kind: HolderKind, who: Actor) -> bool:
    return (kind == "group") == (who.kind == "armed_group") or who.kind == "media_outlet"


def _unnamed(tree: Tree, head: int) -> Span:
    """Return a noun phrase without the person's name that follows its head ("police spokesman John Doe")."""
    span = phrase(tree, head)
    for index in range(head + 1, len(tree.tokens)):
        token = tree.tokens[index]
        if token.sentence != tree.tokens[head].sentence or token.span.start >= span.end:
            break
        if tree.label_at.get(index) == "PERSON" and token.pos == "PROPN":
            return Span(span.start, tree.tokens[index - 1].span.end)
    return span


def _people(tree: Tree, lexicon: Lexicon) -> dict[str, Holder]:
    """Map each person's name, every word of it, to the office that stands beside it."""
    found: dict[str, Holder] = {}
    for name in tree.page.page.names:
        if name.label != "PERSON":
            continue
        inside = [token for token in tree.tokens if name.span.holds(token.span)]
        if not inside or inside[-1].index in tree.actor_at:
            continue
        office = _office(tree, inside[0].index, inside[-1].index, lexicon)
        for token in inside:
            if office is not None and len(token.text) > 2:
                found.setdefault(token.text, office)
    return found


def _office(tree: Tree, first: int, last: int, lexicon: Lexicon) -> Holder | None:
    """Return the office before a name ("army spokesman X") or after it ("X, a police chief")."""
    sentence = tree.tokens[last].sentence
    if first > 0 and tree.tokens[first - 1].sentence == sentence:
        before = tree.tokens[first - 1]
        if before.pos in ("NOUN", "PROPN") and tree.label_at.get(before.index) != "PERSON":
            kind = holder_kind(tree, before.index, lexicon)
            span = _run_before(tree, before.index)
            if kind != "unknown" or before.pos == "NOUN":
                return Holder(span.of(tree.text), None, kind, (), span)
    for child in tree.below[last]:
        if tree.tokens[child].dep == "appos" and tree.tokens[child].pos == "NOUN":
            span = (
                bare(tree, child) if re.match(r"(?i)the\b", phrase(tree, child).of(tree.text)) else phrase(tree, child)
            )
            return Holder(span.of(tree.text), None, holder_kind(tree, child, lexicon), (), span)
    return None


def _run_before(tree: Tree, index: int) -> Span:
    """Return the run of nouns and adjectives that ends at a token."""
    start = index
    while (
        start > 0
        and tree.tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET")
        and (tree.tokens[start - 1].sentence == tree.tokens[index].sentence)
    ):
        start -= 1
    return Span(tree.tokens[start].span.start, tree.tokens[index].span.end)


def _according(tree: Tree, sentence: Sentence, lexicon: Lexicon, people: dict[str, Holder]) -> Holder | None:
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma == "accord" or token.text.lower() == "according":
            for prep in children(tree, token.index, "prep"):
                for noun in children(tree, prep, "pobj"):
                    return _holder(tree, noun, lexicon, people, AUTHOR)
    return None
