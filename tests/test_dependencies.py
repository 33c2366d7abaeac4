"""What the package imports, what it declares and what is locked are the same, and all of it can be imported."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ]+)", re.MULTILINE)
UNNAMED = {
    "lxml-html-clean": "trafilatura imports it and does not bring it",
    "psycopg": "SQLAlchemy loads it by the address of a store",
}
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, repr(error))
"""


def requirements(*extras: str) -> list[Requirement]:
    """Return what pyproject.toml asks for at run time, and with the named extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return [Requirement(line) for line in lines]


def locked(name: str) -> dict[str, str]:
    """Return the pinned version of every distribution of a requirements file."""
    pairs = PINNED.findall((ROOT / name).read_text("utf-8"))
    return {canonicalize_name(name): version for name, version in pairs}


def imported() -> set[str]:
    """Return the distributions that the package's modules import."""
    modules: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    foreign = modules - sys.stdlib_module_names - {"tocsin"}
    return {canonicalize_name(owner) for module in foreign for owner in owners.get(module, [module])}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    declared = {canonicalize_name(one.name) for one in requirements("postgres", "llm")}
    assert declared - set(UNNAMED) == imported() - set(UNNAMED)


@pytest.mark.parametrize(
    ("name", "extras"), [("requirements.txt", ()), ("requirements-dev.txt", ("dev",))], ids=["run", "dev"]
)
def test_the_lock_holds_a_fitting_version_of_everything_declared(name: str, extras: tuple[str, ...]) -> None:
    pins = locked(name)
    unmet = [
        str(one)
        for one in requirements(*extras)
        if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"), prereleases=True)
        or canonicalize_name(one.name) not in pins
    ]
    assert unmet == []


def test_both_locks_agree() -> None:
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    assert run == {name: dev.get(name) for name in run}


def test_every_dependency_can_be_imported() -> None:
    wanted = {canonicalize_name(one.name) for one in requirements()}
    modules = sorted(
        module
        for module, owners in packages_distributions().items()
        if module.isidentifier()
        and not module.startswith("_")
        and wanted & {canonicalize_name(owner) for owner in owners}
    )
    found = subprocess.run([sys.executable, "-c", IMPORT_ALL, *modules], capture_output=True, text=True, check=True)
    assert len(modules) >= len(wanted)
    assert found.stdout == ""
