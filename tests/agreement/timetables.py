"""Small random timetable problems, timetables of them, and models with every decision pinned."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from random import Random

from solver import engine
from solver.engine import Answer, Effort
from solver.model import TRUE, Expr, Literal, total
from solver.rule import Level, Setting
from solver.timetable.build import build, count_rooms, demands_of, single_rooms
from solver.timetable.choice import Domain
from solver.timetable.domains import domains_of
from solver.timetable.interpretation import Interpretation
from solver.timetable.problem import (
    Habit,
    Link,
    Period,
    Pin,
    Placement,
    Problem,
    Relation,
    Room,
    Session,
    Standing,
    Window,
)
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import TimetableRule
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables
from tests.agreement.edges import at_an_edge
from tests.agreement.tables import with_tables
from tests.solver.timetable.drawing import shared_sets, some, starts_in

EFFORT = Effort(work=10.0)


def random_window(random: Random) -> Window:
    """Draw a stretch of the two days, long enough to be of use now and then."""
    low = random.choice((0, 15, 30, 60, 600, 1440, 1470))
    return low, low + random.choice((45, 60, 75, 120, 300, 1500))


def random_windows(random: Random, share: float = 0.4) -> tuple[Window, ...] | None:
    """Draw one or two windows, or None for any time."""
    if random.random() > share:
        return None
    return tuple(random_window(random) for _ in range(random.randint(1, 2)))


def random_periods(random: Random) -> tuple[Period, ...]:
    """Draw periods that touch, overlap or leave small gaps, on two days."""
    periods = []
    for day in range(random.randint(1, 2)):
        start = 1440 * day
        for _ in range(random.randint(1, 3)):
            minutes = random.choice((45, 60, 90, 120))
            periods.append(Period(day, start, start + minutes, some(random, 2, 0.8), random.random() < 0.5))
            start += random.choice((0, 15, 30, minutes, minutes + 5, minutes + 15, minutes + 60))
    if len(periods) < 2:
        return random_periods(random)
    return tuple(periods)


def random_room(random: Random) -> Room:
    """Draw a room in one of two zones."""
    return Room(
        seats=random.choice((20, 50, 100)),
        equipment=some(random, 2, 0.7),
        booths=random.choice((0, 3, 6)),
        zone=random.randrange(2),
        changeover_minutes=random.choice((0, 0, 10, 15)),
        open=random_windows(random),
    )


def random_session(random: Random, periods: int, minutes: tuple[int, ...], standings: tuple[Standing, ...]) -> Session:
    """Draw a session of some sittings that carries a little of everything."""
    return Session(
        kind=random.randrange(2),
        standing=random.choice(standings),
        sittings=minutes,
        seats=random.choice((0, 30, 50, 60)),
        audience=random.choice((0, 45, 51, 75, 125)),
        equipment=some(random, 2),
        languages=random.choice((0, 3, 6)),
        **shared_sets(random, wanted=0.6),
        windows=random_windows(random),
        preferred=some(random, periods),
        stakeholder_led=random.random() < 0.5,
        remote=tuple((random_window(random),) for _ in range(random.choice((0, 0, 1, 2)))),
    )


def random_relations(random: Random, sessions: int) -> tuple[Relation, ...]:
    """Draw ties of every link."""
    relations = []
    for link in (*Link, *Link):
        first, second = random.sample(range(sessions), 2)
        amount = random.choice((0, 1)) if link is Link.FEEDS else random.choice((0, 15, 60, 600))
        relations.append(Relation(link, first, second, amount))
    return tuple(relations)


def random_problem(random: Random) -> Problem:
    """Draw a problem of two to eight sittings."""
    periods = random_periods(random)
    rooms = tuple(random_room(random) for _ in range(random.randint(1, 4)))
    shortest = min(period.minutes for period in periods)
    standings = random.choice((tuple(Standing), (Standing.SIDE,)))
    counts = [random.choice((1, 1, 1, 2)) for _ in range(random.randint(3 if len(standings) == 1 else 2, 5))]
    sessions = tuple(
        random_session(
            random,
            len(periods),
            tuple(random.choice([m for m in (15, 20, 30, 45, 60) if m <= shortest]) for _ in range(count)),
            standings,
        )
        for count in counts
    )
    problem = Problem(
        periods,
        rooms,
        sessions,
        relations=random_relations(random, len(sessions)),
        slot_minutes=random.choice((5, 15)),
        walk=((0, 10), (10, 0)) if random.random() < 0.5 else ((0, 25), (25, 0)),
        person_windows=(random_windows(random, 0.8), random_windows(random, 0.8)),
        delegation_people=(1, random.choice((0, 1, 2))),
        habits=(random.choice(tuple(Habit)), random.choice(tuple(Habit))),
        interpretation=random_interpretation(random),
        framework=some(random, 2, 0.7),
    )
    baseline = random_timetable(random, problem).placements
    return with_tables(random, replace(problem, baseline=baseline, pins=tuple(random_pins(random, problem))))


def random_interpretation(random: Random) -> Interpretation:
    """Draw what the teams can do."""
    teams = random.choice((None, 0, 1, 1, 2))
    return Interpretation(teams, random.choice((40, 60, 90)), random.randint(1, 2), random.choice((0, 15, 60)))


def random_pins(random: Random, problem: Problem) -> Iterator[Pin]:
    """Draw pins of a period, a room, a start or several of them."""
    for _ in range(random.randint(0, 2)):
        sitting = random.randrange(len(problem.sittings))
        place = random_placement(random, problem, sitting)
        has_time, has_room = random.choice(((True, False), (False, True), (True, True)))
        has_start = has_time and random.random() < 0.5
        yield Pin(
            sitting,
            place.period if has_time else None,
            place.room if has_room else None,
            place.start if has_start else None,
        )


def random_placement(random: Random, problem: Problem, sitting: int) -> Placement:
    """Draw a place inside a period, on the grid."""
    index = random.randrange(len(problem.periods))
    start = random.choice(starts_in(problem.periods[index], problem.sittings[sitting].minutes, problem.slot_minutes))
    return Placement(index, random.randrange(len(problem.rooms)), start)


def random_timetable(random: Random, problem: Problem) -> Timetable:
    """Draw a place for every sitting."""
    return Timetable(tuple(random_placement(random, problem, i) for i in range(len(problem.sittings))))


def mutant(random: Random, problem: Problem, timetable: Timetable, rule: TimetableRule) -> Timetable:
    """Move one sitting: elsewhere, or where the rule speaks of that, off the agenda or out of its period."""
    placements = list(timetable.placements)
    sitting = random.randrange(len(placements))
    place = random_placement(random, problem, sitting)
    if rule.name == "placed-once":
        placements[sitting] = None
    elif rule.name == "objective-open":
        for other in problem.tagged("opens").get(random.randrange(2), ()):
            placements[other] = None
    elif rule.name == "inside-period":
        placements[sitting] = replace(place, start=place.start + random.choice((-5, -1, 1, 60, 120)))
    else:
        placements[sitting] = place
    return Timetable(tuple(placements))


Case = tuple[Problem, Timetable]


def cases(rule: TimetableRule, level: Level, count: int) -> list[Case]:
    """Return planted timetables and their one-move mutants, half of them silent, half violating."""
    random = Random(f"{rule.name} {level.value}")
    found: dict[bool, list[Case]] = {True: [], False: []}
    for _ in range(4000):
        if min(len(side) for side in found.values()) >= count // 2:
            break
        problem = replace(random_problem(random), settings={rule.name: Setting(level, random.choice((1, 3)))})
        planted = random_timetable(random, problem)
        if rule.name.startswith("keep") and random.random() < 0.5:
            planted = Timetable(problem.baseline)
        elif random.random() < 0.5:
            planted = at_an_edge(random, problem, planted)
        if next(iter(rule.instances(problem)), None) is None:
            continue
        for timetable in (planted, mutant(random, problem, planted, rule)):
            side = found[not any(rule.check(problem, timetable))]
            if len(side) < count // 2:
                side.append((problem, timetable))
    return [*found[True], *found[False]]


def random_settings(random: Random) -> dict[str, Setting]:
    """Draw a level and a weight for every rule; what no model can break blocks, as does little else."""
    levels = random.choices((Level.BLOCK, Level.WARN, Level.IGNORE), (1, 8, 1), k=len(RULES))
    return {
        rule.name: Setting(Level.BLOCK if rule.name == "inside-period" else level, random.choice((1, 3, 10)))
        for rule, level in zip(RULES, levels, strict=True)
    }


def pinned_answer(
    problem: Problem,
    timetable: Timetable,
    rules: Sequence[TimetableRule] = RULES,
    fixed: Collection[int] = (),
    has_rooms: bool = True,
    is_optional: bool = False,
) -> Answer | None:
    """Solve the model of some rules with every decision pinned by rows; None where no domain holds the place.

    Sittings named in ``fixed`` stand fast in the model itself; where all are optional it can leave any out.
    """
    demands = demands_of(problem, rules)
    domains = [
        Domain((), {}, {}) if place is None and not is_optional else domain
        for domain, place in zip(
            domains_of(problem, ((d.rule, d.setting, d.instance) for d in demands)), timetable.placements, strict=True
        )
    ]
    places = {sitting: timetable.placements[sitting] for sitting in fixed}
    optional = [sitting for sitting in range(len(domains)) if is_optional]
    variables = build(problem, domains, demands, places, optional, has_rooms)
    hold(variables, [~variables.present[i] for i, place in enumerate(timetable.placements) if place is None])
    if not has_rooms:
        count_rooms(problem, variables, domains, single_rooms(demands))
    return engine.solve(variables.model, EFFORT) if pin(variables, timetable) else None


def pin(variables: Variables, timetable: Timetable) -> bool:
    """Fix the time, the room and the first minute of every placed sitting; say whether there is such a place."""
    for sitting, place in timetable.placed():
        grid = place.start - variables.problem.periods[place.period].start
        literals: list[Literal] = [
            literal
            for choice, literal in zip(variables.choices[sitting], variables.times[sitting], strict=True)
            if choice.period == place.period and choice.low <= place.start <= choice.high
        ]
        is_known = not variables.has_rooms or place.room in variables.rooms[sitting]
        if not literals or not is_known or grid % variables.problem.slot_minutes:
            return False
        if variables.has_rooms:
            literals.append(variables.rooms[sitting][place.room])
        hold(variables, literals)
        start = Expr().add_expr(variables.start(sitting))
        variables.model.row(start, place.start, place.start)
    return True


def hold(variables: Variables, literals: Collection[Literal]) -> None:
    """Ask that all of some literals hold."""
    for literal in literals:
        if literal != TRUE:
            variables.model.row(total([literal]), 1, 1)
