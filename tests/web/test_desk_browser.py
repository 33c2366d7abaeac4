"""In a real browser the desk loads nothing from outside, breaks no rule of its own, and shows words beside values."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright
from tests.web.conftest import FakeShelf

from tocsin.web.app import make_app

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CASE = "/incidents/i-tansarga"
PAGES = ("/incidents", CASE, f"{CASE}?report=4", "/threats", "/targets", "/review", "/incidents?page=1&kind=attack")
# WCAG's relative luminance, of the colours as the browser computes them, over the nearest ground that is painted.
CONTRASTS = """() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = rgb(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const shown = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && element.checkVisibility();
  return [...document.querySelectorAll("body *")].filter(shown).map((element) => {
    const [one, other] = [light(rgb(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return [ratio, element.outerHTML.slice(0, 80)];
  });
}"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip(f"no browser: {CHROMIUM} is absent")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(shelf: FakeShelf) -> Iterator[str]:
    """Serve the composed case on a free port of the loopback."""
    server = uvicorn.Server(
        uvicorn.Config(make_app(shelf, judge="ana"), host="127.0.0.1", port=0, log_level="warning", ws="none")
    )
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started and serving.is_alive():
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    serving.join()


class Witness:
    """Everything that a page complains of, and every request that it makes."""

    def __init__(self, page: Page) -> None:
        self.troubles: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self.asked)

    def asked(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    found = chromium.new_page(base_url=address, viewport={"width": 1280, "height": 800})
    yield found
    found.close()


@pytest.fixture
def plain_page(chromium: Browser, address: str) -> Iterator[Page]:
    """Give a page that runs no script."""
    found = chromium.new_page(base_url=address, viewport={"width": 1280, "height": 480}, java_script_enabled=False)
    yield found
    found.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_the_outside_and_complains_of_nothing(page: Page, address: str, path: str) -> None:
    witness = Witness(page)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert [url for url in witness.requests if not url.startswith(f"{address}/")] == []
    assert f"{address}/static/desk.css" in witness.requests
    assert witness.troubles == []


def test_a_script_in_a_report_does_not_run(page: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", answer)
    page.goto(CASE)
    assert page.locator(".text").inner_text().count("<script>") == 1
    assert asked == []


def test_clicking_a_value_shows_its_words(page: Page) -> None:
    page.goto(CASE)
    page.click("#v-killed-0-0")
    assert page.locator("mark.on").all_inner_texts() == ["at least seven workers"]
    assert page.locator(".value.on").all_inner_texts() == ["≥ 7"]
    assert page.url.endswith(CASE)


def test_clicking_words_shows_their_value_and_no_other(page: Page) -> None:
    page.goto(CASE)
    page.click("#v-killed-0-0")
    page.click("mark >> text=Eleven others were wounded")
    assert page.locator(".value.on").all_inner_texts() == ["11"]
    assert page.locator("mark.on").all_inner_texts() == ["Eleven others were wounded"]


def test_a_value_told_elsewhere_opens_that_report_at_its_words(page: Page) -> None:
    page.goto(CASE)
    page.click("#v-killed-0-1")
    assert page.url.endswith("?report=2#s-2-a4")
    assert page.locator("mark:target").inner_text() == "The army put the dead"


def test_without_script_a_value_leads_to_its_words(plain_page: Page) -> None:
    plain_page.goto(CASE)
    plain_page.click("#v-wounded-0-0")
    assert plain_page.locator("mark:target").inner_text() == "Eleven others were wounded"
    box = plain_page.locator("mark:target").bounding_box()
    assert box and 0 < box["y"] < 480


def test_without_script_words_lead_back_to_their_value(plain_page: Page) -> None:
    plain_page.goto(CASE)
    plain_page.click("mark >> text=Eleven others were wounded")
    assert plain_page.locator(".value:target").inner_text() == "11"


def test_without_script_no_key_is_promised(plain_page: Page) -> None:
    plain_page.goto("/incidents")
    assert not plain_page.locator(".keys").is_visible()


def test_j_and_k_move_and_enter_opens(page: Page) -> None:
    page.goto("/incidents")
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    assert page.locator("tr.on .what a").inner_text() == "arrest"
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/i-arrest")


def test_j_moves_over_a_line_that_leads_nowhere(page: Page) -> None:
    witness = Witness(page)
    page.goto("/threats")
    page.keyboard.press("j")
    assert page.locator("tr.on th").inner_text() == "JNIM"
    assert witness.troubles == []


def test_figures_switch_between_reports(page: Page) -> None:
    page.goto(CASE)
    page.keyboard.press("3")
    page.wait_for_url("**?report=3#evidence")
    assert page.locator(".tabs [aria-current]").inner_text().startswith("3 Horizon Brief")


def test_slash_searches_f_filters_and_typing_is_left_alone(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("f")
    assert page.locator("#filters").get_attribute("open") is not None
    page.keyboard.type("j")
    assert page.locator("#filters [name=country]").input_value() == "j"
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("bomb/j")
    assert page.locator("#search").input_value() == "bomb/j"


def test_the_filter_form_narrows_the_list(plain_page: Page) -> None:
    plain_page.goto("/incidents")
    plain_page.click("summary")
    plain_page.select_option("[name=kind]", "threat")
    plain_page.click("text=Apply")
    assert plain_page.locator("tbody tr").count() == 1
    plain_page.click(".chip")
    assert plain_page.locator("tbody tr").count() == 5


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_page_never_scrolls_sideways(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("width", [390, 1280])
def test_long_names_and_many_figures_do_not_widen_the_list(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto("/incidents")
    page.evaluate("""document.querySelectorAll(".toll .other, .badge, .where").forEach((told) => {
      told.append(" the head of the provincial health department, the spokesman of the joint command and others 77");
    })""")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_narrow_page_the_record_comes_first(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(CASE)
    record, evidence = page.locator("#record").bounding_box(), page.locator("#evidence").bounding_box()
    assert record and evidence and record["y"] < evidence["y"]


def test_the_words_stay_in_sight_while_the_record_scrolls(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(CASE)
    page.mouse.wheel(0, 10_000)
    page.wait_for_function("scrollY > 100")
    assert page.locator(".tabs").bounding_box() and page.locator(".text").is_visible()
    top = page.locator("#evidence").bounding_box()
    assert top and 0 <= top["y"] < 100


def test_the_first_stop_of_the_keyboard_skips_the_bar(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    assert page.evaluate("getComputedStyle(document.activeElement).left") == "8px"


@pytest.mark.parametrize("path", [*PAGES, f"{CASE}?report=3#s-3-j1", "/incidents/nobody"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground_seven_to_one(
    chromium: Browser, address: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.new_page(base_url=address, color_scheme=scheme)
    page.goto(path)
    found = page.evaluate(CONTRASTS)
    page.close()
    assert len(found) > 5
    assert [measured for measured in found if measured[0] < 7] == []


@pytest.mark.parametrize(
    ("path", "keys", "verdict"),
    [
        (CASE, "s", "split"),
        (CASE, "m", "same"),
        (CASE, "d", "different"),
        (CASE, "u", "unsure"),
        (CASE, "z", "undo"),
        ("/review", "jm", "same"),
        ("/review", "ju", "unsure"),
    ],
)
def test_one_key_judges(page: Page, shelf: FakeShelf, path: str, keys: str, verdict: str) -> None:
    page.goto(path)
    before = len(shelf.asked)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert [asked.verdict for asked in shelf.asked[before:]] == [verdict]
    assert page.url.endswith(path)


def test_without_script_a_button_judges(plain_page: Page, shelf: FakeShelf) -> None:
    plain_page.goto("/review")
    before = len(shelf.asked)
    plain_page.get_by_role("button", name="different").click()
    assert [(asked.verdict, asked.judge) for asked in shelf.asked[before:]] == [("different", "ana")]


def test_a_key_in_a_field_judges_nothing(page: Page, shelf: FakeShelf) -> None:
    page.goto(CASE)
    before = len(shelf.asked)
    page.keyboard.press("/")
    page.keyboard.type("smduz")
    assert shelf.asked[before:] == []
