"""Articles of MEANTIME become gold records of time whose spans quote their words."""

import json
from pathlib import Path
from typing import Any

from tocsin.bench import times
from tocsin.bench.meantime import gold_record, is_article

TOKENS = ["Mill", "burns", "May", "02", ",", "2006", "A", "mill", "(", "old", ")", "burnt", "on", "Monday", "."]
TOKENS += ["``", "It", "'s", "gone", ",", "''", "he", "said", "today", ".", "One", ".", "Two", ".", "Now", "."]
SENTENCES = [0] * 2 + [1] * 4 + [2] * 9 + [3] * 10 + [4] * 2 + [5] * 2 + [6] * 2


def timex(tokens: list[int], value: str, function: str = "NONE") -> dict[str, Any]:
    return {"kind": "TIMEX3", "tokens": tokens, "value": value, "functionInDocument": function}


ARTICLE = {
    "doc": "a",
    "tokens": TOKENS,
    "sent": SENTENCES,
    "mentions": [
        timex([2, 3, 4, 5], "2006-05-02", "CREATION_TIME"),
        timex([13], "2006-05-01"),
        timex([23], "2006-05-02"),
        {"kind": "ENTITY_MENTION", "tokens": [7]},
    ],
}


def test_tokens_become_running_text_and_spans_quote_it() -> None:
    record = gold_record(ARTICLE)
    assert record["text"].startswith(
        'Mill burns\n\nMay 02, 2006\n\nA mill (old) burnt on Monday. "It\'s gone," he said today.'
    )
    assert [timex["text"] for timex in record["timexes"]] == ["May 02, 2006", "Monday", "today"]
    assert record["dct"] == "2006-05-02"


def test_a_day_of_publication_that_is_no_day_is_left_out() -> None:
    article = {**ARTICLE, "mentions": [timex([2, 3, 4, 5], "02-05-2006", "CREATION_TIME")]}
    assert gold_record(article)["dct"] is None


def test_what_is_said_after_the_annotated_sentences_is_neither_right_nor_wrong() -> None:
    record = gold_record(ARTICLE)
    assert record["text"][record["annotated"] :] == " Now."
    start = record["text"].index("Now")
    said = [{"type": "date", "span": [start, start + 3], "resolved": {"timex": "PRESENT_REF"}}]
    assert times.score([record], [{"document": "a", "mentions": said}]).relaxed.tally.predicted == 0


def test_a_file_of_articles_is_loaded_as_gold_records(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    assert is_article(ARTICLE)
    assert times.load(file) == [gold_record(ARTICLE)]


def test_the_default_brings_along_every_set_that_is_on_disk_and_a_named_file_none(tmp_path: Path) -> None:
    wiki, news = (tmp_path / file for file in times.SETS.values())
    for file in (wiki, news):
        file.parent.mkdir()
        file.touch()
    assert times.sets(wiki, tmp_path) == {"wikiwars": wiki, "meantime": news}
    assert times.sets(news, tmp_path) == {"meantime_en": news}
    news.unlink()
    assert times.sets(wiki, tmp_path) == {"wikiwars": wiki}
