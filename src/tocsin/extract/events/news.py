"""Which events the document is about: its news, told from what it only recalls.

An event is background when it is older than the week before publication, or recalled by words of memory outside the
first paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.reading import Frame
from tocsin.knowledge.reader import CHANCES
from tocsin.model.values import When

VIOLENT = frozenset({"attack", "operation"})
JUSTICE = frozenset({"arrest", "trial", "designation", "plot"})
_WEEK = timedelta(days=7)
_WEEKS = timedelta(days=60)
_LEADS = 3
_AFTER = frozenset({"after", "following", "amid"})
_PAST = re.compile(
    r"(?i)\b(?:(?:last|previous) (?:month|year|decade)|(?:month|year|decade)s? (?:ago|earlier|before))\b"
)


def judged(tree: Tree, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Mark what the document is about: where nothing is new, the latest that the first paragraph tells, if recent."""
    published = tree.page.page.document.published
    ends = [when.end for draft in drafts if (when := draft.date()) is not None and when.end is not None]
    anchor = published or max(ends, default=None)
    marked = [replace(draft, main=_is_main(tree, draft, anchor)) for draft in drafts]
    if any(draft.main and draft.kind in VIOLENT for draft in marked):
        marked = [replace(draft, main=draft.main or _is_beside_news(tree, draft)) for draft in marked]
    if not any(draft.main for draft in marked):
        opening = _opening(tree, marked)
        marked = [replace(draft, main=_is_late_news(tree, draft, opening, anchor)) for draft in marked]
    return tuple(sorted(marked, key=_position))


def is_past(when: When) -> bool:
    """Tell whether an open date looks back further than news does ("last year" in an undated text)."""
    return when.start is None and _PAST.search(when.text) is not None


def is_old(when: When, anchor: date | None) -> bool:
    """Tell whether a date is older than the week before; a longer time must hold the day itself or lie in that week."""
    if is_past(when):
        return True
    if when.start is None or when.end is None or anchor is None:
        return False
    within = when.precision == "day" or when.start >= anchor - _WEEK
    return when.end < (anchor - _WEEK if within else anchor)


def _is_beside_news(tree: Tree, draft: Draft) -> bool:
    """Tell whether violence told beside the news of violence bears no date, and is not recalled: it is as new."""
    return draft.kind in VIOLENT and draft.date() is None and not _recalled(tree, draft.frames[0])


def _position(draft: Draft) -> int:
    """Return the token that first tells the event in the body, else in the headline."""
    body = [frame.anchor for frame in draft.frames if not frame.headline]
    return min(body or [frame.anchor for frame in draft.frames])


def _opening(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Return what the first of the opening paragraphs that tells of anything tells."""
    sentences = tree.page.page.sentences
    for paragraph in _prose(tree)[:_LEADS]:
        told = [d for d in drafts if any(sentences[f.sentence].paragraph == paragraph for f in d.frames)]
        if told:
            return told if paragraph == _prose(tree)[0] else [d for d in told if _shows_means(d)]
    return []


def _shows_means(draft: Draft) -> bool:
    """Tell whether an event is told with its attackers or weapons."""
    return any(r.field in ("perpetrators", "weapons", "suicide") for frame in draft.frames for r in frame.readings)


def _is_late_news(tree: Tree, draft: Draft, opening: Sequence[Draft], anchor: date | None) -> bool:
    """Tell whether the opening presents something of the last weeks that became known late."""
    when = draft.date()
    if when is None and any(frame.recalled for frame in draft.frames) and not _is_seen(tree, draft):
        return False
    fresh = when is None or when.end is None or anchor is None or when.end >= anchor - _WEEKS
    return fresh and draft in opening and not _is_followed(tree, draft.frames[0])


def _is_seen(tree: Tree, draft: Draft) -> bool:
    """Tell whether the trained reader is sure of the words that tell it."""
    return any(tree.chance(frame.anchor, frame.kind) >= CHANCES.plain for frame in draft.frames)


def _is_main(tree: Tree, draft: Draft, anchor: date | None) -> bool:
    when = draft.date()
    old = is_old(when, anchor) if when is not None else any(frame.recalled for frame in draft.frames)
    titled = any(frame.headline for frame in draft.frames)
    if titled and (not old or (draft.kind in JUSTICE and not _recalled(tree, draft.frames[0]))):
        return True
    if old or (not titled and _is_only_followed(tree, draft)):
        return _is_freed_now(tree, draft)
    if _early(tree, draft):
        return True
    if _recalled(tree, draft.frames[0]):
        return False
    return (when is None and draft.frames[0].fresh) or (when is not None and when.precision == "day")


def _is_freed_now(tree: Tree, draft: Draft) -> bool:
    """Tell whether the title or the first paragraph tells that captives are free, whenever they were taken."""
    freed = [f for f in draft.frames if any(r.field == "subjects" and r.value.role == "released" for r in f.readings)]
    return any(frame.headline for frame in freed) or _early(tree, replace(draft, frames=tuple(freed)))


def _early(tree: Tree, draft: Draft) -> bool:
    """Tell whether the first paragraph of prose tells of it; mastheads and the like end in no full stop."""
    first = next(iter(_prose(tree)), 0)
    return any(tree.page.page.sentences[frame.sentence].paragraph == first for frame in draft.frames)


def _prose(tree: Tree) -> list[int]:
    """Return the paragraphs of the body in which a sentence ends with its mark."""
    text, sentences = tree.text, tree.page.page.sentences
    return list(dict.fromkeys(s.paragraph for s in sentences if not s.headline and text[s.span.end - 1] in '.!?"”’…'))


def _is_only_followed(tree: Tree, draft: Draft) -> bool:
    """Tell whether all that tells of it anew tells it as what the news comes after."""
    telling = [frame for frame in draft.frames if frame.founds and not frame.definite]
    return draft.kind in VIOLENT and all(_is_followed(tree, frame) for frame in telling or draft.frames)


def _is_followed(tree: Tree, frame: Frame) -> bool:
    """Tell whether a telling is only what the news comes after ("the vote follows the killing of X")."""
    below = frame.anchor
    for above in climb(tree, frame.anchor):
        token = tree.tokens[above]
        if token.pos == "VERB" and token.lemma in ("follow", "come"):
            after_it = tree.tokens[below].lemma in _AFTER or tree.tokens[below].dep == "advcl"
            return tree.tokens[below].dep == "dobj" if token.lemma == "follow" else after_it
        if token.pos in ("VERB", "AUX") and tree.tokens[below].dep not in ("relcl", "acl"):
            return False
        below = above
    return False


def _recalled(tree: Tree, frame: Frame) -> bool:
    """Tell whether words of memory stand in the frame's sentence."""
    span = tree.page.page.sentences[frame.sentence].span
    return any(cue.kind in ("history", "anniversary") and span.holds(cue.span) for cue in tree.page.page.cues)
