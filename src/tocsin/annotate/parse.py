"""Sentences, tokens and names, as spaCy's model sees them.

Every paragraph is cut into words apart, so that no sentence runs over its edge, and white space is no token.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from tocsin.annotate.paragraphs import Paragraph
from tocsin.model.page import Name, Sentence, Token
from tocsin.model.text import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words
    from spacy.tokens import Token as Word

_MAX_WORDS = 4000
_STOPS = frozenset(".!?…:;\"”’')]*•–—-")
_DAY_LETTERS = 2
_CALLINGS = frozenset(
    {"resident", "witness", "farmer", "driver", "villager", "trader", "shopkeeper", "neighbour", "neighbor", "student"}
    | {"teacher", "nurse", "survivor", "fisherman", "herder", "pensioner", "passenger", "worshipper", "constable"}
)


def parse(
    text: str,
    paragraphs: Iterable[Paragraph],
    skip: Span | None,
    parser: "Language",
    shown: str,
    hyphened: Collection[str],
) -> tuple[tuple[Sentence, ...], tuple[Token, ...], tuple[Name, ...]]:
    """Return sentences, tokens and names of the paragraphs, leaving `skip` (the dateline) out.

    The parser reads `shown`, which is the text letter by letter but for its case; it cuts words at hyphens, of which
    those that are `hyphened` are put together again.
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    names: list[Name] = []
    for batch in _batches(text, paragraphs, skip):
        doc, offsets, owners = _doc(shown, batch, parser)
        offsets, owners = _rejoined(doc, offsets, owners, hyphened)
        base = len(tokens)
        for sentence in doc.sents:
            owner, paragraph = owners[sentence.start]
            sentences.append(
                Sentence(
                    index=len(sentences),
                    span=Span(offsets[sentence.start], _end(offsets, doc, sentence.end - 1)),
                    first=base + sentence.start,
                    last=base + sentence.end,
                    paragraph=owner,
                    headline=paragraph.headline,
                )
            )
            tokens.extend(_token(word, offsets, base, len(sentences) - 1, text) for word in sentence)
        names.extend(_name(doc, entity, offsets) for entity in doc.ents)
    return tuple(sentences), tuple(tokens), tuple(names)


def _name(doc: "Doc", entity: "Words", offsets: list[int]) -> Name:
    """Return a name as the tagger saw it; "Resident Luz Peraltones", taken for an organisation's, is a person's."""
    start, label = entity.start, entity.label_
    if label == "ORG" and entity.end - start > 1 and doc[start].lower_ in _CALLINGS:
        start, label = start + 1, "PERSON"
    return Name(Span(offsets[start], _end(offsets, doc, entity.end - 1)), label)


def _batches(
    text: str, paragraphs: Iterable[Paragraph], skip: Span | None
) -> Iterator[list[tuple[int, Paragraph, Span]]]:
    """Group paragraphs so that no group has more words than the model should see at once."""
    batch: list[tuple[int, Paragraph, Span]] = []
    size = 0
    for index, paragraph in enumerate(paragraphs):
        span = paragraph.span
        if skip is not None and span.holds(skip):
            span = Span(skip.end, span.end)
        words = len(span.of(text).split())
        if batch and size + words > _MAX_WORDS:
            yield batch
            batch, size = [], 0
        batch.append((index, paragraph, span))
        size += words
    if batch:
        yield batch


def _doc(
    shown: str, batch: list[tuple[int, Paragraph, Span]], parser: "Language"
) -> tuple["Doc", list[int], list[tuple[int, Paragraph]]]:
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    offsets: list[int] = []
    owners: list[tuple[int, Paragraph]] = []
    for index, paragraph, span in batch:
        first = True
        for word in parser.tokenizer(re.sub(r"\s", " ", span.of(shown))):
            if word.is_space:
                if spaces and not first:
                    spaces[-1] = True
                continue
            goes_on = not first and _goes_on(words[-1], word.text)
            words.append(word.text)
            spaces.append(bool(word.whitespace_))
            starts.append(True if first else False if goes_on else None)
            offsets.append(span.start + word.idx)
            owners.append((index, paragraph))
            first = False
    doc = Doc(parser.vocab, words=words, spaces=spaces, sent_starts=starts)
    for _, component in parser.pipeline:
        doc = component(doc)
    return doc, offsets, owners


def _rejoined(
    doc: "Doc", offsets: list[int], owners: list[tuple[int, Paragraph]], hyphened: Collection[str]
) -> tuple[list[int], list[tuple[int, Paragraph]]]:
    """Make one token of each word with hyphens that the word lists know ("hostage-taking"), and return what is left."""
    kept = list(range(len(doc)))
    with doc.retokenize() as joint:
        for first, last in list(_compounds(doc)):
            head = doc[last]
            lemma = f"{doc[first:last].text}{head.lemma_}".lower()
            known = next((form for form in (doc[first : last + 1].text.lower(), lemma) if form in hyphened), None)
            if known is not None:
                joint.merge(doc[first : last + 1], attrs={"LEMMA": known})
                kept = [index for index in kept if not first < index <= last]
    return [offsets[index] for index in kept], [owners[index] for index in kept]


def _compounds(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield the first and the last token of each run of words that hyphens tie without a space."""
    first = 0
    while first < len(doc):
        last = first
        while (
            last + 2 < len(doc) and doc[last + 1].text == "-" and not doc[last].whitespace_ + doc[last + 1].whitespace_
        ):
            last += 2
        if last > first:
            yield first, last
        first = last + 1


def _goes_on(before: str, word: str) -> bool:
    """Tell whether no sentence can begin at a word: in lower case or a figure, or the month of a day, after no stop."""
    if before[-1] in _STOPS:
        return False
    return word[0].islower() or word[0].isdecimal() or (before.isdecimal() and len(before) <= _DAY_LETTERS)


def _end(offsets: list[int], doc: "Doc", index: int) -> int:
    return offsets[index] + len(doc[index].text)


def _token(word: "Word", offsets: list[int], base: int, sentence: int, text: str) -> Token:
    start = offsets[word.i]
    return Token(
        index=base + word.i,
        span=Span(start, start + len(word.text)),
        text=text[start : start + len(word.text)],
        lemma=word.lemma_.lower(),
        pos=word.pos_,
        tag=word.tag_,
        dep=word.dep_,
        head=base + word.head.i,
        sentence=sentence,
    )
