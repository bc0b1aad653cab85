"""The words for the things a selection names by index, so that rules can speak in sentences."""

from __future__ import annotations

from typing import Protocol


class Labels(Protocol):
    """Names of things."""

    def request(self, request: int) -> str:
        """Who asks for the floor, and where."""

    def organisation(self, organisation: int) -> str:
        """Name of an organisation."""

    def session(self, session: int) -> str:
        """Name of a session."""

    def quota(self, quota: int) -> str:
        """Class or constituency, and the session."""

    def budget(self, budget: int) -> str:
        """Class, and the session."""

    def trait(self, trait: int) -> str:
        """Whom a balance counts, as speakers from a region."""


class PlainLabels:
    """Labels that show the indices, where nothing better is at hand."""

    def request(self, request: int) -> str:
        return f"request {request}"

    def organisation(self, organisation: int) -> str:
        return f"organisation {organisation}"

    def session(self, session: int) -> str:
        return f"session {session}"

    def quota(self, quota: int) -> str:
        return f"quota {quota}"

    def budget(self, budget: int) -> str:
        return f"budget {budget}"

    def trait(self, trait: int) -> str:
        return f"trait {trait}"
