"""An event is where its telling puts it, not where the report was sent from, nor where the wounded were taken."""

import pytest
from tests.pages import document

from tocsin.pipeline import analyze

TOLD = [
    # an aim in the same sentence does not take the place of what was done
    (
        "A security force detained four suspected insurgents in an operation to arrest a Taliban leader in Chimtal "
        "district, Balkh province, on Tuesday.",
        "Balkh",
    ),
    # the dateline
    (
        "KABUL, Afghanistan - Gunmen shot dead two policemen in Kandahar on Tuesday, an official said.",
        "Kandahar",
    ),
    # the hospital's town
    (
        "A roadside bomb killed two soldiers near Gao in Mali on Tuesday. "
        "The wounded were taken to a hospital in Bamako.",
        "Gao",
    ),
]


@pytest.mark.parametrize(("text", "admin1"), TOLD)
def test_an_event_is_where_its_telling_puts_it(text: str, admin1: str) -> None:
    events = [event for event in analyze(document(text), gate=False).events if event.main]

    assert events
    assert [event.place.admin1 for event in events if event.place] == [admin1] * len(events)
