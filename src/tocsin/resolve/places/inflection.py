"""Some languages bend a name or grow a preposition onto it; the gazetteer has the plain form alone.

Russian and Ukrainian bend the ending ("в Махачкале", Махачкала), Arabic joins و ب ل ف ك to the front, Hebrew ב ל מ ו ש.
"""

import re

CYRILLIC = re.compile(r"[\u0400-\u04ff’'-]+")
ARABIC = re.compile(r"[\u0600-\u06ff]+")
HEBREW = re.compile(r"[\u05d0-\u05ea]+")
JOINED = ("وب", "ول", "و", "ب", "ل", "ف", "ك")
JOINED_HEBREW = ("וב", "ול", "ומ", "שב", "ב", "ל", "מ", "ו", "ש", "ה")
SHORTEST = 4
ENDINGS = (
    ("ии", "ия"),
    ("ию", "ия"),
    ("ией", "ия"),
    ("ії", "ія"),
    ("ой", "а"),
    ("ом", ""),
    ("ому", "е"),
    ("ым", ""),
    ("е", ""),
    ("е", "а"),
    ("і", ""),
    ("і", "а"),
    ("у", ""),
    ("у", "а"),
    ("ы", "а"),
    ("и", "а"),
    ("и", "ь"),
    ("и", "я"),
    ("ю", "я"),
    ("а", ""),
    ("я", "ь"),
)


def plain_forms(word: str) -> tuple[tuple[int, str], ...]:
    """Return the plain forms that a word may be bent from, each with how many letters its front has too many."""
    if CYRILLIC.fullmatch(word):
        return tuple(
            (0, word.removesuffix(bent) + plain)
            for bent, plain in ENDINGS
            if word.endswith(bent) and len(word) - len(bent) >= SHORTEST - 1
        )
    joined = JOINED if ARABIC.fullmatch(word) else JOINED_HEBREW if HEBREW.fullmatch(word) else ()
    return tuple(
        (len(front), word.removeprefix(front))
        for front in joined
        if word.startswith(front) and len(word) - len(front) >= SHORTEST
    )
