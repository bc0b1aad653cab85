"""What one more request would cost a selection, level by level, without counting everything again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from solver.rule import Level, setting_of
from solver.selection.check import active_levels
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS

Cost = tuple[int, ...]
"""What a request adds to each level that is not ignored, most important first; lower is better."""


class Tally:
    """The counts of one selection that limits and levels depend on."""

    def __init__(self, problem: Problem, chosen: Iterable[int]) -> None:
        self._problem = problem
        self._levels = [rule.name for rule in active_levels(problem)]
        self._limits = {r.name for r in LIMITS if setting_of(r, problem.settings).level is not Level.IGNORE}
        self._balances_of: list[list[int]] = [[] for _ in problem.requests]
        for balance, members in enumerate(problem.of_balance):
            for request in members:
                self._balances_of[request].append(balance)
        self._quotas: Counter[int] = Counter()
        self._balances: Counter[int] = Counter()
        self._organisations: Counter[int] = Counter()
        self._in_session: Counter[tuple[int, int]] = Counter()
        self._seconds: Counter[int] = Counter()
        for request in chosen:
            self.change(request, 1)

    def change(self, request: int, sign: int) -> None:
        """Count a request in (1) or out (-1)."""
        r, session = self._problem.requests[request], self._problem.session_of(request)
        self._quotas[r.quota] += sign
        self._organisations[r.organisation] += sign
        self._in_session[r.organisation, session] += sign
        self._seconds[session] += sign * self._problem.seconds_of(request)
        for balance in self._balances_of[request]:
            self._balances[balance] += sign

    def limit_of_organisation(self, request: int) -> str | None:
        """Return the limit of places of one organisation that one more request would break, or None."""
        r = self._problem.requests[request]
        organisation = self._problem.organisations[r.organisation]
        here = self._in_session[r.organisation, self._problem.session_of(request)]
        checks = (
            ("organisation-in-session", organisation.most_in_session, here),
            ("organisation-in-forum", organisation.most_in_forum, self._organisations[r.organisation]),
        )
        for name, most, count in checks:
            if name in self._limits and most is not None and count >= most:
                return name
        return None

    def limit(self, request: int) -> str | None:
        """Return any limit that one more request would break, or None."""
        r, session = self._problem.requests[request], self._problem.session_of(request)
        given = self._problem.sessions[session]
        if "quota-holds" in self._limits and self._quotas[r.quota] >= self._problem.quotas[r.quota].places:
            return "quota-holds"
        taken = self._seconds[session] + self._problem.seconds_of(request)
        if "floor-time-holds" in self._limits and taken > given.seconds + given.changeover:
            return "floor-time-holds"
        return self.limit_of_organisation(request)

    def cost(self, request: int) -> Cost:
        """Return what one more request would add to each level."""
        r = self._problem.requests[request]
        full = self._quotas[r.quota] >= min(self._problem.quotas[r.quota].places, len(self._problem.of_quota[r.quota]))
        added = {
            "places-are-filled": 0 if full else -1,
            "balance-is-met": sum(self._balance_cost(balance) for balance in self._balances_of[request]),
            "ranking-is-followed": self._problem.ranked_before[request],
            "everybody-speaks-once": 0 if self._organisations[r.organisation] else -1,
            "early-before-late": int(r.is_late),
            "lot-decides": r.lot,
        }
        return tuple(added[name] for name in self._levels)

    def _balance_cost(self, balance: int) -> int:
        count, bounds = self._balances[balance], self._problem.balances[balance]
        return int(bounds.most is not None and count >= bounds.most) - int(count < bounds.least)
