"""What people judge of what machines read: rows of their own, with who, when and why; undoing one is one row more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["same", "different", "unsure", "split", "move", "correct", "undo"]
# What each verdict is about: the sides on which its accounts stand.
SUBJECT, OTHERS, TARGET = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement; `sides` are the accounts it is about, by key, and `lost` says that one side is read no more.

    `subject` and `object` are what was named: an incident's id or an account's key; of a correction, what it says.
    `undone_by` is the judgement that took it back.
    """

    id: int
    at: datetime
    judge: str
    verdict: Verdict
    subject: str
    sides: Mapping[int, tuple[str, ...]]
    object: str | None = None
    reason: str | None = None
    undoes: int | None = None
    undone_by: int | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A judgement as somebody asks for it; `others` are the accounts that a split takes out of the subject."""

    verdict: Verdict
    subject: str
    judge: str
    object: str | None = None
    others: tuple[str, ...] = ()
    reason: str | None = None
