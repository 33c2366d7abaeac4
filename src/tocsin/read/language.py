"""The language of a text, where it can be told; English only where it is surely English.

Letters decide first: a text mostly in another script than Latin is never English. Among Latin texts the statistical
identifier is right nearly always when it says English, and wrong on short English headlines full of foreign names;
there, words that only English has may overrule it.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

SAMPLE = 6000
SHORT = 300
FEW_LETTERS = 20
NEAR = 10
# The languages that news is read in; dialects and dead languages only draw short texts away from these.
_LANGUAGES = (
    "af am ar as az ba be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr ht hu hy id"
    " ig is it ja jv ka kk km kn ko ku ky la lb lg ln lo lt lv mg mk ml mn mr ms mt my ne nl nn no oc om or pa pcm pl"
    " ps pt qu ro ru rw sdh si sk sl sn so sq sr st sv sw ta te tg th tk tl tr tt ug uk ur uz vi xh yo zh zu"
)
BY_SCRIPT = {
    "CYRILLIC": "ru uk be bg mk sr kk ky mn tg tt ba",
    "ARABIC": "ar fa ps ur ug sdh",
    "DEVANAGARI": "hi ne mr",
    "BENGALI": "bn as",
    "ETHIOPIC": "am",
    "HEBREW": "he",
    "GREEK": "el",
    "CJK": "zh ja",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
}
_ENGLISH_ONLY = (
    "the and by with from after their his her its were who which that had have been said says they against near when"
    " while into out off this not today week month two three four five six seven eight nine ten eleven twelve"
    " killed kills kill killing dies died dead death wounded injured attack attacked attacks bombing bomb blast"
    " gunmen gunman militants police army soldiers officials official troops security forces arrested arrest claims"
    " claimed claim denies denied threatens threatened abducted kidnapped fire shot shooting suicide leader"
    " government people men women children operation district province village town state military released wins"
    " ends interviews holds joins north south east west northern southern eastern western immediate release"
)
# Words of Nigerian Pidgin, which is written with English ones.
_PIDGIN = "dey wey dem una abi sey wetin pipo dia moto im don na neva dis dat tok sabi"
LANGUAGES = _LANGUAGES.split()
ENGLISH_ONLY = frozenset(_ENGLISH_ONLY.split())
PIDGIN = frozenset(_PIDGIN.split())
WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"[\d,.:/-]*\d[\d,.:/-]*")


def identify(text: str) -> str | None:
    """Return the ISO 639 code of the text's main language, or None where it cannot be told."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script is None:
        return None
    ranking = [language for language, _ in _identifier().rank(DIGITS.sub(" ", sample.lower()))]
    if script != "LATIN":
        possible = BY_SCRIPT.get(script, "").split()
        return next((language for language in ranking if language in possible), None)
    latin = [language for language in ranking if language not in _elsewhere()]
    return _latin(sample, latin)


def _latin(sample: str, ranking: list[str]) -> str | None:
    if ranking[0] == "en":
        return "en"
    words = [word.lower() for word in WORD.findall(sample)]
    letters = sum(map(len, words))
    if letters <= SHORT and _english_words(words, ranking):
        return "en"
    return ranking[0] if letters >= FEW_LETTERS else None


def _english_words(words: list[str], ranking: list[str]) -> bool:
    """Tell whether a short text that ranks near English has words that only English has, and none of its pidgins'."""
    if sum(1 for word in words if not word.isascii()) * 8 > len(words) or PIDGIN.intersection(words):
        return False
    if ranking[0] == "pcm":
        return True
    return "en" in ranking[:NEAR] and sum(1 for word in words if word in ENGLISH_ONLY) * 6 >= len(words)


def _script(sample: str) -> str | None:
    """Return the script most letters are in, by the first word of their Unicode names; kana mark Japanese."""
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in sample if letter.isalpha())
    if not scripts:
        return None
    if scripts["CJK"] and scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] // 10:
        return "HIRAGANA"
    return scripts.most_common(1)[0][0]


@cache
def _elsewhere() -> frozenset[str]:
    """The languages that another script alone would tell (Serbian and Kurdish are written in Latin too)."""
    both = {"sr", "az", "uz", "tk", "ku", "kk"}
    return frozenset(language for possible in BY_SCRIPT.values() for language in possible.split()) - both


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
