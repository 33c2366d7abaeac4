"""One incident as one line of a list: what is uncertain reads as uncertain, what is unknown as "–", never as 0."""

from dataclasses import dataclass
from typing import Any, Final

from tocsin.model.incident import Incident, View
from tocsin.model.record import EventKind
from tocsin.model.values import Actor
from tocsin.model.wire import plain
from tocsin.web.voices import ARTICLE, Sign, taken
from tocsin.web.wording import (
    NOTHING,
    actor_name,
    count_words,
    country_name,
    date_words,
    handling_words,
    place_words,
    plain_words,
    value_words,
)

TOLL: Final = ("killed", "abducted", "wounded", "missing", "arrested", "killed_perpetrators")
TOLL_WORDS: Final = {"killed_perpetrators": "perpetrators killed"}


@dataclass(frozen=True, slots=True)
class Badge:
    """An actor's part as told: a letter, a shape, and the words of both for those who cannot see them."""

    letter: str
    shape: str
    words: str
    actor: str
    name: str
    sayings: int


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure with those that others give; `contested` where they cannot all hold."""

    words: str
    others: tuple[str, ...]
    contested: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    id: str
    when: str
    where: str
    what: str
    who: str
    whom: str
    medium: str
    tolls: tuple[Toll, ...]
    badges: tuple[Badge, ...]
    reports: int
    sources: int
    status: str
    kind: EventKind
    contested: bool
    sample: bool
    handling: tuple[str, ...] = ()


def row(incident: Incident) -> Row:
    """Return an incident's line."""
    return Row(
        id=incident.id,
        when=date_words(best(incident, "date")),
        where=place_words(best(incident, "place")) or NOTHING,
        what=what(incident),
        who=who(incident),
        whom=" · ".join(_elements(incident, "targets")[:3]) or NOTHING,
        medium=value_words("medium", best(incident, "medium")) or NOTHING,
        tolls=tolls(incident),
        badges=badges(incident),
        reports=len(incident.reports),
        sources=incident.independent_sources,
        status=incident.status,
        kind=incident.kind,
        contested=incident.contested,
        sample=incident.sample,
        handling=tuple(handling_words(plain(incident.handling))),
    )


def best(incident: Incident, name: str) -> Any:
    """Return the best reading of a single field in its wire form, or `None`."""
    view = incident.fields.get(name)
    return plain(view.best) if view else None


def what(incident: Incident) -> str:
    """Return what kind of thing happened, as "suicide bombing" or "attempted armed assault"."""
    if incident.kind != "attack":
        return _what_else(incident)
    types = [plain_words(code) for code in map(str, _bests(incident, "attack_types")) if code != "unknown"]
    words = " · ".join(dict.fromkeys(types)) or "attack"
    suicide = "suicide " if best(incident, "suicide") else ""
    stage = best(incident, "stage")
    return f"{'' if stage in (None, 'accomplished') else f'{stage} '}{suicide}{words}"


def _what_else(incident: Incident) -> str:
    medium = best(incident, "medium")
    return f"{incident.kind} · {plain_words(medium)}" if medium else incident.kind


def who(incident: Incident) -> str:
    """Return who acted or issued, as told, or "–"."""
    issuer = best(incident, "issuer")
    actors = [issuer] if issuer else _bests(incident, "perpetrators")
    return " · ".join(dict.fromkeys(actor_name(actor) for actor in actors)) or NOTHING


def headline(incident: Incident) -> str:
    """Return what happened and where, in a few words."""
    words = what(incident)
    return f"{words[:1].upper()}{words[1:]}{_somewhere(best(incident, 'place'))}"


def _somewhere(place: dict[str, Any] | None) -> str:
    if place is None:
        return ""
    if place.get("precision") == "country" and place.get("country"):
        return f", {country_name(place['country'])}"
    words = place_words({**place, "country": None, "countries": []})
    return "" if words in (None, NOTHING) else f" {words}" if place.get("precision") == "near" else f", {words}"


def tolls(incident: Incident) -> tuple[Toll, ...]:
    """Return the figures told, those of the dead first; empty where none is told."""
    named = ((name, incident.fields.get(name)) for name in TOLL)
    return tuple(
        Toll(_figure(name, view), _others(view), view.contested)
        for name, view in named
        if view and view.best is not None
    )


def _figure(name: str, view: View) -> str:
    count = plain(view.best)
    words = TOLL_WORDS.get(name, name)
    return f"{count_words(count)} {words.replace('perpetrators', 'perpetrator') if count['high'] == 1 else words}"


def _others(view: View) -> tuple[str, ...]:
    """Return the other figures of a count, each with who gives it; a mere plural is none beside a figure."""
    agreed = count_words(plain(view.best))
    figures = [value for value in view.values if value.value is not None and not _is_plural(plain(value.value))]
    told = ((count_words(plain(value.value)), value) for value in figures)
    return tuple(dict.fromkeys(f"{_short(value.assertions)} {figure}" for figure, value in told if figure != agreed))


def _is_plural(count: Any) -> bool:
    """Tell whether a count is only that of a plural ("passengers"): two or more."""
    return bool(count.get("qualifier") == "vague" and count.get("low") == 2)


def _short(citations: tuple[Any, ...]) -> str:
    named = [ARTICLE.sub("", citation.holder.text) for citation in citations if citation.holder.text]
    return named[0] if named else "or"


def badges(incident: Incident) -> tuple[Badge, ...]:
    """Return every stance taken towards every actor."""
    return tuple(
        _badge(sign, stances.actor, len(cited)) for stances in incident.responsibility for sign, cited in taken(stances)
    )


def _badge(sign: Sign, actor: Actor | None, sayings: int) -> Badge:
    """Return a badge; "no claim" has no letter that would say so, and stands in words before the name, if any."""
    named = actor_name(plain(actor)) if actor else sign.words
    if actor and sign.stance == "no_claim":
        named = f"{sign.words} by {named}"
    return Badge(sign.letter, sign.shape, sign.words, named, actor.name if actor else "nobody named", sayings)


def _bests(incident: Incident, name: str) -> list[Any]:
    return [plain(view.best) for view in incident.lists.get(name, ()) if view.best is not None]


def _elements(incident: Incident, name: str) -> list[str]:
    words = (value_words(name, value) for value in _bests(incident, name))
    return list(dict.fromkeys(word for word in words if word))
