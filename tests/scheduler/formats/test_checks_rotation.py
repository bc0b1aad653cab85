"""The policy of a rotation, its history and its pins hold together, and every objective is open."""

import datetime as dt
from pathlib import Path

from scheduler.domain.rotation import RotationSettings
from tests.scheduler.formats.folders import told, warned

SETTINGS = "uid: a-forum-of-its-own\ntitle: Trial\ntimezone: UTC\ndays: [2026-05-05]\nlanguages: [en, fr]\n"
OBJECTIVES = "number,title\n1,A\n2,B\n"


def test_a_policy_that_cannot_be_meant(tmp_path: Path) -> None:
    policy = "rotation:\n  focus_least: 5\n  focus_most: 4\n  shortest_gap: 3\n  longest_gap: 2\n  fixed: [17]\n"
    found = told(tmp_path, {"forum.yaml": SETTINGS + policy, "objectives": OBJECTIVES})
    assert [line for line in found if "rotation" in line] == [
        "forum.yaml, row 7, setting rotation.focus_least: The fewest in focus, 5, are more than the most, 4. "
        "Write the smaller number as the fewest.",
        "forum.yaml, row 9, setting rotation.shortest_gap: The shortest gap, 3, is longer than the longest, 2. "
        "Write the smaller number as the shortest.",
        "forum.yaml, row 11, setting rotation.fixed: There is no objective 17. Add it to objectives.csv, or remove it.",
    ]


def test_a_review_of_no_edition_and_a_pin_of_a_past_one(tmp_path: Path) -> None:
    tables = {
        "objectives": OBJECTIVES,
        "editions": "year\n2022\n",
        "past_reviews": "year,objective\n2018,1\n",
        "rotation_pins": "objective,year\n1,2022\n1,2030\n1,2031\n",
    }
    assert told(tmp_path, tables) == [
        "past_reviews.csv, row 2, column year: No edition of 2018 is told. Add it to editions.csv.",
        "rotation_pins.csv, row 2, column year: The edition of 2022 has taken place. "
        "Pin an edition to come, or remove the row.",
        "rotation_pins.csv, row 4, column year: No edition falls into 2031. "
        "Write the year of an edition, or correct rotation.years_between.",
    ]


def test_two_pins_that_say_the_opposite(tmp_path: Path) -> None:
    pins = "objective,year,in_focus\n1,2030,yes\n2,2030,no\n1,2030,no\n2,2030,no\n"
    tables = {"objectives": OBJECTIVES, "editions": "year\n2022\n", "rotation_pins": pins}
    assert told(tmp_path, tables) == [
        "rotation_pins.csv, row 4, column in_focus: Row 2 pins objective 1 in focus in 2030, and this one says the "
        "opposite. Keep the row that was decided, and remove the other.",
        "rotation_pins.csv, row 5, column in_focus: Row 3 pins objective 2 out of focus in 2030 already. "
        "Remove one of the two rows.",
    ]


def test_a_least_without_a_most_is_told(tmp_path: Path) -> None:
    rotation = RotationSettings(focus_least=1)
    assert (
        "forum.yaml, row 11, setting rotation.focus_least: At least 1 are in focus each time, and nothing says how "
        "many at most. Write rotation.focus_most too; without it as many are in focus as the gaps and sets admit."
    ) in warned(tmp_path, {"objectives": OBJECTIVES}, rotation=rotation)


def test_a_policy_that_speaks_of_what_is_not_there(tmp_path: Path) -> None:
    policy = "rotation:\n  kind: roundtable\n  inputs_open: 2026-03-01\n  inputs_close: 2026-01-31\n"
    policy += "  focus_kinds: [other, othr]\n"
    assert told(tmp_path, {"forum.yaml": SETTINGS + policy, "objectives": OBJECTIVES}) == [
        "forum.yaml, row 7, setting rotation.kind: There is no kind of session 'roundtable'. Did you mean round-table?",
        "forum.yaml, row 9, setting rotation.inputs_close: The call for inputs closes on 2026-01-31, before it opens "
        "on 2026-03-01. Write a later date.",
        "forum.yaml, row 10, setting rotation.focus_kinds: There is no kind of session 'othr'. Did you mean other?",
    ]


def test_numbers_that_do_not_fit_the_framework(tmp_path: Path) -> None:
    rotation = RotationSettings(focus_least=2, focus_most=2, fixed=(1,), round_tables=3)
    found = warned(tmp_path, {"objectives": OBJECTIVES}, rotation=rotation)
    assert [line.partition("setting ")[2] for line in found if "rotation" in line] == [
        "rotation.round_tables: There are 3 round tables, and only 2 objectives to share them. Write 2 or fewer.",
        "rotation.focus_least: At least 2 are in focus each time, and only 1 can rotate. Write 1 or fewer.",
    ]


def test_a_policy_by_which_an_objective_can_be_left_out_for_ever(tmp_path: Path) -> None:
    told_of_it = "Nothing keeps an objective from being left out of the focus again and again."
    policies = {
        "free": {"spread": 10},
        "level": {},
        "gap": {"spread": 10, "longest_gap": 3},
        "sets": {"spread": 10, "set_editions": 2},
        "all": {"spread": 10, "focus_most": 2},
    }
    found = {}
    for name, policy in policies.items():
        (tmp_path / name).mkdir()
        rotation = RotationSettings(**({"focus_least": 1, "focus_most": 1} | policy))  # type: ignore[arg-type]
        lines = warned(tmp_path / name, {"objectives": OBJECTIVES}, rotation=rotation)
        found[name] = any(told_of_it in line for line in lines)
    assert found == {"free": True, "level": False, "gap": False, "sets": False, "all": False}


def test_editions_that_are_told_in_two_ways(tmp_path: Path) -> None:
    tables = {
        "objectives": OBJECTIVES,
        "editions": "year,has_focus\n2022,no\n2018,yes\n2014,no\n2010,yes\n",
        "past_reviews": "year,objective,depth\n2022,1,in-depth\n2014,1,reviewed\n2010,2,in-depth\n2018,1,reviewed\n",
    }
    assert told(tmp_path, tables) == [
        "editions.csv, row 2, column has_focus: Nothing was in focus in 2022, and yet objectives were reviewed in "
        "depth. Write yes, or the depth as reviewed in past_reviews.csv.",
    ]
    found = warned(tmp_path, {"editions": "year,has_focus\n2030,yes\n2018,\n2014,no\n"})
    assert [line for line in found if line.startswith("editions")] == [
        "editions.csv, row 2, column year: The edition of 2030 is later than this one, of 2026. Tell editions that "
        "have taken place; pin those to come.",
        "editions.csv, row 2, column has_focus: Nothing is told to have been reviewed in depth in 2030, and all waits "
        "on from before. Add what was to past_reviews.csv, or write has_focus as no.",
        "editions.csv, row 3, column has_focus: Nothing is told to have been reviewed in depth in 2018, and all waits "
        "on from before. Add what was to past_reviews.csv, or write has_focus as no.",
    ]


def test_an_input_without_a_date_to_a_call_that_has_dates(tmp_path: Path) -> None:
    evidence = "id,objective,source,says,made_at\ne1,1,indicator,It lags,\ne2,1,indicator,It lags,2026-01-10\n"
    rotation = RotationSettings(inputs_close=dt.date(2026, 1, 31))
    found = warned(tmp_path, {"objectives": OBJECTIVES, "evidence": evidence}, rotation=rotation)
    assert [line for line in found if line.startswith("evidence")] == [
        "evidence.csv, row 2, column made_at: The call for inputs has dates, and this input has none; it counts. "
        "Write when it was made.",
    ]
    found = warned(tmp_path, {"objectives": OBJECTIVES, "evidence": evidence})
    assert [line for line in found if line.startswith("evidence")] == []


def test_an_objective_that_no_session_opens(tmp_path: Path) -> None:
    kinds = "id,label,standing,opens_objectives\nround-table,Round table,official,\nother,Other,side,\n"
    sessions = "id,kind,title,sittings,objectives\ns1,round-table,A,60,1\ns2,other,B,60,2\n"
    tables = {"objectives": OBJECTIVES, "kinds": kinds, "sessions": sessions}
    told_of_it = (
        "objectives.csv, row 3, column number: No session of this edition opens objective 2 for discussion. Name it in "
        "a session of a kind that opens its objectives, as a round table; all stay open, whichever are reviewed in "
        "depth (forum rotate --apply)."
    )
    assert told_of_it in warned(tmp_path, tables)
    by_theme = {"themes": "id,title,objectives\nwork,Work,2\n", "sessions": sessions.replace("A,60,1", "A,60,1; 2")}
    for opening in (by_theme, {"kinds": kinds.replace("side,\n", "side,yes\n")}):
        assert told_of_it not in warned(tmp_path, tables | opening)
