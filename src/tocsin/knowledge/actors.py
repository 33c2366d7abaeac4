"""The authority: who the armed groups, their outlets and the named forces of states are, and by what names.

`load_actors()` reads the compiled records; `Authority.find(text)` finds their names. A name that several records bear
is a fact, not a fault: a hit then has several ids, and who is meant is for the reader of the whole text to settle.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

import msgspec

from tocsin.errors import KnowledgeError
from tocsin.knowledge.names import Entry, Hit, NameIndex, Word
from tocsin.model.values import ActorKind


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of one record to another (`province_of`, `media_arm_of` …), with the source of the fact."""

    type: str
    to: str
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A designation: who listed, on which list, when (ISO date, or null where the source gives none)."""

    by: str
    list: str
    date: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A name of this record that means others of `others` too: in the countries `where`, or (none given) anywhere."""

    name: str
    others: tuple[str, ...]
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """One actor; `weak` names are shared with other things, `words` are weak and read as words without their case."""

    id: str
    name: str
    kind: ActorKind
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    active: tuple[int | None, int | None] = (None, None)
    ties: tuple[Tie, ...] = ()
    media: tuple[str, ...] = ()
    standing: str | None = None
    listings: tuple[Listing, ...] = ()
    shared: tuple[Shared, ...] = ()
    not_same_as: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Yield every name of the record for an index."""
        for name in dict.fromkeys((self.name, *self.strong, *self.former)):
            if name not in self.weak and name not in self.words:
                yield Entry(name, self.id)
        for name in self.weak:
            yield Entry(name, self.id, weak=True)
        for name in self.words:
            yield Entry(name, self.id, weak=True, word=True)


@dataclass(frozen=True, slots=True)
class ForceNoun:
    """A general noun for a force or an organ of a state ("police", "interior ministry") and what it is called.

    `bare` nouns need no article or country; a place behind a `placed` one says whose it is ("police in Maiduguri").
    """

    label: str
    kind: ActorKind
    names: tuple[str, ...]
    bare: bool = True
    placed: bool = False


@dataclass(frozen=True, slots=True)
class StateWords:
    """How forces of states are named: nouns; the words behind one that make it a description, or a person of the force;
    the words before one that make it somebody else's; and the phrases that never mean a force.
    """

    nouns: tuple[ForceNoun, ...]
    describes: frozenset[str]
    people: frozenset[str]
    foreign: frozenset[str]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words near a doubtful name that speak for an armed group, and words inside unknown names that tell their kind."""

    beside: frozenset[str]
    armed: tuple[str, ...]
    heads: frozenset[str]
    no_actor: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountryWords:
    """The title of each country by its code, and the code by every name and adjective, folded."""

    titles: Mapping[str, str]
    codes: Mapping[str, str]


class _Compiled(msgspec.Struct):
    actors: tuple[ActorRecord, ...]
    state: StateWords
    words: ActorWords
    countries: CountryWords


@dataclass(frozen=True, slots=True)
class Authority:
    """All records by id, the index of their names, the words about actors, and the index of nouns for forces of states.

    A hit in `nouns` has the noun's label as its id, or none where the phrase means no force. `parents` are the actors
    that have provinces or branches.
    """

    records: Mapping[str, ActorRecord]
    names: NameIndex
    nouns: NameIndex
    state: StateWords
    words: ActorWords
    countries: CountryWords
    parents: frozenset[str]

    @classmethod
    def of(
        cls, records: Iterable[ActorRecord], *, state: StateWords, words: ActorWords, countries: CountryWords
    ) -> "Authority":
        """Index the names of records and the nouns for forces."""
        by_id = {record.id: record for record in records}
        nouns = [Entry(name, noun.label) for noun in state.nouns for name in noun.names]
        return cls(
            by_id,
            NameIndex.of(entry for record in by_id.values() for entry in record.entries()),
            NameIndex.of([*nouns, *(Entry(name, "") for name in state.never)]),
            state,
            words,
            countries,
            frozenset(tie.to for r in by_id.values() for tie in r.ties if tie.type in ("province_of", "branch_of")),
        )

    def record(self, actor_id: str) -> ActorRecord:
        """Return a record; raise `KnowledgeError` where there is none of that id."""
        try:
            return self.records[actor_id]
        except KeyError:
            raise KnowledgeError(actor_id, "no such actor in the authority") from None

    def find(self, text: str, row: tuple[Word, ...] | None = None) -> tuple[Hit, ...]:
        """Return the names of known actors in a text, in order: the ids of a hit are not settled yet."""
        return self.names.find(text, row)


def load_actors() -> Authority:
    """Read the shipped authority."""
    raw = (files("tocsin.data") / "actors.json").read_bytes()
    compiled = msgspec.json.decode(raw, type=_Compiled)
    return Authority.of(compiled.actors, state=compiled.state, words=compiled.words, countries=compiled.countries)
