"""MUC-4's ALL TEMPLATES figure: every filler of every slot of every template, in the manner of the 1992 evaluation.

A template of the key is answered by at most one response; fillers are right, half right, wrong, missing or spurious.
Optional templates and fillers of the key cost nothing when they are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.bench.assign import assign
from tocsin.bench.muc4_words import bare
from tocsin.bench.tally import Tally, total

TYPE, DATE, LOCATION = "INCIDENT: TYPE", "INCIDENT: DATE", "INCIDENT: LOCATION"
STAGE, CATEGORY = "INCIDENT: STAGE OF EXECUTION", "PERP: INCIDENT CATEGORY"
INSTRUMENT, INSTRUMENT_TYPE = "INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE"
INDIVIDUAL, ORGANIZATION = "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"
CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"
THING, PERSON, DESCRIPTION = "PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION"
_ABOUT = ("TYPE", "NUMBER", "FOREIGN NATION", "EFFECT OF INCIDENT", "TOTAL NUMBER")
THINGS = tuple(f"PHYS TGT: {part}" for part in _ABOUT)
PEOPLE = tuple(f"HUM TGT: {part}" for part in _ABOUT)
SLOTS = (
    *(DATE, LOCATION, TYPE, STAGE, INSTRUMENT, INSTRUMENT_TYPE, CATEGORY, INDIVIDUAL, ORGANIZATION, CONFIDENCE),
    *(THING, *THINGS, PERSON, DESCRIPTION, *PEOPLE),
)
STRINGS = frozenset((INSTRUMENT, INDIVIDUAL, ORGANIZATION, THING, PERSON, DESCRIPTION))
NUMBERS = frozenset(slot for slot in SLOTS if slot.endswith("NUMBER"))
# A response must touch one of these where the key fills any, or it is another incident.
TIES = (INDIVIDUAL, ORGANIZATION, THING, THINGS[0], PERSON, DESCRIPTION, PEOPLE[0])

_DAY = re.compile(r"\d{1,2} [A-Z]{3} \d{2}")
_KIND = re.compile(r"\s*\([^)]*\)")
_NUMBER_WORD = re.compile(r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several) ")
_BOMBS = ("VEHICLE BOMB", "DYNAMITE", "MINE", "GRENADE", "MOLOTOV COCKTAIL", "AERIAL BOMB")
# Responses that are half right: a coarser or neighbouring value of the same set.
HALF_RIGHT: Mapping[str, frozenset[str]] = {
    "SUSPECTED OR ACCUSED": frozenset(("SUSPECTED OR ACCUSED BY AUTHORITIES",)),
    "DESTROYED": frozenset(("SOME DAMAGE",)),
    "POLITICAL FIGURE": frozenset(("GOVERNMENT OFFICIAL",)),
    "GOVERNMENT OFFICIAL": frozenset(("FORMER GOVERNMENT OFFICIAL",)),
    "ACTIVE MILITARY": frozenset(("FORMER ACTIVE MILITARY",)),
    "NO INJURY": frozenset(("NO INJURY OR DEATH",)),
    "NO DEATH": frozenset(("NO INJURY OR DEATH",)),
    "POLITICAL FIGURE OFFICE OR RESIDENCE": frozenset(("GOVERNMENT OFFICE OR RESIDENCE",)),
    "GUN": frozenset(("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE")),
    "BOMB": frozenset(_BOMBS),
    "EXPLOSIVE": frozenset(("BOMB", "ROCKET", "MISSILE", *_BOMBS)),
}


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler: alternatives of which any is right, the entity it speaks of, and whether it may be left out."""

    any_of: tuple[str, ...]
    of: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: the fillers of every slot."""

    fillers: Mapping[str, tuple[Filler, ...]]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """How a slot, or many, came out."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0

    def __add__(self, other: "Marks") -> "Marks":
        return Marks(
            self.correct + other.correct,
            self.partial + other.partial,
            self.incorrect + other.incorrect,
            self.spurious + other.spurious,
            self.missing + other.missing,
        )

    @property
    def credit(self) -> float:
        """Return the points: halves count half."""
        return self.correct + self.partial / 2

    @property
    def tally(self) -> Tally:
        """Return the points over what was said and over what could be said."""
        answered = self.correct + self.partial + self.incorrect
        return Tally(self.credit, answered + self.spurious, self.credit, answered + self.missing)


Marked = dict[str, Marks]


def read_template(raw: Mapping[str, Any]) -> Template:
    """Return a template from the key's form, or from the simpler one of strings and [value, entity] pairs."""
    slots = raw.get("slots", raw)
    read = {slot: tuple(map(read_filler, slots.get(slot) or ())) for slot in SLOTS}
    fillers = {slot: tuple(filler for filler in found if filler.any_of) for slot, found in read.items()}
    return Template(fillers, bool(raw.get("optional", False)))


def read_filler(raw: Any) -> Filler:
    """Return one filler."""
    if isinstance(raw, str):
        return Filler((raw,))
    if isinstance(raw, Mapping):
        return Filler(tuple(raw["any_of"]), tuple(raw.get("of", ())), bool(raw.get("optional", False)))
    return Filler((raw[0],), (raw[1],))


def score_document(said: Sequence[Template], keys: Sequence[Template]) -> dict[str, Tally]:
    """Return the tallies of one document by slot, and summed: ALL TEMPLATES, and MATCHED ONLY."""
    table = [[mapped(response, key) for key in keys] for response in said]
    worth = [[sum(marks.credit for marks in (cell or {}).values()) for cell in row] for row in table]
    pairs = [(i, j) for i, j in assign(worth) if table[i][j] is not None]
    matched = [cell for i, j in pairs if (cell := table[i][j]) is not None]
    used, answered = {i for i, _ in pairs}, {j for _, j in pairs}
    extra = [unmapped(one) for i, one in enumerate(said) if i not in used]
    missed = [unanswered(key) for j, key in enumerate(keys) if j not in answered and not key.optional]
    return {
        "ALL TEMPLATES": together([*matched, *extra, *missed]),
        "MATCHED ONLY": together(matched),
        **{slot: together([{slot: marks[slot]} for marks in (*matched, *extra, *missed)]) for slot in SLOTS},
    }


def together(parts: Sequence[Marked]) -> Tally:
    """Return the tally over all slots of all parts."""
    return total(marks.tally for part in parts for marks in part.values())


def unmapped(response: Template) -> Marked:
    """Return the marks of a response that answers no template: all spurious."""
    return {slot: Marks(spurious=len(response.fillers[slot])) for slot in SLOTS}


def unanswered(key: Template) -> Marked:
    """Return the marks of a template that nothing answers: all missing but what is optional."""
    return {slot: Marks(missing=required(key.fillers[slot])) for slot in SLOTS}


def required(fillers: Sequence[Filler]) -> int:
    """Return how many fillers must be given."""
    return sum(not filler.optional for filler in fillers)


def mapped(response: Template, key: Template) -> Marked | None:
    """Return the marks of a response against a template, or None where it tells of something else."""
    marks = {slot: marked(slot, response.fillers[slot], key.fillers[slot]) for slot in SLOTS}
    tied = not any(key.fillers[slot] for slot in TIES) or any(marks[slot].credit for slot in TIES)
    return marks if marks[TYPE].credit and tied else None


def marked(slot: str, said: Sequence[Filler], keys: Sequence[Filler]) -> Marks:
    """Return the marks of one slot: the best alignment of its fillers, wrong ones against what is left of the key."""
    table = [[credit(slot, one, key) for key in keys] for one in said]
    given = [(i, j) for i, j in assign(table) if table[i][j]]
    full = sum(table[i][j] == 1.0 for i, j in given)
    over = len(said) - len(given)
    answered = {j for _, j in given}
    left = required([key for j, key in enumerate(keys) if j not in answered])
    wrong = min(over, left)
    return Marks(full, len(given) - full, wrong, over - wrong, left - wrong)


def credit(slot: str, said: Filler, key: Filler) -> float:
    """Return 1, ½ or 0; a right value that speaks of the wrong entity is half right."""
    best = max((value_credit(slot, one, other) for one in said.any_of for other in key.any_of), default=0.0)
    if best < 1.0 or not key.of or slot == DESCRIPTION:
        return best
    return 1.0 if any(string_credit(one, other) for one in said.of for other in key.of) else 0.5


def string_credit(one: str, other: str) -> float:
    """Return 1 for the same words but for articles and numbers, ½ for one inside the other or the same head."""
    one, other = bare(one), bare(other)
    heads = _NUMBER_WORD.sub("", one), _NUMBER_WORD.sub("", other)
    if one == other or (heads[0] and heads[0] == heads[1]):
        return 1.0
    if not one or not other:
        return 0.0
    inside = f" {one} " in f" {other} " or f" {other} " in f" {one} "
    return 0.5 if inside or one.split()[-1] == other.split()[-1] else 0.0


def value_credit(slot: str, one: str, other: str) -> float:
    """Return the credit of one response value against one alternative of the key."""
    if slot in STRINGS:
        return string_credit(one, other)
    one, other = (" ".join(value.upper().split()) for value in (one, other))
    if one == other:
        return 1.0
    if slot == TYPE:
        return 0.5 * (one == "ATTACK")
    if slot == DATE:
        return date_credit(one, other)
    if slot == LOCATION:
        return place_credit(one, other)
    if slot in NUMBERS:
        return number_credit(one, other)
    return 0.5 * (other in HALF_RIGHT.get(one, ()))


def date_credit(one: str, other: str) -> float:
    """Return the credit of dates that are not the same string: half where they share a day."""
    days = set(_DAY.findall(one)), set(_DAY.findall(other))
    if not days[0] & days[1]:
        return 0.0
    return 1.0 if days[0] == days[1] and ("-" in one) == ("-" in other) else 0.5


def place_credit(one: str, other: str) -> float:
    """Return the credit of places: full but for the kinds in brackets, half for the country or the last place."""
    ours, theirs = ([_KIND.sub("", part).strip() for part in value.split(":")] for value in (one, other))
    if ours == theirs:
        return 1.0
    return 0.5 * (ours[0] == theirs[0] or (len(ours) > 1 and ours[-1] == theirs[-1]))


def number_credit(one: str, other: str) -> float:
    """Return the credit of numbers that differ: half for an end of a range, an estimate, or PLURAL."""
    digits = re.findall(r"\d+", other)
    return 0.5 * (one == "PLURAL" or (one in digits and (len(digits) > 1 or "~" in other)))
