"""A bare answer is about the event of the accusation that it answers, not about the one told last or first."""

from tests.pages import report

STORY = (
    "Arsonists burned down a school in Kano on Tuesday.\n\n"
    "Gunmen shot dead a judge in Lagos on Monday. The governor blamed Boko Haram for that killing. "
    "The group, in a statement, denied it."
)
SILENT = (
    "A rocket hit a bank in Athens on Monday.\n\n"
    "A bomb wounded an industrialist in Patras on Sunday. "
    "No group has claimed that attack, but police said that it bore the hallmarks of November 17."
)


def stances(text: str) -> dict[str, set[str]]:
    """Return the stances taken on the attacks of a text by their towns."""
    return {e.place.name: {r.stance for r in e.responsibility} for e in report(text).events if e.place is not None}


def test_a_denial_stands_on_the_event_of_its_accusation() -> None:
    assert stances(STORY) == {"Kano": set(), "Lagos": {"accused", "denies"}}


def test_what_is_suspected_of_it_stands_on_the_attack_that_nobody_claimed() -> None:
    assert stances(SILENT) == {"Athens": set(), "Patras": {"no_claim", "suspected"}}
