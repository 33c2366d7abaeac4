"""A name that is taken over from another script keeps its consonants: "তালেবান", "Талибан" and "Taliban" are one.

`romanized` writes a word of any script in Latin letters, roughly as it is said; `skeleton` leaves of that the kinds of
consonants that languages do not mistake for each other, and a mark for a vowel at the front.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

_TABLES = (
    "абвгґдеёжзийклмнопрстуфхцчшщъыьэюяєіїўјљњћџђѓќѕӣӯқғҳҷәүұөһң",
    "a b v g g d e e zh z i y k l m n o p r s t u f kh ts ch sh sh - y - e yu ya e i i w j lj nj ch j j g k z i u q gh"
    " h j a u u o h ng",
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "a v g d e z i th i k l m n ks o p r s s t i f kh ps o",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "a b g d h w z h t y k k l m m n n s a p f ts ts k r sh t",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگڤٹڈڑںځڅټډړږښڼئؤءےڭېۍۆۇەک",
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a - p ch zh g v t d r n dz ts t d r zh sh n - - - e"
    " ng e y o u e k",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาิีึืุูเแโใไ",
    "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l o h a a a i"
    " i u u u u e ae o ai ai",
)
_GIVEN = {
    letter: "" if written == "-" else written
    for letters, table in zip(_TABLES[::2], _TABLES[1::2], strict=True)
    for letter, written in zip(letters, table.split(), strict=True)
}
_INITIAL = re.compile("^য")  # elsewhere it is mostly a y whose point is left out
_GREEK = {"μπ": "b", "ντ": "d", "γκ": "g", "ου": "u", "τζ": "j", "τσ": "ts"}
_NAMED = re.compile(r"(?:LETTER|SYLLABLE|VOWEL SIGN|SIGN)(?: SMALL)? (?P<name>[A-Z ]+)$")
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"})
_SMALL_KANA = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_SOUNDS = (
    (re.compile(r"^w"), "v"),
    (re.compile(r"^y(?=[aeiou])"), ""),
    (re.compile(r"sch|tch|sh|ch|zh|ts|dz|c(?=[eiy])|ç"), "s"),
    (re.compile(r"kh|x"), "χ"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<!^)h"), ""),
    (re.compile(r"[pvf]"), "b"),
    (re.compile(r"[jz]"), "s"),
    (re.compile(r"[qgc]"), "k"),
    (re.compile(r"χ"), "h"),
    (re.compile(r"^[aeiouy]+"), "A"),
    (re.compile(r"r"), "l"),
    (re.compile(r"m(?=b)"), "n"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"[^a-zA]|[aeiouyw]"), ""),
)


@lru_cache(maxsize=1 << 15)
def romanized(word: str) -> str:
    """Return a word in Latin letters, roughly as it is said; what is in a script that writes no sounds is left out."""
    lower = word.lower()
    if lower.isascii():
        return re.sub(r"[^a-z0-9]", "", lower)
    if script_of(lower[0]) == "GREEK":
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
        for letters, sound in _GREEK.items():
            lower = lower.replace(letters, sound)
    parts = [_letter(letter) for letter in unicodedata.normalize("NFC", _INITIAL.sub("জ", lower))]
    whole = ""
    for part in parts:
        if part.startswith("\0"):  # a vowel sign, or the mark that there is no vowel, stands for the inherent one
            whole = whole.removesuffix("a") + part[1:]
        else:
            whole += part
    return whole


@lru_cache(maxsize=1 << 12)
def _letter(letter: str) -> str:
    """Return how one letter sounds; a vowel sign or a mark for no vowel has a null before it."""
    if letter.isascii():
        return letter if letter.isalnum() else ""
    if letter in _GIVEN:
        return _GIVEN[letter]
    if letter in _SMALL_KANA:
        return "\0" + _SMALL_KANA[letter]
    name = unicodedata.name(letter, "")
    if "VIRAMA" in name or "AL-LAKUNA" in name or "ASAT" in name:
        return "\0"
    if " WITH " not in name and "NUKTA" not in name and (match := _NAMED.search(name)):
        return _named(name, match["name"])
    if unicodedata.combining(letter):
        return ""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", letter.translate(_SPECIAL)) if not unicodedata.combining(c)
    )
    if plain.isascii():
        return plain
    return "".join(_GIVEN.get(one, "") for one in plain)


def _named(name: str, said: str) -> str:
    """Return the sound that the name of a letter tells: "BENGALI LETTER KA", "ETHIOPIC SYLLABLE SHAA"."""
    sound = said.split()[-1].lower()
    if name.startswith("HANGUL"):
        return sound.replace("eu", "")
    if "SINHALA" in name:
        sound = re.sub(r"ayanna$", "a", sound)
    if sound in ("candrabindu", "visarga"):
        return ""
    if sound.startswith("c") and not sound.startswith("ch"):
        return f"ch{sound[1:]}"
    if sound == "anusvara":
        return "n"
    if "VOWEL SIGN" in name:
        return "\0" + sound
    return sound.removeprefix("nn") if sound == "nna" and "MYANMAR" in name else sound


@lru_cache(maxsize=1 << 16)
def skeleton(roman: str) -> str:
    """Return the consonants of a romanized word by their kinds, with a mark for a vowel at the front."""
    shown = roman
    for pattern, kind in _SOUNDS:
        shown = pattern.sub(kind, shown)
    return shown


def scripts(text: str) -> list[tuple[str, int, int]]:
    """Return the stretches of a text that are in one script, each with where it stands; marks go with their letters."""
    found: list[tuple[str, int, int]] = []
    at = 0
    for script, letters in groupby(text, key=script_of):
        length = len(list(letters))
        found.append((script, at, at + length))
        at += length
    return found


@lru_cache(maxsize=1 << 12)
def script_of(letter: str) -> str:
    """Return the script of a letter by its Unicode name."""
    if letter.isascii():
        return "LATIN"
    first = unicodedata.name(letter, "").split(" ")[0]
    return first.removesuffix("-HIRAGANA")
