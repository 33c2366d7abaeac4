"""The columns of the gazetteer: how they are shipped (small) and how they are read (mapped into memory, no copy).

Shipped is `places.npz`: differences instead of digests, bytes in planes, lengths instead of ends, so that it compresses
well. Read are plain numbers one after the other, lowest byte first, in the order of `LAYOUT`.
"""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tocsin.errors import KnowledgeError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PlaceKind = Literal["settlement", "admin1", "admin2", "country", "region", "sea", "linear", "site"]
KINDS: tuple[PlaceKind, ...] = ("settlement", "admin1", "admin2", "country", "region", "sea", "linear", "site")
DEGREE = 100_000
NONE = -1
NOWHERE = -(2**31)
NUMBERED = 2**30  # from here on `ids` are numbers of our own, below it GeoNames'
KEY_BYTES = 5
ROW_BYTES = 3
# Name, format of its numbers, and how many there are: one for each name of a place, for each place, or for each byte.
LAYOUT: tuple[tuple[str, Literal["Q", "I", "i", "H", "B"], str], ...] = (
    ("keys", "Q", "names"),
    ("rows", "I", "names"),
    ("order", "I", "places"),
    ("ids", "i", "places"),
    ("admin1", "i", "places"),
    ("admin2", "i", "places"),
    ("lat", "i", "places"),
    ("lon", "i", "places"),
    ("population", "I", "places"),
    ("ends", "I", "places"),
    ("countries", "H", "places"),
    ("kinds", "B", "places"),
    ("disputed", "B", "places"),
    ("texts", "B", "bytes"),
)
WIDTHS = {"Q": 8, "I": 4, "i": 4, "H": 2, "B": 1}


def digest(key: str) -> int:
    """Return the digest of a folded name: so wide that one name in a million that no place bears meets one."""
    return int.from_bytes(blake2b(key.encode(), digest_size=KEY_BYTES).digest(), "big")


def views(content: memoryview, sizes: dict[str, int]) -> Iterator[tuple[str, memoryview]]:
    """Yield each column of the unpacked content, without copying it."""
    start = 0
    for name, form, size in LAYOUT:
        end = start + WIDTHS[form] * sizes[size]
        yield name, content[start:end].cast(form)
        start = end


def pack(numbers: "NDArray[np.uint64]", width: int) -> "NDArray[np.uint8]":
    """Return whole numbers as planes of bytes, lowest first, which compress well; shape width × numbers."""
    import numpy as np

    return np.stack([(numbers >> np.uint64(8 * plane)).astype(np.uint8) for plane in range(width)])


def unpack(planes: "NDArray[np.uint8]") -> "NDArray[np.uint64]":
    """Return the numbers that `pack` stored."""
    import numpy as np

    numbers = np.zeros(planes.shape[1], dtype=np.uint64)
    for plane, part in enumerate(planes):
        numbers |= part.astype(np.uint64) << np.uint64(8 * plane)
    return numbers


def packed(columns: dict[str, Any]) -> "dict[str, NDArray[Any]]":
    """Return the shipped form of columns; `order` is left out, since it follows from `ids`."""
    import numpy as np

    small = {name: column for name, column in columns.items() if name != "order"}
    return small | {
        "keys": pack(np.diff(columns["keys"], prepend=np.uint64(0)), KEY_BYTES),
        "rows": pack(columns["rows"], ROW_BYTES),
        "ends": np.diff(columns["ends"], prepend=0).astype(np.uint8),
    }


def content(path: Path) -> bytes:
    """Return the columns of a shipped file as they are read; raise `KnowledgeError` where they are none."""
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            columns: dict[str, Any] = {name: stored[name] for name, _, _ in LAYOUT if name != "order"}
    except (OSError, KeyError, ValueError) as error:
        raise KnowledgeError(str(path), f"no gazetteer: {error}") from error
    columns["keys"] = np.cumsum(unpack(columns["keys"]), dtype=np.uint64)
    columns["rows"] = unpack(columns["rows"])
    columns["ends"] = np.cumsum(columns["ends"], dtype=np.uint64)
    columns["order"] = np.argsort(columns["ids"], kind="stable")
    return b"".join(columns[name].astype(f"<{form}").tobytes() for name, form, _ in LAYOUT)
