"""Preferences, similar themes, chairs and due places become indices of the timetable problem."""

from scheduler.domain.forum import RuleSetting
from scheduler.domain.objective import Theme
from scheduler.domain.preference import Preference, SimilarThemes, Why
from scheduler.domain.session import Role, RoleName
from scheduler.translate.timetable import timetable_problem
from solver.rule import Level, Setting
from solver.timetable.points import Points
from tests.scheduler.formats.folders import a_plain_forum


def test_what_tables_say_of_places_is_found_by_index() -> None:
    forum = a_plain_forum()
    person = forum.people[0].id
    themes = (Theme(id="t1", title=forum.title), Theme(id="t2", title=forum.title, chairs=(person,)))
    first = forum.sessions[0].model_copy(update={"due": 3, "themes": ("t2",)})
    forum = forum.model_copy(
        update={
            "themes": themes,
            "sessions": (first, *forum.sessions[1:]),
            "roles": (
                Role(session="s1", role=RoleName.PRESENTER, person=person),
                Role(session="s2", role=RoleName.ATTENDEE, person=person),
            ),
            "preferences": (
                Preference(session="s2", period="pm", points=4),
                Preference(session="s2", period="am", points=7, why=Why.HOURS),
                Preference(session="s1", room=forum.rooms[0].id, points=1),
                Preference(theme="t2", period="am", points=2),
                Preference(theme="t1", room=forum.rooms[0].id, points=3),
                Preference(room=forum.rooms[0].id, period="pm", points=9),
            ),
            "similar_themes": (SimilarThemes(first="t2", second="t1", points=5),),
        }
    )
    problem = timetable_problem(forum).problem
    assert problem.points == Points(
        session_period={(1, 1): 4},
        session_hours={(1, 0): 7},
        session_room={(0, 0): 1},
        theme_period={(1, 0): 2},
        theme_room={(0, 0): 3},
        room_period={(0, 1): 9},
        similar={(0, 1): 5},
    )
    assert problem.theme_chairs == (frozenset(), frozenset({0}))
    assert [(s.speakers, s.attendees, s.due) for s in problem.sessions[:2]] == [
        (frozenset({0}), frozenset(), 3),
        (frozenset(), frozenset({0}), 0),
    ]


def test_a_rule_that_a_forum_must_ask_for_is_asked_for_by_whoever_weighs_it() -> None:
    rules = (RuleSetting(rule="theme-stretch", points=7), RuleSetting(rule="one-theme", level="block"))
    settings = timetable_problem(a_plain_forum(rules=rules)).problem.settings
    assert settings["theme-stretch"] == Setting(Level.WARN, 7)
    assert settings["one-theme"].level is Level.BLOCK
    assert "theme-parallel" not in settings
