"""Trials: charges, hearings, verdicts, sentences, appeals, extraditions and judicial executions for political violence.

The authority is the court, or whoever charges or gives up; one proceeding is one event.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, after
from tocsin.extract.justice.authorities import authority, court_in, own_report
from tocsin.extract.justice.dock import in_dock, is_deadly, is_freeing, is_ruling
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.justice.ties import also_theirs, at_home, for_words, tied
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.listed import people
from tocsin.extract.slots.subjects import is_pronoun, may_be_held, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, SubjectRole


def trials(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the proceeding that a sentence tells of: its first telling, with those of its other tellings added."""
    told: list[Frame] = []
    tie = tied(tree, sentence, lexicon)
    home = tie or at_home(tree, sentence, lexicon)
    for token in tree.tokens[sentence.first : sentence.last]:
        heads = in_dock(tree, token.index, lexicon)
        if not heads and home and is_ruling(tree, token.index, lexicon):
            one = _trial(tree, sentence, token.index, [], heard, lexicon, tie=tie)
            told.append(replace(one, founds=False, definite=True))
        if not heads or factuality(tree, token.index, lexicon) not in ("CT+", "PR+"):
            continue
        tried = [i for head in heads for i in people(tree, head) if may_be_held(tree, i, lexicon)]
        if not tried or for_words(tree, sentence, tried, lexicon):
            continue
        if home or also_theirs(tree, sentence, tried, lexicon):
            one = _trial(tree, sentence, token.index, tried, heard, lexicon, tie=tie)
            told.append(one if home else replace(one, founds=False))
    return _one(told)


def _one(told: list[Frame]) -> tuple[Frame, ...]:
    """Return the tellings of one proceeding as one: the first that founds it, with what the others add."""
    if not told:
        return ()
    first = next((one for one in told if one.founds), told[0])
    known = {(r.field, r.span) for r in first.readings}
    fields = {r.field for r in first.readings}
    more = [r for one in told if one is not first for r in one.readings if (r.field, r.span) not in known]
    return (first.with_readings(*(r for r in more if r.field == "subjects" or r.field not in fields)),)


def _trial(
    tree: Tree, sentence: Sentence, anchor: int, tried: list[int], heard: Voices, lexicon: Lexicon, *, tie: bool
) -> Frame:
    holder = holder_of(tree, anchor, heard)
    readings = []
    for head in tried:
        one, _ = subject_of(tree, head, _role(tree, anchor, lexicon), anchor, sentence, lexicon)
        if one is not None:
            readings.append(Reading("subjects", one, one.span, holder))
    acted = [] if agent_of(tree, anchor) in tried else authority(tree, anchor, holder, heard, lexicon)
    readings += acted or _court(tree, sentence, anchor, holder, lexicon) or _charging(tree, anchor, holder)
    readings += _seat(tree, readings)
    pronoun = all(is_pronoun(tree, head) for head in tried)
    back = all(points_back(tree, head, lexicon) for head in tried)
    founds = (not pronoun and (tie or not back)) or any(r.field == "authority" for r in readings)
    return frame(tree, sentence, "trial", anchor, heard, holder, readings, lexicon, definite=back, founds=founds)


def _role(tree: Tree, anchor: int, lexicon: Lexicon) -> SubjectRole:
    if is_deadly(tree, anchor, lexicon):
        return "killed"
    return "released" if is_freeing(tree, anchor, lexicon) else "tried"


def _court(tree: Tree, sentence: Sentence, anchor: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the court at, in, by or before which it happened, else the only one of which the sentence speaks."""
    near = after(tree, anchor, "at", "in", "by", "before")
    heads = [*near, *(t.index for t in tree.tokens[sentence.first : sentence.last] if t.dep in ("pobj", "nsubj"))]
    for noun in heads:
        span = court_in(tree, noun, lexicon)
        if span is not None and (noun in near or tree.tokens[noun].lemma != "prosecutor"):
            words = span.of(tree.text)
            return [Reading("authority", Actor(words, None, words, "state_force", span), span, holder)]
    return []


def _charging(tree: Tree, anchor: int, holder: Holder) -> list[Reading]:
    """Return the authority that reports a charge without naming another that brought it."""
    if tree.tokens[anchor].lemma not in ("charge", "indict", "arraign"):
        return []
    return own_report(tree, holder)


def _seat(tree: Tree, readings: Sequence[Reading]) -> list[Reading]:
    """Return the town that a court bears in its name, where the text names that town as a place ("Kor Crown Court")."""
    for court in (r for r in readings if r.field == "authority"):
        named = court.value.text.lower()
        for located in tree.page.places:
            town = located.span.of(tree.text).lower()
            if located.place is None or located.place.precision != "settlement" or not named.startswith(f"{town} "):
                continue
            span = Span(court.span.start, court.span.start + len(town))
            return [Reading("place", replace(located.place, text=span.of(tree.text), span=span), span, court.holder)]
    return []
