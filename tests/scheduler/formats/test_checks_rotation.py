"""The policy of a rotation, its history and its pins hold together, and every objective is open."""

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
