"""An empty forum to fill: a workbook with an example in every sheet, or a folder with a comment on every setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scheduler.formats.columns import settings_table, tables, usual_tables
from scheduler.formats.csv_folder import table_text
from scheduler.formats.headings import EXAMPLE, sheet_label
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.workbook.examples import EXAMPLES
from scheduler.formats.workbook.layout import Offers, cells_of, column_of, note_of
from scheduler.formats.workbook.sheets import Sheet, workbook_bytes
from scheduler.formats.workbook.writing import in_order, settings_sheet

_READ_ME = (
    "An empty forum to fill",
    "1. Begin with the sheet Forum: it names the forum, its days and its time zone. An example stands beside each "
    "value.",
    "2. Then fill the four sheets after it: kinds of session, periods, rooms and sessions. A forum cannot do without "
    "them; the other sheets can stay empty. Columns with an orange heading cannot be left blank in a row.",
    "3. In each sheet, rows that begin with 'example:' show what belongs where. They are not read; write below them. "
    "Rest the pointer on a heading to read what a column means.",
    "An id is a short name you make up, as hall or monday-morning. Other sheets name the row by it, or by the name "
    "people know it by, where no other row has the same.",
    "Several entries in one cell are separated by semicolons, as webcast; podium. A blank cell means what the note of "
    "its heading says.",
    "Write dates as 2026-05-05 and times as 10:00, in the local time of the venue.",
    "You can add columns of your own at the right; they are kept as notes. A title in another language has its own "
    "column, as Title (fr).",
    "Headings and examples are protected so that nothing is lost by a slip; there is no password.",
    "Save it, then: forum check THIS-FILE.xlsx lists everything that is not right yet, and what to write instead. "
    "forum solve THIS-FILE.xlsx makes the agenda.",
)


_LANGUAGES = "In several languages it has a line for each below it, as en: A forum"


def template_workbook(uid: str, rules: Iterable[str] = (), groups: Iterable[str] = ()) -> bytes:
    """Return a workbook to fill, in the organiser's words; ``rules`` are offered where a rule is named.

    ``uid`` is the identity of the forum that will be in it, so that nobody has to make one up; ``groups`` are groups
    of tables that not every forum needs.
    """
    shown = usual_tables(groups)
    offers = Offers({}, {name: len(rows) for name, rows in EXAMPLES.items()}, tuple(rules), shown)
    sheets = [settings_sheet({"uid": uid}, offers)]
    for table in in_order(shown):
        columns = tuple(column_of(table, column.name, offers) for column in table.columns)
        rows = []
        for example in EXAMPLES[table.name]:
            cells = cells_of(columns, [example.get(column.name, "") for column in table.columns])
            rows.append((f"{EXAMPLE} {cells[0]}", *cells[1:]))
        sheets.append(Sheet(sheet_label(table.name), columns, examples=rows))
    return workbook_bytes(sheets, _READ_ME, offers.lists, is_protected=True)


def template_folder(uid: str, groups: Iterable[str] = ()) -> Mapping[str, str]:
    """Return the files of a folder to fill: settings with comments, tables with their headings and an example."""
    files = {SETTINGS_FILE: "\n".join(_settings_lines(uid))}
    shown = usual_tables(groups)
    for name, table in ((name, table) for name, table in tables().items() if name in shown):
        header = [column.name for column in table.columns]
        rows = [[row.get(column, "") for column in header] for row in EXAMPLES[name]]
        files[f"{name}.csv"] = table_text(header, [(f"{EXAMPLE} {row[0]}", *row[1:]) for row in rows])
    return files


def _settings_lines(uid: str) -> Iterator[str]:
    """Yield each setting with what it says; those a forum can do without are comments."""
    yield "# The settings of a forum. Write after the colon; take '# ' away from the lines you need."
    group = ""
    for column in settings_table().columns:
        yield ""
        told, _, example = note_of(settings_table(), column, _LANGUAGES).rpartition("\nExample: ")
        yield from (f"# {line}" for line in told.split("\n"))
        prefix, _, name = column.name.rpartition(".")
        if prefix != group:
            yield f"# {prefix}:"
            group = prefix
        if column.name == "uid":
            yield f"uid: {uid}"
            continue
        yield f"{name}:  # as {example}" if column.required else f"# {'  ' * bool(prefix)}{name}: {example}"
    yield ""
