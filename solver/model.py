"""A small language for models, independent of any solver: booleans, integers, linear rows, intervals, costs.

Rules encode themselves into it once. :mod:`solver.engine` turns all of it into CP-SAT, and its linear part
(rows without a condition, no intervals) into a linear program whose optimum is a lower bound.

A literal is the index of a boolean, or ``~index`` for its negation. :data:`TRUE` is the literal that always holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Literal = int
TRUE: Literal = 0


class Expr:
    """A linear expression: integer coefficients of variables and a constant."""

    __slots__ = ("constant", "terms")

    def __init__(self, terms: dict[int, int] | None = None, constant: int = 0) -> None:
        self.terms = terms if terms is not None else {}
        self.constant = constant

    def add(self, literal: Literal, coefficient: int = 1) -> Expr:
        """Add a literal (or integer variable) times a coefficient in place and return self."""
        if literal == TRUE:
            self.constant += coefficient
        elif literal == ~TRUE:
            pass
        elif literal < 0:
            self.constant += coefficient
            self._plus(~literal, -coefficient)
        else:
            self._plus(literal, coefficient)
        return self

    def add_expr(self, other: Expr, factor: int = 1) -> Expr:
        """Add another expression times a factor in place and return self."""
        self.constant += factor * other.constant
        for variable, coefficient in other.terms.items():
            self._plus(variable, factor * coefficient)
        return self

    def _plus(self, variable: int, coefficient: int) -> None:
        total = self.terms.get(variable, 0) + coefficient
        if total:
            self.terms[variable] = total
        else:
            self.terms.pop(variable, None)


def total(literals: Iterable[Literal]) -> Expr:
    """Return the sum of some literals."""
    expr = Expr()
    for literal in literals:
        expr.add(literal)
    return expr


@dataclass(frozen=True, slots=True)
class Row:
    """low <= expr <= high where all literals of ``when`` hold; None is no limit on that side."""

    expr: Expr
    low: int | None
    high: int | None
    when: tuple[Literal, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of ``size`` minutes from ``start`` that exists where ``present`` holds."""

    start: Expr
    size: int
    present: Literal = TRUE


@dataclass
class Model:
    """Variables, rows, sets of intervals that must not overlap, and a cost to minimise."""

    lower: list[int] = field(default_factory=lambda: [1])
    upper: list[int] = field(default_factory=lambda: [1])
    rows: list[Row] = field(default_factory=list)
    disjoint: list[tuple[Interval, ...]] = field(default_factory=list)
    cost: Expr = field(default_factory=Expr)
    is_contradictory: bool = False

    def boolean(self) -> Literal:
        """Add a boolean and return its literal."""
        return self.integer(0, 1)

    def integer(self, low: int, high: int) -> int:
        """Add an integer between two limits, both included, and return its index."""
        self.lower.append(low)
        self.upper.append(high)
        return len(self.lower) - 1

    def row(self, expr: Expr, low: int | None, high: int | None, when: tuple[Literal, ...] = ()) -> None:
        """Ask that low <= expr <= high where all of ``when`` hold."""
        when = tuple(literal for literal in when if literal != TRUE)
        if ~TRUE in when:
            return
        if not expr.terms:
            holds = (low is None or expr.constant >= low) and (high is None or expr.constant <= high)
            if not holds:
                self.clause([~literal for literal in when])
            return
        self.rows.append(Row(expr, low, high, when))

    def clause(self, literals: Iterable[Literal]) -> None:
        """Ask that at least one of some literals holds."""
        literals = list(literals)
        if TRUE in literals:
            return
        expr = total(literals)
        if not expr.terms:
            if expr.constant < 1:
                self.is_contradictory = True
            return
        self.rows.append(Row(expr, 1, None))

    def at_most(self, limit: int, literals: Iterable[Literal]) -> None:
        """Ask that at most ``limit`` of some literals hold."""
        expr = total(literals)
        if expr.constant + sum(c for c in expr.terms.values() if c > 0) > limit:
            self.row(expr, None, limit)

    def no_overlap(self, intervals: Iterable[Interval]) -> None:
        """Ask that no two of the present intervals share a minute."""
        kept = tuple(interval for interval in intervals if interval.present != ~TRUE)
        if len(kept) > 1 and any(interval.start.terms or interval.present != TRUE for interval in kept):
            self.disjoint.append(kept)

    def penalise(self, expr: Expr, factor: int) -> None:
        """Add an expression times a factor to the cost."""
        self.cost.add_expr(expr, factor)

    def excess(self, expr: Expr, limit: int, most: int) -> Expr:
        """Return max(0, expr - limit), to be minimised; ``most`` is an upper limit of it."""
        if not expr.terms:
            return Expr(constant=max(0, expr.constant - limit))
        if expr.constant >= limit and all(c > 0 for c in expr.terms.values()):
            return Expr(dict(expr.terms), expr.constant - limit)
        variable = self.integer(0, max(0, most))
        self.row(Expr(dict(expr.terms), expr.constant).add(variable, -1), None, limit)
        return Expr({variable: 1})

    def pairs(self, expr: Expr, most: int) -> Expr:
        """Return n(n-1)/2 of the integer n = expr, to be minimised; ``most`` is an upper limit of n."""
        if not expr.terms:
            return Expr(constant=expr.constant * (expr.constant - 1) // 2)
        least = expr.constant
        if most - least <= 1:
            extra = Expr({v: c * least for v, c in expr.terms.items()} if least else {})
            return Expr(extra.terms, least * (least - 1) // 2)
        variable = self.integer(0, most * (most - 1) // 2)
        for k in range(max(1, least), most):
            tangent = Expr({v: c * k for v, c in expr.terms.items()}, expr.constant * k).add(variable, -1)
            self.row(tangent, None, k * (k + 1) // 2)
        return Expr({variable: 1})
