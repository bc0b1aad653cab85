"""Files and functions stay small enough to read."""

from tests.architecture.sources import PACKAGES, functions, lines_of, named, python_files

MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40


def test_no_file_is_longer_than_300_lines() -> None:
    sizes = {named(path): lines_of(path) for path in python_files(*PACKAGES, "tests")}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES_IN_A_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    sizes = {(named(path), name): size for path in python_files(*PACKAGES) for name, size in functions(path)}
    assert {place: size for place, size in sizes.items() if size > MOST_LINES_IN_A_FUNCTION} == {}
