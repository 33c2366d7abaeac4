"""What the harmed come to as readings: victims apart from attackers, each figure with its holder and its bearing.

In an operation the field for the killed takes both; that is decided where the event is put together.
"""

from collections.abc import Iterable, Sequence

from tocsin.extract.grammar.parts import armed_group, is_person
from tocsin.extract.grammar.tree import Tree, children, conjuncts, descend, phrase
from tocsin.extract.reading import Bearing, Reading
from tocsin.extract.slots.casualties import Patient
from tocsin.extract.slots.counting import total
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Subject

HARMS = ("killed", "wounded", "abducted", "missing")


def toll_readings(tree: Tree, harmed: Sequence[Patient], strikes: Sequence[int], heard: Voices) -> list[Reading]:
    """Return the tolls that one telling gives, those of victims and those of attackers or militants apart.

    One given for several places together is none of an event's.
    """
    readings: list[Reading] = []
    if any(_over_places(tree, index) for index in (*strikes, *(p.trigger for p in harmed))):
        return readings
    for harm in HARMS:
        mine = [patient for patient in harmed if patient.harm == harm]
        for trigger in dict.fromkeys(p.trigger for p in mine):
            told = holder_of(tree, trigger, heard)
            readings.extend(_by_trigger(tree, harm, [p for p in mine if p.trigger == trigger], told))
    return readings


def _over_places(tree: Tree, index: int) -> bool:
    """Tell whether a word of attack is said of several towns or provinces ("bombs struck Bal, Kor and Dana")."""
    for below in descend(tree, index):
        if tree.tokens[below].dep == "prep" and tree.tokens[below].lemma in ("in", "at", "on", "near"):
            for noun in children(tree, below, "pobj"):
                named = [one for one in conjuncts(tree, noun) if tree.label_at.get(one) in ("GPE", "LOC")]
                if len(named) > 1 and any(tree.tokens[c].lemma == "and" for one in named for c in tree.below[one]):
                    return True
    return False


def _by_trigger(tree: Tree, harm: str, group: Sequence[Patient], holder: Holder) -> list[Reading]:
    """Return the readings of those harmed by one word's telling."""
    own = [p for p in group if not p.part_of]
    foes = [p for p in own if p.perpetrator]
    inner = [p for p in group if p.part_of and p.perpetrator]
    readings = []
    for run in _runs([p for p in own if not p.perpetrator]):
        toll = total(tree, [p.count for p in run])
        if toll is not None:
            readings.append(Reading(harm, toll, toll.span, holder, bearing=_bearing(run)))
    fallen = total(tree, [p.count for p in foes or inner])
    if fallen is not None and harm == "killed":
        bearing = foes[0].bearing if foes else "inside"
        readings.append(Reading("killed_perpetrators", fallen, fallen.span, holder, bearing=bearing))
        readings.extend(_fallen(tree, foes, holder))
    return readings


def _runs(counted: Sequence[Patient]) -> list[list[Patient]]:
    """Return those who are added up with each other; a figure for all stands alone."""
    bearings = list(dict.fromkeys(p.bearing for p in counted))
    runs = [[p for p in counted if p.bearing == bearing] for bearing in bearings]
    return [run if run[0].bearing != "instead" else [run[-1]] for run in runs]


def _bearing(run: Sequence[Patient]) -> Bearing:
    """Return how a sum bears on earlier ones; of people without a word of who they are, it is of all."""
    return "all" if run[0].bearing == "own" and all(p.whole for p in run) else run[0].bearing


def _fallen(tree: Tree, hostile: Iterable[Patient], holder: Holder) -> list[Reading]:
    return [
        Reading(
            "subjects",
            Subject("killed", span.of(tree.text), armed_group(tree, head), None, p.count, span),
            span,
            holder,
        )
        for p in hostile
        if (head := _nameless(tree, p.head)) is not None
        for span in [_undead(tree, phrase(tree, head))]
    ]


def _nameless(tree: Tree, head: int) -> int | None:
    """Return the noun that says who somebody is: the one beside a person's name, else the noun itself."""
    if not is_person(tree, head):
        return head
    return next((i for i in children(tree, head, "appos") if tree.tokens[i].pos == "NOUN"), None)


def _undead(tree: Tree, span: Span) -> Span:
    """Return the words for somebody "shot dead" without the "dead" that the parser gave them."""
    return Span(span.start + 5, span.end) if span.of(tree.text).lower().startswith("dead ") else span
