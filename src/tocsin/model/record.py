"""The records that one document yields: events, assessments, relations, and the assertions under them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from tocsin.model.text import Document, Span
from tocsin.model.values import Actor, Count, Place, Subject, Target, Weapon, When

EventKind = Literal[
    "attack", "threat", "publication", "arrest", "operation", "plot", "statement", "trial", "designation"
]
AttackType = Literal[
    "bombing",
    "armed_assault",
    "assassination",
    "kidnapping",
    "barricade",
    "hijacking",
    "infrastructure",
    "arson",
    "robbery",
    "unarmed_assault",
    "unknown",
]
Stage = Literal["accomplished", "attempted", "threatened", "foiled"]
Medium = Literal["image", "video", "audio", "magazine", "statement", "leaflet", "social_post", "website"]
Stance = Literal["claims", "denies", "accused", "suspected", "confirmed", "cleared", "retracted", "no_claim"]
Act = Literal["states", "claims", "denies", "accuses", "suspects", "confirms", "clears", "retracts", "no_claim"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
HolderKind = Literal["group", "authority", "government", "expert", "media", "witness", "author", "unknown"]
LinkRelation = Literal["about", "follows", "precedent", "retaliation", "series", "foretold_by"]
AssessmentType = Literal[
    "intent",
    "capability",
    "motive",
    "grievance",
    "exposure",
    "trend",
    "response",
    "outlook",
    "significance",
    "gap",
]
RelationType = Literal[
    "province_of",
    "branch_of",
    "media_arm_of",
    "front_of",
    "leader_of",
    "ally_of",
    "hostile_to",
    "active_in",
    "accuses",
    "same_as",
]
# What each stance on responsibility is as an act, and how sure its holder is; what each kind of actor is as a holder.
ACTS: dict[Stance, tuple[Act, Factuality]] = {
    "claims": ("claims", "CT+"),
    "denies": ("denies", "CT-"),
    "accused": ("accuses", "CT+"),
    "suspected": ("suspects", "PS+"),
    "confirmed": ("confirms", "CT+"),
    "cleared": ("clears", "CT-"),
    "retracted": ("retracts", "CT-"),
    "no_claim": ("no_claim", "Uu"),
}
BY_ACTOR: dict[str, HolderKind] = {
    "armed_group": "group",
    "state_force": "authority",
    "government": "government",
    "media_outlet": "media",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose assertion it is; `via` are those through whom it reached the author, nearest to the holder first."""

    text: str | None
    actor_id: str | None
    kind: HolderKind
    via: tuple["Holder", ...]
    span: Span | None


AUTHOR = Holder(text=None, actor_id=None, kind="author", via=(), span=None)


@dataclass(frozen=True, slots=True)
class Assertion:
    """One value of one field (a JSON pointer into its event) as one holder gives it, with the words that say so."""

    id: str
    field: str
    value: Any
    act: Act
    holder: Holder
    factuality: Factuality
    span: Span
    quote: str
    machine_confidence: float


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Where one holder stands on whether an actor did it; `assertion` is the id of the assertion that says so."""

    actor: Actor | None
    stance: Stance
    holder: Holder
    date: When | None
    channel: str | None
    span: Span
    assertion: str


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from one event to another; `event` is null where the other is not among the document's events."""

    relation: LinkRelation
    event: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Authenticity:
    """Whether a publication is its alleged publisher's, according to a holder."""

    value: Literal["official", "supporter", "disputed", "fabricated", "unknown"]
    holder: Holder
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One document's account of one thing that happened, was threatened or was published."""

    id: str
    kind: EventKind
    main: bool
    summary: str = ""
    attack_types: tuple[AttackType, ...] = ()
    suicide: bool | None = None
    stage: Stage | None = None
    acts: Count | None = None
    date: When | None = None
    place: Place | None = None
    perpetrators: tuple[Actor, ...] = ()
    issuer: Actor | None = None
    media_arm: Actor | None = None
    authority: Actor | None = None
    subjects: tuple[Subject, ...] = ()
    targets: tuple[Target, ...] = ()
    killed: Count | None = None
    wounded: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    missing: Count | None = None
    killed_perpetrators: Count | None = None
    weapons: tuple[Weapon, ...] = ()
    medium: Medium | None = None
    title: str | None = None
    channel: str | None = None
    language: str | None = None
    authenticity: Authenticity | None = None
    responsibility: tuple[Responsibility, ...] = ()
    links: tuple[Link, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    machine_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class About:
    """What an assessment is about."""

    actor: Actor | None = None
    target: str | None = None
    place: Place | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement that somebody makes in a document; `text` is in our own words."""

    id: str
    about: About
    type: AssessmentType
    text: str
    holder: Holder
    factuality: Factuality
    span: Span
    quote: str
    machine_confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between an actor and another actor or a place, as a holder gives it."""

    id: str
    subject: Actor
    relation: RelationType
    object: Actor | Place
    holder: Holder
    factuality: Factuality
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found in one document; `read` is `names_only` for a language that is not understood.

    `reader` says what read it: our own rules, or a language model, whose quality nobody has measured.
    """

    document: Document
    read: Literal["full", "names_only"]
    relevant: bool
    relevance: float
    events: tuple[Event, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    relations: tuple[Relation, ...] = ()
    reader: Literal["rules", "llm"] = field(default="rules", kw_only=True)
