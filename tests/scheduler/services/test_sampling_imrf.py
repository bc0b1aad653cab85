from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from scheduler.clock import second_of, window_minutes
from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Publication
from scheduler.domain.request import Request
from scheduler.domain.session import Mode
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path, sample_workbook
from scheduler.services.sampling.edition import SampleSizeError, Sizes
from scheduler.services.sampling.imrf import imrf_like, imrf_planned
from scheduler.services.sampling.write_fixtures import FIXTURES, SEED, WORKBOOK, write_fixtures
from scheduler.translate.placements import timetable_of
from scheduler.translate.timetable import timetable_problem
from solver.timetable.check import check
from solver.timetable.rulebook import RULES
from tests.scheduler.services.plan_checker import PlanChecker

GRANTED = tuple(name for name, edition in FIXTURES.items() if not edition.asked)
SOME_DAY = 1e9
NEVER = 2e9


@cache
def drawn(name: str, seed: int = SEED) -> tuple[Forum, Agenda]:
    return imrf_planned(seed, FIXTURES[name])


@cache
def sample(name: str) -> Forum:
    return read_forum(sample_path(name))


def floor_seconds(forum: Forum, session: str) -> int:
    kind = forum.kind_by_id[forum.session_by_id[session].kind]
    total = 0
    for request in forum.requests:
        if request.session == session:
            limit = kind.minutes_group if request.on_behalf_of else kind.minutes_national
            total += round((request.minutes or limit) * 60) + forum.speaker_changeover_seconds
    return total


def late_speakers(forum: Forum, agenda: Agenda, session: str) -> list[str]:
    """Let whoever must leave first speak next, without a break, and return who comes too late."""
    waiting = [request for request in forum.requests if request.session == session]
    kind = forum.kind_by_id[forum.session_by_id[session].kind]
    late = []
    for number, placement in enumerate(agenda.placements_of[session]):
        now = second_of(forum, placement.start) + (0 if number else forum.session_by_id[session].opening_minutes * 60)
        while waiting:
            request = min(waiting, key=lambda item: deadline(forum, item, now))
            limit = kind.minutes_group if request.on_behalf_of else kind.minutes_national
            end = now + round((request.minutes or limit) * 60)
            if end > second_of(forum, placement.end):
                break
            waiting.remove(request)
            late += (
                [request.id] if deadline(forum, request, now) < end or deadline(forum, request, now) == NEVER else []
            )
            now = end + forum.speaker_changeover_seconds
    return late + [request.id for request in waiting]


def deadline(forum: Forum, request: Request, now: int) -> float:
    """Return the second by which a request present now must be heard, or never where its speaker is not there."""
    person = forum.person_by_id[request.person] if request.person else None
    windows = request.available or (person.available if person else ())
    ends = [end * 60 for start, end in (window_minutes(forum, w) for w in windows) if start * 60 <= now < end * 60]
    if ends:
        last = max(end * 60 for _, end in (window_minutes(forum, w) for w in windows))
        return float(last)
    return NEVER if windows else SOME_DAY


@pytest.fixture(scope="module")
def forum_2026() -> Forum:
    return sample("imrf-2026")


@pytest.mark.parametrize("name", FIXTURES)
def test_the_plan_a_sample_was_drawn_from_meets_every_demand(name: str) -> None:
    assert PlanChecker(*drawn(name)).faults() == []


@pytest.mark.parametrize("name", FIXTURES)
def test_the_rules_of_the_timetable_find_nothing_in_the_plan(name: str) -> None:
    forum, agenda = drawn(name)
    translation = timetable_problem(forum)
    assert check(translation.problem, timetable_of(translation, agenda)).broken == ()


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("name", FIXTURES)
def test_other_seeds_are_feasible_too(name: str, seed: int) -> None:
    assert PlanChecker(*drawn(name, seed)).faults() == []


def test_the_committed_fixtures_are_what_the_generator_writes(tmp_path: Path) -> None:
    write_fixtures(tmp_path)
    written = {
        path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.glob("*/*") if path.parent.name in FIXTURES
    }
    root = sample_path("imrf-2026").parent
    committed = {
        path.relative_to(root): path.read_bytes()
        for name in FIXTURES
        for path in (root / name).rglob("*")
        if path.is_file()
    }
    assert written == committed


def test_the_committed_workbook_is_the_forum_of_its_folder() -> None:
    assert (sample_workbook().stem, read_forum(sample_workbook())) == (WORKBOOK, sample(WORKBOOK))


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_reads_back_as_the_forum_that_was_drawn(name: str) -> None:
    assert sample(name) == drawn(name)[0]


@pytest.mark.parametrize("name", GRANTED)
def test_granted_requests_fit_the_floor_of_every_session(name: str) -> None:
    forum = sample(name)
    over = [s.id for s in forum.sessions if floor_seconds(forum, s.id) > s.floor_minutes * 60]
    assert over == []


@pytest.mark.parametrize("name", GRANTED)
def test_every_list_can_be_spoken_inside_the_hours_people_are_there(name: str) -> None:
    forum, agenda = drawn(name)
    asked = {request.session for request in forum.requests}
    assert {session: late for session in asked if (late := late_speakers(forum, agenda, session))} == {}


@pytest.mark.parametrize("name", FIXTURES)
def test_rules_that_are_set_are_rules_there_are(name: str) -> None:
    known = {rule.name for rule in RULES}
    assert [setting.rule for setting in sample(name).rules if setting.rule not in known] == []


def test_some_people_speak_for_a_state_and_some_for_their_organisation(forum_2026: Forum) -> None:
    several = {person.id for person in forum_2026.people if len(person.affiliations) > 1}
    capacities = {
        forum_2026.participant_by_id[request.participant].participant_class
        for request in forum_2026.requests
        if request.person in several
    }
    assert {"member_state", "stakeholder"} <= capacities


def test_people_publish_at_several_levels_and_only_some_state_a_gender(forum_2026: Forum) -> None:
    assert {person.publication for person in forum_2026.people} == {None, *Publication}
    stated = sum(person.gender is not None for person in forum_2026.people)
    assert 0 < stated < len(forum_2026.people)


def test_somebody_speaks_in_two_round_tables_of_one_morning(forum_2026: Forum) -> None:
    speakers = {
        session: {request.person for request in forum_2026.requests if request.session == session and request.person}
        for session in ("rt3", "rt4")
    }
    assert len(speakers["rt3"] & speakers["rt4"]) == 3


def test_imrf_2026_has_the_sizes_that_were_promised(forum_2026: Forum) -> None:
    kinds = Counter(session.kind for session in forum_2026.sessions)
    assert (kinds["round-table"], kinds["side-event"], len(forum_2026.requests)) == (4, 24, 400)
    assert len({role.person for role in forum_2026.roles}) >= 60
    assert Counter(p.participant_class for p in forum_2026.participants)["member_state"] == 193


def test_the_proposed_forum_has_reviews_regions_and_over_eighty_sessions() -> None:
    forum = sample("imrf-2026-proposed")
    kinds = Counter(session.kind for session in forum.sessions)
    assert (kinds["vnr"], kinds["regional-review"], len(forum.sessions) >= 80) == (18, 7, True)
    assert forum.kind_by_id["plenary"].mode is Mode.THROUGHOUT
    assert "not adopted" in (forum.kind_by_id["plenary"].mandate or "")


def test_the_proposed_forum_has_the_same_people(forum_2026: Forum) -> None:
    assert sample("imrf-2026-proposed").people == forum_2026.people


def test_the_round_tables_cover_all_objectives_once(forum_2026: Forum) -> None:
    covered = [number for s in forum_2026.sessions if s.kind == "round-table" for number in s.objectives]
    assert sorted(covered) == list(range(1, 24))


def test_the_general_debate_is_one_session_of_four_sittings(forum_2026: Forum) -> None:
    assert forum_2026.session_by_id["general-debate"].sittings == (120, 180, 180, 120)


def test_the_opening_hears_one_migrant_and_one_of_civil_society(forum_2026: Forum) -> None:
    heard = [(r.participant, r.place) for r in forum_2026.requests if r.session == "opening"]
    assert heard == [("migrants-01", 1), ("ngo-01", 2)]


def test_side_events_of_2022_have_one_venue_and_are_never_parallel() -> None:
    _, agenda = drawn("imrf-2022")
    venues = {p.room for p in agenda.placements if p.session.startswith("side-")}
    assert venues == {"ONLINE"}


def test_one_seed_gives_one_forum_and_another_seed_another() -> None:
    sizes = Sizes(side_events=3, requests=60, people=40)
    assert imrf_like(4, sizes) == imrf_like(4, sizes)
    assert imrf_like(4, sizes) != imrf_like(5, sizes)


def test_sizes_are_settable() -> None:
    forum = imrf_like(4, Sizes(side_events=30, requests=100, people=50, vnrs=5, days=6))
    kinds = Counter(session.kind for session in forum.sessions)
    assert (kinds["side-event"], kinds["vnr"], len(forum.people), len(forum.days)) == (30, 5, 50, 6)
    assert len([r for r in forum.requests if not r.session.startswith("vnr")]) == 100


def test_more_requests_than_the_floor_holds_are_refused() -> None:
    with pytest.raises(SampleSizeError, match="ask for fewer"):
        imrf_like(4, Sizes(requests=600))


def test_the_open_lists_hold_300_requests_of_14_constituencies_for_60_places() -> None:
    forum = sample("imrf-2026-requests")
    groups = {item.id: item.constituency for item in forum.participants}
    states = {item.id for item in forum.participants if item.participant_class == "member_state"}
    asked = [request for request in forum.requests if groups[request.participant] and not request.role]
    kinds = Counter(session.kind for session in forum.sessions)
    assert (len(asked), len({groups[request.participant] for request in asked})) == (300, 14)
    assert sum(kinds[share.kind] * share.places for share in forum.shares if share.kind and share.places) == 60
    assert {request.participant for request in forum.requests} >= states
    assert len(states) == 193
