import os
import subprocess
import sys
from pathlib import Path

import pytest

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.session import Standing
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.services.sampling.planted import planted
from scheduler.services.sampling.planted_plan import ALONE_KINDS
from scheduler.translate.placements import timetable_of
from scheduler.translate.timetable import timetable_problem
from solver.timetable.check import check
from tests.scheduler.services.plan_checker import PlanChecker


@pytest.fixture(scope="module")
def small() -> tuple[Forum, Agenda]:
    return planted(100, 3)


@pytest.mark.parametrize(("sessions", "seed"), [(12, 0), (30, 0), (30, 1), (100, 0), (100, 1), (300, 0), (1000, 0)])
def test_the_planted_agenda_meets_every_demand(sessions: int, seed: int) -> None:
    forum, agenda = planted(sessions, seed)
    assert len(forum.sessions) == sessions
    assert PlanChecker(forum, agenda).faults() == []


@pytest.mark.parametrize(("sessions", "seed"), [(30, 0), (100, 0), (300, 0)])
def test_the_rules_of_the_timetable_find_nothing_in_the_planted_agenda(sessions: int, seed: int) -> None:
    forum, agenda = planted(sessions, seed)
    translation = timetable_problem(forum)
    assert check(translation.problem, timetable_of(translation, agenda)).broken == ()


@pytest.mark.parametrize(("sessions", "seed"), [(100, 0), (100, 1), (300, 0), (300, 1), (1000, 0)])
def test_meetings_that_no_session_holds_alone_are_well_filled(sessions: int, seed: int) -> None:
    forum, agenda = planted(sessions, seed)
    alone = {p.period for p in agenda.placements if forum.session_by_id[p.session].kind in ALONE_KINDS}
    used = {(placement.period, placement.room) for placement in agenda.placements if placement.period not in alone}
    assert len(forum.periods) == 28
    assert 0.70 <= len(used) / ((len(forum.periods) - len(alone)) * len(forum.rooms)) <= 0.85


def test_one_seed_gives_one_forum_and_another_seed_another(small: tuple[Forum, Agenda]) -> None:
    assert planted(100, 3) == small
    assert planted(100, 4)[0].uid != small[0].uid


def test_a_planted_forum_survives_its_files(tmp_path: Path, small: tuple[Forum, Agenda]) -> None:
    write_forum(small[0], tmp_path)
    assert read_forum(tmp_path) == small[0]


def test_chairs_are_shared_and_sessions_are_of_many_forms(small: tuple[Forum, Agenda]) -> None:
    forum, agenda = small
    people = [role.person for role in forum.roles if role.person]
    standings = {forum.kind_by_id[session.kind].standing for session in forum.sessions}
    cells = [(placement.period, placement.room) for placement in agenda.placements]
    assert len(people) >= 3 * len(set(people))
    assert standings == set(Standing)
    assert max(len(session.sittings) for session in forum.sessions) >= 2
    assert max(cells.count(cell) for cell in cells) == 3


def test_the_plan_checker_notices_a_session_moved_onto_another(small: tuple[Forum, Agenda]) -> None:
    forum, agenda = small
    first, second, *rest = agenda.placements
    moved = second.model_copy(update={"period": first.period, "room": first.room, "start": first.start})
    wrong = agenda.model_copy(update={"placements": (first, moved, *rest)})
    assert PlanChecker(forum, wrong).faults() != []


def test_the_plan_checker_notices_too_few_interpretation_teams(small: tuple[Forum, Agenda]) -> None:
    forum, agenda = small
    none = forum.interpretation.model_copy(update={"teams": 0})
    faults = PlanChecker(forum.model_copy(update={"interpretation": none}), agenda).faults()
    assert {fault.split(" for ")[0] for fault in faults} == {"no team"}


def test_a_planted_forum_is_the_same_in_every_process() -> None:
    program = (
        "from hashlib import sha256\n"
        "from scheduler.services.sampling.planted import planted\n"
        "forum, agenda = planted(60, 3)\n"
        "print(sha256((forum.model_dump_json() + agenda.model_dump_json()).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
