"""Ask a language model what a document reports: the same interface as `extract`, off unless somebody asks for it.

Of its answer nothing is kept but what stands in the text, tied to records by the stages before. Nobody has measured how
well any model does this: its reports say that it read them, and its readings have a `machine_confidence` of 0.
"""

from collections.abc import Callable
from functools import partial

from tocsin.errors import ReaderError
from tocsin.knowledge import Knowledge
from tocsin.llm.answer import parse
from tocsin.llm.records import events
from tocsin.model.page import Resolved
from tocsin.model.record import Report

Ask = Callable[[str], str]
Reader = Callable[[Resolved, Knowledge, float], Report]


def reader(ask: Ask) -> Reader:
    """Return a reader that asks for the JSON on a text."""
    return partial(_read, ask=ask)


def _read(page: Resolved, knowledge: Knowledge, score: float, *, ask: Ask) -> Report:
    """Return what a model finds in a resolved page and the text holds; raise `ReaderError` where it gives no answer."""
    document = page.page.document
    if page.page.read == "names_only":
        return Report(document, "names_only", relevant=False, relevance=score)
    try:
        found = events(parse(ask(document.text)), page, knowledge.lexicon)
    except ReaderError as error:
        raise ReaderError(document.path or document.id, str(error)) from None
    return Report(document, "full", relevant=bool(found), relevance=score, events=found, reader="llm")


__all__ = ["Ask", "Reader", "reader"]
