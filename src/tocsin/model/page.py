"""A document on its way through the stages: annotated (what is noticed), then resolved (what it refers to)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tocsin.model.text import Document, Span
from tocsin.model.values import Actor, Count, Place, WeaponType, When

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its parse; `head` and `index` count tokens of the document from 0, a root is its own head."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: tokens `first` to `last` (exclusive), its paragraph, and whether it is the headline."""

    index: int
    span: Span
    first: int
    last: int
    paragraph: int
    headline: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the statistical tagger saw it; `label` is OntoNotes' (PERSON ORG GPE LOC FAC NORP ...)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class DateWords:
    """An expression of time as written; `value` is its unanchored TIMEX-like reading, which `resolve` anchors."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class WeaponWords:
    """A weapon as written, with its GTD type."""

    span: Span
    type: WeaponType


@dataclass(frozen=True, slots=True)
class Nationality:
    """A demonym as written, with its country."""

    span: Span
    country: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (`inner` leaves the marks out)."""

    span: Span
    inner: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that signal something; `kind` names the lexicon they stand in."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Hints:
    """What the trained reader says of T tokens: chances of labels, T × labels, and vectors for pairs, T × width.

    `relevant` is the chance that the token's passage tells of political violence; `events` compare a token as what
    tells an event, `parts` as whoever has a part in one.
    """

    labels: "NDArray[np.float32]"
    relevant: "NDArray[np.float32]"
    events: "NDArray[np.float32]"
    parts: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Annotated:
    """What is noticed in a document: nothing here refers to the world yet."""

    document: Document
    read: Literal["full", "names_only"]
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[DateWords, ...] = ()
    counts: tuple[Count, ...] = ()
    weapons: tuple[WeaponWords, ...] = ()
    nationalities: tuple[Nationality, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    cues: tuple[Cue, ...] = ()
    dateline: Span | None = None
    hints: Hints | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with its reading; `timex` is the TIMEX3 value (`XXXX` where open)."""

    when: When
    timex: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place mention; `place` is null where the name is known and doubtful, `candidates` are place ids."""

    span: Span
    place: Place | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """An annotated document with its mentions tied to records, or left open."""

    page: Annotated
    actors: tuple[Actor, ...] = ()
    places: tuple[Located, ...] = ()
    dates: tuple[Dated, ...] = ()
