"""Attacks and operations: one frame for each act that a sentence tells, with who did it, whom it hit and with what.

Words of violence in one sentence tell one act unless a word of time parts them ("days after"), or each has a place or
a date of its own. Forces acting on armed groups make an operation; any other violence is an attack, a state's too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.extract.casualties import Patient, agent_of, patients, total
from tocsin.extract.factuality import factuality
from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.parts import actor, armed_group, is_force, is_perpetrator, is_person
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.scene import date_of, place_of
from tocsin.extract.targets import struck, victims
from tocsin.extract.tree import Tree, after, bare, by_agent, children, compound, conjuncts, descend, key, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AttackType, EventKind, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Subject, Weapon

_PARTING = frozenset(
    "accuse ago amid arrest avenge besides condemn convict despite earlier echo follow for from like over precede previous protest recall resemble response retaliation revenge suspect than unlike until".split()
)
_SEQUENCE = frozenset({"after", "before", "following", "since"})
_NEEDS_ACTOR = frozenset(
    {
        "hit",
        "target",
        "strike",
        "attack",
        "beat",
        "club",
        "fire_on",
        "burn",
        "shell",
        "storm",
        "poison",
        "assault",
        "knife",
        "hack",
        "execute",
        "plow",
        "plough",
        "ram",
        "rob",
        "snatch",
        "fire",
        "bomb",
        "raid",
    }
)
_WEAPON_SUBJECTS = frozenset(
    {
        "bomb",
        "missile",
        "rocket",
        "drone",
        "mortar",
        "shell",
        "explosion",
        "blast",
        "airstrike",
        "strike",
        "grenade",
        "mine",
        "device",
        "vehicle",
        "car",
        "truck",
        "jet",
        "plane",
        "bullet",
        "attack",
        "helicopter",
        "artillery",
        "ied",
        "bomber",
        "warplane",
        "aircraft",
        "attacker",
    }
)
_VIOLENT = frozenset(
    {
        "bomb",
        "rocket",
        "drone",
        "missile",
        "grenade",
        "gun",
        "knife",
        "suicide",
        "air",
        "terror",
        "terrorist",
        "mortar",
        "arson",
        "militant",
        "rebel",
        "jihadist",
        "acid",
        "insurgent",
        "deadly",
        "fatal",
        "bloody",
        "car",
        "truck",
        "roadside",
        "sniper",
        "armed",
        "cross-border",
        "complex",
    }
)
_WITH_US = frozenset(
    {
        "motorcycle",
        "motorbike",
        "horseback",
        "boat",
        "pickup",
        "uniform",
        "fatigue",
        "knife",
        "gun",
        "machete",
        "rifle",
        "truck",
        "speedboat",
        "camel",
        "foot",
        "mask",
        "weapon",
        "vehicle",
        "bike",
    }
)
_FRESH = frozenset({"another", "separate", "second", "third"})
_WEAPON_TYPES: dict[str, AttackType] = {
    "explosives": "bombing",
    "firearms": "armed_assault",
    "melee": "armed_assault",
    "incendiary": "arson",
    "vehicle": "armed_assault",
}
_ACCIDENTAL = frozenset(
    {
        "blast",
        "explosion",
        "explode",
        "hit",
        "strike",
        "burn",
        "blow_up",
        "go_off",
        "set_off",
        "raze",
        "siege",
        "standoff",
        "burn_down",
        "detonation",
        "ram",
        "plow",
        "plough",
        "rampage",
        "detonate",
        "set_fire",
        "rob",
        "loot",
        "looting",
    }
)
_MURDEROUS = frozenset({"murder", "behead", "assassinate", "execute", "massacre", "slay", "lynch"})
_MANY = frozenset(
    "dozen score hundred thousand series string wave spate number several many frequent recent regular numerous multiple "
    "repeated increase rise surge spike previous past other similar further more".split()
)
_SINCE = re.compile(
    r"(?i)\b(?:since (?:the |last |early |late |mid|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:19|20)\d\d|it began|then)|so far (?:this|in)|this year alone|over the past|in the past (?:\w+ )?(?:weeks?|months?|"
    r"years?|decade)|in recent (?:weeks|months|years)|each year|every year|a year ago when|during the (?:war|conflict|insurgency))"
)
_CONDUCT = frozenset(
    {"conduct", "launch", "carry", "lead", "begin", "start", "mount", "execute", "perform", "undertake"}
)
_OUTRIGHT = frozenset({"gunman", "gunmen", "shooter", "sniper"})
_ASSAILANTS = frozenset(
    {
        "attacker",
        "gunman",
        "gunmen",
        "assailant",
        "shooter",
        "bomber",
        "knifeman",
        "hijacker",
        "kidnapper",
        "abductor",
        "raider",
        "suspect",
        "captor",
        "arsonist",
        "assassin",
    }
)
_SINGLED = frozenset(
    {"government", "diplomatic", "journalists_and_media", "religious_figures_and_institutions", "military", "police"}
)
_OFFICES = frozenset(
    "president minister governor mayor senator lawmaker mp deputy councillor judge prosecutor candidate ambassador diplomat consul "
    "attache envoy general bishop archbishop journalist chief leader commissioner magistrate politician".split()
)
_BOMBERS = frozenset({"bomber", "suicide_bomber"})


@dataclass(frozen=True, slots=True)
class _Act:
    """The words of a sentence that tell one act: attack words first, harm words beside."""

    words: tuple[int, ...]
    strikes: tuple[int, ...]
    harmed: tuple[Patient, ...]


def violence(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the frames of violence that a sentence tells as having happened."""
    harmed = tuple(
        p for p in patients(tree, sentence, lexicon) if p.harm in ("killed", "wounded", "abducted", "missing")
    )
    strikes = tuple(
        token.index for token in tree.tokens[sentence.first : sentence.last] if _is_strike(tree, token.index, lexicon)
    )
    acts = _acts(tree, strikes, harmed, sentence)
    frames = []
    for act in acts:
        rivals = [other.words[0] for other in acts if other is not act]
        frames.extend(_frames(tree, sentence, act, rivals, heard, lexicon))
    return tuple(frames)


def strike_types(tree: Tree, index: int, lexicon: Lexicon) -> AttackType | None:
    """Return the attack type that a word tells, null where it tells none."""
    word, pair = key(tree, index), compound(tree, index)
    if tree.tokens[index].pos in ("VERB", "AUX"):
        return lexicon.attack_verbs.get(word)  # type: ignore[return-value]
    if tree.tokens[index].pos in ("NOUN", "PROPN"):
        return lexicon.attack_nouns.get(pair) or lexicon.attack_nouns.get(word)  # type: ignore[return-value]
    return None


def _is_strike(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[index]
    found = strike_types(tree, index, lexicon)
    if found is None:
        return _is_clash(tree, index, lexicon) or _is_engagement(tree, index)
    if token.pos in ("VERB", "AUX"):
        return token.dep not in ("amod", "compound") and _strikes_somebody(tree, index, key(tree, index), lexicon)
    if index in tree.actor_at or token.dep in ("compound", "nmod", "amod"):
        return token.dep == "compound" and tree.tokens[token.head].lemma in ("victim", "site", "scene")
    if token.lemma == "strike":
        return (
            (compound(tree, index) != token.lemma and compound(tree, index) in lexicon.attack_nouns)
            or bool(_modifiers(tree, index) & _VIOLENT)
            or _hits(tree, index)
        )
    return not (_modifiers(tree, index) & {"heart", "panic", "asthma", "shark", "cyber", "verbal", "personal", "media"})


def _is_clash(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[index]
    if token.pos == "NOUN":
        words = {token.lemma, compound(tree, index)}
        return bool(words & lexicon.words["clash_nouns"]) and token.dep != "compound" and token.lemma != "battle"
    if token.pos == "VERB" and token.lemma in ("clash",):
        return True
    return token.pos == "NOUN" and token.lemma in ("operation", "offensive") and _by_force(tree, index)


def _is_engagement(tree: Tree, index: int) -> bool:
    """Tell whether forces engage, neutralise or repel somebody."""
    token = tree.tokens[index]
    if token.pos != "VERB" or token.lemma not in ("engage", "neutralize", "neutralise", "eliminate", "repel"):
        return False
    doer = agent_of(tree, index)
    return doer is not None and is_force(tree, doer)


def _hits(tree: Tree, index: int) -> bool:
    """Tell a military strike from a walkout: it is carried out, aimed at something, or destroys it."""
    governor = tree.tokens[tree.tokens[index].head].lemma
    return governor in (
        "conduct",
        "launch",
        "carry",
        "destroy",
        "engage",
        "target",
        "hit",
        "kill",
        "order",
        "suppress",
        "damage",
    ) or any(tree.label_at.get(noun) != "DATE" for noun in after(tree, index, "on", "against"))


def _by_force(tree: Tree, index: int) -> bool:
    """Tell whether an operation's sentence says that forces did it or that it went against somebody."""
    below = [i for child in tree.below[index] for i in (child, *tree.below[child])]
    token = tree.tokens[index]
    if token.dep in ("dobj", "nsubjpass") and tree.tokens[token.head].lemma in _CONDUCT:
        doer = agent_of(tree, token.head)
        below += [i for i in (doer,) if i is not None]
    return any(is_force(tree, i) for i in below) or bool(
        _modifiers(tree, index)
        & {
            "military",
            "security",
            "special",
            "counter-terrorism",
            "counterterrorism",
            "police",
            "army",
            "rescue",
            "raid",
            "joint",
        }
    )


def _strikes_somebody(tree: Tree, index: int, word: str, lexicon: Lexicon) -> bool:
    if word not in _NEEDS_ACTOR:
        return True
    if word in ("fire", "bomb") and tree.tokens[index].pos == "VERB" and not _aimed(tree, index, word, lexicon):
        return False
    doer = agent_of(tree, index)
    if doer is None:
        hit = children(tree, index, "nsubjpass")
        return (bool(hit) and word not in ("hit", "target", "beat", "storm")) or bool(
            _near(tree, index) & _WEAPON_SUBJECTS
        )
    lemma = tree.tokens[doer].lemma
    if is_perpetrator(tree, doer, lexicon) or is_force(tree, doer) or lemma in _WEAPON_SUBJECTS or lemma == "who":
        return True
    found = actor(tree, doer)
    if found is not None and found.kind in ("armed_group", "state_force", "government", "crowd"):
        return True
    return lemma in (
        "man",
        "men",
        "group",
        "they",
        "mob",
        "crowd",
        "protester",
        "youth",
        "rioter",
        "people",
        "it",
        "herder",
        "police",
        "he",
        "settler",
        "cell",
        "boat",
        "demonstrator",
        "resident",
    )


def _aimed(tree: Tree, index: int, word: str, lexicon: Lexicon) -> bool:
    """Tell firing shots from firing staff, and bombing a place from bombing at the box office."""
    hit = [*children(tree, index, "dobj", "nsubjpass")]
    if word == "bomb":
        return bool(hit)
    lemmas = {tree.tokens[i].lemma for i in hit}
    return bool(
        lemmas & {"shot", "round", "rocket", "missile", "bullet", "mortar", "gun", "weapon", "shell", "burst", "gas"}
    ) or (not hit and bool(after(tree, index, "on", "at", "into") or not children(tree, index, "nsubjpass")))


def _near(tree: Tree, index: int) -> set[str]:
    return {tree.tokens[i].lemma for child in tree.below[index] for i in (child, *tree.below[child])}


def _modifiers(tree: Tree, index: int) -> set[str]:
    return {
        tree.tokens[child].lemma
        for child in tree.below[index]
        if tree.tokens[child].dep in ("compound", "amod", "nmod", "poss", "npadvmod")
    }


def _acts(tree: Tree, strikes: Sequence[int], harmed: Sequence[Patient], sentence: Sentence) -> list[_Act]:
    """Group the words of violence of a sentence into acts."""
    words = sorted({*strikes, *(patient.trigger for patient in harmed)})
    groups: list[list[int]] = []
    for word in words:
        home = [group for group in groups if any(not _parted(tree, word, other, sentence) for other in group)]
        groups = [group for group in groups if group not in home]
        groups.append([*(index for group in home for index in group), word])
    return [
        _Act(
            words=tuple(sorted(group, key=lambda index: (index not in strikes, index))),
            strikes=tuple(index for index in group if index in strikes),
            harmed=tuple(patient for patient in harmed if patient.trigger in group),
        )
        for group in sorted(groups)
    ]


def _parted(tree: Tree, one: int, other: int, sentence: Sentence) -> bool:
    """Tell whether two words of violence tell different acts."""
    path = [index for index in _path(tree, one, other) if index not in (one, other)]
    if any(tree.tokens[index].lemma in _PARTING for index in path):
        return True
    if any(tree.tokens[index].lemma in _SEQUENCE and _is_later(tree, index) for index in path):
        return True
    mine, theirs = _own_places(tree, one, other, sentence), _own_places(tree, other, one, sentence)
    return bool(mine and theirs and not mine & theirs)


def _is_later(tree: Tree, index: int) -> bool:
    """Tell whether "after" counts time ("two days after"), rather than naming what did the harm ("died after")."""
    near = [*tree.below[index], index - 1]
    return (
        any(
            tree.tokens[i].dep == "npadvmod"
            or tree.tokens[i].lemma in ("day", "week", "month", "year", "hour", "shortly")
            for i in near
            if i >= 0
        )
        or tree.tokens[index].pos == "VERB"
    )


def _path(tree: Tree, one: int, other: int) -> list[int]:
    """Return the tokens between two tokens in the tree, with the marks of the clauses crossed."""
    up = {one: [one]}
    trail = [one]
    while tree.tokens[trail[-1]].head != trail[-1]:
        trail.append(tree.tokens[trail[-1]].head)
        up[trail[-1]] = list(trail)
    back = [other]
    while back[-1] not in up:
        if tree.tokens[back[-1]].head == back[-1]:
            return back
        back.append(tree.tokens[back[-1]].head)
    between = [*up[back[-1]], *back]
    marks = [
        child
        for index in between
        for child in tree.below[index]
        if tree.tokens[child].dep in ("mark", "advmod") and tree.tokens[index].dep == "advcl" and index != back[-1]
    ]
    return [*between, *marks]


def _own_places(tree: Tree, one: int, other: int, sentence: Sentence) -> set[str]:
    """Return the settlements below one word that are not below the other."""
    exclusive = set(descend(tree, one)) - set(descend(tree, other))
    return {
        located.place.name
        for located in tree.page.places
        if located.place is not None
        and located.place.precision in ("exact", "settlement", "near")
        and sentence.span.holds(located.span)
        and any(tree.tokens[index].span.meets(located.span) for index in exclusive)
    }


def _frames(
    tree: Tree, sentence: Sentence, act: _Act, rivals: Sequence[int], heard: Voices, lexicon: Lexicon
) -> list[Frame]:
    anchor = act.words[0]
    if _is_total(tree, sentence, act):
        return []
    told = _told(tree, act, lexicon)
    if told not in ("CT+", "PR+", "PS+", "CT-"):
        return []
    doers = _doers(tree, act)
    hit = struck(tree, act.strikes, lexicon)
    kind = _kind(tree, act, doers, hit, lexicon)
    holder = holder_of(tree, anchor, heard)
    clash = all(tree.tokens[index].lemma in lexicon.words["clash_nouns"] for index in act.strikes) and act.strikes
    readings = [
        *(() if clash and kind == "attack" else _participants(tree, kind, doers, holder, lexicon)),
        *_harm(tree, act, kind, heard),
        *victims(tree, act.harmed, act.strikes, hit, kind, holder, lexicon),
        *_weapons(tree, sentence, anchor, rivals, holder),
    ]
    when = date_of(tree, sentence, anchor, rivals, heard)
    if when is not None:
        readings.append(Reading("date", when[0], when[1], holder, factuality="CT+"))
    where = place_of(tree, sentence, anchor, rivals, heard)
    if where is not None:
        readings.append(Reading("place", where[0], where[1], holder))
    types = _types(tree, act, doers, readings, lexicon) if kind == "attack" else ()
    chosen = _chosen(tree, act, readings) if kind == "attack" else None
    if chosen is not None and types and all(t != "assassination" for t, _ in types):
        types = [("assassination", chosen), *types]
    suicide = _suicide(tree, act, doers)
    if suicide is not None:
        readings.append(Reading("suicide", True, suicide, holder))
    readings.extend(Reading("attack_types", t, span, holder) for t, span in types)
    return [
        Frame(
            kind=kind,
            sentence=sentence.index,
            anchor=anchor,
            telling=_telling(tree, act, doers),
            holder=holder,
            factuality=told,
            headline=sentence.headline,
            definite=_definite(tree, act),
            fresh=_fresh(tree, sentence, anchor),
            indefinite=_introduced(tree, act),
            attack_types=tuple(t for t, _ in types),
            violent=_violent(tree, act, doers, readings, lexicon),
            readings=tuple(readings),
        )
    ]


def _is_total(tree: Tree, sentence: Sentence, act: _Act) -> bool:
    """Tell whether the words sum up many acts ("dozens of attacks", "400 killed since May") and tell of none."""
    if _SINCE.search(tree.text, sentence.span.start, sentence.span.end) and not any(
        tree.tokens[i].pos == "VERB" and tree.tokens[i].tag == "VBD" for i in act.strikes
    ):
        return True
    for index in act.strikes:
        head = tree.tokens[tree.tokens[index].head]
        governor = tree.tokens[head.head]
        if tree.tokens[index].tag == "NNS" and head.lemma == "of" and governor.lemma in _MANY:
            return True
        if tree.tokens[index].tag == "NNS" and any(tree.tokens[c].lemma in _MANY for c in tree.below[index]):
            return True
    return False


def _violent(tree: Tree, act: _Act, doers: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Tell whether the words themselves speak of violence by somebody: a blast or a death alone does not."""
    if any(
        reading.field in ("perpetrators", "weapons", "suicide", "authority", "responsibility") for reading in readings
    ):
        return True
    words = {key(tree, index) for index in act.words} | {compound(tree, index) for index in act.words}
    deliberate = words - _ACCIDENTAL
    return bool(deliberate & (set(lexicon.attack_verbs) | set(lexicon.attack_nouns) | _MURDEROUS)) or any(
        is_force(tree, head) for head in doers
    )


def _told(tree: Tree, act: _Act, lexicon: Lexicon) -> str:
    """Return the surest factuality among the words that tell the act."""
    order = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
    found = [factuality(tree, index, lexicon) for index in act.words]
    return min(found, key=order.index)


def _doers(tree: Tree, act: _Act) -> tuple[int, ...]:
    """Return the nouns that act: subjects, "by" nouns, possessors and modifiers of the event nouns."""
    found: list[int] = []
    for index in act.words:
        token = tree.tokens[index]
        if token.pos in ("VERB", "AUX"):
            doer = agent_of(tree, index)
            if doer is not None:
                found.extend(conjuncts(tree, doer))
            continue
        doer = by_agent(tree, index)
        if doer is not None:
            found.extend(conjuncts(tree, doer))
        found.extend(children(tree, index, "poss"))
        found.extend(i for i in children(tree, index, "compound", "amod", "nmod") if i in tree.actor_at)
        if token.dep == "dobj" and tree.tokens[token.head].lemma in ("launch", "carry", "stage", "conduct", "mount"):
            doer = agent_of(tree, token.head)
            if doer is not None:
                found.extend(conjuncts(tree, doer))
    harmed = {patient.head for patient in act.harmed}
    return tuple(dict.fromkeys(index for index in found if index not in harmed))


def _kind(tree: Tree, act: _Act, doers: Sequence[int], hit: Sequence[int], lexicon: Lexicon) -> EventKind:
    hostile = [i for i in doers if is_perpetrator(tree, i, lexicon) or armed_group(tree, i) is not None]
    forces = [i for i in doers if is_force(tree, i)]
    hostile_hit = any(p.perpetrator and _is_foe(tree, p.head) for p in act.harmed if p.harm != "abducted") or any(
        (is_perpetrator(tree, i, lexicon) and _is_foe(tree, i)) or armed_group(tree, i) is not None for i in hit
    )
    others_hit = any(not p.perpetrator for p in act.harmed)
    bomber = any({tree.tokens[p.head].lemma, compound(tree, p.head)} & _BOMBERS for p in act.harmed)
    if hostile and not forces:
        return "attack"
    if bomber:
        return "attack"
    if forces:
        return "operation" if hostile_hit or (not others_hit and not hit) else "attack"
    keys = {key(tree, i) for i in act.words} | {compound(tree, i) for i in act.words}
    keys |= {tree.tokens[i].lemma for word in act.words for i in _governed(tree, word)}
    if hostile_hit and not (others_hit and not keys & lexicon.words["operation_nouns"]):
        return "operation"
    return "operation" if keys & {"operation", "offensive"} and not others_hit else "attack"


def _is_foe(tree: Tree, head: int) -> bool:
    """Tell whether somebody is an adversary of forces by trade, not just the author of an attack ("the attacker")."""
    return tree.tokens[head].lemma not in _ASSAILANTS


def _governed(tree: Tree, word: int) -> tuple[int, ...]:
    return after(tree, word, "in", "during", "by", "with")


def _participants(tree: Tree, kind: EventKind, doers: Sequence[int], holder: Holder, lexicon: Lexicon) -> list[Reading]:
    readings: list[Reading] = []
    for head in doers:
        if kind == "operation":
            if is_force(tree, head):
                who = actor(tree, head)
                readings.append(
                    Reading("authority", who or _unnamed(tree, head, "state_force"), phrase(tree, head), holder)
                )
            continue
        readings.extend(_perpetrator(tree, head, holder, lexicon))
    return readings


def _perpetrator(tree: Tree, head: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    group = armed_group(tree, head)
    who = actor(tree, head)
    force = who is not None and who.kind in ("state_force", "government")
    generic = is_perpetrator(tree, head, lexicon) or tree.tokens[head].lemma in ("man", "men", "mob", "crowd", "youth")
    if group is None and not force:
        if not generic or is_person(tree, head):
            return []
        if holder.kind == "group" and any(tree.tokens[c].dep == "poss" for c in tree.below[head]):
            return []
        span = _with_company(tree, head)
        return [
            Reading("perpetrators", Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), span, holder)
        ]
    named = group or who
    assert named is not None
    hedge = _hedged(tree, head)
    if hedge is not None:
        readings = [Reading("responsibility", ("suspected", named, None), hedge, holder, "suspects", "PS+")]
        if generic and tree.actor_at.get(head) is None:
            span = tree.tokens[head].span
            readings.append(
                Reading(
                    "perpetrators", Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), span, holder
                )
            )
        return readings
    if holder.kind == "author":
        return [Reading("perpetrators", named, named.span, holder)]
    if holder.actor_id is not None and holder.actor_id == named.actor_id:
        return []
    return [Reading("responsibility", ("accused", named, None), phrase(tree, head), holder, "accuses")]


def _hedged(tree: Tree, head: int) -> Span | None:
    """Return the words "suspected X fighters" where a hedge stands before the noun."""
    for child in descend(tree, head):
        if child < head and tree.tokens[child].text.lower() in (
            "suspected",
            "alleged",
            "presumed",
            "suspect",
            "purported",
        ):
            return phrase(tree, head)
    return None


def _with_company(tree: Tree, head: int) -> Span:
    """Return a noun phrase without determiner, with "on motorcycles" and the like."""
    span = bare(tree, head)
    for prep in children(tree, head, "prep"):
        for noun in children(tree, prep, "pobj"):
            if tree.tokens[noun].lemma in _WITH_US and tree.tokens[noun].span.end - span.end < 40:
                span = Span(span.start, tree.tokens[noun].span.end)
    return span


def _unnamed(tree: Tree, head: int, kind: str) -> Actor:
    span = phrase(tree, head)
    return Actor(span.of(tree.text), None, span.of(tree.text), kind, span)  # type: ignore[arg-type]


def _harm(tree: Tree, act: _Act, kind: EventKind, heard: Voices) -> list[Reading]:
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
                phrase(tree, p.head).of(tree.text),
                armed_group(tree, p.head),
                None,
                p.count,
                phrase(tree, p.head),
            ),
            phrase(tree, p.head),
            holder,
        )
        for p in hostile
    ]


def _weapons(tree: Tree, sentence: Sentence, anchor: int, rivals: Sequence[int], holder: Holder) -> list[Reading]:
    return [
        Reading("weapons", Weapon(found.span.of(tree.text), found.type, found.span), found.span, holder)
        for found in tree.page.page.weapons
        if sentence.span.holds(found.span) and _belongs(tree, sentence, found.span, anchor, rivals)
    ]


def _belongs(tree: Tree, sentence: Sentence, span: Span, anchor: int, rivals: Sequence[int]) -> bool:
    from tocsin.extract.scene import token_in
    from tocsin.extract.tree import distance

    at = token_in(tree, sentence, span)
    return at is not None and all(distance(tree, at, anchor) <= distance(tree, at, rival) for rival in rivals)


def _types(
    tree: Tree, act: _Act, doers: Sequence[int], readings: Sequence[Reading], lexicon: Lexicon
) -> list[tuple[AttackType, Span]]:
    """Return the attack types with the words that tell them; weapons and "gunmen" tell where the verb does not."""
    found: dict[AttackType, Span] = {}
    for index in act.strikes:
        told = strike_types(tree, index, lexicon)
        if told is not None and told != "unknown":
            found.setdefault(told, tree.tokens[index].span)
    for patient in act.harmed:
        if patient.harm == "abducted":
            found.setdefault("kidnapping", tree.tokens[patient.trigger].span)
    for reading in readings:
        if reading.field == "weapons" and reading.value.type in _WEAPON_TYPES:
            told = _WEAPON_TYPES[reading.value.type]
            if not (told == "armed_assault" and "bombing" in found and reading.value.type == "vehicle"):
                found.setdefault(told, reading.span)
    for index in doers:
        words = {tree.tokens[index].lemma, compound(tree, index)}
        if words & _BOMBERS:
            found.setdefault("bombing", tree.tokens[index].span)
        elif words & _OUTRIGHT and not found:
            found.setdefault("armed_assault", tree.tokens[index].span)
    return list(found.items())


def _chosen(tree: Tree, act: _Act, readings: Sequence[Reading]) -> Span | None:
    """Return the words for one office-holder or prominent person that the act singled out."""
    for reading in readings:
        if reading.field == "targets" and reading.value.type in _SINGLED and reading.value.count is None:
            continue
        if reading.field == "targets" and reading.value.type in _SINGLED and reading.value.count.high == 1:
            words = reading.value.text.lower().split()
            if any(word.strip(",") in _OFFICES for word in words):
                return reading.span
    return None


def _suicide(tree: Tree, act: _Act, doers: Sequence[int]) -> Span | None:
    for index in (*act.words, *doers, *(p.head for p in act.harmed)):
        for near in (index, *children(tree, index, "compound", "amod")):
            if tree.tokens[near].lemma == "suicide":
                return Span(
                    min(tree.tokens[near].span.start, tree.tokens[index].span.start), tree.tokens[index].span.end
                )
        if key(tree, index) == "blow_up" and any(
            tree.tokens[child].lemma in ("himself", "herself", "themselves")
            or tree.tokens[child].text.lower().endswith("self")
            for child in tree.below[index]
        ):
            return tree.tokens[index].span
    return None


def _telling(tree: Tree, act: _Act, doers: Sequence[int]) -> Span:
    spans = [tree.tokens[i].span for i in act.words] + [phrase(tree, i) for i in doers]
    spans += [p.count.span for p in act.harmed if p.count is not None]
    first = tree.tokens[act.words[0]]
    spans = [s for s in spans if abs(s.start - first.span.start) < 600]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _definite(tree: Tree, act: _Act) -> bool:
    """Tell whether the act is pointed back at: "the attack", "this blast", or harm told without any attack word."""
    if not act.strikes:
        return not _doers(tree, act)
    nouns = [i for i in act.strikes if tree.tokens[i].pos in ("NOUN", "PROPN")]
    verbs = [i for i in act.strikes if i not in nouns]
    return not verbs and all(
        any(tree.tokens[c].text.lower() in ("the", "this", "that", "these", "its", "those") for c in tree.below[i])
        for i in nouns
    )


def _introduced(tree: Tree, act: _Act) -> bool:
    """Tell whether an event noun with "a" tells the act."""
    return any(
        tree.tokens[c].text.lower() in ("a", "an")
        for i in act.strikes
        if tree.tokens[i].pos in ("NOUN", "PROPN")
        for c in tree.below[i]
    )


def _fresh(tree: Tree, sentence: Sentence, anchor: int) -> bool:
    opening = {t.text.lower() for t in tree.tokens[sentence.first : sentence.first + 4]}
    near = {tree.tokens[i].lemma for i in tree.below[anchor]}
    return bool(opening & {"separately", "elsewhere", "meanwhile"} or near & _FRESH)
