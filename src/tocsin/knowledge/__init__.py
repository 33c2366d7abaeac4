"""The shipped knowledge: who is who, where is where, which words signal what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.knowledge.actors import Authority, load_actors
from tocsin.knowledge.countries import Countries, load_countries
from tocsin.knowledge.foreign_names import ForeignNames
from tocsin.knowledge.gate import Gate, load_gate
from tocsin.knowledge.languages import Language, load_language
from tocsin.knowledge.lexicon import Lexicon, load_lexicon
from tocsin.knowledge.name_words import load_name_words
from tocsin.knowledge.outlets import Outlets, load_outlets
from tocsin.knowledge.own_actors import overlaid
from tocsin.knowledge.parser import load_parser, load_vocabulary
from tocsin.knowledge.places import Gazetteer, PlaceKind, load_places
from tocsin.knowledge.reader import Reader, load_reader
from tocsin.knowledge.vocabulary import Vocabulary, bare_of, in_case

if TYPE_CHECKING:
    from spacy.language import Language as Parser

_LARGE = frozenset[PlaceKind]({"country", "admin1", "region", "sea"})
_CITY = 100_000  # inhabitants: a noun that only a smaller place bears is read as the noun
_ARTICLE = 2  # letters of "la" and "de", which are places as well


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that the stages know beside the text; read-only, passed in, loaded once."""

    actors: Authority
    countries: Countries
    places: Gazetteer
    outlets: Outlets
    lexicon: Lexicon
    gate: Gate
    parser: "Callable[[], Parser]"
    vocabulary: Callable[[], Vocabulary]
    abroad: Callable[[], ForeignNames]
    reader: Callable[[], Reader | None]
    language: Callable[[str | None], Language | None] = load_language

    def in_case(self, word: str) -> str:
        """Return a word of a text in capitals, given in lower case, as news in mixed case would write them."""
        vocabulary, bare = self.vocabulary(), bare_of(word)
        if self.countries.nationality(bare.title()):
            return word[0].upper() + word[1:]
        if not vocabulary.is_word(bare) and any(hit.name.isupper() for hit in self.actors.find(bare.upper())):
            return bare.upper() + word[len(bare) :]
        return in_case(word, vocabulary, is_name=self._is_name)

    def is_place(self, name: str) -> bool:
        """Tell whether a name is a place's, however small; one that is also a noun ("Police") has to be a city's."""
        if self.vocabulary().knows(name.lower()):
            return self.is_name(name)
        return bool(self.places.lookup(name))

    def is_name(self, words: str) -> bool:
        """Tell whether words together name a country, a division or a city."""
        if self.countries.country_of(words):
            return True
        return bool(self.places.notable(words, _LARGE, _CITY))

    def _is_name(self, noun: str) -> bool:
        known = self.is_name(noun) or bool(self.actors.find(noun.title()))
        return known and len(noun) > _ARTICLE and noun not in self.lexicon.weapons


@cache
def load(own: Path | None = None) -> Knowledge:
    """Return the shipped knowledge, with the actors of a user's own folder over it where one is given.

    The language model is loaded when it is first used.
    """
    actors = load_actors(partial(overlaid, folder=own) if own else None)
    return Knowledge(
        actors=actors,
        countries=load_countries(),
        places=load_places(),
        outlets=load_outlets(),
        lexicon=load_lexicon(),
        gate=load_gate(),
        parser=load_parser,
        vocabulary=load_vocabulary,
        reader=load_reader,
        abroad=cache(partial(_abroad, actors)),
    )


def _abroad(actors: Authority) -> ForeignNames:
    """Return the names of the authority in the forms that other languages give them."""
    return ForeignNames.of(actors.records.values(), load_name_words(), actors.countries.codes)
