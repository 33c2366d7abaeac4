"""Accounts drawn from a small world, so that many of them tell of the same things."""

from hypothesis import strategies as st
from tests.factories import account, actor, day, event, month, number, place, report, target

from tocsin.model.incident import Account
from tocsin.model.record import Event, Report, Stance

DATES = (None, day("2024-03-25"), day("2024-03-26"), day("2024-03-27"), day("2024-05-01"), month("2024-03"))
PLACES = (
    None,
    place("Besham"),
    place("Dandai", (34.95, 72.95)),
    place("Lahore", (31.55, 74.34), admin1="Punjab"),
    place("Khyber Pakhtunkhwa", None, precision="admin1"),
    place("Gubio", (12.5, 12.78), country="NG", admin1="Borno"),
)
KILLED = (None, number(5), number(6), number(12), number(9, None, "at_least"), number(40, 40, "about"))
ACTORS = (actor("TTP", "ttp"), actor("ISPP", "ispp"), actor("gunmen", kind="unknown"), None)
TARGETS = ((), (target(),), (target("police officers", "PK", "police"),))
MANNERS = ((), ("bombing",), ("armed_assault",))
SAID: tuple[Stance, ...] = ("claims", "denies", "accused", "suspected")
STANCES = st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from(ACTORS)), max_size=3)


@st.composite
def events(draw: st.DrawFn, key: str = "e1") -> Event:
    stated = {"date": DATES, "place": PLACES, "killed": KILLED}
    fields = {name: draw(st.sampled_from(values)) for name, values in stated.items()}
    toll = draw(st.sampled_from(KILLED))
    return event(
        key,
        draw(st.sampled_from(("attack", "attack", "attack", "arrest"))),
        main=draw(st.sampled_from((True, True, False))),
        stances=draw(STANCES),
        also=[] if toll is None else [("/killed", toll)],
        targets=draw(st.sampled_from(TARGETS)),
        attack_types=draw(st.sampled_from(MANNERS)),
        **{name: value for name, value in fields.items() if value is not None},
    )


@st.composite
def documents(draw: st.DrawFn, key: str = "d1") -> Report:
    told = [draw(events(f"e{i}")) for i in range(draw(st.integers(1, 3)))]
    return report(key, *told)


@st.composite
def collections(draw: st.DrawFn, most: int = 6) -> list[Report]:
    return [draw(documents(f"d{i}")) for i in range(draw(st.integers(1, most)))]


@st.composite
def crowds(draw: st.DrawFn, most: int = 10) -> list[Report]:
    """Draw many reports of few things in one valley on two days, some of which recall one of them beside."""
    found = []
    for i in range(draw(st.integers(4, most))):
        told = [
            event(
                f"e{j}",
                main=draw(st.sampled_from((True, True, True, False))),
                date=draw(st.sampled_from(DATES[2:4])),
                place=draw(st.sampled_from(PLACES[1:3])),
                killed=draw(st.sampled_from((number(5), number(6), number(12), number(40)))),
                attack_types=draw(st.sampled_from(MANNERS[1:])),
            )
            for j in range(draw(st.sampled_from((1, 1, 2))))
        ]
        found.append(report(f"d{i}", *told))
    return found


def accounts_of(told: Report) -> tuple[Account, ...]:
    return tuple(account(one, told.document.id) for one in told.events)
