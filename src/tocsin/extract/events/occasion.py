"""When and where an operation was told of, so that what came of it is known to have been there and then.

"Troops raided a farm in X on Monday. During the search two men were detained." The second sentence has no day or place
of its own and points back: to the occasion, to the force, or by "they". What a new sentence says of its own stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import is_force
from tocsin.extract.grammar.tree import Tree, children, conjuncts
from tocsin.extract.justice.proceedings import rivals
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.scene import date_of, place_of
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind
from tocsin.model.values import Place, When

_LED: frozenset[EventKind] = frozenset({"arrest", "operation"})
_LOCAL = frozenset({"exact", "settlement", "near", "admin2", "admin1", "linear"})
_BACK = frozenset({"the", "this", "that", "these", "those", "its", "their", "both"})
_THEY = frozenset({"they", "them"})
_ELSEWHERE = frozenset({"separately", "elsewhere", "meanwhile"})
_SURE = ("CT+", "PR+")
_CERTAINTY = 0.6
Inherited = Mapping[int, tuple[Reading, ...]]


def in_operations(tree: Tree, frames: Sequence[Frame], occasions: Inherited) -> list[Frame]:
    """Return the frames with arrests at the scene of an operation, not of an attack, as arrests told again."""
    attacked = {frame.sentence for frame in frames if frame.kind == "attack" and frame.founds and not frame.headline}
    return [
        replace(frame, kind="arrest", definite=True)
        if frame.kind == "attack"
        and not frame.founds
        and frame.anchor in occasions
        and not any(_same_paragraph(tree, frame.sentence, other) for other in attacked)
        else frame
        for frame in frames
    ]


def in_scenes(tree: Tree, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Return the frames with attacks told without day and place in those that their paragraph has just set."""
    told: defaultdict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        told[frame.sentence].append(frame)
    return [_in_scene(tree, frame, told, heard, lexicon) for frame in frames]


def _in_scene(tree: Tree, frame: Frame, told: Mapping[int, Sequence[Frame]], heard: Voices, lexicon: Lexicon) -> Frame:
    sentence = tree.page.page.sentences[frame.sentence]
    plain = frame.date is None and frame.place is None and not frame.headline
    if frame.kind != "attack" or not plain or frame.definite or frame.recalled or _is_apart(tree, sentence, frame):
        return frame
    scene = _scene_before(tree, sentence, told, heard, lexicon)
    whole = scene is not None and scene.date is not None and scene.place is not None
    return frame.with_readings(*_taken(tree, sentence, frame, scene)) if whole else frame


def _same_paragraph(tree: Tree, one: int, other: int) -> bool:
    sentences = tree.page.page.sentences
    return sentences[one].paragraph == sentences[other].paragraph


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day and place of an operation, and the paragraph that opens it; `several` where it is more than one."""

    paragraph: int
    date: Reading | None
    place: Reading | None
    several: bool = False
    sentence: int = -1


def inherited(tree: Tree, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> Inherited:
    """Return, by anchor, the day and place that frames without their own take from the operation that they are of."""
    told: defaultdict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        told[frame.sentence].append(frame)
    found: dict[int, tuple[Reading, ...]] = {}
    now: Occasion | None = None
    for sentence in tree.page.page.sentences:
        if sentence.headline:
            continue
        here = _occasion(tree, sentence, told[sentence.index], heard, lexicon)
        for frame in told[sentence.index]:
            source = here if here is not None and frame.kind in _LED else None
            taken = [*_taken(tree, sentence, frame, source)]
            if now is not None and not _is_apart(tree, sentence, frame):
                held = now if _continues(tree, sentence, frame, now, lexicon) else _day_alone(now)
                taken += _taken(tree, sentence, frame, held)
            if not taken and frame.definite and frame.kind == "attack" and not _is_apart(tree, sentence, frame):
                taken = _taken(tree, sentence, frame, _scene_before(tree, sentence, told, heard, lexicon))
            if taken:
                found[frame.anchor] = tuple(taken)
        now = _next(tree, sentence, now, here, lexicon)
    return found


def _occasion(
    tree: Tree, sentence: Sentence, frames: Iterable[Frame], heard: Voices, lexicon: Lexicon
) -> Occasion | None:
    """Return the operation that a sentence opens: by such a word, by what forces do, or by an arrest with its place."""
    words = tree.tokens[sentence.first : sentence.last]
    several = any(word.tag == "NNS" and word.lemma in lexicon.words["occasions"] for word in words)
    for token in words:
        if not _opens(tree, token.index, heard, lexicon):
            continue
        others = rivals(tree, sentence, token.index, lexicon)
        when = date_of(tree, sentence, token.index, others, heard, lexicon)
        where = place_of(tree, sentence, token.index, others, heard, lexicon)
        if when is not None or where is not None:
            day = Reading("date", when[0], when[1], certainty=_CERTAINTY) if when is not None else None
            spot = Reading("place", where[0], where[1], certainty=_CERTAINTY) if where is not None else None
            return Occasion(sentence.paragraph, day, spot, several, sentence.index)
    for frame in frames:
        day, spot = _reading(frame, "date"), _reading(frame, "place")
        if frame.kind in _LED and frame.founds and (day or spot):
            return Occasion(sentence.paragraph, day, spot, several, sentence.index)
    return None


def _scene_before(
    tree: Tree, sentence: Sentence, told: Mapping[int, Sequence[Frame]], heard: Voices, lexicon: Lexicon
) -> Occasion | None:
    """Return the day and place that the paragraph set before it tells of harm ("At X they came on Monday night. …")."""
    day = spot = None
    for earlier in reversed(tree.page.page.sentences[: sentence.index]):
        if earlier.paragraph != sentence.paragraph or earlier.headline or told.get(earlier.index):
            break
        root = next((t.index for t in tree.tokens[earlier.first : earlier.last] if t.dep == "ROOT"), None)
        if root is None or not _sets_scene(tree, earlier, root, heard) or factuality(tree, root, lexicon) not in _SURE:
            continue
        when = date_of(tree, earlier, root, (), heard, lexicon) if day is None else None
        where = place_of(tree, earlier, root, (), heard, lexicon) if spot is None else None
        if when is not None and when[0].precision == "day":
            day = Reading("date", when[0], when[1], certainty=_CERTAINTY)
        spot = spot or (Reading("place", where[0], where[1], certainty=_CERTAINTY) if where is not None else None)
    return Occasion(sentence.paragraph, day, spot) if day or spot else None


def _sets_scene(tree: Tree, sentence: Sentence, root: int, heard: Voices) -> bool:
    """Tell whether a sentence, or a heading, sets a scene in the author's own words, and not in the present."""
    quoted = any(mark in sentence.span.of(tree.text) for mark in '"“”')
    return not quoted and tree.tokens[root].tag not in ("VBZ", "VBP") and root not in heard.by_verb


def _opens(tree: Tree, index: int, heard: Voices, lexicon: Lexicon) -> bool:
    """Tell whether a word tells of an operation: its name, or the main verb of what forces did or met with."""
    token = tree.tokens[index]
    if token.pos not in ("NOUN", "VERB") or factuality(tree, index, lexicon) not in ("CT+", "PR+"):
        return False
    if token.lemma in lexicon.words["occasions"]:
        return True
    if token.dep != "ROOT" or token.tag != "VBD" or index in heard.by_verb:
        return False
    return any(is_force(tree, one) for one in children(tree, index, "nsubj", "nsubjpass"))


def _reading(frame: Frame, field: str) -> Reading | None:
    return next((reading for reading in frame.readings if reading.field == field), None)


def _next(
    tree: Tree, sentence: Sentence, now: Occasion | None, here: Occasion | None, lexicon: Lexicon
) -> Occasion | None:
    """Return what later sentences may point back to; a further place of the same operation leaves its day."""
    if here is None:
        return now
    if now is None or here.date is not None:
        return here if here.place is not None or now is None else _same_place(now, here)
    if now.several or _points_back(tree, sentence, lexicon):
        return Occasion(here.paragraph, now.date, here.place or now.place, now.several)
    return here


def _same_place(now: Occasion, here: Occasion) -> Occasion:
    """Return an operation told with its day alone, which is where the last one was if it was on the same day."""
    one, other = now.date and now.date.value, here.date and here.date.value
    same = isinstance(one, When) and isinstance(other, When) and one.start == other.start
    return Occasion(here.paragraph, here.date, now.place if same else None, here.several)


def _day_alone(now: Occasion) -> Occasion | None:
    """Return the day that several operations share; the details that follow have places of their own."""
    return Occasion(now.paragraph, now.date, None) if now.several and now.date is not None else None


def _taken(tree: Tree, sentence: Sentence, frame: Frame, source: Occasion | None) -> list[Reading]:
    """Return what a frame lacks and its sentence does not give otherwise."""
    if source is None:
        return []
    if source.place is not None and _has_other_place(tree, sentence, source.place.value):
        return []
    taken = []
    if frame.date is None and source.date is not None and not _has_other_day(tree, sentence, source.date.value):
        taken.append(source.date)
    if (frame.place is None or frame.place.precision == "country") and source.place is not None:
        taken.append(source.place)
    return taken


def _has_other_day(tree: Tree, sentence: Sentence, day: When) -> bool:
    """Tell whether a sentence tells of another time."""
    return any(
        sentence.span.holds(dated.when.span) and dated.when.start is not None and dated.when.start != day.start
        for dated in tree.page.dates
    )


def _has_other_place(tree: Tree, sentence: Sentence, spot: Place) -> bool:
    """Tell whether a sentence names a place outside the province of another."""
    return any(
        located.place is not None
        and sentence.span.holds(located.span)
        and located.place.precision in _LOCAL
        and located.place.admin1 != spot.admin1
        for located in tree.page.places
    )


def _is_apart(tree: Tree, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether a frame is of something further or earlier."""
    past = any(tree.tokens[child].text.lower() == "had" for child in children(tree, frame.anchor, "aux"))
    recalled = any(
        cue.kind in ("history", "anniversary") and sentence.span.holds(cue.span) for cue in tree.page.page.cues
    )
    opening = {token.text.lower() for token in tree.tokens[sentence.first : sentence.first + 4]}
    if frame.kind == "arrest":
        return past or recalled or bool(opening & _ELSEWHERE)
    return past or recalled or frame.fresh


def _continues(tree: Tree, sentence: Sentence, frame: Frame, now: Occasion, lexicon: Lexicon) -> bool:
    """Tell whether a frame goes on with an operation: its sentence points back to it, or its forces act or are hit."""
    if _points_back(tree, sentence, lexicon):
        return True
    near = sentence.paragraph == now.paragraph
    if near and frame.kind == "operation" and sentence.index == now.sentence + 1:
        return True
    parts = [agent_of(tree, frame.anchor), *children(tree, frame.anchor, "dobj")]
    if tree.tokens[frame.anchor].pos == "VERB" and any(
        _is_known_force(tree, one, lexicon, near=near) for one in parts if one is not None
    ):
        return True
    return near and frame.kind == "arrest" and agent_of(tree, frame.anchor) is None


def _is_known_force(tree: Tree, head: int, lexicon: Lexicon, *, near: bool) -> bool:
    """Tell whether a phrase means forces told of before ("the patrol", "they"; in one paragraph also "troops")."""
    if tree.tokens[head].text.lower() in _THEY:
        return True
    return any(
        (is_force(tree, one) and (near or _is_definite(tree, one)) and not _is_new(tree, one))
        or (tree.tokens[one].lemma in lexicon.words["teams"] and _is_definite(tree, one))
        for one in conjuncts(tree, head)
    )


def _is_new(tree: Tree, head: int) -> bool:
    return any(tree.tokens[child].text.lower() in ("a", "an", "another") for child in tree.below[head])


def _points_back(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a sentence speaks of "the operation", "that raid", "these searches"."""
    return any(
        token.lemma in lexicon.words["occasions"] and token.pos == "NOUN" and _is_definite(tree, token.index)
        for token in tree.tokens[sentence.first : sentence.last]
    )


def _is_definite(tree: Tree, head: int) -> bool:
    return any(tree.tokens[child].text.lower() in _BACK for child in tree.below[head])
