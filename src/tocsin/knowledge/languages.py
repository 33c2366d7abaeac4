"""How the languages that are read for their names alone write dates, numbers and places; English is not among them.

`load_language(code)` opens the compiled file when a text in such a language comes, and not before.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import msgspec

from tocsin.knowledge.letters import MARKS

BEGIN = rf"(?<![\w{MARKS}])"
END = rf"(?![\w{MARKS}])"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Language:
    """The words of one language, in plain letters; names of countries are folded as those of places are.

    `joined` particles grow onto the front of a word, `elided` ones are parted from it by an apostrophe; `endings` pairs
    the end of a bent name with that of its plain form, `apostrophe` is true where such an ending stands behind one.
    Months and weekdays map to their numbers; `dates` holds patterns by kind, `relative` words by their unanchored
    value. A scale multiplies the number before it, or behind it where `scale_first`; nouns go before numbers where
    `nouns_first`; words `never_alone` are numbers only beside others. `places` holds the words beside places, `types`
    tells on which side of a name those of its kind stand, `home` is the country that a text in the language mostly
    tells of, if there is one; `named` gives names of places, folded, that the gazetteer has under another one:
    "NG/Sokoto". `letters` are Latin ones by their folded names, those of them that are `small_letters` are words as
    well, and `other_acronyms` mean something else in the language than an actor.
    """

    code: str
    name: str
    script: str
    countries: Mapping[str, str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dates: Mapping[str, tuple[str, ...]]
    relative: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    qualifiers: Mapping[str, Mapping[str, tuple[str, ...]]]
    places: Mapping[str, tuple[str, ...]]
    home: str = ""
    types: str = "before"
    named: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    people_endings: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    apostrophe: bool = False
    islamic: Mapping[str, int] = field(default_factory=dict)
    persian: Mapping[str, int] = field(default_factory=dict)
    weekdays_short: Mapping[str, int] = field(default_factory=dict)
    month_case: str = ""
    weekday_case: str = ""
    word_endings: str = ""
    ordinal: str = ""
    day_words: Mapping[str, int] = field(default_factory=dict)
    scale_first: bool = False
    nouns_first: bool = False
    joiners: tuple[str, ...] = ()
    joined_and: str = ""
    teens: str = ""
    never_alone: tuple[str, ...] = ()
    classifiers: str = ""
    about_numbers: Mapping[str, int] = field(default_factory=dict)
    ranges: tuple[str, ...] = ()
    not_after: str = ""
    not_before: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
    small_letters: tuple[str, ...] = ()
    other_acronyms: tuple[str, ...] = ()

    @property
    def begin(self) -> str:
        """Return the pattern of where a word begins, behind the particles that may be joined to it."""
        return BEGIN + (f"(?:{either(self.joined)})?" if self.joined else "")


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first; any white space may stand where they have a space."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def _languages() -> Mapping[str, Language]:
    raw = (files("tocsin.data") / "languages.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Language])


def load_language(code: str | None) -> Language | None:
    """Return the language of an ISO 639 code, or None where nothing is known of it."""
    return _languages().get(code or "")
