"""A draft: the tellings that are of one event, before their readings become its fields."""

from dataclasses import dataclass

from tocsin.extract.reading import Frame
from tocsin.model.record import EventKind
from tocsin.model.values import Place, When

_TIMES = ("day", "week", "month", "year", "unknown")
_AREAS = {"admin2": 1, "linear": 1, "admin1": 2, "region": 3, "sea": 3, "country": 4}


@dataclass(frozen=True, slots=True)
class Draft:
    """The tellings of one event, body first; `main` says that the document is about it."""

    kind: EventKind
    frames: tuple[Frame, ...]
    main: bool = True

    def date(self) -> When | None:
        """Return the most precise date that a telling gives."""
        dates = [frame.date for frame in self.frames if frame.date is not None]
        return min(dates, key=lambda when: _TIMES.index(when.precision), default=None)

    def place(self) -> Place | None:
        """Return the most precise place that a telling gives."""
        places = [frame.place for frame in self.frames if frame.place is not None]
        return min(places, key=lambda place: _AREAS.get(place.precision, 0), default=None)
