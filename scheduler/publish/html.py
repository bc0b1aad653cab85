"""Builds HTML in which whatever is no :class:`Markup` is text: escaped, on one line, without control characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from babel import Locale, UnknownLocaleError

from scheduler.publish.clean import clean_line

VOID = frozenset({"meta", "link", "br", "hr", "line", "rect", "path", "polyline", "circle"})
"""Elements without content, those of drawings included."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(content: str) -> Markup:
    """Return text as HTML, unless it is that already."""
    return content if isinstance(content, Markup) else Markup(escape(clean_line(content)))


def joined(parts: Iterable[str], between: str = "\n") -> Markup:
    """Return several parts as one."""
    return Markup(between.join(text(part) for part in parts))


def element(name: str, /, *content: str, **attributes: str | int | float | None) -> Markup:
    """Return an element; an attribute's underscores are hyphens, one at its end is for Python alone."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    shown = "".join(f' {key}="{escape(clean_line(str(value)))}"' for key, value in named.items())
    if name in VOID:
        return Markup(f"<{name}{shown}/>")
    return Markup(f"<{name}{shown}>{joined(content, '')}</{name}>")


def direction(language: str) -> str:
    """Return which way a language is written: ltr or rtl."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


@dataclass(frozen=True, slots=True)
class Tongues:
    """Tells the page's own words, which are English, from the forum's texts in the language of the page."""

    language: str

    def own(self, words: str) -> Markup:
        """Return words of this tool."""
        same = self.language.partition("-")[0] == "en"
        return text(words) if same else element("span", words, lang="en", dir="ltr")

    def theirs(self, words: str) -> Markup:
        """Return a text of the forum inside a sentence, which neither turns the other around."""
        return element("bdi", words)


def page(title: str, tongues: Tongues, style: str, *content: str) -> Markup:
    """Return a page that stands for itself: it loads nothing and runs nothing."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Markup(style)),
    )
    language = tongues.language
    body = element("html", element("head", joined(head)), element("body", joined(content)), lang=language,
                   dir=direction(language))  # fmt: skip
    return Markup(f"<!doctype html>\n{body}\n")
