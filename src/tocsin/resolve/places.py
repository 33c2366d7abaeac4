"""A place mention is tied to the record that the rest of the document supports, or left open with its candidates."""

from tocsin.knowledge.countries import Countries
from tocsin.knowledge.places import Gazetteer
from tocsin.model.page import Annotated, Located


def places(page: Annotated, gazetteer: Gazetteer, countries: Countries) -> tuple[Located, ...]:
    """Return every place that the document mentions, in text order."""
    del page, gazetteer, countries
    return ()


def focus(located: tuple[Located, ...]) -> str | None:
    """Return the code of the country that most of the places lie in."""
    del located
    return None
