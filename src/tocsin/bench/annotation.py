"""One story's annotation by hand, compiled to the contract's form: every phrase gets the span where it stands.

A slot that an annotation leaves out says that the text does not give it, so all slots are there afterwards.
YAML reads an unquoted `NO` as false: under `country` and `language` that is Norway and Norwegian again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from tocsin.errors import BenchError
from tocsin.model import wire
from tocsin.model.record import Event

NOWHERE = [0, 0]
_ACTOR = {"text": "", "actor_id": None, "name": "", "kind": "unknown", "span": NOWHERE, "candidates": []}
_HOLDER: Mapping[str, Any] = {"text": None, "actor_id": None, "kind": "unknown", "via": [], "span": None}
_COUNT = {"low": None, "high": None, "qualifier": "exact", "text": "", "span": NOWHERE, "parts": []}
_PLACE_KEYS = ("place_id", "country", "admin1", "admin2", "lat", "lon")
_PLACE = {**dict.fromkeys(_PLACE_KEYS), "countries": [], "precision": "settlement", "text": "", "span": NOWHERE}
_DATE = {"start": None, "end": None, "precision": "day", "text": "", "span": NOWHERE}
_TARGET = {"country": None, "role": "hit", "count": None, "effect": None}
_STANCE = {"actor": None, "date": None, "channel": None, "span": NOWHERE, "assertion": ""}
# What each object holds where its annotation is silent, by the key under which it stands.
DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    **dict.fromkeys(("perpetrators", "issuer", "media_arm", "authority", "organisation", "actor"), _ACTOR),
    **dict.fromkeys(("killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators"), _COUNT),
    **dict.fromkeys(("count", "acts"), _COUNT),
    **dict.fromkeys(("holder", "via"), _HOLDER),
    "parts": {"low": None, "high": None, "text": ""},
    "place": _PLACE,
    "date": _DATE,
    "targets": _TARGET,
    "subjects": {"organisation": None, "position": None, "count": None},
    "responsibility": _STANCE,
    "links": {"event": None},
}


@dataclass(frozen=True, slots=True)
class Page:
    """A text under annotation, and the file to name in errors."""

    file: str
    text: str

    def located(self, node: Any, slot: str) -> Any:
        """Return the node with a `span` beside every `text` and a `text` beside every `span`, at any depth."""
        if isinstance(node, list):
            return [self.located(item, f"{slot}/{index}") for index, item in enumerate(node)]
        if isinstance(node, date):
            return node.isoformat()
        if not isinstance(node, dict):
            return node
        inner = {key: self.located(value, f"{slot}/{key}") for key, value in node.items() if key != "value"}
        whole = {**inner, **({"value": node["value"]} if "value" in node else {})}
        if "span" in whole:
            return {**whole, "text": self.covered(whole["span"], slot)}
        return {**whole, "span": self.find(whole["text"], whole.get("at", 1), slot)} if "text" in whole else whole

    def find(self, words: Any, nth: int, slot: str) -> list[int]:
        """Return the span of the nth occurrence; raise BenchError where there is none."""
        if not isinstance(words, str) or not words:
            raise BenchError(f"{self.file} {slot}", f"text must be words of the story, not {words!r}")
        start = -1
        for _ in range(nth):
            start = self.text.find(words, start + 1)
            if start < 0:
                raise BenchError(f"{self.file} {slot}", f"occurrence {nth} is not in the story: {words!r}")
        return [start, start + len(words)]

    def covered(self, span: Any, slot: str) -> str:
        """Return the words under a span; raise BenchError where it leaves the text."""
        try:
            start, end = span
        except (TypeError, ValueError):
            raise BenchError(f"{self.file} {slot}", f"a span is [start, end], not {span!r}") from None
        if not 0 <= start < end <= len(self.text):
            raise BenchError(f"{self.file} {slot}", f"span {span!r} leaves the text of {len(self.text)} characters")
        return self.text[start:end]

    def event(self, raw: Mapping[str, Any], index: int) -> dict[str, Any]:
        """Return an event in the contract's form with its `also`; raise BenchError where a value does not fit."""
        slot = f"events/{raw.get('id', index)}"
        found = filled("events", self.located(dict(raw), slot), {})
        try:
            event = wire.parse(Event, {"id": f"e{index + 1}", "main": False, **found})
        except msgspec.ValidationError as error:
            raise BenchError(f"{self.file} {slot}", str(error)) from error
        whole: dict[str, Any] = wire.plain(event)
        return {**whole, "also": found.get("also", [])}

    def judgement(self, raw: Mapping[str, Any], slot: str) -> dict[str, Any]:
        """Return an assessment or relation with the clause that makes it as its quote."""
        found: dict[str, Any] = self.located(dict(raw), slot)
        return {**found, "quote": found.get("text")}


def filled(key: str, node: Any, parent: Mapping[str, Any]) -> Any:
    """Return the node with all that its kind of object holds, silent parts at their defaults."""
    if node is False and key in ("country", "language"):
        return "NO" if key == "country" else "no"
    if isinstance(node, list):
        return [filled(key, item, parent) for item in node]
    if not isinstance(node, dict) or key == "value":
        return node
    whole = {**DEFAULTS.get(key, {}), **{name: filled(name, value, node) for name, value in node.items()}}
    if key == "count" and not whole["text"]:
        whole |= {"text": parent.get("text", ""), "span": parent.get("span", NOWHERE)}
    if DEFAULTS.get(key) is _ACTOR and not whole["name"]:
        whole["name"] = whole["text"]
    return whole
