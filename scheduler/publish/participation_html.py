"""The participation report as one page that stands for itself: tables, and drawings that the tables say again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from scheduler.publish.html import Markup, Tongues, element, joined, page
from scheduler.publish.page_style import STYLE
from scheduler.publish.participation_charts import (
    minutes_chart,
    promises_chart,
    quarters_chart,
    requests_chart,
    running_chart,
)
from scheduler.publish.participation_tables import (
    FLAGS,
    Table,
    asked_sections,
    asked_table,
    editions_table,
    floor_table,
    gender_rows,
    lists_table,
    outcomes_text,
    places_table,
    promises_table,
    roles_table,
    sections,
    told,
    warnings,
)
from scheduler.publish.participation_words import FOR_ORGANISERS, HEADINGS, NOTES, OWN_LABELS
from scheduler.publish.rotation_matrix import Matrix, matrix_svg, matrix_table
from scheduler.services.participation.report import Participation
from scheduler.services.participation.requests import Requests


def participation_html(report: Participation, language: str, objectives: Matrix | None = None) -> str:
    """Return the page; ``language`` is that of the forum's texts in the report.

    Where there are earlier editions it also shows what of the framework each of them reviewed.
    """
    return _Page(report, Tongues(language), objectives).written()


class _Page:
    """One page; numbers its drawings and tables."""

    def __init__(self, report: Participation, tongues: Tongues, objectives: Matrix | None) -> None:
        self._report = report
        self._objectives = objectives
        self._tongues = tongues
        self._numbers = count(1)

    def written(self) -> Markup:
        """Return the whole page."""
        found = {
            "requests": ("Requests and places", list(self._requests())),
            "roles": ("Keynotes, panels and other roles", list(self._roles())),
            "floor": ("Time on the floor, and what was promised", list(self._floor())),
            "positions": ("Positions in the lists", list(self._positions())),
            "gender": ("Gender, where people stated it", list(self._gender())),
            "editions": ("Earlier editions and other forums", list(self._editions())),
            "objectives": ("Objectives over the editions", list(self._matrix())),
            "lists": ("List by list", list(self._lists())),
            "method": ("How it was counted", [element("p", self._own(note)) for note in NOTES]),
        }
        shown = {key: part for key, part in found.items() if part[1]}
        links = [element("li", element("a", self._own(title), href=f"#{key}")) for key, (title, _) in shown.items()]
        nav = element("nav", element("ul", joined(links)), aria_label="On this page")
        parts = [
            element("section", element("h2", self._own(title), id=key), *content, aria_labelledby=key)
            for key, (title, content) in shown.items()
        ]
        skip = element("a", self._own("Skip to the report"), href="#report", class_="skip")
        main = element("main", *self._head(), nav, joined(parts), id="report")
        return page(f"Participation: {self._report.title}", self._tongues, STYLE, skip, main)

    def _matrix(self) -> Iterator[Markup]:
        if self._objectives is not None:
            yield element("figure", matrix_svg(self._objectives))
            yield matrix_table(self._objectives)

    def _own(self, words: str) -> Markup:
        return self._tongues.own(words)

    def _head(self) -> Iterator[Markup]:
        report, total = self._report, self._report.requests.total
        if report.for_organisers:
            yield element("p", element("strong", self._own(FOR_ORGANISERS)), class_="warning")
        yield element("h1", self._own("Participation:"), Markup(" "), self._tongues.theirs(report.title))
        facts = {
            "Requests for the floor": told(total.requested),
            "Given a place": told(total.given),
            **({"Spoken": told(total.spoken)} if total.spoken is not None else {}),
            **({"Withdrawn from a place": told(total.withdrawn)} if total.withdrawn else {}),
            "Without a place": told(total.unplaced),
            "Speakers in lists": str(report.total.speakers),
            "Minutes in lists": f"{report.total.minutes:g}",
            "Lists": str(len(report.sessions)),
        }
        boxes = (element("div", element("dt", self._own(k)), element("dd", self._cell(v))) for k, v in facts.items())
        yield element("dl", joined(boxes), class_="facts")
        if found := warnings(report.editions):
            items = joined(element("li", self._own(warning)) for warning in found)
            title = element("h2", self._own("Warning: a share falls below an earlier one"), id="warning")
            yield element("section", title, element("ul", items), class_="warning", aria_labelledby="warning")

    def _requests(self) -> Iterator[Markup]:
        requests = self._report.requests
        if requests.total.requested == 0:
            return
        title = "Requested and given, by class"
        yield self._charts([(title, requests_chart(self._name(), title, requests.by_class))])
        yield from self._asked(requests)

    def _asked(self, requests: Requests) -> Iterator[Markup]:
        if outcomes := outcomes_text(requests):
            yield element("p", self._own(outcomes))
        tables = [
            (f"Requests {_by(title)}", asked_table(title, rows, requests)) for title, rows in asked_sections(requests)
        ]
        yield self._tables(tables)

    def _roles(self) -> Iterator[Markup]:
        if self._report.roles:
            yield self._table("Role places, and who has them", roles_table(self._report))
        if self._report.role_requests.total.requested != 0:
            yield element("h3", self._own("Requests for roles"))
            yield from self._asked(self._report.role_requests)

    def _floor(self) -> Iterator[Markup]:
        report = self._report
        if not report.total.speakers:
            return
        together = [promise for promise in report.promises if promise.session is None]
        drawn = [("Share of the minutes, by class", minutes_chart)]
        charts = [(title, draw(self._name(), title, report)) for title, draw in drawn]
        for title, own in (
            ("Share of the time, and the promise", [p for p in together if p.percent is not None]),
            ("Speakers, and the places promised", [p for p in together if p.percent is None]),
        ):
            if own:
                charts.append((title, promises_chart(self._name(), title, own)))
        yield self._charts(charts)
        if together:
            yield self._table("Promised and given, all lists together", promises_table(together))
        for title, tallies in sections(report.total):
            if tallies:
                yield self._table(f"On the floor, {_by(title)}", floor_table(title, tallies))

    def _positions(self) -> Iterator[Markup]:
        report = self._report
        if report.total.speakers:
            title = "Who speaks in each quarter of the lists"
            yield self._charts([(title, quarters_chart(self._name(), title, report.total))])
            yield self._table("Each list from start to end", lists_table(report))

    def _gender(self) -> Iterator[Markup]:
        gender = self._report.gender
        least = gender.least_people
        if not gender.rows:
            words = (
                f"Not shown, since an answer must be that of {least} people or more." if least else "Nobody stated any."
            )
        else:
            words = (
                f"Answers of fewer than {least} people, and whatever would tell of them, are left out." if least else ""
            )
            titles = {floor.session: floor.title for floor in self._report.sessions if floor.session}
            yield self._table("Speakers by the gender they stated", gender_rows(gender, titles))
        if words:
            yield element("p", self._own(words), class_="note")

    def _editions(self) -> Iterator[Markup]:
        if self._report.editions:
            yield self._table("Then and now", editions_table(self._report.editions))
            sources = [f"{one.edition}: {one.source} ({one.confidence})" for one in self._report.editions if one.source]
            if sources:
                items = joined(element("li", self._tongues.theirs(source)) for source in dict.fromkeys(sources))
                yield element("p", self._own("Sources of the earlier figures:"))
                yield element("ul", items)

    def _lists(self) -> Iterator[Markup]:
        mixed = [floor for floor in self._report.sessions if floor.running]
        charts = [(floor.title, running_chart(self._name(), floor.title, floor)) for floor in mixed]
        if charts:
            words = "Minutes that stakeholders have had so far, as a share of all of theirs, along each list."
            yield element("p", self._own(words))
            yield self._charts(charts)
        for floor in self._report.sessions:
            rows = places_table("group", (*floor.by_body, *floor.by_class, *floor.by_constituency))
            own = [promise for promise in self._report.promises if promise.session == floor.session]
            yield element("h3", self._tongues.theirs(floor.title))
            yield self._table("Speakers, minutes and places", rows)
            if own:
                yield self._table("What was promised", promises_table(own))
            bases = dict.fromkeys(promise.basis for promise in own if promise.basis)
            yield joined(element("p", self._own("Promised by:"), Markup(" "), self._tongues.theirs(b)) for b in bases)

    def _name(self) -> str:
        return f"chart-{next(self._numbers)}"

    def _charts(self, charts: Sequence[tuple[str, Markup]]) -> Markup:
        figures = (
            element("figure", element("figcaption", self._tongues.theirs(title)), chart) for title, chart in charts
        )
        return element("div", joined(figures), class_="charts")

    def _tables(self, tables: Sequence[tuple[str, Table]]) -> Markup:
        return element("div", joined(self._table(*named) for named in tables if named[1].rows), class_="tables")

    def _table(self, caption: str, table: Table) -> Markup:
        name = f"table-{next(self._numbers)}"
        heads = (element("th", self._own(HEADINGS.get(head, head.capitalize())), scope="col") for head in table.header)
        rows = (self._row(row) for row in table.rows)
        return element(
            "div",
            element(
                "table",
                element("caption", self._own(caption), id=name),
                element("thead", element("tr", joined(heads, ""))),
                element("tbody", joined(rows)),
            ),
            class_="scroll",
            role="group",
            aria_labelledby=name,
            tabindex=0,
        )

    def _row(self, row: Sequence[str]) -> Markup:
        first, *cells = row
        label = self._own(first) if first in OWN_LABELS else self._tongues.theirs(first)
        head = element("th", label, scope="row")
        return element("tr", head, joined((element("td", self._cell(cell)) for cell in cells), ""))

    def _cell(self, cell: str) -> str:
        return self._own(cell) if any(letter.isalpha() for letter in cell) else cell


def _by(title: str) -> str:
    return "of stakeholders" if title == FLAGS else f"by {title}"
