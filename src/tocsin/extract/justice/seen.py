"""Arrests, trials, designations and plots that the trained reader sees in words that no list has."""

from collections.abc import Sequence

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.hinted import parts, tellers
from tocsin.extract.grammar.parts import actor, armed_group
from tocsin.extract.grammar.tree import Tree, key, phrase
from tocsin.extract.justice.authorities import acting, trimmed
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.subjects import subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind
from tocsin.model.values import SubjectRole

_LISTS = ("hold_verbs", "court_verbs", "plain_listing_verbs", "freeing_verbs", "foil_verbs", "stop_verbs")
_ROLES: dict[EventKind, SubjectRole] = {
    "arrest": "arrested",
    "trial": "tried",
    "designation": "designated",
    "plot": "arrested",
}


def seen(tree: Tree, sentence: Sentence, told: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return what the reader sees in a sentence of which no frame is told yet; one that has some is understood."""
    if any(one.kind in _ROLES for one in told):
        return ()
    found: list[Frame] = []
    for kind, role in _ROLES.items():
        for anchor in tellers(tree, sentence, kind):
            if any(one.telling.meets(tree.tokens[anchor].span) or one.kind == kind for one in (*told, *found)):
                continue
            sure = tree.chance(anchor, kind) >= CHANCES.sure
            if (sure or not _is_listed(tree, anchor, lexicon)) and factuality(tree, anchor, lexicon) in ("CT+", "PR+"):
                found.append(_frame(tree, sentence, kind, role, anchor, heard, lexicon))
    return tuple(found)


def _is_listed(tree: Tree, anchor: int, lexicon: Lexicon) -> bool:
    """Tell whether a list has the verb, so that rules have looked at who is held or tried, and passed it by."""
    return tree.tokens[anchor].pos == "VERB" and any(lexicon.has(name, key(tree, anchor)) for name in _LISTS)


def _frame(
    tree: Tree, sentence: Sentence, kind: EventKind, role: SubjectRole, anchor: int, heard: Voices, lexicon: Lexicon
) -> Frame:
    holder = holder_of(tree, anchor, heard)
    readings = []
    for head in parts(tree, sentence, "subject", anchor):
        subject, number = subject_of(tree, head, role, anchor, sentence, lexicon)
        if number is not None and kind == "arrest":
            readings.append(Reading("arrested", number, number.span, holder))
        if subject is not None:
            readings.append(Reading("subjects", subject, subject.span, holder))
    for head in parts(tree, sentence, "doer", anchor)[:1]:
        known = actor(tree, head)
        if armed_group(tree, head) is None:
            state = known if known is not None and known.kind in ("state_force", "government") else None
            span = state.span if state is not None else trimmed(tree, phrase(tree, head))
            readings.append(acting(tree, span, state, holder, lexicon))
    return frame(tree, sentence, kind, anchor, heard, holder, readings, lexicon)
