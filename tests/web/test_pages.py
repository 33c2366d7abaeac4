"""The desk answers to its own names, shows what the store holds, and says clearly what it cannot show."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import lxml.html
import pytest

from tocsin.errors import StoreError
from tocsin.model.incident import Incident
from tocsin.store import Query, Totals
from tocsin.web.shelf import Shelf

Get = Callable[..., httpx.Response]
PAGES = (
    "/incidents",
    "/incidents?kind=attack&contested=yes",
    "/incidents/i-tansarga",
    "/incidents/i-tansarga?report=4",
    "/incidents/i-2022",
    "/threats",
    "/targets",
    "/incidents/nobody",
    "/incidents?since=banana",
    "/nowhere",
)


def tree(answer: httpx.Response) -> Any:
    """Return a page as elements."""
    return lxml.html.fromstring(answer.text)


def said(element: Any) -> str:
    """Return an element's words with single spaces."""
    return " ".join(element.text_content().split())


def test_the_front_page_is_the_list(get: Get) -> None:
    answer = get("/")
    assert (answer.status_code, answer.headers["location"]) == (302, "/incidents")


def test_health_needs_no_page(get: Get) -> None:
    assert get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize("address", [*PAGES, "/incidents.json", "/incidents.csv", "/static/desk.css", "/healthz", "/"])
def test_every_answer_forbids_what_the_desk_does_not_serve(get: Get, address: str) -> None:
    headers = get(address).headers
    policy = headers["content-security-policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert {"script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy)
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8177", "localhost", "[::1]:8177", "desk.internal:443", "[fd00::7]:80", "LOCALHOST:1"]
)
def test_the_desk_answers_to_loopback_and_to_names_configured(get: Get, host: str) -> None:
    assert get("/healthz", host=host).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", ""])
def test_any_other_host_is_refused_with_the_headers_on(get: Get, host: str) -> None:
    answer = get("/incidents", host=host)
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_a_style_or_script_of_its_own_or_leads_outside(get: Get, address: str) -> None:
    page = tree(get(address))
    assert page.xpath("//style | //*[@style] | //script[not(@src)] | //@*[starts-with(name(), 'on')]") == []
    addresses = [str(found) for found in page.xpath("//@href | //@src | //@action | //@srcset")]
    assert [found for found in addresses if not found.startswith(("/", "#", "?"))] == []
    assert [found for found in addresses if found.startswith("//")] == []


@pytest.mark.parametrize("address", PAGES)
def test_no_two_elements_of_a_page_share_an_id(get: Get, address: str) -> None:
    found = tree(get(address)).xpath("//@id")
    assert len(found) == len(set(found))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_that_the_store_is_a_sample(get: Get, address: str) -> None:
    assert [said(mark) for mark in tree(get(address)).xpath("//header//*[@class='sample']")] == ["sample store"]


def test_a_real_store_is_not_called_a_sample(get: Get, crowded: Shelf) -> None:
    assert "sample" not in get("/incidents", of=crowded).text


def test_the_list_shows_its_counts_and_a_line_an_incident(get: Get) -> None:
    page = tree(get("/incidents"))
    assert said(page.xpath("//*[@class='counts']")[0]) == "5 incidents · 4 reports · 1 contested"
    first = [said(cell) for cell in page.xpath("//table//tbody/tr[1]/*")]
    assert first == [
        "11 Sep 2024",
        "near Fada N'Gourma, Est (BF)",
        "bombingChinese engineers (CN) · mine workers",
        "≥ 7 killed (army 9) 11 wounded",
        "■ Cclaims: JNIM □ Ddenies: JNIM ▲ Aaccused: ISSP △ Ssuspected: ISSP",
        "4 / 3",
        "draft contested sample",
    ]


def test_what_is_unknown_is_a_dash_and_never_a_nought(get: Get) -> None:
    line = tree(get("/incidents")).xpath("//tr[.//a[@href='/incidents/i-2022']]/*")
    assert [said(cell) for cell in line] == ["2022", "–", "attack", "–", "–", "1 / 1", "reviewed"]


def test_each_filter_has_a_chip_that_takes_it_off(get: Get) -> None:
    page = tree(get("/incidents?kind=attack&target=CN"))
    chips = [(said(chip), chip.get("href")) for chip in page.xpath("//a[@class='chip']")]
    assert chips == [("Target CN ×", "/incidents?kind=attack"), ("Kind attack ×", "/incidents?target=CN")]


def test_the_filter_form_holds_what_is_on(get: Get) -> None:
    form = tree(get("/incidents?kind=attack&target=CN&since=2024-01-01")).xpath("//details//form")[0]
    on = {name: value for name, value in form.form_values() if value}
    assert (form.method, dict(on)) == ("GET", {"target": "CN", "kind": "attack", "since": "2024-01-01"})


def test_the_filter_form_keeps_a_filter_that_it_has_no_field_for(get: Get) -> None:
    form = tree(get("/incidents?contested=yes")).xpath("//details//form")[0]
    assert ("contested", "yes") in form.form_values()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/incidents?since=banana", "since=banana: expected a day as YYYY-MM-DD."),
        ("/threats?kind=foo", "kind=foo: expected one of attack, threat,"),
        ("/incidents?kind=attack&kind=threat", "kind=threat: is given twice, expected once"),
        ("/threats?kind=attack", "kind=attack: expected threat, for this list has nothing else"),
        ("/targets?country=Atlantis", "country=Atlantis: expected a country, by its two letters"),
        ("/incidents?page=2", "page=2: expected 1 to 1"),
        ("/incidents/i-tansarga?report=9", "report=9: expected 1 to 4"),
        ("/incidents?q=%3Cscript%3E&kind=%3Cb%3E", "kind=<b>: expected one of"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named_on_a_page(get: Get, address: str, words: str) -> None:
    answer = get(address)
    assert answer.status_code == 400
    assert words in said(tree(answer).xpath("//main")[0])


def test_the_same_as_json_where_json_was_asked_for(get: Get) -> None:
    answer = get("/incidents.json?since=banana")
    assert (answer.status_code, answer.json()["error"]["subject"]) == (400, "since=banana")
    missing = get("/incidents/nobody.json")
    assert (missing.status_code, missing.json()["error"]["subject"]) == (404, "nobody")


def test_an_unknown_incident_is_named_as_such(get: Get) -> None:
    answer = get("/incidents/no%3Cb%3Ebody")
    assert answer.status_code == 404
    assert "no<b>body: the store has no incident of this id." in said(tree(answer).xpath("//main")[0])


def test_an_unknown_page_leads_back(get: Get) -> None:
    answer = get("/nowhere")
    assert (answer.status_code, tree(answer).xpath("//main//a/@href")) == (404, ["/incidents"])


def test_a_merged_incident_leads_to_the_one_it_became(get: Get) -> None:
    answer = get("/incidents/i-merged?as_of=2024-12-01")
    assert (answer.status_code, answer.headers["location"]) == (302, "/incidents/i-tansarga?as_of=2024-12-01")
    assert get("/incidents/i-merged.json").json()["superseded_by"] == "i-tansarga"


def test_the_text_of_a_report_is_never_markup(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga"))
    shown = page.xpath("//*[@class='text']")[0]
    assert '<script>alert("the text of a report is not a page")</script>' in said(shown)
    assert page.xpath("//script/@src") == ["/static/desk.js"]


def test_no_address_in_a_report_can_be_clicked(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga"))
    assert "https://example.org/more" in said(page.xpath("//*[@class='text']")[0])
    assert said(page.xpath("//*[@class='address']")[0]) == "https://courier.example/2024-09-12/report?a=1&b=2"
    assert page.xpath("//a[contains(@href, 'example')]") == []


def test_the_text_is_printed_as_it_was_read(get: Get, behind: Any) -> None:
    shown = tree(get("/incidents/i-tansarga")).xpath("//*[@class='text']")[0]
    assert shown.text_content() == behind.shown.text
    assert shown.get("dir") == "auto"


@pytest.mark.parametrize("report", [1, 2, 3, 4])
def test_every_anchor_leads_somewhere(get: Get, report: int) -> None:
    """Links within the page find their element; links to another report find it on that report's page."""
    page = tree(get(f"/incidents/i-tansarga?report={report}"))
    ids = {1: set(page.xpath("//@id")), report: set(page.xpath("//@id"))}
    for href in page.xpath("//main//a/@href[contains(., '#')]"):
        where, _, anchor = str(href).partition("#")
        number = int(where.removeprefix("?report=")) if where else report
        if number not in ids or (number == 1 and report != 1):
            ids[number] = set(tree(get(f"/incidents/i-tansarga?report={number}")).xpath("//@id"))
        assert anchor in ids[number], href


def test_a_value_leads_to_its_words_and_the_words_lead_back(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga"))
    value = page.xpath("//a[@id='v-killed-0-0']")[0]
    words = page.get_element_by_id(value.get("href").removeprefix("#"))
    assert (said(value), said(words), words.tag) == ("≥ 7", "at least seven workers", "mark")
    assert words.xpath("./a/@href") == ["#v-killed-0-0"]


def test_the_record_shows_both_sides_of_a_contradiction(get: Get) -> None:
    line = tree(get("/incidents/i-tansarga")).xpath("//tr[th='Killed']/td")[0]
    assert said(line) == "≥ 7 contested governor's office 1.87 9 army 2"


def test_opinion_is_under_a_rule_of_its_own(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga"))
    opinion = page.xpath("//tbody[@class='opinion']")[0]
    assert [said(line) for line in opinion] == ["opinion", "ISSP △ S 1Horizon Brief probably 3"]
    judged = page.xpath("//div[@class='opinion']//li")
    assert said(judged[0]).startswith("grievance The group may resent convoys sent through its villages.")
    assert len(judged) == 2


def test_a_judgement_on_another_event_of_the_report_is_left_out(get: Get) -> None:
    assert "Of another event." not in get("/incidents/i-tansarga").text


def test_the_reports_say_why_they_are_one_incident(get: Get) -> None:
    lines = [said(line) for line in tree(get("/incidents/i-tansarga")).xpath("//ol[@class='merged']/li")]
    assert lines[:2] == [
        "1 Sahel Courier 12 Sep 2024 split s",
        "2 Radio Tapoa 13 Sep 2024 — same day, targets in the same words split",
    ]


def test_the_matrix_leads_to_lists_of_its_counts(get: Get) -> None:
    page = tree(get("/targets?since=2023-01-01"))
    line = page.xpath("//tr[th='JNIM']/td//a")
    assert [(said(link), link.get("href")) for link in line[:2]] == [
        ("2", "/incidents?actor=jnim&since=2023-01-01"),
        ("1", "/incidents?target=CN&actor=jnim&since=2023-01-01"),
    ]


def test_threats_say_who_threatens_whom_and_in_whose_words(get: Get) -> None:
    first, second = tree(get("/threats")).xpath("//tbody/tr")
    words = "Whoever digs for the junta digs his grave Sahel Courier 12 Sep 2024 · recalled sample"
    assert [said(cell) for cell in first] == ["–", "JNIM", "mines (BF)", "–", "statement", words]
    assert first.xpath(".//a") == []
    assert [said(cell) for cell in second][:3] == ["–", "ISSP", "–"]
    assert second.xpath(".//a/@href") == ["/incidents/i-threat"]


def test_threats_as_json_tell_their_document_and_incident(get: Get) -> None:
    found = get("/threats.json?target=BF").json()["threats"]
    assert [(one["document"], one["incident"], one["kind"]) for one in found] == [
        ("courier", None, "threat"),
        ("tapoa", "i-threat", "threat"),
    ]


def test_long_lists_have_pages(get: Get, crowded: Shelf) -> None:
    page = tree(get("/incidents?kind=attack&page=2", of=crowded))
    assert len(page.xpath("//tbody/tr")) == 25
    assert page.xpath("//nav[@class='pager']/a/@href") == [
        "/incidents?kind=attack&page=1",
        "/incidents?kind=attack&page=3",
    ]
    last = tree(get("/incidents?kind=attack&page=5", of=crowded))
    assert (len(last.xpath("//tbody/tr")), last.xpath("//a[@rel='next']")) == (20, [])


def test_a_list_too_long_to_count_says_so_and_goes_on(get: Get, crowded: Any) -> None:
    class Endless(type(crowded)):  # type: ignore[misc]
        """A shelf that holds more than anybody counts."""

        def totals(self, query: Query, *, most: int | None = None) -> Totals:
            return Totals(most or 0, None, None)

    page = tree(get("/incidents?page=3", of=Endless(crowded.held, sample=False)))
    assert [text.strip() for text in page.xpath("//p[@class='counts']/text()")] == ["more than 500 incidents"]
    assert page.xpath("//nav[@class='pager']/span/text()") == ["page 3"]
    assert page.xpath("//a[@rel='next']/@href") == ["/incidents?page=4"]


def test_the_list_as_json_holds_incidents_in_the_form_of_the_contract(get: Get) -> None:
    found = get("/incidents.json?kind=attack").json()
    assert (found["schema"], found["totals"]["incidents"], found["pages"]) == ("tocsin/1", 3, 1)
    first = found["incidents"][0]
    assert (first["id"], first["killed"]["contested"], first["targets"][0]["best"]["country"]) == (
        "i-tansarga",
        True,
        "CN",
    )
    assert first == get("/incidents/i-tansarga.json").json()


def test_a_right_to_left_text_says_its_language(get: Get) -> None:
    shown = tree(get("/incidents/i-tansarga?report=4")).xpath("//*[@class='text']")[0]
    assert (shown.get("lang"), shown.get("dir")) == ("ar", "auto")


def test_a_text_that_the_store_does_not_keep_leaves_its_quotes(get: Get, shelf: Any) -> None:
    class Quoting(type(shelf)):  # type: ignore[misc]
        """A shelf whose texts are not kept."""

        def report(self, document: str, **known: Any) -> Any:
            held = super().report(document, **known)
            return replace(held, document=replace(held.document, text=""))

    page = tree(get("/incidents/i-tansarga", of=Quoting()))
    assert "Killed: ≥ 7 · governor's office" in [said(line) for line in page.xpath("//ul[@class='quotes']/li")]


def test_a_store_that_fails_is_said_to_fail(get: Get, shelf: Any) -> None:
    class Broken(type(shelf)):  # type: ignore[misc]
        """A shelf whose database is gone."""

        def totals(self, query: Query, *, most: int | None = None) -> Totals:
            raise StoreError("case.db", "the disk is full")

    answer = get("/incidents", of=Broken())
    assert answer.status_code == 503
    assert "case.db: the disk is full." in said(tree(answer).xpath("//main")[0])


@pytest.mark.parametrize("address", PAGES)
def test_tables_and_controls_have_names(get: Get, address: str) -> None:
    page = tree(get(address))
    assert page.xpath("//thead//th[not(@scope)] | //tbody//th[not(@scope)]") == []
    named = "ancestor::label or @id = //label/@for"
    assert page.xpath(f"//input[not({named}) and not(@type='hidden')] | //select[not({named})]") == []
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]


def test_incidents_of_any_shape_have_a_page(get: Get, cases: dict[str, Incident]) -> None:
    for incident in cases:
        answer = get(f"/incidents/{incident}")
        assert (answer.status_code, bool(re.search("<h1[^>]*>.+</h1>", answer.text))) == (200, True)


def test_the_list_as_a_table_has_a_row_for_every_incident_of_every_page(get: Get, crowded: Shelf) -> None:
    answer = get("/incidents.csv?kind=attack", of=crowded)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [one.id for one in crowded.incidents(Query(kind="attack"))]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert get("/incidents.csv?since=banana").status_code == 400
