"""A real HTTP server on loopback that answers as a model would: with what a test gives it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """One answer: its status, body and headers."""

    status: int
    body: bytes
    headers: dict[str, str]


class Asked(NamedTuple):
    """One question: its path, headers and JSON."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


def saying(content: str | None, finish: str = "stop") -> Reply:
    """Return the completion in which a model says that."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
    return Reply(200, json.dumps({"object": "chat.completion", "choices": [choice]}).encode(), {})


def failing(status: int, body: str = "", **headers: str) -> Reply:
    """Return an answer that is no success."""
    return Reply(status, body.encode(), headers)


@contextmanager
def serving(reply: Callable[[str], Reply]) -> Iterator[tuple[str, list[Asked]]]:
    """Yield the address of a server, and all that it was asked; `reply` makes an answer of the text it was sent."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(Asked(self.path, dict(self.headers), body))
            given = reply(body["messages"][-1]["content"])
            self.send_response(given.status)
            for name, value in {"Content-Length": str(len(given.body)), **given.headers}.items():
                self.send_header(name, value)
            with suppress(ConnectionError):  # whoever asked has given up
                self.end_headers()
                self.wfile.write(given.body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1", asked
        finally:
            server.shutdown()
