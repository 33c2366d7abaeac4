"""Whether two places can be the scene of one event."""

from math import asin, cos, radians, sin, sqrt

from tocsin.model.values import Place

NEAR_KM = 40.0
FAR_KM = 80.0  # "the raid" may be told from another town than the first telling named
DISTRICT_KM = 25.0  # how far from the middle of a district something in it commonly is
POINTS = frozenset({"exact", "settlement", "near"})
TOWNS = frozenset({*POINTS, "admin2"})
WITHIN = frozenset({"exact", "settlement", "admin2", "admin1", "region", "sea"})


def compatible(one: Place, other: Place, reach: float = NEAR_KM) -> bool:
    """Tell whether two places can be one: the same, one within the other, or points near each other."""
    if one.precision == other.precision == "exact" and _own_words(one) and _own_words(other):
        return bool(_own_words(one) & _own_words(other))
    if one.place_id is not None and one.place_id == other.place_id:
        return True
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    if one.precision in POINTS and other.precision in POINTS:
        return _kilometres(one, other) <= reach
    loose = reach > NEAR_KM and not {one.precision, other.precision} <= WITHIN
    if one.admin1 is not None and other.admin1 is not None and "country" not in (one.precision, other.precision):
        if loose:  # a road, or what lies near a town, may be beyond the border of its province
            return True
        return one.admin1 == other.admin1 and not _are_far(one, other, reach + DISTRICT_KM)
    return True


def _are_far(one: Place, other: Place, reach: float) -> bool:
    """Tell whether districts, or a district and a town, of one province are known to lie apart."""
    known = None not in (one.lat, one.lon, other.lat, other.lon)
    return known and one.precision in TOWNS and other.precision in TOWNS and _kilometres(one, other) > reach


def _own_words(site: Place) -> frozenset[str]:
    """Return the words that name a site beside its kind, which is the last one, and its town."""
    town = site.name.partition(", ")[2].lower().split()
    return frozenset(site.text.lower().split()[:-1]) - {*town, "the", "of", "al", "el", "la"}


def _kilometres(one: Place, other: Place) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0 if one.name == other.name else 1e9
    lat1, lon1, lat2, lon2 = map(radians, (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, half)))
