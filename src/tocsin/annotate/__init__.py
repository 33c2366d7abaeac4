"""Notice what stands in a document, without saying what it refers to."""

from tocsin.annotate.casing import in_mixed_case
from tocsin.annotate.counts import counts
from tocsin.annotate.dates import tagger
from tocsin.annotate.foreign.counts import foreign_counts
from tocsin.annotate.foreign.dates import foreign_dates
from tocsin.annotate.foreign.peoples import peoples
from tocsin.annotate.hints import hints
from tocsin.annotate.nationalities import nationalities
from tocsin.annotate.paragraphs import dateline, paragraphs
from tocsin.annotate.parse import parse
from tocsin.annotate.words import cues, quotations, weapons
from tocsin.knowledge import Knowledge
from tocsin.model.page import Annotated
from tocsin.model.text import Document


def annotate(document: Document, knowledge: Knowledge) -> Annotated:
    """Return every mention of a document; one that is not in English yields what needs no grammar, `names_only`."""
    text = document.text
    if document.language != "en":
        return _names_only(document, knowledge)
    found = tagger.dates(text)
    taken = tuple(words.span for words in found)
    parts = paragraphs(document)
    line = next((line for part in parts[:3] if (line := dateline(text, part.span, knowledge.is_place))), None)
    shown, hyphened = in_mixed_case(text, knowledge), knowledge.lexicon.hyphened
    sentences, tokens, names = parse(text, parts, line, knowledge.parser(), shown, hyphened)
    reader = knowledge.reader()
    return Annotated(
        document,
        "full",
        sentences=sentences,
        tokens=tokens,
        names=names,
        dates=found,
        counts=counts(text, taken),
        weapons=weapons(text, knowledge.lexicon),
        nationalities=nationalities(text, knowledge.countries),
        quotations=quotations(text),
        cues=cues(text, knowledge.lexicon),
        dateline=line,
        hints=hints(text, sentences, tokens, reader) if reader else None,
    )


def _names_only(document: Document, knowledge: Knowledge) -> Annotated:
    """Return what can be noticed without grammar, by the words of the language where they are known."""
    text, language = document.text, knowledge.language(document.language)
    found = foreign_dates(text, language) if language else tagger.dates(text)
    taken = tuple(words.span for words in found)
    return Annotated(
        document,
        "names_only",
        dates=found,
        counts=foreign_counts(text, language, taken) if language else counts(text, taken),
        nationalities=peoples(text, language) if language else nationalities(text, knowledge.countries),
    )
