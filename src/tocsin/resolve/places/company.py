"""A place is the likelier, the closer it lies to what the other names of the document may mean.

Names are weighed against each other before any is settled: a town that bears its name alone says where the document
is at home, and a name with a hundred bearers says next to nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.knowledge.places import PlaceRecord

Name = tuple[str, ...]  # the ids of all places that bear a name
EARTH_KM = 6371.0
REACH_KM = 100.0
FAR_KM = 600.0  # beyond it a place is no company
HELD = 0.5  # what a division is worth to the places in it
BEARERS = 12  # likeliest places of a name that are company to others
PULL = (1.4, 1.0, 0.6)  # of the name with the closest place, of the next, and of the third
APART = frozenset(("country", "sea", "region", "linear"))


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Which places of different names lie close together; `ties` has a row a place and a column a likely place."""

    names: tuple[Name, ...]
    rows: tuple[tuple[int, str], ...]
    columns: tuple[tuple[int, str], ...]
    ties: NDArray[np.float32]

    def points(self, beliefs: Mapping[Name, Mapping[str, float]], trust: float) -> dict[Name, dict[str, float]]:
        """Return, for each place of each name, what the other names say for it, as far as each is believed.

        With less `trust` than 1 in the beliefs, what is hardly believed counts for more.
        """
        found: dict[Name, dict[str, float]] = {name: {} for name in self.names}
        if not self.columns:
            return found
        believed = np.array([beliefs[self.names[n]].get(place, 0.0) for n, place in self.columns], dtype=np.float32)
        believed **= trust
        starts = [at for at, (n, _) in enumerate(self.columns) if at == 0 or self.columns[at - 1][0] != n]
        best = np.maximum.reduceat(self.ties * believed, starts, axis=1)
        kept = min(len(PULL), best.shape[1])
        closest = -np.sort(-best, axis=1)[:, :kept]
        for (n, place), points in zip(self.rows, (closest @ np.array(PULL[:kept])).tolist(), strict=True):
            found[self.names[n]][place] = points
        return found


def company(named: Mapping[Name, Sequence[PlaceRecord]], likely: Mapping[Name, Mapping[str, float]]) -> Company:
    """Return the company of the names of a document, each with its places and how likely they are beforehand."""
    names = tuple(named)
    rows = [(n, record) for n, name in enumerate(names) for record in named[name] if _has_point(record)]
    columns = [
        (n, record)
        for n, name in enumerate(names)
        for record in sorted(named[name], key=lambda r, name=name: (-likely[name][r.id], r.id))[:BEARERS]  # type: ignore[misc]
        if _has_point(record) and record.kind not in APART
    ]
    return Company(
        names,
        tuple((n, record.id) for n, record in rows),
        tuple((n, record.id) for n, record in columns),
        _ties(rows, columns),
    )


def _has_point(record: PlaceRecord) -> bool:
    return record.lat is not None and record.lon is not None


def _ties(rows: list[tuple[int, PlaceRecord]], columns: list[tuple[int, PlaceRecord]]) -> NDArray[np.float32]:
    """Return how close each place is to each likely one, from 0 to 1; a name is no company to itself."""
    chords = 1.0 - _vectors(rows) @ _vectors(columns).T
    distance = EARTH_KM * np.sqrt(np.maximum(2.0 * chords, 0.0))
    close = np.where(distance < FAR_KM, np.exp(-distance / REACH_KM), 0.0)
    codes: dict[tuple[str | None, str | None], int] = {}
    within = np.array([codes.setdefault((r.country, r.admin1), len(codes)) for _, r in rows], dtype=np.int32)
    holding = np.array([codes.get((r.country, r.name), -1) if r.kind == "admin1" else -1 for _, r in columns])
    held = within[:, None] == holding[None, :]
    close = np.where(held, np.maximum(close, HELD), close)
    own = np.array([n for n, _ in rows])[:, None] == np.array([n for n, _ in columns])[None, :]
    return np.where(own, 0.0, close).astype(np.float32)


def _vectors(places: list[tuple[int, PlaceRecord]]) -> NDArray[np.float64]:
    """Return the places as points of the unit sphere."""
    degrees = np.array([(record.lat, record.lon) for _, record in places], dtype=np.float64).reshape(-1, 2)
    lat, lon = np.radians(degrees).T
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)
