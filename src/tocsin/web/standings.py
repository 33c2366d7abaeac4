"""Who is said to have done it: a line an actor, a column a stance, opinion in lines of its own."""

from dataclasses import dataclass

from tocsin.model.incident import Incident, Stances
from tocsin.model.wire import plain
from tocsin.web.citing import Citing, Reports, cite
from tocsin.web.voices import SIGNS, Sign, holds_opinion, taken
from tocsin.web.wording import actor_words


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of one actor's part: a cell for each sign shown."""

    actor: str
    name: str
    adjudicated: bool
    anchor: str
    cells: tuple[tuple[Citing, ...], ...]


def signs(incident: Incident) -> tuple[Sign, ...]:
    """Return the stances that anybody takes, in order."""
    used = {sign for stances in incident.responsibility for sign, _ in taken(stances)}
    return tuple(sign for sign in SIGNS if sign in used)


def standings(incident: Incident, known: Reports, *, opinion: bool) -> tuple[Standing, ...]:
    """Return each actor's line, of those citations alone that are opinion or are not."""
    lines = (_standing(incident, index, known, opinion=opinion) for index in range(len(incident.responsibility)))
    return tuple(line for line in lines if any(line.cells))


def _standing(incident: Incident, index: int, known: Reports, *, opinion: bool) -> Standing:
    stances = incident.responsibility[index]
    anchor = f"v-responsibility-{index}-{'opinion' if opinion else 'authority'}"
    name = stances.actor.name if stances.actor else "nobody named"
    return Standing(
        actor=actor_words(plain(stances.actor)) if stances.actor else name,
        name=name,
        adjudicated=_is_adjudicated(stances, incident.adjudicated),
        anchor=anchor,
        cells=tuple(
            tuple(
                cite(known, citation, anchor, f"{name} {sign.words}")
                for citation in stances.by_stance(sign.stance)
                if holds_opinion(citation) == opinion
            )
            for sign in signs(incident)
        ),
    )


def _is_adjudicated(stances: Stances, adjudicated: str | None) -> bool:
    return adjudicated is not None and stances.actor is not None and stances.actor.actor_id == adjudicated
