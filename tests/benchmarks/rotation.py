"""Prints how long a rotation of 23 objectives over six cycles takes, beside plain booleans in CP-SAT.

Run ``python -m tests.benchmarks.rotation``. The peer has a boolean for each objective and cycle, the same policy and
points, and ten seconds; a policy that cannot be kept is explained, and the time that takes is printed as well.
"""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from solver.result import Limits, Status
from solver.rotation.problem import Cycle, Objective, Problem
from solver.rotation.solve import solve

PEER_SECONDS = 10
CYCLES, PAST, GAP, SPREAD = 6, 2, 2, 1


def a_problem(size: int, longest: int | None = None) -> Problem:
    """Return 23 objectives, so many in focus each time, never twice in a row, counts one apart at most."""
    cycles = (*(Cycle(),) * PAST, *(Cycle(size, size),) * CYCLES)
    objectives = tuple(Objective(urgency=1 + i * 7 % 5) for i in range(23))
    return Problem(cycles, PAST, objectives, GAP, longest, SPREAD)


def plain(problem: Problem) -> tuple[str, int, float]:
    """Solve with a boolean for each objective and cycle; return how it ended, its points and its bound."""
    model = cp_model.CpModel()
    cycles = list(problem.to_come)
    has = {(i, c): model.new_bool_var("") for i in range(23) for c in cycles}
    points = []
    for c in cycles:
        model.add(sum(has[i, c] for i in range(23)) == problem.cycles[c].least)
        fewest = model.new_int_var(0, CYCLES, "")
        for i in range(23):
            model.add_linear_constraint(sum(has[i, d] for d in cycles if d <= c) - fewest, 0, SPREAD)
            if c + 1 in cycles:
                model.add(has[i, c] + has[i, c + 1] <= 1)
    for i, objective in enumerate(problem.objectives):
        since: cp_model.LinearExprT = PAST
        for c in cycles:
            waits = model.new_int_var(0, len(problem.cycles), "")
            model.add(waits == 0).only_enforce_if(has[i, c])
            model.add(waits == since + 1).only_enforce_if(has[i, c].negated())
            points.append(objective.urgency * (len(problem.cycles) - c) * waits)
            since = waits
    model.minimize(sum(points))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = PEER_SECONDS
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    return solver.status_name(status), int(solver.objective_value), solver.best_objective_bound


def main() -> None:
    """Print a row a policy."""
    print("in focus  ours: status   seconds  points  bound | plain CP-SAT: status  seconds  points   bound  ratio")
    for size in (5, 6, 7, 8, 9, 10):
        problem = a_problem(size)
        began = time.perf_counter()
        result = solve(problem, Limits())
        ours = time.perf_counter() - began
        began = time.perf_counter()
        status, points, bound = plain(problem)
        theirs = time.perf_counter() - began
        print(
            f"{size:>8}  {result.status.value:>13}  {ours:>7.2f}  {result.score:>6}  {result.bound:>5} | {status:>20}"
            f"  {theirs:>7.2f}  {points:>6}  {bound:>6.0f}  {theirs / ours:>4.0f}x"
        )
    began = time.perf_counter()
    result = solve(a_problem(4, longest=5), Limits())
    seconds = time.perf_counter() - began
    assert result.status is Status.INFEASIBLE
    members = len(result.conflict.members) if result.conflict else 0
    print(f"4 in focus and none waiting for over 5: impossible, {members} requirements named in {seconds:.2f} s")


if __name__ == "__main__":
    main()
