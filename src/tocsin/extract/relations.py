"""Ties between actors that a text states: province, branch, outlet, front, leader, ally, rival, area, accusation."""

import re
from collections.abc import Sequence

from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.tree import Tree
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Relation, RelationType
from tocsin.model.text import Span
from tocsin.model.values import Actor, Place

# The words between two actors, subject first; a reversed pattern has the object first.
_BETWEEN: tuple[tuple[RelationType, bool, re.Pattern[str]], ...] = tuple(
    (kind, backward, re.compile(rf"(?is)^\W*(?:{pattern})\W*$"))  # type: ignore[misc]
    for kind, backward, pattern in (
        ("province_of", False, r"(?:is |, )?(?:a|an|the|its)? ?(?:\w+ )?province of (?:the )?"),
        (
            "branch_of",
            False,
            r"(?:,|is|was|which is|-)? ?(?:a|an|the|one of)? ?(?:\w+ ){0,3}(?:branch|affiliate|offshoot|wing|arm|"
            r"faction|franchise|splinter group|breakaway (?:group|faction)|chapter)(?: group)? (?:of|from) (?:the )?",
        ),
        ("branch_of", False, r",? ?(?:which is |is )?(?:affiliated|aligned|allied|linked) (?:with|to) (?:the )?"),
        (
            "branch_of",
            True,
            r"(?:'s|’s|-)? ?(?:\w+ ){0,2}(?:affiliate|branch|offshoot|wing|-linked|-affiliated|-aligned),? ?(?:the )?",
        ),
        (
            "media_arm_of",
            True,
            r"(?:'s|’s)? ?(?:official |own |main )?(?:media (?:arm|wing|outlet|branch|office)|news agency|outlet|"
            r"propaganda (?:arm|wing|outlet)|mouthpiece|magazine),? ?(?:the )?",
        ),
        (
            "media_arm_of",
            False,
            r",? ?(?:is |which is )?(?:the|a|an)? ?(?:official |main |own )?(?:media (?:arm|wing|outlet|branch)|"
            r"news agency|outlet|propaganda (?:arm|wing|outlet)|mouthpiece|magazine) (?:of|for|linked to|run by|close to) (?:the )?",
        ),
        (
            "front_of",
            False,
            r",? ?(?:is |which is |widely seen as |believed to be )?(?:a|an|the)? ?(?:\w+ )?front (?:group |organi[sz]ation )?"
            r"(?:of|for) (?:the )?",
        ),
        (
            "ally_of",
            False,
            r",? ?(?:is |an? |its |a close )?(?:\w+ )?(?:ally|allies|allied|ally of|partner) (?:of|with) (?:the )?",
        ),
        (
            "hostile_to",
            False,
            r",? ?(?:is |an? |the |its )?(?:\w+ )?(?:rival|rivals|enemy|opponent|foe)s? (?:of|to) (?:the )?",
        ),
        (
            "hostile_to",
            False,
            r"(?:has|have|had)? ?(?:been )?(?:fights|fighting|fought|battling|at war with|clashed with|"
            r"rivals|opposes) (?:the )?",
        ),
        (
            "same_as",
            False,
            r",? ?(?:also|formerly|previously|better|locally|otherwise) (?:known|called|named) (?:as )?(?:the )?",
        ),
    )
)
_ACCUSES = re.compile(r"(?is)\b(?:accus(?:es|ed|ing)|blam(?:es|ed|ing))\b")
_BACKING = re.compile(
    r"(?is)\bof (?:\w+ ){0,4}(?:support|back|shelter|harbou?r|arm|fund|sponsor|financ|collaborat|protect|allow|train|host|"
    r"betray|collud|abandon|apost|serv|work|side|ally|cooperat|persecut|oppress|failing|spying)\w*"
)
_RIVAL = re.compile(r"(?i)\b(?:a|its|the) rival(?: \w+)?,? $")
_ITS_OUTLET = re.compile(
    r"(?i)\b(?:its|their) (?:\w+ )?(?:outlet|media (?:arm|wing|outlet)|news agency|mouthpiece|magazine),? $"
)


def relations(tree: Tree, heard: Voices, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Return the relations of a document in order of the text."""
    found: list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]] = []
    for sentence in tree.page.page.sentences:
        inside = [
            a
            for a in tree.page.actors
            if sentence.span.holds(a.span)
            and a.kind in ("armed_group", "media_outlet", "government", "organisation", "state_force")
        ]
        found += _pairs(tree, sentence, inside)
        found += _own_outlets(tree, sentence, inside)
        found += _rivals(tree, sentence, inside)
        found += _accusations(tree, sentence, inside)
    kept: dict[tuple[object, ...], Relation] = {}
    for subject, kind, thing, span, sentence, sure in found:
        anchor = next(
            (t.index for t in tree.tokens[sentence.first : sentence.last] if span.meets(t.span)), sentence.first
        )
        ids = (subject.actor_id or subject.name, kind, getattr(thing, "actor_id", None) or thing.name)
        if ids[0] != ids[2] and ids not in kept:
            kept[ids] = Relation(
                f"r{len(kept) + 1}",
                subject,
                kind,
                thing,
                holder_of(tree, anchor, heard),
                sure,
                span,
                span.of(tree.text),
            )
    return tuple(kept.values())


def _pairs(
    tree: Tree, sentence: Sentence, inside: Sequence[Actor]
) -> list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]]:
    found: list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]] = []
    for first, second in zip(inside, inside[1:], strict=False):
        if not any(a.kind in ("armed_group", "media_outlet") for a in (first, second)):
            continue
        between = re.sub(r"\([^)]*\)", "", tree.text[first.span.end : second.span.start])
        span = Span(first.span.start, second.span.end)
        for kind, backward, pattern in _BETWEEN:
            if pattern.match(between) and _fits(kind, second if backward else first, first if backward else second):
                pair = (second, first) if backward else (first, second)
                found.append((pair[0], kind, pair[1], span, sentence, "CT+"))
                break
    return found


def _fits(kind: RelationType, subject: Actor, thing: Actor) -> bool:
    if kind == "media_arm_of":
        return subject.kind in ("media_outlet", "organisation") and thing.kind == "armed_group"
    return subject.kind == "armed_group" and thing.kind in ("armed_group", "government", "state_force")


def _own_outlets(
    tree: Tree, sentence: Sentence, inside: Sequence[Actor]
) -> list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]]:
    """Read "its outlet Amaq": the owner is the one group of the sentence."""
    groups = [a for a in inside if a.kind == "armed_group"]
    found: list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]] = []
    for outlet in inside:
        cue = _ITS_OUTLET.search(tree.text[sentence.span.start : outlet.span.start])
        if outlet.kind in ("media_outlet", "organisation") and cue and groups:
            owner = min(groups, key=lambda a: abs(a.span.start - outlet.span.start))
            start = sentence.span.start + cue.start()
            span = Span(min(start, owner.span.start), max(outlet.span.end, owner.span.end))
            found.append((outlet, "media_arm_of", owner, span, sentence, "CT+"))
    return found


def _rivals(
    tree: Tree, sentence: Sentence, inside: Sequence[Actor]
) -> list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]]:
    """Read "a rival faction, X": hostile to the group named last before."""
    found: list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]] = []
    for group in (a for a in inside if a.kind == "armed_group"):
        cue = _RIVAL.search(tree.text[sentence.span.start : group.span.start])
        before = [a for a in tree.page.actors if a.kind == "armed_group" and a.span.end <= sentence.span.start]
        other = next((a for a in reversed(before) if (a.actor_id or a.name) != (group.actor_id or group.name)), None)
        if cue and other is not None:
            span = Span(sentence.span.start + cue.start(), group.span.end)
            found.append((group, "hostile_to", other, span, sentence, "CT+"))
    return found


def _accusations(
    tree: Tree, sentence: Sentence, inside: Sequence[Actor]
) -> list[tuple[Actor, RelationType, Actor | Place, Span, Sentence, Factuality]]:
    """Read "X accused Y of sheltering Z" (blame for an act is responsibility, not a relation)."""
    verb = _ACCUSES.search(tree.text, sentence.span.start, sentence.span.end)
    if verb is None or not _BACKING.search(tree.text, verb.end(), sentence.span.end):
        return []
    before = [a for a in inside if a.span.end <= verb.start()]
    after = [a for a in inside if a.span.start >= verb.end()]
    if not before or not after:
        return []
    span = Span(before[0].span.start, min(sentence.span.end, after[0].span.end + 80))
    backing = _BACKING.search(tree.text, verb.end(), sentence.span.end)
    if backing is not None:
        span = Span(span.start, max(after[0].span.end, backing.end()))
    return [(before[-1], "accuses", after[0], span, sentence, "CT+")]
