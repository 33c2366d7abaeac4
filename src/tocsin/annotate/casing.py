"""A text in capitals hides its names: here it is written as news in mixed case would write it.

The language model was never shown capitals, so it reads this text; offsets and the text itself stay as they are.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tocsin.knowledge import Knowledge

_CAPITALS = 0.6
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w'’-]*")
_OPENING = re.compile(r"(?:^|[.!?:\"]\s*|\n\s*\n\s*)$")
_ARTICLES = frozenset({"el", "la", "los", "las"})


def in_mixed_case(text: str, knowledge: Knowledge) -> str:
    """Return a text of the same length in which shouting is lower case, names and sentence starts capitalised."""
    letters = [c for c in text if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < _CAPITALS * len(letters):
        return text
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    shown = list(lowered)
    for start, word in _cased(lowered, knowledge):
        shown[start : start + len(word)] = word
    return "".join(shown)


def _cased(lowered: str, knowledge: Knowledge) -> Iterator[tuple[int, str]]:
    """Yield the words that are not in lower case, each with its start."""
    found = list(_WORD.finditer(lowered))
    initials = -2  # where initials ended last: their dot ends no sentence
    for match in found:
        word, start = match.group(), match.start()
        if word.endswith("."):
            initials = match.end()
            yield start, word.upper()
            continue
        opens = initials < start - 1 and _OPENING.search(lowered[max(0, start - 4) : start])
        written = knowledge.in_case(word)
        yield start, written if written != word or not opens else _capital(word)
    for left, right in pairwise(found):
        one, two = left.group(), right.group()
        beside = lowered[left.end() : right.start()].isspace() and not two.endswith(".") and one != "the"
        if beside and (knowledge.is_name(f"{one} {two}") or (one in _ARTICLES and knowledge.in_case(two) != two)):
            yield left.start(), _capital(one)
            yield right.start(), _capital(two)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]
