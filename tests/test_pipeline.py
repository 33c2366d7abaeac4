import pickle
from datetime import date
from pathlib import Path

import pytest

import tocsin
from tocsin.model.text import Document, Span
from tocsin.pipeline import analyze, mentions
from tocsin.read import Given, read_text

RAID = """Gunmen kill nine in camp raid

MAIDUGURI, Nigeria - At least nine people, among them two Chinese road workers, were killed when gunmen attacked a
camp near Gubio on Tuesday, police said. ISWAP claimed responsibility for the attack in a statement on Telegram.
"""
REVIEW = """How the hamlet of Marovat was burned

A commission has spent a year on the case. Its report says that rebels of the Lord's Resistance Army attacked the hamlet
on 4 March 2019, shot dead 31 villagers and burned their huts. Militants killed seven soldiers who came to help on
6 March 2019. The army blamed the rebels; survivors accused militia fighters. No group has claimed responsibility.
"""
GARDEN = """A garden for Marovat

A garden was opened on Monday for those who died on 4 March 2019, when gunmen killed 31 villagers. Choirs sang, and the
mayor planted a tree. The festival goes on until Sunday, with films and a football match.
"""
BOOKS = "The council opened a library on Monday. Readers queued at the door, and the mayor gave a speech about books."
FRENCH = "Neuf personnes ont été tuées mardi dans l'attaque d'un convoi à Gao, au Mali, a annoncé l'armée malienne."


def document(text: str) -> Document:
    (found,) = read_text(text, "raid.txt", Given(published=date(2024, 6, 6)))
    assert isinstance(found, Document)
    return found


def test_a_report_holds_what_the_document_tells_and_quotes_it() -> None:
    report = analyze(document(RAID))
    (event,) = report.events
    assert (report.read, report.relevant, event.kind) == ("full", True, "attack")
    assert event.killed
    assert event.killed.low == 9
    assert event.date
    assert event.date.start == date(2024, 6, 4)
    assert all(assertion.span.of(RAID) == assertion.quote for assertion in event.assertions)


def test_a_text_about_something_else_stops_at_the_gate() -> None:
    report = analyze(document(BOOKS))
    assert (report.read, report.relevant, report.events) == ("full", False, ())


def test_a_review_of_old_violence_keeps_what_it_recalls_and_a_memorial_gives_none() -> None:
    review, garden = analyze(document(REVIEW)), analyze(document(GARDEN))
    assert review.relevant
    assert [(event.kind, event.main) for event in review.events] == [("attack", False), ("attack", False)]
    assert (garden.relevant, garden.events) == (False, ())


def test_another_language_gives_names_only() -> None:
    report = analyze(document(FRENCH))
    assert (report.document.language, report.read, report.relevant, report.events) == ("fr", "names_only", False, ())


def test_analysis_is_deterministic_and_its_result_can_be_sent_between_processes() -> None:
    first = analyze(document(RAID))
    assert pickle.loads(pickle.dumps(first)) == first == analyze(document(RAID))


@pytest.mark.parametrize("text", [RAID, BOOKS, FRENCH])
def test_mentions_stand_in_the_order_of_the_text_and_quote_it(text: str) -> None:
    found = mentions(document(text))["mentions"]
    assert [one["span"] for one in found] == sorted(one["span"] for one in found)
    assert all(Span(*one["span"]).of(text) == one["text"] for one in found)


@pytest.mark.parametrize(
    ("kind", "words", "resolved"),
    [
        ("date", "Tuesday", {"start": "2024-06-04", "end": "2024-06-04", "precision": "day", "timex": "2024-06-04"}),
        ("actor", "ISWAP", {"actor_id": "iswap", "name": "Islamic State West Africa Province"}),
        ("nationality", "Chinese", {"country": "CN"}),
    ],
)
def test_a_mention_says_what_it_refers_to(kind: str, words: str, resolved: dict[str, str]) -> None:
    found = {(one["type"], one["text"]): one["resolved"] for one in mentions(document(RAID))["mentions"]}
    assert found[kind, words] == resolved


def test_a_place_says_where_it_is() -> None:
    (found,) = [one["resolved"] for one in mentions(document(RAID))["mentions"] if one["text"] == "MAIDUGURI"]
    assert found.keys() == {"place_id", "name", "country", "admin1", "lat", "lon", "precision", "disputed"}
    assert (found["name"], found["country"]) == ("Maiduguri", "NG")


def test_a_store_reads_keeps_and_finds(tmp_path: Path) -> None:
    path = tmp_path / "raid.txt"
    path.write_text(RAID)
    page = tocsin.read(path, published=date(2024, 6, 6))
    with tocsin.open_store(tmp_path / "case.db") as store:
        assert [store.ingest(page).outcome, store.ingest(page).outcome] == ["added", "unchanged"]
        (incident,) = store.incidents(target="CN")
        assert incident.documents == (page.id,)
        assert list(store.incidents(target="FR")) == []


def test_a_place_in_a_disputed_area_is_printed_with_who_claims_it() -> None:
    text = "SRINAGAR, India - Gunmen killed two policemen in Srinagar on Tuesday. Nobody claimed the attack."
    said = [one["resolved"]["disputed"] for one in mentions(document(text))["mentions"] if one["text"] == "Srinagar"]
    (event,) = [event for event in analyze(document(text), gate=False).events if event.main]

    assert event.place is not None and said == [event.place.disputed]
    assert "Pakistan" in (event.place.disputed or "")
