"""What comes out: for each objective the cycles in which it is in focus, those of the past included."""

from __future__ import annotations

from solver.rotation.problem import Pattern

Rotation = tuple[Pattern, ...]
"""The pattern of each objective."""
