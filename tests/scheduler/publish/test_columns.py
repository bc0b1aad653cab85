"""Tables fit a terminal: the widest texts go on below."""

from scheduler.publish.columns import columns, wrapped


def test_a_table_that_fits_has_one_line_a_row() -> None:
    assert columns(("a", "n"), [("one", "10")], frozenset({1})) == "a     n\n---  --\none  10"


def test_the_widest_text_goes_on_below_where_the_table_is_too_wide() -> None:
    table = columns(("name", "n"), [("long " * 20, "10")], frozenset({1}))
    assert [len(line) <= 80 for line in table.splitlines()] == [True] * 4
    assert table.splitlines()[3] == "  " + "long " * 4 + "long"


def test_two_wide_texts_share_the_room_and_both_go_on_below() -> None:
    table = columns(("one", "two", "n"), [("left " * 12, "right " * 10, "7")], frozenset({2})).splitlines()
    assert table[2] == "left left left left left left left  right right right right right right  7"
    assert table[3] == "  left left left left left            right right right right"


def test_a_text_goes_on_below_with_a_hanging_indent_and_wide_letters_count_twice() -> None:
    assert wrapped("word " * 16, "- ").splitlines() == [f"- {'word ' * 15}word"[:76].rstrip(), "  word"]
    assert wrapped("移民" * 30, "- ", "    ").splitlines() == [f"- {'移民' * 19}移", f"    民{'移民' * 10}"]


def test_a_text_that_fits_stays_on_one_line_and_an_empty_one_is_its_start() -> None:
    assert (wrapped("short", "  "), wrapped("", "- ")) == ("  short", "- ")
