"""Merging with what it needs to know: how much words say, which actors are part of which, and how signs are weighed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.errors import KnowledgeError
from tocsin.knowledge import Knowledge
from tocsin.knowledge.outlets import load_outlets
from tocsin.knowledge.rarity import Rarity, load_rarity
from tocsin.merge import views
from tocsin.merge.blocks import keys, meet
from tocsin.merge.cluster import Pairs
from tocsin.merge.compare import BARRED, compare
from tocsin.merge.crowds import CROWDED, counted
from tocsin.merge.ids import heirs
from tocsin.merge.judged import conflict
from tocsin.merge.links import foretold
from tocsin.merge.memory import Memory
from tocsin.merge.origins import origin
from tocsin.merge.policy import Policy, load_policy
from tocsin.merge.regroup import regroup
from tocsin.merge.scale import Scale, load_scale
from tocsin.merge.traits import Kin, Traits, decode, encode, traits
from tocsin.model.incident import (
    Account,
    Bond,
    Incident,
    IncidentLink,
    Likeness,
    Origin,
    Regrouped,
    Revision,
    Sketch,
    Surroundings,
)
from tocsin.model.text import Document

_PART_OF = frozenset({"province_of", "branch_of", "part_of", "front_of", "media_arm_of"})


@dataclass(frozen=True, slots=True)
class Merger:
    """What a store is handed to merge with (`tocsin.model.incident.Merging`); knowledge is loaded when first needed."""

    rarity: Callable[[], Rarity]
    kin: Kin
    memory: Memory
    policy: Callable[[], Policy] = load_policy
    sentence: views.Sentence = views.KEPT

    @property
    def scale(self) -> Scale:
        """The weights and limits."""
        return self.memory.scale

    def sketches(self, accounts: tuple[Account, ...], text: str, title: str | None) -> tuple[Sketch, ...]:
        """Return the sketches of the accounts of one document, which are told in its text."""
        found = traits(accounts, text, title, self.rarity(), self.kin)
        return tuple(
            Sketch(one.key, one.document, one.main, one.rank, _keys(account, one), encode(one), account.first_seen)
            for account, one in zip(accounts, found, strict=True)
        )

    def origin(self, document: Document) -> Origin:
        """Return what tells where a document's news comes from."""
        return origin(document, load_outlets())

    def regroup(self, touched: tuple[Sketch, ...], gone: tuple[Sketch, ...], *, around: Surroundings) -> Regrouped:
        """Return what becomes of incidents after accounts came or were judged, and others were replaced."""
        return regroup(touched, gone, around=around, memory=self.memory)

    def heirs(self, touched: tuple[Sketch, ...], gone: tuple[Sketch, ...]) -> dict[str, str]:
        """Tell which new account of a document says what a replaced one said, by key."""
        return heirs([decode(one.traits) for one in touched], [decode(one.traits) for one in gone], self.scale)

    def doubted(self, one: Sketch, others: Iterable[Sketch], *, around: Surroundings) -> tuple[Sketch, ...]:
        """Return those of some accounts that are one with another by themselves, or that a person should look at."""
        here, review = self.memory.recall(one), self.scale.review
        pairs = Pairs((), self.memory, crowds=counted(around))

        def is_doubted(there: Traits) -> bool:
            points = self.memory.points(here, there, least=review) if meet(here, there) else BARRED
            return points >= review and points >= review + pairs.asked(here, there)

        return tuple(other for other in others if is_doubted(self.memory.recall(other)))

    def likeness(self, one: Sketch, other: Sketch, *, around: Surroundings) -> Likeness:
        """Say how much two accounts speak for being one, strongest sign first."""
        here, there = self.memory.recall(one), self.memory.recall(other)
        asked = Pairs((), self.memory, crowds=counted(around)).asked(here, there)
        made = compare(here, there, self.scale.weights)
        told = ((name, self.scale.weights.get(name, 0.0) * strength) for name, strength in made.signs)
        weighed = sorted((sign for sign in (*told, (CROWDED, -asked)) if sign[1]), key=lambda sign: -abs(sign[1]))
        return Likeness(one.key, other.key, made.points - asked, tuple(weighed), made.bar)

    def conflict(self, bonds: Iterable[Bond]) -> frozenset[int]:
        """Return judgements that cannot stand together; none where all can."""
        return conflict(bonds)

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
        return views.incident(revision, accounts, self.policy(), placed=placed, leading=leading, sentence=self.sentence)

    def foretold(self, incident: Incident, other: Incident) -> IncidentLink | None:
        """Return the tie between a threat and a later attack, as one of the two has it; null where nothing makes it."""
        return foretold(incident, other)


def _keys(account: Account, one: Traits) -> frozenset[int]:
    """Return the keys of an account; a correction has none, since it goes where a judgement puts it, and only there."""
    return frozenset() if account.source_kind == "correction" else keys(one)


def merger(
    known: Callable[[], Knowledge],
    policy: Callable[[], Policy] = load_policy,
    sentence: views.Sentence = views.KEPT,
) -> Merger:
    """Return the merger that the shipped knowledge makes, with a policy for which value is shown first.

    `sentence` sums up an event: an incident that was corrected has other values than the report that leads it.
    """

    @cache
    def rarity() -> Rarity:
        return load_rarity(known().places, known().countries)

    @cache
    def kin(actor: str) -> frozenset[str]:
        try:
            ties = known().actors.record(actor).ties
        except KnowledgeError:  # an actor of a user's own folder that is not there any more
            return frozenset()
        return frozenset(tie.to for tie in ties if tie.type in _PART_OF)

    return Merger(rarity, kin, Memory(load_scale()), policy, sentence)
