"""A stored report is found by who, where and when it names, in whatever language, and one that names others is not."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import app

REPORTS = [
    {
        "id": "fr",
        "text": "Six soldats ont été tués près de Ménaka le 12 mars 2022. Le JNIM a revendiqué l'attaque.",
        "published": "2022-03-14",
    },
    {
        "id": "ar",
        "text": "قتل ثلاثة من رجال الشرطة في انفجار قنبلة في الموصل يوم ١٢ آذار ٢٠٢٤، وتبنى تنظيم داعش الهجوم.",
        "published": "2024-03-14",
    },
    {
        "id": "en",
        "text": "A festival opened in Paris on 3 May 2019, and a choir from Mosul sang to the guests of the mayor.",
        "published": "2019-05-04",
    },
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "all.jsonl").write_text("".join(json.dumps(report) + "\n" for report in REPORTS), "utf-8")
    assert run("ingest", folder / "all.jsonl", "--store", folder / "case.db").exit_code == 0
    return folder / "case.db"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ["ar", "en", "fr"]),
        (("--actor", "jnim"), ["fr"]),
        (("--actor", "Islamic State"), ["ar"]),
        (("--country", "Mali"), ["fr"]),
        (("--country", "IQ"), ["ar", "en"]),
        (("--country", "IQ", "--since", "2024-01-01"), ["ar"]),
        (("--since", "2022-03-12", "--until", "2022-03-12"), ["fr"]),
        (("--language", "ar"), ["ar"]),
        (("--actor", "hamas"), []),
    ],
)
def test_a_report_is_found_by_who_where_and_when(store: Path, asked: tuple[str, ...], expected: list[str]) -> None:
    lines = run("documents", "--store", store, "--format", "jsonl", *asked).stdout.splitlines()
    assert [json.loads(line)["document"]["id"] for line in lines] == expected


def test_the_words_that_answer_are_shown(store: Path) -> None:
    shown = run("documents", "--store", store, "--country", "ML", "--actor", "jnim").stdout
    assert "2022-03-14 · unnamed outlet · fr: JNIM, Ménaka" in shown


def test_days_in_the_wrong_order_are_wrong_usage(store: Path) -> None:
    assert run("documents", "--store", store, "--since", "2024-01-02", "--until", "2024-01-01").exit_code == 2
