"""One plain sentence for an event, in our own words, from its fields alone."""

from tocsin.model.record import Event
from tocsin.model.values import Count, Place, When

_ACTS = {
    "bombing": "Bombing",
    "armed_assault": "Armed assault",
    "assassination": "Assassination",
    "kidnapping": "Kidnapping",
    "barricade": "Hostage-taking",
    "hijacking": "Hijacking",
    "infrastructure": "Attack on infrastructure",
    "arson": "Arson",
    "robbery": "Robbery",
    "unarmed_assault": "Unarmed assault",
    "unknown": "Attack",
}
_KINDS = {
    "threat": "Threat",
    "publication": "Publication",
    "arrest": "Arrest",
    "operation": "Security operation",
    "plot": "Foiled plot",
    "statement": "Statement",
    "trial": "Trial",
    "designation": "Designation",
    "attack": "Attack",
}


def summary(event: Event) -> str:
    """Return the sentence: what, by whom as a fact, against whom, where, when, and the toll."""
    words = [_what(event)]
    if event.perpetrators:
        words.append("by " + _listed([actor.name for actor in event.perpetrators]))
    if event.issuer is not None:
        words.append("by " + event.issuer.name)
    if event.authority is not None:
        words.append("by " + event.authority.name)
    if event.title is not None:
        words.append(f"titled “{event.title}”")
    targets = [target.text for target in event.targets]
    if targets:
        words.append(("naming " if event.kind in ("threat", "publication") else "against ") + _listed(targets))
    if event.place is not None:
        words.append(_where(event.place))
    if event.date is not None:
        words.append(_when(event.date))
    tolls = _tolls(event)
    return " ".join(words) + (f"; {tolls}." if tolls else ".")


def _what(event: Event) -> str:
    if event.kind != "attack":
        return _KINDS[event.kind]
    names = [_ACTS[kind] for kind in event.attack_types] or ["Attack"]
    first = "Suicide " + names[0].lower() if event.suicide else names[0]
    return " and ".join([first, *(name.lower() for name in names[1:3])])


def _listed(names: list[str]) -> str:
    shown = list(dict.fromkeys(" ".join(name.split()) for name in names))[:3]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def _where(place: Place) -> str:
    area = place.admin1 if place.admin1 and place.admin1 != place.name else None
    known = ", ".join(
        part for part in (place.name, area, place.country if place.precision != "country" else None) if part
    )
    return ("near " if place.precision == "near" else "in ") + known


def _when(when: When) -> str:
    if when.start is None or when.end is None:
        return f"({when.text})"
    if when.precision == "day":
        return f"on {when.start.day} {when.start:%B %Y}"
    return {"week": f"in the week of {when.start.isoformat()}", "month": f"in {when.start:%B %Y}"}.get(
        when.precision, f"in {when.start.year}"
    )


def _tolls(event: Event) -> str:
    told = (
        (event.killed, "killed"),
        (event.wounded, "wounded"),
        (event.abducted, "abducted"),
        (event.arrested, "arrested"),
        (event.missing, "missing"),
        (event.killed_perpetrators, "of the attackers killed" if event.kind == "attack" else "of them militants"),
    )
    return ", ".join(f"{_number(count)} {word}" for count, word in told if count is not None)


def _number(count: Count) -> str:
    if count.low is None:
        return f"up to {count.high}"
    if count.high is None:
        return {"more_than": f"more than {count.low}"}.get(count.qualifier, f"at least {count.low}")
    if count.low != count.high:
        return f"{count.low} to {count.high}"
    return f"about {count.low}" if count.qualifier == "about" else str(count.low)
