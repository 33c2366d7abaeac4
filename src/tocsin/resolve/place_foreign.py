"""Places in other languages than English: what stands beside a name in the language, and how its words bend.

No tagger helps here. A name is a place where a country, a division or a city bears it, or where the language's own
words beside it say so; a word that is common in the language is none, whatever village is called so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.fold import fold
from tocsin.knowledge.inflection import behind_article, plain_forms
from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.names import words
from tocsin.knowledge.places import Gazetteer, PlaceKind, PlaceRecord
from tocsin.model.page import Annotated, Located, Nationality
from tocsin.model.text import Span
from tocsin.resolve.place_choice import choose
from tocsin.resolve.place_evidence import datelines
from tocsin.resolve.place_spots import Script, Spot, Word
from tocsin.resolve.places import located

LONGEST = 6
LARGE: frozenset[PlaceKind] = frozenset(("country", "region", "sea", "admin1"))
TOWN = 20_000  # people of a town that a name in a cased script may mean without a word beside it
CITY = 300_000  # the same where nothing tells names from words
VILLAGE = 500
BENT = 3  # words of a name that may all be bent
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


def foreign_places(
    page: Annotated, gazetteer: Gazetteer, countries: Countries, language: Language
) -> tuple[Located, ...]:
    """Return every place that a document in a language mentions, in text order."""
    own = replace(gazetteer, words=_words_of(gazetteer, language))
    written = _script(page, language)
    sent = datelines(page)
    names = (name for name in _spots(written, own, language) if not _dates(name, page))
    found = [spot for name in names if (spot := _meant(name, written, own, language, sent))]
    readings = choose(found, written, _at_home(page, language), own, countries)
    return tuple(located(reading, written, own) for reading in readings)


def _at_home(page: Annotated, language: Language) -> Annotated:
    """Return a page with a word for the country that its language is mostly written in."""
    if not language.home:
        return page
    return replace(page, nationalities=(*page.nationalities, Nationality(Span(0, 0), language.home)))


def _words_of(gazetteer: Gazetteer, language: Language) -> dict[str, frozenset[str]]:
    """Return the lists of words beside places in the language; given names stay those of all languages."""
    own = dict.fromkeys(gazetteer.words, frozenset[str]())
    beside = {kind: frozenset(listed) for kind, listed in language.places.items()}
    own |= {"locative": beside.get("in", frozenset()), "loose": beside.get("from", frozenset())}
    own |= {f"type_{kind}": beside.get(kind, frozenset()) for kind in KINDS}
    own |= {name: beside.get(name, frozenset()) for name in ("near", "titles", "common", "behind")}
    own["directions"] = beside.get("directions", frozenset()) | own["locative"] | own["loose"]
    return own | {"persons": gazetteer.words["persons"], "links": gazetteer.words["links"] | own["loose"]}


def _dates(spot: Spot, page: Annotated) -> bool:
    """Tell whether a name is part of a date: Dushanbe is called Monday."""
    return any(spot.span.meets(words.span) for words in page.dates)


def _script(page: Annotated, language: Language) -> Script:
    """Return the words of a page's text, without articles that an apostrophe joins to them."""
    text = page.document.text
    found = tuple(_word(text, Span(*behind_article(text, word, language)[:2])) for word in words(text))
    return Script(
        text=text,
        words=found,
        shouted=False,
        small=frozenset(word.lower for word in found if not word.capital),
        surnames=frozenset(),
    )


def _word(text: str, span: Span) -> Word:
    written = span.of(text)
    upper, lower = written[0].isupper(), written[0].islower()
    return Word(
        span=span,
        text=written,
        lower=plain(written.lower()).text,
        capital=upper or not lower,
        shouted=len(written) > 1 and written.isupper(),
        cased=upper,
    )


def _spots(written: Script, gazetteer: Gazetteer, language: Language) -> Iterator[Spot]:
    """Yield the names of a text that may be places, in its order, none inside another."""
    at = 0
    while at < len(written.words):
        spot = _longest(written, at, gazetteer, language) if written.words[at].capital else None
        if spot:
            yield spot
        at = spot.last if spot else at + 1


def _longest(written: Script, at: int, gazetteer: Gazetteer, language: Language) -> Spot | None:
    """Return the longest name of the gazetteer that begins with a word, as written or in its plain form."""
    last = at
    while last + 1 < len(written.words) and last - at < LONGEST - 1 and written.joined(last):
        word = written.words[last + 1]
        if not word.capital and word.lower not in gazetteer.words["links"]:
            break
        last += 1
    for end in range(last + 1, at, -1):
        if not written.words[end - 1].capital:
            continue
        for span, name in _forms(written, at, end, language):
            records = _bearers(name, gazetteer, language)
            if records:
                return Spot(span=span, first=at, last=end, records=records)
    return None


def _forms(written: Script, at: int, end: int, language: Language) -> Iterator[tuple[Span, str]]:
    """Yield a name as it stands, without particles joined to its front, and in the plain forms of its words."""
    row = written.words[at:end]
    whole = Span(row[0].span.start, row[-1].span.end)
    yield whole, " ".join(whole.of(written.text).split())
    fronts = [(0, row[0].text), *_without_particle(row[0].text, language)]
    bent = [
        [(len(word.text), word.text), *((form.bare_end, form.bare) for form in plain_forms(word.text, language))]
        for word in row
    ]
    for cut, front in fronts:
        first = bent[0] if not cut else [(len(row[0].text), front)]
        for forms in product(*([first, *bent[1:]] if len(row) <= BENT else [first])):
            if len(forms) == len(row):
                stop = row[-1].span.start + forms[-1][0]
                yield Span(whole.start + cut, stop), " ".join(form for _, form in forms)


def _without_particle(word: str, language: Language) -> Iterator[tuple[int, str]]:
    """Yield a word without the particles that may be joined to its front; behind "to" the article lacks a letter."""
    for front in language.joined:
        rest = word.removeprefix(front)
        if rest != word and len(rest) > 2:
            yield len(front), rest
            if front.endswith("ل") and rest.startswith("ل"):
                yield len(front), "ا" + rest


def _bearers(name: str, gazetteer: Gazetteer, language: Language) -> tuple[PlaceRecord, ...]:
    """Return the places of a name; a country only under a name that it has in the language."""
    iso = language.countries.get(fold(name))
    land = gazetteer.place(f"iso:{iso}") if iso else None
    found = gazetteer.lookup(name) or gazetteer.lookup(plain(name).text)
    others = tuple(record for record in found if record.kind != "country")
    return (land, *others) if land else others


def _meant(
    spot: Spot, written: Script, gazetteer: Gazetteer, language: Language, sent: tuple[Span, ...]
) -> Spot | None:
    """Return a name that is meant as a place, with those of its bearers that can be meant."""
    if any(line.holds(spot.span) for line in sent):
        return replace(spot, sent=True)
    beside = _beside(spot, written, gazetteer)
    country = any(record.kind == "country" for record in spot.records)
    if beside.titled or (beside.inside and not country and not beside.kinds):
        return None
    if not country and not beside.kinds and _is_word(spot, written, gazetteer):
        return None
    kept = tuple(record for record in spot.records if record.kind in beside.kinds) or spot.records
    somewhere = beside.somewhere or bool(beside.kinds) or _bent(spot, written, language)
    kept = tuple(record for record in kept if _is_known(record, somewhere, spot, written))
    return replace(spot, records=kept) if kept else None


def _is_known(record: PlaceRecord, somewhere: bool, spot: Spot, written: Script) -> bool:
    """Tell whether a place is as large as what stands beside its name asks for."""
    if record.kind in LARGE:
        return True
    word = written.words[spot.first]
    if somewhere:
        return not 0 < record.population < VILLAGE
    if not word.cased:
        return record.population >= CITY or spot.last - spot.first > 1
    return record.population >= (CITY if written.opens(spot.first) and spot.last - spot.first == 1 else TOWN)


def _is_word(spot: Spot, written: Script, gazetteer: Gazetteer) -> bool:
    """Tell whether a single name is a common word of the language, or one that people bear."""
    if spot.last - spot.first > 1:
        return False
    word = written.words[spot.first]
    shown = plain(spot.span.of(written.text).lower()).text
    common = gazetteer.words["common"] | gazetteer.words["directions"]
    if word.lower in common or shown in common or len(shown) < 3:
        return True
    if word.cased and (word.lower in gazetteer.words["persons"] or shown in gazetteer.words["persons"]):
        return True
    return word.cased and word.lower in written.small


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
    )


def _inside(spot: Spot, written: Script, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a capitalised word next to a name makes both the name of somebody or something else."""
    if not written.words[spot.first].cased:
        return False
    plain_words = lists["directions"] | lists["locative"] | lists["common"]
    plain_words |= frozenset[str]().union(*(lists[f"type_{kind}"] for kind in KINDS))
    before, after = written.before(spot.first), written.after(spot.last)
    ahead = before and written.words[spot.first - 1].cased and not written.opens(spot.first - 1)
    behind = after and written.words[spot.last].cased
    return bool((ahead and before not in plain_words) or (behind and after not in plain_words))
