"""The wordings in which news tells a part of a group by the whole, found in a text without saying who is meant.

"the Khorasan branch of Islamic State", "al-Qaeda's wing in Yemen", "the Yemen-based al-Qaeda affiliate", "the
jihadist group's Sahel arm", "the Boko Haram faction that has sworn loyalty to Islamic State", "a group that broke away
from the Taliban".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tocsin.knowledge.actors import Authority
from tocsin.knowledge.names import Hit, Word
from tocsin.model.text import Span
from tocsin.resolve.actors.context import Context, place
from tocsin.resolve.actors.part_clauses import Clauses, clauses
from tocsin.resolve.actors.part_nouns import Noun, nouns

_JOINED = re.compile(r"(?:['’]s?)?[ \n\xa0-]")
_MOST = 7  # words before the noun
_PLACE = 3  # words of a place
_LEADING = 7  # words before the whole's name

Opening = Literal["own", "definite", "indefinite", "owned"]
Clause = Literal["kept", "told", "left"]


class Phrase(NamedTuple):
    """A noun for a part with what stands around it.

    `whole` is the name of the group whose part it is, absent where only an epithet or a pronoun stands for it; `own`
    are other known names among the words that tell the part, `loyal` names those to which it is tied. `words` tell
    the part, `tail` where it is. `opening` says what opens the phrase, if anything; `clause` what is told behind the
    noun: that the whole keeps the part, that the part left, or something else of which the whole is the subject.
    `is_militant` where the epithet says that it bears arms, `is_plural` where several parts are meant.
    """

    span: Span
    noun: str
    whole: Hit | None
    epithet: str | None
    own: tuple[Hit, ...]
    loyal: tuple[Hit, ...]
    words: tuple[Word, ...]
    tail: tuple[Word, ...]
    opening: Opening | None
    clause: Clause | None
    is_militant: bool
    is_plural: bool

    @property
    def is_definite(self) -> bool:
        """Tell whether one part is meant, the one of that description."""
        return self.opening in ("definite", "owned") and not self.is_plural

    @property
    def is_indefinite(self) -> bool:
        """Tell whether any such part is meant."""
        return self.opening == "indefinite"

    @property
    def is_before(self) -> bool:
        """Tell whether the whole's name stands before the noun."""
        return self.whole is not None and self.whole.span.end <= self.span.end - len(self.noun) and not self.clause

    @property
    def is_bare(self) -> bool:
        """Tell whether but the whole's name stands before the noun."""
        return self.is_before and not self.tail and not self.words and self.opening != "owned"

    @property
    def is_closed(self) -> bool:
        """Tell whether it is known where the words that tell the part begin."""
        return self.opening is not None


def phrases(hits: Sequence[Hit], seen: Context, authority: Authority) -> Iterator[Phrase]:
    """Yield each phrase of a text that may tell a part of a group; `hits` are the names found in it."""
    row = seen.row
    begun = {place(hit.span, row)[0]: hit for hit in hits}
    covered = {at: hit for hit in hits for at in range(*place(hit.span, row))}
    for noun in nouns(seen, frozenset(covered), authority):
        phrase = _around(noun, seen, begun, covered, authority)
        if phrase:
            yield phrase


def _around(
    noun: Noun, seen: Context, begun: dict[int, Hit], covered: dict[int, Hit], authority: Authority
) -> Phrase | None:
    """Return the phrase around a noun, if a whole stands in it or for it."""
    text, row, at, words = seen.text, seen.row, noun.at, authority.words
    told_by = clauses(authority)
    first, opening = _opening(at, text, row, authority)
    inside = list(dict.fromkeys(covered[i] for i in range(first, at) if i in covered))
    inside = [hit for hit in inside if hit.span.start >= row[first].start]
    loyal = [hit for hit in inside if _is_tie(hit, at, row, words.tied)]
    own = [hit for hit in inside if hit not in loyal]
    whole, epithet, end = _behind(noun, seen, begun, authority)
    departed = told_by.left.match(text, row[at].bare_end)
    gone = told_by.gone.match(text, end) or (departed and whole and departed.end() == whole.span.start)
    clause: Clause | None = "left" if gone else None
    militant = False
    if whole is None and epithet is None and noun.is_part and (hit := _owner_behind(at, seen, begun, told_by)):
        whole, end = hit, hit.span.end
        clause = "kept" if told_by.kept.match(text, end) else "told"  # "the division that X fills with refugees"
    skipped = {i for hit in inside for i in range(*place(hit.span, row))} | {
        i for i in range(first, at) if row[i].fold in words.tied
    }
    if whole is None and epithet is None and own:
        whole = own.pop()
        after = place(whole.span, row)[1]
        owned = _is_owned(text, whole.span.end) or any(_is_owned(text, row[i].bare_end) for i in range(after, at))
        opening = "owned" if owned else opening
        if owned or opening is None:  # nothing says where the words before the name begin
            first = place(whole.span, row)[0]
            own = [hit for hit in own if hit.span.start >= whole.span.start]
    elif whole is None and epithet is None:
        owner = next((i for i in range(at - 1, first - 1, -1) if _is_owned(text, row[i].bare_end)), None)
        if owner is not None and row[owner].bare in words.epithets:
            epithet, opening = row[owner].bare, "owned"
            armed = words.beside - words.parting.anybody
            militant = any(row[i].bare in armed for i in range(first, owner + 1))
            skipped |= set(range(first, owner + 1))
        elif opening == "own":
            epithet = opening
    start = row[first].start
    sworn = told_by.sworn.match(text, end)
    tied = next((h for h in begun.values() if sworn and h.span.start == sworn.end()), None)
    if tied is not None:
        loyal, end = [*loyal, tied], tied.span.end
    if whole is None and epithet is None and not loyal:
        return None
    tail = _tail(text, row, end, told_by) or _tail(text, row, row[at].bare_end, told_by)
    told = tuple(row[i] for i in range(first, at) if i not in skipped)
    return Phrase(
        Span(start, max(end, tail[-1].bare_end) if tail else end),
        noun.noun,
        whole,
        epithet,
        tuple(own),
        tuple(loyal),
        told,
        tail,
        opening,
        clause,
        militant,
        noun.is_plural,
    )


def _opening(at: int, text: str, row: tuple[Word, ...], authority: Authority) -> tuple[int, Opening | None]:
    """Return where the words before a noun begin, and what opens them."""
    words = authority.words.parting
    closes = words.closes()
    first = at
    while first and at - first < _MOST and _is_joined(text, row[first - 1], row[first]):
        opening = row[first - 1].fold
        if opening in closes and not (len(opening) > 1 and text[row[first - 1].start : row[first - 1].end].isupper()):
            kinds: tuple[tuple[Opening, frozenset[str]], ...] = (
                ("own", words.own),
                ("definite", words.definite),
                ("indefinite", words.indefinite),
            )
            return first, next((kind for kind, some in kinds if opening in some), None)
        first -= 1
    return first, None


def _behind(
    noun: Noun, seen: Context, begun: dict[int, Hit], authority: Authority
) -> tuple[Hit | None, str | None, int]:
    """Return what stands behind a noun for the whole ("branch of the militant group X"), and where the phrase ends."""
    text, row, at, words = seen.text, seen.row, noun.at, authority.words
    end, after = row[at].bare_end, at + 1
    leads = words.parting.behind | words.parting.within if noun.leads_out else words.parting.behind
    told = clauses(authority).left.match(text, end)
    hit = begun.get(place(Span(told.end(), told.end() + 1), row)[0]) if told else None
    if hit is not None:  # "the faction which left X"
        return hit, None, hit.span.end
    placed = clauses(authority).at.match(text, end)
    if placed:  # "the branch in Yemen of X"
        after = place(Span(placed.end(), placed.end()), row)[0]
        while after < len(row) and row[after].fold != "of" and after - at < 2 * _PLACE:
            after += 1
    if after >= len(row) or row[after].fold not in leads or not _is_joined(text, row[after - 1], row[after]):
        return None, None, end
    after += 1
    for passed in range(_LEADING):
        if after >= len(row) or not _is_joined(text, row[after - 1], row[after]):
            break
        if after in begun:
            owned = noun.is_share and _is_owned(text, begun[after].span.end)  # "half of X's men"
            return (None, None, end) if owned else (begun[after], None, begun[after].span.end)
        if passed and row[after].bare in words.caliphates:
            return None, row[after].bare, row[after].bare_end
        if not _leads_on(after, seen, authority) and not (passed == 0 and row[after].fold == "the"):
            break
        after += 1
    return None, None, end


def _leads_on(at: int, seen: Context, authority: Authority) -> bool:
    """Tell whether a word may stand before the whole's name: "the so-called", "Nigeria's", "the Gaza-based"."""
    text, word = seen.text, seen.row[at]
    if text[word.start].isupper():
        hyphen = text[word.end : word.end + 1] == "-"
        return _is_owned(text, word.bare_end) or hyphen or word.bare in authority.countries.codes
    return word.fold not in authority.words.parting.closes() or text[word.start - 3 : word.start] == "so-"


def _owner_behind(at: int, seen: Context, begun: dict[int, Hit], told_by: Clauses) -> Hit | None:
    told = told_by.whose.match(seen.text, seen.row[at].bare_end)
    return begun.get(place(Span(told.end(), told.end() + 1), seen.row)[0]) if told else None


def _is_tie(hit: Hit, at: int, row: tuple[Word, ...], tied: frozenset[str]) -> bool:
    """Tell whether a word behind a name says that the part is only tied to it ("the IS-aligned faction")."""
    after = place(hit.span, row)[1]
    return after < at and row[after].fold in tied


def _tail(text: str, row: tuple[Word, ...], end: int, told_by: Clauses) -> tuple[Word, ...]:
    """Return the words that say where a part is: "in Yemen", "active in northern Mali"."""
    placed = told_by.at.match(text, end)
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
