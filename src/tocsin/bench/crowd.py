"""Synthetic reports by the thousand, with the places, days, parties and tolls of UCDP's events: for timing alone.

Events follow each other as densely as UCDP has them; when they are used up, time goes on and they come again with other
words and tolls. Most are told by a few reports, a few by more than a thousand on one day. Reports of one event share
most of their words, and others few; where they are to be `alike`, they share those of their conflict too, so that they
are as like each other as real ones (`docs/measured.md`). Every document is marked as composed (`sample`), so that no
store mixes it with real reports. The same seed gives the same reports.
"""

import csv
import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from tocsin.errors import BenchError
from tocsin.knowledge.countries import load_countries
from tocsin.model.record import AUTHOR, Assertion, Event, Report
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Actor, Count, Place, PlacePrecision, When
from tocsin.model.wire import spanless

FILES = ("ucdp_ged_syria_2016_2019.csv", "ucdp_ged_car_v23_1.csv", "ucdp_ged_sample1000.csv")
GREAT = 6_000  # one event in so many is told by a crowd
CROWD = (1_000, 1_600)
FEW = 0.3  # of those who told it, another tells it with a chance of 1 - FEW
OUTLETS = 400
LATE = (0, 0, 0, 0, 1, 1, 1, 2, 3, 9)  # days between an event and a report of it
_WORDS = 60  # words of an event
_COMMON = 40  # words of a conflict
_APART = ((36, 36), (0, 0), (12, 12))  # how many words a report tells of its event, of its conflict, and of its own
_ALIKE = ((18, 34), (4, 24), (12, 28))
_Shares = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
_ENDS = ("a", "e", "i", "o", "u", "an", "el", "ir")
_SYLLABLES = tuple(first + second for first in "bdfgklmnprstvz" for second in _ENDS)
_PRECISE: tuple[PlacePrecision, ...] = ("settlement", "near", "admin2", "admin1", "region", "country")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of UCDP: where and when it was, between whom, and its best estimate of deaths."""

    day: date
    place: str
    precision: PlacePrecision
    country: str
    admin1: str | None
    lat: float
    lon: float
    side_a: str
    side_b: str
    killed: int


def happenings(folder: Path) -> list[Happening]:
    """Return the events of UCDP's files in a folder, by day; raise BenchError where none is there."""
    found = [one for name in FILES if (folder / name).is_file() for one in _read(folder / name)]
    if not found:
        raise BenchError(str(folder), "has no events of UCDP")
    return sorted(found, key=lambda one: (one.day, one.place, one.side_a, one.killed))


def reports(events: Sequence[Happening], number: int, seed: int = 1, *, alike: bool = False) -> Iterator[Report]:
    """Yield so many reports in the order of their publication, of one account each."""
    shares = _ALIKE if alike else _APART
    chance = Random(seed)  # noqa: S311 -- nothing is kept secret by it
    span = events[-1].day - events[0].day + timedelta(days=1)
    waiting: list[tuple[int, int, Report]] = []
    made = 0
    for turn in range(1_000_000):
        for one in events:
            happened = replace(one, day=_shifted(one.day, span * turn), killed=_shaken(one.killed, chance))
            while waiting and waiting[0][0] < happened.day.toordinal():
                yield heapq.heappop(waiting)[2]
                made += 1
                if made == number:
                    return
            for told in _told(happened, chance, turn, shares):
                order = (told.document.published or one.day).toordinal(), chance.getrandbits(60)
                heapq.heappush(waiting, (*order, told))


def _read(path: Path) -> Iterator[Happening]:
    countries = load_countries()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = countries.code_of(row["country"].split(" (")[0])
            if code is None:
                continue
            yield Happening(
                day=date.fromisoformat(row["date_start"][:10]),
                place=row["where_coordinates"] or row["country"],
                precision=_PRECISE[min(int(float(row["where_prec"])), len(_PRECISE)) - 1],
                country=code,
                admin1=row["adm_1"] or None,
                lat=float(row.get("latitude") or row["lat"]),
                lon=float(row.get("longitude") or row["lon"]),
                side_a=row["side_a"],
                side_b=row["side_b"],
                killed=int(float(row["best"])),
            )


def _shifted(day: date, by: timedelta) -> date:
    """Return a day so much later, within the years that a calendar has."""
    return day + timedelta(days=by.days % 2_000_000)


def _shaken(killed: int, chance: Random) -> int:
    return max(0, killed + chance.choice((0, 0, 1, 2, -1))) if killed else killed


def _told(one: Happening, chance: Random, turn: int, shares: _Shares) -> Iterator[Report]:
    """Yield what is reported of one event."""
    conflict = Random(f"{one.side_a} {one.side_b}")  # noqa: S311 -- nothing is kept secret by it
    words = [_word(chance) for _ in range(_WORDS)], [_word(conflict) for _ in range(_COMMON)]
    small = f"around {chance.randrange(24):02}:{chance.randrange(60):02}", f"a {chance.randrange(6, 80)}-year-old"
    number = chance.randint(*CROWD) if chance.random() < 1 / GREAT else 1
    while number < CROWD[0] and chance.random() > FEW:
        number += 1
    name = f"synthetic-{turn}-{chance.getrandbits(48):012x}"
    for report in range(number):
        yield _report(one, _words(*words, shares, chance), small, chance, f"{name}-{report}")


def _words(event: Sequence[str], conflict: Sequence[str], shares: _Shares, chance: Random) -> list[str]:
    """Return the words of a report."""
    of_event, of_conflict, own = (chance.randint(*share) for share in shares)
    told = chance.sample(event, of_event) + chance.sample(conflict, of_conflict)
    return told + [_word(chance) for _ in range(own)]


def _report(one: Happening, words: Sequence[str], small: Sequence[str], chance: Random, name: str) -> Report:
    told = max(0, one.killed - chance.choice((0, 0, 0, 1, 2)))
    killed = f"{told} people were killed"
    doer, hit = (chance.choice(side.split(", ")) for side in (one.side_a, one.side_b))  # of allies a report names one
    detail = f" It was {chance.choice(small)}." if chance.random() < 0.5 else ""
    title = f"{one.place}: {' '.join(words[:4])}"
    lead = f"{doer} struck {hit} in {one.place}. {killed.capitalize()}.{detail}"
    text = f"{title}\n\n{lead} {' '.join(words[4:])}."
    published = one.day + timedelta(days=chance.choice(LATE))
    outlet = chance.randrange(OUTLETS)
    document = Document(
        id=name,
        path=None,
        url=None,
        title=title,
        published=published,
        published_basis="meta",
        source=Source(f"Synthetic outlet {outlet}", f"outlet{outlet}.example"),
        language="en",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        sample=True,
    )
    return Report(document, "full", relevant=True, relevance=1.0, events=(_event(one, doer, hit, told, text),))


def _event(one: Happening, side: str, hit: str, told: int, text: str) -> Event:
    def span(words: str) -> Span:
        start = text.casefold().index(words.casefold())
        return Span(start, start + len(words))

    when = When(one.day, one.day, "day", "", span(one.place))
    place = Place(
        *(one.place, None, one.country, (one.country,), one.admin1, None, one.lat, one.lon, one.precision),
        *(one.place, span(one.place)),
    )
    key = "synthetic:" + sha256(side.encode()).hexdigest()[:8]
    doer = Actor(side, key, side, "armed_group", span(side))
    killed = Count(told, told, "exact", f"{told} people", span(f"{told} people"))
    given = {"/kind": "attack", "/date": when, "/place": place, "/perpetrators/0": doer, "/killed": killed}
    spans = {"/kind": span("struck")} | {field: value.span for field, value in given.items() if field != "/kind"}  # type: ignore[attr-defined]
    assertions = tuple(
        Assertion(f"a{n}", field, spanless(value), "states", AUTHOR, "CT+", spans[field], spans[field].of(text), 0.9)
        for n, (field, value) in enumerate(given.items())
    )
    return Event(
        id="e1",
        kind="attack",
        main=True,
        summary=f"{side} attacked {hit}.",
        attack_types=("armed_assault",),
        date=when,
        place=place,
        perpetrators=(doer,),
        killed=killed,
        assertions=assertions,
        machine_confidence=0.9,
    )


def _word(chance: Random) -> str:
    """Return a word that no language has."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(3))
