"""Tolls told as figures: "the death toll rose to 14", "bringing the number of dead to 10", "put the toll at nine"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree
from tocsin.extract.reading import Bearing
from tocsin.extract.slots.harm import Harm
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.values import Count

_REACH = 24
_TIES = frozenset({"to", "at", "of", "is", "was", "by", "as", ":", "from"})
_REACHING = frozenset({"reach", "hit", "pass", "exceed", "be", "top"})
_HARMS: dict[str, Harm] = {"wounded": "wounded", "injured": "wounded", "hurt": "wounded", "missing": "missing"}


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure for all those harmed: `noun` is what it is said of, `number` the token that gives it."""

    harm: Harm
    noun: int
    number: int
    count: Count
    bearing: Bearing


def tallies(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> Iterator[Tally]:
    """Yield the figures to which a sentence puts a toll; one that it raises is told by the last number."""
    for token in tree.tokens[sentence.first : sentence.last]:
        harm = _counted(tree, token, lexicon)
        if harm is None:
            continue
        numbers = _numbers(tree, token, sentence, lexicon)
        old = bool(
            {tree.tokens[c].lemma for c in tree.below[token.index]} & {"early", "earlier", "previous", "initial"}
        )
        for at, (number, left) in enumerate(numbers):
            last = all(beyond for _, beyond in numbers[at + 1 :])
            outdated = old or left or not last
            changes = _changes(tree, token, number, sentence, lexicon)
            bearing: Bearing = "former" if outdated else "instead" if changes else "own"
            yield Tally(harm, token.index, number, tree.counts_at[number], bearing)


def _counted(tree: Tree, token: Token, lexicon: Lexicon) -> Harm | None:
    """Return what harm a noun counts: "toll" the dead, "number" what stands after it."""
    if token.lemma in ("toll", "tally"):
        before = tree.tokens[token.index - 1] if token.index else token
        after = [t.text.lower() for t in tree.tokens[token.index + 1 : token.index + 3]]
        if before.lemma in ("injury", "injured", "casualty") or (after[:1] == ["road"]):
            return "wounded" if before.lemma != "casualty" else None
        return next((_HARMS[word] for word in after if word in _HARMS), "killed")
    if token.lemma == "number":
        words = [t.text.lower() for t in tree.tokens[token.index + 1 : token.index + 6]]
        if words[:1] != ["of"]:
            return None
        found = next((word for word in words if word in _HARMS or word in lexicon.words["dead_words"]), None)
        deaths = any(word in ("deaths", "fatalities") for word in words)
        return _HARMS.get(found, "killed") if found is not None else "killed" if deaths else None
    if token.text.lower() in ("dead", "wounded", "injured", "missing"):
        put = token.dep in ("dobj", "conj") and tree.tokens[token.head].lemma == "put" and not _has_number(tree, token)
        return _HARMS.get(token.text.lower(), "killed") if put else None
    if token.lemma == "figure" and token.dep in ("nsubj", "nsubjpass"):
        return "killed" if _is_revised(tree, token) else None
    return None


def _has_number(tree: Tree, token: Token) -> bool:
    """Tell whether a number stands at a word for the dead, which then counts for itself ("put 13 dead at the door")."""
    return token.index in tree.counts_at or token.index - 1 in tree.counts_at


def _is_revised(tree: Tree, token: Token) -> bool:
    """Tell whether "the figure" is one that changed, and so one given before."""
    near = {t.text.lower() for t in tree.tokens[token.index + 1 : token.index + 7]}
    return bool(near & {"later", "revised", "raised", "rose", "risen"})


def _is_reached(tree: Tree, index: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a verb of change stands right before a number ("had risen to 20"), however far its figure is."""
    if index not in tree.counts_at:
        return False
    tie = _before(tree, index, sentence)
    verb = tree.tokens[max(0, tie.index - 1)] if tie is not None and tie.text.lower() in _TIES else tie
    return verb is not None and (lexicon.has("change_verbs", verb.lemma) or verb.lemma in _REACHING - {"be"})


def _numbers(tree: Tree, token: Token, sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, bool]]:
    """Return the numbers tied to a figure, each with whether "from" stands at it ("from six to 13")."""
    found: list[tuple[int, bool]] = []
    for index in range(token.index + 1, sentence.last):
        word = tree.tokens[index]
        if word.text in (";", "(") or (found and word.text in (",", "and")):
            break
        count = tree.counts_at.get(index)
        if index - token.index >= _REACH and not _is_reached(tree, index, sentence, lexicon):
            continue
        if count is None or any(tree.counts_at[one] == count for one, _ in found):
            continue
        tie = _before(tree, index, sentence)
        if tie is not None and (tie.text.lower() in _TIES or tie.lemma in _REACHING):
            found.append((_last_of(tree, index, sentence), tie.text.lower() == "from"))
        elif found:
            break
    return found


def _before(tree: Tree, index: int, sentence: Sentence) -> Token | None:
    """Return the word before a number and its qualifier."""
    count = tree.counts_at[index]
    earlier = [t for t in tree.tokens[sentence.first : index] if t.span.end <= count.span.start]
    return earlier[-1] if earlier else None


def _last_of(tree: Tree, index: int, sentence: Sentence) -> int:
    """Return the last token of the number that begins at a token."""
    count = tree.counts_at[index]
    while index + 1 < sentence.last and tree.counts_at.get(index + 1) == count:
        index += 1
    return index


def _changes(tree: Tree, token: Token, number: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether the words change a figure given before."""
    near = tree.tokens[max(sentence.first, token.index - 5) : number]
    return any(lexicon.has("change_verbs", t.lemma) or t.text.lower() in ("later", "now", "revised") for t in near)
