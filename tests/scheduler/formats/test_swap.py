"""A writing that was cut off is finished, whatever a stranger put in its place."""

from pathlib import Path

import pytest

from scheduler.formats.swap import REMOVED, WRITTEN, settle

OWNED = ("rooms.csv", "people.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*OWNED, "mine.txt"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    (tmp_path / WRITTEN).mkdir()
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    """Return what the files of a folder hold."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_new_files_take_their_place_and_those_that_are_gone_go(folder: Path) -> None:
    (folder / WRITTEN / "rooms.csv").write_text("new", encoding="utf-8")
    (folder / WRITTEN / REMOVED).write_text("people.csv", encoding="utf-8")
    settle(folder, OWNED)
    assert contents(folder) == {"mine.txt": "old", "rooms.csv": "new"}


@pytest.mark.parametrize("listed", [b"mine.txt\n../mine.txt\n/etc/passwd\n", b"\xff\x00" * 9_000, b"\xff\xfe\x00\xd8"])
def test_no_other_file_is_touched(folder: Path, listed: bytes) -> None:
    (folder / WRITTEN / "mine.txt").write_text("evil", encoding="utf-8")
    (folder / WRITTEN / REMOVED).write_bytes(listed)
    settle(folder, OWNED)
    assert contents(folder) == {"mine.txt": "old", "people.csv": "old", "rooms.csv": "old"}


def test_a_link_to_another_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "rooms.csv").write_text("theirs", encoding="utf-8")
    (folder / WRITTEN).rmdir()
    (folder / WRITTEN).symlink_to(elsewhere)
    settle(folder, OWNED)
    assert contents(elsewhere) == {"rooms.csv": "theirs"}
    assert (folder / "rooms.csv").read_text("utf-8") == "old"
