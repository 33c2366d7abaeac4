"""Compile `resources/languages/*.yml` to `languages.json`, and `resources/name_words.yml` to `name_words.json`.

A file tells how one language writes dates, numbers and places. In a list of words spaces part the words and an
underscore stands for a space inside one; letters that are written in several ways get their plain form. The names of
countries come from CLDR (Unicode licence); `countries` in a file adds those that news uses beside them.
Run with `--check` to compare the shipped file with a fresh build instead of writing it.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from compiled import ship
from tocsin.knowledge.fold import fold
from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.names import fold as fold_word

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "languages"
TARGET = ROOT / "src" / "tocsin" / "data" / "languages.json"
NAME_WORDS = ROOT / "resources" / "name_words.yml"
NAME_WORDS_TARGET = ROOT / "src" / "tocsin" / "data" / "name_words.json"
ENGLISH = 2  # words at the front of a list that may be taken over into other languages
LAND = 4  # letters of the stem of a country's name that takes endings
VOWELS = re.compile("[aeiouаеиоуыіїяюαεηιουοω]+$")
SPOKEN = (
    "ar fa ps ur he tr az ru uk bg sr mk pl cs hr sl sk el sq ro hu de nl sv no da fi it es pt fr ca id ms sw so ha am"
    " ti hi bn ne pa gu mr ta te ml kn si ka hy ko uz kk ky tg"
)
WORDS = frozenset(("joined", "elided", "joiners", "never_alone"))  # plain lists of words
BY_NUMBER = frozenset(
    ("months", "islamic", "persian", "weekdays", "weekdays_short", "day_words", "numbers", "scales")
) | {"about_numbers", "vague"}
BY_NAME = frozenset(("relative", "units", "places"))
PATTERNS = frozenset(("ordinal", "word_endings", "classifiers", "not_after", "not_before"))
FLAGS = frozenset(("apostrophe", "scale_first", "nouns_first"))
AS_WRITTEN = frozenset(("name", "script", "month_case", "weekday_case", "joined_and", "teens", "home", "types"))


def words(listed: str) -> list[str]:
    """Return the words of a list, longest first."""
    found = dict.fromkeys(plain(word.replace("_", " ")).text for word in listed.split())
    return sorted(found, key=lambda word: (-len(word), word))


def by_word(table: dict[str, str]) -> dict[str, int]:
    """Return the number of each word of a table of numbers with their words."""
    return {word.lower(): int(number) for number, listed in table.items() for word in words(listed)}


def countries(code: str, own: dict[str, str]) -> dict[str, str]:
    """Return the country of each name, folded: those of CLDR in the language, and our own."""
    names = {
        fold(plain(name).text): iso
        for iso, both in sorted(Locale(code).territories.items())
        for name in re.split(r" ?[(),]", both)
        if re.fullmatch("[A-Z]{2}", iso) and name
    }
    return names | {fold(name): iso for iso, listed in own.items() for name in words(listed)}


def spelled(table: dict[str, str]) -> dict[str, str]:
    """Return the letters that each name of one, folded, may stand for."""
    found: defaultdict[str, str] = defaultdict(str)
    for letter, listed in table.items():
        for name in listed.split():
            found[fold_word(name)] += letter
    return found


def value(key: str, written: Any) -> Any:
    """Return what a key of a file means; raise `ValueError` where no such key is known."""
    if key in WORDS:
        return words(written)
    if key in BY_NUMBER:
        return by_word(written)
    if key in BY_NAME:
        return {name: words(listed.lower() if key == "places" else listed) for name, listed in written.items()}
    if key in PATTERNS:
        return plain(written).text
    if key in FLAGS:
        return written == "yes"
    if key in AS_WRITTEN:
        return written
    if key == "dates":
        return {kind: [plain(each).text for each in listed] for kind, listed in written.items()}
    if key == "qualifiers":
        return {kind: {side: words(listed) for side, listed in sides.items()} for kind, sides in written.items()}
    if key == "ranges":
        return [plain(each).text for each in written]
    if key == "endings":
        return [[plain(bent).text, plain(short).text] for bent, short in written]
    if key == "people":
        return {plain(word.replace("_", " ")).text: iso for iso, listed in written.items() for word in listed.split()}
    if key == "named":
        return {fold(name): place for place, listed in written.items() for name in words(listed)}
    if key == "letters":
        return spelled(written)
    if key == "small_letters":
        return sorted({fold_word(word) for word in written.split()})
    if key == "other_acronyms":
        return sorted(set(written.split()))
    if key == "people_endings":
        return ["" if ending == "." else plain(ending).text for ending in written.split()]
    raise ValueError(f"no such key: {key}")


def language(path: Path) -> dict[str, Any]:
    """Return one compiled language."""
    whole = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings
    own = whole.pop("countries", {})
    try:
        return {key: value(key, written) for key, written in whole.items()} | {
            "code": path.stem,
            "countries": countries(path.stem, own),
        }
    except (ValueError, AttributeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def build() -> str:
    """Return the compiled languages as JSON text."""
    whole = {path.stem: language(path) for path in sorted(SOURCE.glob("*.yml"))}
    known = set(Language.__slots__)
    if strange := sorted({key for one in whole.values() for key in one} - known):
        raise ValueError(f"unknown to `Language`: {', '.join(strange)}")
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def lands() -> dict[str, str]:
    """Return the countries that have one word for their name, folded, in the languages of the news; none of two."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code in SPOKEN.split():
        for iso, name in Locale(code).territories.items():
            if re.fullmatch("[A-Z]{2}", iso) and " " not in name and "-" not in name:
                found[fold_word(name)].add(iso)
    return {word: isos.pop() for word, isos in sorted(found.items()) if len(isos) == 1}


def name_words() -> str:
    """Return the compiled words of names as JSON text: meanings by the folded beginnings of words."""
    whole = yaml.safe_load(NAME_WORDS.read_text("utf-8"))
    stems: defaultdict[str, list[str]] = defaultdict(list)
    exact: defaultdict[str, list[str]] = defaultdict(list)
    loans: dict[str, str] = {}
    for meaning, listed in whole["meanings"].items():
        english = [word for word in listed.split() if word.isascii() and not word.endswith(".")][:ENGLISH]
        loans |= dict.fromkeys(english, f"={meaning}")
        for word in dict.fromkeys(listed.split()):
            (exact if word.endswith(".") else stems)[fold_word(word)].append(f"={meaning}")
    for word, iso in lands().items():
        stem = VOWELS.sub("", word)
        (stems if len(stem) >= LAND else exact)[stem if len(stem) >= LAND else word].append(f"@{iso}")
    lists = {key: sorted({fold_word(word) for word in whole[key].split()}) for key in ("company", "joints", "articles")}
    ordinary = {
        code: {fold_word(word): [fold_word(each) or each for each in against.split()] for word, against in own.items()}
        for code, own in whole["ordinary"].items()
    }
    compiled = {"meanings": stems, "exact": exact, "loans": loans, "ordinary": ordinary, **lists}
    return json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(ship(TARGET, build) or ship(NAME_WORDS_TARGET, name_words))
