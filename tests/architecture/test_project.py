"""What the project says of itself is so: its page, its pins."""

import re
import tomllib
from typing import Any

import pytest

from scheduler.cli import COMMANDS, GROUPS
from scheduler.commands.exits import ExitCode
from scheduler.samples import sample_names
from scheduler.services.models.reading import model_names
from tests.architecture.sources import ROOT

HIDDEN = re.compile(r"(^|/)(\.|node_modules)")
PAGES = sorted(path for path in ROOT.glob("**/*.md") if not HIDDEN.search(path.relative_to(ROOT).as_posix()))
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def package(requirement: str) -> str:
    """Return the name of the package a requirement is about."""
    return re.split(r"[<>=\[; ]", requirement, maxsplit=1)[0].lower()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_project_leads_somewhere(page: Any) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if not link.startswith(("http://", "https://", "mailto:"))]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_the_readme_names_only_commands_that_exist() -> None:
    named = set(re.findall(r"^forum ([a-z]+)|`forum ([a-z]+)", README, re.MULTILINE))
    known = {command.__name__.rstrip("_") for command, _ in COMMANDS} | {group.info.name for group, _ in GROUPS}
    assert {first or second for first, second in named} - known == set()


def test_the_readme_names_only_samples_and_models_that_exist() -> None:
    named = set(re.findall(r"\b(?:imrf|infeasible)-[a-z0-9-]+", README))
    assert named - set(sample_names()) - set(model_names()) == set()


def test_the_readme_lists_the_exit_codes() -> None:
    listed = re.findall(r"^\| (\d+) \|", README, re.MULTILINE)
    assert [int(code) for code in listed] == [code.value for code in ExitCode]


def test_every_package_is_pinned_to_one_version() -> None:
    pins = PROJECT["tool"]["uv"]["constraint-dependencies"]
    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", pin)] == []
    asked = {package(one) for one in [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]}
    assert asked - {package(pin) for pin in pins} == set()


def test_every_way_to_build_is_pinned() -> None:
    pins = {package(pin) for pin in PROJECT["tool"]["uv"]["build-constraint-dependencies"]}
    assert pins >= {package(one) for one in PROJECT["build-system"]["requires"]}


def test_the_change_log_speaks_of_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## ([0-9.]+)", changes, re.MULTILINE)[0] == PROJECT["project"]["version"]
