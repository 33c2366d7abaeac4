"""Judgements at the desk: forms of its own pages alone, led back to where they were made."""

from collections.abc import Callable

import anyio
import httpx
import pytest
from tests.web.conftest import FakeShelf, Get
from tests.web.test_pages import said, tree

from tocsin.web.app import make_app

HERE = "http://127.0.0.1:8177"
Post = Callable[..., httpx.Response]


@pytest.fixture
def post(shelf: FakeShelf) -> Post:
    """Send the desk a form, as a page of its own does."""

    def send(content: dict[str, str | list[str]] | bytes, to: str = "/judge", **headers: str) -> httpx.Response:
        async def sending() -> httpx.Response:
            transport = httpx.ASGITransport(app=make_app(shelf, judge="ana"))
            async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
                given = {"content": content} if isinstance(content, bytes) else {"data": content}
                return await client.post(to, headers={"origin": HERE, **headers}, **given)

        return anyio.run(sending)

    return send


def test_a_judgement_is_written_under_the_name_of_the_judge_and_leads_back(post: Post, shelf: FakeShelf) -> None:
    form: dict[str, str | list[str]] = {"verdict": "split", "subject": "i1", "other": ["d1:e1", "d2:e1"]}
    answer = post(form | {"reason": " two roads ", "back": "/incidents/i1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents/i1")
    asked = shelf.asked[-1]
    assert (asked.verdict, asked.subject, asked.others, asked.judge, asked.reason) == (
        *("split", "i1", ("d1:e1", "d2:e1"), "ana", "two roads"),
    )


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_judgement_leads_nowhere_else(post: Post, back: str) -> None:
    assert post({"verdict": "undo", "subject": "1", "back": back}).headers["location"] in ("/", "/incidents")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_other_site_can_judge(post: Post, shelf: FakeShelf, headers: dict[str, str]) -> None:
    before = len(shelf.asked)
    answer = post({"verdict": "undo", "subject": "1"}, **headers)
    assert (answer.status_code, len(shelf.asked)) == (403, before)
    assert "judgements are taken from the desk's own pages alone" in said(tree(answer).xpath("//main")[0])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({"verdict": "maybe", "subject": "i1"}, "maybe: expected one of same, different, unsure"),
        ({}, "verdict: expected one of same, different, unsure"),
        (b"verdict=undo&subject=" + b"1" * 20_000, "a form: is longer than 10000 bytes"),
        (b"&".join([b"other=d1:e1"] * 300), "a form: cannot be read"),
        (b"verdict=\xff\xfe", "a form: cannot be read"),
    ],
    ids=["unknown verdict", "empty", "too long", "too many fields", "no text"],
)
def test_a_form_that_cannot_be_read_is_refused_with_the_reason(
    post: Post, content: dict[str, str | list[str]] | bytes, reason: str
) -> None:
    answer = post(content)
    assert answer.status_code == 403
    assert reason in said(tree(answer).xpath("//main")[0])


def test_a_judgement_that_cannot_stand_says_why(post: Post) -> None:
    answer = post({"verdict": "same", "subject": "nobody", "object": "i1"})
    assert answer.status_code == 409
    assert "nobody: there is no incident and no account of that name" in said(tree(answer).xpath("//main")[0])


def test_an_incident_shows_what_may_be_the_same_and_what_was_judged(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga"))
    asked = said(page.xpath("//ul[@class='asked']/li")[0])
    assert "+ same day · − numbers differ: killed" in asked
    assert asked.endswith("same mdifferent dunsure u")
    told = said(page.xpath("//ol[@class='told-before']/li")[0])
    assert told == "14 Sep 2024 · ana · different courier:e1 radio:e1: two roads undo z"


def test_a_former_state_cannot_be_judged(get: Get) -> None:
    page = tree(get("/incidents/i-tansarga?as_of=2024-09-15"))
    assert [button.get("data-key") for button in page.xpath("//button[@data-key]")] == []


def test_the_review_lists_pairs_with_both_sides_and_the_signs(get: Get) -> None:
    (row,) = tree(get("/review")).xpath("//table[@class='review']/tbody/tr")
    assert "same day, − numbers differ: killed" in said(row)
    assert len(row.xpath(".//td[1]//a | .//td[2]//a")) == 2


def test_a_value_is_corrected_under_the_name_of_the_judge_and_leads_back(post: Post, shelf: FakeShelf) -> None:
    form: dict[str, str | list[str]] = {"incident": "i/1", "field": "killed", "value": " 6 ", "reason": "the hospital"}
    answer = post(form, to="/correct")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents/i%2F1")
    told = shelf.amended[-1]
    assert (told.incident, told.field, told.value, told.holds, told.by, told.reason) == (
        *("i/1", "killed", "6", True, "ana", "the hospital"),
    )
    post(form | {"wrong": "yes"}, to="/correct")
    assert not shelf.amended[-1].holds


def test_a_correction_that_cannot_be_is_told_with_its_reason(post: Post) -> None:
    answer = post({"incident": "i1", "field": "killd", "value": "6"}, to="/correct")
    assert answer.status_code == 400
    assert "cannot be entered" in answer.text


def test_no_other_site_can_correct(post: Post, shelf: FakeShelf) -> None:
    before = len(shelf.amended)
    answer = post(
        {"incident": "i1", "field": "killed", "value": "6"}, to="/correct", origin="https://elsewhere.example"
    )
    assert (answer.status_code, len(shelf.amended)) == (403, before)
