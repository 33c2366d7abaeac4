"""The word lists: which words tell of violence, who plays which part, which words are cues."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from tocsin.knowledge.certainty import Certainty, read_certainty
from tocsin.knowledge.judgements import Judgements, read_judgements
from tocsin.knowledge.ties import Ties, read_ties
from tocsin.knowledge.wording import Wording

Words = Mapping[str, frozenset[str]]

_OWN_FORM = frozenset(
    {"certainty", "cues", "judgements", "ties", "weapons"}
)  # files whose lists are not asked for by name


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled word lists. Multi-word lemmas are written with underscores.

    `attack_verbs` and `attack_nouns` map a lemma to its attack type; `targets` maps a noun to its GTD target type;
    `weapons` maps a phrase to its GTD weapon type; `media` maps a noun to the form of a publication, `languages` a name
    to its ISO code; `cues` holds one pattern a kind; `hyphened` are the words with hyphens in any list.
    """

    attack_verbs: Mapping[str, str]
    attack_nouns: Mapping[str, str]
    harm: Mapping[str, frozenset[str]]
    harm_nouns: Mapping[str, str]
    words: Words
    targets: Mapping[str, str]
    weapons: Mapping[str, str]
    weapon_words: Wording
    cues: Mapping[str, Wording]
    hedges: Mapping[str, str]
    judgements: Judgements
    ties: Ties
    media: Mapping[str, str]
    languages: Mapping[str, str]
    certainty: Certainty
    hyphened: frozenset[str]

    def has(self, kind: str, word: str) -> bool:
        """Tell whether a word stands in a list."""
        return word in self.words[kind]


def load_lexicon() -> Lexicon:
    """Read the shipped word lists."""
    whole = json.loads((files("tocsin.data") / "lexicons.json").read_text("utf-8"))
    triggers, people = whole["triggers"], whole["people"]
    weapons = _inverted(whole["weapons"])
    return Lexicon(
        attack_verbs=_inverted(triggers["attack_verbs"]),
        attack_nouns=_inverted(triggers["attack_nouns"]),
        harm={name: frozenset(words) for name, words in triggers["harm"].items()},
        harm_nouns=_inverted(triggers["harm_nouns"]),
        words=_words(whole),
        targets=_inverted(people["targets"]),
        weapons=weapons,
        weapon_words=Wording(
            r"(?<![\w-])(?:"
            + "|".join(re.escape(w) for w in sorted(weapons, key=len, reverse=True))
            + rf")(?![\w-]|\s(?:{'|'.join(sorted(whole['acts']['unarmed_before']))})\b)"
        ),
        cues={kind: Wording(_cue(patterns)) for kind, patterns in whole["cues"].items()},
        hedges=_inverted(whole["reporting"]["hedges"]),
        judgements=read_judgements(whole["judgements"]),
        ties=read_ties(whole["ties"]),
        media=_inverted(whole["works"]["media"]),
        languages=_inverted(whole["works"]["languages"]),
        certainty=read_certainty(whole["certainty"]),
        hyphened=frozenset(_hyphened([lists for name, lists in whole.items() if name not in _OWN_FORM])),
    )


def _words(whole: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Return every plain list of words under its own name, whatever file it stands in."""
    plain = [lists for name, lists in whole.items() if name not in _OWN_FORM]
    return {name: frozenset(words) for lists in plain for name, words in lists.items() if isinstance(words, list)}


def _hyphened(node: Any) -> Iterator[str]:
    """Yield every word with a hyphen of the lists below a node, those within a longer entry too."""
    if isinstance(node, str):
        yield from (word for word in node.split("_") if "-" in word.strip("-"))
        return
    for below in node.values() if isinstance(node, Mapping) else node:
        yield from _hyphened(below)


def _inverted(lists: Mapping[str, Any]) -> dict[str, str]:
    """Map each word to its list; where two lists have it, the first one keeps it."""
    inverted: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            inverted.setdefault(word, name)
    return inverted


def _cue(patterns: list[str]) -> str:
    return r"\b(?:" + "|".join(patterns) + r")\b"
