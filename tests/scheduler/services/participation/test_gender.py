"""No answer of fewer than five people can be read or worked out of the gender table."""

import random
from collections import Counter
from itertools import count, product

from scheduler.services.participation.gender import Answer, GenderRow, GenderTable, gender_table

PEOPLE = count(1)
Lists = dict[str, list[Answer]]


def said(**counts: int) -> list[Answer]:
    """Return turns of different people by answer; ``none`` is no answer."""
    answers = [None if answer == "none" else answer for answer, number in counts.items() for _ in range(number)]
    return [(f"person {next(PEOPLE)}", answer) for answer in answers]


def test_answers_of_five_people_are_shown() -> None:
    assert gender_table({"s": said(woman=5, man=6)}) == GenderTable(
        answers=("Man", "Woman"), rows=(GenderRow(sessions=("s",), speakers=(6, 5)),), total=(6, 5)
    )


def test_an_answer_of_four_people_is_not_shown_and_cannot_be_subtracted() -> None:
    assert gender_table({"s": said(woman=4, man=6)}).rows == ()


def test_a_rare_answer_hides_among_those_who_gave_none() -> None:
    table = gender_table({"s": said(woman=7, man=6, fluid=1, none=4)})
    assert (table.answers, table.total) == (("Man", "Woman"), (6, 7))


def test_a_rare_answer_that_would_be_left_over_alone_takes_the_smallest_answer_with_it() -> None:
    table = gender_table({"s": said(woman=7, man=6, fluid=1)})
    assert (table.answers, table.total) == (("Woman",), (7,))


def test_a_few_who_gave_no_answer_hide_nothing() -> None:
    assert gender_table({"s": said(woman=7, man=6, none=2)}).total == (6, 7)


def test_one_person_with_five_turns_is_one_person() -> None:
    turns: list[Answer] = [("p", "woman")] * 5
    assert gender_table({"s": [*turns, *said(man=9)]}).rows == ()


def test_answers_that_differ_in_case_and_space_are_one() -> None:
    turns: list[Answer] = [(f"p{i}", answer) for i, answer in enumerate(["Woman", "woman ", "WOMAN", "woman", "woman"])]
    assert gender_table({"s": turns}).total == (5,)


def test_answers_in_two_forms_of_one_character_are_one() -> None:
    answers = ["fe\u0301minin"] * 2 + ["féminin"] * 3
    turns: list[Answer] = [(f"p{i}", answer) for i, answer in enumerate(answers)]
    assert (gender_table({"s": turns}).answers, gender_table({"s": turns}).total) == (("Féminin",), (5,))


def test_a_single_hidden_session_is_not_told_by_the_total() -> None:
    table = gender_table({"big": said(woman=8, man=8), "small": said(woman=2, man=8)})
    assert [row.sessions for row in table.rows] == [("big",)]
    assert table.total == (8, 8)


def test_small_sessions_are_told_together() -> None:
    table = gender_table({"a": said(woman=3, man=3), "b": said(woman=4, man=2), "c": said(woman=6, man=5)})
    assert {row.sessions: row.speakers for row in table.rows} == {("c",): (5, 6), ("a", "b"): (5, 7)}


def test_sessions_of_which_one_has_nearly_all_speakers_are_not_told_together() -> None:
    assert gender_table({"a": said(woman=4, man=9), "b": said(woman=1)}).rows == ()


def test_small_sessions_that_all_gave_one_answer_are_not_told_together() -> None:
    table = gender_table({"a": said(woman=3), "b": said(woman=4), "c": said(woman=6)})
    assert [row.sessions for row in table.rows] == [("c",)]


def test_no_small_number_can_be_reconstructed() -> None:
    tables = 0
    for seed in range(200):
        lists = random_lists(random.Random(seed))
        table = gender_table(lists, least_people=2)
        tables += any(len(row.sessions) > 1 for row in table.rows)
        assert [row for row in table.rows if min(row.speakers) < 2] == []
        assert [row for row in table.rows if tells_of_a_rare_answer(lists, table, row)] == []
        for (session, answer), possible in possible_numbers(lists, table).items():
            true = sum(stated == answer for _, stated in lists[session])
            assert true >= 2 or not lists[session] or len(possible) > 1, (session, answer, lists, table)
    assert tables > 10


def tells_of_a_rare_answer(lists: Lists, table: GenderTable, row: GenderRow) -> bool:
    """Say whether what a row leaves over is one person who stated something."""
    left = [a for s in row.sessions for _, a in lists[s] if (a or "").capitalize() not in table.answers]
    return len(left) < 2 and any(left)


def random_lists(rng: random.Random) -> Lists:
    """Return up to three small sessions whose speakers are all different and all stated something or nothing."""
    answers = ["woman", "man", "fluid", "none"][: rng.randint(2, 4)]
    return {f"s{i}": said(**{a: rng.randint(0, 3) for a in answers}) for i in range(rng.randint(1, 3))}


def possible_numbers(lists: Lists, table: GenderTable) -> dict[tuple[str, str], set[int]]:
    """Return every number each shown answer may have in a session told with others, given what is public."""
    found: dict[tuple[str, str], set[int]] = {}
    for row in table.rows:
        for session in row.sessions if len(row.sessions) > 1 else ():
            others = {tuple(0 for _ in row.speakers)}
            for other in set(row.sessions) - {session}:
                tried = splits(len(lists[other]), len(row.speakers))
                others = {tuple(map(sum, zip(so_far, more, strict=True))) for so_far in others for more in tried}
            for numbers in splits(len(lists[session]), len(row.speakers)):
                if tuple(all_ - own for all_, own in zip(row.speakers, numbers, strict=True)) in others:
                    for answer, number in zip(table.answers, numbers, strict=True):
                        found.setdefault((session, answer.lower()), set()).add(number)
    return found


def splits(size: int, parts: int) -> list[tuple[int, ...]]:
    """Return every way to give numbers to the parts that are not more than the size together."""
    return [numbers for numbers in product(range(size + 1), repeat=parts) if sum(numbers) <= size]


def test_the_attack_finds_a_number_that_is_not_protected() -> None:
    lists: Lists = {"a": said(woman=1, man=2), "b": said(woman=2)}
    leaky = GenderTable(answers=("Man", "Woman"), rows=(GenderRow(sessions=("a", "b"), speakers=(0, 5)),), total=(0, 5))
    assert possible_numbers(lists, leaky)[("a", "woman")] == {3}


def test_the_total_is_the_sum_of_the_rows() -> None:
    table = gender_table(random_lists(random.Random(1)), least_people=1)
    columns = Counter({i: sum(row.speakers[i] for row in table.rows) for i in range(len(table.answers))})
    assert table.total == tuple(columns[i] for i in range(len(table.answers)))
