"""Another group, town or number in the same place changes the output there and nowhere else."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from tests.extract.cases import read

from tocsin.model import wire


class Swap(NamedTuple):
    """A story with `{}` where the words go, and the two words."""

    story: str
    old: str
    new: str


BLAST = "A bomb exploded at a market in Mogadishu on Monday, killing nine people. "
CLAIM = BLAST + "{} claimed responsibility for the bombing in a statement. Dozens were taken to hospital."
DENIAL = BLAST + "{} denied involvement in the bombing. The police closed the road."
BLAME = BLAST + "The government blamed {} for the bombing. The police closed the road."
RAID = "Fighters of {} attacked an army post near Djibo in Burkina Faso on Tuesday and killed 12 soldiers. "
THREAT = "In a video released on Sunday, {} threatened to attack airports in France. Police studied the video."
TOWN = "Gunmen attacked a police station in {} on Tuesday and killed six officers. No group has claimed the attack."
STRIKE = "An air strike hit a school in {} on Monday, killing 12 people. The army has not commented."
RAIDS = "Police in {} arrested four men on Monday on suspicion of belonging to Islamic State. Phones were seized."
TOLL = "A car bomb killed {} soldiers outside a barracks in Cali, Colombia, on Monday. ELN claimed the attack."
HURT = "Five people were killed and {} wounded when gunmen opened fire on a church in Jos, Nigeria, on Sunday."
TAKEN = "Militants kidnapped {} engineers from a mine in Zamfara, Nigeria, on Monday. The army is looking for them."
GROUPS = [
    Swap(CLAIM, "JNIM", "Al-Shabaab"),
    Swap(CLAIM, "Al-Shabaab", "Boko Haram"),
    Swap(CLAIM, "ELN", "FARC"),
    Swap(CLAIM, "Hamas", "Hezbollah"),
    Swap(DENIAL, "Al-Shabaab", "Abu Sayyaf"),
    Swap(DENIAL, "Boko Haram", "JNIM"),
    Swap(BLAME, "Al-Shabaab", "Boko Haram"),
    Swap(BLAME, "ELN", "FARC"),
    Swap(RAID, "JNIM", "Boko Haram"),
    Swap(RAID, "Ansaroul Islam", "Al-Shabaab"),
    Swap(THREAT, "Islamic State", "Al-Qaeda"),
    Swap(THREAT, "Al-Shabaab", "Boko Haram"),
]
TOWNS = [
    Swap(TOWN, "Quetta", "Peshawar"),
    Swap(TOWN, "Bannu", "Quetta"),
    Swap(TOWN, "Maiduguri", "Kaduna"),
    Swap(TOWN, "Mogadishu", "Kismayo"),
    Swap(STRIKE, "Kharkiv", "Odesa"),
    Swap(STRIKE, "Kyiv", "Kharkiv"),
    Swap(RAIDS, "Hamburg", "Munich"),
    Swap(RAIDS, "Istanbul", "Ankara"),
]
NUMBERS = [
    Swap(TOLL, "three", "seven"),
    Swap(TOLL, "11", "40"),
    Swap(TOLL, "at least nine", "at least four"),
    Swap(HURT, "eight", "three"),
    Swap(HURT, "12", "31"),
    Swap(TAKEN, "two", "six"),
    Swap(TAKEN, "14", "23"),
]
NUMBERS_OF = {"two": 2, "three": 3, "six": 6, "seven": 7, "eight": 8, "at least nine": 9, "at least four": 4}
SWAPS = [*GROUPS, *TOWNS, *NUMBERS]
GROUP_KEYS = ("actor_id", "name")
KEYS = ("actor_id", "place_id", "admin1", "admin2", "lat", "lon")
TOWN_KEYS = ("place_id", "name", "admin1", "admin2", "lat", "lon")


def _output(text: str) -> dict[str, Any]:
    """Return what a text yields, without the document."""
    whole = wire.report(read(text))
    assert whole["events"]
    del whole["document"]
    return whole


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of an output, outermost first."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(item)


def _known(output: dict[str, Any], word: str) -> dict[str, Any]:
    """Return what the record has for the words: a group's id and name, or a town's whole entry."""
    for found in _objects(output):
        if found.get("text") == word and "name" in found:
            return {key: found[key] for key in (TOWN_KEYS if "lat" in found else GROUP_KEYS)}
    return {}


def _blanked(value: Any, word: str, known: dict[str, Any], move: Callable[[int], int], key: str = "") -> Any:
    """Return an output with the words and what the record has for them as blanks, and its spans moved."""
    if isinstance(value, dict):
        said = {name: "_" for name, item in value.items() if name in KEYS and known.get(name, ()) == item}
        said |= {"doubt": "_"} if "doubt" in value else {}  # whether its record places it there differs by group
        return {name: _blanked(item, word, known, move, name) for name, item in (value | said).items()}
    if isinstance(value, list):
        return [move(at) for at in value] if key == "span" else [_blanked(item, word, known, move) for item in value]
    if isinstance(value, str):
        names = sorted({word, known.get("name", word)}, key=len, reverse=True)
        found = "|".join(rf"\b{re.escape(name)}" for name in names)
        return re.sub(rf"(?i)(?:{found})(?:, {re.escape(known.get('admin1') or '-')},?)?(?!\w)", "_", value)
    return "_" if key in ("low", "high") and value is not None and value == _number(word) else value


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBERS_OF.get(word)


def _compare(swap: Swap) -> tuple[Any, Any]:
    """Return the outputs before and after with blanks where the words stand, and spans as in the text after."""
    at, longer = swap.story.index("{}"), len(swap.new) - len(swap.old)
    before, after = (_output(swap.story.format(word)) for word in (swap.old, swap.new))
    one = _blanked(before, swap.old, _known(before, swap.old), lambda place: place + longer * (place > at))
    return one, _blanked(after, swap.new, _known(after, swap.new), lambda place: place)


def _name(swap: Swap) -> str:
    return f"{swap.old}-{swap.new}"


@pytest.mark.parametrize("swap", SWAPS, ids=_name)
def test_other_words_change_the_output_only_where_they_stand(swap: Swap) -> None:
    before, after = _compare(swap)
    assert before == after


@pytest.mark.parametrize("swap", [*GROUPS, *TOWNS], ids=_name)
def test_another_name_is_another_group_or_town(swap: Swap) -> None:
    one, other = (_known(_output(swap.story.format(word)), word) for word in (swap.old, swap.new))
    assert one.keys() == other.keys() != set()
    assert [key for key in ("actor_id", "place_id", "name") if key in one and one[key] == other[key]] == []


@pytest.mark.parametrize("swap", NUMBERS, ids=_name)
def test_another_number_is_another_count(swap: Swap) -> None:
    for word in (swap.old, swap.new):
        lows = {found["low"] for found in _objects(_output(swap.story.format(word))) if "low" in found}
        assert _number(word) in lows


@pytest.mark.parametrize("group", ["Islamic State", "Al-Shabaab", "ELN"])
def test_whoever_owns_an_attacker_is_quoted_as_the_holder(group: str) -> None:
    """The holder's words are the group's name, not "one of its soldiers"."""
    text = f"A bomb wounded two soldiers in Paris on Tuesday. {group} said that the attacker was one of its soldiers."
    ((entry,),) = (event.responsibility for event in read(text).events)
    assert (entry.stance, entry.holder.text) == ("claims", group)
