"""The order of the stages: read, annotate, resolve, extract, and then merge into a store. Only this module knows it.

`analyze` is a function of the document and the knowledge alone; nothing is stored until `Case.ingest`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tocsin import merge, store
from tocsin.annotate import annotate
from tocsin.errors import EntryError, KnowledgeError, ReaderError, RefusedError, TocsinError
from tocsin.extract import Fields, begun, entered, extract, is_sure, passes, relevance, summary, worded
from tocsin.knowledge import Knowledge, load
from tocsin.llm import Reader
from tocsin.merge.compatible import compatible
from tocsin.model import wire
from tocsin.model.entry import Correction, Entry, lines
from tocsin.model.incident import Incident
from tocsin.model.page import Dated, Located, Resolved
from tocsin.model.record import Act, EventKind, Factuality, Holder, Report
from tocsin.model.text import Document, Source, SourceKind, Span
from tocsin.model.values import Actor, Place, When
from tocsin.model.wire import SCHEMA, plain
from tocsin.read import identify
from tocsin.resolve import resolve
from tocsin.settings import ACTORS, POLICY, READER
from tocsin.store import Judged, Store, Update

_LISTED = 5  # told values that a refusal names


def analyze(
    document: Document,
    knowledge: Knowledge | None = None,
    *,
    gate: bool = True,
    recalled: bool = False,
    reader: Reader | None = None,
) -> Report:
    """Return everything that a document reports; `knowledge` is the shipped one where none is given.

    A document in English that tells of no political violence stops at the gate, unless that is left open. One in which
    violence is not the news has no events, unless what is only `recalled` is wanted too, or the gate is sure.
    Another `reader` may read in place of `extract`.
    """
    known = knowledge or known_here()
    score = relevance(document, known) if gate else 1.0
    if gate and document.language == "en":
        opened = begun(document, known, score)
        score = max(score, opened) if recalled else opened  # the beginning tells the news, not what is recalled
        if not passes(score):
            return Report(document, "full", relevant=False, relevance=score)
    page = resolve(annotate(document, known), known)
    if reader:
        return worded(reader(page, known, score), known)
    return extract(page, known, score, recalled=recalled, sure=gate and is_sure(score))


def known_here() -> Knowledge:
    """Return the shipped knowledge with the user's own actors over it, where there is a folder of them."""
    own = Path(ACTORS.value())
    return shipped(own if own.is_dir() else None)


def policy_here() -> merge.Policy:
    """Return the shipped table of which value is shown first, with the user's own file over it, where there is one."""
    own = Path(POLICY.value())
    return merge.load_policy(None if str(own) == POLICY.default() and not own.exists() else own)


def shipped(own: Path | None = None) -> Knowledge:
    """Return the shipped knowledge, with the actors of a folder over it, the trained reader as the setting has it."""
    asked = READER.value()
    if asked not in ("on", "off"):
        raise KnowledgeError(READER.env, f"{asked!r} is neither on nor off")
    known = load(own)
    return known if asked == "on" else replace(known, reader=lambda: None)


def mentions(document: Document, knowledge: Knowledge | None = None) -> dict[str, Any]:
    """Return one line of `tocsin annotate`: every mention of a document in the order of the text."""
    known = knowledge or known_here()
    resolved = resolve(annotate(document, known), known)
    found = sorted(_mentions(resolved), key=lambda mention: (mention["span"], mention["type"]))
    return {"schema": SCHEMA, "document": wire.document(document), "mentions": found}


class Case(Store):
    """An open store that also reads what it is given."""

    def ingest(self, document: Document, *, at: datetime | None = None) -> Update:
        """Analyze a document and merge what it reports; one that the store already holds changes nothing."""
        return ingest(self, analyze(document), at=at)

    def reread(self, extractor: str) -> Iterator[Document | TocsinError]:
        """Read every stored text again, beside the readings that count; yield each document, or why it failed."""
        for document in self.unread(extractor):
            try:
                self.read_again(analyze(document), extractor)
            except (ReaderError, RefusedError) as error:
                yield error
            else:
                yield document

    def record(self, entry: Entry) -> Update:
        """Read what a person entered and merge it, marked as he says; raise `EntryError` for a value that cannot be.

        What was entered before changes nothing, but may be marked anew.
        """
        return self.enter(recorded(entry), entry.handling, entry.by)

    def amend(self, correction: Correction) -> Judged:
        """Correct a value of an incident, or of that of an account.

        Raise `EntryError` or `RefusedError` where that cannot be.
        """
        correction = replace(correction, incident=self.home(correction.incident))
        found = self.incident(correction.incident)
        if found is None:
            raise RefusedError(correction.incident, "there is no incident of that id")
        report = corrected(correction, found.kind, datetime.now(UTC).date())
        if not correction.holds:
            _deniable(found, report, correction)
        return self.correct(report, correction)


def recorded(entry: Entry) -> Report:
    """Return what a person entered as a report of his: its fields as one event, or its note read like any text."""
    if not entry.fields:
        if not entry.note.strip():
            raise EntryError("record", "has neither fields nor a note")
        document = _document(entry.note, entry.source_kind, entry.by, entry.on)
        return analyze(replace(document, language=identify(entry.note)), gate=False)
    text, spans = lines(entry.fields, entry.kind, entry.note)
    document = _document(text, entry.source_kind, entry.by, entry.on)
    fields, head = _placed(entry.fields, spans), Span(0, len(entry.kind))
    event = entered(_resolved(document), entry.kind, fields, _holder(entry.by), known_here().lexicon, head=head)
    return Report(document, "full", relevant=True, relevance=1.0, events=(event,))


def corrected(correction: Correction, kind: EventKind, on: date) -> Report:
    """Return a correction as a report of one value, of an event that is only recalled: it founds no incident."""
    field = (correction.field, correction.value)
    text, spans = lines((field,), f"correction of {correction.incident}", correction.reason or "")
    document = _document(text, "correction", correction.by, on)
    says: tuple[Act, Factuality] = ("states", "CT+") if correction.holds else ("denies", "CT-")
    fields, holder = _placed((field,), spans), _holder(correction.by)
    event = entered(_resolved(document), kind, fields, holder, known_here().lexicon, says=says)
    return Report(document, "full", relevant=True, relevance=1.0, events=(event,))


def _deniable(found: Incident, denial: Report, correction: Correction) -> None:
    """Raise `RefusedError` where nobody tells what a correction says that a field is not."""
    (event,) = denial.events
    value = getattr(event, correction.field)
    (denied,) = value if isinstance(value, tuple) else (value,)
    told = tuple(_put_forward(found, correction.field))
    if not any(compatible(denied, one) for one in told):
        raise RefusedError(f"{correction.field}: {correction.value}", f"nobody tells it{_listed(told)}")


def _put_forward(found: Incident, field: str) -> Iterator[Any]:
    """Yield the values of a field that anybody puts forward."""
    single = (found.fields[field],) if field in found.fields else ()
    for view in (*single, *found.lists.get(field, ())):
        yield from (one.value for one in view.values if any(said.factuality[-1] != "-" for said in one.assertions))


def _listed(told: tuple[Any, ...]) -> str:
    """Return told values as the end of a sentence, at most five of them."""
    words = tuple(dict.fromkeys(map(_told_words, told)))
    more = f" and {len(words) - _LISTED} more" if len(words) > _LISTED else ""
    return f"; told are {', '.join(words[:_LISTED])}{more}" if words else ", nor any other value"


def _told_words(value: Any) -> str:
    match value:
        case When():
            return " to ".join(dict.fromkeys(str(day) for day in (value.start, value.end) if day)) or value.text
        case Place() | Actor():
            return value.name
        case bool():
            return "yes" if value else "no"
    return str(getattr(value, "text", value))


def _resolved(document: Document) -> Resolved:
    known = known_here()
    return resolve(annotate(document, known), known)


def _holder(by: str) -> Holder:
    return Holder(by, None, "expert", (), None)


def _placed(fields: tuple[tuple[str, str], ...], spans: tuple[Span, ...]) -> Fields:
    return tuple((name, words, span) for (name, words), span in zip(fields, spans, strict=True))


def _document(text: str, source_kind: SourceKind, by: str, on: date) -> Document:
    digest = sha256(text.encode()).hexdigest()
    name = f"{source_kind}-{sha256(f'{on} {text}'.encode()).hexdigest()[:12]}"  # the same may happen on another day
    return Document(
        *(name, None, None, None, on, "input", Source(by), "en", digest, text),
        source_kind=source_kind,
    )


def ingest(held: Store, report: Report, *, at: datetime | None = None) -> Update:
    """Merge what a document reports into a store; a reading that it already holds changes nothing."""
    return held.update(report, version=extractor(), at=at)


def extractor() -> str:
    """Return the name of what reads documents now: the installed version."""
    return version("tocsin")


def open_store(where: str | Path, *, create: bool = True) -> Case:
    """Open the store at a path (SQLite) or a `postgresql://` address; raise `StoreError` where that cannot be done."""
    opened = store.open_store(where, merge.merger(known_here, policy_here, summary), create=create)
    return Case(opened.engine, opened.merging)


def _mentions(resolved: Resolved) -> list[dict[str, Any]]:
    page = resolved.page
    text = page.document.text
    return [
        *(_mention("place", text, place.span, _place(place), place.candidates) for place in resolved.places),
        *(_named(text, actor) for actor in resolved.actors),
        *(_mention("date", text, dated.when.span, _date(dated)) for dated in resolved.dates),
        *(_mention("count", text, count.span, _only(count, "low", "high", "qualifier")) for count in page.counts),
        *(_mention("weapon", text, weapon.span, _only(weapon, "type")) for weapon in page.weapons),
        *(_mention("nationality", text, demonym.span, _only(demonym, "country")) for demonym in page.nationalities),
    ]


def _named(text: str, actor: Actor) -> dict[str, Any]:
    """Return the mention of an actor, with the reason where it is left open."""
    mention = _mention("actor", text, actor.span, _actor(actor), actor.candidates)
    return {**mention, "reason": actor.doubt} if actor.doubt else mention


def _mention(
    kind: str, text: str, span: Span, resolved: dict[str, Any] | None, candidates: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        "type": kind,
        "span": list(span),
        "text": span.of(text),
        "resolved": resolved,
        "candidates": list(candidates),
    }


def _place(located: Located) -> dict[str, Any] | None:
    if located.place is None:
        return None
    return _only(located.place, "place_id", "name", "country", "admin1", "lat", "lon", "precision", "disputed")


def _actor(actor: Actor) -> dict[str, Any] | None:
    return _only(actor, "actor_id", "name") if actor.actor_id else None


def _date(dated: Dated) -> dict[str, Any]:
    return {**_only(dated.when, "start", "end", "precision"), "timex": dated.timex}


def _only(noun: Any, *fields: str) -> dict[str, Any]:
    return {field: plain(getattr(noun, field)) for field in fields}
