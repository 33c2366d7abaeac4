"""Two spellings of a place are one name if they differ only in case, accents, hyphens, apostrophes or points."""

import re
import unicodedata
from functools import lru_cache

PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ی": "ي",
        "ى": "ي",
        "ک": "ك",
        "گ": "ك",
        "ة": "ه",
        "ھ": "ه",
        "ـ": None,
        **dict.fromkeys("'’‘ʼʻʾʿ`´′ʹʺ\"“”.·", None),
        **dict.fromkeys("-‐‑‒–—/_,&()[]", " "),
    }
)
SHORT = {"st": "saint", "mt": "mount", "ft": "fort"}
MARKED = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return the key under which every spelling of a place name is found; empty where nothing is left of it."""
    key = name.casefold()
    if MARKED.search(key):
        key = _unmarked(_unmarked(key).casefold())
    words = key.translate(PLAIN).split()
    return " ".join([SHORT.get(word, word) for word in words])


def _unmarked(key: str) -> str:
    """Return letters without accents, vowel signs and other marks, in their plain form."""
    return "".join([mark for mark in unicodedata.normalize("NFKD", key) if not unicodedata.combining(mark)])
