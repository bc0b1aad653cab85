from pathlib import Path

import pytest

from scheduler.errors import SchedulerError
from scheduler.formats.reading import checked_of, read_forum
from scheduler.samples import sample_names, sample_path
from scheduler.services.models.written import changes_by, raw_tables, write_anew

RIGHT = [name for name in sample_names() if not name.startswith("infeasible")]


@pytest.mark.parametrize("name", RIGHT)
def test_a_forum_as_raw_tables_is_the_same_forum(name: str) -> None:
    forum = read_forum(sample_path(name))
    assert checked_of(raw_tables(forum)).forum == forum


def test_a_table_that_becomes_empty_is_a_change() -> None:
    forum = read_forum(sample_path("imrf-2026"))
    changed = forum.model_copy(update={"pins": ()})
    plan = changes_by(forum, changed, sample_path("imrf-2026"), ())
    assert (plan.forum == changed, {change.table for change in plan.changes}) == (True, {"pins"})


def test_a_forum_is_written_into_a_new_folder_only(tmp_path: Path) -> None:
    forum = read_forum(sample_path("tiny"))
    write_anew(forum, tmp_path / "new", ())
    assert read_forum(tmp_path / "new") == forum
    with pytest.raises(SchedulerError, match="there already"):
        write_anew(forum, tmp_path / "new", ())
