"""Write the generated sample forums into a folder: python -m scheduler.services.sampling.write_fixtures fixtures."""

from __future__ import annotations

import sys
from pathlib import Path

from scheduler.formats.folder import write_forum
from scheduler.formats.workbook.writing import write_workbook
from scheduler.services.sampling.imrf import IMRF_2022, IMRF_2026, IMRF_2026_PROPOSED, IMRF_2026_REQUESTS, imrf_planned
from scheduler.services.sampling.reviews import reviews_forum

SEED = 2026
FIXTURES = {
    "imrf-2022": IMRF_2022,
    "imrf-2026": IMRF_2026,
    "imrf-2026-proposed": IMRF_2026_PROPOSED,
    "imrf-2026-requests": IMRF_2026_REQUESTS,
}

REVIEWS = "national-reviews"
"""The sample of many national reviews."""

WORKBOOK = "imrf-2022"
"""The sample that is kept as a workbook as well."""


def write_fixtures(folder: Path) -> None:
    """Write every generated sample into its own folder, the same bytes each time, and one of them as a workbook too."""
    for name, edition in FIXTURES.items():
        forum = imrf_planned(SEED, edition)[0]
        write_forum(forum, folder / name)
        if name == WORKBOOK:
            write_workbook(forum, folder / f"{name}.xlsx")
    write_forum(reviews_forum(SEED), folder / REVIEWS)


if __name__ == "__main__":
    write_fixtures(Path(sys.argv[1] if len(sys.argv) > 1 else "fixtures"))
