"""Prints each level of a selection beside a bound in exact arithmetic, and its last level beside CP-SAT.

Run ``python -m tests.benchmarks.selection_peers``. HiGHS counts in floating point; the bound does not: the dual values
of the linear relaxation are taken as fractions, and any such values give a true bound. Where it reaches the value, the
level is optimal beyond doubt. CP-SAT counts in integers; it is given ten seconds.
"""

from __future__ import annotations

import math
import time
from fractions import Fraction

from ortools.math_opt.python import mathopt

from solver import engine
from solver.engine import Effort
from solver.model import Expr, Model
from solver.selection.problem import Problem
from solver.selection.rulebook import LEVELS, LIMITS
from solver.selection.variables import Variables
from tests.benchmarks.selection import a_selection, with_choices

SECONDS = 10


def exact_bound(model: Model) -> int:
    """Return a lower bound of the cost of a model that holds in exact arithmetic."""
    program, _ = engine._to_linear_program(model)
    answer = mathopt.solve(program, mathopt.SolverType.GLOP)
    prices = answer.dual_values(list(program.linear_constraints()))
    reduced = {variable: Fraction(cost) for variable, cost in model.cost.terms.items()}
    bound = Fraction(model.cost.constant)
    for row, price in zip((row for row in model.rows if not row.when), prices, strict=True):
        side = row.low if price > 0 else row.high
        if side is None:
            continue
        exact = Fraction(price).limit_denominator(10**6)
        bound += exact * (side - row.expr.constant)
        for variable, factor in row.expr.terms.items():
            reduced[variable] = reduced.get(variable, Fraction(0)) - exact * factor
    for variable, cost in reduced.items():
        bound += min(cost * model.lower[variable], cost * model.upper[variable])
    return math.ceil(bound)


def rows(problem: Problem) -> list[str]:
    """Solve a selection level by level and return a line of figures for each."""
    variables, found = Variables(problem), []
    for rule in LIMITS:
        rule.encode(problem, variables)
    for rule in LEVELS:
        cost = rule.encode(problem, variables)
        if not cost.terms:
            continue
        variables.model.cost = cost
        began = time.monotonic()
        value = engine.minimise(variables.model).bound
        seconds = time.monotonic() - began
        cells = [rule.name, value, f"{seconds:.2f}", exact_bound(variables.model)]
        if rule is LEVELS[-1]:
            began = time.monotonic()
            peer = engine.solve(variables.model, Effort(1e9, began + SECONDS))
            cells += [f"CP-SAT {peer.verdict.value}, bound {peer.bound}, {time.monotonic() - began:.2f}"]
        found.append(" | ".join(map(str, cells)))
        variables.model.row(Expr(dict(cost.terms), cost.constant), None, value)
    return found


def main() -> None:
    """Print the levels of selections of several sizes."""
    engine.minimise(Model())
    print("level | value | HiGHS s | exact bound | peer")
    for name, problem in (
        ("100 requests", a_selection(1, 100)),
        ("400 requests", a_selection(4, 100)),
        ("3,000 requests", a_selection(20, 150)),
        ("400 requests, 146 second choices", with_choices(a_selection(4, 100))),
    ):
        print(name)
        for line in rows(problem):
            print(line, flush=True)


if __name__ == "__main__":
    main()
