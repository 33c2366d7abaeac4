"""Languages by their code or by their English name."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

_NONE = ("und", "mul", "mis", "zxx")  # codes that stand for no one language


def tongue_code(words: str, listed: Mapping[str, str]) -> str | None:
    """Return the ISO code of the language that words name or are the code of; null where there is none.

    `listed` maps further names to codes.
    """
    name = " ".join(words.casefold().split())
    if name in listed.values() or name in _names().values():
        return name
    return listed.get(name) or _names().get(name)


@cache
def _names() -> Mapping[str, str]:
    """Return the codes of languages by their English names, without those of regional forms."""
    known = Locale("en").languages.items()
    return {name.casefold(): code for code, name in known if code.isalpha() and code not in _NONE}
