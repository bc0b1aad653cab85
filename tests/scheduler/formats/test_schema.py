"""The published schemas name everything there is and point to nothing that is not."""

import json
import re

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.formats.columns import tables
from scheduler.formats.schema import schemas


def test_there_is_a_schema_of_the_forum_of_each_table_and_of_all_else_that_is_written() -> None:
    assert set(schemas()) == {"forum", "agenda", "selection", "rotation", "reviews", "participation", *tables()}


def test_a_schema_lists_the_columns_of_its_table_by_the_names_its_file_has() -> None:
    listed = {name: [f for f in schemas()[name]["properties"] if f != "notes"] for name in tables()}
    assert listed == {name: [column.name for column in table.columns] for name, table in tables().items()}


def test_a_schema_says_what_is_required() -> None:
    required = ["uid", "title", "timezone", "days", "kinds", "periods", "rooms", "sessions"]
    assert schemas()["forum"]["required"] == required == [n for n, f in Forum.model_fields.items() if f.is_required()]
    assert schemas()["agenda"]["required"] == [n for n, f in Agenda.model_fields.items() if f.is_required()]


def test_every_reference_inside_a_schema_leads_somewhere() -> None:
    for schema in schemas().values():
        named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
        assert named - set(schema.get("$defs", {})) == set()
