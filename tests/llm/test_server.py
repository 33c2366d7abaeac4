"""What a model's server may do, and what comes of it: its words, or one error that names the host and the reason."""

import json
import socket
import time
from functools import partial
from threading import Event, Thread

import jsonschema
import pytest
from tests.model_server import Reply, failing, saying, serving

from tocsin.errors import ReaderError
from tocsin.llm.answer import schema
from tocsin.llm.server import LONGEST, Server, is_loopback


def _always(reply: Reply, _: str) -> Reply:
    return reply


def test_the_text_and_the_schema_are_sent_and_the_words_come_back() -> None:
    with serving(lambda _: saying("{}")) as (url, asked):
        assert Server(url + "/", "some-model", "secret").ask("The text.") == "{}"
    (one,) = asked
    assert (one.path, one.headers["Authorization"]) == ("/v1/chat/completions", "Bearer secret")
    assert one.body["messages"][1] == {"role": "user", "content": "The text."}
    assert one.body["model"] == "some-model"
    form = one.body["response_format"]
    assert (form["type"], form["json_schema"]["schema"]) == ("json_schema", schema())


def test_without_a_key_and_a_model_none_is_sent() -> None:
    with serving(lambda _: saying("{}")) as (url, asked):
        Server(url).ask("The text.")
    assert ("Authorization" in asked[0].headers, "model" in asked[0].body) == (False, False)


def test_the_schema_is_one_and_every_object_of_it_is_closed_and_asks_for_all_its_parts() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for part in (schema(), *schema()["$defs"].values()):
        assert (part["additionalProperties"], sorted(part["required"])) == (False, sorted(part["properties"]))


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (failing(500), "answered 500: Internal Server Error"),
        (failing(500, "<html>oops</html>"), "answered 500: Internal Server Error"),
        (failing(401, '{"error": {"message": "Bad key secret."}}'), "answered 401: Bad key …."),
        (failing(400, '{"error": {"message": "exceeds the context size"}}'), "answered 400: exceeds the context size"),
        (failing(404, '{"error": "no such model"}'), "answered 404: no such model"),
        (failing(400, '{"error": {"message": 7}}'), "answered 400: Bad Request"),
        (failing(400, "[]"), "answered 400: Bad Request"),
        (failing(200, "so what"), "gave an answer that is no chat completion"),
        (failing(200, ""), "gave an answer that is no chat completion"),
        (failing(200, '{"choices": []}'), "gave an answer that is no chat completion"),
        (failing(200, '{"choices": [{"message": {"content": 5}}]}'), "gave an answer that is no chat completion"),
        (failing(200, "[" * 100_000), "gave an answer that is no chat completion"),
        (failing(200, " " * (LONGEST + 1)), "gave an answer of more than 2,000,000 bytes"),
        (saying(""), "gave an empty answer"),
        (saying(None), "gave an empty answer"),
        (saying('{"events": [', "length"), "gave an answer that was cut off: the text, or what is in it, is too much"),
    ],
)
def test_an_answer_that_is_none_is_an_error_with_host_and_reason(reply: Reply, reason: str) -> None:
    with serving(lambda _: reply) as (url, _), pytest.raises(ReaderError) as caught:
        Server(url, key="secret").ask("The text.")
    assert str(caught.value).startswith(f"{url.removeprefix('http://').removesuffix('/v1')}: {reason}")


def test_a_server_that_moves_is_not_followed_so_that_text_and_key_go_nowhere_else() -> None:
    with serving(lambda _: saying("{}")) as (elsewhere, seen):
        for status in (301, 302, 303, 307, 308):
            moved = failing(status, Location=f"{elsewhere}/chat/completions")
            with serving(partial(_always, moved)) as (url, _), pytest.raises(ReaderError, match=f"{status}"):
                Server(url, key="secret").ask("The text.")
    assert seen == []


def test_a_slow_server_is_given_up() -> None:
    over = Event()

    def slowly(_: str) -> Reply:
        over.wait(5)
        return saying("{}")

    with serving(slowly) as (url, _), pytest.raises(ReaderError, match=r"gave no answer within 0\.2 s"):
        try:
            Server(url, seconds=0.2).ask("The text.")
        finally:
            over.set()


def test_a_server_that_only_trickles_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"

        def trickle() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                try:
                    for _ in range(100):
                        peer.sendall(b" ")
                        time.sleep(0.02)
                except OSError:
                    return

        thread = Thread(target=trickle)
        thread.start()
        with pytest.raises(ReaderError, match=r"gave no answer within 0\.3 s"):
            Server(url, seconds=0.3).ask("The text.")
        thread.join()


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ReaderError, match=f"127.0.0.1:{port}: cannot be reached: Connection refused"):
        Server(f"http://127.0.0.1:{port}/v1").ask("The text.")


def test_what_is_for_this_machine_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: saying("{}")) as (proxy, seen), serving(lambda _: saying("{}")) as (url, asked):
        monkeypatch.setenv("http_proxy", proxy)
        monkeypatch.delenv("no_proxy", raising=False)
        Server(url).ask("The text.")
    assert (len(seen), len(asked)) == (0, 1)


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:8080", "file:///etc/passwd", "ftp://host/v1", "http://", "http://me:pw@host/v1", "http://a:b"],
)
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(ReaderError, match="is no address of a model"):
        Server(url)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.8.8.8/v1", True),
        ("http://localhost/v1", True),
        ("http://LOCALHOST/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://0.0.0.0/v1", False),
        ("http://192.168.0.4/v1", False),
        ("http://localhost.example.org/v1", False),
        ("https://models.example.org/v1", False),
    ],
)
def test_only_loopback_is_this_machine(url: str, here: bool) -> None:
    assert Server(url).is_here is here


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(Server("http://localhost", key="secret"))
    assert not is_loopback("")
    assert json.loads(saying("x").body)["choices"][0]["message"]["content"] == "x"
