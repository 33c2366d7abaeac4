"""Names of places in other languages than English, as written, behind joined particles, or with their endings off."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import product

from tocsin.knowledge.fold import fold
from tocsin.knowledge.inflection import behind_article, plain_forms
from tocsin.knowledge.languages import Language
from tocsin.knowledge.letters import plain
from tocsin.knowledge.names import words
from tocsin.knowledge.places import Gazetteer, PlaceRecord
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.resolve.places.foreign_beside import ends
from tocsin.resolve.places.spots import Script, Spot, Word

LONGEST = 6
LONGEST_UNCASED = 4
BENT = 3  # words of a name that may all be bent


def foreign_script(page: Annotated, language: Language) -> Script:
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
        *span,
        text=written,
        lower=plain(written.lower()).text,
        capital=upper or not lower,
        shouted=len(written) > 1 and written.isupper(),
        cased=upper,
    )


def foreign_spots(written: Script, gazetteer: Gazetteer, language: Language) -> Iterator[Spot]:
    """Yield the names of a text that may be places, in its order, none inside another."""
    at, bearers = 0, cache(partial(_bearers, gazetteer=gazetteer, language=language))
    while at < len(written.words):
        spot = _longest(written, at, gazetteer, language, bearers) if written.words[at].capital else None
        if spot:
            yield spot
        at = spot.last if spot else at + 1


def _longest(
    written: Script,
    at: int,
    gazetteer: Gazetteer,
    language: Language,
    bearers: Callable[[str], tuple[PlaceRecord, ...]],
) -> Spot | None:
    """Return the longest name of the gazetteer that begins with a word, as written or in its plain form."""
    for end in range(_last(written, at, gazetteer) + 1, at, -1):
        if written.words[end - 1].capital and not _is_talk(written, at, end, gazetteer):
            for span, name in _forms(written, at, end, language):
                records = bearers(name)
                if records:
                    return Spot.of(span, at, end, records)
    return None


def _last(written: Script, at: int, gazetteer: Gazetteer) -> int:
    """Return the last word that can belong to a name that begins with a word."""
    last, most = at, LONGEST if written.words[at].cased else LONGEST_UNCASED
    while last + 1 < len(written.words) and last - at < most - 1 and written.joined(last):
        word = written.words[last + 1]
        if not word.capital and word.lower not in gazetteer.words["links"]:
            break
        last += 1
    return last


def _is_talk(written: Script, at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Tell whether words of a script without capitals begin or end with one that no name begins or ends with."""
    if written.words[at].cased:
        return False
    edges = {written.words[at].lower, written.words[end - 1].lower}
    return any(not edges.isdisjoint(gazetteer.words[kind]) for kind in ("talk", "locative", "loose"))


def _forms(written: Script, at: int, end: int, language: Language) -> Iterator[tuple[Span, str]]:
    """Yield a name as it stands, without particles joined to its front, and in the plain forms of its words."""
    row = written.words[at:end]
    whole = Span(row[0].span.start, row[-1].span.end)
    if not ends(row[-1].text, language):
        yield whole, " ".join(whole.of(written.text).split())
    fronts = [(0, row[0].text), *_without_particle(row[0].text, language)]
    bent = [
        [*([] if ends(word.text, language) else [(len(word.text), word.text)]), *_plain(word, language)] for word in row
    ]
    for cut, front in fronts:
        first = bent[0] if not cut else [(len(row[0].text), front)]
        for forms in product(*([first, *bent[1:]] if len(row) <= BENT else [first])):
            if len(forms) == len(row):
                stop = row[-1].span.start + forms[-1][0]
                yield Span(whole.start + cut, stop), " ".join(form for _, form in forms)


def _plain(word: Word, language: Language) -> list[tuple[int, str]]:
    """Return the plain forms of a word, each with how much of the word shows it."""
    return [(form.bare_end, form.bare) for form in plain_forms(word.text, language)]


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
    shown = plain(name).text
    key = fold(shown)
    if key in language.named:
        country, _, known = language.named[key].partition("/")
        return _by_our_name(country, known, gazetteer)
    iso = language.countries.get(key)
    land = gazetteer.place(f"iso:{iso}") if iso else None
    found = gazetteer.lookup(name) or (gazetteer.lookup(shown) if shown != name else ())
    others = tuple(record for record in found if record.kind != "country")
    return (land, *others) if land else others


def _by_our_name(country: str, name: str, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    """Return what bears a name of the gazetteer in a country: its largest town and second division, and the rest."""
    there = [record for record in gazetteer.lookup(name) if country in record.countries]
    there = [record for record in there if fold(record.name) == fold(name)] or there
    wide = [record for record in there if record.kind not in ("country", "settlement", "admin2")]
    towns = [record for record in there if record.kind == "settlement"]
    return (*wide, *towns[:1], *[record for record in there if record.kind == "admin2"][:1])
