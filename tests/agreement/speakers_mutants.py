"""The ways in which the rules of a speakers list are broken on purpose: in the checker, and in the search."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from solver.rule import Rule, Violation
from solver.speakers import assign, bound, finish, measure, merge, plan, queues, resort, search, timeline
from solver.speakers.ahead import Ahead
from solver.speakers.byname import ByName
from solver.speakers.merge import Merge, State, Step
from solver.speakers.problem import Mode, Problem
from solver.speakers.queues import Queues
from solver.speakers.rulebook import RULES
from solver.speakers.search import Detail, Evenness
from solver.speakers.solution import SpeakersList

FIELDS = {
    "floor-waits": "wait",
    "late-last": "late",
    "groups-first": "groups",
    "sitting-share": "share",
    "run-cap": "over",
    "protocol-order": "protocol",
    "neighbours-differ": "neighbours",
}
"""What a step of the search costs at the level of a rule."""


PINNED, TAIL, STARTS = Merge._pinned, Ahead.tail, queues.possible_starts
"""Parts of the search as they are, for what replaces them."""


class Mutant(NamedTuple):
    """A rule, how it is broken, and the part of the product that is replaced for that."""

    rule: str
    what: str
    owner: Any
    name: str
    instead: Any

    @property
    def is_checker(self) -> bool:
        """Whether what says what a list is worth is broken, not what makes it."""
        return self.what.startswith(("checker", "measure"))


def mutants() -> Iterator[Mutant]:
    """Yield every way of breaking every rule, and of breaking the measures of evenness."""
    for rule in RULES:
        yield from _checkers(rule)
    for rule_name, field in FIELDS.items():
        yield Mutant(rule_name, "search sees nothing", Merge, "steps", _stepping(field, lambda _: 0))
        yield Mutant(rule_name, "search sees too much", Merge, "steps", _stepping(field, lambda amount: amount + 1))
    for family in (_presence, _opening, _floor, _groups, _shares, _runs, _evenness, _protocol, _neighbours, _reserved):
        yield from family()


def _checkers(rule: Rule) -> Iterator[Mutant]:
    checked = type(rule).check

    def misses_last(self: Any, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        yield from [*checked(self, problem, solution)][:-1]

    def counts_more(self: Any, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        for violation in checked(self, problem, solution):
            yield replace(violation, amount=violation.amount + 1)

    yield Mutant(rule.name, "checker finds nothing", type(rule), "check", lambda *_: iter(()))
    yield Mutant(rule.name, "checker misses the last", type(rule), "check", misses_last)
    yield Mutant(rule.name, "checker counts one more", type(rule), "check", counts_more)


def _stepping(field: str, change: Callable[[int], int]) -> Any:
    original = Merge.steps

    def steps(self: Merge, state: State) -> Iterator[Step]:
        for step in original(self, state):
            yield step._replace(**{field: change(getattr(step, field))})

    return steps


def _more(method: Callable[..., int]) -> Any:
    return lambda *args: method(*args) + 1


def _presence() -> Iterator[Mutant]:
    once, pinned, within = "every-speaker-once", "pinned-place", "within-availability"
    whole, leave = timeline.with_pins, Ahead.leave_in_time
    yield Mutant(once, "the last is left out", plan, "with_pins", lambda *args: whole(*args)[:-1])
    yield Mutant(once, "the first speaks twice", plan, "with_pins", lambda *args: (*whole(*args)[:1], *whole(*args)))
    yield Mutant(pinned, "search puts pins last", queues, "_pins_after", _pins_last)
    yield Mutant(pinned, "search lets two pins have one place", plan, "make_queues", _pins_after_another)
    yield Mutant(pinned, "last resort sees no pins", resort, "_pin", lambda *_: None)
    yield Mutant(within, "search admits any start", merge, "first_start", lambda _, due, starts: due)
    yield Mutant(within, "search admits any start of who is pinned", Merge, "_pinned", _pinned_anywhen)
    yield Mutant(within, "search fears for who leaves", Ahead, "leave_in_time", lambda *_: False)
    yield Mutant(
        within, "search fears early", Ahead, "leave_in_time", lambda self, left, time: leave(self, left, time + 1)
    )
    yield Mutant(within, "assignment admits any start", assign, "takes", lambda *_: True)
    yield Mutant(within, "assignment admits starts without waiting only", assign, "takes", _due_only)
    yield Mutant(within, "swaps admit any start", finish, "takes", lambda *_: True)
    yield Mutant(within, "list times any start", timeline, "first_start", lambda _, due, starts: due)
    yield Mutant(within, "starts ignore the second window", queues, "possible_starts", _first_window)
    yield Mutant(within, "last resort sees no windows", resort, "_pieces", _unwindowed(resort._pieces))


def _pins_last(problem: Problem) -> tuple[tuple[int, ...], ...]:
    pins = tuple(i for i, place in enumerate(problem.places) if place is not None)
    return (*((),) * (len(problem.places) - len(pins)), pins)


def _pins_after_another(problem: Problem) -> Any:
    """Let go of who is pinned to a place that is taken, in the search alone."""
    held = problem.places
    kept = [
        replace(it, place=None) if place in held[:i] else it
        for i, (it, place) in enumerate(zip(problem.interventions, held, strict=True))
    ]
    return queues.make_queues(replace(problem, interventions=tuple(kept)))


def _pinned_anywhen(self: Merge, passed: Any) -> Any:
    kept = self._pin_starts
    self._pin_starts = dict.fromkeys(kept)
    try:
        return PINNED(self, passed)
    finally:
        self._pin_starts = kept


def _due_only(problem: Problem, intervention: int, due: tuple[int, int], begun: tuple[int, int]) -> bool:
    return due == begun and problem.is_available(intervention, begun[1])


def _first_window(problem: Problem, intervention: int) -> Any:
    starts = STARTS(problem, intervention)
    return starts and starts[:1]


def _unwindowed(pieces: Callable[[Problem, int], Any]) -> Any:
    def free(problem: Problem, intervention: int) -> Any:
        alone = replace(problem.interventions[intervention], windows=None)
        return pieces(replace(problem, interventions=(alone,)), 0)

    return free


def _opening() -> Iterator[Mutant]:
    def closed(problem: Problem) -> Queues | None:
        made = queues.make_queues(problem)
        return made and replace(made, queues=tuple(replace(queue, opening=False) for queue in made.queues))

    yield Mutant("opening-first", "search sees no opening", plan, "make_queues", closed)
    yield Mutant("opening-first", "last resort sees no opening", resort, "_open", lambda *_: None)


def _floor() -> Iterator[Mutant]:
    time, waits, hopeless = "floor-time", "floor-waits", plan._hopeless

    def endless(stretches: Any, stretch: int, moment: int, seconds: int) -> tuple[int, int]:
        return stretch, moment

    def late(stretches: Any, stretch: int, moment: int, seconds: int) -> Any:
        return timeline.next_start(stretches, stretch, moment + 1, seconds)

    def tight(problem: Problem, made: Queues) -> bool:
        floor = sum(ends - begins for begins, ends in problem.stretches)
        return hopeless(problem, made) or sum(map(problem.duration, range(len(problem.interventions)))) > floor

    yield Mutant(time, "search sees no end of a stretch", merge, "next_start", endless)
    yield Mutant(time, "search begins a second late", merge, "next_start", late)
    yield Mutant(time, "list sees no end of a stretch", timeline, "next_start", endless)
    yield Mutant(time, "search wants a changeover after the last", plan, "_hopeless", tight)
    yield Mutant(waits, "search never waits", plan, "_may_wait", lambda _: False)
    yield Mutant(waits, "search sees no wait for pins that open", Merge, "start_wait", lambda _: 0)
    yield Mutant(waits, "search fears waits ahead", Ahead, "waits", _more(Ahead.waits))
    yield Mutant(waits, "search counts no floor that passes", merge, "floor_between", lambda *_: 0)


def _groups() -> Iterator[Mutant]:
    def ungrouped(problem: Problem) -> Queues | None:
        return queues.make_queues(replace(problem, groups_first=False))

    yield Mutant("groups-first", "search sees no groups", plan, "make_queues", ungrouped)
    yield Mutant("late-last", "late ones are in no queue of their own", queues, "_steps_apart", lambda _: frozenset())


def _shares() -> Iterator[Mutant]:
    name = "sitting-share"
    yield Mutant(name, "search sees no share", Merge, "_share", lambda *_: 0)
    yield Mutant(name, "search rounds no share", Merge, "_share", _unrounded)
    yield Mutant(name, "search never follows shares", plan, "SHARE", plan.CAP)
    yield Mutant(name, "search sees no share where pins end a stretch", Merge, "_pinned", _pins_without_share)
    yield Mutant(name, "search counts pins that open a stretch", Merge, "_pinned", _pins_in_the_share)


def _unrounded(self: Merge, held: int, spoken: int) -> int:
    return abs(self.among * spoken // self.total - held) if self.follow.shares and spoken else 0


def _pins_without_share(self: Merge, passed: Any) -> Any:
    found = PINNED(self, passed)
    return found and found._replace(share=passed.share)


def _pins_in_the_share(self: Merge, passed: Any) -> Any:
    found = PINNED(self, passed)
    opens = found and found.state.stretch != passed.state.stretch
    return found._replace(state=found.state._replace(held=found.state.held + 1)) if opens else found


def _runs() -> Iterator[Mutant]:
    name, over, run = "run-cap", Merge._over, Merge._run
    yield Mutant(name, "search sees no caps", Merge, "_over", lambda *_: 0)
    yield Mutant(
        name, "search sees caps a second short", Merge, "_over", lambda self, run, side: over(self, run + 1, side)
    )
    yield Mutant(name, "search fears runs ahead", Merge, "over_ahead", _more(Merge.over_ahead))
    yield Mutant(name, "search fears long tails", Ahead, "tail", _longer_tail)
    yield Mutant(name, "search forgets the run before", Merge, "_run", lambda self, _, queue: run(self, 0, queue))


def _longer_tail(self: Ahead, left: tuple[int, ...], time: int) -> tuple[int, bool] | None:
    tail = TAIL(self, left, time)
    return tail and (tail[0] * 9, tail[1])


def _evenness() -> Iterator[Mutant]:
    largest, squares, measured = "largest-deviation", "sum-of-squares", measure.deviations

    def doubled(problem: Problem, solution: SpeakersList) -> tuple[Fraction, ...]:
        return tuple(2 * one for one in measured(problem, solution))

    yield Mutant(largest, "measure finds nothing", measure, "deviations", lambda *_: ())
    yield Mutant(squares, "measure counts double", measure, "deviations", doubled)
    yield Mutant(largest, "search sees no deviation", Merge, "_deviation", lambda self, deviation, queue: 0)
    yield Mutant(largest, "search adds deviations", Evenness, "extend", _adding)
    yield Mutant(squares, "search sees no squares", Detail, "extend", _squareless(Detail.extend))
    yield Mutant(squares, "ties ignore squares", search, "is_tight", lambda *_: True)


def _adding(self: Evenness, label: Any, step: Step) -> Any:
    return *search.above(label, step), label[search.ABOVE] + abs(step.state.deviation)


def _squareless(extend: Callable[..., Any]) -> Any:
    def blind(self: Detail, label: Any, step: Step) -> Any:
        found = extend(self, label, step)
        return found and (*found[: search.ABOVE], 0, *found[search.ABOVE + 1 :])

    return blind


def _protocol() -> Iterator[Mutant]:
    name = "protocol-order"
    yield Mutant(name, "bound sees no places", bound, "displacement", lambda *_: 0)
    yield Mutant(name, "swaps see no places", finish, "displacement", lambda *_: 0)
    yield Mutant(name, "bound is too high", plan, "finish", _bolder(finish.finish))
    yield Mutant(name, "reduced costs are the costs", bound, "_reduced", lambda place_of_speaker, arcs: arcs)


def _bolder(finished: Callable[..., Any]) -> Any:
    def bold(*args: Any) -> Any:
        order, (protocol, neighbours) = finished(*args)
        return order, (protocol + 1, neighbours)

    return bold


def _neighbours() -> Iterator[Mutant]:
    name = "neighbours-differ"
    yield Mutant(name, "problem sees no matches", Problem, "matches", lambda *_: 0)
    yield Mutant(name, "search by name sees no pins", ByName, "_after_pins", lambda *_: 0)
    yield Mutant(name, "search by name sees more", ByName, "_after_pins", _more(ByName._after_pins))
    yield Mutant(name, "search by name is not done", plan, "finish", lambda p, q, d, order, budget: (order, (0, 0)))


def _reserved() -> Iterator[Mutant]:
    name = "reserved-places"

    def plain(problem: Problem) -> Queues | None:
        return queues.make_queues(replace(problem, mode=Mode.NONE))

    yield Mutant(name, "protocol sees no reserved places", Problem, "_protocol_key", _unreserved)
    yield Mutant(name, "search sees no reserved places", plan, "make_queues", plain)


def _unreserved(self: Problem, intervention: int) -> tuple[bool, bool, tuple[int, ...]]:
    it = self.interventions[intervention]
    return False, self.groups_first and not it.group, it.protocol
