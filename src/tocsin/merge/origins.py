"""Reports that go back to one origin are one source, however many outlets print them.

One origin have: reports of one outlet, those that print one agency's report, a text and its translations, texts that
share a good part of their phrases, and accounts of one thing whose values come for the most part from one voice.
`origin(document, outlets)` is taken when a document is read; `rooted(accounts)` ties accounts by what they share.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from rensa import RMinHash

from tocsin.knowledge.fold import fold
from tocsin.knowledge.outlets import Outlet, Outlets
from tocsin.model.incident import Account, Origin
from tocsin.model.record import Holder
from tocsin.model.text import Document, Source

Mark = tuple[str, str]
_PHRASE = 5  # words: two reports of one thing that were written apart share hardly any phrase so long
_HASHES = 64
_COPIED = 13  # of 64: a share of a fifth; in gold/incidents copies share a third and more, others 2 in 100
_DATELINE = re.compile(r"^[^\n]{0,60}\(([A-Z][\w .&'’-]{1,40})\)\s*[-–—:]", re.MULTILINE)
_CREDIT = re.compile(
    r"^\W{0,3}(?:source|via|by)?:?\s*([A-Z][\w .&'’-]{1,40}?)\W{0,3}$|\(([A-Z][\w .&'’-]{1,40})\)\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = 400  # characters in which a dateline stands
_WORD = re.compile(r"\w+")
_OFFICES = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "its", "of", "on", "one", "our", "said"),
        *("that", "the", "their", "this", "to", "two", "who", "with", "senior", "chief", "local", "command"),
        *("official", "officials", "spokesman", "spokesmen", "spokesperson", "spokespersons", "spokeswoman"),
    )
)
_VOICES = ("group", "authority", "government", "unknown")


def origin(document: Document, outlets: Outlets) -> Origin:
    """Return what tells where a document's news comes from."""
    if document.source_kind != "article":  # the words of a form are nobody's
        return Origin()
    return Origin(_credit(document.text, outlets), _phrases(document.text))


def rooted(accounts: Iterable[Account]) -> Callable[[Account], Mark]:
    """Return the function that gives the origin of each account of one incident: equal for those that share one."""
    told = list(accounts)
    home: dict[Mark, Mark] = {}

    def root(mark: Mark) -> Mark:
        while home.setdefault(mark, mark) != mark:
            home[mark] = mark = home[home[mark]]
        return mark

    for account in told:
        for mark in _marks(account):
            home[root(mark)] = root(_own(account))
    for one, other in _copies(told):
        home[root(_own(one))] = root(_own(other))
    return lambda account: root(_own(account))


def quoted(holder: Holder) -> tuple[str, ...]:
    """Return what tells a quoted voice from others, of an actor its id, else words for what it is; none of a witness.

    Two witnesses may be two people, whatever they are called; the police of one incident are the police.
    """
    if holder.kind not in _VOICES:
        return ()
    if holder.actor_id is not None:
        return (holder.actor_id,)
    words = [word for word in _WORD.findall(holder.text or "") if fold(word) not in _OFFICES]
    common = [fold(word) for word in words if word.islower()]
    return tuple(dict.fromkeys(common or [fold(word) for word in words]))


def _own(account: Account) -> Mark:
    return ("document", account.translation_of or account.document)


def _marks(account: Account) -> Iterator[Mark]:
    """Yield what an account has in common with every other of its origin."""
    yield ("outlet", account.source.key)  # those whose outlet is not known count as one, since they may be
    yield from (("outlet", name) for name in account.origin.credit)
    if account.sha256 is not None:
        yield ("text", account.sha256)
    yield from (("voice", word) for word in _voice(account))


def _voice(account: Account) -> tuple[str, ...]:
    """Return the voice that gives more of an account's values than all others together, its author among them."""
    held = Counter[tuple[str, ...]]()
    for assertion in account.event.assertions:
        held[quoted(assertion.holder)] += 1
    most, number = held.most_common(1)[0] if held else ((), 0)
    return most if 2 * number > held.total() else ()


def _copies(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account]]:
    """Yield accounts whose texts share a good part of their phrases with one before them, which copies none itself."""
    filed: dict[tuple[int, int], list[Account]] = {}
    for account in accounts:
        marks = list(enumerate(array("I", account.origin.phrases)))
        shared = Counter(other.key for mark in marks for other in filed.get(mark, ()))
        copied = next((key for key, number in shared.most_common(1) if number >= _COPIED), None)
        if copied is not None:
            yield account, next(other for mark in marks for other in filed.get(mark, ()) if other.key == copied)
            continue
        for mark in marks:
            filed.setdefault(mark, []).append(account)


def _phrases(text: str) -> bytes:
    """Return the least hashes (MinHash) of a text's phrases, as 32-bit numbers; nothing where it has too few."""
    words = _WORD.findall(fold(text))
    phrases = [" ".join(words[start : start + _PHRASE]) for start in range(len(words) - _PHRASE + 1)]
    if len(phrases) < _HASHES // 4:
        return b""
    made = RMinHash(num_perm=_HASHES, seed=1)
    made.update(phrases)
    return array("I", made.digest()).tobytes()


def _credit(text: str, outlets: Outlets) -> tuple[str, ...]:
    """Return what the outlet goes by whose report a text says that it is: in a dateline, or at its end."""
    dateline = _DATELINE.search(text[:_HEAD])
    if dateline is not None:
        known = outlets.by_name(dateline[1])
        return _called(known) if known else (Source(dateline[1]).key,)
    for found in _CREDIT.finditer(text[-_HEAD:]):
        known = outlets.by_name(found[1] or found[2])
        if known is not None and known.kind == "agency":
            return _called(known)
    return ()


def _called(known: Outlet) -> tuple[str, ...]:
    return (*known.domains, *(Source(name).key for name in (known.name, *known.also)))
