"""Attacks and operations: one frame for each act that a sentence tells, with who did it, whom it hit and with what.

Words of violence in one sentence tell one act unless a word of time parts them ("days after"), or each has a place or
a date of its own. Forces acting on armed groups make an operation; any other violence is an attack, a state's too.
"""

from collections.abc import Iterable, Sequence

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_person
from tocsin.extract.grammar.tree import Tree, children, phrase
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import Patient, patients, total
from tocsin.extract.slots.scene import date_of, place_of
from tocsin.extract.slots.targets import struck, victims
from tocsin.extract.violence.acts import (
    Act,
    agents,
    group_acts,
    introduces,
    is_fresh,
    is_total,
    is_violent,
    kind_of,
    points_back,
    surest,
    telling,
)
from tocsin.extract.violence.doers import participants
from tocsin.extract.violence.means import attack_types, by_suicide, singled_out, weapons
from tocsin.extract.violence.strikes import is_strike
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Subject


def violence(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the frames of violence that a sentence tells as having happened."""
    harmed = tuple(
        p
        for p in patients(tree, sentence, lexicon)
        if p.harm in ("killed", "wounded", "abducted", "missing") and _befell(tree, p, lexicon)
    )
    strikes = tuple(
        token.index for token in tree.tokens[sentence.first : sentence.last] if is_strike(tree, token.index, lexicon)
    )
    found = group_acts(tree, strikes, harmed, sentence, lexicon)
    frames = []
    for act in found:
        rivals = [other.words[0] for other in found if other is not act]
        frames.extend(_frames(tree, sentence, act, rivals, heard, lexicon))
    return tuple(frames)


def _is_of_the_claim(tree: Tree, sentence: Sentence, act: Act, date: Span) -> bool:
    """Tell whether a day may be the claim's: "claimed responsibility for the attack on Tuesday" leaves it open."""
    claimed = any(cue.kind == "claim" and sentence.span.holds(cue.span) for cue in tree.page.page.cues)
    return claimed and points_back(tree, act) and date.start > tree.tokens[act.words[0]].span.end


def _befell(tree: Tree, patient: Patient, lexicon: Lexicon) -> bool:
    """Tell whether a harm is told as having happened; "no soldier was killed" is told, a denied death is not."""
    if patient.count is not None and patient.count.high == 0:
        return True
    return factuality(tree, patient.trigger, lexicon) != "CT-"


def _frames(
    tree: Tree, sentence: Sentence, act: Act, rivals: Sequence[int], heard: Voices, lexicon: Lexicon
) -> list[Frame]:
    anchor = act.words[0]
    if is_total(tree, sentence, act, lexicon):
        return []
    factual = surest(tree, act, lexicon)
    if factual not in ("CT+", "PR+", "PS+", "CT-"):
        return []
    doing = agents(tree, act)
    hit = struck(tree, act.strikes, lexicon)
    kind = kind_of(tree, act, doing, hit, lexicon)
    holder = holder_of(tree, anchor, heard)
    clash = all(tree.tokens[index].lemma in lexicon.words["clash_nouns"] for index in act.strikes) and act.strikes
    readings = [
        *(() if clash and kind == "attack" else participants(tree, kind, doing, holder, lexicon)),
        *_harm(tree, act, kind, heard),
        *victims(tree, act.harmed, act.strikes, hit, holder, lexicon),
        *weapons(tree, sentence, anchor, rivals, holder),
    ]
    when = date_of(tree, sentence, anchor, rivals, heard)
    if when is not None and not _is_of_the_claim(tree, sentence, act, when[1]):
        readings.append(Reading("date", when[0], when[1], holder, factuality="CT+"))
    where = place_of(tree, sentence, anchor, rivals, heard)
    if where is not None:
        readings.append(Reading("place", where[0], where[1], holder))
    types = attack_types(tree, act, doing, readings, lexicon) if kind == "attack" else ()
    chosen = singled_out(readings, lexicon) if kind == "attack" else None
    if chosen is not None and types and all(t != "assassination" for t, _ in types):
        types = [("assassination", chosen), *types]
    blown = by_suicide(tree, act, doing)
    if blown is not None:
        readings.append(Reading("suicide", True, blown, holder))
    readings.extend(Reading("attack_types", t, span, holder) for t, span in types)
    return [
        Frame(
            kind=kind,
            sentence=sentence.index,
            anchor=anchor,
            telling=telling(tree, act, doing),
            holder=holder,
            factuality=factual,
            headline=sentence.headline,
            definite=points_back(tree, act),
            fresh=is_fresh(tree, sentence, anchor, lexicon),
            indefinite=introduces(tree, act),
            attack_types=tuple(t for t, _ in types),
            violent=is_violent(tree, act, doing, readings, lexicon),
            readings=tuple(readings),
        )
    ]


def _harm(tree: Tree, act: Act, kind: EventKind, heard: Voices) -> list[Reading]:
    """Return the tolls: victims apart from attackers; in an operation all who died count as killed."""
    readings = []
    for harm in ("killed", "wounded", "abducted", "missing"):
        mine = [p for p in act.harmed if p.harm == harm and not p.part_of]
        for trigger in dict.fromkeys(p.trigger for p in mine):
            group = [p for p in mine if p.trigger == trigger]
            told = holder_of(tree, trigger, heard)
            hostile = [p for p in group if p.perpetrator]
            counted = group if kind == "operation" else [p for p in group if not p.perpetrator]
            toll = total(tree, counted)
            if toll is not None:
                readings.append(Reading(harm, toll, toll.span, told))
            fallen = total(tree, hostile)
            if fallen is not None and harm == "killed":
                readings.append(Reading("killed_perpetrators", fallen, fallen.span, told))
                if kind == "operation":
                    readings.extend(_fallen(tree, hostile, told))
    return readings


def _fallen(tree: Tree, hostile: Iterable[Patient], holder: Holder) -> list[Reading]:
    return [
        Reading(
            "subjects",
            Subject(
                "killed",
                phrase(tree, head).of(tree.text),
                armed_group(tree, head),
                None,
                p.count,
                phrase(tree, head),
            ),
            phrase(tree, head),
            holder,
        )
        for p in hostile
        if (head := _nameless(tree, p.head)) is not None
    ]


def _nameless(tree: Tree, head: int) -> int | None:
    """Return the noun that says who somebody is: the one beside a person's name, else the noun itself."""
    if not is_person(tree, head):
        return head
    return next((i for i in children(tree, head, "appos") if tree.tokens[i].pos == "NOUN"), None)
