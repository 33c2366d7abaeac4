"""What stands behind a noun for a part and says whose it is, where it is, whom it serves, or that it left."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tocsin.knowledge.actors import Authority

_HAS = r"(?:(?:has|have|had|is|was|are|were|later|recently|once|then|since) )*"
_AWAY = r"(?: (?:away|off))?"


class Clauses(NamedTuple):
    """Patterns of what goes on from a noun for a part.

    `sworn` leads to the group that it serves, `left` to the one that it left, `whose` to the one that keeps it, `at` to
    its place; `kept` says behind the whole that it keeps the part, `gone` that the part left, whomever.
    """

    sworn: re.Pattern[str]
    left: re.Pattern[str]
    gone: re.Pattern[str]
    whose: re.Pattern[str]
    kept: re.Pattern[str]
    at: re.Pattern[str]


def clauses(authority: Authority) -> Clauses:
    """Return the patterns of what goes on from a noun for a part."""
    words = authority.words.parting
    return _clauses(
        words.sworn, words.oaths, words.bound, words.left, words.broke, words.kept, words.based, words.directions
    )


@lru_cache(maxsize=4)
def _clauses(
    sworn_by: frozenset[str],
    oaths_of: frozenset[str],
    bound_to: frozenset[str],
    left_by: frozenset[str],
    broke_by: frozenset[str],
    kept_by: frozenset[str],
    based_in: frozenset[str],
    to: frozenset[str],
) -> Clauses:
    oath = rf"(?:an )?{_either(oaths_of)}(?: of \w+)?"
    swore = rf"{_either(sworn_by)}(?: (?:its|their|his))? {oath}"
    broke = rf"{_either(broke_by)}{_AWAY}"
    return Clauses(
        sworn=_pattern(rf",? ?(?:(?:that|which|who) )?{_HAS}(?:{swore}|{_either(bound_to)}) (?:to|with) (?:the )?"),
        left=_pattern(
            rf" (?:that|which|who) {_HAS}(?:{_either(left_by)}|{broke}(?: (?:from|with))?|{broke} ties with) (?:the )?"
        ),
        gone=_pattern(rf",? (?:that|which|who) {_HAS}{_either(broke_by)} (?:away|off|from|with)\b"),
        whose=_pattern(r" (?:that|which) (?:the )?"),
        kept=_pattern(rf"(?:['’]s?)? {_HAS}{_either(kept_by)}\b"),
        at=_pattern(
            rf" (?:(?:(?:that|which) )?(?:(?:is|was|are) )?{_either(based_in)} )?(?:in|for|across) (?:the )?"
            rf"(?:{_either(to)} )?(?=[A-Z])"
        ),
    )


def _pattern(told: str) -> re.Pattern[str]:
    """Return a pattern in which a blank stands for one on a line or at its end."""
    return re.compile(told.replace(" ", r"[ \n]"))


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)) + ")"
