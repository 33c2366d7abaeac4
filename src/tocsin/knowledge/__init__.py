"""The shipped knowledge: who is who, where is where, which words signal what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tocsin.knowledge.actors import Authority, load_actors
from tocsin.knowledge.countries import Countries, load_countries
from tocsin.knowledge.lexicon import Lexicon, load_lexicon
from tocsin.knowledge.parser import load_parser
from tocsin.knowledge.places import Gazetteer, load_places

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that the stages know beside the text; read-only, passed in, loaded once."""

    actors: Authority
    countries: Countries
    places: Gazetteer
    lexicon: Lexicon
    parser: "Callable[[], Language]"

    def is_name(self, word: str) -> bool:
        """Tell whether a word alone names a place, a country or an actor."""
        return bool(self.countries.country_of(word) or self.places.lookup(word) or self.actors.find(word.upper()))


@cache
def load() -> Knowledge:
    """Return the shipped knowledge; the language model is loaded when it is first used."""
    return Knowledge(
        actors=load_actors(),
        countries=load_countries(),
        places=load_places(),
        lexicon=load_lexicon(),
        parser=load_parser,
    )
