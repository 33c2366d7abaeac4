"""Which event words point back to that name neither its day nor its place: "thirteen of them died", "the attack".

They go on with what their paragraph told last. Those that open a paragraph go on with the sentence before if they only
tell of people harmed, else with the first event that is news. What a clause only recalls by the way is no thread to
go on with, unless the words take it up ("there", "them").
"""

from collections.abc import Sequence

from tocsin.extract.events.draft import Draft
from tocsin.extract.events.news import is_old
from tocsin.extract.grammar.tree import Tree, climb
from tocsin.extract.reading import Frame

_ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp", "pobj"})
_TAKEN_UP = frozenset({"there", "them", "their", "his", "her", "him"})


def pointed(tree: Tree, drafts: Sequence[Draft], fits: Sequence[int], frame: Frame) -> int:
    """Return which of the drafts that fit a plain telling which points back goes on with."""
    news = [at for at in fits if not _is_old(tree, drafts[at])]
    here = [at for at in fits if _is_thread(tree, drafts[at], frame) and _together(tree, drafts[at], frame)]
    near = [at for at in news if not frame.deed and _last(drafts[at]).sentence >= frame.sentence - 1]
    if here or near:
        return max(here or near, key=lambda at: _rank(tree, drafts[at]))
    return (news or fits)[0]


def _is_old(tree: Tree, draft: Draft) -> bool:
    when = draft.date()
    return when is not None and is_old(when, tree.page.page.document.published)


def _last(draft: Draft) -> Frame:
    """Return the telling of a draft that stands last so far."""
    return max(draft.frames, key=lambda told: (told.sentence, told.anchor))


def _together(tree: Tree, draft: Draft, frame: Frame) -> bool:
    """Tell whether a frame stands in the paragraph of the last telling of a draft."""
    sentences = tree.page.page.sentences
    return sentences[frame.sentence].paragraph == sentences[_last(draft).sentence].paragraph


def _is_thread(tree: Tree, draft: Draft, frame: Frame) -> bool:
    """Tell whether a draft is news, told for its own sake, or taken up by the words of the frame."""
    if not _is_old(tree, draft) or not _depth(tree, _last(draft)):
        return True
    own = tree.page.page.sentences[frame.sentence]
    return any(token.text.lower() in _TAKEN_UP for token in tree.tokens[own.first : own.last])


def _rank(tree: Tree, draft: Draft) -> tuple[int, int, int]:
    """Return how near a draft is at hand: told late, and in a main clause."""
    told = _last(draft)
    return (told.sentence, -_depth(tree, told), told.anchor)


def _depth(tree: Tree, frame: Frame) -> int:
    """Return how many clauses a telling stands under."""
    return sum(tree.tokens[at].dep in _ASIDE for at in (frame.anchor, *climb(tree, frame.anchor)))
