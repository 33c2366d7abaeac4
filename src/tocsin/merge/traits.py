"""What comparing looks at of an account, taken out once: an account is compared with many others.

A store keeps traits as bytes beside each account that counts, so that comparing needs neither text nor record.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import msgspec

from tocsin.knowledge.fold import fold
from tocsin.knowledge.rarity import Rarity, tokens
from tocsin.merge.compatible import bounds, days
from tocsin.merge.details import Details, details
from tocsin.merge.wording import Wording, own_sentences, wording
from tocsin.model.incident import Account
from tocsin.model.record import Event
from tocsin.model.values import Actor, Count, Place

TOLLS = ("killed", "wounded", "abducted", "arrested", "killed_perpetrators")
FAMILIES = {"attack": "violence", "operation": "violence", "plot": "violence", "publication": "threat"}
LARGE = 3  # a smaller toll is that of too many incidents
_HEAVY = 32
Toll = tuple[int, float, float]  # the number that stands for it, and the least and greatest that it admits
Kin = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """The traits of one account; days are ordinals; `countries` are those of its place and its report; `kin` adds
    to actors those that they are part of.

    Of `heavy`, the heaviest words and the large tolls, two accounts of one thing share at least one.
    `rank` orders accounts: main ones before what is only recalled, then by day of publication, then what tells most.
    """

    key: str
    document: str
    family: str
    kind: str
    main: bool
    rank: str
    published: int | None
    days: tuple[int, int] | None
    place: Place | None
    countries: frozenset[str]
    tolls: tuple[Toll | None, ...]
    actors: frozenset[str]
    kin: frozenset[str]
    issuers: frozenset[str]
    nationalities: frozenset[str]
    target_types: frozenset[str]
    target_words: frozenset[str]
    manners: frozenset[str]
    weapons: frozenset[str]
    title: str
    wording: Wording
    heavy: frozenset[int]
    details: Details

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.days is not None and self.days[0] == self.days[1]


def traits(accounts: Iterable[Account], text: str, title: str | None, rarity: Rarity, kin: Kin) -> list[Traits]:
    """Return the traits of the accounts of one document, which are told in its text."""
    told = list(accounts)
    own = own_sentences([one.event for one in told], text)
    named = rarity.countries(tokens(f"{title or ''} . {text}"))
    found = []
    for one in told:
        entered = one.source_kind != "article" and one.event.machine_confidence == 1.0  # its words are those of a form
        news = (title or "", text) if one.event.main and not entered else ("", "")
        sentences = [] if entered else own[one.event.id]
        words = wording(sentences, *news, rarity)
        found.append(_traits(one, words, details(sentences, _published(one)), named, kin))
    return found


def encode(one: Traits) -> bytes:
    """Return traits as bytes."""
    return msgspec.msgpack.encode(one)


def decode(raw: bytes) -> Traits:
    """Return the traits that were encoded."""
    return _DECODER.decode(raw)


_DECODER = msgspec.msgpack.Decoder(Traits)


def _published(account: Account) -> int | None:
    return None if account.published is None else date.fromisoformat(account.published[:10]).toordinal()


def _traits(account: Account, words: Wording, small: Details, countries: Iterable[str], kin: Kin) -> Traits:
    event = account.event
    named = _actors(event)
    published = _published(account)
    span = days(event.date)
    tolls = tuple(_toll(getattr(event, name)) for name in TOLLS)
    return Traits(
        key=account.key,
        document=account.document,
        family=FAMILIES.get(event.kind, event.kind),
        kind=event.kind,
        main=event.main,
        rank=_rank(event, published or (span or (0, 0))[0], account.key),
        published=published,
        days=span,
        place=event.place,
        countries=_countries(event.place, countries),
        tolls=tolls,
        actors=named,
        kin=named.union(*(kin(one) for one in named)),
        issuers=_ids(event.issuer),
        nationalities=frozenset(target.country for target in event.targets if target.country is not None),
        target_types=frozenset(target.type for target in event.targets) - {"unknown"},
        target_words=frozenset(w for target in event.targets for w in fold(target.text).split() if len(w) > 3),
        manners=frozenset(event.attack_types) - {"unknown"},
        weapons=frozenset(weapon.type for weapon in event.weapons) - {"unknown", "other"},
        title=fold(event.title or ""),
        wording=words,
        heavy=frozenset((*words.heaviest(_HEAVY), *_large(tolls))),
        details=small,
    )


def _countries(place: Place | None, named: Iterable[str]) -> frozenset[str]:
    """Return the countries of a place, and those that its report speaks of."""
    return frozenset(named) | (frozenset() if place is None or place.country is None else {place.country})


def _rank(event: Event, day: int, key: str) -> str:
    return f"{int(not event.main)} {day:07} {999 - min(len(event.assertions), 999):03} {key}"


def _toll(count: Count | None) -> Toll | None:
    if count is None:
        return None
    low, high = bounds(count)
    return count.low if count.low is not None else count.high or 0, low, high


def _large(tolls: Iterable[Toll | None]) -> Iterable[int]:
    """Return numbers that stand for the tolls that few incidents share."""
    told = zip(TOLLS, tolls, strict=True)
    return (crc32(f"{name} {toll[0]}".encode()) for name, toll in told if toll is not None and toll[0] >= LARGE)


def _actors(event: Event) -> frozenset[str]:
    """Return the ids of every actor that an event names in any part."""
    actors = (*event.perpetrators, event.issuer, event.media_arm, event.authority)
    actors += tuple(subject.organisation for subject in event.subjects)
    actors += tuple(said.actor for said in event.responsibility)
    return frozenset().union(*(_ids(actor) for actor in actors))


def _ids(actor: Actor | None) -> frozenset[str]:
    return frozenset() if actor is None or actor.actor_id is None else frozenset({actor.actor_id})
