"""One plain sentence for an event, in our own words, from its fields alone.

It states what the fields state: a suspicion stays one, an organisation that people are said to belong to is only said,
and what nobody but a group tells is told as that group's account.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tocsin.extract.events.tolls import tolls
from tocsin.extract.events.wording import articled, called, capital, is_plural, listed, when, where
from tocsin.model.record import Event, Responsibility
from tocsin.model.values import Subject, Target

# For each way of attacking: the verb with an object, the same in the passive, and the noun where there is no object.
_ATTACKS: dict[str, tuple[str, str, str]] = {
    "kidnapping": ("abducted", "abducted", "a kidnapping"),
    "hijacking": ("hijacked", "hijacked", "a hijacking"),
    "barricade": ("took hostages at", "the scene of a hostage-taking", "a hostage-taking"),
    "assassination": ("made an attempt on the life of", "the target of an assassination attempt", "an assassination"),
    "bombing": ("bombed", "bombed", "a bombing"),
    "armed_assault": ("attacked", "attacked", "an armed attack"),
    "arson": ("set fire to", "set on fire", "an arson attack"),
    "robbery": ("robbed", "robbed", "a robbery"),
    "infrastructure": ("attacked", "attacked", "an attack on infrastructure"),
    "unarmed_assault": ("assaulted", "assaulted", "an assault"),
    "unknown": ("attacked", "attacked", "an attack"),
}
_INFINITIVE = {
    "took hostages at": "take hostages at",
    "made an attempt on the life of": "kill",
    "set fire to": "set fire to",
}
_MEDIA = {
    "image": "an image",
    "video": "a video",
    "audio": "an audio message",
    "magazine": "a magazine",
    "statement": "a statement",
    "leaflet": "a leaflet",
    "social_post": "a post",
    "website": "a page",
}
_STANCES = {
    "claims": "{} claimed responsibility",
    "suspected": "{} came under suspicion",
    "accused": "{} stood accused",
}


def summary(event: Event) -> str:
    """Return the sentence: who, if that is given as a fact, did what to whom, where, when, and with what toll."""
    told = _KINDS[event.kind](event)
    event = replace(event, killed=None) if event.kind == "attack" and _tells_all_dead(event) else event
    circumstances = " ".join(part for part in (_where(event, told), when(event.date) if event.date else "") if part)
    sentence = f"{told} {circumstances}".strip().rstrip(",")
    ends = [part for part in (tolls(event, told), _blamed(event)) if part]
    return capital(_framed(event, "; ".join([sentence, *ends]))) + "."


def _framed(event: Event, sentence: str) -> str:
    """Frame what only a group says, or what is said with a hedge."""
    kinds = [a for a in event.assertions if a.field == "/kind"]
    if (
        kinds
        and all(a.holder.kind == "group" and a.holder.text for a in kinds)
        and event.kind in ("attack", "operation")
    ):
        return f"according to {articled(kinds[0].holder.text or '')}, {sentence}"
    if kinds and all(a.factuality not in ("CT+", "PR+") for a in kinds):
        return f"according to an unconfirmed account, {sentence}"
    return sentence


def _where(event: Event, told: str) -> str:
    place = event.place
    if place is None or event.kind in ("publication", "statement", "designation") or place.name in told:
        return ""
    return where(place)


def _attack(event: Event) -> str:
    kinds = [kind for kind in _ATTACKS if kind in event.attack_types] or ["unknown"]
    taken = [t for t in event.targets if t.effect == "abducted" and t.role == "hit"]
    dead = _dead(event)
    if dead and event.stage != "attempted":
        return _slaying(event, kinds, dead)
    others = [t for t in event.targets if t.effect != "abducted" and t.role == "hit" and not _is_toll(event, t)]
    unhurt = [t for t in others if t.effect not in ("killed", "wounded")]
    others = unhurt or ([] if kinds[0] == "bombing" and event.stage != "attempted" else others)
    if kinds[0] == "kidnapping" and len(kinds) > 1 and others and taken:
        return f"{_one_attack(event, kinds[1], others)}, and {_things(taken)} {_was(taken)} abducted"
    if kinds[0] == "kidnapping" and taken:
        return _one_attack(event, "kidnapping", taken)
    return _one_attack(event, kinds[0] if kinds[0] != "kidnapping" or not others else kinds[-1], others or taken)


def _is_toll(event: Event, target: Target) -> bool:
    """Tell whether a target is only the people whom the toll counts."""
    return any(count is not None and count.text == target.text for count in (event.killed, event.wounded))


def _dead(event: Event) -> list[Target]:
    """Return those killed, where they are everybody who was: a governor, not his convoy, is what such news is about."""
    killed = [t for t in event.targets if t.effect == "killed" and t.role == "hit" and not _is_vague(t)]
    if not killed:
        return []
    counts = [t.count for t in killed]
    low = sum((c.low or 0) if c is not None else 1 for c in counts)
    total = event.killed
    chosen = "assassination" in event.attack_types and len(killed) == 1
    return killed if total is None or chosen or (total.low or 0) == low else []


def _tells_all_dead(event: Event) -> bool:
    """Tell whether the sentence says already how many were killed."""
    dead, total = _dead(event), event.killed
    if not dead or total is None or event.stage == "attempted":
        return False
    if total.qualifier != "exact" and not (
        len(dead) == 1 and dead[0].count is not None and dead[0].count.low == total.low
    ):
        return False
    return (total.low or 0) == sum((t.count.low or 0) if t.count is not None else 1 for t in dead)


def _as_people(words: str) -> str:
    """Return words for the dead as words for those who were killed ("at least 70 dead" are people)."""
    return re.sub(r"(?i)\bdead$", "people", words)


def _slaying(event: Event, kinds: Sequence[str], dead: list[Target]) -> str:
    """Tell of those killed, and how."""
    chosen = "assassination" in kinds
    means = [kind for kind in kinds if kind not in ("assassination", "kidnapping", "unknown")]
    noun = _ATTACKS[means[0]][2] if means else ""
    if means[:1] == ["bombing"] and event.suicide:
        noun = "a suicide bombing"
    whom, verb = listed([_as_people(articled(_plain(t.text))) for t in dead], 3), "assassinated" if chosen else "killed"
    who = _attackers(event)
    how = f" in {noun}" if noun and (not who or noun != "an armed attack") else ""
    if who:
        return f"{who} {verb} {whom}{how}"
    were = "were" if len(dead) > 1 or is_plural(whom) else "was"
    return f"{whom} {were} {verb}{how or (' in an attack' if not chosen else '')}"


def _is_vague(target: Target) -> bool:
    """Tell whether words name nobody without what they count ("a third", "the other")."""
    return (
        re.fullmatch(
            r"(?i)(?:an?|the|one|two|three)? ?(?:\w+th|second|third|other|others|latter|former|one)(?: of .*)?",
            target.text,
        )
        is not None
    )


def _plain(words: str) -> str:
    """Return words without the owner that a pronoun stands for ("his convoy" is a convoy)."""
    return re.sub(r"(?i)^(?:his|her|their|its|our|my) ", "", " ".join(words.split()))


def _one_attack(event: Event, kind: str, targets: list[Target]) -> str:
    verb, passive, noun = _ATTACKS[kind]
    if kind == "assassination" and any(t.effect == "killed" for t in targets):
        verb = passive = "assassinated"
    if event.suicide and kind == "bombing":
        verb, noun = "carried out a suicide bombing against", "a suicide bombing"
        passive = "hit by a suicide bombing"
    if event.stage == "attempted":
        verb = f"tried to {_INFINITIVE.get(verb, _plain_verb(verb))}"
        noun = f"an attempt at {noun}"
        passive = "the target of an attempted attack"
    who = _attackers(event)
    if who and targets:
        return f"{who} {verb} {_things(targets)}"
    if who:
        return f"{who} carried out {noun}" if event.stage != "attempted" else f"{who} made {noun}"
    if targets:
        return f"{_things(targets)} {_was(targets)} {passive}"
    return f"{noun} took place"


def _plain_verb(verb: str) -> str:
    """Return the infinitive of the past of a verb that these tables use."""
    first, _, rest = verb.partition(" ")
    plain = {"robbed": "rob", "carried": "carry"}.get(first, first.removesuffix("ed"))
    return f"{plain} {rest}".strip()


def _attackers(event: Event) -> str:
    named = [called(a) for a in event.perpetrators if a.kind == "armed_group" and a.actor_id]
    others = [words for a in event.perpetrators if (words := called(a))]
    return listed(named or others, 2) if others else ""


def _things(targets: list[Target]) -> str:
    bare = [t for t in targets if t.count is None] or targets
    return listed([articled(_plain(t.text)) for t in bare if not _is_vague(t)] or ["people"], 2)


def _was(targets: list[Target]) -> str:
    bare = [t for t in targets if t.count is None] or targets
    bare = [t for t in bare if not _is_vague(t)]
    return "were" if len(bare) != 1 or is_plural(_plain(bare[0].text)) else "was"


def _by(event: Event, active: str, passive: str) -> str:
    """Tell with the authority as the subject where one is known, else in the passive."""
    who = called(event.authority) if event.authority is not None else ""
    return f"{who} {active}" if who else passive


def _people(subjects: tuple[Subject, ...], otherwise: str) -> str:
    """Return those acted upon, with the organisation that they are said to belong to."""
    if not subjects:
        return otherwise
    told = [s for s in subjects if not s.text.strip().isdigit()] or list(subjects)
    who = listed([articled(subject.text) for subject in told], 2)
    group = next((called(s.organisation) for s in subjects if s.organisation is not None), None)
    if group is None or group.lower() in who.lower() or any(_names(s, who) for s in subjects):
        return who
    return f"{who}, said to belong to {group},"


def _names(subject: Subject, who: str) -> bool:
    return subject.organisation is not None and subject.organisation.text.lower() in who.lower()


def _arrest(event: Event) -> str:
    who = _people(tuple(s for s in event.subjects if s.role == "arrested"), "suspects")
    return _by(event, f"arrested {who}", f"{who} {_verb(event, 'arrested')} arrested")


def _verb(event: Event, role: str) -> str:
    subjects = [s for s in event.subjects if s.role == role]
    one = len(subjects) == 1 and subjects[0].count is not None and subjects[0].count.high == 1
    return "was" if one else "were"


def _operation(event: Event) -> str:
    groups = [called(s.organisation) for s in event.subjects if s.organisation is not None]
    against = f" against suspected members of {listed(groups, 1)}" if groups else ""
    return _by(event, f"carried out an operation{against}", f"security forces carried out an operation{against}")


def _plot(event: Event) -> str:
    kinds = [kind for kind in _ATTACKS if kind in event.attack_types] or ["unknown"]
    deed = {"bombing": "bomb", "kidnapping": "abduct", "assassination": "kill", "hijacking": "hijack"}.get(
        kinds[0], "attack"
    )
    plan = f"a plot to {deed} {_things(list(event.targets))}" if event.targets else "a plot"
    return _by(event, f"foiled {plan}", f"{plan} was foiled")


def _threat(event: Event) -> str:
    whom = listed([articled(_plain(t.text)) for t in event.targets if not _is_vague(t)], 6) if event.targets else ""
    through = f" in {_MEDIA[event.medium]}" if event.medium is not None and event.medium != "website" else ""
    if through and event.title is not None:
        through += f" titled “{event.title}”"
    if event.issuer is not None and (who := called(event.issuer)):
        return f"{who} {'threatened ' + whom if whom else 'made a threat'}{through}"
    arm = f" by {called(event.media_arm)}" if through and event.media_arm is not None else ""
    return f"a threat was made{' against ' + whom if whom else ''}{through}{arm}"


def _publication(event: Event) -> str:
    work = _MEDIA[event.medium] if event.medium is not None else "propaganda"
    work += f" titled “{event.title}”" if event.title is not None else ""
    who = event.issuer or event.media_arm
    if who is None:
        return f"{work} was published"
    arm = event.media_arm
    through = f" through {arm.name}" if arm is not None and arm is not who else ""
    return f"{called(who)} published {work}{through}"


def _statement(event: Event) -> str:
    about = " about an attack" if any(link.relation == "about" for link in event.links) else ""
    medium = _MEDIA[event.medium] if event.medium is not None else "a statement"
    return (
        f"{called(event.issuer)} issued {medium}{about}" if event.issuer is not None else f"{medium}{about} was issued"
    )


def _trial(event: Event) -> str:
    who = _people(event.subjects, "a suspect")
    return _by(event, f"dealt with the case against {who}", f"the case against {who} came before a court")


def _designation(event: Event) -> str:
    names = [called(s.organisation) if s.organisation is not None else articled(s.text) for s in event.subjects]
    who = listed(names) if names else "an organisation"
    return _by(event, f"listed or banned {who}", f"{who} {'was' if len(names) < 2 else 'were'} listed or banned")


def _blamed(event: Event) -> str:
    """Return who claims it, or is suspected or accused, where nobody is given as a fact."""
    if event.kind != "attack":
        return ""
    told = [r for r in event.responsibility if r.actor is not None and r.stance in _STANCES and _is_group(r)]
    known = {a.actor_id for a in event.perpetrators if a.actor_id}
    for stance in ("claims", "accused", "suspected"):
        for entry in told:
            if (
                entry.stance == stance
                and entry.actor is not None
                and (stance == "claims" or entry.actor.actor_id not in known)
            ):
                again = stance == "claims" and entry.actor.actor_id in known
                who = "the group" if again else called(entry.actor)
                return _laid(entry, who) if who else ""
    return ""


def _laid(entry: Responsibility, who: str) -> str:
    """Tell who claims it, or is accused or suspected, by the authority or government that does so."""
    holder = entry.holder
    by = articled(holder.text) if holder.text and holder.kind in ("authority", "government") else ""
    if by and entry.stance in ("accused", "suspected"):
        return f"{by} {entry.stance} {who}"
    return _STANCES[entry.stance].format(who)


def _is_group(entry: Responsibility) -> bool:
    return entry.actor is not None and entry.actor.kind in ("armed_group", "government", "state_force")


_KINDS: dict[str, Callable[[Event], str]] = {
    "attack": _attack,
    "operation": _operation,
    "arrest": _arrest,
    "plot": _plot,
    "threat": _threat,
    "publication": _publication,
    "statement": _statement,
    "trial": _trial,
    "designation": _designation,
}
