"""`analyze --reader llm` asks the model of the settings, says so before a text leaves, and goes on after errors."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.llm.test_records import QUOTE, TEXT, stance, telling
from tests.model_server import Reply, failing, saying, serving
from typer.testing import CliRunner, Result

from tocsin.cli import app
from tocsin.llm.server import Server
from tocsin.settings import LLM_GGUF, LLM_KEY, LLM_MODEL, LLM_SECONDS, LLM_URL

SETTINGS = (LLM_URL, LLM_MODEL, LLM_KEY, LLM_GGUF, LLM_SECONDS)
ANSWER = json.dumps(
    {
        "events": [
            telling(
                place="Kabul",
                perpetrators=["Martians"],
                killed={"words": "four policemen", "number": 4},
                stances=[stance("The Taliban claimed responsibility", "The Taliban", "claims")],
            )
        ]
    }
)


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.env, raising=False)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Return two reports of an attack, the second with a mark."""
    for name, mark in (("one", ""), ("two", "Reported twice.")):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}{mark}")
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def analyze(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["analyze", *arguments, "--reader", "llm"])


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_model_is_asked_for_each_text_and_its_report_says_that_it_read_it(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda _: saying(ANSWER)) as (url, asked):
        monkeypatch.setenv(LLM_URL.env, url)
        monkeypatch.setenv(LLM_MODEL.env, "some-model")
        monkeypatch.setenv(LLM_KEY.env, "secret")
        result = analyze(*paths, "--format", "jsonl", "--published", "2024-06-06")
    assert [one.body["messages"][-1]["content"] for one in asked] == [TEXT, f"{TEXT}Reported twice."]
    assert {(one.body["model"], one.headers["Authorization"]) for one in asked} == {("some-model", "Bearer secret")}
    assert [one["reader"] for one in objects(result)] == ["llm", "llm"]
    (event,) = objects(result)[0]["events"]
    assert (event["perpetrators"], event["place"]["name"], event["killed"]["low"]) == ([], "Kabul", 4)
    assert event["assertions"][0]["quote"] == QUOTE
    assert (result.exit_code, result.stderr) == (0, "")


def test_people_are_told_that_the_reading_is_unproven(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda text: saying('{"events": []}' if "twice" in text else ANSWER)) as (url, _):
        monkeypatch.setenv(LLM_URL.env, url)
        shown = analyze(*paths).stdout
    assert "read by a language model (unproven)\n" in shown
    assert "read by a language model (unproven), which found nothing that stands in the text\n" in shown


def test_without_being_asked_for_no_model_is_asked(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: saying(ANSWER)) as (url, asked):
        monkeypatch.setenv(LLM_URL.env, url)
        result = CliRunner().invoke(app, ["analyze", *paths, "--format", "jsonl"])
    assert (asked, ["reader" in one for one in objects(result)]) == ([], [False, False])


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (failing(500), "answered 500: Internal Server Error"),
        (failing(400, '{"error": {"message": "exceeds the context"}}'), "answered 400: exceeds the context"),
        (saying("Sorry."), "the model's answer: is not the JSON that was asked for"),
        (saying(""), "gave an empty answer"),
        (saying("{", "length"), "gave an answer that was cut off"),
    ],
)
def test_an_input_on_which_the_model_fails_is_one_line_and_the_next_is_done(
    reply: Reply, reason: str, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(lambda text: saying(ANSWER) if "twice" in text else reply) as (url, _):
        monkeypatch.setenv(LLM_URL.env, url)
        result = analyze(*paths, "--format", "jsonl")
    failed, done = objects(result)
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"tocsin: {paths[0]}: ")
    assert reason in line
    assert (failed["path"], failed["error"]["type"], len(done["events"])) == (paths[0], "ReaderError", 1)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://models.example.org/v1", "they are sent to models.example.org"),
        ("http://192.0.2.7:8080/v1", "they are sent to 192.0.2.7:8080, unencrypted"),
    ],
)
def test_before_a_text_leaves_the_machine_the_host_is_named_even_to_the_quiet(
    url: str, said: str, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def ask(_: Server, text: str) -> str:
        sent.append(text)
        return ANSWER

    monkeypatch.setattr(Server, "ask", ask)
    monkeypatch.setenv(LLM_URL.env, url)
    result = analyze(*paths, "--quiet")
    assert result.stderr == f"tocsin: warning: texts leave this machine: {said}\n"
    assert len(sent) == 2


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "set TOCSIN_LLM_URL or TOCSIN_LLM_GGUF: neither is set"),
        ({LLM_URL.env: "http://localhost/v1", LLM_GGUF.env: "model.gguf"}, "both are set"),
        ({LLM_URL.env: "localhost:8080"}, "localhost:8080: is no address of a model"),
        ({LLM_URL.env: "http://localhost/v1", LLM_SECONDS.env: "soon"}, "'soon' is no number of seconds"),
        ({LLM_URL.env: "http://localhost/v1", LLM_SECONDS.env: "0"}, "'0' is no number of seconds"),
    ],
)
def test_a_model_that_is_not_named_is_wrong_usage(
    environment: dict[str, str], words: str, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = analyze(*paths)
    assert words in " ".join(result.stderr.replace("│", " ").split())
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_gguf_file_that_is_not_there_is_one_line(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LLM_GGUF.env, "none.gguf")
    result = analyze(*paths)
    assert (result.exit_code, result.stderr) == (1, "tocsin: none.gguf: no such file, expected a GGUF model\n")


def test_a_gguf_file_without_xllamacpp_is_one_line(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xllamacpp", None)
    monkeypatch.setenv(LLM_GGUF.env, paths[0])
    said = f"tocsin: {paths[0]}: needs the package xllamacpp, which is not installed\n"
    result = analyze(*paths)
    assert (result.exit_code, result.stderr) == (1, said)
