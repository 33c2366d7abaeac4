"""A document is known by its id and by where it comes from: feeds reuse ids, and nothing of either may be lost.

The first document of an id bears the id as its name in the store. The same document with a corrected text keeps the
name, as a further version; another document that came with the same id bears the id and a mark made from its content.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from tocsin.knowledge.fold import fold
from tocsin.model.text import Document
from tocsin.store.schema import documents, texts

MARK = "~"
SHINGLE = 3
SHARED = 0.2
_LAST = chr(0x10FFFF)


def name_of(connection: sa.Connection, document: Document) -> tuple[str, bool]:
    """Return the name under which a store keeps, or is to keep, a document, and whether it keeps it already."""
    every = _held(connection, document.id)
    held = [row for row in every if not _is_elsewhere(row, document)]
    same = (row.name for row in held if row.sha256 == document.sha256)
    corrected = (row.name for row in held if _is_corrected(row, document))
    found = next(same, None) or next(corrected, None)
    if found is not None:
        return found, True
    taken = any(row.name == document.id for row in every)
    return (_marked(document) if taken else document.id), False


def _held(connection: sa.Connection, asked: str) -> Sequence[Any]:
    """Return every version, the newest first, of every document that came with an id."""
    return connection.execute(_OF_ID, {"asked": asked, "first": asked + MARK, "last": asked + MARK + _LAST}).all()


def _marked(document: Document) -> str:
    source = document.source.domain or document.source.name or ""
    return f"{document.id}{MARK}{sha256(f'{source} {document.url} {document.sha256}'.encode()).hexdigest()[:8]}"


def _is_elsewhere(row: Any, document: Document) -> bool:
    """Tell whether two outlets are known, and known to differ."""
    here, there = document.source, row
    if here.domain and there.source_domain:
        return here.domain.removeprefix("www.") != str(there.source_domain).removeprefix("www.")
    return bool(here.name and there.source_name) and fold(here.name or "") != fold(there.source_name)


def _is_corrected(row: Any, document: Document) -> bool:
    """Tell whether two texts are one document's: they have its address, or share whole runs of words."""
    if document.url and row.url == document.url:
        return True
    if row.text is None:  # no longer kept: nothing speaks against it
        return True
    one, other = _shingles(row.text), _shingles(document.text)
    return len(one & other) >= SHARED * min(len(one), len(other)) > 0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return set(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


_OF_ID = (
    sa.select(documents.c.name, documents.c.sha256, documents.c.url, documents.c.source_name)
    .add_columns(documents.c.source_domain, texts.c.text)
    .select_from(documents.outerjoin(texts))
    .where(
        (documents.c.name == sa.bindparam("asked"))
        | ((documents.c.name >= sa.bindparam("first")) & (documents.c.name < sa.bindparam("last")))
    )
    .order_by(documents.c.id.desc())
)
