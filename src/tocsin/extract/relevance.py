"""A cheap gate before the heavy stages: is political violence, a threat of it or its prosecution the news?

The words of the beginning, and how many of them are cues of a kind (political violence, sport, film, crime,
remembrance), speak for or against it with weights that were learned. Only words of the language have a weight: no name
of a place, a person, a people or a creed, for no community is a signal of threat. What stands capitalised within
sentences is taken for a name. Where words leave it open, the trained reader reads how the text begins.
"""

import re
from collections import Counter
from collections.abc import Mapping
from math import exp, log, log1p, sqrt

from tocsin.knowledge import Knowledge
from tocsin.knowledge.gate import Gate
from tocsin.knowledge.reader import CHANCES, KINDS
from tocsin.model.text import Document

CUES = (
    "political",
    "over_plot",
    "violence",
    "conflict",
    "claim",
    "no_claim",
    "sport",
    "film",
    "health",
    "cyber",
    "accident",
    "exercise",
    "labour",
    "crime",
    "metaphor",
    "anniversary",
    "history",
    "hypothesis",
)
BIAS, GROUPS = "=", "= groups"
_WORD = re.compile(r"[a-z]+(?:'(?!s\b)[a-z]+)?")
_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:'(?!s\b)[a-z]+)?")
_LONG = 4  # letters
_READ = 2400  # characters
_WORDS = 350
_HEAD = 100  # words
_PAGE = 300  # words to which counts of cues are scaled
_SHORTEST = 3  # letters
_LEAD = 600  # characters
_NAMED = 3
_THRESHOLD = 0.28
_STOPPED = 0.27
_HOPELESS = 0.16  # of texts that it has not seen one relevant in fifty is below, and six to eight harmless in ten
_CLEAR = 0.75
_EVEN = 0.5
_BEGUN = (600, 900)  # characters; the reader is slower to see violence in the longer stretch
_SURE = 0.9


def relevance(document: Document, knowledge: Knowledge) -> float:
    """Return a score from 0 to 1; a text from the threshold up is read on."""
    gate, text = knowledge.gate, _lowered(document.text)
    score = gate.weights[BIAS] + _worth(features(text, gate), gate)
    if _squash(score + gate.weights[GROUPS]) > _HOPELESS:
        score += gate.weights[GROUPS] * groups(text, knowledge)
    return _squash(score)


def features(text: str, gate: Gate) -> dict[str, float]:
    """Return what the gate weighs in a text: its words, scaled to length one, and the kinds of cue among them."""
    text = text[:_READ].replace("’", "'")
    row = _WORD.findall(text.lower())[:_WORDS]
    counts, names = Counter(row), _capitalised(text)
    words = {word: 1 + log(n) for word, n in counts.items() if len(word) >= _SHORTEST and word not in names}
    length = sqrt(sum(value * value for value in words.values())) or 1.0
    return {**{word: value / length for word, value in words.items()}, **_cues(row, counts, gate.kinds)}


def groups(text: str, knowledge: Knowledge) -> float:
    """Return how many armed groups and outlets of theirs the beginning of a text surely names, three or more as 1."""
    found = {hit.ids[0] for hit in knowledge.actors.find(text[:_LEAD]) if not hit.weak and len(hit.ids) == 1}
    armed = {name for name in found if knowledge.actors.record(name).kind in ("armed_group", "media_outlet")}
    return min(len(armed), _NAMED) / _NAMED


def passes(score: float) -> bool:
    """Tell whether a score lets a text through the gate."""
    return score >= _THRESHOLD


def begun(document: Document, knowledge: Knowledge, score: float) -> float:
    """Return the score of a text once the trained reader has read how it begins, where its words leave that open.

    It lets through what the words alone would stop, and stops what they alone would let through: news of other matters
    recalls violence further down. Where the words rather speak against it, it has to see it in two stretches.
    """
    reader = knowledge.reader() if _HOPELESS < score < _CLEAR else None
    if reader is None:
        return score
    lengths = _BEGUN if score < _EVEN and len(document.text) > _BEGUN[0] else _BEGUN[:1]
    read = [reader.read(document.text[:length]) for length in lengths]
    told = [(float(one.labels[:, : len(KINDS)].max()), one.relevant) for one in read]
    seen, sure = min(map(max, told)), min(map(min, told))
    if is_sure(sure):
        return max(score, round(sure, 3))
    if passes(score):
        return score if seen >= CHANCES.open else _STOPPED
    return round(seen, 3) if seen >= CHANCES.begun else score


def is_sure(score: float) -> bool:
    """Tell whether a text is of violence even where it reports nothing new: a review of a massacre, an inquiry."""
    return score >= _SURE


def may_weigh(word: str, knowledge: Knowledge) -> bool:
    """Tell whether a word may have a weight: one of the language that is no creed's, nobody's and no place's name."""
    if len(word) < _SHORTEST or not knowledge.vocabulary().knows(word):
        return False
    creed = word.startswith(tuple(knowledge.lexicon.words["identity_stems"]))
    return not (creed or knowledge.countries.nationality(word.title()) or knowledge.is_name(word))


def _capitalised(text: str) -> set[str]:
    """Return the words that stand capitalised within sentences; a title may write all words so."""
    title, _, body = text.partition("\n")
    return {word.lower() for word in _WITHIN.findall(body if body and _is_headed(title) else text)}


def _is_headed(title: str) -> bool:
    """Tell whether a title writes most of its long words with capitals."""
    long = [word for word in title.split() if len(word) > _LONG]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _cues(row: list[str], counts: Mapping[str, int], kinds: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """Return how often each kind of cue is met for the length of a text, and how many of its words stand first."""
    whole: Counter[str] = Counter()
    first: Counter[str] = Counter()
    head = set(row[:_HEAD])
    for word in counts.keys() & kinds.keys():
        for kind in kinds[word]:
            whole[kind] += counts[word]
            first[kind] += word in head
    pages = max(len(row), _HEAD) / _PAGE
    often = {f"= {kind}": log1p(number / pages) / 2 for kind, number in whole.items()}
    return {**often, **{f"= {kind} first": log1p(number) / 2 for kind, number in first.items() if number}}


def _worth(found: Mapping[str, float], gate: Gate) -> float:
    weights = gate.weights
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def _lowered(text: str) -> str:
    return text.lower() if text.isupper() else text


def _squash(score: float) -> float:
    return round(1.0 / (1.0 + exp(-max(min(score, 50.0), -50.0))), 3)
