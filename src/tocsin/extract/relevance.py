"""A cheap gate before the heavy stages: is political violence, a threat of it or its prosecution the news?

Words of political violence speak for a text, words of sport, film, illness, hacking, accident, exercise, labour dispute,
ordinary crime, remembrance or market talk against it; the title and the first paragraphs weigh more than the rest.
"""

import re
from math import exp

from tocsin.knowledge import Knowledge
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Document

_AGAINST = {
    "sport": 1.0,
    "film": 0.8,
    "health": 0.8,
    "cyber": 1.2,
    "accident": 0.9,
    "exercise": 1.6,
    "labour": 1.0,
    "crime": 0.9,
    "metaphor": 1.0,
    "anniversary": 1.4,
}
_LEAD = 600
_THRESHOLD = 0.3


def relevance(document: Document, knowledge: Knowledge) -> float:
    """Return a score from 0 to 1; a text from the threshold up is read on."""
    text, lexicon = document.text, knowledge.lexicon
    if text.isupper():
        text = text.lower()
    lead, whole = text[:_LEAD], text[:6000]
    per = max(len(re.findall(r"\w+", whole)) / 100.0, 0.6)
    political = _distinct(lexicon, "political", whole) | _groups(knowledge, whole)
    violent = _distinct(lexicon, "violence", whole)
    if not political or not violent:
        return _squash(0.35 * len(violent) - 3.0)
    score = -1.6 + 0.55 * min(len(political), 6) + 0.35 * min(len(violent), 5)
    score += 0.8 * min(len(_groups(knowledge, lead)), 2)
    score += 0.7 * min(len(_distinct(lexicon, "political", lead)), 3) + 0.3 * min(
        len(_distinct(lexicon, "violence", lead)), 3
    )
    for kind, weight in _AGAINST.items():
        hits = [m.group() for m in lexicon.cues[kind].finditer(whole)]
        score -= weight * min(len(hits) / per, 4.0) * (0.5 if len(political) > 6 else 1.0)
        score -= 0.5 * weight * min(len(_distinct(lexicon, kind, lead)), 3)
    return _squash(score)


def _groups(knowledge: Knowledge, text: str) -> set[str]:
    """Return the armed groups and their outlets that a text surely names."""
    found = {hit.ids[0] for hit in knowledge.actors.find(text) if not hit.weak and len(hit.ids) == 1}
    return {name for name in found if knowledge.actors.record(name).kind in ("armed_group", "media_outlet")}


def passes(score: float) -> bool:
    """Tell whether a score lets a text through the gate."""
    return score >= _THRESHOLD


def _distinct(lexicon: Lexicon, kind: str, text: str) -> set[str]:
    return {match.group().lower() for match in lexicon.cues[kind].finditer(text)}


def _squash(score: float) -> float:
    return round(1.0 / (1.0 + exp(-score)), 3)
