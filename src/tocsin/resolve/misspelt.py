"""A capitalised name that no record bears may be one misspelt, or romanised in another way: "Al Shebbab"."""

from collections.abc import Sequence

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit, Word
from tocsin.knowledge.spellings import sound
from tocsin.model.text import Span
from tocsin.resolve.settle import place

_BLANK = frozenset((" ", "-", "\n", "–", ""))


def misspelt(text: str, row: tuple[Word, ...], taken: Sequence[Span], authority: Authority) -> tuple[Hit, ...]:
    """Return the names that are spelled like a known one, longest first where they overlap; `taken` are left out."""
    found: list[Hit] = []
    sounds: dict[str, str] = {}
    free = _free(row, sorted(taken))
    at = 0
    while at < len(row):
        size = 1
        for size in reversed(_sizes(text, row, at, free, authority)):
            words = tuple(word.bare for word in row[at : at + size])
            for word in words:
                if word not in sounds:
                    sounds[word] = sound(word)
            ids = authority.spellings.find("".join([sounds[word] for word in words]))
            if len(ids) == 1 and not authority.names.has(words):
                (actor_id,) = ids
                span = Span(row[at].start, row[at + size - 1].bare_end)
                found.append(Hit(span, (actor_id,), authority.record(actor_id).name, weak=False))
                break
        else:
            size = 1
        at += size
    return tuple(found)


def _sizes(text: str, row: tuple[Word, ...], at: int, free: Sequence[bool], authority: Authority) -> list[int]:
    """Return how many words from a capitalised one on, or a particle with a hyphen behind it, may be one name.

    It ends with a capitalised word or a noun for organisations, has none in lower case before but particles, and
    neither a mark nor a known name parts it.
    """
    first, sizes = row[at], list[int]()
    if not (text[first.start].isupper() or text.startswith("-", first.end)):
        return sizes
    for size, word in enumerate(row[at : at + authority.spellings.most], 1):
        if not free[at + size - 1] or (size > 1 and text[row[at + size - 2].end : word.start] not in _BLANK):
            break
        if text[word.start].isupper():
            sizes.append(size)
        elif size > 1 and word.fold in authority.words.heads:  # "the Haqani network"
            sizes.append(size)
            break
        elif word.fold not in authority.words.joining:
            break
    return sizes


def _free(row: tuple[Word, ...], taken: Sequence[Span]) -> list[bool]:
    """Tell of each word whether no known name covers it."""
    free = [True] * len(row)
    for span in taken:
        first, after = place(span, row)
        free[first:after] = [False] * (after - first)
    return free
