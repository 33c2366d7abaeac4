"""Which words are words of the language and which can only be names: the language model's own list of lemmas.

News in capitals hides names. A word that no dictionary has is a name; one that it has is a word, unless it is a noun
that a country, a province or a city bears too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_CLASSES = ("verb", "adj", "adv", "noun")
_SHORTEST = 2  # letters: a single one is no name


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lemmas and irregular forms by word class, the endings that lead to a lemma, and words without inflection."""

    forms: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[tuple[str, str], ...]]
    small: frozenset[str]

    def is_word(self, word: str) -> bool:
        """Tell whether a word is a verb, adjective, adverb or one without inflection."""
        return word in self.small or any(self._has(word, kind) for kind in _CLASSES[:-1])

    def is_noun(self, word: str) -> bool:
        """Tell whether a word is a noun, or a name that dictionaries list among nouns ("bogota")."""
        return self._has(word, "noun")

    def knows(self, word: str) -> bool:
        """Tell whether a word is any word of the language."""
        return self.is_word(word) or self.is_noun(word)

    def _has(self, word: str, kind: str) -> bool:
        if word in self.forms[kind]:
            return True
        return any(
            word.endswith(old) and word[: len(word) - len(old)] + new in self.forms[kind]
            for old, new in self.endings[kind]
        )


def vocabulary_of(parser: "Language") -> Vocabulary:
    """Return the vocabulary that a language model's lemmatizer knows."""
    tables = parser.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    listed, odd, rules = (tables.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    return Vocabulary(
        forms={kind: frozenset(listed[kind]) | frozenset(odd[kind]) for kind in _CLASSES},
        endings={kind: tuple((old, new) for old, new in rules.get(kind, ())) for kind in _CLASSES},
        small=frozenset(parser.Defaults.stop_words),
    )


def in_case(word: str, vocabulary: Vocabulary, *, is_name: Callable[[str], bool]) -> str:
    """Return a lower-case word as mixed case would write it: a capital on names, and on nouns that are names."""
    bare = bare_of(word)
    if len(bare) < _SHORTEST or vocabulary.is_word(bare):
        return word
    listed = vocabulary.is_noun(bare) or ("-" in bare and all(map(vocabulary.knows, bare.split("-"))))
    return word if listed and not is_name(bare) else word[0].upper() + word[1:]


def bare_of(word: str) -> str:
    """Return a word without its possessive ending."""
    return word.replace("’", "'").removesuffix("'s").rstrip("'")
