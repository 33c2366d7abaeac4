"""Attacks and operations: one frame for each act that a sentence tells, with who did it, whom it hit and with what.

Words of violence in one sentence tell one act unless a word of time parts them ("days after"), or each has a place or
a date of its own. Forces acting on armed groups make an operation; any other violence is an attack, a state's too.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.answers import is_fended, is_warded
from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.hinted import parts
from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator, is_state
from tocsin.extract.grammar.tree import Tree, agent_of, children, climb, coordinated, key
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.casualties import Patient, patients
from tocsin.extract.slots.repeats import repeats
from tocsin.extract.slots.scene import date_of, place_of
from tocsin.extract.slots.struck import Blow, struck
from tocsin.extract.slots.targets import victims
from tocsin.extract.slots.tolls import toll_readings
from tocsin.extract.violence.acts import (
    Act,
    agents,
    fallen_strikers,
    group_acts,
    is_answered,
    is_apart,
    is_long_past,
    is_on_duty,
    is_tried,
    surest,
    telling,
)
from tocsin.extract.violence.careers import without_careers
from tocsin.extract.violence.doers import participants
from tocsin.extract.violence.kinds import is_violent, kind_of
from tocsin.extract.violence.means import attack_types, by_suicide, singled_out, weapons
from tocsin.extract.violence.newness import introduces, is_by_known, is_fresh, is_moved, kills_known, points_back
from tocsin.extract.violence.spread import spread
from tocsin.extract.violence.strikes import is_strike, strike_type
from tocsin.extract.violence.totals import is_total, without_many
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.reader import CHANCES
from tocsin.model.page import Sentence
from tocsin.model.text import Span

_SHARED = ("date", "place")


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
    strikes, harmed = without_careers(tree, sentence, strikes, harmed, lexicon)
    if not strikes and not harmed:
        return _occurrence(tree, sentence, heard, lexicon)
    found = group_acts(tree, strikes, harmed, sentence, lexicon)
    frames: list[Frame] = []
    for act in found:
        rivals = [other.words[0] for other in found if other is not act]
        apart = is_apart(tree, act, found, lexicon)
        for frame in _frames(tree, sentence, act, rivals, heard, lexicon):
            frame = replace(frame, apart=apart)
            frames.extend(spread(tree, sentence, frame, lexicon))
    return tuple(_with_shared(tree, frame, frames) for frame in frames)


def _with_shared(tree: Tree, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Return a telling with the day and the place of one coordinated with it ("bombed X and shelled Y on Monday")."""
    beside = [one for one in frames if one is not frame and one.anchor in coordinated(tree, frame.anchor)]
    told = {field: [r for one in beside for r in one.readings if r.field == field] for field in _SHARED}
    lacking = [field for field in _SHARED if frame.first(field) is None and len({r.value for r in told[field]}) == 1]
    return frame.with_readings(*(told[field][0] for field in lacking))


def _occurrence(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return what "the incident took place on Thursday near X" adds to an attack told elsewhere."""
    for token in tree.tokens[sentence.first : sentence.last]:
        verb = tree.tokens[token.head]
        if token.lemma not in lexicon.words["occurrences"] or token.dep != "nsubj" or verb.pos != "VERB":
            continue
        pointed = any(tree.tokens[i].text.lower() in ("the", "this") for i in children(tree, token.index, "det"))
        if not pointed or verb.lemma not in lexicon.words["occurring"]:
            continue
        holder = holder_of(tree, verb.index, heard)
        when = date_of(tree, sentence, verb.index, (), heard, lexicon)
        where = place_of(tree, sentence, verb.index, (), heard, lexicon)
        told = [Reading("date", when[0], when[1], holder)] if when is not None else []
        told += [Reading("place", where[0], where[1], holder)] if where is not None else []
        span = Span(token.span.start, verb.span.end) if token.index < verb.index else token.span
        frame = Frame("attack", sentence.index, verb.index, span, holder, "CT+", sentence.headline, definite=True)
        return (replace(frame, violent=False, founds=False, readings=tuple(told)),) if told else ()
    return ()


def _is_other_day(tree: Tree, sentence: Sentence, act: Act, date: Span, lexicon: Lexicon) -> bool:
    """Tell whether a day opens a stretch ("since Sunday") or may be the claim's ("claimed the attack on Tuesday")."""
    if tree.text[: date.start].rstrip().lower().endswith("since"):
        return True
    claimed = any(cue.kind == "claim" and sentence.span.holds(cue.span) for cue in tree.page.page.cues)
    return claimed and points_back(tree, act, lexicon) and date.start > tree.tokens[act.words[0]].span.end


def _without_defenders(tree: Tree, act: Act, doing: Sequence[int], lexicon: Lexicon) -> tuple[int, ...]:
    """Leave out forces beside attackers who strike nobody but the attackers ("before police shot him dead")."""
    attackers = any(is_perpetrator(tree, i, lexicon) for i in doing) or set(doing) & set(fallen_strikers(tree, act))
    if not attackers or is_on_duty(tree, act, lexicon):
        return tuple(doing)
    guilty = {agent_of(tree, p.trigger) for p in act.harmed if not p.perpetrator}
    if all(p.perpetrator for p in act.harmed):
        killing = {i for p in act.harmed for i in (p.trigger, tree.tokens[p.trigger].head)}
        guilty |= {agent_of(tree, i) for i in act.strikes if tree.tokens[i].pos == "VERB" and i not in killing}
    return tuple(i for i in doing if i in guilty or not is_force(tree, i))


def _without_killers(tree: Tree, act: Act, doing: Sequence[int]) -> tuple[int, ...]:
    """Leave forces out of an attack in which all that they are said to have harmed are its attackers."""
    hurt = {p.trigger: [q for q in act.harmed if q.trigger == p.trigger] for p in act.harmed}
    killers = {
        agent_of(tree, verb)
        for trigger, those in hurt.items()
        if all(p.perpetrator for p in those)
        for verb in (trigger, tree.tokens[trigger].head)
    }
    return tuple(i for i in doing if i not in killers or not is_force(tree, i))


def _is_update(act: Act) -> bool:
    """Tell whether words only bring a toll up to date ("the toll rose to 14 on Wednesday"), on a day of their own."""
    return not act.strikes and bool(act.harmed) and all(p.bearing in ("instead", "more") for p in act.harmed)


def _befell(tree: Tree, patient: Patient, lexicon: Lexicon) -> bool:
    """Tell whether a harm is told as having happened; "no soldier was killed" is told, a denied death is not."""
    if patient.count is not None and patient.count.high == 0:
        return True
    if tree.tokens[patient.trigger].lemma in lexicon.words["slaying_verbs"] and not patient.perpetrator:
        return False
    return factuality(tree, patient.trigger, lexicon) != "CT-"


def _is_claimed(tree: Tree, sentence: Sentence) -> bool:
    """Tell whether somebody, or nobody, is said to have claimed it: what is claimed was done by somebody."""
    return any(cue.kind in ("claim", "no_claim") and sentence.span.holds(cue.span) for cue in tree.page.page.cues)


def _is_charged(tree: Tree, act: Act) -> bool:
    """Tell whether an armed group, a force or a state is accused of it ("accused X of killing nine farmers")."""
    for word in act.words:
        verbs = [i for i in climb(tree, word) if tree.tokens[i].lemma in ("accuse", "blame")]
        for head in (i for verb in verbs for i in children(tree, verb, "dobj", "nsubjpass")):
            who = armed_group(tree, head) is not None or is_force(tree, head) or is_state(tree, head)
            if who or tree.tokens[head].lemma == "other":
                return True
    return False


def _only_beasts(tree: Tree, sentence: Sentence, act: Act, lexicon: Lexicon) -> bool:
    """Tell whether nobody but animals came to harm, or what burst is told beside one alone."""
    if act.harmed:
        return all(tree.tokens[p.head].lemma in lexicon.words["animals"] for p in act.harmed)
    near = tree.tokens[sentence.first : sentence.last]
    return any(token.lemma in lexicon.words["wild_animals"] and token.pos == "NOUN" for token in near)


def _frames(
    tree: Tree, sentence: Sentence, act: Act, rivals: Sequence[int], heard: Voices, lexicon: Lexicon
) -> list[Frame]:
    if is_total(tree, sentence, act, lexicon) or _only_beasts(tree, sentence, act, lexicon):
        return []
    act = without_many(tree, sentence, act, lexicon)
    anchor = act.words[0]
    factual = surest(tree, act, lexicon)
    if factual not in ("CT+", "PR+", "PS+", "CT-"):
        return []
    doing = _without_defenders(tree, act, agents(tree, act, lexicon), lexicon)
    blows = struck(tree, act.strikes, [p.trigger for p in act.harmed], lexicon)
    if not act.harmed and all(strike_type(tree, i, lexicon) is None for i in act.words):
        doing = doing or _seen_doers(tree, sentence, act)  # no list knows the word, so no rule its grammar
        blows = blows or _seen_blows(tree, sentence, act, doing)
    kind = kind_of(tree, act, doing, [blow.head for blow in blows], lexicon)
    if kind == "attack":
        doing = _without_killers(tree, act, doing)
    holder = holder_of(tree, anchor, heard)
    clash = bool(act.strikes) and all(
        lexicon.words["clashing"] & {tree.tokens[i].lemma, key(tree, i)} for i in act.strikes
    )
    if not doing and kind == "attack" and not clash and is_answered(tree, act, lexicon):
        doing = tuple(p.head for p in act.harmed if p.perpetrator and p.harm == "killed")[:1]
    readings = [
        *(() if clash and kind == "attack" else participants(tree, kind, doing, holder, lexicon)),
        *toll_readings(tree, act.harmed, act.strikes, heard),
        *repeats(tree, sentence, act.strikes, holder, lexicon),
        *victims(tree, act.harmed, blows if kind == "attack" else (), holder, lexicon),
        *weapons(tree, sentence, anchor, rivals, holder),
    ]
    when = date_of(tree, sentence, anchor, rivals, heard, lexicon)
    if when is not None and not _is_other_day(tree, sentence, act, when[1], lexicon) and not _is_update(act):
        readings.append(Reading("date", when[0], when[1], holder, factuality="CT+"))
    where = place_of(tree, sentence, anchor, rivals, heard, lexicon)
    if where is not None:
        readings.append(Reading("place", where[0], where[1], holder))
    types = attack_types(tree, act, doing, readings, lexicon) if kind == "attack" else ()
    chosen = singled_out(readings, lexicon) if kind == "attack" else None
    aimed = any(told != "bombing" for told, _ in types) or any(p.harm == "killed" for p in act.harmed)
    if chosen is not None and aimed and all(t != "assassination" for t, _ in types):
        types = [("assassination", chosen), *types]
    fresh, by_known = is_fresh(tree, sentence, act, lexicon), when is None and is_by_known(tree, doing, lexicon)
    blown = by_suicide(tree, act, doing)
    if blown is not None:
        readings.append(Reading("suicide", True, blown, holder))
    readings.extend(Reading("attack_types", t, span, holder) for t, span in types)
    if kind == "attack" and (tried := _unaccomplished(tree, act, lexicon)) is not None:
        readings.append(Reading("stage", "attempted", tried, holder))
    # "an operation resulting in the death of a rebel in X": where somebody was hunted down is told with what befell him
    placed = kind == "operation" and where is not None and when is not None
    return [
        Frame(
            kind=kind,
            sentence=sentence.index,
            anchor=anchor,
            telling=telling(tree, act, doing),
            holder=holder,
            factuality=factual,
            headline=sentence.headline,
            definite=not fresh
            and ((points_back(tree, act, lexicon) and not placed) or by_known or kills_known(tree, act, lexicon)),
            fresh=fresh,
            moved=is_moved(tree, sentence),
            founds=bool(act.strikes) or placed or tree.tokens[anchor].lemma not in lexicon.words["toll_nouns"],
            indefinite=introduces(tree, act),
            attack_types=tuple(t for t, _ in types),
            deed=bool(act.strikes),
            recalled=is_long_past(tree, act, lexicon),
            violent=any(tree.chance(i, "attack", "operation") >= CHANCES.told for i in act.strikes)
            or _is_claimed(tree, sentence)
            or _is_charged(tree, act)
            or is_violent(tree, act, doing, readings, lexicon),
            readings=tuple(readings),
        )
    ]


def _seen_doers(tree: Tree, sentence: Sentence, act: Act) -> tuple[int, ...]:
    """Return whom the trained reader sees as those who did it."""
    return tuple(parts(tree, sentence, "doer", act.words[0]))


def _seen_blows(tree: Tree, sentence: Sentence, act: Act, doing: Sequence[int]) -> tuple[Blow, ...]:
    """Return what the trained reader sees as struck."""
    nouns = (i for i in parts(tree, sentence, "hit", act.words[0]) if tree.tokens[i].pos in ("NOUN", "PROPN"))
    return tuple(Blow(i) for i in nouns if i not in doing and i not in act.words)


def _unaccomplished(tree: Tree, act: Act, lexicon: Lexicon) -> Span | None:
    """Return the words that say that an attack was tried or fended off, where nobody came to harm in it."""
    hurt = [p for p in act.harmed if not p.perpetrator]
    if any(patient.count is None or patient.count.high != 0 for patient in hurt) or not act.strikes:
        return None
    if not all(
        is_tried(tree, i, lexicon) or is_fended(tree, i, lexicon) or is_warded(tree, i, lexicon) for i in act.strikes
    ):
        return None
    return tree.tokens[act.strikes[0]].span
