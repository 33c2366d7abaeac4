"""What stands beside a name and says that a group bears it: what calls it so, blames it, or tells what it did."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tocsin.knowledge.actors import Authority

_QUOTE = r"[\"“'‘«]?"
_PAPERS = r"(?:leaflet|letter|note|sheet|e-?mail|statement|poster|communique)s?"
_MARKS = " ,\n\"“'‘«"
_GROUPS = ("group", "organisation", "organization", "movement", "outfit", "network", "gang", "cell")
_LEADS = (
    "itself",
    "themselves",
    "as",
    "named",
    "called",
    "arm",
    "agency",
    "of",
    "for",
    "from",
    "by",
    "signed",
    "headed",
    "on",
)
_AUX = r"(?:(?:has|have|had|later|also|quickly|then|again|already|since) )*"


class Callings(NamedTuple):
    """Patterns of what stands before and behind a name that is a group's whatever its words.

    `named` is sure, whatever the name looks like; `apposed` explains it, `people` are its own; `does` and `blamed` tell
    of deeds, which a state may have done too. What `named` or `before` finds ends with one of the `leads`.
    """

    named: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    apposed: re.Pattern[str]
    people: re.Pattern[str]
    does: re.Pattern[str]
    blamed: re.Pattern[str]
    leads: tuple[str, ...]

    def may_lead(self, before: str) -> bool:
        """Tell whether the last word before a name is one with which `named` or `before` may end."""
        return before.rstrip(_MARKS).removesuffix(" the").rstrip(_MARKS).endswith(self.leads)


def callings(authority: Authority) -> Callings:
    """Return what calls a name a group's."""
    words = authority.words
    outlets = frozenset(words.mediums) - {"agency"}
    owners = words.epithets | frozenset(words.men)
    return _callings(frozenset(words.men), frozenset(words.bands), owners, outlets, words.harm, words.outrages)


@lru_cache(maxsize=4)
def _callings(
    men_of: frozenset[str],
    bands_of: frozenset[str],
    owners_of: frozenset[str],
    outlets_of: frozenset[str],
    harm_of: frozenset[str],
    deeds_of: frozenset[str],
) -> Callings:
    men, bands, owners, outlets, harm, deeds = map(
        _either, (men_of, bands_of, owners_of, outlets_of, harm_of, deeds_of)
    )
    groups = rf"{bands}|group|movement|organi[sz]ation|network"
    itself = r"(?:,? (?:that|which|who))? (?:call(?:s|ed|ing)?|nam(?:e|es|ed|ing)) (?:itself|themselves) (?:the )?"
    named = (
        rf"\b(?:{bands})s?{itself}{_QUOTE}$",
        rf"\b(?:{bands})s?,? (?:that is |which is )?(?:known as|named|called|naming itself) (?:the )?{_QUOTE}$",
        r"\b(?:armed|extremist|guerrilla|insurgent|islamist|jihadi|jihadist|militant|paramilitary|rebel|separatist"
        rf"|successor|terror|terrorist|vigilante) (?:group|organi[sz]ation|movement|outfit|network|gang|cell)s?"
        rf" (?:the )?{_QUOTE}$",
        rf"\b(?:{owners})['’]s? (?:\w+ ){{0,2}}(?:{outlets}|media arm|news agency),? (?:the )?{_QUOTE}$",
    )
    before = (
        rf"\b(?:{groups})s?{itself}{_QUOTE}$",
        rf"\b(?:{men}) (?:of|for) (?:the )?{_QUOTE}$",
        rf"\b(?:{harm})\b[^.;]{{0,25}} claimed by (?:the )?$",
        rf"\b(?i:{_PAPERS}) (?:headed|signed) (?:by )?(?:the )?{_QUOTE}$",
        rf"\b(?i:leaflets|posters|communiques) (?:of|from) (?:the )?{_QUOTE}$",
        r"\b(?:was|were|is|are|been) claimed by (?:the )?$|\b(?:blamed on|in the name of) (?:the )?$",
    )
    introduced = rf"(?:[\w-]+ ){{0,4}}(?:{bands}|[\w-]+ (?:group|network|movement|organi[sz]ation))"
    behind = (
        rf"[\"”'’»]?,? (?:an?|the) {introduced}(?=[,.;]| (?:that|which|who|whose|of|from|in|based|with)\b)",
        rf"[\"”'’»]?(?:,[\"”]?)?(?: which| who)? {_AUX}claimed (?:responsibility|both |it\b)",
        rf"[\"”'’»]?(?:,[\"”]?)?(?: which| who)? {_AUX}claim(?:s|ed) (?:(?:the|a|an|two|three|several|its) )?"
        rf"(?:\w+ ){{0,2}}(?:{harm})\b",
        rf"[\"”'’»]? (?:said|says) (?:that )?(?:its|their) (?:own )?(?:{men})\b",
    )
    return Callings(
        re.compile("|".join(named)),
        re.compile("|".join(before)),
        re.compile("|".join(behind)),
        re.compile(rf"[\"”'’»]?, (?:an?|the|some) (?:[\w’'-]+ ){{0,5}}(?:{men})\b"),
        re.compile(rf"[\"”'’»]? (?:{men}|sect|cult|gang|cartel|militia)\b"),
        re.compile(rf"[\"”'’»]?,?(?: who)? {_AUX}(?:{deeds})\b"),
        re.compile(
            rf"\b(?:the (?:work|handiwork|doing) of|by|against|suspected|blam(?:e|es|ed|ing)|suspects?"
            rf"|accus(?:e|es|ed|ing)) (?:the )?{_QUOTE}$"
        ),
        (*_LEADS, *_GROUPS, *(f"{group}s" for group in _GROUPS), *outlets_of),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
