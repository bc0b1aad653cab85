"""Whatever is done to a forum's files by a slip, the answer is a forum or faults, never a crash."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.errors import Fault, ForumFaults
from scheduler.formats.reading import read_forum
from tests.scheduler.formats.folders import FIXTURES

FILES = sorted(file.name for file in (FIXTURES / "marrakech").iterdir())
SLIPS = st.text(max_size=3) | st.sampled_from(
    (";", '"', "\n", "nobody", "2026-03-22 02:00-02:30", "9999-12-31 23:00-01:00", "*a", "&a", "{", "[[[", "\x00", "-1")
)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(FILES), place=st.floats(0, 1), length=st.integers(0, 30), slip=SLIPS)
def test_a_slip_in_a_file_is_a_fault_or_changes_the_forum(name: str, place: float, length: int, slip: str) -> None:
    with TemporaryDirectory() as folder:
        forum = Path(folder) / "forum"
        shutil.copytree(FIXTURES / "marrakech", forum)
        text = (forum / name).read_text(encoding="utf-8")
        start = round(place * len(text))
        changed = text[:start] + slip + text[start + length :]
        (forum / name).write_bytes(changed.encode("utf-8", "surrogatepass"))
        assert all(fault.problem and fault.instead for fault in faults(forum))


def faults(folder: Path) -> tuple[Fault, ...]:
    """Return the faults of a folder, none where it reads as a forum."""
    try:
        read_forum(folder)
    except ForumFaults as error:
        return error.faults
    return ()
