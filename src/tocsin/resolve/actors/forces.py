"""The forces of states mostly have no name: a noun, and a country that stands beside it or is the document's own."""

from dataclasses import dataclass

from tocsin.knowledge.actors import Authority, ForceNoun
from tocsin.knowledge.names import Hit, Word
from tocsin.model.page import Annotated
from tocsin.model.text import Span
from tocsin.model.values import Actor
from tocsin.resolve.actors.context import place

_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the rules look at: the text and its words, the authority, the country, tagged places, and names taken."""

    text: str
    row: tuple[Word, ...]
    authority: Authority
    country: str | None
    places: tuple[Span, ...]
    taken: tuple[Span, ...]
    shows_case: bool


def forces(
    page: Annotated, row: tuple[Word, ...], taken: tuple[Span, ...], authority: Authority, *, country: str | None
) -> tuple[Actor, ...]:
    """Return the mentions of forces and organs of states that have no record; `taken` are spans of known names."""
    text = page.document.text
    places = tuple(name.span for name in page.names if name.label in _PLACES)
    scene = _Scene(text, row, authority, country, places, taken, any(c.islower() for c in text))
    nouns = {noun.label: noun for noun in authority.state.nouns}
    found = []
    for hit in authority.nouns.find(text, row):
        if hit.ids[0] and not any(hit.span.meets(span) for span in taken):
            actor = _force(hit, nouns[hit.ids[0]], scene)
            if actor:
                found.append(actor)
    return tuple(found)


def _force(hit: Hit, noun: ForceNoun, scene: _Scene) -> Actor | None:
    first, after = place(hit.span, scene.row)
    if _only_describes(hit.span, after, scene) or _is_foreign(first, scene):
        return None
    start, country, article = _lead(first, scene)
    end, inside = _place_behind(hit.span.end, after, scene) if noun.placed else (hit.span.end, None)
    if not noun.bare and not (country or article or inside or _opens_line(hit.span.start, scene.text)):
        return None
    if scene.shows_case and not country and _is_proper(first, noun, scene):
        return None
    known = country or inside or scene.country
    name = f"{noun.label} ({scene.authority.countries.titles[known]})" if known else noun.label
    span = Span(start, end)
    return Actor(text=span.of(scene.text), actor_id=None, name=name, kind=noun.kind, span=span)


def _only_describes(span: Span, after: int, scene: _Scene) -> bool:
    """Tell whether the noun only describes what follows: "police station", "government-held"."""
    if scene.text[span.end : span.end + 1] in ("-", "‑") or scene.text[span.start - 1 : span.start] in ("-", "‑"):
        return True
    if after >= len(scene.row) or scene.text[span.end : scene.row[after].start].strip(" \n"):
        return False
    return scene.row[after].fold in scene.authority.state.describes


def _is_foreign(first: int, scene: _Scene) -> bool:
    """Tell whether the words before make it the force of somebody else than a state, or a known name does."""
    if not first:
        return False
    before = scene.row[first - 1]
    if scene.text[before.end : scene.row[first].start].strip(" \n-"):
        return False
    group = any(span.start <= before.start < span.end for span in scene.taken)
    return group or before.fold in scene.authority.state.foreign or before.bare in scene.authority.state.foreign


def _lead(first: int, scene: _Scene) -> tuple[int, str | None, bool]:
    """Return where the mention begins, the country that stands before the noun, and whether an article leads it."""
    start, at, country = scene.row[first].start, first - 1, None
    for size in (3, 2, 1):
        words = scene.row[max(0, first - size) : first]
        code = (
            scene.authority.countries.codes.get(" ".join(word.bare for word in words)) if len(words) == size else None
        )
        gap = scene.text[words[-1].end : start] if words else ""
        if code and not gap.strip(" \n") and "\n\n" not in gap:
            country, start, at = code, words[0].start, first - size - 1
            break
    if at >= 0 and scene.row[at].fold == "the" and scene.text[scene.row[at].end : start] in (" ", "\n"):
        return scene.row[at].start, country, True
    return start, country, False


def _place_behind(end: int, after: int, scene: _Scene) -> tuple[int, str | None]:
    """Return where a mention ends with a place behind it ("police in Maiduguri"), and its country if it is one."""
    if after + 1 >= len(scene.row) or scene.row[after].fold not in ("in", "of") or scene.text[end] not in " \n":
        return end, None
    begin = scene.row[after + 1].start
    for size in (3, 2, 1):
        words = scene.row[after + 1 : after + 1 + size]
        code = scene.authority.countries.codes.get(" ".join(word.bare for word in words))
        if code and scene.text[begin].isupper():
            return words[-1].bare_end, code
    tagged = next((span for span in scene.places if span.start <= begin < span.end), None)
    return (tagged.end, None) if tagged and scene.row[after].fold == "in" else (end, None)


def _opens_line(start: int, text: str) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _is_proper(first: int, noun: ForceNoun, scene: _Scene) -> bool:
    """Tell whether a capitalised noun ends a proper name that no country leads: "Arakan Army"."""
    if not first or noun.label not in scene.authority.state.proper or not scene.text[scene.row[first].start].isupper():
        return False
    before = scene.row[first - 1]
    gap = scene.text[before.end : scene.row[first].start]
    return gap in (" ", "-") and scene.text[before.start].isupper() and before.fold != "the"
