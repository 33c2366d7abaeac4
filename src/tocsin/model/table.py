"""A CSV row is one object: nested fields become dotted columns, and what a list holds is joined, element by element.

Lists within lists, and the `values` that give the evidence for a field, are JSON in one cell.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

EVIDENCE = "values"
# A spreadsheet takes a cell that begins so for a formula, and the words come from strangers.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def columns(record: Mapping[str, Any], prefix: str = "", *, inner: bool = False) -> dict[str, str]:
    """Return the cells of one object by column; `inner` is an element of a list."""
    cells: dict[str, str] = {}
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and value:
            cells |= columns(value, f"{name}.", inner=inner)
        elif _objects(value) and not inner and key != EVIDENCE:
            cells |= _joined([columns(item, f"{name}.", inner=True) for item in value])
        else:
            cells[name] = cell(value)
    return cells


def _objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _joined(rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: "; ".join(row.get(name, "") for row in rows) for name in names}


def cell(value: Any) -> str:
    """Return one value as a cell: nothing for null, words that a spreadsheet would run made harmless."""
    if value is None or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str):
        plain = all(isinstance(item, str | int | float) for item in value)
        return cell("; ".join(map(str, value))) if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return str(value)


def table(records: Iterable[Mapping[str, Any]]) -> str:
    """Return CSV with a header of every column that any record has; what is nested has its dotted columns alone."""
    rows = [columns(record) for record in records]
    header = list(dict.fromkeys(name for row in rows for name in row))
    nested = {name.rpartition(".")[0] for name in header}
    nested |= {name.rpartition(".")[0] for name in nested}
    header = [name for name in header if name not in nested or any(row.get(name) for row in rows)]
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue() if header else ""
