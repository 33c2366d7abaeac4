"""A name of one word is met in another form: bent, behind particles, taken over in another script.

So little tells it that its consonants alone do not do: in its own script it has to begin alike and go on with an
ending, in another its vowels have to agree as well, and then it is still a weak name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.knowledge.name_tokens import ABJADS, LENDING, UNSPACED, Token, has_article, likeness, script_in
from tocsin.knowledge.name_words import GLUED, forms, fronts
from tocsin.knowledge.names import Entry, Hit, fold
from tocsin.knowledge.romanize import romanized, script_of, skeleton
from tocsin.model.text import Span

_ALIKE, _ALL_ALIKE = 0.75, 0.9
_LATIN = 0.88  # of the letters of two words in Latin letters
_BONES = 4  # kinds of consonants; a name of one fewer has to be the same but for its script
_LEAST = 3  # letters that a bent name has in common with the listed one
_SHORT = 5  # letters of a name that takes endings in a script without vowels, or changes its own in an Indic one
_BENDING = frozenset(("CYRILLIC", "GREEK"))
_CASED = frozenset(("CYRILLIC", "GREEK", "ARMENIAN"))
_VOWELS = re.compile("[аеиоуыіїяюьйαεηιοωυςνािीুািীে]{1,2}$")
_LIQUID = frozenset(("KATAKANA", "HANGUL"))  # scripts that do not tell l from r
_SHAPE = str.maketrans({"q": "k", "c": "k", "w": "v", "j": "z", "s": "z", "p": "b", "f": "b", "h": None, "y": "i"})
_TAIL = re.compile("V?[znV]?")
_ENDING, _GLUED_ENDING = 4, 10
_NEARLY = 0.03
_LONG = 7  # letters of a name that stands for itself in another script
_ACRONYM, _SAID = 4, 6  # letters of an acronym that may be said as a word
_DEFINITE = re.compile("[وفبك]?ال|و?لل")
_SIGNED = re.compile(r"’.$")
_ARTICLE = re.compile(r"(?:^|[^\w])(?:[aeауэ]l|[aeаэ][lлsшrзzнтд]ь?|א[לש]?|ال)[-‐‑־]$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?…:\n«“\"])[\s\W]*$")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{3,}")


class Single(NamedTuple):
    """An entry, its one word and the script of that; `article` where the Arabic one stands before it, or another."""

    entry: Entry
    word: str
    script: str
    article: str
    signed: bool
    definite: bool


@dataclass(frozen=True, slots=True, eq=False)
class SingleNames:
    """Names of one word by how they begin in their own script, by their consonants, and acronyms by their letters."""

    own: Mapping[str, tuple[Single, ...]]
    bones: Mapping[str, tuple[Single, ...]]
    acronyms: Mapping[str, tuple[Single, ...]]

    @classmethod
    def of(cls, singles: Iterable[Single]) -> "SingleNames":
        """Index names of one word."""
        every = tuple(singles)
        spelled = {(one.entry.id, one.entry.name) for one in every if one.entry.name.isupper()}
        own: defaultdict[str, list[Single]] = defaultdict(list)
        bones: defaultdict[str, list[Single]] = defaultdict(list)
        acronyms: defaultdict[str, list[Single]] = defaultdict(list)
        for one in every:
            if one.script != "LATIN":
                own[one.word[:_LEAST]].append(one)
            elif one.entry.name.isupper():
                acronyms[one.word].append(one)
                if _is_said(one.word):
                    bones[skeleton(romanized(one.word))].append(one)
            else:
                own[one.word[:_LEAST]].append(one)
                key = skeleton(romanized(one.word))
                if not one.entry.weak and len(key) >= _BONES - 1 and (one.entry.id, one.word.upper()) not in spelled:
                    bones[key].append(one)
        return cls(*({key: tuple(found) for key, found in index.items()} for index in (own, bones, acronyms)))

    def hit(self, text: str, token: Token) -> Hit | None:
        """Return the name that a word of a text is."""
        written = text[token.start : token.end]
        every = dict.fromkeys(forms(fold(written)))
        article = bool(_ARTICLE.search(text, max(0, token.start - 5), token.start))
        whole = frozenset(fronts(fold(written)))
        found = [
            one
            for form in every
            for one in self.own.get(form[:_LEAST], ())
            if (
                _is_named(text, token, one)
                if one.script == "LATIN"
                else _is_bent(form, one, written, article=article, whole=form in whole)
            )
        ]
        if found:
            weak = all(one.entry.weak for one in found) or not _shows(written, found[0].entry.name)
            return _made(token, found, weak=weak)
        if script_of(written[0]) == "LATIN" and written.istitle() and len(written) >= _ACRONYM:
            found = list(self.acronyms.get(fold(written), ())) if _within(text, token.start) else []
            if found:
                return _made(token, found, weak=True)
        return self._taken_over(token, written, dict.fromkeys(forms(written.lower())), article=article)

    def katakana(self, text: str) -> Iterator[Hit]:
        """Yield names that Japanese took over, each in a stretch of katakana of its own."""
        for run in _KATAKANA.finditer(text):
            token = Token(run.start(), run.end(), (), (), joint=False, capital=True)
            if hit := self._taken_over(token, run[0], {run[0]: None}, article=False):
                yield hit

    def _taken_over(self, token: Token, written: str, every: Iterable[str], *, article: bool) -> Hit | None:
        """Return the name that a word is in another script, or with another language's ending."""
        script = script_of(written[0])
        if script in ABJADS or (script in UNSPACED and script != "KATAKANA"):
            return None
        best: dict[Single, float] = {}
        for form in every:
            cut = form[2:] if script in LENDING and has_article(form) else form
            for part in _parts(cut, script):
                for one in self.bones.get(skeleton(romanized(part)), ()):
                    spelled = one.entry.name.isupper()
                    told = _said_alike(part, one.word) if spelled else likeness(part, one.word)
                    if spelled and (script not in LENDING or told < _ALL_ALIKE):
                        continue
                    if spelled or _is_like(part, one, told, script, article=article or cut != form):
                        best[one] = max(told, best.get(one, 0))
        if not best or (script == "LATIN" and written.isupper()):
            return None
        most = max(best.values())
        found = [one for one, told in best.items() if told > most - _NEARLY]
        sure = most >= _ALL_ALIKE and script != "LATIN" and min(len(one.word) for one in found) >= _LONG
        sure = sure and not any(one.entry.name.isupper() for one in found)
        return _made(token, found, weak=not sure)


def single(entry: Entry, token: Token, name: str) -> Single:
    """Return an entry whose name has one word that counts."""
    word, script = fold(name[token.start : token.end]), script_in(name)
    bare = next(fronts(word, joined=False)) if script == "ARABIC" else word
    signed = script == "HEBREW" and bool(_SIGNED.search(name))
    definite = script == "ARABIC" and bare != word
    return Single(entry, bare, script, fold(name[: token.start]), signed, definite)


def _is_said(word: str) -> bool:
    """Tell whether an acronym is said as a word: it is short, with a vowel, and enough else to tell it."""
    return (
        _ACRONYM <= len(word) <= _SAID
        and bool(re.search("[aeiou]", word))
        and len(skeleton(romanized(word))) >= _BONES - 1
    )


def _said_alike(form: str, word: str) -> float:
    """Return how alike a word sounds to an acronym, but for the vowels inside that a script does not write."""
    first, second = (re.sub("(?<!^)a+(?!a*$)", "", romanized(one)) for one in (form, word))
    return likeness(first, second)


def _within(text: str, start: int) -> bool:
    """Tell whether a place is within a sentence, where a capital tells something."""
    return not _OPENING.search(text, max(0, start - 4), start)


def _made(token: Token, found: list[Single], *, weak: bool) -> Hit:
    ids = tuple(dict.fromkeys(one.entry.id for one in found))
    return Hit(Span(token.start, token.end), ids, found[0].entry.name, weak)


def _shows(written: str, name: str) -> bool:
    return written[0].isupper() or not name[0].isupper()


def _is_named(text: str, token: Token, one: Single) -> bool:
    """Tell whether a word in Latin letters is a name with the article that the name has: "los Zetas"."""
    written = text[token.start : token.end]
    if not one.article or fold(written) != one.word or not written[0].isupper():
        return False
    return fold(text[max(0, token.start - len(one.article) - 2) : token.start]).endswith(one.article)


def _is_bent(form: str, one: Single, written: str, *, article: bool, whole: bool) -> bool:
    """Tell whether a form of a word is a name of its own script but for its ending; `whole` where none was cut off."""
    name = one.word
    if one.signed and not _SIGNED.search(written):
        return False
    article_written = bool(_DEFINITE.match(fold(written)))
    if one.script == "ARABIC" and article_written != one.definite and (article_written or one.entry.weak):
        return False
    if one.script in _CASED and one.entry.name.isupper() and not written[: len(name)].isupper():
        return False
    if one.article and not article and one.script != "ARABIC":
        return False
    if form == name:
        return whole or one.script not in ABJADS or len(name) >= _SHORT
    if one.script in ABJADS:
        return len(name) > _SHORT - 1 and form[:-1] == name[:-1] and form[-1] in "ېيهت" and name[-1] in "هي"
    stem = _VOWELS.sub("", name) if one.script in _BENDING or len(name) >= _SHORT else name
    most = _GLUED_ENDING if one.script in GLUED else _ENDING
    return len(stem) >= _LEAST and form.startswith(stem) and len(form) - len(stem) <= most


def _parts(form: str, script: str) -> Iterator[str]:
    """Yield a word, and its fronts in a language that glues endings to it."""
    yield form
    if script in GLUED:
        yield from (form[:length] for length in range(len(form) - 1, _BONES - 1, -1))


def _is_like(form: str, one: Single, told: float, script: str, *, article: bool) -> bool:
    """Tell whether a word sounds like a name of another script, or of another language, as much as it has to."""
    short = len(skeleton(romanized(form))) < _BONES
    vague = short and (script not in LENDING - GLUED or told < _ALL_ALIKE)
    if script == "LATIN" and (len(one.word) <= _SHORT or told < _LATIN):
        return False
    if (one.article and not article) or vague or told < _ALIKE:
        return False
    shape, named = (_shape(romanized(word), script) for word in (form, one.word))
    return shape.startswith(named) and bool(_TAIL.fullmatch(shape[len(named) :]))


def _shape(roman: str, script: str) -> str:
    """Return a romanized word with one sign for all vowels, and without doubled letters."""
    same = roman.replace("kh", "h").translate(_SHAPE).replace("r", "l" if script in _LIQUID else "r")
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]+", "" if script in _LIQUID else "V", same))
