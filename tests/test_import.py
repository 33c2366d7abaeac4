import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "numpy", "trafilatura", "py3langid", "sqlalchemy", "fastapi", "lxml")
PROBE = "import sys; {statement}; print(*sorted(name for name in {heavy!r} if name in sys.modules))"


@pytest.mark.parametrize("statement", ["import tocsin", "import tocsin.cli"])
def test_nothing_heavy_is_loaded_before_it_is_needed(statement: str) -> None:
    probe = PROBE.format(statement=statement, heavy=HEAVY)
    found = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_the_package_and_the_function_of_one_name_are_both_there(tmp_path: Path) -> None:
    import tocsin
    import tocsin.read.plain  # loading the package `tocsin.read` must not hide the function

    path = tmp_path / "raid.txt"
    path.write_text("Gunmen raided a camp.")
    assert tocsin.read(path).text == "Gunmen raided a camp."


def test_the_package_offers_nothing_else() -> None:
    import tocsin

    with pytest.raises(AttributeError, match="nothing"):
        _ = tocsin.nothing
