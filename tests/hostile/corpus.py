"""Every hostile file, by name."""

from __future__ import annotations

from tests.hostile.agendas import agenda_cases
from tests.hostile.archives import archive_cases
from tests.hostile.case import Case
from tests.hostile.markups import markup_cases
from tests.hostile.settings import settings_cases
from tests.hostile.tables import table_cases


def corpus() -> list[Case]:
    """Return all of them; no two have one name."""
    return [*archive_cases(), *markup_cases(), *table_cases(), *settings_cases(), *agenda_cases()]
