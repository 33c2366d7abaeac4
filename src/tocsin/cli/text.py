"""A report as an analyst reads it in a terminal: every value with the words that it comes from.

Rendering is a function from a report to lines. Uncertainty reads as on the desk: "c. May 2023", "≥ 9", "near Gubio".
"""

from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.cli.say import Paint, plainly, printable
from tocsin.extract import passes
from tocsin.model import wire
from tocsin.model.record import Report
from tocsin.web.wording import (
    actor_name,
    actor_words,
    count_words,
    date_words,
    day_words,
    label,
    names_nobody,
    place_words,
    plain_words,
    subject_words,
    target_words,
    value_words,
)

QUOTE = 90
WIDTH = 14
COUNTS = ("acts", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators")
ISSUING = ("issuer", "media_arm", "authority", "medium", "title", "channel", "language")
NOBODY = "somebody unnamed"
ARTICLES = ("The", "A", "An")
Row = tuple[str, str, str]
STANCES = {
    "claims": "{actor} claims{via}{channel}",
    "denies": "{actor} denies{via}{channel}",
    "accused": "{actor} accused by {holder}{via}",
    "suspected": "{actor} suspected by {holder}{via}",
    "confirmed": "{actor} confirmed by {holder}{via}",
    "cleared": "{actor} cleared by {holder}{via}",
    "retracted": "{actor} retracts{via}{channel}",
    "no_claim": "no claim, says {holder}{via}",
}


def render(report: Report, paint: Paint = plainly) -> list[str]:
    """Return the lines that show one report."""
    whole = wire.report(report)
    lines = [paint(_words(report.document.title or report.document.path or report.document.id), "title")]
    lines.append(paint(_words(_about(report)), "quiet"))
    for event in whole["events"]:
        lines += ["", *_event(event, paint)]
    lines += _section("Assessments", [_assessment(one) for one in whole["assessments"]], paint)
    lines += _section("Relations", [_relation(one) for one in whole["relations"]], paint)
    return lines


def quoted(words: str | None) -> str:
    """Return words of a document between quotation marks, cut where they are long."""
    shown = printable(words or "")
    return f"“{shown if len(shown) <= QUOTE else shown[: QUOTE - 1].rstrip() + '…'}”" if shown else ""


def holder_words(holder: dict[str, Any]) -> str:
    """Return whose words they are: the author where nobody else is named."""
    words = str(holder.get("text") or ("the author" if holder.get("kind") == "author" else NOBODY))
    if holder.get("kind") == "unknown" and names_nobody(words):
        return NOBODY
    article, _, rest = words.partition(" ")
    return f"{article.lower()} {rest}" if rest and article in ARTICLES else words


def via_words(holder: dict[str, Any]) -> str:
    """Return through whom the words came, in brackets, or nothing."""
    through = ", ".join(holder_words(one) for one in holder.get("via") or ())
    return f" (via {through})" if through else ""


def row(name: str, value: str, words: str, paint: Paint) -> str:
    """Return one line of a record: what it is, its value, and the words it comes from."""
    tail = f"  {paint(words, 'quiet')}" if words and words.strip("“”") != printable(value) else ""
    return f"     {paint(name.ljust(WIDTH), 'name')} {_words(value)}{tail}"


def _about(report: Report) -> str:
    document = report.document
    day = f"{day_words(document.published)} ({document.published_basis})" if document.published else "no date"
    outlet = document.source.name or document.source.domain
    sample = "composed sample" if document.sample else None
    made = f"translation of {document.translation_of}" if document.translation_of else None
    return " · ".join(
        filter(None, [document.path, sample, made, day, outlet, document.language or "unknown language", _read(report)])
    )


def _read(report: Report) -> str:
    if report.reader == "llm":
        found = "" if report.events else ", which found nothing that stands in the text"
        return f"read by a language model (unproven){found}"
    if report.read == "names_only":
        return "language not understood: names only"
    if report.relevant:
        return f"relevant ({report.relevance:.2f})"
    if passes(report.relevance):
        return f"may be relevant ({report.relevance:.2f}), but nothing was found to record"
    return f"no political violence found (relevance {report.relevance:.2f})"


def _event(event: dict[str, Any], paint: Paint) -> Iterator[str]:
    background = "" if event["main"] else paint("  background", "quiet")
    yield f"  {event['id']} {paint(event['kind'].upper(), 'kind')}{background}  {_words(event['summary'])}"
    for name, value, words in _rows(event):
        yield row(name, value, words, paint)


def _rows(event: dict[str, Any]) -> Iterator[Row]:
    if event["date"]:
        yield "When", f"{date_words(event['date'])} ({event['date']['precision']})", quoted(event["date"]["text"])
    if event["place"]:
        words = place_words(event["place"]) or event["place"]["text"]
        yield "Where", f"{words} ({event['place']['precision']})", quoted(event["place"]["text"])
        if disputed := event["place"].get("disputed"):
            yield "Disputed", disputed, ""
    yield from _kinds(event)
    yield from _first_named("By", [_actor(actor) for actor in event["perpetrators"]])
    yield from _first_named("Hit", [_target(one) for one in event["targets"] if one["role"] == "hit"])
    yield from _first_named("Named", [_target(one) for one in event["targets"] if one["role"] == "named"])
    yield from _first_named("Concerns", [_subject(subject) for subject in event["subjects"]])
    for name in COUNTS:
        yield from _first_named(label(name), _tolls(event, name))
    yield from _first_named("Weapons", [(plain_words(one["type"]), quoted(one["text"])) for one in event["weapons"]])
    for name in ISSUING:
        if event[name]:
            yield label(name), str(value_words(name, event[name])), quoted(_quote(event, name))
    yield from _first_named("Responsibility", [_responsibility(event, one) for one in event["responsibility"]])
    yield from _first_named("Links", [_link(one) for one in event["links"]])


def _kinds(event: dict[str, Any]) -> Iterator[Row]:
    kinds = [plain_words(kind) for kind in event["attack_types"]]
    kinds += ["suicide"] if event["suicide"] else []
    kinds += [event["stage"]] if event["stage"] not in (None, "accomplished") else []
    if kinds:
        yield "What", ", ".join(kinds), quoted(_quote(event, "attack_types/0") or _quote(event, "kind"))


def _first_named(name: str, values: Iterable[tuple[str, str]]) -> Iterator[Row]:
    for number, (value, words) in enumerate(values):
        yield ("" if number else name), value, words


def _actor(actor: dict[str, Any]) -> tuple[str, str]:
    return actor_words(actor), quoted(actor["text"])


def _target(target: dict[str, Any]) -> tuple[str, str]:
    count = f"{count_words(target['count'])} " if target["count"] else ""
    effect = f", {count}{target['effect']}" if target["effect"] not in (None, "none") else ""
    return f"{target_words(target)}, {plain_words(target['type'])}{effect}", quoted(target["text"])


def _subject(subject: dict[str, Any]) -> tuple[str, str]:
    count = f", {count_words(subject['count'])}" if subject["count"] else ""
    position = f", {subject['position']}" if subject["position"] else ""
    return f"{subject_words(subject)}{position}{count}", quoted(subject["text"])


def _tolls(event: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield the count that stands in the field, and then the other figures that the document gives for it."""
    best = event[name]
    if best is None:
        return
    told = [one for one in event["assertions"] if one["field"] == f"/{name}"]
    first = told[0] if told else None
    yield f"{count_words(best)}{_by(first)}", quoted(best["text"])
    for one in told[1:]:
        value = one["value"]
        if isinstance(value, dict) and count_words(value) != count_words(best):
            yield f"{count_words(value)}{_by(one)}", quoted(one["quote"])


def _by(assertion: dict[str, Any] | None) -> str:
    if assertion is None or assertion["holder"]["kind"] == "author":
        return ""
    return f", says {holder_words(assertion['holder'])}{via_words(assertion['holder'])}"


def _responsibility(event: dict[str, Any], line: dict[str, Any]) -> tuple[str, str]:
    words = STANCES[line["stance"]].format(
        actor=actor_words(line["actor"]) if line["actor"] else "nobody",
        holder=holder_words(line["holder"]),
        via=via_words(line["holder"]),
        channel=f" on {line['channel']}" if line["channel"] else "",
    )
    quote = next((one["quote"] for one in event["assertions"] if one["id"] == line["assertion"]), None)
    return words, quoted(quote)


def _link(link: dict[str, Any]) -> tuple[str, str]:
    return plain_words(link["relation"]) + (f" {link['event']}" if link["event"] else ""), quoted(link["text"])


def _quote(event: dict[str, Any], field: str) -> str | None:
    return next((one["quote"] for one in event["assertions"] if one["field"] == f"/{field}"), None)


def _assessment(one: dict[str, Any]) -> Row:
    value = f"{one['text']} ({one['factuality']}, {holder_words(one['holder'])}{via_words(one['holder'])})"
    return one["type"], value, quoted(one["quote"])


def _relation(one: dict[str, Any]) -> Row:
    value = f"{actor_name(one['subject'])} {plain_words(one['relation'])} {actor_name(one['object'])}"
    return "", f"{value} ({one['factuality']}, {holder_words(one['holder'])})", quoted(one["quote"])


def _section(title: str, rows: list[Row], paint: Paint) -> list[str]:
    return ["", f"  {paint(title, 'kind')}", *(row(*one, paint) for one in rows)] if rows else []


def _words(words: str) -> str:
    return printable(words)
