"""Incidents, threats and assessments as lines in a terminal, from their wire form."""

from typing import Any

from tocsin.cli.say import Paint, plainly, printable, several
from tocsin.cli.text import holder_words, quoted, via_words
from tocsin.model.incident import MANY, SINGLE
from tocsin.web.voices import SIGNS
from tocsin.web.wording import NOTHING, actor_name, count_words, date_words, handling_words, place_words, target_words


def incident_lines(incident: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for an incident: where it stands in the list, and what it was."""
    where = place_words(_best(incident, "place")) or NOTHING
    by = f"by {actor_name(_best(incident, 'issuer'))}" if _best(incident, "issuer") else ""
    facts = [date_words(_best(incident, "date")), where, incident["kind"], by, _toll(incident), _standing(incident)]
    reports = f"{several(len(reported(incident)), 'report')}, {incident['independent_sources']} independent"
    contested = ["contested"] if incident["contested"] else []
    state = [incident["status"], *contested, *handling_words(incident["handling"]), reports]
    head = f"{paint(incident['id'], 'name')}  {paint(printable(' · '.join(filter(None, facts))), 'title')}"
    return [head, f"  {printable(incident['summary'])}  {paint(', '.join(state), 'quiet')}"]


def reported(incident: dict[str, Any]) -> list[str]:
    """Return the documents that tell of an incident, without those that only correct it."""
    views = [incident[name] for name in SINGLE if incident.get(name)]
    views += [view for name in MANY for view in incident.get(name) or ()]
    cited = [one for view in views for told in view["values"] for one in told["assertions"]]
    corrections = {one["document"] for one in cited if one["source_kind"] == "correction"}
    return [document for document in incident["documents"] if document not in corrections]


def threat_lines(threat: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for a threat: who threatens whom, and in which words it is summed up."""
    issuers = [threat["issuer"]] if threat["issuer"] else threat["perpetrators"]
    by = ", ".join(actor_name(actor) for actor in issuers) or "somebody unnamed"
    whom = ", ".join(filter(None, map(target_words, threat["targets"]))) or "somebody unnamed"
    head = f"{date_words(threat['date'])} · by {by} against {whom}"
    return [
        f"{paint(_place_of(threat), 'name')}  {paint(printable(head), 'title')}",
        f"  {printable(threat['summary'])}",
    ]


def assessment_lines(assessment: dict[str, Any], paint: Paint = plainly) -> list[str]:
    """Return two lines for a judgement: what is judged and by whom, and its words."""
    by = f"{holder_words(assessment['holder'])}{via_words(assessment['holder'])}"
    head = f"{assessment['type']} · {assessment['factuality']} · {by}: {assessment['text']}"
    return [
        f"{paint(_place_of(assessment), 'name')}  {printable(head)}",
        f"  {paint(quoted(assessment['quote']), 'quiet')}",
    ]


def _place_of(noun: dict[str, Any]) -> str:
    """Return the incident that a noun belongs to, else the report that alone tells of it."""
    return str(noun["incident"] or f"report {noun['document']}")


def _best(incident: dict[str, Any], name: str) -> Any:
    return (incident.get(name) or {}).get("best")


def _toll(incident: dict[str, Any]) -> str:
    told = [(name, _best(incident, name)) for name in ("killed", "wounded", "abducted", "arrested")]
    return ", ".join(f"{count_words(count)} {name}" for name, count in told if count)


def _standing(incident: dict[str, Any]) -> str:
    """Return who stands where, as letters: C claims, D denies, A accused, S suspected, K confirmed, X cleared."""
    return " ".join(
        f"{sign.letter} {who_stands(stances)}"
        for stances in incident["responsibility"]
        for sign in SIGNS
        if stances[sign.stance] and sign.stance != "no_claim"
    )


def who_stands(stances: dict[str, Any]) -> str:
    """Return the actor whose part is told, or "nobody"."""
    return actor_name(stances["actor"]) if stances["actor"] else "nobody"
