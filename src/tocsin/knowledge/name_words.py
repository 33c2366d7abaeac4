"""Words of which names of groups are made in many languages, by what they mean, and words that stand beside such names.

A word bends, and small words grow onto it: `forms` yields what it may be without them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from tocsin.knowledge.romanize import script_of

_LONGEST = 4  # letters of an ending
GLUED = frozenset(("TAMIL", "TELUGU", "MALAYALAM", "KANNADA", "SINHALA", "GEORGIAN", "ARMENIAN"))
_SYLLABIC = frozenset(("ETHIOPIC", "HANGUL"))
_LONG = 10  # letters of the endings of languages that join all to a word
_STEM = 3  # letters of a stem that takes the shortest endings alone
_LETTERS = 2  # letters that a word has at least without what grew onto it
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "ARABIC": ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول"),
    "HEBREW": tuple(f"{a}{b}{c}" for a in ("", "ו") for b in ("", *"בלמכש", "כש") for c in ("", "ה") if a + b + c),
    "ETHIOPIC": ("የ", "በ", "ከ", "ለ", "ስለ", "እነ", "ብ", "ን", "ናይ", "ካብ", "ዝ", "እንደ"),
}
_ARTICLES: Mapping[str, tuple[str, ...]] = {"ARABIC": ("ال", "لل"), "HEBREW": ("ה",), "ETHIOPIC": ("የ", "ናይ")}
_SUFFIXES: Mapping[str, re.Pattern[str]] = {
    "CYRILLIC": re.compile(
        r"(?:[оеё]в|[аяыоеи]?м[ии]?|[аяиы]?х|[оеи]го|[ое]му|[ыиоае][йи]|ами|ями|[иая]те|[ау]та|[иъя]т|ът)$"
    ),
    "GREEK": re.compile(r"(?:[οωη]υ?[ςν]|ους|[αεηο]ς|ων)$"),
    "LATIN": re.compile(r"(?:e?s|e?n|e?rs?|l[ae]r(?:[ıi]n?)?|n?[ıü]n|[oó]w|ami|ach|iem|em|om|owie|ima|it|et|ens?)$"),
    "DEVANAGARI": re.compile(r"(?:ियों|यों|ों|ओं|ियाँ|ले|को|का|की|के|द्वारा|सँग)$"),
    "BENGALI": re.compile(r"(?:গুলোর|গুলো|দেরকে|দের|েরা|রা|েরই|ের|র|কে|তে|টির|টি|য়)$"),
    "GURMUKHI": re.compile(r"(?:ਾਂ|ੀਆਂ|ਆਂ)$"),
    "HANGUL": re.compile(r"(?:으로|에서|에게|[이가은는을를의에도와과로])$"),
    "HEBREW": re.compile(r"(?:ים|ניק|ית|י)$"),
    "ARABIC": re.compile(r"(?:يين|يون|ين|ون|ات|ها|های|ان|انو|و|ې|ي|ه|وں|یوں)$"),
    "ETHIOPIC": re.compile(r"(?:ዎች|ዎቹ|ን|ም|ች)$"),
}


class _Compiled(msgspec.Struct):
    meanings: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]
    loans: dict[str, str]
    company: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    ordinary: dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """Keys by the folded beginnings of words, and by whole words: "=army" is a meaning, "@AF" a land.

    `loans` are English words that other languages take over, `company` beginnings of words that stand beside names of
    armed groups, `joints` small words inside names, `articles` those that a hyphen joins to the next. `ordinary` are
    names that are words of a language, with the beginnings of words that speak against them, and "!" where nothing but
    company speaks for them.
    """

    meanings: Mapping[str, tuple[str, ...]]
    exact: Mapping[str, tuple[str, ...]]
    loans: Mapping[str, str]
    company: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    ordinary: Mapping[str, Mapping[str, tuple[str, ...]]]

    def keys(self, word: str) -> tuple[str, ...]:
        """Return the keys of what a folded word may mean in a name, by the longest beginning that is known."""
        found = self.exact.get(word, ())
        for length in _lengths(word):
            if one := self.meanings.get(word[:length]):
                return tuple(dict.fromkeys((*found, *one)))
        return found

    def exactly(self, word: str) -> bool:
        """Tell whether a folded word is one of the listed, but for the letters that join it to the next."""
        return any(word.removesuffix(joint) in self.meanings for joint in ("", "s", "n", "en", "er"))

    def is_company(self, word: str) -> bool:
        """Tell whether a folded word speaks for an armed group, in any of its forms."""
        return any(form[:length] in self.company for form in forms(word) for length in _lengths(form))


def _lengths(word: str) -> range:
    """Return how long the known beginning of a word may be, the longest first."""
    most = _LONG if word and script_of(word[0]) in GLUED else _LONGEST
    return range(len(word), max(_LETTERS, len(word) - most) - 1, -1)


def forms(word: str, *, joined: bool = True) -> Iterator[str]:
    """Yield a folded word, and what it may be without small words joined to its front and without an ending.

    Behind another word of a name it has an article at most: `joined` is false.
    """
    whole = tuple(fronts(word, joined=joined))
    yield from whole
    suffix = _SUFFIXES.get(script_of(word[0])) if word else None
    for front in whole if suffix else ():
        match = suffix.search(front) if suffix else None
        if match and match.start() > (1 if script_of(word[0]) in _SYLLABIC else _LETTERS):
            yield front[: match.start()]


def fronts(word: str, *, joined: bool = True) -> Iterator[str]:
    """Yield a folded word, and what it may be without small words joined to its front."""
    if not word:
        return
    script = script_of(word[0])
    found = [word, *_behind(word, _PREFIXES if joined else _ARTICLES, script)]
    if script == "ARABIC" and len(found) > 1:
        found = [front for front in found if not front.startswith("ال")] or found
    yield from found


def _behind(word: str, prefixes: Mapping[str, tuple[str, ...]], script: str) -> Iterator[str]:
    for front in prefixes.get(script, ()):
        rest = word.removeprefix(front)
        if rest != word and len(rest) > (_LETTERS if script == "ARABIC" else 1):
            yield rest


@cache
def load_name_words() -> NameWords:
    """Open the compiled words of names."""
    raw = (files("tocsin.data") / "name_words.json").read_bytes()
    read = msgspec.json.decode(raw, type=_Compiled)
    return NameWords(read.meanings, read.exact, read.loans, read.company, read.joints, read.articles, read.ordinary)
