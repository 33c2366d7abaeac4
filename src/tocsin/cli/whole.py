"""One incident as lines in a terminal: every value with everybody who gives it, and the reports behind."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tocsin.cli.listing import incident_lines, reported, who_stands
from tocsin.cli.say import Paint, plainly, printable
from tocsin.cli.text import holder_words, quoted, row, via_words
from tocsin.model.incident import MANY, SINGLE
from tocsin.model.text import Document
from tocsin.web.voices import SIGNS
from tocsin.web.wording import NOTHING, day_words, label, value_words

Numbers = Mapping[str, int]


def whole_incident(incident: dict[str, Any], read: Iterable[Document], paint: Paint = plainly) -> list[str]:
    """Return the lines of one incident; each citation names its report by the number that the last lines explain."""
    reports = reported(incident)
    numbers = {document: number for number, document in enumerate(reports, 1)}
    lines = incident_lines(incident, paint)
    for name in SINGLE:
        if incident.get(name):
            lines += _view(name, incident[name], numbers, paint)
    for name in MANY:
        for view in incident.get(name) or ():
            lines += _view(name, view, numbers, paint)
    lines += _responsibility(incident["responsibility"], numbers, paint)
    lines += _reports(reports, {document.id: document for document in read}, paint)
    return [*lines, row("Accounts", printable(" ".join(incident["accounts"])), "", paint)]


def _view(name: str, view: dict[str, Any], numbers: Numbers, paint: Paint) -> Iterator[str]:
    mark = paint(" contested", "warning") if view["contested"] else ""
    yield row(label(name), value_words(name, view["best"]) or NOTHING, "", paint) + mark
    for told in view["values"]:
        for one in told["assertions"]:
            yield _cited(value_words(name, told["value"]) or "", one, numbers, paint)


def _responsibility(told: Iterable[dict[str, Any]], numbers: Numbers, paint: Paint) -> Iterator[str]:
    for stances in told:
        yield row("Responsibility", who_stands(stances), "", paint)
        for sign in SIGNS:
            yield from (_cited(sign.words, one, numbers, paint) for one in stances[sign.stance])


def _cited(value: str, citation: dict[str, Any], numbers: Numbers, paint: Paint) -> str:
    holder = citation["holder"]
    correction = citation["source_kind"] == "correction"
    where = "[correction]" if correction else f"[{numbers.get(citation['document'], 0)}]"
    graded = f"{citation['reliability']}{citation['credibility'] or '–'}"  # Admiralty: of the source, and of the words
    by = f"{holder_words(holder)}{via_words(holder)}, {citation['factuality']}, {graded}, {where}"
    return row("", f"  {value} – {by}" if value else f"  {by}", quoted(citation["quote"]), paint)


def _reports(documents: Iterable[str], read: Mapping[str, Document], paint: Paint) -> Iterator[str]:
    yield ""
    for number, name in enumerate(documents, 1):
        yield f"  [{number}] {printable(_report(name, read.get(name)))}{paint(f'  {printable(name)}', 'quiet')}"


def _report(name: str, document: Document | None) -> str:
    """Return what a report is known by: its title, outlet and day, as far as they are told."""
    if document is None:
        return "no longer in force"
    day = day_words(document.published) if document.published else "no date"
    outlet = document.source.name or document.source.domain or "unnamed outlet"
    made = [f"translation of {document.translation_of}"] if document.translation_of else []
    return " · ".join((document.title or document.path or name, outlet, day, *made))
