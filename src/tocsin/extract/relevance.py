"""A cheap gate before the heavy stages: is political violence, a threat of it or its prosecution the news?

Words of political violence speak for a text, words of sport, film, illness, hacking, accident, exercise, labour,
ordinary crime, wildlife, remembrance or market talk against it; the title and the first paragraphs weigh more than
the rest.
"""

from math import exp

from tocsin.knowledge import Knowledge
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Document

_AGAINST = {
    "sport": 1.0,
    "film": 1.0,
    "health": 2.0,
    "cyber": 1.5,
    "accident": 1.0,
    "exercise": 4.0,
    "labour": 1.0,
    "crime": 1.2,
    "metaphor": 1.0,
    "anniversary": 2.5,
    "unpolitical": 2.0,
}
_VIOLENT = ("armed_group", "media_outlet")
_MANY = 5.0
_NAMED = 3
_LEAD = 600
_THRESHOLD = 0.3


def relevance(document: Document, knowledge: Knowledge) -> float:
    """Return a score from 0 to 1; a text from the threshold up is read on."""
    text, lexicon = document.text, knowledge.lexicon
    if text.isupper():
        text = text.lower()
    lead, whole = text[:_LEAD], text[:6000]
    political = _political(knowledge, whole)
    violent = _distinct(lexicon, "violence", whole)
    told = violent | _distinct(lexicon, "justice", whole)
    if not political or (not told and len(political) < _NAMED):
        return _squash(0.35 * len(violent) - 3.0)
    if political <= _distinct(lexicon, "chosen_victim", whole) and lexicon.cues["crime"].search(whole):
        return _squash(-1.5)
    score = -1.6 + 0.55 * min(len(political), 6) + 0.35 * min(len(told), 5)
    score += 0.8 * min(len(_groups(knowledge, lead)), 2)
    score += 0.7 * min(len(_political(knowledge, lead) - _groups(knowledge, lead)), 3)
    score += 0.3 * min(len(_distinct(lexicon, "violence", lead) | _distinct(lexicon, "justice", lead)), 3)
    spoken = len(lexicon.cues["political"].findall(whole)) + len(_groups(knowledge, whole))
    rival = max(weight * len(lexicon.cues[kind].findall(whole)) for kind, weight in _AGAINST.items())
    if rival >= _MANY and rival >= 0.9 * spoken:
        score -= 7.0 + rival - 0.9 * spoken
    return _squash(score)


def _political(knowledge: Knowledge, text: str) -> set[str]:
    """Return the words of a text that show violence to be political: its words, its groups, and who was chosen."""
    lexicon = knowledge.lexicon
    found = _distinct(lexicon, "political", text) | _groups(knowledge, text)
    return found | (_distinct(lexicon, "chosen_victim", text))


def _groups(knowledge: Knowledge, text: str) -> set[str]:
    """Return the armed groups and their outlets that a text surely names."""
    found = {hit.ids for hit in knowledge.actors.find(text) if not hit.weak}
    return {ids[0] for ids in found if all(knowledge.actors.record(one).kind in _VIOLENT for one in ids)}


def passes(score: float) -> bool:
    """Tell whether a score lets a text through the gate."""
    return score >= _THRESHOLD


def _distinct(lexicon: Lexicon, kind: str, text: str) -> set[str]:
    return {match.group().lower() for match in lexicon.cues[kind].finditer(text)}


def _squash(score: float) -> float:
    return round(1.0 / (1.0 + exp(-score)), 3)
