"""What is said of a cell that cannot be understood."""

from __future__ import annotations


class CellError(ValueError):
    """A cell that cannot be understood: what is wrong and what to write instead."""

    def __init__(self, problem: str, instead: str) -> None:
        self.problem = problem
        self.instead = instead
        super().__init__(f"{problem} {instead}")


def shown(text: str) -> str:
    """Return a cell's text in quotes, shortened, for a message."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"
