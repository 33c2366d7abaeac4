"""Who was killed, wounded, abducted, arrested or is missing, and how many: read from the grammar of each sentence.

Coordinated victims are added up and kept as parts; those named after "including" or "among them" belong to the whole.
"""

from dataclasses import dataclass, replace

from tocsin.extract.grammar.parts import is_person, target_type
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, key, phrase
from tocsin.extract.reading import Bearing
from tocsin.extract.slots.bearing import bearing_of, counts_over_time, is_whole
from tocsin.extract.slots.company import among, apart, is_part, joined, of_wounded
from tocsin.extract.slots.counting import count_of, own_count
from tocsin.extract.slots.foes import is_foe
from tocsin.extract.slots.harm import Harm, harms
from tocsin.extract.slots.harmed import heads
from tocsin.extract.slots.roster import roster
from tocsin.extract.slots.tallies import Tally, tallies
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.values import Count

__all__ = ["Patient", "agent_of", "count_of", "patients"]


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody harmed: `head` is the noun, `trigger` the word that tells the harm, `part_of` true after "including".

    `bearing` says how the number bears on one told before, `whole` that it speaks of people without saying which.
    """

    harm: Harm
    head: int
    trigger: int
    count: Count | None
    perpetrator: bool
    part_of: bool = False
    bearing: Bearing = "own"
    whole: bool = False


def patients(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> tuple[Patient, ...]:
    """Return everybody harmed in a sentence, in order of the words that tell it."""
    found: list[Patient] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        for harm in harms(tree, token, lexicon):
            found.extend(_told(tree, harm, token, sentence, lexicon))
    for one in roster(tree, sentence, lexicon):
        patient = _patient(tree, one.harm, one.head, one.trigger, lexicon, part_of=one.part_of)
        found.append(replace(patient, bearing=one.bearing))
    found.extend(_last_bombers(tree, sentence, found))
    found.extend(_figure(tally) for tally in tallies(tree, sentence, lexicon))
    return _without_repeats(tree, _without_died(_with_others(tree, found)))


def _with_others(tree: Tree, found: list[Patient]) -> list[Patient]:
    """Leave out who "killed himself" where nobody else came to harm: that is no attack."""
    selves = [p for p in found if tree.tokens[p.head].text.lower().endswith(("self", "selves"))]
    return found if len(selves) < len(found) else []


def _last_bombers(tree: Tree, sentence: Sentence, found: list[Patient]) -> list[Patient]:
    """Return the attacker who "blew himself up" after others who fell ("two were killed, and the third …")."""
    if not any(patient.perpetrator and patient.harm == "killed" for patient in found):
        return []
    return [
        Patient("killed", noun, token.index, count_of(tree, noun), perpetrator=True, bearing="more")
        for token in tree.tokens[sentence.first : sentence.last]
        if key(tree, token.index) == "blow_up"
        and any(tree.tokens[self].text.lower().endswith("self") for self in children(tree, token.index, "dobj"))
        for noun in children(tree, token.index, "nsubj")
        if tree.tokens[noun].text.lower() in ("another", "second", "third", "fourth", "fifth", "last", "other")
    ]


def _told(tree: Tree, harm: Harm, token: Token, sentence: Sentence, lexicon: Lexicon) -> list[Patient]:
    """Return those whom one word of harm befell, and those counted among or beside them."""
    trigger = token.index
    found = [
        _patient(tree, harm, noun, trigger, lexicon, part_of=True) for noun in among(tree, trigger, trigger, lexicon)
    ]
    for head in heads(tree, token, sentence, lexicon):
        those = _with_company(tree, harm, head, trigger, sentence, lexicon)
        found.extend(replace(one, part_of=one.part_of or _is_among(tree, head)) for one in those)
    beside = [noun for noun in apart(tree, trigger) if is_foe(tree, noun, trigger, lexicon)]
    found.extend(_patient(tree, harm, noun, trigger, lexicon) for noun in beside)
    found = [*found, *(replace(p, harm="killed") for p in found if _is_nobody(tree, p))]
    return [
        p
        for p in found
        if not counts_over_time(tree, trigger, p.count, sentence, lexicon)
        and not (_is_nobody_else(tree, p) or _is_generic(tree, p))
    ]


def _is_among(tree: Tree, head: int) -> bool:
    """Tell whether "among them" stands before a noun, wherever the parser ties it ("five, among them a nurse")."""
    return tree.text[: phrase(tree, head).start].rstrip(" ,").lower().endswith("among them")


def _is_nobody(tree: Tree, patient: Patient) -> bool:
    """Tell whether nobody was hurt, so that nobody was killed either."""
    if patient.harm != "wounded" or _nobody(patient) is None:
        return False
    return tree.tokens[patient.head].text.lower() in ("nobody", "none", "one", "person", "people", "injuries")


def _is_generic(tree: Tree, patient: Patient) -> bool:
    """Tell whether a clause says what acts of a kind do ("strikes that kill civilians"), and so counts nobody."""
    token = tree.tokens[patient.trigger]
    plural = patient.count is not None and patient.count.high is None and own_count(tree, patient.head) is None
    return plural and token.dep == "relcl" and token.tag in ("VBP", "VBZ") and not children(tree, token.index, "aux")


def _is_nobody_else(tree: Tree, patient: Patient) -> bool:
    """Tell whether nobody further, or none of the speaker's side, came to harm, which says nothing of others."""
    ours = {tree.tokens[noun].text.lower() for noun in after(tree, patient.head, "of")} & {"ours", "us"}
    if _nobody(patient) is not None and ours:
        return True
    near = {tree.tokens[i].text.lower() for i in (*tree.below[patient.head], patient.head + 1) if i < len(tree.tokens)}
    return _nobody(patient) is not None and bool(near & {"else", "other", "further", "more"})


def _with_company(
    tree: Tree, harm: Harm, head: int, trigger: int, sentence: Sentence, lexicon: Lexicon
) -> list[Patient]:
    bearing = bearing_of(tree, harm, head, trigger, sentence, lexicon)
    if is_part(tree, head) and not (harm == "killed" and of_wounded(tree, head)):
        return [_patient(tree, harm, head, trigger, lexicon, part_of=True)]
    found = []
    for noun in joined(tree, head, trigger, lexicon):
        one = _patient(tree, harm, noun, trigger, lexicon)
        if noun != head and _shares_number(tree, head, noun):
            one = replace(one, count=None)
        foe = one.perpetrator or _beside_foes(tree, noun, lexicon) or _own_men(tree, head, noun, trigger, lexicon)
        found.append(replace(one, bearing=bearing, perpetrator=foe))
        inner = [
            _patient(tree, harm, one, trigger, lexicon, part_of=True) for one in among(tree, noun, trigger, lexicon)
        ]
        forces = target_type(tree, noun, lexicon) in ("military", "police")
        found.extend(replace(p, part_of=not (p.perpetrator and forces)) for p in inner)
    return found


def _shares_number(tree: Tree, first: int, noun: int) -> bool:
    """Tell whether one number counts both of "23 women and children"."""
    between = [t.text.lower() for t in tree.tokens[first + 1 : noun]]
    bare = tree.tokens[noun].tag == "NNS" and not any(child < noun for child in tree.below[noun])
    return between == ["and"] and bare and own_count(tree, first) is not None


def _own_men(tree: Tree, head: int, noun: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is one of the men of a fallen rebel ("a rebel commander and six of his men")."""
    owners = [c for one in (noun, *after(tree, noun, "of")) for c in tree.below[one] if tree.tokens[c].tag == "PRP$"]
    return noun != head and bool(owners) and is_foe(tree, head, trigger, lexicon)


def _beside_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether "a third" or "others" come after attackers in their clause and are more of them."""
    if tree.tokens[head].text.lower() not in ("third", "another", "others"):
        return False
    own = tree.tokens[head].sentence
    before = [t for t in tree.tokens[:head] if t.sentence == own and t.dep in ("dobj", "nsubjpass")]
    if not before or before[-1].tag == "PRP":
        return False
    return is_foe(tree, before[-1].index, before[-1].head, lexicon)


def _patient(tree: Tree, harm: Harm, head: int, trigger: int, lexicon: Lexicon, *, part_of: bool = False) -> Patient:
    foe = is_foe(tree, head, trigger, lexicon)
    count = count_of(tree, head)
    bare = count is not None and own_count(tree, head) is None
    if bare and _is_named_only(tree, head, tree.tokens[trigger], plural=count is not None and count.high is None):
        count = None
    if count is not None and is_person(tree, head):
        words = tree.tokens[trigger].span
        count = Count(1, 1, "exact", words.of(tree.text), words)
    return Patient(harm, head, trigger, count, foe, part_of=part_of, whole=is_whole(tree, head, lexicon))


def _is_named_only(tree: Tree, head: int, trigger: Token, *, plural: bool) -> bool:
    """Tell whether words without a number only name the harmed, whom other words count.

    So "the death of civilians", "the victims", "a dead commander".
    """
    if plural and (trigger.pos == "NOUN" or tree.tokens[head].lemma == "victim"):
        return True
    return trigger.lemma == "dead" and trigger.dep == "amod" and trigger.head == head


def _figure(tally: Tally) -> Patient:
    return Patient(
        tally.harm, tally.number, tally.noun, tally.count, perpetrator=False, bearing=tally.bearing, whole=True
    )


def _without_died(found: list[Patient]) -> list[Patient]:
    """Leave out of the wounded those who died of it; "killed and injured civilians" tells of some each."""
    dead = {p.head: p.trigger for p in found if p.harm == "killed" and p.count != _nobody(p)}
    return [p for p in found if p.harm != "wounded" or p.head not in dead or dead[p.head] == p.trigger - 2]


def _nobody(patient: Patient) -> Count | None:
    return patient.count if patient.count is not None and patient.count.high == 0 else None


def _without_repeats(tree: Tree, found: list[Patient]) -> tuple[Patient, ...]:
    """Keep one patient for each noun and harm, a verb's before that of "the bodies of"."""
    kept: dict[tuple[Harm, int], Patient] = {}
    for patient in found:
        key = (patient.harm, patient.head)
        if key not in kept or tree.tokens[kept[key].trigger].lemma in ("body", "corpse"):
            kept[key] = patient
    return tuple(kept.values())
