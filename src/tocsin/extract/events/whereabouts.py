"""Where something was that is told without a place: where no other telling of the sentence was, or its victims were.

"Gunmen shot two officers. The officers had been on duty in X." What is told of others, or of afterwards, is no place.
"""

from collections.abc import Iterator, Sequence

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, antecedent, children, subject
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.scene import place_of
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence

_AFTER = 2
_SURE = ("CT+", "PR+")
_CERTAINTY = 0.6
_DEEDS = ("attack", "operation", "arrest")
_COARSE = ("country", "region")
_HARMED = frozenset({"killed", "wounded", "abducted", "targets"})
_HOW = frozenset({"in", "at", "on", "near", "outside", "inside"})


def with_whereabouts(tree: Tree, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Return the frames, those without a place at the only one of their sentence, or where their victims were."""
    found = []
    for frame in frames:
        reading = None
        if _lacks_place(frame):
            reading = _only_one(tree, frame, frames, heard, lexicon)
            if reading is None and frame.kind == "attack":
                reading = _told_later(tree, frame, frames, heard, lexicon)
        found.append(frame if reading is None else frame.with_readings(reading))
    return found


def _lacks_place(frame: Frame) -> bool:
    plain = frame.place is None or frame.place.precision in _COARSE
    return plain and frame.kind in _DEEDS and frame.founds and not frame.headline and not frame.definite


def _only_one(tree: Tree, frame: Frame, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> Reading | None:
    """Return the place that no other telling of the sentence takes: "were held in a raid to arrest X in Y"."""
    others = [other for other in frames if other.sentence == frame.sentence and other is not frame]
    if any(other.place is not None and other.place.precision not in _COARSE for other in others):
        return None
    where = place_of(tree, tree.page.page.sentences[frame.sentence], frame.anchor, (), heard, lexicon)
    if where is None or where[0].precision in _COARSE:
        return None
    return Reading("place", where[0], where[1], certainty=_CERTAINTY)


def _told_later(tree: Tree, frame: Frame, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> Reading | None:
    """Return the place of the next sentences in which the victims are or do something."""
    whole = tree.page.page.sentences
    victims = _victims(tree, frame)
    for sentence in whole[frame.sentence : frame.sentence + 1 + _AFTER]:
        if any(f.sentence == sentence.index and f.fresh for f in frames):
            return None
        for verb in _being(tree, sentence, heard, lexicon):
            who = subject(tree, verb)
            where = (
                place_of(tree, sentence, verb, (), heard, lexicon)
                if who is not None and tree.tokens[antecedent(tree, who)].lemma in victims
                else None
            )
            if where is not None and where[0].precision not in _COARSE:
                return Reading("place", where[0], where[1], certainty=_CERTAINTY)
    return None


def _victims(tree: Tree, frame: Frame) -> set[str]:
    """Return the lemmas of those whom a frame tells of as hit, and of the names beside ("minister Aslam Durrani")."""
    spans = [reading.span for reading in frame.readings if reading.field in _HARMED]
    inside = [token for token in tree.tokens if any(span.holds(token.span) for span in spans)]
    last = {token.index + 1 for token in inside} - {token.index for token in inside}
    named = [tree.tokens[token.head] for token in inside if token.dep in ("compound", "nmod", "appos")]
    named += [tree.tokens[index] for index in last if index < len(tree.tokens) and tree.tokens[index].pos == "PROPN"]
    return {token.lemma for token in (*inside, *named) if token.pos in ("NOUN", "PROPN")}


def _being(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> Iterator[int]:
    """Yield the verbs of a sentence that tell where somebody was or what he was about."""
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos not in ("VERB", "AUX") or token.index in heard.by_verb or token.dep in ("aux", "auxpass"):
            continue
        past = token.tag == "VBD" or any(tree.tokens[i].tag == "VBD" for i in children(tree, token.index, "aux"))
        if past and factuality(tree, token.index, lexicon) in _SURE and _tells_where(tree, token.index, lexicon):
            yield token.index


def _tells_where(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    if tree.tokens[verb].lemma == "be":
        return any(tree.tokens[prep].lemma in _HOW for prep in children(tree, verb, "prep"))
    continuous = tree.tokens[verb].tag == "VBG"
    return continuous and tree.tokens[verb].lemma in lexicon.words["presence_verbs"]
