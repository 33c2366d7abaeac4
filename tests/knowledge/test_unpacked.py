"""What is unpacked once is read from its copy while that is whole, and works without one."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tocsin.errors import KnowledgeError
from tocsin.knowledge.unpacked import unpacked

CONTENT = bytes(range(256)) * 40
HASH = sha256(CONTENT).hexdigest()
COUNT = (
    "from tocsin.knowledge.places import load_places; print(len(load_places()), load_places().lookup('Gubio')[0].id)"
)


def never(path: Path) -> bytes:
    raise AssertionError(f"{path} was unpacked again")


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_second_time_the_copy_is_read(tmp_path: Path) -> None:
    first = unpacked(Path("some.npz"), HASH, tmp_path / "cache", lambda path: CONTENT)
    second = unpacked(Path("some.npz"), HASH, tmp_path / "cache", never)
    assert bytes(first) == bytes(second) == CONTENT
    assert copies(tmp_path / "cache") == [f"some-{HASH[:16]}.bin"]


def shortened(copy: Path) -> None:
    copy.write_bytes(CONTENT[:-1])


def emptied(copy: Path) -> None:
    copy.write_bytes(b"")


def changed(copy: Path) -> None:
    copy.write_bytes(b"x" + CONTENT[1:])


@pytest.mark.parametrize("spoil", [shortened, emptied, changed])
def test_a_copy_that_is_not_what_it_should_be_is_made_anew(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    copy = tmp_path / f"some-{HASH[:16]}.bin"
    spoil(copy)
    assert bytes(unpacked(Path("some.npz"), HASH, tmp_path, lambda path: CONTENT)) == CONTENT
    assert copy.read_bytes() == CONTENT
    assert copies(tmp_path) == [copy.name]


def test_a_copy_that_is_in_use_outlives_its_replacement(tmp_path: Path) -> None:
    unpacked(Path("some.npz"), HASH, tmp_path, lambda path: CONTENT)
    used = unpacked(Path("some.npz"), HASH, tmp_path, never)
    (tmp_path / f"some-{HASH[:16]}.bin").unlink()
    unpacked(Path("some.npz"), HASH, tmp_path, lambda path: CONTENT)
    assert bytes(used) == CONTENT


@pytest.mark.parametrize("name", ["file/inside", "file"])
def test_where_no_copy_can_be_kept_the_content_is_there_all_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert bytes(unpacked(Path("some.npz"), HASH, tmp_path / name, lambda path: CONTENT)) == CONTENT
    assert copies(tmp_path) == ["file"]


def test_a_packed_file_of_other_content_is_refused_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"some\.npz: it is not the file that it was shipped as"):
        unpacked(Path("some.npz"), HASH, tmp_path, lambda path: CONTENT + b"x")
    assert copies(tmp_path) == []


def test_programs_that_begin_at_once_all_read_the_places_and_leave_one_copy(tmp_path: Path) -> None:
    environment = {"TOCSIN_CACHE": str(tmp_path / "cache"), "PYTHONPATH": ":".join(filter(None, sys.path))}
    command = [sys.executable, "-c", COUNT]
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [program.communicate() for program in running]
    assert [error for _, error in told] == ["", "", ""]
    assert len({out for out, _ in told}) == 1
    assert told[0][0].endswith("geonames:2340249\n")
    assert len(copies(tmp_path / "cache")) == 1


def test_the_places_open_without_a_packing_library_once_a_copy_is_there(tmp_path: Path) -> None:
    environment = {"TOCSIN_CACHE": str(tmp_path), "PYTHONPATH": ":".join(filter(None, sys.path))}
    probe = f"{COUNT}; import sys; print('numpy' in sys.modules)"
    runs = [
        subprocess.run([sys.executable, "-c", probe], env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.split()[-1] for run in runs] == ["True", "False"]
