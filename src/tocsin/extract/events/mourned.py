"""The death of somebody told of before by "he" or "she": "gunmen shot the mayor. He died in hospital."

The pronoun stands for the one person whom the attack told last is said to have hit. Where a lone attacker could be
meant as well, the words have to speak of wounds or a hospital.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.events.draft import Draft
from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, children
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.text import Span
from tocsin.model.values import Count

_ONE = frozenset({"he", "she"})
_CARE = frozenset({"clinic", "hospital", "injury", "surgery", "wound"})
_NOT_QUITE = frozenset({"almost", "nearly"})
_CERTAINTY = 0.8
_PERSONS = frozenset(
    {
        "private_citizens_and_property",
        "government",
        "police",
        "military",
        "journalists_and_media",
        "religious_figures_and_institutions",
        "educational_institution",
        "ngo",
        "diplomatic",
        "unknown",
    }
)


def mourned(tree: Tree, drafts: Sequence[Draft], heard: Voices, lexicon: Lexicon) -> tuple[Draft, ...]:
    """Return the drafts with the deaths that a pronoun tells."""
    settled = list(drafts)
    for sentence in tree.page.page.sentences:
        for token in tree.tokens[sentence.first : sentence.last]:
            if sentence.headline or not lexicon.has("dying_verbs", token.lemma) or token.pos != "VERB":
                continue
            who = next((i for i in children(tree, token.index, "nsubj") if tree.tokens[i].text.lower() in _ONE), None)
            at = None if who is None else _victim_of(tree, settled, sentence)
            if who is None or at is None or not _is_told(tree, token.index, sentence, settled[at], lexicon):
                continue
            span = Span(tree.tokens[who].span.start, token.span.end)
            one = Count(1, 1, "exact", span.of(tree.text), span)
            death = Reading("killed", one, span, holder_of(tree, token.index, heard), certainty=_CERTAINTY)
            frames = settled[at].frames
            settled[at] = replace(settled[at], frames=(*frames[:-1], frames[-1].with_readings(death)))
    return tuple(settled)


def _is_told(tree: Tree, verb: int, sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether a death is told as having happened, and on no day before the attack."""
    if factuality(tree, verb, lexicon) not in ("CT+", "PR+"):
        return False
    if any(tree.tokens[i].text.lower() in _NOT_QUITE for i in tree.below[verb]):
        return False
    day = draft.date()
    own = [dated.when for dated in tree.page.dates if sentence.span.holds(dated.when.span)]
    return day is None or day.start is None or all(when.end is None or when.end >= day.start for when in own)


def _victim_of(tree: Tree, drafts: Sequence[Draft], sentence: Sentence) -> int | None:
    """Return the attack, told last in the paragraph, that hit one person and is told without dead."""
    told = [(frame.anchor, at, frame) for at, draft in enumerate(drafts) for frame in _before(tree, draft, sentence)]
    if not told:
        return None
    _, last, frame = max(told, key=lambda one: one[0])
    draft = drafts[last]
    if draft.kind != "attack" or any(one.first("killed") is not None for one in draft.frames):
        return None
    earlier = [one for one in draft.frames if one.sentence < sentence.index]
    cared = any(token.lemma in _CARE for token in tree.tokens[sentence.first : sentence.last])
    lone = any(_is_lone(tree, one) for one in draft.frames)
    return last if _has_victim(tree, earlier, frame) and (cared or not lone) else None


def _before(tree: Tree, draft: Draft, sentence: Sentence) -> list[Frame]:
    """Return the tellings in the sentence before, or before sentences that only go on with "he" or "she"."""
    sentences = tree.page.page.sentences
    first = sentence.index - 1
    while first >= 0 and tree.tokens[sentences[first].first].text.lower() in _ONE:
        first -= 1
    one_paragraph = first >= 0 and sentences[first].paragraph == sentence.paragraph
    return [frame for frame in draft.frames if one_paragraph and first <= frame.sentence < sentence.index]


def _has_victim(tree: Tree, frames: Sequence[Frame], last: Frame) -> bool:
    """Tell whether one person alone is told to have been hit: as a target, or by "who was shot"."""
    hit = [r.value for frame in frames for r in frame.readings if r.field == "targets" and r.value.role == "hit"]
    if hit:
        return len(hit) == 1 and hit[0].type in _PERSONS and (hit[0].count is None or hit[0].count.high == 1)
    return any(tree.tokens[i].text.lower() == "who" for i in children(tree, last.anchor, "nsubjpass"))


def _is_lone(tree: Tree, frame: Frame) -> bool:
    """Tell whether one attacker is told of."""
    doers = [reading.span for reading in frame.readings if reading.field == "perpetrators"]
    return any(token.tag == "NN" and any(span.holds(token.span) for span in doers) for token in tree.tokens)
