"""Places in other languages than English: what stands beside a name in the language, and how its words bend.

No tagger helps here. A name is a place where a country, a division or a city bears it, or where the language's own
words beside it say so; a word that is common in the language is none, whatever village is called so.
"""

from dataclasses import replace

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.places import Gazetteer, PlaceKind
from tocsin.model.page import Annotated, Located, Nationality
from tocsin.model.text import Span
from tocsin.resolve.places.choice import choose
from tocsin.resolve.places.evidence import datelines
from tocsin.resolve.places.foreign_beside import Beside, beside, words_beside
from tocsin.resolve.places.foreign_spots import foreign_script, foreign_spots
from tocsin.resolve.places.locating import located
from tocsin.resolve.places.setting import Reading
from tocsin.resolve.places.spots import Script, Spot

LARGE: frozenset[PlaceKind] = frozenset(("country", "region", "sea", "admin1"))
TOWN = 20_000  # people of a town that a name in a cased script may mean without a word beside it
CITY = 300_000  # the same where nothing tells names from words
VILLAGE = 500
SHORTEST = 3  # letters
WIDE: frozenset[PlaceKind] = frozenset(("country", "region", "sea"))


def foreign_places(
    page: Annotated, gazetteer: Gazetteer, countries: Countries, language: Language
) -> tuple[Located, ...]:
    """Return every place that a document in a language mentions, in text order."""
    own = replace(gazetteer, words=words_beside(gazetteer, language))
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


def _dates(spot: Spot, page: Annotated) -> bool:
    """Tell whether a name is part of a date: Dushanbe is called Monday."""
    return any(spot.span.meets(words.span) for words in page.dates)


def _meant(
    spot: Spot, written: Script, gazetteer: Gazetteer, language: Language, sent: tuple[Span, ...]
) -> Spot | None:
    """Return a name that is meant as a place, with those of its bearers that can be meant."""
    if any(line.holds(spot.span) for line in sent):
        return spot._replace(sent=True)
    said = beside(spot, written, gazetteer, language)
    shown = plain(spot.span.of(written.text).lower()).text
    placed = said.somewhere or bool(said.kinds)
    country = any(record.kind == "country" for record in spot.records)
    if said.titled or (shown in gazetteer.words["doubtful"] and not placed):
        return None
    if not country and (
        _is_common(spot, shown, gazetteer) or (not said.kinds and _is_word(spot, shown, written, gazetteer))
    ):
        return None
    if said.inside and not country and not said.kinds:
        return None
    kept = tuple(record for record in spot.records if record.kind in said.kinds) or spot.records
    if not placed and fold(shown) not in language.named:
        least, sure = _least(spot, said, written, gazetteer), LARGE if written.words[spot.first].cased else WIDE
        kept = tuple(record for record in kept if record.kind in sure or record.population >= least)
    else:
        kept = tuple(record for record in kept if record.kind in LARGE or not 0 < record.population < VILLAGE)
    return spot.among(kept) if kept else None


def _least(spot: Spot, said: Beside, written: Script, gazetteer: Gazetteer) -> int:
    """Return how many people a place has to have where only its name speaks for it."""
    first = written.words[spot.first]
    alone = spot.last - spot.first == 1 + (first.lower in gazetteer.words["common"])
    if not first.cased:
        return CITY if alone else TOWN
    return CITY if said.opener or (alone and written.opens(spot.first)) else TOWN


def _is_common(spot: Spot, shown: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a single name is a common word of the language, or too short to be told from one."""
    common = gazetteer.words["common"] | gazetteer.words["directions"]
    return spot.last - spot.first == 1 and (shown in common or len(shown) < SHORTEST)


def _is_word(spot: Spot, shown: str, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether a single name is written small elsewhere in the text, or is one that people bear."""
    if spot.last - spot.first > 1 or not written.words[spot.first].cased:
        return False
    return shown in gazetteer.words["persons"] or written.words[spot.first].lower in written.small
