"""What the words beside a name say in a language: that it is a place, of what kind it is, that it is a person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.knowledge.languages import Language
from tocsin.knowledge.places import Gazetteer, PlaceKind
from tocsin.resolve.places.spots import Script, Spot

KINDS: Mapping[str, frozenset[PlaceKind]] = {
    "admin1": frozenset(("admin1", "region")),
    "admin2": frozenset(("admin2", "admin1", "settlement")),
    "settlement": frozenset(("settlement", "site")),
    "region": frozenset(("region", "admin1", "admin2")),
    "sea": frozenset(("sea",)),
    "linear": frozenset(("linear",)),
}
OWN = ("near", "titles", "common", "behind", "doubtful", "directions")
HYPHEN = re.compile(r"[-‐‑][^\W\d_]")
HYPHENED = re.compile(r"[^\W\d_][-‐‑]$")
OF = frozenset(("de", "del", "du", "des", "do", "da", "dos", "das", "d"))
BENT = re.compile(r"\w['’]\w")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a name.

    `somewhere` is true of a word that puts things somewhere, `kinds` are those that a type word names, `titled` is true
    of a person's title, `inside` where a capitalised word makes the name part of another one, `opener` where such a
    word opens the sentence, so that its capital tells nothing.
    """

    somewhere: bool
    kinds: frozenset[PlaceKind]
    titled: bool
    inside: bool
    opener: bool


def words_beside(gazetteer: Gazetteer, language: Language) -> dict[str, frozenset[str]]:
    """Return the lists of words beside places in the language; given names stay those of all languages."""
    listed = {kind: frozenset(words) for kind, words in language.places.items()}
    own = dict.fromkeys((*gazetteer.words, *OWN), frozenset[str]())
    own |= {kind: listed.get(kind, frozenset()) for kind in OWN}
    own |= {"locative": listed.get("in", frozenset()), "loose": listed.get("from", frozenset())}
    own |= {f"type_{kind}": listed.get(kind, frozenset()) for kind in KINDS}
    own["types"] = frozenset[str]().union(*(own[f"type_{kind}"] for kind in KINDS))
    own["talk"] = own["common"] - own["types"] - own["directions"]
    own["directions"] |= own["locative"] | own["loose"]
    own["common"] |= own["types"] | _counted(language)
    return own | {"persons": gazetteer.words["persons"], "links": gazetteer.words["links"] | own["loose"]}


def _counted(language: Language) -> frozenset[str]:
    """Return the words of dates and numbers, which are no names where they are written as a name is."""
    units = (word for words in language.units.values() for word in words)
    months = language.months if language.month_case != "lower" else ()
    weekdays = language.weekdays if language.weekday_case != "lower" else ()
    others = (*language.islamic, *language.persian, *language.weekdays_short, *language.numbers, *language.scales)
    return frozenset((*others, *units, *months, *weekdays))


def beside(spot: Spot, written: Script, gazetteer: Gazetteer, language: Language) -> Beside:
    """Return what the words beside a name say."""
    lists = gazetteer.words
    before = [word for back in (3, 2, 1) if (word := written.before(spot.first, back))]
    phrases = [" ".join(before[at:]) for at in range(len(before))]
    after = written.after(spot.last)
    known = lists["directions"] | lists["common"]
    ahead = bool(before) and before[-1] not in known and _capital(written, spot.first - 1, language)
    given = bool(before) and before[-1] in lists["persons"]
    behind = bool(after) and after not in known and _capital(written, spot.last, language)
    opener = bool(before) and written.opens(spot.first - 1)
    cased = written.words[spot.first].cased
    return Beside(
        somewhere=any(phrase in lists["locative"] for phrase in phrases)
        or after in lists["behind"]
        or ends(written.words[spot.last - 1].text, language),
        kinds=_kinds(before, after, lists, language),
        titled=bool(before) and before[-1].rstrip(".") in lists["titles"],
        inside=cased
        and (
            (ahead and (given or not opener))
            or (behind and not ends(written.words[spot.last - 1].text, language))
            or _is_part(spot, written, known)
        ),
        opener=cased and ahead and opener,
    )


def ends(word: str, language: Language) -> bool:
    """Tell whether a word shows by an apostrophe that it is a name with an ending."""
    return language.apostrophe and bool(BENT.search(word))


def _capital(written: Script, at: int, language: Language) -> bool:
    """Tell whether a word has a capital and may belong to a longer name."""
    return written.words[at].cased and not ends(written.words[at].text, language)


def _is_part(spot: Spot, written: Script, known: frozenset[str]) -> bool:
    """Tell whether a hyphen, or "of" behind a capital within a sentence, ties a name to another word."""
    text, span = written.text, spot.span
    if HYPHEN.match(text, span.end) or HYPHENED.search(text, max(0, span.start - 2), span.start):
        return True
    of, whose = written.before(spot.first), spot.first - 2
    if of not in OF or not written.before(spot.first, 2):
        return False
    return written.words[whose].cased and written.words[whose].lower not in known and not written.opens(whose)


def _kinds(
    before: list[str], after: str, lists: Mapping[str, frozenset[str]], language: Language
) -> frozenset[PlaceKind]:
    """Return the kinds of place that type words beside a name tell, on the side where the language has them."""
    ahead = before[::-1]
    if ahead and (ahead[0] in lists["loose"] or ahead[0] in lists["directions"]):
        ahead = ahead[1:]
    words = [after] if language.types != "before" else []
    words += ahead[:1] if language.types != "behind" else []
    found = [KINDS[kind] for kind in KINDS if not lists[f"type_{kind}"].isdisjoint(words)]
    return frozenset[PlaceKind]().union(*found)
