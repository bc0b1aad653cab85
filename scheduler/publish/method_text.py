"""The method page in Markdown, or the same as plain text that fits a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.cells import cell_len

from scheduler.publish.clean import clean_line, markdown_line
from scheduler.publish.columns import columns, wrapped
from scheduler.services.method.document import Block, Method, Passage, Points, Section, Table, lettered

Shown = Callable[[str], str]


def method_text(method: Method) -> str:
    """Return the page for reading on a terminal."""
    return _page(method, wrapped(_title(method), "# "), clean_line, _plain_table)


def method_markdown(method: Method) -> str:
    """Return the page in Markdown."""
    return _page(method, f"# {markdown_line(_title(method))}", markdown_line, _markdown_table)


def _title(method: Method) -> str:
    return f"{method.title}: how the floor is given"


def _page(method: Method, title: str, shown: Shown, table: Callable[[Table], Iterator[str]]) -> str:
    lines = [title, ""]
    for text in (*([method.note] if method.note else []), *([method.intro] if method.intro else [])):
        lines += [wrapped(shown(text)), ""]
    for section in method.sections:
        lines += _section(f"## {shown(section.title)}", section, shown, table)
    letters = lettered(method.appendices)
    for section in method.appendices:
        lines += _section(f"## Appendix {letters[section.id]}. {shown(section.title)}", section, shown, table)
    return "\n".join(lines)


def _section(title: str, section: Section, shown: Shown, table: Callable[[Table], Iterator[str]]) -> Iterator[str]:
    yield from (title,) if table is _plain_table else (title, "")
    for place, block in enumerate(section.blocks, 1):
        is_lead = isinstance(block, Passage) and block.text.endswith(":") and place < len(section.blocks)
        is_led = is_lead and isinstance(section.blocks[place], Points)
        yield from (*_block(block, shown, table), *([] if is_led and table is _plain_table else [""]))


def _block(block: Block, shown: Shown, table: Callable[[Table], Iterator[str]]) -> Iterator[str]:
    if isinstance(block, Passage):
        yield wrapped(shown(block.text))
    elif isinstance(block, Points):
        yield from _points(block, shown)
    else:
        yield from table(block)


def _points(block: Points, shown: Shown) -> Iterator[str]:
    for number, point in enumerate(block.points, 1):
        text = f"{point.term}: {point.text}" if point.term else point.text
        yield wrapped(shown(text), f"{number}. " if block.numbered else "- ")


def _plain_table(table: Table) -> Iterator[str]:
    if table.title:
        yield from (wrapped(table.title, "### "), "")
    rows = [[clean_line(cell) for cell in row] for row in table.rows]
    yield columns([clean_line(cell) for cell in table.header], rows, frozenset(table.numbers))


def _markdown_table(table: Table) -> Iterator[str]:
    if table.title:
        yield from (f"### {markdown_line(table.title)}", "")
    rows = [[markdown_line(cell) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(3, *(cell_len(row[column]) for row in rows)) for column in range(len(table.header))]
    rules = [f"{'-' * (width - 1)}:" if i in table.numbers else "-" * width for i, width in enumerate(widths)]
    for row in (rows[0], rules, *rows[1:]):
        cells = (_padded(cell, widths[i], i in table.numbers) for i, cell in enumerate(row))
        yield f"| {' | '.join(cells)} |"


def _padded(cell: str, width: int, is_right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if is_right else cell + space
