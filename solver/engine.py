"""The only place a solver runs: CP-SAT and HiGHS for models, GLOP for linear programs.

ortools is imported inside the functions that use it, so that importing this module is cheap.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from solver.model import Expr, Model

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class Verdict(Enum):
    """What a solver says of a model."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict, the values of all variables (None where there are none), and a lower bound of the cost.

    ``work`` is the deterministic time used. ``clock_ended`` is True where the wall-clock guard, not the deterministic
    budget, ended the run.
    """

    verdict: Verdict
    values: tuple[int, ...] | None
    bound: int
    work: float = 0.0
    clock_ended: bool = False


@dataclass(frozen=True, slots=True)
class Effort:
    """What one call may use.

    Attributes
    ----------
    work
        Budget in CP-SAT's deterministic time, about a second each.
    deadline
        ``time.monotonic()`` at which the run is ended, or None.
    seed
        Random seed.
    workers
        Threads; 1 is deterministic.
    relaxation
        How much of a model CP-SAT also sees as a linear program: 0 is nothing, 1 is its default, 2 is all it can.
    presolve
        Whether CP-SAT rewrites the model first; a first solution of a large easy model comes faster without.
    """

    work: float
    deadline: float | None = None
    seed: int = 0
    workers: int = 1
    relaxation: int = 2
    presolve: bool = True


OnValues = Callable[[tuple[int, ...], int], None]
"""Called with the values of an improved solution and the bound at that time."""


def solve(
    model: Model,
    effort: Effort,
    hint: Mapping[int, int] | None = None,
    on_values: OnValues | None = None,
) -> Answer:
    """Minimise the cost of a model with CP-SAT.

    Parameters
    ----------
    hint
        Values by variable to start from.
    on_values
        Called at each improved solution.
    """
    if model.is_contradictory:
        return Answer(Verdict.INFEASIBLE, None, 0)
    from ortools.sat.python import cp_model

    proto, variables = _to_cp_sat(model)
    for variable, value in (hint or {}).items():
        proto.add_hint(variables[variable], value)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_deterministic_time = effort.work
    parameters.random_seed = effort.seed % (2**31 - 1)
    parameters.num_workers = effort.workers
    parameters.linearization_level = effort.relaxation
    parameters.cp_model_presolve = effort.presolve
    if effort.deadline is not None:
        parameters.max_time_in_seconds = max(0.01, effort.deadline - time.monotonic())
    status = solver.solve(proto, _callback(cp_model, variables, on_values) if on_values else None)
    verdict = {
        cp_model.OPTIMAL: Verdict.OPTIMAL,
        cp_model.FEASIBLE: Verdict.FEASIBLE,
        cp_model.INFEASIBLE: Verdict.INFEASIBLE,
    }.get(status, Verdict.UNKNOWN)
    has_values = verdict in (Verdict.OPTIMAL, Verdict.FEASIBLE)
    values = tuple(solver.value(variable) for variable in variables) if has_values else None
    bound = math.ceil(solver.best_objective_bound - 1e-6) if model.cost.terms else model.cost.constant
    if verdict is Verdict.INFEASIBLE:
        bound = 0
    is_late = effort.deadline is not None and time.monotonic() >= effort.deadline - 0.05
    ended = is_late and verdict in (Verdict.FEASIBLE, Verdict.UNKNOWN)
    return Answer(verdict, values, bound, solver.response_proto.deterministic_time, ended)


def _callback(module: Any, variables: list[Any], on_values: OnValues) -> Any:
    class Collect(module.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            bound = math.ceil(self.best_objective_bound - 1e-6)
            on_values(tuple(self.value(variable) for variable in variables), bound)

    return Collect()


def _to_cp_sat(model: Model) -> tuple[cp_model.CpModel, list[Any]]:
    from ortools.sat.python import cp_model

    proto = cp_model.CpModel()
    variables = [
        proto.new_int_var(low, high, "") if (low, high) != (0, 1) else proto.new_bool_var("")
        for low, high in zip(model.lower, model.upper, strict=True)
    ]

    def linear(expr: Expr) -> Any:
        return cp_model.LinearExpr.weighted_sum([variables[v] for v in expr.terms], list(expr.terms.values()))

    def literal(index: int) -> Any:
        return variables[index] if index >= 0 else variables[~index].negated()

    for row in model.rows:
        low = cp_model.INT32_MIN * 2**20 if row.low is None else row.low - row.expr.constant
        high = cp_model.INT32_MAX * 2**20 if row.high is None else row.high - row.expr.constant
        constraint = proto.add_linear_constraint(linear(row.expr), low, high)
        if row.when:
            constraint.only_enforce_if([literal(index) for index in row.when])
    for group in model.disjoint:
        proto.add_no_overlap(
            [
                proto.new_optional_fixed_size_interval_var(
                    linear(interval.start) + interval.start.constant, interval.size, literal(interval.present), ""
                )
                for interval in group
            ]
        )
    if model.cost.terms:
        proto.minimize(linear(model.cost) + model.cost.constant)
    return proto, variables


def linear_bound(model: Model, deadline: float | None = None, iterations: int = 100_000) -> int | None:
    """Return a lower bound of the cost from the linear relaxation of a model, by the dual simplex method of GLOP.

    Parameters
    ----------
    deadline
        ``time.monotonic()`` after which no answer is needed.
    iterations
        Limit of the simplex method; what it has proven by then is a bound too.

    Returns
    -------
    int or None
        The bound, rounded up where the relaxation was solved since costs are integers; None where there is none yet.
    """
    if model.is_contradictory or not model.cost.terms:
        return model.cost.constant
    import datetime

    from ortools.math_opt.python import mathopt

    limits: dict[str, Any] = {"iteration_limit": iterations, "lp_algorithm": mathopt.LPAlgorithm.DUAL_SIMPLEX}
    if deadline is not None:
        limits["time_limit"] = datetime.timedelta(seconds=max(0.05, deadline - time.monotonic()))
    program, _ = _to_linear_program(model)
    result = mathopt.solve(program, mathopt.SolverType.GLOP, params=mathopt.SolveParameters(**limits))
    bound: float = result.termination.objective_bounds.dual_bound + model.cost.constant
    if not math.isfinite(bound):
        return None
    is_solved = result.termination.reason == mathopt.TerminationReason.OPTIMAL
    return math.ceil(bound - 1e-4) if is_solved else math.floor(bound - 1e-4)


def minimise(model: Model, deadline: float | None = None) -> Answer:
    """Minimise the cost of a purely linear model with HiGHS, to proven optimality unless the deadline comes first.

    HiGHS counts in floating point. Costs are integers, so a gap below one is none: half of one is asked, and a bound
    counts as the next integer only past a quarter. With variables whole to within 1e-9, and costs of 2,000,000 a unit,
    an answer with a hundred variables off by that much is within 0.2 of the truth.

    Parameters
    ----------
    deadline
        ``time.monotonic()`` after which the best so far is returned.
    """
    if model.is_contradictory:
        return Answer(Verdict.INFEASIBLE, None, 0)
    import datetime

    from ortools.math_opt.python import mathopt
    from ortools.math_opt.solvers import highs_pb2

    exact = highs_pb2.HighsOptionsProto(double_options={"mip_feasibility_tolerance": 1e-9})
    limits: dict[str, Any] = {"absolute_gap_tolerance": 0.5, "relative_gap_tolerance": 0.0, "highs": exact}
    if deadline is not None:
        limits["time_limit"] = datetime.timedelta(seconds=max(0.05, deadline - time.monotonic()))
    program, variables = _to_linear_program(model, is_integer=True)
    result = mathopt.solve(program, mathopt.SolverType.HIGHS, params=mathopt.SolveParameters(**limits))
    reasons = mathopt.TerminationReason
    is_late = result.termination.reason in (reasons.FEASIBLE, reasons.NO_SOLUTION_FOUND)
    verdict = {
        reasons.OPTIMAL: Verdict.OPTIMAL,
        reasons.FEASIBLE: Verdict.FEASIBLE,
        reasons.INFEASIBLE: Verdict.INFEASIBLE,
    }.get(result.termination.reason, Verdict.UNKNOWN)
    if verdict in (Verdict.INFEASIBLE, Verdict.UNKNOWN):
        return Answer(verdict, None, 0, clock_ended=is_late)
    found = result.variable_values()
    bound = result.termination.objective_bounds.dual_bound + model.cost.constant
    least = math.ceil(bound - 0.25) if math.isfinite(bound) else 0
    return Answer(verdict, tuple(round(found[variable]) for variable in variables), least, clock_ended=is_late)


class Master:
    """A linear program of column generation on GLOP: columns that meet every row exactly and are worth most.

    Parameters
    ----------
    sides
        What each row comes to, at least 0.
    shortage
        Worth, far below 0, of a unit by which a row falls short.
    """

    def __init__(self, sides: Sequence[int], shortage: float) -> None:
        from ortools.math_opt.python import mathopt

        self._program = mathopt.Model()
        self._program.objective.is_maximize = True
        self._rows = [self._program.add_linear_constraint(lb=side, ub=side) for side in sides]
        for row in range(len(sides)):
            self.add(shortage, (row,))
        self._solver = mathopt.IncrementalSolver(self._program, mathopt.SolverType.GLOP)

    def add(self, worth: float, rows: Iterable[int]) -> None:
        """Add a column that has 1 in some rows."""
        column = self._program.add_variable(lb=0.0)
        self._program.objective.set_linear_coefficient(column, worth)
        for row in rows:
            self._rows[row].set_coefficient(column, 1.0)

    def prices(self) -> list[float]:
        """Solve it, and return the price of each row: what one more of it would be worth."""
        found = self._solver.solve().dual_values()
        return [found[row] for row in self._rows]


def _to_linear_program(model: Model, is_integer: bool = False) -> tuple[Any, list[Any]]:
    """Return the linear part of a model: rows without a condition, no intervals."""
    from ortools.math_opt.python import mathopt

    program = mathopt.Model()
    variables = [
        program.add_variable(lb=low, ub=high, is_integer=is_integer)
        for low, high in zip(model.lower, model.upper, strict=True)
    ]
    for row in model.rows:
        if row.when:
            continue
        constraint = program.add_linear_constraint(
            lb=-math.inf if row.low is None else row.low - row.expr.constant,
            ub=math.inf if row.high is None else row.high - row.expr.constant,
        )
        for variable, coefficient in row.expr.terms.items():
            constraint.set_coefficient(variables[variable], coefficient)
    for variable, coefficient in model.cost.terms.items():
        program.objective.set_linear_coefficient(variables[variable], coefficient)
    return program, variables
