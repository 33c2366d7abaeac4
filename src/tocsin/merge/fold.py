"""Two spellings are one where they differ only in case, accents and punctuation."""

import re
import unicodedata

_WORDS = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return the words of a text in lower case without accents, one space between them."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(bare.casefold().replace("_", " ")))
