"""A nationality in other languages than English is an adjective or a noun, mostly in small letters, and it bends."""

import re
from functools import cache

from tocsin.knowledge.languages import END, Language, either
from tocsin.knowledge.letters import plain
from tocsin.model.page import Nationality


def peoples(text: str, language: Language) -> tuple[Nationality, ...]:
    """Return the nationalities that a text of the language names, in its order."""
    if not language.people:
        return ()
    shown, (pattern, codes) = plain(text), _pattern(language)
    return tuple(
        Nationality(span=shown.span(*match.span("people")), country=codes[match["stem"].lower()])
        for match in pattern.finditer(shown.text)
    )


@cache
def _pattern(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all nationalities of a language, and the country of each stem."""
    ending = f"(?:{either(language.people_endings)})"
    stems = f"(?P<stem>{either(language.people)})"
    codes = {stem.lower(): iso for stem, iso in language.people.items()}
    return re.compile(f"{language.begin}(?P<people>{stems}{ending}){END}", re.IGNORECASE), codes
