"""Reads a page as a browser would: its elements, tables and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr"})


@dataclass
class Node:
    """One element with all that is in it."""

    name: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in the element."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *names: str) -> list[Node]:
        """Return every element of these names in it, in order."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child] if child.name in names else []
                found += child.all(*names)
        return found

    def get(self, name: str) -> str | None:
        """Return an attribute."""
        return self.attributes.get(name)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        if closed.name != tag:
            raise ValueError(f"<{closed.name}> is closed by </{tag}>")

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(source: str) -> Node:
    """Return a page as a tree, every element closed in order."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    (root,) = reader.open
    return root


def tables_of(page: Node) -> dict[str, list[list[str]]]:
    """Return every table by its caption: its headings, then its rows."""
    return {
        table.all("caption")[0].text: [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]
        for table in page.all("table")
    }
