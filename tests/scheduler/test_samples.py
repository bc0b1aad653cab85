import subprocess
import sys
from pathlib import Path

import pytest

from scheduler.errors import NotFoundError
from scheduler.samples import sample_names, sample_path


def test_a_sample_is_a_folder_with_a_forum_file() -> None:
    assert (sample_path("imrf-2026") / "forum.yaml").is_file()


def test_samples_are_listed_by_name() -> None:
    assert [name for name in sample_names() if name.startswith("imrf")] == [
        "imrf-2022",
        "imrf-2026",
        "imrf-2026-proposed",
        "imrf-2026-requests",
    ]


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(NotFoundError, match="imrf-2026"):
        sample_path("imrf-1066")


def test_samples_are_found_from_any_folder() -> None:
    root = str(Path(__file__).resolve().parents[2])
    code = "from scheduler.samples import sample_path; print(sample_path('imrf-2026'))"
    code = f"import sys; sys.path.insert(0, {root!r}); {code}"
    found = subprocess.run([sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(sample_path("imrf-2026"))
