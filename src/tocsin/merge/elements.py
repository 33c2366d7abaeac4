"""Lists of different accounts are told in different words: an element is one where actor, type or words agree.

An account's own elements stay apart; so "five engineers" and "a driver" of one report never become one target.
"""

from collections.abc import Iterable

from tocsin.knowledge.fold import fold
from tocsin.merge.told import Said, identity
from tocsin.model.values import Actor, Subject, Target, Weapon


def elements(told: Iterable[Said]) -> list[list[Said]]:
    """Return what is said of each element of a list field, in the order of first telling."""
    pieces: dict[tuple[str, str], list[Said]] = {}
    for one in told:
        place = one.citation.id if one.element is None else f"/{one.element}"
        pieces.setdefault((one.account.key, place), []).append(one)
    found: list[list[Said]] = []
    for piece in pieces.values():
        home = next((element for element in found if _same_element(piece[0], element)), None)
        if home is None:
            found.append(piece)
        else:
            home.extend(piece)
    return found


def _same_element(one: Said, element: list[Said]) -> bool:
    if any(other.account.key == one.account.key for other in element):
        return False
    return _likeness(one.value) == _likeness(element[0].value)


def _likeness(value: object) -> tuple[str, ...]:
    """Return what tellings of one element share."""
    match value:
        case Target():
            words = "" if value.country else fold(value.text)
            return (value.role, value.type, value.country or "", words)
        case Subject():
            who = identity(value.organisation) if value.organisation else (fold(value.text),)
            return (value.role, *who, fold(value.position or ""))
        case Weapon():
            return (value.type,) if value.type not in ("other", "unknown") else (value.type, fold(value.text))
        case Actor():
            return (value.actor_id or fold(value.name),)
    return identity(value)
