"""Articles of the MEANTIME corpus as gold records of time: text put together from tokens, with TIMEX3 values.

An article is annotated in its headline, the line with its day, and the first four sentences after it; what is said of
later ones is neither right nor wrong, so a record says up to where it is `annotated`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_SENTENCE = 5
_LINES = 2
_GLUED = re.compile(r"[.,;:?!)\]%]|n't|''|'(?:s|re|ve|ll|d)")
_OPENING = re.compile(r"[(\[$#]|``")
_PLAIN = {"``": '"', "''": '"'}


def is_article(record: Record) -> bool:
    """Tell whether a line of JSON is an article of the corpus."""
    return {"doc", "tokens", "sent", "mentions"} <= record.keys()


def gold_record(article: Record) -> dict[str, Any]:
    """Return an article as a gold record of the times bench, with its day of publication where it states one."""
    text, starts = joined(article["tokens"], article["sent"])
    ends = [start + len(_PLAIN.get(token, token)) for token, start in zip(article["tokens"], starts, strict=True)]
    timexes = [
        {"start": starts[item["tokens"][0]], "end": ends[item["tokens"][-1]], "val": item["value"] or None, "set": None}
        | {"made": item["functionInDocument"] == "CREATION_TIME"}
        for item in article["mentions"]
        if item["kind"] == "TIMEX3"
    ]
    within = [end for end, sentence in zip(ends, article["sent"], strict=True) if sentence <= _LAST_SENTENCE]
    made = [timex["val"] for timex in timexes if timex["made"] and _ISO_DAY.fullmatch(timex["val"] or "")]
    return {
        "id": article["doc"],
        "dct": made[0] if made else None,
        "text": text,
        "annotated": max(within, default=0),
        "timexes": [{**timex, "text": text[timex["start"] : timex["end"]]} for timex in timexes],
    }


def joined(tokens: Sequence[str], sentences: Sequence[int]) -> tuple[str, list[int]]:
    """Return tokens as running text and where each begins: headline and day on lines of their own."""
    text, starts = "", []
    for number, token in enumerate(tokens):
        text += _space(tokens, sentences, number)
        starts.append(len(text))
        text += _PLAIN.get(token, token)
    return text, starts


def _space(tokens: Sequence[str], sentences: Sequence[int], number: int) -> str:
    """Return what parts a token from the one before it."""
    if number == 0:
        return ""
    if sentences[number] != sentences[number - 1]:
        return "\n\n" if sentences[number] <= _LINES else " "
    glued = _GLUED.fullmatch(tokens[number]) or _OPENING.fullmatch(tokens[number - 1])
    return "" if glued else " "
