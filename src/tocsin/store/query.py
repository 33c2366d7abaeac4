"""A query asks for incidents, threats or assessments by what they are about, as known now or at a former time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal

from tocsin.model.handling import Release
from tocsin.model.incident import Account

Order = Literal["newest", "oldest", "updated"]
Status = Literal["draft", "reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """All conditions must hold; an absent one holds always.

    `country` is where it happened (code or English name); `target` a country, type or words of what was hit or named;
    `actor` an id or words of a name; `kind` an event's kind or an assessment's type; `since` and `until` are inclusive
    and met by any date that may lie between them; `query` words that begin words of summaries, places, actors and
    targets; `as_of` a time, or a day, meaning its end in UTC: what was known then. `published_by` leaves out whatever
    was published later, or on no known day, and `release` what may not be passed on.
    """

    country: str | None = None
    target: str | None = None
    actor: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | datetime | None = None
    published_by: date | None = None
    release: Release | None = None
    query: str | None = None
    status: Status | None = None
    contested: bool | None = None
    order: Order = "newest"
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """How many incidents a query finds, the reports that tell of any of them, and the contested ones.

    Where it finds more incidents than were to be counted, the other two are null.
    """

    incidents: int
    reports: int | None
    contested: int | None

    @property
    def more(self) -> bool:
        """Whether there are more than were counted."""
        return self.reports is None


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts: what was known at change `at`, was published by a day, and is not `hidden`, given by document.

    `now` tells that nothing came after that change, when this was asked.
    """

    at: int
    now: bool = False
    published_by: date | None = None
    hidden: frozenset[str] = frozenset()

    @property
    def partial(self) -> bool:
        """Whether some of what was known may not count."""
        return self.published_by is not None or bool(self.hidden)

    def counts(self, account: Account) -> bool:
        """Tell whether an account counts."""
        if account.document in self.hidden:
            return False
        return self.published_by is None or (account.published or "9999") <= self.published_by.isoformat()


def moment(as_of: date | datetime) -> datetime:
    """Return the time in UTC up to which things count as known; a time without a zone is UTC."""
    if not isinstance(as_of, datetime):
        return datetime.combine(as_of, time.max, UTC)
    return as_of.replace(tzinfo=UTC) if as_of.tzinfo is None else as_of.astimezone(UTC)
