"""Like acts told of several towns at once ("bombs struck in Bal, Kor and Dana") are a telling for each town."""

from collections.abc import Iterator
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, children, climb
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.scene import token_in
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Located, Sentence

_TOWNS = frozenset({"exact", "settlement", "near"})
_KINDS = frozenset({"town", "city", "village", "district", "settlement", "suburb"})
_SUMS = frozenset({"killed", "wounded", "abducted", "missing", "killed_perpetrators", "subjects", "acts"})


def spread(tree: Tree, sentence: Sentence, frame: Frame, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return a frame, or one for each of the coordinated towns where its acts were done, tolls for all left out."""
    if frame.place is None or frame.place.precision not in _TOWNS or frame.headline:
        return (frame,)
    towns = _coordinated(tree, sentence, frame, lexicon)
    if len({town.place.place_id for town in towns if town.place is not None}) < 2:
        return (frame,)
    return tuple(_at(frame, town) for town in towns)


def _at(frame: Frame, town: Located) -> Frame:
    assert town.place is not None
    place = replace(town.place, name=" ".join(town.place.text.split()))
    kept = tuple(r for r in frame.readings if r.field not in _SUMS and r.field != "place")
    return replace(frame, readings=(*kept, Reading("place", place, town.span, frame.holder)))


def _coordinated(tree: Tree, sentence: Sentence, frame: Frame, lexicon: Lexicon) -> list[Located]:
    """Return the towns coordinated with that of a frame, itself included; none that only mark a stretch."""
    assert frame.place is not None
    heads = dict(_heads(tree, sentence))
    mine = next((at for at, town in heads.items() if _is_of(town, frame)), None)
    if mine is None or _is_stretch(tree, mine, lexicon):
        return []
    first = _first(tree, mine)
    return [town for at, town in sorted(heads.items()) if _first(tree, at) == first]


def _is_of(town: Located, frame: Frame) -> bool:
    return town.place is not None and frame.place is not None and town.place.place_id == frame.place.place_id


def _heads(tree: Tree, sentence: Sentence) -> Iterator[tuple[int, Located]]:
    for town in tree.page.places:
        if town.place is None or town.place.precision not in _TOWNS or not sentence.span.holds(town.span):
            continue
        at = token_in(tree, sentence, town.span)
        if at is not None:
            yield at, town


def _first(tree: Tree, index: int) -> int:
    """Return the first of the nouns with which one is coordinated; a noun before a name stands for the name."""
    while tree.tokens[index].dep == "conj" and tree.tokens[tree.tokens[index].head].pos in ("NOUN", "PROPN"):
        index = tree.tokens[index].head
    token = tree.tokens[index]
    if token.dep in ("compound", "nmod") and children(tree, token.head, "conj"):
        return _first(tree, token.head)
    above = tree.tokens[token.head]
    if token.dep == "pobj" and above.lemma == "of" and tree.tokens[above.head].lemma in _KINDS:
        return _first(tree, above.head)
    return index


def _is_stretch(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether towns only bound or tie a road ("between X and Y", "the road linking X and Y")."""
    above = [tree.tokens[i].lemma for i in list(climb(tree, index))[:4]]
    return bool(set(above) & lexicon.words["stretches"])
