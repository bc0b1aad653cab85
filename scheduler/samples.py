"""Where the sample forums are: inside the installed package, or in the repository of a checkout."""

from __future__ import annotations

from pathlib import Path

from scheduler.errors import NotFoundError

_HERE = Path(__file__).resolve().parent
_FOLDERS = (_HERE / "fixtures", _HERE.parent / "fixtures")


def _folder() -> Path:
    return next((folder for folder in _FOLDERS if folder.is_dir()), _FOLDERS[0])


def sample_names() -> tuple[str, ...]:
    """Return the names of all sample forums."""
    return tuple(sorted(path.parent.name for path in _folder().glob("*/forum.yaml")))


def sample_path(name: str) -> Path:
    """Return the folder of a sample forum."""
    if name not in sample_names():
        raise NotFoundError(f"no sample forum is called {name!r}; there are {', '.join(sample_names())}")
    return _folder() / name


def sample_workbook() -> Path:
    """Return the sample forum that is kept as a workbook."""
    return next(iter(sorted(_folder().glob("*.xlsx"))))
