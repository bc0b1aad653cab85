"""forum.yaml as a table of settings: every scalar is text with the line it stands on, and nothing is executed.

Scalars are not interpreted by YAML, whose rules turn 21:00 into 1260 and no into false; cells are read by the same
functions as those of the CSV tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from scheduler.domain.base import Text
from scheduler.errors import Fault
from scheduler.formats.cells import trimmed, written
from scheduler.formats.columns import Column
from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import RawRow, RawTable

FILE = "forum.yaml"


_INSTEAD = "Write one setting a line, as timezone: Europe/Zurich."
_LONGEST_NAME = 100


class _Loader(yaml.BaseLoader):
    """Composes plain nodes of few levels; refuses tags, and references to other nodes, which grow without bound."""

    depth = nodes = 0
    limits = STANDARD

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _marked("references such as *name are not read here", event)
        if getattr(event, "tag", None) is not None:
            raise _marked("tags such as !!str are not read here", event)
        self.depth += 1
        self.nodes += 1
        if self.depth > self.limits.depth:
            raise _marked(f"it is nested in more than {self.limits.depth:,} levels", event)
        if self.nodes > self.limits.settings:
            raise _marked(f"it has more than {self.limits.settings:,} names and values", event)
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _marked(problem: str, at: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=at.start_mark)


def read_settings(text: str, limits: Limits = STANDARD) -> tuple[RawTable, list[Fault]]:
    """Return the settings that a forum.yaml holds and what is wrong with its form."""
    faults: list[Fault] = []
    rows: list[RawRow] = []
    try:
        node = composed(text, limits)
        if node is not None and not isinstance(node, yaml.MappingNode):
            raise _marked("it is not a list of settings", node)
        rows = list(_settings(node, "", faults, limits)) if node is not None else []
    except yaml.YAMLError as error:
        faults.append(yaml_fault(FILE, error))
    return RawTable(FILE, ("setting", "value"), tuple(rows)), faults


def composed(text: str, limits: Limits = STANDARD) -> yaml.Node | None:
    """Return the nodes of a YAML text, or raise where it is none, has tags or references, or is too large."""
    node: yaml.Node | None = yaml.compose(text, Loader=type("_Bounded", (_Loader,), {"limits": limits}))
    return node


def yaml_fault(file: str, error: yaml.YAMLError) -> Fault:
    """Return what keeps a YAML file from being read."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return Fault(file, mark.line + 1 if mark else None, None, f"It is not YAML: {problem}.", _INSTEAD)


def _settings(node: yaml.MappingNode, prefix: str, faults: list[Fault], limits: Limits) -> Iterator[RawRow]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or len(key.value) > _LONGEST_NAME:
            faults.append(Fault(FILE, line, None, "A setting has no plain name.", "Write it as name: value."))
            continue
        name = f"{prefix}{key.value}"
        if name in seen:
            faults.append(
                Fault(FILE, line, name, f"It is set twice, first on row {seen[name]}.", "Keep one of the two.")
            )
            continue
        seen[name] = line
        if isinstance(value, yaml.MappingNode):
            yield from _settings(value, f"{name}.", faults, limits)
            continue
        words = [value] if isinstance(value, yaml.ScalarNode) else value.value
        if not all(isinstance(word, yaml.ScalarNode) for word in words):
            faults.append(Fault(FILE, line, name, "It is nested too deeply.", "Write a value or a list of values."))
            continue
        cell = "; ".join(trimmed(word.value) for word in words)
        if len(cell) > limits.cell_characters:
            problem = f"It has {len(cell):,} characters; {limits.cell_characters:,} are allowed."
            faults.append(Fault(FILE, line, name, problem, "Shorten it."))
            continue
        yield RawRow(line, {"setting": name, "value": "" if _is_null(value) else cell})


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in ("", "~", "null")


def settings_text(values: Iterable[tuple[Column, Any]]) -> str:
    """Return the text of a forum.yaml with these settings."""
    data: dict[str, Any] = {}
    for column, value in values:
        *groups, name = column.name.split(".")
        level = data
        for group in groups:
            level = level.setdefault(group, {})
        level[name] = _plain(value)
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Dumper(yaml.SafeDumper):
    """Leaves dates without quotation marks, since cells are read as text."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return dict(value.root)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, int | str) else written(value)
