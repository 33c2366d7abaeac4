"""The documents tell of every command, option, setting and make target that there is, and of none that there is not."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from tocsin.cli import app
from tocsin.model.record import Event, Report
from tocsin.settings import SETTINGS, Setting

ROOT = Path(__file__).parents[1]
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "gold" / "README.md"]
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)[^)]*\)")
MAKE = re.compile(r"(?:`|^|\$ )make ([a-z]+)", re.MULTILINE)
HEADING = re.compile(r"^### (.+)$", re.MULTILINE)


def commands() -> dict[str, Any]:
    """Return the commands by name."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return dict(group.commands)


def options_of(command: Any) -> set[str]:
    """Return the options of a command and of the commands under it."""
    own = {option for one in command.params for option in one.opts if option.startswith("-")}
    return own.union(*(options_of(under) for under in getattr(command, "commands", {}).values()))


def section(command: str) -> str:
    """Return what the reference says of a command, heading included; empty where it has no section."""
    parts = REFERENCE.split("\n### ")[1:]
    return next((part.partition("\n## ")[0] for part in parts if names(part.partition("\n")[0]) & {command}), "")


def names(heading: str) -> set[str]:
    """Return the commands that a heading of the reference names."""
    return set(re.findall(r"tocsin ([a-z]+)", heading))


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    told = set().union(*(names(heading) for heading in HEADING.findall(REFERENCE)))
    assert told == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_of_a_command_is_told(name: str) -> None:
    options = {option for option in options_of(commands()[name]) if option.startswith("--")}
    missing = sorted(option for option in options - {"--help"} if option not in section(name))
    assert missing == []


@pytest.mark.parametrize("name", sorted(commands()))
def test_no_option_is_told_that_a_command_has_not(name: str) -> None:
    sharing = names(section(name).partition("\n")[0])
    options = {option for other in sharing for option in options_of(commands()[other])}
    assert set(re.findall(r"(?<!-)--[a-z][a-z-]*", section(name))) - options - {"--help", "--version"} == set()


def test_the_example_of_the_readme_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text("utf-8")
    path, shown = re.findall(r"^\$ make analyze FILE=(\S+)\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)[0]
    assert CliRunner().invoke(app, ["analyze", path]).stdout.strip() == shown.strip()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_told_with_its_variable_and_help(setting: Setting) -> None:
    line = next(line for line in REFERENCE.splitlines() if line.startswith(f"| `{setting.name}` |"))
    assert f"`{setting.env}`" in line
    assert setting.help in line


@pytest.mark.parametrize("name", [*Event.__dataclass_fields__, *Report.__dataclass_fields__])
def test_every_field_of_the_output_is_told(name: str) -> None:
    output = REFERENCE.partition("## Output")[2]
    assert re.search(rf"\b{name}\b", output)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_make_target_is_told_and_every_told_one_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    there = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    told = {name for page in PAGES for name in MAKE.findall(page.read_text("utf-8"))}
    assert there == set(MAKE.findall(REFERENCE))
    assert told <= there


def test_every_package_has_a_line_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    packages = {path.parent.name for path in (ROOT / "src" / "tocsin").glob("*/__init__.py")} - {"data"}
    assert packages == set(re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE))
