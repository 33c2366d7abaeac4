"""The sentence that tells an event: grammatical from whatever fields there are, and no surer than they are."""

from datetime import date
from typing import Any

import pytest

from tocsin.extract.events.summary import summary
from tocsin.model.record import AUTHOR, Assertion, Event, EventKind, Holder, Link, Responsibility, Stance
from tocsin.model.text import Span
from tocsin.model.values import Actor, ActorKind, Count, Place, PlacePrecision, Qualifier, Subject, Target, When

NO_SPAN = Span(0, 0)


def who(text: str, actor_id: str | None = None, kind: ActorKind = "armed_group") -> Actor:
    return Actor(text, actor_id, text, kind, NO_SPAN)


def many(low: int | None, high: int | None = -1, qualifier: Qualifier = "exact") -> Count:
    return Count(low, low if high == -1 else high, qualifier, "", NO_SPAN)


def at(name: str, precision: PlacePrecision = "settlement", admin1: str | None = None) -> Place:
    return Place(name, None, "NG", (), admin1, None, None, None, precision, name, NO_SPAN)


def on(start: date, end: date | None = None, precision: str = "day") -> When:
    return When(start, end or start, precision, "", NO_SPAN)  # type: ignore[arg-type]


def hit(text: str, effect: str | None = None, count: Count | None = None) -> Target:
    return Target(text, "unknown", None, "hit", count, effect, NO_SPAN)  # type: ignore[arg-type]


def acted(role: str, text: str, group: Actor | None = None) -> Subject:
    return Subject(role, text, group, None, None, NO_SPAN)  # type: ignore[arg-type]


def stand(actor: Actor, stance: Stance) -> Responsibility:
    return Responsibility(actor, stance, AUTHOR, None, None, NO_SPAN, "a1")


def blamed(actor: Actor, stance: Stance, by: str) -> Responsibility:
    return Responsibility(actor, stance, Holder(by, None, "authority", (), NO_SPAN), None, None, NO_SPAN, "a1")


def named(text: str, country: str | None = None) -> Target:
    return Target(text, "unknown", country, "named", None, None, NO_SPAN)


def told(holder: Holder = AUTHOR, factuality: str = "CT+") -> Assertion:
    return Assertion("a1", "/kind", "attack", "states", holder, factuality, NO_SPAN, "", 0.8)  # type: ignore[arg-type]


def event(kind: EventKind = "attack", **fields: Any) -> Event:
    return Event(id="e1", kind=kind, main=True, **fields)


GUNMEN = who("gunmen on motorcycles", kind="unknown")
ISWAP = who("Islamic State West Africa Province", "iswap")
JUNE_4 = on(date(2024, 6, 4))

SENTENCES = [
    (
        event(
            attack_types=("armed_assault",),
            perpetrators=(GUNMEN,),
            targets=(hit("a camp"),),
            place=at("Gubio", "near", "Borno"),
            date=JUNE_4,
            killed=many(9, None, "at_least"),
            wounded=many(5),
        ),
        "Gunmen on motorcycles attacked a camp near Gubio, Borno, on 4 June 2024; "
        "at least nine people were killed and five wounded.",
    ),
    (event(), "An attack took place."),
    (event(attack_types=("bombing",), place=at("Kabul")), "A bombing took place in Kabul."),
    (event(attack_types=("bombing",), targets=(hit("market"),)), "A market was bombed."),
    (event(attack_types=("bombing",), targets=(hit("markets"),)), "Markets were bombed."),
    (
        event(attack_types=("bombing",), suicide=True, targets=(hit("the police station"),)),
        "The police station was hit by a suicide bombing.",
    ),
    (event(attack_types=("bombing",), suicide=True), "A suicide bombing took place."),
    (
        event(attack_types=("kidnapping",), perpetrators=(who("Gunmen", kind="unknown"),), targets=(hit("30 pupils"),)),
        "Gunmen abducted 30 pupils.",
    ),
    (
        event(
            attack_types=("armed_assault", "kidnapping"),
            perpetrators=(who("bandits", kind="unknown"),),
            targets=(hit("a school"), hit("12 girls", "abducted", many(12))),
            abducted=many(12),
        ),
        "Bandits attacked a school, and 12 girls were abducted.",
    ),
    (
        event(
            attack_types=("assassination",),
            perpetrators=(who("two men", kind="unknown"),),
            targets=(hit("the mayor", "killed"),),
        ),
        "Two men assassinated the mayor.",
    ),
    (
        event(attack_types=("assassination",), perpetrators=(ISWAP,), targets=(hit("the mayor"),)),
        "Islamic State West Africa Province made an attempt on the life of the mayor.",
    ),
    (event(attack_types=("arson",), targets=(hit("three churches"),)), "Three churches were set on fire."),
    (
        event(attack_types=("bombing",), stage="attempted", perpetrators=(ISWAP,), targets=(hit("a bridge"),)),
        "Islamic State West Africa Province tried to bomb a bridge.",
    ),
    (
        event(attack_types=("bombing",), perpetrators=(who("Suicide bomber", kind="unknown"),)),
        "A suicide bomber carried out a bombing.",
    ),
    (
        event(
            attack_types=("bombing", "assassination"),
            targets=(hit("his convoy", "damaged"), hit("the governor", "killed")),
            killed=many(3),
        ),
        "The governor was assassinated in a bombing; three people were killed.",
    ),
    (
        event(attack_types=("armed_assault",), targets=(hit("four farmers", "killed", many(4)),), killed=many(4)),
        "Four farmers were killed in an armed attack.",
    ),
    (
        event(
            attack_types=("armed_assault",),
            perpetrators=(GUNMEN,),
            targets=(hit("four farmers", "killed", many(4)), hit("a bus")),
            killed=many(4),
            wounded=many(2),
        ),
        "Gunmen on motorcycles killed four farmers; two people were wounded.",
    ),
    (
        event(
            attack_types=("bombing",),
            targets=(hit("a woman", "killed", many(1)), hit("a market")),
            killed=many(12),
        ),
        "A market was bombed; 12 people were killed.",
    ),
    (
        event(attack_types=("bombing",), targets=(hit("a woman", "killed", many(1)),), killed=many(12)),
        "A bombing took place; 12 people were killed.",
    ),
    (event(attack_types=("bombing",), targets=(hit("their lorry"),)), "A lorry was bombed."),
    (
        event(attack_types=("assassination",), targets=(hit("the minister", "wounded"),)),
        "The minister was the target of an assassination attempt.",
    ),
    (
        event(responsibility=(blamed(ISWAP, "accused", "the army"),)),
        "An attack took place; the army accused Islamic State West Africa Province.",
    ),
    (
        event(responsibility=(blamed(ISWAP, "suspected", "Police"),)),
        "An attack took place; police suspected Islamic State West Africa Province.",
    ),
    (
        event(responsibility=(stand(who("Taliban", "taliban"), "claims"),)),
        "An attack took place; Taliban claimed responsibility.",
    ),
    (event(killed=many(0), wounded=many(0)), "An attack took place; nobody was hurt."),
    (event(killed=many(1)), "An attack took place; one person was killed."),
    (event(killed=many(24, None, "vague")), "An attack took place; dozens of people were killed."),
    (
        event(killed=many(3), wounded=many(24, None, "vague")),
        "An attack took place; three people were killed and dozens wounded.",
    ),
    (event(killed=many(130, None, "more_than")), "An attack took place; more than 130 people were killed."),
    (event(killed=many(None, 9, "up_to")), "An attack took place; up to nine people were killed."),
    (event(killed=many(40, 40, "about")), "An attack took place; about 40 people were killed."),
    (event(killed=many(5, 7, "range")), "An attack took place; five to seven people were killed."),
    (
        event(killed=many(7), killed_perpetrators=many(2)),
        "An attack took place; seven people were killed and two attackers were killed.",
    ),
    (event(missing=many(4)), "An attack took place; four people were reported missing."),
    (
        event(responsibility=(stand(ISWAP, "claims"),)),
        "An attack took place; Islamic State West Africa Province claimed responsibility.",
    ),
    (
        event(responsibility=(stand(ISWAP, "suspected"),)),
        "An attack took place; Islamic State West Africa Province came under suspicion.",
    ),
    (
        event(responsibility=(stand(ISWAP, "accused"),)),
        "An attack took place; Islamic State West Africa Province stood accused.",
    ),
    (
        event(perpetrators=(ISWAP,), responsibility=(stand(ISWAP, "claims"),)),
        "Islamic State West Africa Province carried out an attack; the group claimed responsibility.",
    ),
    (event(responsibility=(stand(ISWAP, "denies"),)), "An attack took place."),
    (
        event(assertions=(told(Holder("The group", None, "group", (), None)),), attack_types=("bombing",)),
        "According to the group, a bombing took place.",
    ),
    (event(assertions=(told(factuality="PS+"),)), "According to an unconfirmed account, an attack took place."),
    (event(date=on(date(2024, 6, 4), date(2024, 6, 5))), "An attack took place between 4 June 2024 and 5 June 2024."),
    (event(date=on(date(2024, 6, 3), date(2024, 6, 9), "week")), "An attack took place in the week of 3 June 2024."),
    (event(date=on(date(2024, 6, 1), date(2024, 6, 30), "month")), "An attack took place in June 2024."),
    (event(date=on(date(2024, 1, 1), date(2024, 12, 31), "year")), "An attack took place in 2024."),
    (event(date=When(None, None, "unknown", "recently", NO_SPAN)), "An attack took place."),
    (event(place=at("Philippines", "country")), "An attack took place in the Philippines."),
    (event(place=at("Zarif Square", "exact")), "An attack took place at Zarif Square."),
    (
        event("operation", authority=who("Troops", kind="state_force"), killed=many(11), killed_perpetrators=many(10)),
        "Troops carried out an operation; 11 people were killed (ten of them militants).",
    ),
    (
        event("operation", killed=many(3), killed_perpetrators=many(3)),
        "Security forces carried out an operation; three militants were killed.",
    ),
    (
        event(
            "operation", subjects=(acted("killed", "two men", ISWAP),), authority=who("the army", kind="state_force")
        ),
        "The army carried out an operation against suspected members of Islamic State West Africa Province.",
    ),
    (
        event(
            "arrest",
            authority=who("Police", kind="state_force"),
            subjects=(acted("arrested", "two men"),),
            place=at("Lagos"),
            date=JUNE_4,
            arrested=many(2),
        ),
        "Police arrested two men in Lagos on 4 June 2024.",
    ),
    (
        event("arrest", subjects=(acted("arrested", "two men", ISWAP),)),
        "Two men, said to belong to Islamic State West Africa Province, were arrested.",
    ),
    (event("arrest"), "Suspects were arrested."),
    (
        event(
            "plot", attack_types=("bombing",), targets=(hit("a mosque"),), authority=who("the FBI", kind="state_force")
        ),
        "The FBI foiled a plot to bomb a mosque.",
    ),
    (event("plot"), "A plot was foiled."),
    (
        event("threat", issuer=ISWAP, targets=(hit("two embassies"),), medium="video", date=JUNE_4),
        "Islamic State West Africa Province threatened two embassies in a video on 4 June 2024.",
    ),
    (event("threat", targets=(hit("the stadium"),)), "A threat was made against the stadium."),
    (
        event(
            "threat",
            issuer=ISWAP,
            targets=(named("Niger", "NE"), named("Togo", "TG"), named("Benin", "BJ")),
            medium="image",
            title="Who Is Next?",
        ),
        "Islamic State West Africa Province threatened Niger, Togo and Benin in an image titled “Who Is Next?”.",
    ),
    (
        event("publication", issuer=who("its supporters", kind="crowd"), medium="magazine"),
        "Supporters published a magazine.",
    ),
    (
        event("publication", issuer=ISWAP, medium="magazine", title="The Long Road"),
        "Islamic State West Africa Province published a magazine titled “The Long Road”.",
    ),
    (event("publication", medium="video"), "A video was published."),
    (
        event("statement", issuer=ISWAP, links=(Link("about", "e2", "", NO_SPAN),)),
        "Islamic State West Africa Province issued a statement about an attack.",
    ),
    (
        event(
            "trial",
            authority=who("A court in Kor", kind="organisation"),
            subjects=(acted("tried", "two men"),),
            place=at("Kor"),
            date=JUNE_4,
        ),
        "A court in Kor dealt with the case against two men on 4 June 2024.",
    ),
    (event("trial", subjects=(acted("tried", "two men"),)), "The case against two men came before a court."),
    (
        event(
            "designation",
            authority=who("the United Kingdom", kind="government"),
            subjects=(acted("designated", "National Action", who("National Action", "national-action")),),
        ),
        "The United Kingdom listed or banned National Action.",
    ),
    (event("designation"), "An organisation was listed or banned."),
    (
        event(
            attack_types=("bombing",), perpetrators=(who("Russian", kind="government"),), targets=(hit("a hospital"),)
        ),
        "Russian forces bombed a hospital.",
    ),
]


@pytest.mark.parametrize(("told_of", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_an_event_is_one_plain_sentence(told_of: Event, sentence: str) -> None:
    assert summary(told_of) == sentence
