"""The desk over a store that reads: what is entered, marked and corrected there."""

from datetime import date
from pathlib import Path
from typing import Any

import lxml.html
from fastapi.testclient import TestClient
from tests.web.test_pages import said

from tocsin.model.entry import Correction, Entry
from tocsin.model.handling import Handling
from tocsin.pipeline import open_store
from tocsin.web.app import make_app


def tree(client: TestClient, address: str) -> Any:
    return lxml.html.fromstring(client.get(address).text)


def test_no_file_of_the_desk_has_what_is_under_embargo_and_its_pages_show_it_marked(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db") as case:
        fields = (("date", "26 March 2024"), ("place", "Besham, Pakistan"), ("abducted", "2"))
        handling = Handling("amber", date(2999, 1, 1))
        case.record(Entry(source_kind="call", by="ana", on=date(2024, 3, 27), fields=fields, handling=handling))
        (held,) = case.incidents()
        client = TestClient(make_app(case, judge="ana"), base_url="http://127.0.0.1")
        page = client.get(f"/incidents/{held.id}")
        assert "embargo until 2999-01-01" in page.text
        assert client.get(f"/incidents/{held.id}.json").status_code == 404
        assert client.get("/incidents.json").json()["incidents"] == []
        assert held.id not in client.get("/incidents.csv").text
        case.mark(held.documents[0], Handling("amber"), "ana")
        assert held.id in client.get("/incidents.csv").text


def test_a_value_is_corrected_at_the_desk_and_taken_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db") as case:
        fields = (("date", "26 March 2024"), ("place", "Besham, Pakistan"), ("killed", "5"))
        case.record(Entry(source_kind="call", by="ana", on=date(2024, 3, 27), fields=fields))
        (held,) = case.incidents()
        client = TestClient(make_app(case, judge="ben"), base_url="http://127.0.0.1")
        form = {"incident": held.id, "field": "killed", "value": "6", "reason": "the hospital"}
        assert client.post("/correct", data=form).status_code == 200
        (corrected,) = case.incidents()
        assert corrected.fields["killed"].best.low == 6
        answer = client.get(f"/incidents/{held.id}")
        assert "ben · correct" in answer.text
        assert "correction-1:e1" not in answer.text
        assert client.post("/judge", data={"verdict": "undo", "subject": "1", "back": "/incidents"}).status_code == 200
        (taken_back,) = case.incidents()
        assert taken_back.fields["killed"].best.low == 5


def test_a_correction_stands_beside_its_value_and_is_no_report(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db") as case:
        fields = (("date", "26 March 2024"), ("place", "Besham, Pakistan"), ("killed", "5"))
        case.record(Entry(source_kind="call", by="ana", on=date(2024, 3, 27), fields=fields))
        (held,) = case.incidents()
        case.amend(Correction(incident=held.id, field="killed", value="6", by="ben"))
        client = TestClient(make_app(case, judge="ben"), base_url="http://127.0.0.1")
        page = tree(client, f"/incidents/{held.id}")
        assert "1 independent source of 1 report" in said(page.xpath("//p[@class='lead']")[0])
        assert [said(tab) for tab in page.xpath("//nav[@class='tabs']/a")] == ["1 ana 27 Mar 2024"]
        assert [said(cited) for cited in page.xpath("//span[starts-with(@class, 'cite')]")] == ["ben correction"]
        assert [link for link in page.xpath("//a/@href") if "report=0" in link] == []
        (cell,) = tree(client, "/incidents").xpath("//td[@class='number reports']")
        assert said(cell) == "1 / 1"
