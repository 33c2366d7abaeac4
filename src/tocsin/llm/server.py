"""The one place from which a text may leave the machine: a chat completion at an OpenAI-compatible address."""

import time
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import BaseHandler, HTTPRedirectHandler, ProxyHandler, Request, build_opener

import msgspec

from tocsin.errors import ReaderError
from tocsin.llm.answer import PROMPT, schema

LONGEST = 2_000_000  # bytes of an answer
TOKENS = 2_048  # of an answer: a small model may go on for ever
_PIECE, _REASON = 65_536, 300


@dataclass(frozen=True, slots=True)
class _Message:
    content: str | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    message: _Message
    finish_reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Completion:
    choices: list[_Choice]


class _Stay(HTTPRedirectHandler):
    """Follows no redirection: the text and the key go where the user said, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        """Return no new request."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server by its address (`http://127.0.0.1:8080/v1`, say), its model, its key, and how many seconds it may take.

    Raises `ReaderError` where the address is no HTTP address.
    """

    url: str
    model: str = ""
    key: str = field(default="", repr=False)
    seconds: float = 300.0

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
        except ValueError:
            sound = None
        if not sound:
            raise ReaderError(self.url, "is no address of a model, expected one like http://127.0.0.1:8080/v1")

    @property
    def host(self) -> str:
        """Return the host and the port."""
        return urlsplit(self.url).netloc

    @property
    def is_here(self) -> bool:
        """Tell whether the host is this machine, so that nothing leaves it."""
        return is_loopback(urlsplit(self.url).hostname or "")

    @property
    def is_sealed(self) -> bool:
        """Tell whether what goes there is encrypted."""
        return urlsplit(self.url).scheme == "https"

    def ask(self, text: str) -> str:
        """Return the model's words on a text; raise `ReaderError` where there are none, or not all."""
        try:
            return self._words(self._post(msgspec.json.encode(self._asked(text))))
        except HTTPError as error:
            with error:
                raise self._trouble(f"answered {error.code}: {_said(error.read(LONGEST)) or error.reason}") from None
        except TimeoutError:
            raise self._trouble(f"gave no answer within {self.seconds:g} s") from None
        except (OSError, HTTPException) as error:
            if isinstance(error, URLError) and isinstance(error.reason, TimeoutError):
                raise self._trouble(f"gave no answer within {self.seconds:g} s") from None
            raise self._trouble(f"cannot be reached: {_why(error)}") from None

    def _asked(self, text: str) -> dict[str, Any]:
        form = {"name": "events", "strict": True, "schema": schema()}
        asked = {
            "messages": [{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
            "temperature": 0,
            "max_tokens": TOKENS,
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        return {**asked, "model": self.model} if self.model else asked

    def _post(self, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        request = Request(f"{self.url.rstrip('/')}/chat/completions", body, headers)  # noqa: S310 - it is HTTP
        direct: list[BaseHandler] = [ProxyHandler({})] if self.is_here else []  # a proxy may be another machine
        until = time.monotonic() + self.seconds
        answer: HTTPResponse
        with build_opener(_Stay(), *direct).open(request, timeout=self.seconds) as answer:
            taken = bytearray()
            while piece := answer.read1(_PIECE):
                taken += piece
                if time.monotonic() > until:
                    raise TimeoutError
                if len(taken) > LONGEST:
                    raise self._trouble(f"gave an answer of more than {LONGEST:,} bytes")
        return bytes(taken)

    def _words(self, raw: bytes) -> str:
        try:
            choice = msgspec.json.decode(raw, type=_Completion).choices[0]
        except (msgspec.DecodeError, RecursionError, IndexError):
            raise self._trouble("gave an answer that is no chat completion") from None
        if choice.finish_reason == "length":
            raise self._trouble(
                "gave an answer that was cut off: the text, or what is in it, is too much for the model"
            )
        if not choice.message.content:
            raise self._trouble("gave an empty answer")
        return choice.message.content

    def _trouble(self, reason: str) -> ReaderError:
        return ReaderError(self.host, reason.replace(self.key, "…") if self.key else reason)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine and no other can reach it there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _said(body: bytes) -> str:
    """Return what a server says is wrong: the message of its JSON, else nothing."""
    try:
        error = msgspec.json.decode(body)["error"]
    except (msgspec.DecodeError, RecursionError, LookupError, TypeError):
        return ""
    said = error.get("message") if isinstance(error, dict) else error
    return said[:_REASON] if isinstance(said, str) else ""


def _why(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    return str(getattr(cause, "strerror", None) or cause or type(cause).__name__)
