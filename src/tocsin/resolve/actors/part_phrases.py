"""The wordings in which news tells a part of a group by the whole, found in a text without saying who is meant.

"the Khorasan branch of Islamic State", "al-Qaeda's wing in Yemen", "the Yemen-based al-Qaeda affiliate", "the
jihadist group's Sahel arm", "the Boko Haram faction that has sworn loyalty to Islamic State".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.knowledge.actors import ActorWords, Authority
from tocsin.knowledge.names import Hit, Word
from tocsin.model.text import Span
from tocsin.resolve.actors.settle import Context, place

_JOINED = re.compile(r"(?:['’]s?)?[ \n\xa0-]")
_MOST = 7  # words before the noun
_ANYBODY = frozenset({"group", "network", "members", "member"})
_PLACE = 3  # words of a place
_OWN = frozenset({"its", "their"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "any", "some", "no"})
_DEFINITE = frozenset({"the", "this", "that"})
_CLOSES = (
    _OWN
    | _INDEFINITE
    | _DEFINITE
    | frozenset({"of", "for", "by", "to", "in", "on", "at", "from", "with", "and", "or", "but", "as", "than", "not"})
    | frozenset({"is", "was", "were", "are", "be", "been", "has", "had", "have", "said", "says", "called", "named"})
    | frozenset({"which", "who", "whose", "his", "her", "our", "these", "those", "when", "while", "after", "before"})
    | frozenset({"since", "between", "against", "under", "into", "over"})
)
_SWORN = re.compile(
    r",? ?(?:(?:that|which|who) )?(?:(?:has|have|had|is|was|are|were|later|then|since) )*"
    r"(?:(?:sworn|swore|pledged|declared|vowed|gave|given)(?: (?:its|their|his))? "
    r"(?:loyalty|allegiance|fealty|fidelity|obedience|bayat|bay'ah?|(?:an )?oaths?(?: of \w+)?)"
    r"|loyal|allied|aligned|affiliated|linked|faithful)[ \n](?:to|with)[ \n](?:the )?",
)
_LEFT = re.compile(
    r"[ \n](?:that|which|who)[ \n](?:(?:has|have|had|later|recently|once)[ \n])*"
    r"(?:left|quit|abandoned|deserted|(?:broke|broken|split|splintered|seceded|parted|defected)(?:[ \n](?:away|off))?"
    r"(?:[ \n](?:from|with))?)[ \n](?:the[ \n])?"
)
_WHOSE = re.compile(r"[ \n](?:that|which)[ \n](?:the[ \n])?")
_AT = re.compile(
    r"[ \n](?:(?:(?:that|which)[ \n])?(?:(?:is|was|are)[ \n])?"
    r"(?:based|active|operating|fighting|operates|works|fights)[ \n])?(?:in|for|across)[ \n](?:the[ \n])?"
    r"(?:(?:north|south|east|west)(?:ern|[ -]?(?:east|west)(?:ern)?)?[ \n]|central[ \n])?(?=[A-Z])"
)


class Phrase(NamedTuple):
    """A noun for a part with what stands around it.

    `whole` is the name of the group whose part it is, absent where only an epithet or a pronoun stands for it; `own`
    are other known names among the words that tell the part, `loyal` names those to which it is tied. `words` tell
    the part, `tail` where it is. `opening` is the word that opens the phrase, if any; `relative` where the whole is but
    the subject of what is told of the part; `is_militant` where the epithet says that it bears arms.
    """

    span: Span
    noun: str
    whole: Hit | None
    epithet: str | None
    own: tuple[Hit, ...]
    loyal: tuple[Hit, ...]
    words: tuple[Word, ...]
    tail: tuple[Word, ...]
    opening: str | None
    relative: bool
    is_militant: bool

    @property
    def is_definite(self) -> bool:
        """Tell whether one part is meant, the one of that description."""
        return self.opening in _DEFINITE or self.opening == "'s"

    @property
    def is_indefinite(self) -> bool:
        """Tell whether any such part is meant."""
        return self.opening in _INDEFINITE

    @property
    def is_bare(self) -> bool:
        """Tell whether but the whole's name stands before the noun."""
        before = self.whole is not None and self.whole.span.end <= self.span.end - len(self.noun) and not self.tail
        return before and not self.words and self.opening != "'s" and not self.relative

    @property
    def is_closed(self) -> bool:
        """Tell whether it is known where the words that tell the part begin."""
        return self.opening is not None


def phrases(hits: Sequence[Hit], seen: Context, authority: Authority) -> Iterator[Phrase]:
    """Yield each phrase of a text that may tell a part of a group; `hits` are the names found in it."""
    row, words = seen.row, authority.words
    begun = {place(hit.span, row)[0]: hit for hit in hits}
    covered = {at: hit for hit in hits for at in range(*place(hit.span, row))}
    nouns = words.branches | words.mediums.keys()
    for at, word in enumerate(row):
        goes_on = at + 1 < len(row) and row[at + 1].bare in words.mediums and _is_joined(seen.text, word, row[at + 1])
        if word.bare in nouns and at not in covered and not goes_on:  # "television station" is one
            phrase = _around(at, seen, begun, covered, words)
            if phrase:
                yield phrase


def _around(at: int, seen: Context, begun: dict[int, Hit], covered: dict[int, Hit], words: ActorWords) -> Phrase | None:
    """Return the phrase around the noun at a place in the row, if a whole stands in it or for it."""
    text, row = seen.text, seen.row
    first, opening = _opening(at, text, row)
    inside = list(dict.fromkeys(covered[i] for i in range(first, at) if i in covered))
    inside = [hit for hit in inside if hit.span.start >= row[first].start]
    loyal = [hit for hit in inside if _is_tie(hit, at, row, words.tied)]
    own = [hit for hit in inside if hit not in loyal]
    whole, epithet, end = _behind(at, seen, begun, words)
    militant = False
    relative = whole is None and epithet is None and row[at].bare in words.branches
    if relative and (hit := _owner_behind(at, seen, begun)):  # "the division that X fills with refugees"
        whole, end = hit, hit.span.end
    relative = relative and whole is not None
    skipped = {i for hit in inside for i in range(*place(hit.span, row))} | {
        i for i in range(first, at) if row[i].fold in words.tied
    }
    if whole is None and epithet is None and own:
        whole = own.pop()
        after = place(whole.span, row)[1]
        owned = _is_owned(text, whole.span.end) or any(_is_owned(text, row[i].bare_end) for i in range(after, at))
        opening = "'s" if owned else opening
        if owned or opening is None:  # nothing says where the words before the name begin
            first = place(whole.span, row)[0]
            own = [hit for hit in own if hit.span.start >= whole.span.start]
    elif whole is None and epithet is None:
        owner = next((i for i in range(at - 1, first - 1, -1) if _is_owned(text, row[i].bare_end)), None)
        if owner is not None and row[owner].bare in words.epithets:
            epithet, opening = row[owner].bare, "'s"
            militant = any(row[i].bare in words.beside and row[i].bare not in _ANYBODY for i in range(first, owner + 1))
            skipped |= set(range(first, owner + 1))
        elif opening in _OWN:
            epithet = opening
    start = row[first].start
    sworn = _SWORN.match(text, end)
    tied = next((h for h in begun.values() if sworn and h.span.start == sworn.end()), None)
    if tied is not None:
        loyal, end = [*loyal, tied], tied.span.end
    if whole is None and epithet is None and not loyal:
        return None
    tail = _tail(text, row, end) or _tail(text, row, row[at].bare_end)
    told = tuple(row[i] for i in range(first, at) if i not in skipped)
    return Phrase(
        Span(start, max(end, tail[-1].bare_end) if tail else end),
        row[at].bare,
        whole,
        epithet,
        tuple(own),
        tuple(loyal),
        told,
        tail,
        opening,
        relative,
        militant,
    )


def _opening(at: int, text: str, row: tuple[Word, ...]) -> tuple[int, str | None]:
    """Return where the words before a noun begin, and the article or pronoun that opens them."""
    first = at
    while first and at - first < _MOST and _is_joined(text, row[first - 1], row[first]):
        opening = row[first - 1].fold
        if opening in _CLOSES and not (len(opening) > 1 and text[row[first - 1].start : row[first - 1].end].isupper()):
            return first, opening if opening in _OWN | _INDEFINITE | _DEFINITE else None
        first -= 1
    return first, None


def _behind(at: int, seen: Context, begun: dict[int, Hit], words: ActorWords) -> tuple[Hit | None, str | None, int]:
    """Return what stands behind a noun for the whole ("branch of the militant group X"), and where the phrase ends."""
    text, row = seen.text, seen.row
    end, after = row[at].bare_end, at + 1
    told = _LEFT.match(text, end)
    hit = begun.get(place(Span(told.end(), told.end() + 1), row)[0]) if told else None
    if hit is not None:  # "the faction which left X"
        return hit, None, hit.span.end
    placed = _AT.match(text, end)
    if placed:  # "the branch in Yemen of X"
        after = place(Span(placed.end(), placed.end()), row)[0]
        while after < len(row) and row[after].fold != "of" and after - at < 2 * _PLACE:
            after += 1
    if after >= len(row) or row[after].fold not in {"of", "for"} or not _is_joined(text, row[after - 1], row[after]):
        return None, None, end
    after += 1
    for passed in range(_PLACE + 1):
        if after >= len(row) or not _is_joined(text, row[after - 1], row[after]):
            break
        if after in begun:
            return begun[after], None, begun[after].span.end
        if passed and row[after].bare in words.caliphates:
            return None, row[after].bare, row[after].bare_end
        small = text[row[after].start].islower() and row[after].fold not in _CLOSES
        if not small and not _is_owned(text, row[after].bare_end) and not (passed == 0 and row[after].fold == "the"):
            break
        after += 1
    return None, None, end


def _owner_behind(at: int, seen: Context, begun: dict[int, Hit]) -> Hit | None:
    told = _WHOSE.match(seen.text, seen.row[at].bare_end)
    return begun.get(place(Span(told.end(), told.end() + 1), seen.row)[0]) if told else None


def _is_tie(hit: Hit, at: int, row: tuple[Word, ...], tied: frozenset[str]) -> bool:
    """Tell whether a word behind a name says that the part is only tied to it ("the IS-aligned faction")."""
    after = place(hit.span, row)[1]
    return after < at and row[after].fold in tied


def _tail(text: str, row: tuple[Word, ...], end: int) -> tuple[Word, ...]:
    """Return the words that say where a part is: "in Yemen", "active in northern Mali"."""
    placed = _AT.match(text, end)
    if not placed:
        return ()
    first = place(Span(placed.end(), placed.end() + 1), row)[0]
    last = first
    while last + 1 < min(len(row), first + _PLACE) and (
        _is_joined(text, row[last], row[last + 1])
        and (text[row[last + 1].start].isupper() or row[last + 1].fold == "of")
        and row[last].end == row[last].bare_end
    ):
        last += 1
    return row[first : last + 1]


def _is_owned(text: str, end: int) -> bool:
    """Tell whether a possessive ending stands at a place."""
    return text[end : end + 2] in ("'s", "’s") or text[end : end + 2] in ("' ", "’ ")


def _is_joined(text: str, left: Word, right: Word) -> bool:
    """Tell whether nothing but a blank or a hyphen, with a possessive ending or not, stands between two words."""
    return _JOINED.fullmatch(text, left.bare_end, right.start) is not None
