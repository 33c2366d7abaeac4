"""One incident with everything behind it: every value beside the words that give it, opinion apart from authority."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from tocsin.model.incident import Account, Citation, Incident, IncidentLink, Told, View
from tocsin.model.record import AUTHOR, Assessment, Relation
from tocsin.model.text import Document
from tocsin.model.values import Actor, Count
from tocsin.model.wire import plain
from tocsin.web.citing import Citing, Reports, Tab, cite, reports, slug
from tocsin.web.evidence import Piece, Words, headed, quotes
from tocsin.web.rows import Row, headline, row
from tocsin.web.standings import Standing, signs, standings
from tocsin.web.voices import Sign
from tocsin.web.wording import NOTHING, actor_name, day_words, label, plain_words, value_words

ORDER: Final = (
    *("date", "place", "attack_types", "stage", "suicide", "acts", "issuer", "media_arm", "authority", "perpetrators"),
    *("targets", "subjects", "killed", "wounded", "abducted", "arrested", "missing", "killed_perpetrators", "weapons"),
    *("medium", "title", "channel", "language", "authenticity"),
)


# What a reader can correct, with its label: the fields that a value in words can be read for.
CORRECTABLE: Final = tuple((name, label(name)) for name in ORDER if name not in ("subjects", "authenticity"))


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind an incident: its accounts, the report shown, and what its documents judge and relate.

    `original` is the document of which the report shown is a translation, where the store has it.
    """

    accounts: tuple[Account, ...]
    shown: Document | None = None
    assessments: tuple[tuple[str, Assessment], ...] = ()
    relations: tuple[tuple[str, Relation], ...] = ()
    original: Document | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A value as told, with its citations; `best` where it is the one that the record settles on."""

    anchor: str
    words: str
    best: bool
    certainty: str
    citings: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of one field, or of one element of a list: the best reading first.

    `course` is how a number that several days tell went from one to the next.
    """

    values: tuple[Value, ...]
    contested: bool
    course: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled line of the record."""

    name: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """An assessment, a relation or a link in a few words, with the words cited; `incident` is where it leads."""

    anchor: str
    topic: str
    words: str
    citing: Citing
    incident: str | None = None
    inverse: bool = False
    matched: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the page of an incident shows."""

    row: Row
    title: str
    summary: str
    revision: int
    updated: str
    withdrawn: bool
    tabs: tuple[Tab, ...]
    tab: Tab | None
    shown: Document | None
    original: Document | None
    headline: tuple[Piece, ...]
    text: tuple[Piece, ...]
    loose: tuple[Words, ...]
    fields: tuple[Field, ...]
    signs: tuple[Sign, ...]
    authority: tuple[Standing, ...]
    opinion: tuple[Standing, ...]
    judged: tuple[Remark, ...]
    related: tuple[Remark, ...]
    ties: tuple[Remark, ...]


def card(incident: Incident, behind: Behind) -> Card:
    """Return an incident's page."""
    known = reports(incident, behind.accounts)
    bare = Card(
        row=row(incident),
        title=headline(incident),
        summary=incident.summary,
        revision=incident.revision,
        updated=day_words(incident.last_updated.date()),
        withdrawn=incident.withdrawn,
        tabs=known.tabs,
        tab=known.tab(behind.shown.id) if behind.shown else None,
        shown=behind.shown,
        original=behind.original,
        headline=(),
        text=(),
        loose=(),
        fields=tuple(fields(incident, known)),
        signs=signs(incident),
        authority=standings(incident, known, opinion=False),
        opinion=standings(incident, known, opinion=True),
        judged=tuple(_judged(incident, behind, known)),
        related=tuple(_related(incident, behind, known)),
        ties=tuple(_tie(incident, link, known) for link in incident.links),
    )
    return _with_text(bare)


def _with_text(bare: Card) -> Card:
    """Add the shown report's text, with the words that the record cites from it."""
    if bare.shown is None or bare.tab is None:
        return bare
    here = {citing.anchor: citing.words() for citing in _citings(bare) if citing.report == bare.tab.number}
    text = bare.shown.text
    top, rest = headed(text, bare.shown.title, here.values())
    return replace(bare, headline=top, text=rest, loose=quotes(text, here.values()))


def _citings(bare: Card) -> Iterator[Citing]:
    """Give every citation of a card; the first to use an anchor comes last, so that it owns the words."""
    remarks = (remark.citing for remark in chain(bare.ties, bare.related, bare.judged))
    stands = (citing for stand in (*bare.opinion, *bare.authority) for cell in stand.cells for citing in cell)
    values = (value for field in reversed(bare.fields) for entry in field.entries for value in entry.values)
    return chain(remarks, stands, (citing for value in values for citing in value.citings))


def fields(incident: Incident, known: Reports) -> Iterator[Field]:
    """Give the labelled lines of an incident's record, in the order of reading."""
    for name in ORDER:
        single = incident.fields.get(name)
        views = incident.lists.get(name, ()) if single is None else (single,)
        entries = tuple(_entry(view, name, index, known) for index, view in enumerate(views))
        if entries:
            yield Field(name, label(name), entries)


def _entry(view: View, name: str, index: int, known: Reports) -> Entry:
    told = _best_first(view)
    values = (_value(value, name, f"v-{name}-{index}-{place}", known) for place, value in enumerate(told))
    settled = tuple(replace(value, best=one.value == view.best) for one, value in zip(told, values, strict=True))
    return Entry(settled, view.contested, course(view, name))


def course(view: View, name: str) -> tuple[str, ...]:
    """Return what each day of publication put a number at, first to last; nothing where it never changed."""
    if not isinstance(view.best, Count):
        return ()
    days: dict[str, list[str]] = {}
    for told in view.values:
        words = value_words(name, plain(told.value)) or NOTHING
        reported = (cited for cited in told.assertions if cited.source_kind != "correction")
        for day in {cited.published for cited in reported if cited.published and cited.factuality[-1] == "+"}:
            days.setdefault(day, []).append(words)
    steps = [(day, " or ".join(dict.fromkeys(days[day]))) for day in sorted(days)]
    kept = [step for at, step in enumerate(steps) if not at or step[1] != steps[at - 1][1]]
    return tuple(f"{day_words(date.fromisoformat(day))} {words}" for day, words in kept) if len(kept) > 1 else ()


def _best_first(view: View) -> tuple[Told, ...]:
    """Return what is told with the best reading in front."""
    return tuple(sorted(view.values, key=lambda told: told.value != view.best))


def _value(told: Told, name: str, anchor: str, known: Reports) -> Value:
    words = _told_words(told, name)
    topic = f"{label(name)}: {words}"
    citings = tuple(cite(known, citation, anchor, topic) for citation in told.assertions)
    certainty = max((citing.certainty for citing in citings), default="")
    return Value(anchor, words, best=False, certainty=certainty, citings=citings)


def _told_words(told: Told, name: str) -> str:
    """Return how a told value reads; where it cannot be worded, or is a date left open, the words that tell it."""
    words = value_words(name, plain(told.value))
    if words not in (None, NOTHING):
        return str(words)
    return next((f"“{cited.quote}”" for cited in told.assertions), NOTHING)


def _judged(incident: Incident, behind: Behind, known: Reports) -> Iterator[Remark]:
    for index, (document, found) in enumerate(behind.assessments):
        anchor = f"v-assessment-{index}"
        cited = _remarked(incident, document, found)
        citing = replace(cite(known, cited, anchor, f"Assessment: {found.type}"), opinion=True)
        yield Remark(anchor, found.type, found.text, citing)


def _related(incident: Incident, behind: Behind, known: Reports) -> Iterator[Remark]:
    for index, (document, found) in enumerate(behind.relations):
        anchor, relation = f"v-relation-{index}", plain_words(found.relation)
        words = f"{actor_name(plain(found.subject))} {relation} {_object(found)}"
        yield Remark(anchor, relation, words, cite(known, _remarked(incident, document, found), anchor, words))


def _object(found: Relation) -> str:
    return actor_name(plain(found.object)) if isinstance(found.object, Actor) else found.object.name


def _remarked(incident: Incident, document: str, found: Assessment | Relation) -> Citation:
    """Return an assessment or relation in the form of a citation."""
    return Citation(
        id=f"{document}:{found.id}",
        document=document,
        holder=found.holder,
        act="states",
        factuality=found.factuality,
        span=found.span,
        quote=found.quote,
        first_seen=incident.first_reported,
    )


def _tie(incident: Incident, link: IncidentLink, known: Reports) -> Remark:
    """Return a link to another incident, told by the words that make it."""
    local = f"link-{link.relation}-{link.span.start}"
    cited = Citation(
        id=f"{link.document}:{local}",
        document=link.document,
        holder=AUTHOR,
        act="states",
        factuality="CT+",
        span=link.span,
        quote=link.text,
        first_seen=incident.first_reported,
    )
    anchor = f"v-{slug(local)}"
    citing = cite(known, cited, anchor, f"Link: {plain_words(link.relation)}")
    return Remark(
        *(anchor, plain_words(link.relation), link.text, citing, link.incident),
        inverse=link.inverse,
        matched=link.matched,
    )
