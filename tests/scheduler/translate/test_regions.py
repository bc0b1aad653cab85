"""A region is told in words."""

import pytest

from scheduler.translate.regions import region_name


@pytest.mark.parametrize(
    ("region", "name"),
    [("un.grulac", "Latin America and the Caribbean"), ("un.latin-america", "Latin America"), ("north", "North")],
)
def test_a_region_is_told_without_its_scheme(region: str, name: str) -> None:
    assert region_name(region) == name
