"""What judgements sound like: the cues of each type, in the order in which a clause that fits two types takes one.

The patterns read a masked text, in which § stands for an armed group, ¤ for a force or a body of a state, ¶ for a
place, † for a person, @ for a date and # for a number, letter by letter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tocsin.knowledge.wording import Wording

ORDER = (
    "gap",
    "trend",
    "grievance",
    "motive",
    "intent",
    "capability",
    "exposure",
    "response",
    "outlook",
    "significance",
)
_PART = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Judgements:
    """The compiled cues: `types` in order of precedence, `never` for what is no judgement, `hedges` by factuality.

    `gaps` tells by factuality how a thing is not known; `supposed` opens what holds only "if he is right". `judging`
    are the verbs whose subject judges, `harmless` the words of bodies that plan no violence, `opinions` the preposition
    and noun by which a view is somebody's.
    """

    types: tuple[tuple[str, Wording], ...]
    never: Wording
    hedges: Mapping[str, Wording]
    gaps: Mapping[str, Wording]
    supposed: Wording
    judging: frozenset[str]
    harmless: frozenset[str]
    opinions: frozenset[tuple[str, str]]


def read_judgements(whole: Mapping[str, Any]) -> Judgements:
    """Compile the word list of judgements."""
    parts = {name: "(?:" + "|".join(words) + ")" for name, words in whole["parts"].items()}
    return Judgements(
        types=tuple((kind, _any(whole["types"][kind], parts)) for kind in ORDER),
        never=_any(whole["never"], parts),
        hedges={value: _any([rf"{word}\b" for word in words], parts) for value, words in whole["hedges"].items()},
        gaps={value: _any(patterns, parts) for value, patterns in whole["gaps"].items()},
        supposed=_any(whole["supposed"], parts),
        judging=frozenset(whole["judging"]),
        harmless=frozenset(whole["harmless"]),
        opinions=frozenset((at, noun) for at, nouns in whole["opinions"].items() for noun in nouns),
    )


def _any(patterns: list[str], parts: Mapping[str, str]) -> Wording:
    """Join patterns to one; it begins and ends with a word or a mention."""
    whole = "|".join(_PART.sub(lambda found: parts[found[1]], pattern) for pattern in patterns)
    return Wording(rf"(?<![\w-])(?:{whole})(?:(?<=\s)|(?!\w))")
