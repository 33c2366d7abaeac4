"""A composed case: nothing in it happened. Three reports of one attack that contradict each other, and a few more."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import anyio
import httpx
import pytest

from tocsin.errors import EntryError, RefusedError
from tocsin.model.entry import Correction
from tocsin.model.handling import Release
from tocsin.model.incident import Account, Citation, Incident, IncidentLink, Likeness, Stances, Told, View
from tocsin.model.judgement import Asked, Judgement
from tocsin.model.record import (
    AUTHOR,
    About,
    Act,
    Assertion,
    Assessment,
    Event,
    Factuality,
    Holder,
    HolderKind,
    Relation,
    Report,
    Responsibility,
)
from tocsin.model.text import Document, Source, Span
from tocsin.model.values import Actor, Count, Place, Target, When
from tocsin.store import Doubt, Held, Judged, Query, Totals
from tocsin.web.app import make_app
from tocsin.web.cards import Behind

SEEN = datetime(2024, 9, 14, 6, 0, tzinfo=UTC)
COURIER = """Bomb on mine road kills seven near Fada

FADA N'GOURMA, Burkina Faso - A bomb buried in the road to the Tansarga gold mine tore apart a bus on Wednesday, \
killing at least seven workers, two of them Chinese engineers, the governor's office said. Eleven others were wounded.

A man who said he spoke for JNIM told us by telephone that its fighters had laid the bomb. \
"Whoever digs for the junta digs his grave," he said, and named other mines run by foreign companies.

<script>alert("the text of a report is not a page")</script> Read more at https://example.org/more
"""
TAPOA = """Nine dead, says army

The army put the dead of Wednesday's blast on the road to Tansarga at nine and blamed Islamic State Sahel Province, \
whose fighters it said had been seen near Fada the day before. JNIM, in a message passed on by the Zallaqa channel, \
denied that it had ever struck that road.
"""
BRIEF = """What the Tansarga bomb tells

The strong suspicion here is that the bomb was the work of Islamic State Sahel Province, not of its rival. \
Its men may resent the convoys that the mine sends through their villages, said a geographer in Niamey. \
Who sold the explosive is not known. A similar bomb struck the same road in 2022.
"""
ARABIC = """انفجار على طريق المنجم

قال مصدر طبي إن عدد القتلى ارتفع إلى تسعة في انفجار حافلة قرب فادا يوم الأربعاء.
"""
FADA = "Fada N'Gourma"


def at(text: str, words: str) -> Span:
    """Return where the words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(name: str, outlet: str, published: str, text: str, language: str = "en") -> Document:
    return Document(
        id=name,
        path=None,
        url=f"https://{name}.example/{published}/report?a=1&b=2",
        title=text.split("\n", 1)[0],
        published=date.fromisoformat(published),
        published_basis="meta",
        source=Source(outlet, f"{name}.example"),
        language=language,
        sha256="0" * 64,
        text=text,
        sample=True,
    )


DOCUMENTS = {
    "courier": document("courier", "Sahel Courier", "2024-09-12", COURIER),
    "tapoa": document("tapoa", "Radio Tapoa", "2024-09-13", TAPOA),
    "brief": document("brief", "Horizon Brief", "2024-09-16", BRIEF),
    "arabic": document("arabic", "صحيفة الأفق", "2024-09-17", ARABIC, "ar"),
}


def holder(text: str, kind: HolderKind, *via: Holder) -> Holder:
    return Holder(text, None, kind, via, None)


def actor(name: str, actor_id: str | None, text: str, words: str) -> Actor:
    return Actor(words, actor_id, name, "armed_group", at(text, words))


JNIM = actor("Jama'at Nusrat al-Islam wal-Muslimin", "jnim", COURIER, "JNIM")
ISSP = actor("Islamic State Sahel Province", "issp", TAPOA, "Islamic State Sahel Province")
GOVERNOR = holder("the governor's office", "authority")
ARMY = holder("The army", "authority")


def citation(
    name: str,
    words: str,
    number: int,
    who: Holder = AUTHOR,
    act: Act = "states",
    factuality: Factuality = "CT+",
) -> Citation:
    text = DOCUMENTS[name].text
    return Citation(f"{name}:a{number}", name, who, act, factuality, at(text, words), words, SEEN)


def count(low: int | None, high: int | None, qualifier: Any, words: str, text: str = COURIER) -> Count:
    return Count(low, high, qualifier, words, at(text, words))


def one(value: Any, *cited: Citation) -> View:
    """Return the view of a field on which all agree."""
    return View(value, False, (Told(value, cited),))


WEDNESDAY = When(date(2024, 9, 11), date(2024, 9, 11), "day", "on Wednesday", at(COURIER, "on Wednesday"))
ROAD = Place(
    name="Fada N'Gourma",
    place_id="geonames:2361082",
    country="BF",
    countries=(),
    admin1="Est",
    admin2=None,
    lat=12.06,
    lon=0.36,
    precision="near",
    text="the road to the Tansarga gold mine",
    span=at(COURIER, "the road to the Tansarga gold mine"),
)
ENGINEERS = Target(
    "Chinese engineers", "business", "CN", "hit", None, "killed", at(COURIER, "two of them Chinese engineers")
)
WORKERS = Target("mine workers", "business", None, "hit", None, "killed", at(COURIER, "seven workers"))
SEVEN = count(7, None, "at_least", "at least seven workers")
NINE = count(9, 9, "exact", "nine", TAPOA)

BOMBING = Incident(
    id="i-tansarga",
    kind="attack",
    status="draft",
    summary="A bomb on the road to a gold mine near Fada N'Gourma destroyed a bus of workers on 11 September 2024.",
    fields={
        "stage": one("accomplished", citation("courier", "tore apart a bus", 10)),
        "date": one(WEDNESDAY, citation("courier", "on Wednesday", 2), citation("tapoa", "Wednesday's", 2)),
        "place": View(
            ROAD,
            False,
            (
                Told(ROAD, (citation("courier", "the road to the Tansarga gold mine", 3),)),
                Told({"place_id": None, "precision": "near"}, (citation("tapoa", "the road to Tansarga", 3),)),
            ),
        ),
        "killed": View(
            SEVEN,
            True,
            (
                Told(NINE, (citation("tapoa", "The army put the dead", 4, ARMY),)),
                Told(SEVEN, (citation("courier", "at least seven workers", 4, GOVERNOR),)),
            ),
        ),
        "wounded": one(
            count(11, 11, "exact", "Eleven others"), citation("courier", "Eleven others were wounded", 5, GOVERNOR)
        ),
    },
    lists={
        "attack_types": (one("bombing", citation("courier", "A bomb buried in the road", 6)),),
        "targets": (
            one(ENGINEERS, citation("courier", "two of them Chinese engineers", 7, GOVERNOR)),
            one(WORKERS, citation("courier", "killing at least seven workers", 8, GOVERNOR)),
        ),
    },
    responsibility=(
        Stances(
            JNIM,
            claims=(
                citation(
                    "courier",
                    "A man who said he spoke for JNIM told us by telephone that its fighters had laid the bomb",
                    9,
                    holder("JNIM", "group"),
                    "claims",
                ),
            ),
            denies=(
                citation(
                    "tapoa",
                    "denied that it had ever struck that road",
                    9,
                    holder("JNIM", "group", holder("the Zallaqa channel", "media")),
                    "denies",
                    "CT-",
                ),
            ),
        ),
        Stances(
            ISSP,
            accused=(citation("tapoa", "blamed Islamic State Sahel Province", 10, ARMY, "accuses"),),
            suspected=(
                citation(
                    "brief",
                    "strong suspicion here is that the bomb was the work of Islamic State Sahel Province",
                    1,
                    AUTHOR,
                    "suspects",
                    "PR+",
                ),
            ),
        ),
    ),
    links=(
        IncidentLink(
            "precedent",
            "i-2022",
            "A similar bomb struck the same road in 2022",
            "brief",
            at(BRIEF, "A similar bomb struck the same road in 2022"),
        ),
    ),
    accounts=("courier:e1", "tapoa:e1", "brief:e1"),
    documents=("courier", "tapoa", "brief", "arabic"),
    independent_sources=3,
    first_reported=SEEN,
    last_updated=datetime(2024, 9, 17, 9, 30, tzinfo=UTC),
    revision=4,
    sample=True,
)


def event(name: str, **more: Any) -> Event:
    return Event(id="e1", kind="attack", main=True, date=WEDNESDAY, place=ROAD, **more)


def account(name: str, told: Event) -> Account:
    held = DOCUMENTS[name]
    return Account(f"{name}:e1", name, held.source, str(held.published), held.sample, SEEN, told)


def asserted(number: int, words: str) -> Assertion:
    span = at(COURIER, words)
    return Assertion(f"a{number}", "/killed", {"low": 7}, "states", GOVERNOR, "CT+", span, words, 0.87)


def named(found: Actor, words: str, text: str) -> Responsibility:
    return Responsibility(found, "accused", ARMY, None, None, at(text, words), "a9")


ACCOUNTS = (
    account(
        "courier",
        event("courier", killed=SEVEN, targets=(ENGINEERS,), assertions=(asserted(4, "at least seven workers"),)),
    ),
    account("tapoa", event("tapoa", killed=NINE, responsibility=(named(ISSP, "blamed", TAPOA),))),
    account("brief", event("brief", targets=(ENGINEERS,))),
    account("arabic", event("arabic", killed=NINE)),
)
ASSESSMENTS = (
    Assessment(
        "j1",
        About(ISSP, event="e1"),
        "grievance",
        "The group may resent convoys sent through its villages.",
        holder("a geographer in Niamey", "expert"),
        "PS+",
        at(BRIEF, "Its men may resent the convoys that the mine sends through their villages"),
        "Its men may resent the convoys that the mine sends through their villages",
        0.7,
    ),
    Assessment(
        "j2",
        About(),
        "gap",
        "It is not known who sold the explosive.",
        AUTHOR,
        "Uu",
        at(BRIEF, "Who sold the explosive is not known"),
        "Who sold the explosive is not known",
        0.8,
    ),
    Assessment("j3", About(event="e7"), "trend", "Of another event.", AUTHOR, "CT+", Span(0, 4), "What", 0.8),
)
RELATIONS = (
    Relation(
        "r1",
        ISSP,
        "hostile_to",
        JNIM,
        AUTHOR,
        "CT+",
        at(BRIEF, "Islamic State Sahel Province, not of its rival"),
        "Islamic State Sahel Province, not of its rival",
    ),
)


def small(name: str, **changes: Any) -> Incident:
    """Return an incident of one report."""
    whole: dict[str, Any] = {
        "id": name,
        "kind": "attack",
        "status": "draft",
        "summary": "",
        "documents": ("tapoa",),
        "accounts": ("tapoa:e2",),
        "independent_sources": 1,
        "first_reported": SEEN,
        "last_updated": SEEN,
        "revision": 1,
    }
    return Incident(**{**whole, **changes})


def somewhen(precision: Any, start: str, end: str) -> View:
    return one(When(date.fromisoformat(start), date.fromisoformat(end), precision, "", Span(0, 4)))


def somewhere(name: str, country: str, precision: Any, admin1: str | None = None) -> View:
    return one(Place(name, None, country, (), admin1, None, None, None, precision, name, Span(0, 4)))


def army_of(name: str, country: str) -> View:
    return one(Target(name, "military", country, "named", None, None, Span(0, 4)))


THREAT = small(
    "i-threat",
    kind="threat",
    fields={
        "date": somewhen("month", "2023-05-01", "2023-05-31"),
        "place": somewhere("Est", "BF", "admin1"),
        "issuer": one(JNIM),
        "medium": one("audio"),
    },
    lists={"targets": (army_of("mining companies", "CA"), army_of("soldiers", "BF"))},
)
UNKNOWN = small("i-2022", status="reviewed", fields={"date": somewhen("year", "2022-01-01", "2022-12-31")})
ARREST = small(
    "i-arrest",
    kind="arrest",
    status="reviewed",
    fields={
        "date": somewhen("day", "2024-04-29", "2024-04-29"),
        "place": somewhere("Pakistan", "PK", "country"),
        "arrested": one(Count(3, 3, "exact", "three men", Span(0, 4))),
    },
)
RAID = small(
    "i-raid",
    fields={
        "date": somewhen("day", "2024-02-03", "2024-02-05"),
        "place": somewhere("Palma", "MZ", "settlement", "Cabo Delgado"),
        "killed": one(Count(24, None, "vague", "dozens", Span(0, 4))),
        "abducted": one(Count(40, 40, "about", "about 40", Span(0, 4))),
    },
    lists={
        "attack_types": (one("armed_assault"), one("kidnapping")),
        "perpetrators": (one(Actor("gunmen in boats", None, "gunmen in boats", "unknown", Span(0, 4))),),
        "targets": (one(Target("fishing village", "other", "MZ", "hit", None, None, Span(0, 4))),),
    },
)
MERGED = small("i-merged", superseded_by="i-tansarga")
GRAVE = "Whoever digs for the junta digs his grave"
THREATS = (
    Held(
        "courier",
        None,
        Event(
            id="e2",
            kind="threat",
            main=False,
            issuer=JNIM,
            medium="statement",
            targets=(army_of("mines", "BF").best,),
            assertions=(replace(asserted(20, GRAVE), field="/kind", value="threat"),),
        ),
    ),
    Held("tapoa", "i-threat", Event(id="e2", kind="threat", main=True, perpetrators=(ISSP,))),
)
INCIDENTS = (BOMBING, ARREST, RAID, THREAT, UNKNOWN)


@dataclass(frozen=True)
class FakeShelf:
    """A shelf of composed incidents; it knows the kind, the contested and the paging of a query, no more."""

    held: tuple[Incident, ...] = INCIDENTS
    sample: bool = True
    asked: list[Asked] = field(default_factory=list)
    amended: list[Correction] = field(default_factory=list)

    def fitting(self, query: Query) -> tuple[Incident, ...]:
        kinds = (found for found in self.held if query.kind in (None, found.kind))
        words = json.dumps
        return tuple(found for found in kinds if query.query is None or query.query in words(found.summary))

    def incidents(self, query: Query) -> Iterator[Incident]:
        found = self.fitting(query)
        return iter(found[query.offset : query.offset + (query.limit or len(found))])

    def totals(self, query: Query, *, most: int | None = None) -> Totals:
        found = self.fitting(query)
        return Totals(len(found), len({name for incident in found for name in incident.documents}), 1)

    def threats(self, query: Query) -> Iterator[Held[Event]]:
        return iter(THREATS[query.offset : query.offset + (query.limit or len(THREATS))])

    def incident(
        self,
        incident: str,
        *,
        as_of: date | None = None,
        published_by: date | None = None,
        release: Release | None = None,
    ) -> Incident | None:
        return next((found for found in (*self.held, MERGED) if found.id == incident), None)

    def accounts(
        self, incident: str, *, as_of: date | None = None, published_by: date | None = None
    ) -> tuple[Account, ...]:
        return ACCOUNTS if incident == BOMBING.id else ()

    def report(self, document: str, *, as_of: date | None = None) -> Report | None:
        found = DOCUMENTS.get(document)
        if found is None:
            return None
        judged = document == "brief"
        return Report(found, "full", True, 1.0, (), ASSESSMENTS * judged, RELATIONS * judged)

    def judge(self, asked: Asked) -> Judged:
        if asked.subject == "nobody":
            raise RefusedError(asked.subject, "there is no incident and no account of that name")
        self.asked.append(asked)
        return Judged(len(self.asked), ())

    def amend(self, correction: Correction) -> Judged:
        if correction.field not in ("killed", "date"):
            raise EntryError(correction.field, "cannot be entered")
        self.amended.append(correction)
        return Judged(len(self.amended), (correction.incident,))

    def judgements(self, incident: str | None = None, *, as_of: date | None = None) -> tuple[Judgement, ...]:
        return (JUDGED,) if incident == BOMBING.id else ()

    def likenesses(self, incident: str) -> tuple[Likeness, ...]:
        signs = (
            ("same day", 1.9),
            ("no date to compare", 0.6),
            ("targets in the same words", 0.5),
            ("weeks apart", -0.2),
        )
        second = ACCOUNTS[1].key
        return (Likeness(ACCOUNTS[0].key, second, 2.5, signs, None),)

    def doubts(self, incidents: Iterable[str]) -> tuple[Doubt, ...]:
        signs = (("same day", 1.9), ("numbers differ: killed", -0.6))
        likeness = Likeness("courier:e1", "radio:e1", -0.9, signs, None)
        return (Doubt(BOMBING.id, self.held[1].id, likeness),) if BOMBING.id in incidents else ()


JUDGED = Judgement(3, SEEN, "ana", "different", "courier:e1", {1: ("courier:e1",)}, "radio:e1", reason="two roads")


@pytest.fixture(scope="session")
def bombing() -> Incident:
    return BOMBING


@pytest.fixture(scope="session")
def cases() -> dict[str, Incident]:
    return {incident.id: incident for incident in INCIDENTS}


@pytest.fixture(scope="session")
def behind() -> Behind:
    """What stands behind the bombing, its first report shown."""
    return Behind(
        ACCOUNTS,
        DOCUMENTS["courier"],
        tuple(("brief", found) for found in ASSESSMENTS[:2]),
        tuple(("brief", found) for found in RELATIONS),
    )


@pytest.fixture(scope="session")
def shelf() -> FakeShelf:
    return FakeShelf()


@pytest.fixture(scope="session")
def crowded() -> FakeShelf:
    """A shelf of 120 incidents, no sample."""
    return FakeShelf(tuple(replace(RAID, id=f"i-{number}") for number in range(120)), sample=False)


Get = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def get(shelf: FakeShelf) -> Get:
    """Ask the desk for an address, as a browser on the same machine does."""

    known = make_app(shelf, judge="ana", hosts=("desk.internal", "fd00::7"))

    def ask(address: str, *, host: str = "127.0.0.1:8177", of: FakeShelf = shelf) -> httpx.Response:
        async def asking() -> httpx.Response:
            transport = httpx.ASGITransport(app=known if of is shelf else make_app(of, judge="ana"))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8177") as client:
                return await client.get(address, headers={"host": host})

        return anyio.run(asking)

    return ask
