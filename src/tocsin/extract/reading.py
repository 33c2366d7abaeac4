"""What extractors hand on: readings (a value of a field as somebody gives it) and frames (a telling of an event)."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from tocsin.model.record import AUTHOR, Act, AttackType, EventKind, Factuality, Holder
from tocsin.model.text import Span
from tocsin.model.values import Place, When

# A figure is of those named, of all people harmed, of some inside one told with it ("including two attackers"), on top
# of one told before ("three others"), perhaps so ("also"), in its place, or of less weight: outdated, or a part seen.
Bearing = Literal["own", "all", "inside", "more", "beside", "instead", "former"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one field of an event, with its holder and the words that say so.

    `certainty` is relative to what readings of the field are worth: less than 1 where this one only leans on another.
    """

    field: str
    value: Any
    span: Span
    holder: Holder = AUTHOR
    act: Act = "states"
    factuality: Factuality = "CT+"
    certainty: float = 1.0
    bearing: Bearing = "own"


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence's telling of one event, before it is known which tellings are of the same event.

    `anchor` is the token that tells it; `definite` says that the words point back ("the attack"), `indefinite`
    that they introduce ("a bomb attack"), `fresh` that they bring something new ("another", "in a separate
    incident"), `moved` that they begin with another place ("In Kor, ..."); `telling` is the span that tells it;
    `violent` is false where only deaths or injuries are told, which need no attacker; `deed` is true where a word
    for a blow or a blast tells it; `founds` is false where a telling can only add to an event told elsewhere
    ("he was arrested"); `recalled` says that it is told only as what an arrest or
    a trial is about, or what a long time is counted from.
    """

    kind: EventKind
    sentence: int
    anchor: int
    telling: Span
    holder: Holder
    factuality: Factuality
    headline: bool
    definite: bool = False
    fresh: bool = False
    apart: bool = False
    moved: bool = False
    indefinite: bool = False
    attack_types: tuple[AttackType, ...] = ()
    violent: bool = True
    deed: bool = False
    founds: bool = True
    recalled: bool = False
    readings: tuple[Reading, ...] = ()

    def first(self, field: str) -> Any:
        """Return the first value that the frame gives for a field, or none."""
        return next((reading.value for reading in self.readings if reading.field == field), None)

    @property
    def date(self) -> When | None:
        """Return the frame's own date."""
        found: When | None = self.first("date")
        return found

    @property
    def place(self) -> Place | None:
        """Return the frame's own place."""
        found: Place | None = self.first("place")
        return found

    def with_readings(self, *more: Reading) -> "Frame":
        """Return the frame with further readings."""
        return replace(self, readings=(*self.readings, *more))
