"""A clause told again as a plain sentence in the third person: hedges kept, speaker named, no private names."""

import re

from tocsin.extract.grammar.tree import Tree, phrase
from tocsin.extract.judgements.clauses import antecedent, subject_of
from tocsin.extract.voices.holders import Voices
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
_ATTRIBUTED = re.compile(
    r"(?i)^(?:according to|in the words of) [^,]+, |,? (?:according to|in the words of) [^,]+"
    r"(?:, (?:an?|the|who|which|[a-z-]+) [^,]*)*$|\s*\[[^\]]*\]|^that (?=\S+ \S+ )"
)
_SAID = (
    r"(?:said|says|say|told \w+|added|wrote|reported|argued|stated|explained|noted)(?: on \w+day)?,?(?: that)?(?: |$)"
)
_MARKS = '"“”„«»'
_LEADS = frozenset({"that", "and", "but", "or", "because", "although", "though", "while", "so", "since"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "FAC", "LOC", "EVENT"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def retold(tree: Tree, span: Span, verb: int, holder: Holder, heard: Voices) -> str:
    """Return the sentence: the clause as its holder's, or plain where the author says it."""
    words = _ATTRIBUTED.sub("", _words(tree, span, heard))
    told = _with_subject(tree, span, verb, words, heard)
    if holder.kind == "author" or not holder.text or not _is_noun(tree, holder.span):
        return _capital(told) + "."
    who = _squeezed(_masked(tree, holder.span, heard) or holder.text)
    told = re.sub(rf"(?i)^{re.escape(who)} {_SAID}|, (?:{re.escape(who)}|he|she|they) {_SAID}$", "", told) or told
    if told.lower().startswith(who.lower()):
        return _capital(told) + "."
    return f"According to {_lower(tree, who, holder.span)}, {_lower(tree, told, span)}."


def _is_noun(tree: Tree, span: Span | None) -> bool:
    """Tell whether a holder's words name somebody ("is believed" names nobody)."""
    return span is not None and any(t.pos in ("NOUN", "PROPN", "ADJ") for t in tree.tokens if span.holds(t.span))


def _words(tree: Tree, span: Span, heard: Voices) -> str:
    """Return the words of a span in the third person, people by office."""
    return _third(_squeezed(_masked(tree, span, heard)))


def _masked(tree: Tree, span: Span | None, heard: Voices) -> str:
    """Return the words of a span with each private person's name replaced by the office that the text gives."""
    if span is None:
        return ""
    text, at = [], span.start
    for name in tree.page.page.names:
        if name.label != "PERSON" or not name.span.meets(span) or name.span.start < at or _is_public(tree, name.span):
            continue
        text.append(tree.text[at : max(at, _start(tree, name.span, heard))])
        text.append(_office(tree, name.span, heard) + ("’s" if _is_owner(tree, name.span) else ""))
        at = name.span.end
    text.append(tree.text[at : span.end])
    return "".join(text)


def _is_owner(tree: Tree, name: Span) -> bool:
    """Tell whether a name was tagged with the ending that makes it an owner's."""
    return name.of(tree.text).endswith(("'s", "’s"))


def _start(tree: Tree, name: Span, heard: Voices) -> int:
    """Return where a person's name begins: at the forename where the tagger saw the surname alone."""
    last = next((token for token in tree.tokens if name.start <= token.span.start), None)
    if last is None or last.index == 0 or " " in name.of(tree.text):
        return name.start
    before, known = tree.tokens[last.index - 1], heard.people.get(last.text)
    titles = (known.text or "").split() if known is not None else []
    given = before.pos == "PROPN" and before.dep == "compound" and before.head == last.index
    return before.span.start if given and before.text.isalpha() and before.text not in titles else name.start


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
    if holder is not None and holder.text and holder.text.rsplit(" ", 1)[-1].lower() == before.lower():
        return ""
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
    if first[0].lower() == "where" and len(first) == 2:
        return f"There {first[1]}"
    lent = _spoken_of(tree, span, heard)
    if lent:
        return f"{lent} {words}"
    who = antecedent(tree, verb)
    if who is not None and len(first) == 2 and first[0].lower() in _RELATIVES:
        return f"{_squeezed(_masked(tree, phrase(tree, who), heard))} {first[1]}"
    borrowed = subject_of(tree, verb)
    if who is not None and borrowed is not None and tree.tokens[borrowed].span.end <= span.start:
        borrowed = who
    if (
        borrowed is not None
        and tree.tokens[borrowed].span.end <= span.start
        and tree.tokens[borrowed].lemma not in _RELATIVES
    ):
        lent = _third(_squeezed(_masked(tree, phrase(tree, borrowed), heard)))
        return f"{lent.lower() if tree.tokens[borrowed].tag == 'PRP' else lent} {words}"
    return words


def _spoken_of(tree: Tree, span: Span, heard: Voices) -> str:
    """Return of what "which it said showed" or "who they say were planning" speaks, where the clause begins so."""
    first = next(token for token in tree.tokens if token.span.end > span.start)
    above = tree.tokens[first.head]
    bare = first.tag in ("VBD", "VBZ", "VBP") and not any(
        tree.tokens[i].dep in ("nsubj", "nsubjpass", "expl", "mark") and tree.tokens[i].tag not in ("WDT", "WP")
        for i in tree.below[first.index]
    )
    if not bare or first.dep not in ("ccomp", "aux", "auxpass"):
        return ""
    if first.dep != "ccomp":
        above = tree.tokens[above.head]
    if above.dep != "relcl":
        return ""
    before = [token for token in tree.tokens[above.head + 1 : first.index] if token.tag in ("WDT", "WP")]
    if not before:
        return ""
    people = before[-1].text.lower() == "who"
    noun = phrase(tree, above.head)
    words = _third(_squeezed(_masked(tree, Span(noun.start, tree.tokens[above.head].span.end), heard)))
    return words if people else "this"


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


def _lower(tree: Tree, words: str, span: Span | None) -> str:
    """Return words with a small first letter, unless a name stands first."""
    first = words.split(" ", 1)[0].rstrip(",")
    if len(first) > 1 and first.isupper():
        return words
    for token in tree.tokens:
        if token.text == first and (span is None or span.meets(token.span)):
            named = token.tag in ("NNP", "NNPS") or tree.label_at.get(token.index) in _NAMES
            return words if named and token.lemma.lower() != "the" else words[:1].lower() + words[1:]
    return words
