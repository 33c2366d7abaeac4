"""Incidents, threats and assessments as lines in a terminal, from their wire form."""

from collections.abc import Iterator
from typing import Any

from tocsin.cli.say import Paint, plainly, printable
from tocsin.cli.text import holder_words, quoted, row, via_words
from tocsin.model.incident import MANY, SINGLE
from tocsin.model.wire import SCHEMA, plain
from tocsin.store import Held
from tocsin.web.wording import (
    NOTHING,
    actor_name,
    count_words,
    date_words,
    label,
    place_words,
    target_words,
    value_words,
)

STANCES = ("claims", "denies", "accused", "suspected", "confirmed", "cleared", "retracted", "no_claim")
LETTERS = dict(zip(STANCES, "CDASKXR–", strict=True))


def held(one: Held[Any]) -> dict[str, Any]:
    """Return the wire form of a noun with the ids of its document and incident."""
    return {"schema": SCHEMA, "document": one.document, "incident": one.incident, **plain(one.noun)}


def incident_lines(incident: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for an incident: where it stands in the list, and what it was."""
    where = place_words(_best(incident, "place")) or NOTHING
    facts = [date_words(_best(incident, "date")), where, incident["kind"], _toll(incident), _standing(incident)]
    reports = f"{len(incident['documents'])} reports, {incident['independent_sources']} independent"
    state = [incident["status"], *(["contested"] if _contested(incident) else []), reports]
    head = f"{paint(incident['id'], 'name')}  {paint(printable(' · '.join(filter(None, facts))), 'title')}"
    return [head, f"  {printable(incident['summary'])}  {paint(', '.join(state), 'quiet')}"]


def threat_lines(threat: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for a threat: who threatens whom, and in which words it is summed up."""
    issuers = [threat["issuer"]] if threat["issuer"] else threat["perpetrators"]
    by = ", ".join(actor_name(actor) for actor in issuers) or "somebody unnamed"
    whom = ", ".join(filter(None, map(target_words, threat["targets"]))) or "nobody named"
    head = f"{date_words(threat['date'])} · {by} threatens {whom}"
    return [
        f"{paint(threat['incident'] or threat['document'], 'name')}  {paint(printable(head), 'title')}",
        f"  {printable(threat['summary'])}",
    ]


def assessment_lines(assessment: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for a judgement: what is judged and by whom, and its words."""
    by = f"{holder_words(assessment['holder'])}{via_words(assessment['holder'])}"
    head = f"{assessment['type']} · {assessment['factuality']} · {by}: {assessment['text']}"
    return [
        f"{paint(assessment['incident'] or assessment['document'], 'name')}  {printable(head)}",
        f"  {paint(quoted(assessment['quote']), 'quiet')}",
    ]


def whole_incident(incident: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return the lines of one incident: every value of every field with everybody who gives it."""
    lines = incident_lines(incident, paint)
    for name in SINGLE:
        if incident.get(name):
            lines += _view(name, incident[name], paint)
    for name in MANY:
        for view in incident.get(name) or ():
            lines += _view(name, view, paint)
    for stances in incident["responsibility"]:
        for stance in STANCES:
            lines += [_cited(f"{_who(stances)} {stance.replace('_', ' ')}", one, paint) for one in stances[stance]]
    lines.append(row("Documents", ", ".join(incident["documents"]), "", paint))
    return lines


def _view(name: str, view: dict[str, Any], paint: Paint) -> Iterator[str]:
    mark = paint(" contested", "warning") if view["contested"] else ""
    yield row(label(name), value_words(name, view["best"]) or NOTHING, "", paint) + mark
    for told in view["values"]:
        for one in told["assertions"]:
            yield _cited(value_words(name, told["value"]) or "", one, paint)


def _cited(value: str, citation: dict[str, Any], paint: Paint) -> str:
    holder = citation["holder"]
    by = f"{holder_words(holder)}{via_words(holder)}, {citation['factuality']}, {citation['document']}"
    return row("", f"  {value} – {by}" if value else f"  {by}", quoted(citation["quote"]), paint)


def _best(incident: dict[str, Any], name: str) -> Any:
    return (incident.get(name) or {}).get("best")


def _contested(incident: dict[str, Any]) -> bool:
    views = [incident.get(name) for name in SINGLE] + [view for name in MANY for view in incident.get(name) or ()]
    return any(view["contested"] for view in views if view)


def _toll(incident: dict[str, Any]) -> str:
    told = [(name, _best(incident, name)) for name in ("killed", "wounded", "abducted", "arrested")]
    return ", ".join(f"{count_words(count)} {name}" for name, count in told if count)


def _standing(incident: dict[str, Any]) -> str:
    """Return who stands where, as letters: C claims, D denies, A accused, S suspected, K confirmed, X cleared."""
    return " ".join(
        f"{LETTERS[stance]} {_who(stances)}"
        for stances in incident["responsibility"]
        for stance in STANCES[:-1]
        if stances[stance]
    )


def _who(stances: dict[str, Any]) -> str:
    return actor_name(stances["actor"]) if stances["actor"] else "nobody"
