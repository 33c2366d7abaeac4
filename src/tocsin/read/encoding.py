"""Bytes are UTF-8 unless they cannot be; after that a mark or a declaration speaks, and only then statistics.

Bytes that hold control codes and are not UTF-8 are no text at all. Nothing is ever decoded to something that merely
might be right: `decode` raises rather than hand on the noise of a picture or an archive.
"""

import codecs
import re
from collections.abc import Iterable

from tocsin.errors import ReadError

MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = tuple(mark for mark, _ in MARKS)
# What browsers take a label to mean, where Python takes it more narrowly.
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,80}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HEAD = 4096
FEW = 0.3


def decode(raw: bytes, name: str) -> str:
    """Return the text of the bytes, NULs replaced by U+FFFD; raise `ReadError` for what is not text."""
    for start, what in MAGIC:
        if raw.startswith(start):
            raise ReadError(name, f"is {what}, not text, HTML or JSON")
    text = _strict(raw, ["utf-8"])
    if text is None:
        text = _marked(raw)
    if text is None and CONTROL.search(raw):
        raise ReadError(name, "is not text: binary data")
    if text is None:
        text = _declared(raw) or _mostly_utf8(raw) or _guessed(raw)
    if text is None:
        raise ReadError(name, "is not text in any encoding that can be told")
    return text.replace("\x00", "\ufffd")


def _strict(raw: bytes, encodings: Iterable[str]) -> str | None:
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _marked(raw: bytes) -> str | None:
    return _strict(raw, [encoding for mark, encoding in MARKS if raw.startswith(mark)])


def _declared(raw: bytes) -> str | None:
    found = DECLARED.search(raw[:HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):  # the declaration itself was readable as bytes, so it cannot be true
        return None
    if name == "utf-8":
        text = raw.decode("utf-8", "replace")
        return text if text.count("\ufffd") * 100 <= len(text) else None
    return _strict(raw, [WIDER.get(name, name)])


def _mostly_utf8(raw: bytes) -> str | None:
    """Read UTF-8 with a few broken places, such as a page that was cut off inside a character."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    return text if broken <= sound // 10 else None


def _guessed(raw: bytes) -> str | None:
    """Take rare bytes beyond ASCII for Western European, where statistics have nothing to go by; else let them tell."""
    if sum(1 for byte in raw if byte > 0x7F) <= FEW * len(raw):
        western = _strict(raw, ["cp1252"])
        if western is not None:
            return western
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_exclusion=["utf_16_be", "utf_16_le", "utf_32_be", "utf_32_le", "utf_7"]).best()
    return None if best is None else str(best)
