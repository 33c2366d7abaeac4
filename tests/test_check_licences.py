"""What installed distributions say of their licence is read as they mean it, and nothing unknown passes."""

import runpy
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "check_licences.py"
GRANTED = frozenset({"MIT", "BSD-3-Clause", "Apache-2.0"})
Script = dict[str, Any]


@pytest.fixture(scope="module")
def script() -> Script:
    return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND BSD-3-Clause", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("MIT OR GPL-3.0-only AND LGPL-3.0-only", True),
        ("(MIT OR GPL-3.0-only) AND Apache-2.0", True),
        ("(MIT OR Apache-2.0) AND GPL-3.0-only", False),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("(MIT", False),
        ("MIT MIT", False),
        ("", False),
    ],
)
def test_an_expression_is_met_where_each_part_that_binds_is_granted(
    script: Script, expression: str, expected: bool
) -> None:
    assert expected == script["permits"](expression, GRANTED)


@pytest.mark.parametrize(
    ("expression", "text", "classifiers", "expected"),
    [
        ("MIT", "GPL", [], "MIT"),
        (None, "MPL-2.0 AND MIT", [], "MPL-2.0 AND MIT"),
        (None, "The BSD 2-Clause License", ["License :: OSI Approved :: BSD License"], "BSD-2-Clause"),
        (None, "see the file", ["License :: OSI Approved :: MIT License"], "MIT"),
        (None, "see the file", [], "see the file"),
        (
            None,
            None,
            ["License :: OSI Approved :: MIT License", "License :: OSI Approved :: GNU General Public License (GPL)"],
            "MIT AND GNU General Public License (GPL)",
        ),
        (None, "Copyright\n  somebody", ["Topic :: Text"], "Copyright somebody"),
        (None, None, [], ""),
    ],
)
def test_the_most_exact_statement_counts(
    script: Script, expression: str | None, text: str | None, classifiers: list[str], expected: str
) -> None:
    assert expected == script["stated"](expression, text, classifiers)


def test_what_is_not_installed_is_refused(script: Script) -> None:
    assert "not installed" in script["refusal"]("no-such-distribution-anywhere")


def test_every_stated_exception_is_still_needed(script: Script) -> None:
    for name, licence in script["EXCEPTIONS"]:
        assert licence in script["licence"](name)
        assert licence not in script["ALLOWED"]


def test_what_is_shipped_passes_and_psycopg_is_not_among_it(
    script: Script, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script["main"]([]) == 0
    extra = tmp_path / "requirements.txt"
    extra.write_text("msgspec==0.19\npsycopg==3.2 \\\n    --hash=sha256:00\n", encoding="utf-8")
    assert script["main"]([str(extra)]) == 1
    assert "psycopg: LGPL-3.0-only" in capsys.readouterr().out
