"""Words of other languages than English in the form that names have them: without article, particle or case ending."""

from collections.abc import Collection, Iterator

from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.names import Word, fold, words

_SHORTEST = 3


def plain_words(text: str, language: Language, known: Collection[str]) -> Iterator[Word]:
    """Yield the words of a text in order, each with that plain form beside its own which the names have (`known`)."""
    for word in words(text):
        cut = behind_article(text, word, language)
        if cut.fold in known:
            yield cut
            continue
        form = next((form for form in plain_forms(text[cut.start : cut.end], language) if form.fold in known), None)
        yield cut._replace(bare=form.fold, bare_end=cut.start + form.end) if form else cut


def plain_forms(written: str, language: Language) -> Iterator[Word]:
    """Yield the forms that a word may be bent from, each with the stretch of the word that shows it."""
    apostrophe = next((at for at, letter in enumerate(written) if letter in "'’"), 0) if language.apostrophe else 0
    if apostrophe >= _SHORTEST - 1 or written[:apostrophe].isupper():
        stem = written[:apostrophe]
        yield Word(0, apostrophe, fold(stem), apostrophe, stem)
    shown = plain(written)
    for bent, whole in language.endings:
        if shown.text.endswith(bent) and len(shown.text) - len(bent) >= _SHORTEST:
            stem = shown.text.removesuffix(bent)
            end = len(written) if whole else shown.span(0, len(stem)).end
            yield Word(0, end, fold(stem + whole), end, stem + whole)


def behind_article(text: str, word: Word, language: Language) -> Word:
    """Return a word without the article that an apostrophe joins to its front: "l'État"."""
    written = text[word.start : word.end]
    for letters in language.elided:
        if written[: len(letters)].lower() == letters and written[len(letters) : len(letters) + 1] in ("'", "’"):
            start = word.start + len(letters) + 1
            key = fold(text[start : word.end])
            return Word(start, word.end, key, word.end, key)
    return word
