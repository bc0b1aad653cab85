"""What one more request would cost a selection, level by level, without counting everything again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from solver.rule import Level, setting_of
from solver.selection.check import active_levels
from solver.selection.problem import Problem, Request
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
        self._budgets_of: list[list[int]] = [[] for _ in problem.quotas]
        for index, budget in enumerate(problem.budgets):
            for quota in sorted(budget.quotas):
                self._budgets_of[quota].append(index)
        self._chosen: set[int] = set()
        self._places: Counter[int] = Counter()
        self._balances: Counter[int] = Counter()
        self._organisations: Counter[int] = Counter()
        self._heard: Counter[int] = Counter()
        self._in_session: Counter[tuple[int, int]] = Counter()
        self._seconds: Counter[int] = Counter()
        self._class_seconds: Counter[int] = Counter()
        for request in chosen:
            self.add(request)

    def add(self, request: int) -> None:
        """Count a request in."""
        self._chosen.add(request)
        self._change(request, 1)

    def remove(self, request: int) -> None:
        """Count a request out."""
        self._chosen.remove(request)
        self._change(request, -1)

    def _change(self, request: int, sign: int) -> None:
        r, session = self._problem.requests[request], self._problem.session_of(request)
        seconds = self._problem.seconds_of(request)
        self._places[r.quota] += sign * r.places
        self._organisations[r.organisation] += sign
        self._in_session[r.organisation, session] += sign
        self._seconds[session] += sign * seconds
        for budget in self._budgets_of[r.quota]:
            self._class_seconds[budget] += sign * seconds
        for organisation in _heard_with(r):
            self._heard[organisation] += sign
        for balance in self._balances_of[request]:
            self._balances[balance] += sign

    def has(self, request: int) -> bool:
        """Say whether a request is counted in."""
        return request in self._chosen

    def balances_of(self, request: int) -> Sequence[int]:
        """Return the balances that count a request."""
        return self._balances_of[request]

    def missed(self, balance: int) -> int:
        """Return by how many a balance is missed."""
        count, bounds = self._balances[balance], self._problem.balances[balance]
        over = 0 if bounds.most is None else count - bounds.most
        return max(0, bounds.least - count, over)

    def is_settled(self, request: int) -> bool:
        """Say whether another choice of the same wish is given."""
        return any(other in self._chosen for other in self._problem.other_choices[request])

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
        if "one-choice-holds" in self._limits and self.is_settled(request):
            return "one-choice-holds"
        return self._limit_of_floor(request) or self.limit_of_organisation(request)

    def _limit_of_floor(self, request: int) -> str | None:
        r, session = self._problem.requests[request], self._problem.session_of(request)
        given, seconds = self._problem.sessions[session], self._problem.seconds_of(request)
        places = self._problem.quotas[r.quota].places
        if "quota-holds" in self._limits and self._places[r.quota] + r.places > places:
            return "quota-holds"
        taken = self._seconds[session] + seconds
        if "floor-time-holds" in self._limits and seconds and taken > given.seconds + given.changeover:
            return "floor-time-holds"
        shared = ((self._class_seconds[b] + seconds, self._problem.budgets[b]) for b in self._budgets_of[r.quota])
        if "class-time-holds" in self._limits and any(seconds and used > b.seconds for used, b in shared):
            return "class-time-holds"
        return None

    def cost(self, request: int) -> Cost:
        """Return what one more request would add to each level."""
        added = self._added(request)
        return tuple(added[name] for name in self._levels)

    def standing(self, request: int) -> Cost:
        """Return what a request that waits would add to each level, but for the place that it would fill."""
        added = self._added(request)
        return tuple(added[name] for name in self._levels if name != "places-are-filled")

    def _added(self, request: int) -> dict[str, int]:
        r = self._problem.requests[request]
        empty = self._problem.asked[r.quota] - self._places[r.quota]
        return {
            "places-are-filled": max(0, empty - r.places) - max(0, empty),
            "balance-is-met": sum(self._balance_cost(balance) for balance in self._balances_of[request]),
            "ranking-is-followed": self._ranking_cost(request),
            "everybody-speaks-once": -sum(not self._heard[organisation] for organisation in _heard_with(r)),
            "first-choice-first": int(r.instead_of is not None),
            "early-before-late": int(r.is_late),
            "marks-decide": r.shortfall,
            "lot-decides": self._problem.drawn[request],
        }

    def _balance_cost(self, balance: int) -> int:
        count, bounds = self._balances[balance], self._problem.balances[balance]
        return int(bounds.most is not None and count >= bounds.most) - int(count < bounds.least)

    def _ranking_cost(self, request: int) -> int:
        cost = sum(self._is_passed_over(other) for other in self._problem.wanted_more[request])
        if self._is_passed_over(request):
            cost -= self._given_before(request)
        if self._problem.requests[request].instead_of is None:
            seconds = self._problem.other_choices[request]
            cost -= sum(self._given_before(second) for second in seconds if self._is_passed_over(second))
        return cost

    def _is_passed_over(self, request: int) -> bool:
        return request not in self._chosen and self._problem.requests[request].instead_of not in self._chosen

    def _given_before(self, request: int) -> int:
        return sum(other in self._chosen for other in self._problem.wanted_less[request])


def _heard_with(request: Request) -> frozenset[int]:
    return request.cosponsors | {request.organisation}
