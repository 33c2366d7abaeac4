"""A cheap gate before the heavy stages: is political violence, a threat of it or its prosecution the news?

The words of the title and the first paragraphs, and how often each kind of cue (political violence, sport, film, crime,
remembrance) is met, speak for or against it with weights that were learned. Only words of the language have a weight:
no name of a place, a person, a people or a creed, for no community is a signal of threat.
What stands capitalised within sentences is taken for a name.
"""

import re
from collections import Counter
from math import exp, log, log1p, sqrt

from tocsin.knowledge import Knowledge
from tocsin.knowledge.reader import CHANCES, KINDS
from tocsin.knowledge.wording import small
from tocsin.model.text import Document

_CUES = (
    "political",
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
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_SMALL = re.compile(r"\b[a-z]+(?:['’][a-z]+)?")
_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:['’][a-z]+)?")
_LONG = 4  # letters
_READ = 350  # words
_SHORTEST = 3  # letters
_TITLE = 0.5
_LEAD = 600
_WHOLE = 6000
_PAGE = 2000  # characters to which counts of cues are scaled
_NAMED = 3
_THRESHOLD = 0.28  # about nine in ten of relevant texts that it has not seen pass
_HOPELESS = 0.03
_BEGUN = 900  # characters
_SURE = 0.9  # one in a hundred harmless texts that it has not seen passes, and one in three relevant ones
_NOTHING = -3.0  # neither violence nor anybody who does it is spoken of
BIAS = "="


def relevance(document: Document, knowledge: Knowledge) -> float:
    """Return a score from 0 to 1; a text from the threshold up is read on."""
    weights, text = knowledge.weights, _lowered(document.text)[:_WHOLE]
    words = small(text)
    told = any(knowledge.lexicon.cues[kind].search(words) for kind in ("political", "over_plot", "violence"))
    if not told and not _groups(knowledge, text):
        return _squash(_NOTHING)
    score = weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features(document, knowledge).items())
    return _squash(score)


def features(document: Document, knowledge: Knowledge) -> dict[str, float]:
    """Return what the gate weighs in a text: its words, scaled to length one, and its cues."""
    title, _, _ = document.text.partition("\n")
    counts, names = Counter(_words(document.text)), _capitalised(document.text)
    titled = set(_words(title)) - _capitalised(title) if title != document.text else set()
    words = {
        word: 1 + log(count) + (_TITLE if word in titled else 0)
        for word, count in counts.items()
        if word not in names and _may_weigh(word, knowledge)
    }
    length = sqrt(sum(value * value for value in words.values())) or 1.0
    return {**{word: value / length for word, value in words.items()}, **_cues(_lowered(document.text), knowledge)}


def passes(score: float) -> bool:
    """Tell whether a score lets a text through the gate."""
    return score >= _THRESHOLD


def begun(document: Document, knowledge: Knowledge, score: float) -> float:
    """Return the score of a text whose words alone stop it, once the trained reader has read how it begins."""
    reader = knowledge.reader() if score > _HOPELESS else None
    if reader is None:
        return score
    seen = float(reader.read(document.text[:_BEGUN]).labels[:, : len(KINDS)].max())
    return max(score, seen) if seen >= CHANCES.begun else score


def is_sure(score: float) -> bool:
    """Tell whether a text is of violence even where it reports nothing new: a review of a massacre, an inquiry."""
    return score >= _SURE


def _words(text: str) -> list[str]:
    """Return the words of the beginning of a text."""
    return [_plain(word) for word in _WORD.findall(text.lower())[:_READ]]


def _may_weigh(word: str, knowledge: Knowledge) -> bool:
    """Tell whether a word may have a weight: one of the language that is nobody's and no place's name."""
    return len(word) >= _SHORTEST and knowledge.vocabulary().knows(word) and not _is_identity(word, knowledge)


def _capitalised(text: str) -> set[str]:
    """Return the words that stand capitalised within sentences and never small; a title may write all words so."""
    title, _, body = text.partition("\n")
    told = body if body and _is_headed(title) else text
    within = {_plain(word.lower()) for word in _WITHIN.findall(told)}
    return within - {_plain(word) for word in set(_SMALL.findall(text))}


def _is_headed(title: str) -> bool:
    """Tell whether a title writes most of its long words with capitals."""
    long = [word for word in title.split() if len(word) > _LONG]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _plain(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


def _is_identity(word: str, knowledge: Knowledge) -> bool:
    """Tell whether a word is of a creed or its believers, or names a people or a place."""
    if word.startswith(tuple(knowledge.lexicon.words["identity_stems"])) or knowledge.countries.nationality(
        word.title()
    ):
        return True
    return knowledge.is_name(word)


def _cues(text: str, knowledge: Knowledge) -> dict[str, float]:
    """Return how often each kind of cue is met, and how many of its words the beginning has."""
    lead, whole, lexicon = text[:_LEAD], text[:_WHOLE], knowledge.lexicon
    opening, words = small(lead), small(whole)
    pages = max(len(whole), _LEAD) / _PAGE
    found = {"= groups": float(min(len(_groups(knowledge, whole)), _NAMED)) / _NAMED}
    found["= groups first"] = float(min(len(_groups(knowledge, lead)), _NAMED)) / _NAMED
    for kind in _CUES:
        found[f"= {kind}"] = log1p(lexicon.cues[kind].count(words) / pages) / 2
        found[f"= {kind} first"] = log1p(len(lexicon.cues[kind].forms(opening))) / 2
    return found


def _groups(knowledge: Knowledge, text: str) -> set[str]:
    """Return the armed groups and their outlets that a text surely names."""
    found = {hit.ids[0] for hit in knowledge.actors.find(text) if not hit.weak and len(hit.ids) == 1}
    return {name for name in found if knowledge.actors.record(name).kind in ("armed_group", "media_outlet")}


def _lowered(text: str) -> str:
    return text.lower() if text.isupper() else text


def _squash(score: float) -> float:
    return round(1.0 / (1.0 + exp(-max(min(score, 50.0), -50.0))), 3)
