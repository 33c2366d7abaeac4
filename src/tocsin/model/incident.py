"""Merged incidents: views over the assertions of many documents, contradictions kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal, Protocol

from tocsin.model.handling import UNMARKED, Handling
from tocsin.model.record import Act, Event, EventKind, Factuality, Holder, Stance
from tocsin.model.text import Document, Source, SourceKind, Span
from tocsin.model.values import Actor

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5]

# The fields of an event that an incident shows as views, in the order of the record; responsibility stands apart.
SINGLE = (
    "stage",
    "suicide",
    "acts",
    "date",
    "place",
    "issuer",
    "media_arm",
    "authority",
    "killed",
    "wounded",
    "abducted",
    "arrested",
    "missing",
    "killed_perpetrators",
    "medium",
    "title",
    "channel",
    "language",
    "authenticity",
)
STRUCK = ("attack", "operation", "plot")  # kinds that a threat may have foretold
YEAR = timedelta(days=366)  # within which an attack may bear a threat out
MANY = ("attack_types", "perpetrators", "subjects", "targets", "weapons")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's news comes from, as far as its text tells.

    `credit` are the names of the outlet whose report it says that it is; `phrases` the least hashes (MinHash) of what
    its text is made of, nothing where it is too short.
    """

    credit: tuple[str, ...] = ()
    phrases: bytes = b""


@dataclass(frozen=True, slots=True)
class Rating:
    """How reliable somebody holds a source to be (Admiralty: A to E, F where nobody can say), and of which side it is.

    `party` is the actor, or the country, for which it speaks in a conflict, by id or code.
    """

    reliability: Reliability = "F"
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One document's event in the ledger, with what merging and showing need of its document.

    `key` is `document:event`, unique in a store; `first_seen` is when the store first held the document, UTC; `sha256`
    is that of its text, where it is known, `translation_of` the document of which it is a translation, `rating` that of
    its source.
    """

    key: str
    document: str
    source: Source
    published: str | None
    sample: bool
    first_seen: datetime
    event: Event
    sha256: str | None = None
    translation_of: str | None = None
    origin: Origin = Origin()
    rating: Rating = Rating()
    source_kind: SourceKind = "article"
    handling: Handling = UNMARKED


@dataclass(frozen=True, slots=True)
class Citation:
    """One assertion as an incident cites it; `id` is `document:assertion`, unique in a store.

    `reliability` is that of its source (Admiralty, A to F), `party` the side for which that speaks, `credibility` its
    own (1 to 5), from what other origins say of the same field: null where none says anything, as of a value that is
    not put forward.
    """

    id: str
    document: str
    holder: Holder
    act: Act
    factuality: Factuality
    span: Span
    quote: str
    first_seen: datetime
    published: str | None = None
    source_kind: SourceKind = "article"
    reliability: Reliability = "F"
    party: str | None = None
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One value and everyone who gives it."""

    value: Any
    assertions: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that is told of one field (or one element of a list field); `contested` where values cannot all hold."""

    best: Any
    contested: bool
    values: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Stances:
    """Everything said about one actor's part in an incident, by stance."""

    actor: Actor | None
    claims: tuple[Citation, ...] = ()
    denies: tuple[Citation, ...] = ()
    accused: tuple[Citation, ...] = ()
    suspected: tuple[Citation, ...] = ()
    confirmed: tuple[Citation, ...] = ()
    cleared: tuple[Citation, ...] = ()
    retracted: tuple[Citation, ...] = ()
    no_claim: tuple[Citation, ...] = ()

    def by_stance(self, stance: Stance) -> tuple[Citation, ...]:
        """Return the citations that take the stance."""
        found: tuple[Citation, ...] = getattr(self, stance)
        return found

    @property
    def contested(self) -> bool:
        """Tell whether the actor's part is both owned or charged, and denied."""
        return bool((self.claims or self.accused or self.confirmed) and (self.denies or self.cleared))


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """A tie to another incident (`incident` null where only words tell of it), with the assertions that make it.

    An `inverse` one leads from the other incident to this. One that is `matched` nobody states: a threat and a later
    attack share who issued the one and is said to have made the other, and the country that was named and hit.
    """

    relation: str
    incident: str | None
    text: str
    document: str
    span: Span
    assertions: tuple[Citation, ...] = ()
    inverse: bool = False
    matched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Accounts that tell of one thing, seen as one record; every view is derived from the ledger.

    `fields` maps a name of `SINGLE` to a view, `lists` one of `MANY` to a view an element; absent where untold.
    `handling` is the strictest mark of its documents, with the latest embargo.
    """

    id: str
    kind: EventKind
    status: Literal["draft", "reviewed"]
    summary: str
    fields: dict[str, View] = field(default_factory=dict)
    lists: dict[str, tuple[View, ...]] = field(default_factory=dict)
    responsibility: tuple[Stances, ...] = ()
    adjudicated: str | None = None
    links: tuple[IncidentLink, ...] = ()
    accounts: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    independent_sources: int = 0
    first_reported: datetime
    last_updated: datetime
    revision: int
    superseded_by: str | None = None
    withdrawn: bool = False
    sample: bool = False
    handling: Handling = UNMARKED

    @property
    def views(self) -> tuple[View, ...]:
        """All that is told of its fields and of the elements of its lists."""
        return (*self.fields.values(), *(view for elements in self.lists.values() for view in elements))

    @property
    def reports(self) -> tuple[str, ...]:
        """The documents that tell of it, without those that only correct it."""
        cited = (one for view in self.views for told in view.values for one in told.assertions)
        corrections = {one.document for one in cited if one.source_kind == "correction"}
        return tuple(document for document in self.documents if document not in corrections)

    @property
    def day(self) -> date:
        """The first day on which it may have happened, else that on which it was first reported."""
        told = self.fields["date"].best if "date" in self.fields else None
        return told.start if told is not None and told.start is not None else self.first_reported.date()

    def parties(self) -> tuple[list[str], list[str]]:
        """Return the ids of who issued, made or claims it, and the codes of countries named or hit, folded."""
        shown = [self.fields["issuer"]] if "issuer" in self.fields else []
        best = [view.best for view in (*shown, *self.lists.get("perpetrators", ())) if view.best is not None]
        best += [one.actor for one in self.responsibility if one.actor is not None and one.claims]
        targets = [view.best for view in self.lists.get("targets", ()) if view.best is not None]
        actors = {actor.actor_id.casefold() for actor in best if actor.actor_id}
        return sorted(actors), sorted({target.country.casefold() for target in targets if target.country})

    @property
    def contested(self) -> bool:
        """Tell whether any field is contested, or one actor's part is both owned and denied."""
        return any(view.contested for view in self.views) or any(said.contested for said in self.responsibility)


@dataclass(frozen=True, slots=True)
class Group:
    """The accounts (by key) that are one incident; `founder` is the account whose content gave the incident its id.

    A group that was merged away or that nothing tells of any more keeps the accounts it had last. `revision` is the
    number of its state and `since` that of the change that founded it, where a store has them.
    """

    incident: str
    founder: str
    accounts: frozenset[str]
    superseded_by: str | None = None
    withdrawn: bool = False
    revision: int = field(default=0, compare=False)
    since: int = field(default=0, compare=False)

    @property
    def alive(self) -> bool:
        """Tell whether the group still stands for an incident."""
        return self.superseded_by is None and not self.withdrawn


@dataclass(frozen=True, slots=True)
class Revision:
    """What an incident consisted of from `at` on, and why it changed; revisions count from 1."""

    incident: str
    revision: int
    at: datetime
    cause: str
    accounts: frozenset[str]
    superseded_by: str | None = None
    withdrawn: bool = False


_CROWD = 2  # what remains of its key by four


@dataclass(frozen=True, slots=True)
class Sketch:
    """What merging compares of an account: `keys` under which what may tell of the same finds it, and opaque `traits`.

    Where many incidents are told of at a time, each account has to be more like another: of `keys` one may be that of
    its crowd.

    Accounts have a `rank` whose order follows from what they tell; `first_seen` is that of the document. A main account
    with `witnesses` only repeats what these had surely told before, and goes where they go.
    """

    key: str
    document: str
    main: bool
    rank: str
    keys: frozenset[int]
    traits: bytes
    first_seen: datetime
    witnesses: tuple[str, ...] = ()

    @property
    def asks(self) -> frozenset[int]:
        """The keys of what may tell of the same."""
        return asking(self.keys)


def asking(keys: Iterable[int]) -> frozenset[int]:
    """Return the keys to look under for whoever has some: an odd key is one of two sides that only ask each other.

    That of a crowd is not for looking under.
    """
    return frozenset(key ^ 2 if key & 1 else key for key in keys if key & 3 != _CROWD)


def crowd_of(keys: Iterable[int]) -> int | None:
    """Return the key of the crowd among some; null where there is none."""
    return next((key for key in keys if key & 3 == _CROWD), None)


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What becomes of incidents: the groups that may have changed, and accounts that only join one, by key.

    `witnesses` are those of main accounts, by key, as far as they were looked at.
    """

    groups: tuple[Group, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict)
    witnesses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bond:
    """What one judgement says of accounts, by key: those of each set belong together, or with none of the others.

    `together` lists sets that tell of one incident each; `divided` pairs of sets that have no incident in common, of
    which the first is what was taken out. Of `follows` the first set goes where the second goes, which leads, and where
    that is gone or was taken out, where most of the third go.
    """

    judgement: int
    together: tuple[frozenset[str], ...] = ()
    divided: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    follows: tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """Every account that it names."""
        return frozenset().union(*self.together, *(side for sides in (*self.divided, *self.follows) for side in sides))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two accounts, by key, speak for being one: signs as (name, log-odds), their sum, and what bars it."""

    one: str
    other: str
    points: float
    signs: tuple[tuple[str, float], ...]
    bar: str | None


class Surroundings(Protocol):
    """What merging may ask of a store: accounts in force, and what is known of them."""

    def near(self, keys: frozenset[int], *, cores: bool = False) -> tuple[Sketch, ...]:
        """Return the accounts that have any of the keys; of the main ones without witnesses alone, if `cores`."""

    def alike(self, one: Sketch, linked: Callable[[Sketch], bool]) -> tuple[Sketch, ...]:
        """Return the other accounts that share a key with one and are linked to it.

        That must follow from what the two tell; only that an account has witnesses may speak against it too.
        """

    def homes(self, accounts: frozenset[str]) -> Mapping[str, str]:
        """Return the incident that each account stays in, by key; none where it stays in none."""

    def core(self, incidents: frozenset[str]) -> Mapping[str, tuple[Sketch, ...]]:
        """Return the main accounts without witnesses of each incident."""

    def named(self, accounts: frozenset[str]) -> tuple[Sketch, ...]:
        """Return accounts by key."""

    def formed(self, accounts: frozenset[str]) -> tuple[Group, ...]:
        """Return the groups that hold or were founded by any of the accounts, oldest first."""

    def bonds(self, accounts: frozenset[str]) -> tuple[Bond, ...]:
        """Return the judgements in force that name any of the accounts."""

    def judged(self, incidents: frozenset[str]) -> bool:
        """Tell whether a judgement in force names any account of the incidents."""


class Merging(Protocol):
    """What a store needs of merging: `tocsin.merge.Merger` is one."""

    def sketches(self, accounts: tuple[Account, ...], text: str, title: str | None) -> tuple[Sketch, ...]:
        """Return the sketches of the accounts of one document, which are told in its text."""

    def origin(self, document: Document) -> Origin:
        """Return what tells where a document's news comes from."""

    def regroup(self, touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], *, around: Surroundings) -> Regrouped:
        """Return what becomes of incidents after accounts came or were judged, and others were replaced."""

    def heirs(self, touched: tuple[Sketch, ...], gone: tuple[Sketch, ...]) -> Mapping[str, str]:
        """Tell which new account of a document says what a replaced one said, by key."""

    def doubted(self, one: Sketch, others: Iterable[Sketch], *, around: Surroundings) -> tuple[Sketch, ...]:
        """Return those of some accounts that are one with another by themselves, or that a person should look at."""

    def likeness(self, one: Sketch, other: Sketch, *, around: Surroundings) -> Likeness:
        """Say how much two accounts speak for being one, strongest sign first."""

    def conflict(self, bonds: Iterable[Bond]) -> frozenset[int]:
        """Return judgements that cannot stand together; none where all can."""

    def view(
        self,
        revision: Revision,
        accounts: tuple[Account, ...],
        *,
        placed: Mapping[str, str],
        leading: tuple[Account, ...] = (),
    ) -> Incident:
        """Return the incident that the revision's accounts make; `placed` tells the incident of an account's key.

        `leading` are accounts of other incidents whose links lead here.
        """

    def foretold(self, incident: Incident, other: Incident) -> IncidentLink | None:
        """Return the tie between a threat and a later attack, as one of the two has it; null where nothing makes it."""
