"""Who may see a document, and from when: the Traffic Light Protocol 2.0, and embargoes for the sake of lives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, get_args

Tlp = Literal["clear", "green", "amber", "amber+strict", "red"]
MARKS: tuple[Tlp, ...] = get_args(Tlp)


@dataclass(frozen=True, slots=True)
class Handling:
    """The mark of a document; until its `embargo` has passed, nothing of it leaves the desk, whatever its mark."""

    tlp: Tlp = "clear"
    embargo: date | None = None


def strictest(marks: Iterable[Handling]) -> Handling:
    """Return the strictest mark of some, and the latest embargo."""
    held = list(marks)
    number = max((MARKS.index(one.tlp) for one in held), default=0)
    return Handling(MARKS[number], max((one.embargo for one in held if one.embargo), default=None))


UNMARKED = Handling()  # what was published
KEPT = Handling("amber")  # what a person enters, unless he says otherwise


@dataclass(frozen=True, slots=True)
class Release:
    """To whom something is to be passed on: those who may see what bears a mark, on a day."""

    to: Tlp
    on: date

    @classmethod
    def today(cls, to: Tlp = "red") -> "Release":
        """Return the release to those who may see a mark, as of today (UTC); by itself it keeps embargoes alone."""
        return cls(to, datetime.now(UTC).date())

    def allows(self, handling: Handling) -> bool:
        """Tell whether what is so marked may be passed on."""
        open_now = handling.embargo is None or handling.embargo <= self.on
        return open_now and MARKS.index(handling.tlp) <= MARKS.index(self.to)
