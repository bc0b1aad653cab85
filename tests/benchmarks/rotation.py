"""Prints how long a rotation of 23 objectives over six cycles takes, beside plain booleans in CP-SAT.

Run ``python -m tests.benchmarks.rotation``. The peer has a boolean for each objective and cycle, the same policy and
points, and ten seconds; a policy that cannot be kept is explained, and the time that takes is printed as well. Then the
round tables of all six cycles, beside the same on CP-SAT, and the whole of both as `forum rotate` does it.
"""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.rotation.planning import GROUPING_EFFORT, grouping_of, rotate
from solver.result import Limits, Status
from solver.rotation.grouping import search
from solver.rotation.groups import Groups
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


def round_tables() -> None:
    """Print a row a policy: rotation and round tables of the real start together, then each grouping on its peer."""
    forum = read_forum(sample_path("imrf-2026"))
    print("in focus  rotation and round tables: CPU seconds  proven | round tables on CP-SAT: CPU seconds  proven")
    for size in (5, 6, 8, 10, 23):
        policy = forum.rotation.model_copy(update={"focus_least": size, "focus_most": size})
        began = time.process_time()
        rotated = rotate(forum.model_copy(update={"rotation": policy}), CYCLES, None, Limits())
        ours = time.process_time() - began
        assert rotated.plan is not None
        editions = rotated.plan.editions
        proven = sum(edition.parted == edition.parted_bound for edition in editions)
        began, theirs_proven = time.process_time(), 0
        before: Groups = ()
        for edition in editions:
            problem = grouping_of(forum, range(1, 24), [n - 1 for n in edition.focus], before)
            found = search(problem, Limits(effort=GROUPING_EFFORT), None)
            theirs_proven += found.status is Status.OPTIMAL
            before = found.groups or ()
        theirs = time.process_time() - began
        print(f"{size:>8}  {ours:>38.2f}  {proven:>2} of {CYCLES} | {theirs:>35.2f}  {theirs_proven:>2} of {CYCLES}")


if __name__ == "__main__":
    main()
    round_tables()
