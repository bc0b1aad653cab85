"""Sources are documented, load no more than they need and lie where they belong."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGES, ROOT, named, python_files, tree_of

ALLOWED = {"CHANGELOG.md", "LICENSE", "README.md", "api", "fixtures", "pyproject.toml", "scheduler", "solver", "tests"}
MADE_BY_TOOLS = {"build", "dist", "forum-demo", "uv.lock"}
DODGES = {"skip", "skipif", "importorskip", "xfail", "mock"}


def test_every_package_has_an_init_and_it_is_empty() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
    inits = [path for path in python_files(*PACKAGES) if path.name == "__init__.py"]
    assert {named(path): path.stat().st_size for path in inits if path.stat().st_size} == {}


def test_every_module_of_the_packages_says_what_it_is_for() -> None:
    modules = [path for path in python_files(*PACKAGES) if path.name != "__init__.py"]
    assert [named(path) for path in modules if not ast.get_docstring(tree_of(path))] == []


def test_the_top_level_holds_only_what_it_should() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE_BY_TOOLS == ALLOWED


def test_fixtures_hold_data_only() -> None:
    assert [named(path) for path in python_files("fixtures")] == []


def test_no_test_is_skipped_or_expected_to_fail_or_mocked() -> None:
    assert [f"{named(path)}: {word}" for path in python_files("tests") for word in sorted(_words(path) & DODGES)] == []


def _words(path: Path) -> set[str]:
    nodes = list(ast.walk(tree_of(path)))
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imported = {alias.name for node in nodes if isinstance(node, ast.ImportFrom | ast.Import) for alias in node.names}
    modules = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {part for name in attributes | imported | modules for part in name.split(".")}


def test_the_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout if done.returncode else "") == (0, "")


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("solver.rule", ("ortools", "numpy", "pandas", "scheduler")),
        ("solver.timetable.check", ("ortools", "numpy", "pandas", "scheduler")),
        ("solver.speakers.check", ("ortools", "numpy", "pandas", "scheduler")),
        ("scheduler.services.rulebook", ("ortools", "numpy", "pandas")),
        ("scheduler.services.verify", ("ortools", "numpy", "pandas")),
        ("scheduler.services.planning", ("ortools", "numpy", "pandas")),
        ("scheduler.services.floor.floor", ("ortools", "numpy", "pandas")),
        ("scheduler.cli", ("ortools", "numpy", "pandas", "pydantic", "icalendar", "yaml")),
    ],
)
def test_what_a_module_does_not_load(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")
