"""Places in other languages than English: what stands beside a name in the language, and how its words bend.

No tagger helps here. A name is a place where a country, a division or a city bears it, or where the language's own
words beside it say so; a word that is common in the language is none, whatever village is called so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.model.page import Annotated, Located, Nationality
from tocsin.model.text import Span
from tocsin.resolve.foreign_spots import foreign_script, foreign_spots
from tocsin.resolve.place_choice import Reading, choose
from tocsin.resolve.place_evidence import datelines
from tocsin.resolve.place_spots import Script, Spot
from tocsin.resolve.places import located

LARGE: frozenset[PlaceKind] = frozenset(("country", "region", "sea", "admin1"))
TOWN = 20_000  # people of a town that a name in a cased script may mean without a word beside it
CITY = 300_000  # the same where nothing tells names from words
VILLAGE = 500
KINDS: Mapping[str, frozenset[PlaceKind]] = {
    "admin1": frozenset(("admin1", "region")),
    "admin2": frozenset(("admin2", "admin1", "settlement")),
    "settlement": frozenset(("settlement", "site")),
    "region": frozenset(("region", "admin1", "admin2")),
    "sea": frozenset(("sea",)),
    "linear": frozenset(("linear",)),
}
PARTS = ("locative", "loose", "near", "directions", "titles", "common")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a name: a word that puts things somewhere, the kinds that a type word names, and a title."""

    somewhere: bool
    kinds: frozenset[PlaceKind]
    titled: bool
    inside: bool
    opener: bool


def foreign_places(
    page: Annotated, gazetteer: Gazetteer, countries: Countries, language: Language
) -> tuple[Located, ...]:
    """Return every place that a document in a language mentions, in text order."""
    own = replace(gazetteer, words=_words_of(gazetteer, language))
    written = foreign_script(page, language)
    sent = datelines(page)
    names = (name for name in foreign_spots(written, own, language) if not _dates(name, page))
    found = [spot for name in names if (spot := _meant(name, written, own, language, sent))]
    readings = choose(found, written, page, own, countries)
    if language.home and any(reading.place is None for reading in readings):
        at_home = choose(found, written, _at_home(page, language.home), own, countries)
        readings = tuple(_settled(one, other, language.home) for one, other in zip(readings, at_home, strict=True))
    return tuple(located(reading, written, own) for reading in readings)


def _settled(reading: Reading, at_home: Reading, home: str) -> Reading:
    """Return the reading at home of a name that is else in doubt: Indonesian news means the island by "Bali"."""
    settled = reading.place is None and at_home.place is not None and at_home.place.country == home
    return at_home if settled else reading


def _at_home(page: Annotated, home: str) -> Annotated:
    """Return a page with a word for the country that its language is mostly written in."""
    return replace(page, nationalities=(*page.nationalities, Nationality(Span(0, 0), home)))


def _words_of(gazetteer: Gazetteer, language: Language) -> dict[str, frozenset[str]]:
    """Return the lists of words beside places in the language; given names stay those of all languages."""
    own = dict.fromkeys(gazetteer.words, frozenset[str]())
    beside = {kind: frozenset(listed) for kind, listed in language.places.items()}
    own |= {"locative": beside.get("in", frozenset()), "loose": beside.get("from", frozenset())}
    own |= {f"type_{kind}": beside.get(kind, frozenset()) for kind in KINDS}
    own |= {name: beside.get(name, frozenset()) for name in ("near", "titles", "common", "behind", "doubtful")}
    own["common"] |= frozenset((*language.islamic, *language.persian, *language.weekdays_short))
    own["common"] |= frozenset(language.months) if language.month_case != "lower" else frozenset()
    own["common"] |= frozenset(language.weekdays) if language.weekday_case != "lower" else frozenset()
    own["common"] |= frozenset((*language.numbers, *language.scales, *(w for u in language.units.values() for w in u)))
    own["directions"] = beside.get("directions", frozenset()) | own["locative"] | own["loose"]
    return own | {"persons": gazetteer.words["persons"], "links": gazetteer.words["links"] | own["loose"]}


def _dates(spot: Spot, page: Annotated) -> bool:
    """Tell whether a name is part of a date: Dushanbe is called Monday."""
    return any(spot.span.meets(words.span) for words in page.dates)


def _meant(
    spot: Spot, written: Script, gazetteer: Gazetteer, language: Language, sent: tuple[Span, ...]
) -> Spot | None:
    """Return a name that is meant as a place, with those of its bearers that can be meant."""
    if any(line.holds(spot.span) for line in sent):
        return replace(spot, sent=True)
    beside = _beside(spot, written, gazetteer)
    country = any(record.kind == "country" for record in spot.records)
    if not (beside.somewhere or beside.kinds) and _shown(spot, written) in gazetteer.words["doubtful"]:
        return None
    if beside.titled or (beside.inside and not country and not beside.kinds):
        return None
    if not country and not beside.kinds and _is_word(spot, written, gazetteer):
        return None
    kept = tuple(record for record in spot.records if record.kind in beside.kinds) or spot.records
    somewhere = beside.somewhere or bool(beside.kinds) or _bent(spot, written, language)
    least = VILLAGE if somewhere else CITY if beside.opener or not written.words[spot.first].cased else TOWN
    kept = tuple(record for record in kept if _is_known(record, least, spot, written))
    return replace(spot, records=kept) if kept else None


def _is_known(record: PlaceRecord, least: int, spot: Spot, written: Script) -> bool:
    """Tell whether a place has at least the people that what stands beside its name asks for."""
    if record.kind in LARGE or (least == VILLAGE and not record.population):
        return True
    alone = spot.last - spot.first == 1
    if least == CITY and not alone:
        return not written.words[spot.first].cased
    return record.population >= (CITY if least == TOWN and alone and written.opens(spot.first) else least)


def _is_word(spot: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether a single name is a common word of the language, or one that people bear."""
    if spot.last - spot.first > 1:
        return False
    word = written.words[spot.first]
    shown = _shown(spot, written)
    common = gazetteer.words["common"] | gazetteer.words["directions"]
    if word.lower in common or shown in common or len(shown) < 3:
        return True
    if word.cased and (word.lower in gazetteer.words["persons"] or shown in gazetteer.words["persons"]):
        return True
    return word.cased and word.lower in written.small


def _shown(spot: Spot, written: Script) -> str:
    """Return a name in plain small letters."""
    return plain(spot.span.of(written.text).lower()).text


def _bent(spot: Spot, written: Script, language: Language) -> bool:
    """Tell whether an ending behind an apostrophe shows that a name stands there."""
    whole = written.words[spot.last - 1].span
    return language.apostrophe and spot.span.end < whole.end


def _beside(spot: Spot, written: Script, gazetteer: Gazetteer) -> Beside:
    """Return what the words beside a name say."""
    lists = gazetteer.words
    before = [word for back in (3, 2, 1) if (word := written.before(spot.first, back))]
    phrases = [" ".join(before[at:]) for at in range(len(before))]
    after = written.after(spot.last)
    kinds = [kind for kind in KINDS if after in lists[f"type_{kind}"]]
    near = before[::-1]
    if near and (near[0] in lists["loose"] or near[0] in lists["directions"]):
        near = near[1:]
    kinds += [kind for kind in KINDS if near and near[0] in lists[f"type_{kind}"]]
    return Beside(
        somewhere=any(phrase in lists["locative"] for phrase in phrases) or after in lists["behind"],
        kinds=frozenset[PlaceKind]().union(*(KINDS[kind] for kind in kinds)),
        titled=bool(before) and before[-1].rstrip(".") in lists["titles"],
        inside=_inside(spot, written, lists),
        opener=_behind_opener(spot, written, lists),
    )


def _inside(spot: Spot, written: Script, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a capitalised word next to a name makes both the name of somebody or something else."""
    if not written.words[spot.first].cased:
        return False
    before, after = written.before(spot.first), written.after(spot.last)
    ahead = before and written.words[spot.first - 1].cased and not written.opens(spot.first - 1)
    behind = after and written.words[spot.last].cased
    known = _known_words(lists)
    return bool((ahead and before not in known) or (behind and after not in known))


def _behind_opener(spot: Spot, written: Script, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a capitalised word before a name, that opens the sentence, may be the first part of it."""
    before = written.before(spot.first)
    return bool(before) and written.words[spot.first - 1].cased and before not in _known_words(lists)


def _known_words(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words that may stand beside a place with a capital."""
    types = frozenset[str]().union(*(lists[f"type_{kind}"] for kind in KINDS))
    return types | lists["directions"] | lists["common"]
