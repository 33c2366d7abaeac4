"""A citation as a pair of links: from a value to its words in a numbered report, and back.

Its anchor in the text is `s-2-a9` (second report, assertion a9); that of its value, `v-killed-0-1`, is the caller's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tocsin.model.incident import Account, Citation, Incident
from tocsin.model.text import Span
from tocsin.model.wire import plain
from tocsin.web.evidence import Words
from tocsin.web.voices import FACTUALITY, holds_opinion, voice
from tocsin.web.wording import NOTHING, day_words, handling_words, plain_words

STANCE_ACTS = ("denies", "no_claim", "clears", "retracts")


@dataclass(frozen=True, slots=True)
class Tab:
    """One report behind an incident."""

    number: int
    document: str
    outlet: str
    day: str
    sample: bool
    translation_of: str | None = None
    source_kind: str = "article"
    handling: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """A link from a value to its words: who says it, how surely, and in which report."""

    report: int
    anchor: str
    value: str
    topic: str
    who: str
    how: str
    quote: str
    opinion: bool
    certainty: str
    span: Span
    grade: str = ""
    party: str = ""
    correction: bool = False

    def words(self) -> Words:
        """Return the cited span as the text marks it."""
        return Words(self.span, self.anchor, self.value, f"{self.topic} · {self.who}", self.opinion)


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports behind an incident, numbered from 1, with the machine's certainty of each assertion."""

    tabs: tuple[Tab, ...]
    certainties: dict[str, float]

    def tab(self, document: str) -> Tab:
        """Return a document's tab; number 0 where it is no report, or the store gives no account of it."""
        unknown = Tab(0, document, "unnamed outlet", NOTHING, sample=False)
        return next((tab for tab in self.tabs if tab.document == document), unknown)


def reports(incident: Incident, accounts: Iterable[Account]) -> Reports:
    """Number the reports behind an incident by the day they were published."""
    told = sorted(accounts, key=lambda account: (account.published or "9999", account.document, account.key))
    firsts = {account.document: account for account in reversed(told)}
    ordered = [document for document in dict.fromkeys(told_documents(told)) if document in set(incident.reports)]
    tabs = (_tab(number, firsts[document]) for number, document in enumerate(ordered, 1))
    certainties = {
        f"{account.key.rpartition(':')[0]}:{assertion.id}": assertion.machine_confidence
        for account in told
        for assertion in account.event.assertions
    }
    return Reports(tuple(tabs), certainties)


def told_documents(accounts: Iterable[Account]) -> Iterable[str]:
    """Return the document of each account."""
    return (account.document for account in accounts)


def _tab(number: int, account: Account) -> Tab:
    return Tab(
        number=number,
        document=account.document,
        outlet=account.source.name or account.source.domain or "unnamed outlet",
        day=day_words(date.fromisoformat(account.published)) if account.published else NOTHING,
        sample=account.sample,
        translation_of=account.translation_of,
        source_kind=plain_words(account.source_kind),
        handling=tuple(handling_words(plain(account.handling))),
    )


def cite(known: Reports, citation: Citation, value: str, topic: str) -> Citing:
    """Return the links between a value (by its anchor) and the words cited for it."""
    tab = known.tab(citation.document)
    certainty = known.certainties.get(citation.id)
    local = citation.id.rpartition(":")[2]
    return Citing(
        report=tab.number,
        anchor=f"s-{tab.number}-{slug(local)}",
        value=value,
        topic=topic,
        who=voice(citation.holder, tab.outlet),
        how=_how(citation),
        quote=citation.quote,
        opinion=holds_opinion(citation),
        certainty="" if certainty is None else f"{certainty:.2f}".removeprefix("0"),
        span=citation.span,
        grade=_grade(citation),
        party=citation.party or "",
        correction=citation.source_kind == "correction",
    )


def _grade(citation: Citation) -> str:
    """Return the Admiralty grade of source and words, as far as anybody can say; nothing where nobody can."""
    said = citation.credibility is not None or citation.reliability != "F"
    return f"{citation.reliability}{citation.credibility or '–'}" if said else ""


def slug(identifier: str) -> str:
    """Return an identifier with nothing in it that a fragment of an address cannot hold."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", identifier)


def _how(citation: Citation) -> str:
    """Return how surely it is said, where a stance does not already say it."""
    return "" if citation.act in STANCE_ACTS else FACTUALITY[citation.factuality]
