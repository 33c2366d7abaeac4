"""What can be judged of incidents, in words: which two may be one, why, and what was judged before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tocsin.model.incident import Account, Incident, Likeness
from tocsin.model.judgement import Judgement
from tocsin.store import Doubt
from tocsin.web.rows import headline
from tocsin.web.shelf import Shelf
from tocsin.web.wording import day_words

SIGNS: Final = 5
UNTOLD: Final = "to compare"  # how a sign ends that is neither for nor against
LATEST: Final = 200  # incidents that changed last, in which doubts are looked for


@dataclass(frozen=True, slots=True)
class Side:
    """One of two incidents that may be the same: its id, what it was, and in how many reports."""

    id: str
    title: str
    summary: str
    reports: int


@dataclass(frozen=True, slots=True)
class Question:
    """Two incidents that may be one, with what speaks for and against it."""

    one: Side
    other: Side
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement in words; `undoable` where it stands still."""

    number: int
    words: str
    undoable: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What was judged of an incident, what is asked, the keys of each document's accounts, and why each is here."""

    told: list[Told]
    asked: tuple[Question, ...] = ()
    accounts: Mapping[str, list[str]] = field(default_factory=dict)
    why: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def questions(shelf: Shelf, doubts: Iterable[Doubt], known: Mapping[str, Incident]) -> list[Question]:
    """Return doubts with what their two incidents are."""
    found = []
    for doubt in doubts:
        pair = [known.get(name) or shelf.incident(name) for name in (doubt.one, doubt.other)]
        one, other = (_side(view) if view else None for view in pair)
        if one and other:
            found.append(Question(one, other, reasons(doubt.likeness)))
    return found


def reasons(likeness: Likeness) -> tuple[str, ...]:
    """Return the strongest signs for and against, with their sign; what is not told by both is neither."""
    told = [(name, points) for name, points in likeness.signs if not name.endswith(UNTOLD)]
    return tuple(f"{'+' if points > 0 else '−'} {name}" for name, points in told[:SIGNS])


def why(likenesses: Iterable[Likeness]) -> dict[str, tuple[str, ...]]:
    """Return what each account has in common with the one that leads its incident, by key."""
    return {
        one.other: tuple(name for name, points in one.signs if points > 0 and not name.endswith(UNTOLD))[:SIGNS]
        for one in likenesses
    }


def judged(found: Iterable[Judgement], *, former: bool) -> list[Told]:
    """Return judgements in words, the latest first; of a former state none can be taken back."""
    return [replace(_verdict(one), undoable=False) if former else _verdict(one) for one in reversed(list(found))]


def of_document(accounts: Iterable[Account]) -> dict[str, list[str]]:
    """Return the keys of the accounts of each document."""
    held: dict[str, list[str]] = {}
    for account in accounts:
        held.setdefault(account.document, []).append(account.key)
    return held


def judgement_words(one: Judgement) -> str:
    """Return a judgement in words: when and who, what was judged and why, and whether it still stands."""
    what = " ".join(filter(None, (one.verdict, one.subject, one.object)))
    why = f": {one.reason}" if one.reason else ""
    state = " (its accounts are read no more)" if one.lost else ""
    if one.undone_by is not None:
        state = f" (taken back by {one.undone_by})"
    return f"{day_words(one.at.date())} · {one.judge} · {what}{why}{state}"


def _verdict(one: Judgement) -> Told:
    return Told(one.id, judgement_words(one), undoable=one.undone_by is None and one.verdict != "undo")


def _side(view: Incident) -> Side:
    return Side(view.id, headline(view), view.summary, len(view.reports))
