"""Which themes meet beside which, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from solver.model import TRUE, Expr, Literal, total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.meetings import theme_at, theme_meets, theme_steps
from solver.timetable.points import Pair
from solver.timetable.problem import Problem
from solver.timetable.rules.interpretation import ask_at_most
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class OneTheme:
    """A meeting holds sessions of one theme.

    A unit is a theme of a meeting beyond the first.
    """

    name = "one-theme"
    kind = Kind.OFFERED
    weight = "strong"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each room, where there are two themes or more."""
        if len(problem.tagged("themes")) > 1:
            for room in range(len(problem.rooms)):
                yield (room,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        meetings = solution.sittings_by_meeting(problem)
        for (period, room), themes in solution.themes_by_meeting(problem).items():
            if len(themes) > 1:
                yield Violation(self.name, (room,), len(themes) - 1, tuple(meetings[period, room]))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Each meeting in {labels.room(instance[0])} holds sessions of one theme."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        room = labels.room(violation.instance[0])
        return f"A meeting in {room} holds sessions of {violation.amount + 1} themes."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        for period in range(len(problem.periods)):
            ask_at_most(
                variables, [theme_at(variables, t, period, instance[0]) for t in problem.tagged("themes")], 1, weight
            )


class ThemePairs:
    """What rules about two themes in one period share; an instance is the two, the smaller index first."""

    name: str
    needs_rooms = False

    def amounts(self, problem: Problem) -> Mapping[Pair, int]:
        """Return the units of a pair of meetings by its two themes."""
        raise NotImplementedError

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each pair of themes with sessions that should not meet side by side."""
        used = problem.tagged("themes").keys()
        yield from sorted(pair for pair in self.amounts(problem) if used >= {*pair})

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        amounts = self.amounts(problem)
        sittings = solution.sittings_by_meeting(problem)
        rooms: dict[int, dict[int, frozenset[int]]] = {}
        for (period, room), themes in solution.themes_by_meeting(problem).items():
            rooms.setdefault(period, {})[room] = themes
        for period, here in rooms.items():
            for (room, themes), (other, others) in combinations(here.items(), 2):
                for pair in ((one, two) for one in themes for two in others if one != two):
                    first, second = min(pair), max(pair)
                    if amount := amounts.get((first, second), 0):
                        where = (*sittings[period, room], *sittings[period, other])
                        yield Violation(self.name, (first, second), amount, where)

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        tagged = problem.tagged("themes")
        return tuple(sorted({*tagged[instance[0]], *tagged[instance[1]]}))

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        if not variables.has_rooms and not variables.holds_one_theme:
            return
        for period in range(len(problem.periods)):
            first, second = (theme_steps(variables, theme, period) for theme in instance)
            pairs = _products(variables, first, second)
            if not variables.holds_one_theme:
                pairs.add_expr(_of_both(variables, instance, period), -1)
            if weight is None:
                variables.model.row(pairs, None, 0)
            else:
                variables.model.penalise(pairs, weight * self.amounts(problem)[instance[0], instance[1]])


class SimilarThemes(ThemePairs):
    """Similar themes do not meet in the same period.

    A unit is a point that the forum's table puts on two themes, for each pair of their meetings in one period.
    """

    name = "similar-themes"
    kind = Kind.SOFT
    weight = "slight"

    def amounts(self, problem: Problem) -> Mapping[Pair, int]:
        return problem.points.similar

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        first, second = (labels.tag("themes", theme) for theme in instance)
        return f"Themes {first} and {second}, which are similar, do not meet in the same period."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = (labels.tag("themes", theme) for theme in violation.instance)
        return f"Themes {first} and {second} are similar and meet in the same period."


class ThemeChairs(ThemePairs):
    """Themes that share a chair do not meet in the same period.

    A unit is a pair of meetings of two such themes in one period.
    """

    name = "theme-chairs"
    kind = Kind.SOFT
    weight = "strong"

    def amounts(self, problem: Problem) -> Mapping[Pair, int]:
        pairs = combinations(range(len(problem.theme_chairs)), 2)
        return {(one, two): 1 for one, two in pairs if problem.theme_chairs[one] & problem.theme_chairs[two]}

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        first, second = (labels.tag("themes", theme) for theme in instance)
        return f"Themes {first} and {second} share a chair and do not meet in the same period."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = (labels.tag("themes", theme) for theme in violation.instance)
        return f"Themes {first} and {second} share a chair and meet in the same period."


class ThemeParallel:
    """A theme has one meeting at most in a period.

    A unit is a meeting of a theme in one period beyond the first.
    """

    name = "theme-parallel"
    kind = Kind.OFFERED
    weight = "normal"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme of two sittings or more."""
        for theme, sittings in problem.tagged("themes").items():
            if len(sittings) > 1:
                yield (theme,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        sittings = solution.sittings_by_meeting(problem)
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for meeting, themes in solution.themes_by_meeting(problem).items():
            for theme in themes:
                found.setdefault((theme, meeting[0]), []).append(meeting)
        for (theme, _), meetings in sorted(found.items()):
            if len(meetings) > 1:
                here = (i for meeting in meetings for i in sittings[meeting] if theme in problem.session_of(i).themes)
                yield Violation(self.name, (theme,), len(meetings) - 1, tuple(here))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Theme {labels.tag('themes', instance[0])} has one meeting at most in a period."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme = labels.tag("themes", violation.instance[0])
        return f"Theme {theme} has {violation.amount + 1} meetings in one period."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        for period in range(len(problem.periods)):
            beyond = theme_steps(variables, instance[0], period)[1:]
            if weight is None:
                variables.model.at_most(0, beyond)
            else:
                variables.model.penalise(total(beyond), weight)


class ThemeStretch:
    """The meetings of a theme follow each other, in one stretch of periods.

    A unit is a theme whose periods are interrupted by one in which it could meet and does not.
    """

    name = "theme-stretch"
    kind = Kind.OFFERED
    weight = "normal"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme of two sittings or more."""
        for theme, sittings in problem.tagged("themes").items():
            if len(sittings) > 1:
                yield (theme,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for theme, sittings in problem.tagged("themes").items():
            rank = {period: place for place, period in enumerate(_line(problem, theme))}
            used = {rank[p.period] for i in sittings if (p := solution.placements[i]) is not None and p.period in rank}
            if used and max(used) - min(used) + 1 > len(used):
                yield Violation(self.name, (theme,), 1, sittings)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"The meetings of theme {labels.tag('themes', instance[0])} follow each other."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme = labels.tag("themes", violation.instance[0])
        return f"The meetings of theme {theme} are interrupted by periods without it."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        begins: list[Literal] = []
        before = ~TRUE
        for period in _line(problem, instance[0]):
            meets = theme_meets(variables, instance[0], period)
            begin = variables.model.boolean()
            variables.model.clause([begin, ~meets, before])
            begins.append(begin)
            before = meets
        slack = variables.slack(weight)
        variables.model.row(total(begins).add(slack.literal, 1 - len(begins)), None, 1)


def _line(problem: Problem, theme: int) -> list[int]:
    """Return the periods in which a theme could meet by the kinds of its sessions, in order of time."""
    kinds = {problem.session_of(i).kind for i in problem.tagged("themes").get(theme, ())}
    open_to = (i for i, period in enumerate(problem.periods) if not kinds.isdisjoint(period.kinds))
    return sorted(open_to, key=lambda i: (problem.periods[i].start, i))


def _products(variables: Variables, first: list[Literal], second: list[Literal]) -> Expr:
    """Return the product of two counts given as steps, to be minimised."""
    pairs = Expr()
    for one in first:
        for two in second:
            if one == two == TRUE:
                pairs.constant += 1
                continue
            both = variables.model.boolean()
            variables.model.clause([both, ~one, ~two])
            pairs.add(both)
    return pairs


def _of_both(variables: Variables, themes: Instance, period: int) -> Expr:
    """Return the meetings that are of both themes, to be as many as can be."""
    both = Expr()
    for room in range(len(variables.problem.rooms)):
        literal = variables.model.boolean()
        for theme in themes:
            variables.model.clause([~literal, theme_at(variables, theme, period, room)])
        both.add(literal)
    return both
