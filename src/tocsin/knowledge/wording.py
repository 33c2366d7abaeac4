"""Words sought in any case: a pattern in small letters, over a text in small letters.

That takes a third of the time of a pattern that ignores case, and finds the same. A text is lowered once, by `small`,
and only what was lowered can be searched.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

Small = NewType("Small", str)


def small(text: str) -> Small:
    """Return a text in small letters, letter by letter: what stands where stays there."""
    return Small(text.replace("İ", "I").lower())  # the one letter whose small form is two


@dataclass(frozen=True)
class Wording:
    """A pattern of words in small letters, compiled when it is first sought: a long list takes longer than a text."""

    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern, which asks for no capital."""
        return re.compile(self.source)

    def search(self, text: Small, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match."""
        return self.pattern.search(text, start, end)

    def finditer(self, text: Small, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches that do not overlap."""
        return self.pattern.finditer(text, start, end)

    def count(self, text: Small) -> int:
        """Return how many matches there are that do not overlap."""
        return sum(1 for _ in self.pattern.finditer(text))

    def forms(self, text: Small) -> set[str]:
        """Return the different words that match."""
        return {match.group() for match in self.pattern.finditer(text)}

    def without(self, text: Small) -> Small:
        """Return a text with a space in place of each match."""
        return Small(self.pattern.sub(" ", text))


def asks_for_case(pattern: str) -> bool:
    """Tell whether a pattern tells capitals from small letters, which no text in small letters can."""
    return "(?-i:" in pattern or re.search(r"[A-Z]", re.sub(r"\\.|\(\?P", "", pattern)) is not None
