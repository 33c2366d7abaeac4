"""News without an event: an official warning of attacks, or figures of violence that rise or fall."""

import re
from collections.abc import Sequence

from tocsin.extract.grammar.tree import Tree
from tocsin.model.record import Assessment

_ARMED = re.compile(
    r"(?i)\b(?:terroris[mt]s?|terror|militants?|insurgents?|jihadis?t?s?|extremists?|gunm[ae]n|armed groups?|rebels?|"
    r"bandits?|kidnappings?|abductions?|bombings?|guerrillas?|separatists?)\b"
)
_NEWS = frozenset({"outlook", "trend", "exposure", "intent", "capability"})
_VOICES = frozenset({"authority", "government", "expert"})


def is_warning(tree: Tree, judged: Sequence[Assessment]) -> bool:
    """Tell whether the first paragraph gives an authority's or expert's judgement of violence by armed people."""
    body = [s for s in tree.page.page.sentences if not s.headline]
    if not body:
        return False
    lead = [s for s in body if s.paragraph == body[0].paragraph]
    groups = any(a.kind == "armed_group" and any(s.span.holds(a.span) for s in lead) for a in tree.page.actors)
    for one in judged:
        inside = next((s for s in lead if s.span.holds(one.span)), None)
        if inside is None or one.type not in _NEWS or one.holder.kind not in _VOICES:
            continue
        if groups or _ARMED.search(inside.span.of(tree.text)):
            return True
    return False
