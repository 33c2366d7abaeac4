"""The ledger is append-only; incidents and the tables that find them are derived from it.

`open_store(where, merging)` opens one; `merging` is a `tocsin.merge.Merger`, handed in by the pipeline.
"""

from tocsin.store.generations import Difference
from tocsin.store.judging import Judged
from tocsin.store.likeness import Doubt
from tocsin.store.query import Query, Totals
from tocsin.store.sources import Rated
from tocsin.store.store import Held, Store, open_store
from tocsin.store.update import Update

__all__ = ["Difference", "Doubt", "Held", "Judged", "Query", "Rated", "Store", "Totals", "Update", "open_store"]
