"""Names of months and weekdays."""

from scheduler.formats.months import month_numbers, month_pattern, weekday_numbers


def test_every_month_has_a_name_in_each_language_and_no_name_means_two() -> None:
    assert {month_numbers()[name] for name in ("may", "mai", "mayo", "мая", "май", "مايو", "أيار", "ماي")} == {5}
    assert sorted(set(month_numbers().values())) == list(range(1, 13))
    assert sorted(set(weekday_numbers().values())) == list(range(7))


def test_a_name_is_found_as_a_word_of_its_own() -> None:
    assert [bool(month_pattern().search(text)) for text in ("5 may 2026", "5 mayor 2026", "dismay")] == [
        True,
        False,
        False,
    ]
