"""Each rule of speakers lists by hand: what it allows, what it forbids, what it counts."""

from solver.rule import Rule
from solver.speakers.problem import Intervention, Mode, Problem, Window
from solver.speakers.rules.floor import FloorTime, FloorWaits
from solver.speakers.rules.interspersal import RunCap, SittingShare
from solver.speakers.rules.neighbours import NeighboursDiffer
from solver.speakers.rules.order import GroupsFirst, OpeningFirst, ProtocolOrder, ReservedPlaces
from solver.speakers.rules.presence import EverySpeakerOnce, PinnedPlace, WithinAvailability
from solver.speakers.solution import SpeakersList, Turn

MINUTE = 60
HOUR = ((0, 60 * MINUTE),)


def state(key: int = 0, **more: object) -> Intervention:
    return Intervention(MINUTE, False, (key,), **more)  # type: ignore[arg-type]


def stakeholder(key: int = 0, **more: object) -> Intervention:
    return Intervention(MINUTE, True, (key,), **more)  # type: ignore[arg-type]


def problem(*speakers: Intervention, stretches: tuple[Window, ...] = HOUR, **more: object) -> Problem:
    return Problem(speakers, stretches, **more)  # type: ignore[arg-type]


def listed(*order: int, stretch: int = 0) -> SpeakersList:
    """Return turns of a minute each, one after the other from the first second."""
    return SpeakersList(tuple(Turn(speaker, stretch, place * MINUTE) for place, speaker in enumerate(order)))


def amounts(rule: Rule, given: Problem, speakers: SpeakersList) -> list[int]:
    return [violation.amount for violation in rule.check(given, speakers)]


def test_every_speaker_has_the_floor_once_not_never_or_three_times() -> None:
    given = problem(state(), state())
    assert amounts(EverySpeakerOnce(), given, listed(0, 1)) == []
    assert amounts(EverySpeakerOnce(), given, listed(0)) == [1]
    assert amounts(EverySpeakerOnce(), given, listed(0, 0, 0)) == [2, 1]


def test_a_pinned_speaker_is_as_many_places_off_as_it_stands_away() -> None:
    given = problem(state(place=1), state(), state(place=-1))
    assert amounts(PinnedPlace(), given, listed(0, 1, 2)) == []
    assert amounts(PinnedPlace(), given, listed(1, 0, 2)) == [1]
    assert amounts(PinnedPlace(), given, listed(2, 1, 0)) == [2, 2]


def test_a_minister_who_leaves_speaks_before() -> None:
    given = problem(state(), state(windows=((0, 90),)))
    assert amounts(WithinAvailability(), given, listed(1, 0)) == []
    assert amounts(WithinAvailability(), given, listed(0, 1)) == [1]


def test_opening_speakers_come_first_counted_by_those_before_them() -> None:
    given = problem(state(opening=True), state(), state(), mode=Mode.AFTER_OPENING)
    assert amounts(OpeningFirst(), given, listed(0, 1, 2)) == []
    assert amounts(OpeningFirst(), given, listed(1, 0, 2)) == [1]
    assert amounts(OpeningFirst(), given, listed(1, 2, 0)) == [2]


def test_a_turn_starts_when_the_one_before_and_the_changeover_are_over() -> None:
    given = problem(state(), state(), changeover=30)
    assert amounts(FloorTime(), given, SpeakersList((Turn(0, 0, 0), Turn(1, 0, 90)))) == []
    assert amounts(FloorTime(), given, SpeakersList((Turn(0, 0, 0), Turn(1, 0, 60)))) == [1]
    assert amounts(FloorTime(), given, SpeakersList((Turn(0, 0, 5), Turn(1, 0, 200)))) == [1, 1]


def test_the_floor_that_waits_is_counted_in_seconds() -> None:
    given = problem(state(), state(windows=((150, 300),)))
    assert amounts(FloorWaits(), given, listed(0)) == []
    assert amounts(FloorWaits(), given, SpeakersList((Turn(0, 0, 0), Turn(1, 0, 60)))) == []
    assert amounts(FloorWaits(), given, SpeakersList((Turn(0, 0, 0), Turn(1, 0, 150)))) == [90]


def test_a_run_of_states_is_capped_by_their_time_over_the_stakeholders_and_one_more() -> None:
    given = problem(*[state(key) for key in range(4)], stakeholder())
    assert amounts(RunCap(), given, listed(0, 1, 4, 2, 3)) == []
    assert amounts(RunCap(), given, listed(0, 1, 2, 4, 3)) == []
    assert amounts(RunCap(), given, listed(0, 1, 2, 3, 4)) == [MINUTE]


def test_each_sitting_holds_its_share_of_stakeholders() -> None:
    given = problem(state(0), state(1), stakeholder(0), stakeholder(1), stretches=((0, 120), (600, 720)))
    even = SpeakersList((Turn(0, 0, 0), Turn(2, 0, 60), Turn(1, 1, 600), Turn(3, 1, 660)))
    uneven = SpeakersList((Turn(0, 0, 0), Turn(1, 0, 60), Turn(2, 1, 600), Turn(3, 1, 660)))
    assert amounts(SittingShare(), given, even) == []
    assert amounts(SittingShare(), given, uneven) == [1, 1]


def test_groups_speak_before_single_states_counted_by_those_before_them() -> None:
    given = problem(state(0), state(1), state(2, group=True), groups_first=True)
    assert amounts(GroupsFirst(), given, listed(2, 0, 1)) == []
    assert amounts(GroupsFirst(), given, listed(0, 2, 1)) == [1]
    assert amounts(GroupsFirst(), given, listed(0, 1, 2)) == [2]


def test_protocol_counts_the_square_of_the_places_a_speaker_is_off() -> None:
    given = problem(state(0), state(1), state(2))
    assert amounts(ProtocolOrder(), given, listed(0, 1, 2)) == []
    assert amounts(ProtocolOrder(), given, listed(1, 0, 2)) == [1, 1]
    assert amounts(ProtocolOrder(), given, listed(2, 0, 1)) == [4, 1, 1]


def test_each_stakeholder_without_a_reserved_place_is_reported() -> None:
    reserved = problem(state(0), stakeholder(0, place=1), mode=Mode.RESERVED)
    more = problem(state(0), stakeholder(0, place=1), stakeholder(1), stakeholder(2), mode=Mode.RESERVED)
    assert amounts(ReservedPlaces(), reserved, listed(1, 0)) == []
    assert amounts(ReservedPlaces(), more, listed(1, 0, 2)) == [1]
    assert amounts(ReservedPlaces(), more, listed(1, 0, 2, 3)) == [1, 1]
    assert amounts(ReservedPlaces(), problem(state(0), stakeholder(0)), listed(0, 1)) == []


def test_neighbours_share_neither_region_nor_constituency() -> None:
    given = problem(
        stakeholder(0, region=1, constituency=4), stakeholder(1, region=1, constituency=4), state(0, region=2)
    )
    assert amounts(NeighboursDiffer(), given, listed(0, 2, 1)) == []
    assert amounts(NeighboursDiffer(), given, listed(2, 0, 1)) == [2]
