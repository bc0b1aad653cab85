"""What random timetable problems are drawn with that a forum's own tables say."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

from solver.timetable.points import Points
from solver.timetable.problem import Problem
from tests.solver.timetable.drawing import some


def with_tables(random: Random, problem: Problem) -> Problem:
    """Draw what a forum's own tables say: points, who speaks and who listens, chairs of themes, when what is due."""
    sessions, themes, rooms = len(problem.sessions), 3, len(problem.rooms)
    periods = len(problem.periods)

    def points(first: int, second: int) -> dict[tuple[int, int], int]:
        return {
            pair: random.choice((1, 2, 10)) for pair in product(range(first), range(second)) if random.random() < 0.3
        }

    similar = {pair: random.choice((1, 2)) for pair in combinations(range(themes), 2) if random.random() < 0.6}
    return replace(
        problem,
        sessions=tuple(
            replace(
                session,
                themes=some(random, themes, random.choice((0.2, 0.4, 0.6))),
                speakers=some(random, 3),
                attendees=some(random, 3),
                due=random.choice((0, 0, 1, 2, 3)),
            )
            for session in problem.sessions
        ),
        theme_chairs=tuple(some(random, 3) for _ in range(themes)),
        points=Points(
            session_period=points(sessions, periods),
            session_room=points(sessions, rooms),
            session_hours=points(sessions, periods) if random.random() < 0.3 else {},
            theme_period=points(themes, periods),
            theme_room=points(themes, rooms),
            room_period=points(rooms, periods),
            similar=similar,
        ),
    )
