"""Rules about all objectives together: how many are in focus, how level their counts are, and what is best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.model import Expr, total
from solver.rotation.labels import Labels
from solver.rotation.problem import Problem, count
from solver.rotation.solution import Rotation
from solver.rotation.variables import Variables
from solver.rule import Instance, Kind, Violation


class FocusSize:
    """As many objectives are in focus in a cycle as the policy says, fixed ones apart.

    Instance: the cycle. Unit: an objective too few or too many.
    """

    name = "focus-size"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the cycles that are bounded."""
        cycles = range(problem.first, len(problem.cycles))
        return [(c,) for c in cycles if problem.cycles[c].least or problem.cycles[c].most is not None]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (cycle,) in self.instances(problem):
            size = sum(cycle in solution[i] for i in problem.rotating)
            bounds = problem.cycles[cycle]
            over = 0 if bounds.most is None else size - bounds.most
            if (amount := max(bounds.least - size, over)) > 0:
                yield Violation(self.name, (cycle,), amount)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        bounds = problem.cycles[instance[0]]
        most = f" to {bounds.most}" if bounds.most not in (None, bounds.least) else ""
        least = f"{bounds.least}{most}" if bounds.most is not None else f"{bounds.least} or more"
        return f"{least} objectives are reviewed in depth in {labels.cycle(instance[0])}, fixed ones apart."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it is missed by {violation.amount}."

    def encode(self, problem: Problem, instance: Instance, variables: Variables, *, is_relaxed: bool) -> Expr:
        cycle, missed = instance[0], Expr()
        size = Expr()
        for i in problem.rotating:
            size.add_expr(variables.sum_of(i, lambda pattern: int(cycle in pattern)))
        if is_relaxed:
            short, over = (variables.model.integer(0, len(problem.objectives)) for _ in range(2))
            size.add(short).add(over, -1)
            missed.add(short).add(over)
        variables.model.row(size, problem.cycles[cycle].least, problem.cycles[cycle].most)
        return missed


class CountsStayLevel:
    """After every cycle no objective was in focus more often than another by more than the policy allows.

    Instance: the cycle. Unit: a review by which counts differ too much.
    """

    name = "counts-stay-level"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the cycles, where a spread is set."""
        is_set = problem.spread is not None and problem.rotating
        return [(cycle,) for cycle in range(problem.first, len(problem.cycles))] if is_set else []

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (cycle,) in self.instances(problem):
            counts = [count(solution[i], cycle) for i in problem.rotating]
            if (amount := max(counts) - min(counts) - (problem.spread or 0)) > 0:
                yield Violation(self.name, (cycle,), amount)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        times = "once" if problem.spread == 1 else f"{problem.spread} times"
        return f"After {labels.cycle(instance[0])} no objective has come more than {times} oftener than another."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it is missed by {violation.amount}."

    def encode(self, problem: Problem, instance: Instance, variables: Variables, *, is_relaxed: bool) -> Expr:
        cycle, spread = instance[0], problem.spread or 0
        if is_relaxed:
            return self._excess(problem, cycle, spread, variables)
        low, high = variables.bounds.get(cycle, (0, len(problem.cycles)))
        if high - low > spread:  # else every pattern that is left keeps it
            self._choose(problem, cycle, spread, variables, range(low, high - spread + 1))
        return Expr()

    def _choose(self, problem: Problem, cycle: int, spread: int, variables: Variables, fewest: range) -> None:
        """Choose the fewest reviews of any objective; patterns with fewer, or too many more, are then out."""
        chosen = [variables.model.boolean() for _ in fewest]
        variables.model.row(total(chosen), 1, 1)
        for low, literal in zip(fewest, chosen, strict=True):
            for i in problem.rotating:
                out = variables.sum_of(i, lambda p, low=low: not low <= count(p, cycle) <= low + spread)  # type: ignore[misc]
                size = variables.sizes.get(i, 0)
                variables.model.row(out.add(literal, size), None, size)

    def _excess(self, problem: Problem, cycle: int, spread: int, variables: Variables) -> Expr:
        fewest = variables.model.integer(0, len(problem.cycles))
        missed = Expr().add(variables.model.integer(0, len(problem.cycles)))
        for i in problem.rotating:
            above = variables.sum_of(i, lambda pattern: count(pattern, cycle)).add(fewest, -1)
            variables.model.row(Expr(dict(above.terms), above.constant), 0, None)
            variables.model.row(above.add_expr(missed, -1), None, spread)
        return missed


class PlanIsKept:
    """What a released plan puts in focus stays there, as far as it can.

    Points: one for each objective and cycle that is planned otherwise; the fewest there can be come before all else.
    """

    name = "plan-is-kept"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives that a plan was released for."""
        return [(i,) for i, objective in enumerate(problem.objectives) if objective.planned is not None]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (i,) in self.instances(problem):
            if amount := self._changed(problem, i, solution[i]):
                yield Violation(self.name, (i,), amount)

    def _changed(self, problem: Problem, objective: int, pattern: frozenset[int]) -> int:
        planned = problem.objectives[objective].planned or frozenset()
        spoken_of = problem.to_come if problem.released is None else problem.released
        return sum((cycle in pattern) != (cycle in planned) for cycle in spoken_of)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        planned = sorted(problem.objectives[instance[0]].planned or ())
        when = ", ".join(labels.cycle(cycle) for cycle in planned) or "no cycle to come"
        return f"{labels.objective(instance[0])} is planned for {when}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; {violation.amount} cycles change."

    def cost(self, problem: Problem, variables: Variables) -> Expr:
        points = Expr()
        for (i,) in self.instances(problem):
            points.add_expr(variables.sum_of(i, lambda pattern, i=i: self._changed(problem, i, pattern)))  # type: ignore[misc]
        return points


class UrgentFirst:
    """What has waited longest, and for the strongest reasons, is reviewed first.

    Points: for each objective, its urgency times the cycles to come in which it is not in focus, each of them counted
    by how many cycles have passed since its last review, times how many are left from it on.
    """

    name = "urgent-first"
    kind = Kind.SOFT
    weight = "slight"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives that are urgent."""
        return [(i,) for i in problem.rotating if problem.objectives[i].urgency]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (i,) in self.instances(problem):
            if points := problem.objectives[i].urgency * problem.waits(i, solution[i]):
                yield Violation(self.name, (i,), points)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.objective(instance[0])} is reviewed in depth soon and often."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        waits = violation.amount // problem.objectives[violation.instance[0]].urgency
        return f"{labels.objective(violation.instance[0])} waits: {waits} in all, counted by how long and how soon."

    def cost(self, problem: Problem, variables: Variables) -> Expr:
        points = Expr()
        for (i,) in self.instances(problem):
            urgency = problem.objectives[i].urgency
            points.add_expr(variables.sum_of(i, lambda pattern, i=i: problem.waits(i, pattern)), urgency)  # type: ignore[misc]
        return points
