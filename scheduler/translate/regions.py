"""Regions as people call them, since a forum knows them by an id with its scheme, as ``un.african``."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "un.african": "Africa",
    "un.asia-pacific": "Asia and the Pacific",
    "un.eastern-european": "Eastern Europe",
    "un.grulac": "Latin America and the Caribbean",
    "un.weog": "Western Europe and others",
}
"""The regional groups of the United Nations; of another region the id itself says enough."""


def region_name(region: str) -> str:
    """Return a region without its scheme, for people to read."""
    own = region.partition(".")[2] or region
    return NAMES.get(region) or own.replace("-", " ").title()
