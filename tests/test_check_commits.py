"""Gold and the program are never changed in one commit."""

import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "check_commits.py"

CASES = [
    (["gold/stories/kor.yml", "src/tocsin/extract/events/join.py"], True),
    (["gold/passages/open.jsonl", "resources/lexicons/acts.yml"], True),
    (["gold/stories/kor.yml", "tests/extract/cases.py"], False),
    (["gold/GUIDELINES.md", "src/tocsin/bench/gold.py"], False),
    (["gold/floors.json", "src/tocsin/bench/floors.py"], False),
    (["src/tocsin/bench/gold.py", "resources/lexicons/acts.yml"], False),
]


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize(("files", "wrong"), CASES)
def test_annotated_gold_beside_the_program_is_a_mixture(script: dict[str, Any], files: list[str], wrong: bool) -> None:
    assert script["mixed"](files) is wrong


@pytest.mark.parametrize(("files", "wrong"), CASES)
def test_a_commit_that_mixes_them_fails_the_check_with_its_subject(
    script: dict[str, Any], files: list[str], wrong: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("x", "utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@t"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A change of two things"]):
        subprocess.run([*git, *words], check=True)

    assert script["main"]([str(tmp_path)]) == wrong
    assert ("A change of two things" in capsys.readouterr().err) is wrong


def test_a_folder_without_history_passes(script: dict[str, Any], tmp_path: Path) -> None:
    assert script["main"]([str(tmp_path)]) == 0
