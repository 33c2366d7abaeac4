"""Names in a store that stand for actors whom nobody has a record of: the ones to add first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tocsin.knowledge import Knowledge

_ARTICLE = re.compile(r"^(?:the|a|an|so-called|alleged|suspected)\s+", re.IGNORECASE)
_OPEN = ("armed_group", "organisation", "media_outlet", "unknown")


def unresolved(incidents: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> list[tuple[str, int]]:
    """Return the proper names of unresolved actors, each with the number of documents that tell of it, most first."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for actor, documents in _actors(incident):
            if actor["actor_id"] is None and actor["kind"] in _OPEN:
                name = _ARTICLE.sub("", actor["name"], count=1)
                if is_proper(name, knowledge):
                    told[name] |= set(documents)
    return sorted(((name, len(documents)) for name, documents in told.items()), key=lambda row: (-row[1], row[0]))


def is_proper(name: str, knowledge: Knowledge) -> bool:
    """Tell whether a name is one: capitals that neither begin a sentence nor are a country's, people's or place's."""
    capitals = [word for word in re.findall(r"[^\W\d_][\w’'-]*", name) if word[0].isupper()]
    own = [word for word in capitals if not _is_known(word, knowledge)]
    if len(own) == 1 and own[0] == name.split()[0] and knowledge.vocabulary().knows(own[0].lower()):
        return False
    return bool(own)


def _is_known(word: str, knowledge: Knowledge) -> bool:
    countries = knowledge.countries
    return bool(countries.nationality(word) or countries.named(word) or knowledge.is_place(word))


def _actors(incident: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Iterable[str]]]:
    """Yield every actor that an incident names, with the documents that do."""
    for view in (*incident.get("perpetrators", ()), *([incident["issuer"]] if incident.get("issuer") else [])):
        for told in view["values"]:
            if told["value"]:
                yield told["value"], (one["document"] for one in told["assertions"])
    for stances in incident["responsibility"]:
        if stances["actor"]:
            cited = [one for citations in stances.values() if isinstance(citations, list) for one in citations]
            yield stances["actor"], (one["document"] for one in cited)
