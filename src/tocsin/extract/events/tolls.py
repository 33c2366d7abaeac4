"""The toll of an event as a clause: "at least nine people were killed and five wounded"."""

from collections.abc import Iterator

from tocsin.extract.events.wording import counted, single
from tocsin.model.record import Event
from tocsin.model.values import Count


def tolls(event: Event, told: str) -> str:
    """Return the clause, or nothing where no toll is given; a count that the sentence `told` gives is not repeated."""
    if _none(event.killed) and _none(event.wounded):
        return "nobody was hurt"
    parts: list[str] = []
    for count, word in _counts(event):
        if not _is_told(event, count, word, told):
            foes = _foes(event) if word == "killed" and event.kind == "operation" else ""
            parts.append(_part(count, word, first=not parts) + foes)
    return _joined([*parts, *_fallen(event)])


def _joined(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def _counts(event: Event) -> Iterator[tuple[Count, str]]:
    counts: tuple[tuple[Count | None, str], ...] = (
        (None if _all_foes(event) else event.killed, "killed"),
        (event.wounded, "wounded"),
        (event.abducted, "abducted"),
        (event.missing, "reported missing"),
        (None if event.kind == "arrest" else event.arrested, "arrested"),
    )
    return ((count, word) for count, word in counts if count is not None)


def _all_foes(event: Event) -> bool:
    """Tell whether everyone killed in an operation was a militant."""
    one, two = event.killed, event.killed_perpetrators
    return (
        event.kind == "operation" and one is not None and two is not None and (one.low, one.high) == (two.low, two.high)
    )


def _is_told(event: Event, count: Count, word: str, told: str) -> bool:
    same = [t for t in event.targets if t.effect == word and t.count is not None and t.count.low == count.low]
    return word == "abducted" and any(target.text.lower() in told.lower() for target in same)


def _part(count: Count, word: str, *, first: bool) -> str:
    if _none(count):
        return f"nobody was {word}"
    if first:
        return f"{counted(count, 'person', 'people')} {'was' if single(count) else 'were'} {word}"
    return f"{counted(count, '', '')} {word}"


def _foes(event: Event) -> str:
    count = event.killed_perpetrators
    return f" ({counted(count, '', '')} of them militants)" if count is not None and not _none(count) else ""


def _fallen(event: Event) -> list[str]:
    count = event.killed_perpetrators
    if (
        count is None
        or _none(count)
        or (event.kind == "operation" and event.killed is not None and not _all_foes(event))
    ):
        return []
    one, many = ("attacker", "attackers") if event.kind == "attack" else ("militant", "militants")
    return [f"{counted(count, one, many)} {'was' if single(count) else 'were'} killed"]


def _none(count: Count | None) -> bool:
    return count is not None and count.low == 0 and count.high == 0
