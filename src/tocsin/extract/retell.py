"""A clause told again as one plain sentence in the third person: its hedges kept, its speaker named, no private names."""

import re

from tocsin.extract.clauses import antecedent, subject_of
from tocsin.extract.holders import Voices
from tocsin.extract.tree import Tree, phrase
from tocsin.model.record import Holder
from tocsin.model.text import Span

_THIRD = {
    "i": "they",
    "we": "they",
    "us": "them",
    "me": "them",
    "our": "their",
    "my": "their",
    "ours": "theirs",
    "am": "are",
    "ourselves": "themselves",
    "myself": "themselves",
}
_MARKS = '"“”„«»'
_LEADS = frozenset({"that", "and", "but", "or", "because", "although", "though", "while", "so", "since"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def retold(tree: Tree, span: Span, verb: int, holder: Holder, heard: Voices) -> str:
    """Return the sentence: the clause as its holder's, or plain where the author says it."""
    words = _words(tree, span, heard)
    told = _with_subject(tree, span, verb, words, heard)
    if holder.kind == "author" or not holder.text:
        return _capital(told) + "."
    return f"According to {_lower(_squeezed(_masked(tree, holder.span, heard) or holder.text))}, {_lower(told)}."


def _words(tree: Tree, span: Span, heard: Voices) -> str:
    """Return the words of a span in the third person, people by office."""
    return _third(_squeezed(_masked(tree, span, heard)))


def _masked(tree: Tree, span: Span | None, heard: Voices) -> str:
    """Return the words of a span with each private person's name replaced by the office that the text gives, or none."""
    if span is None:
        return ""
    text, at = [], span.start
    for name in tree.page.page.names:
        if name.label != "PERSON" or not name.span.meets(span) or name.span.start < at or _is_public(tree, name.span):
            continue
        text.append(tree.text[at : name.span.start])
        text.append(_office(tree, name.span, heard))
        at = name.span.end
    text.append(tree.text[at : span.end])
    return "".join(text)


def _office(tree: Tree, name: Span, heard: Voices) -> str:
    """Return what stands for a name: nothing where its office stands before it."""
    before = tree.text[: name.start].rstrip().rsplit(" ", 1)[-1]
    if before[:1].islower() and before not in (
        "said",
        "and",
        "of",
        "by",
        "with",
        "to",
        "for",
        "on",
        "in",
        "that",
        "from",
    ):
        return ""
    holder = heard.people.get(name.of(tree.text).split()[-1])
    return holder.text if holder is not None and holder.text else "a person"


def _is_public(tree: Tree, span: Span) -> bool:
    """Tell whether the words taken for a person's name are an actor's or a place's."""
    return any(a.span.meets(span) for a in tree.page.actors) or any(
        p.span.meets(span) and p.place for p in tree.page.places
    )


def _with_subject(tree: Tree, span: Span, verb: int, words: str, heard: Voices) -> str:
    """Give a clause that begins without its subject the one that it borrows."""
    first = words.split(" ", 1)
    while len(first) == 2 and first[0].lower().strip(",") in _LEADS and antecedent(tree, verb) is None:
        words = first[1]
        first = words.split(" ", 1)
    who = antecedent(tree, verb)
    if who is not None and len(first) == 2 and first[0].lower() in _RELATIVES:
        return f"{_squeezed(_masked(tree, phrase(tree, who), heard))} {first[1]}"
    borrowed = subject_of(tree, verb)
    if (
        borrowed is not None
        and tree.tokens[borrowed].span.end <= span.start
        and tree.tokens[borrowed].lemma not in _RELATIVES
    ):
        return f"{_third(_squeezed(_masked(tree, phrase(tree, borrowed), heard)))} {words}"
    return words


def _squeezed(words: str) -> str:
    words = "".join(letter for letter in words if letter not in _MARKS)
    words = re.sub(r"\s+([,.;:])", r"\1", " ".join(words.split()))
    return words.strip(" ,.;:-–—")


def _third(words: str) -> str:
    return re.sub(
        r"(?<![\w.'’])(I|[Ww]e|[Uu]s|[Mm]e|[Oo]urs?|[Mm]y|[Oo]urselves|[Mm]yself)(?![\w.])",
        lambda found: _THIRD[found[1].lower()],
        re.sub(r"\bI am\b|\bI'm\b", "they are", words),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Return words with a small first letter where the first word is a plain one."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first.lower() in _PLAIN else words


_PLAIN = frozenset(
    "the a an this that these those it its they their he his she her there no not nobody none many most some several all "
    "such police army soldiers officials one two three four five six seven eight nine ten more at in on with for of to "
    "if when whether who how why what every each any both neither further violence attacks militants rebels".split()
)
