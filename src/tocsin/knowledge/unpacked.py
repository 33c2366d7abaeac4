"""A shipped file that is dear to unpack is unpacked once: a copy in the user's cache is mapped into memory after that.

The copy is known by the hash of its content, which is shipped beside the packed file, and is read through once at each
opening: what was cut short or changed is made anew. It is written under another name and then moved into place, so that
no program ever maps a copy that another is still writing. Where no copy can be kept, the content stays in memory.
"""

import mmap
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path

from tocsin.errors import KnowledgeError


def unpacked(packed: Path, wanted: str, folder: Path, unpack: Callable[[Path], bytes]) -> memoryview:
    """Return the content of a packed file, whose SHA-256 is `wanted`, from the copy in a folder if it can be."""
    copy = folder / f"{packed.stem}-{wanted[:16]}.bin"
    kept = _mapped(copy, wanted)
    if kept is not None:
        return kept
    content = unpack(packed)
    if sha256(content).hexdigest() != wanted:
        raise KnowledgeError(str(packed), "it is not the file that it was shipped as")
    with suppress(OSError):
        _keep(content, copy)
    return memoryview(content)


def _mapped(copy: Path, wanted: str) -> memoryview | None:
    """Return a copy mapped into memory; nothing where there is none or its content is another."""
    try:
        with copy.open("rb") as file:
            if file_digest(file, "sha256").hexdigest() != wanted:
                return None
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None


def _keep(content: bytes, copy: Path) -> None:
    """Write a copy so that it is there whole or not at all."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=copy.parent, prefix=copy.stem)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(copy)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
