"""forum reviews: who presents a national review, in which panel, what is due, and what came out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, write_bytes
from scheduler.commands.options import ForumName, Json, Language, Out
from scheduler.commands.sources import forum_path, know_language, load_checked, load_review_plan

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum


Before = Annotated[
    Path | None,
    typer.Option(
        "--before",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Plan in JSON whose panels should change little, instead of the one beside the forum.",
    ),
]
After = Annotated[
    str | None,
    typer.Option(
        "--after",
        metavar="EARLIER",
        help="Write national_reviews.csv with first call for all whom this earlier edition put off.",
    ),
]


@guarded
def reviews(
    forum: ForumName,
    outcome: Annotated[
        str | None,
        typer.Option("--outcome", metavar="REVIEW", help="Write the outcome of this review, as Markdown or .html."),
    ] = None,
    before: Before = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the plan beside the forum, so that later panels change little.")
    ] = False,
    after: After = None,
    language: Language = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Show who presents a national review and why, panels, the parts of each slot, deadlines and what is missing.

    Volunteers beyond the capacity are put off by the forum's policy, and have first call in the next edition: there,
    --after EARLIER carries them over, by the plan kept beside the earlier edition. Panels are mixed by region; who was
    in one by the plan beside the forum leaves it only where that must be. forum solve keeps that plan with the agenda
    it writes; --keep does so before.

    Example: forum reviews my-forum --outcome vnr-kenya -o kenya.md

    Example: forum reviews next-forum --after my-forum -o next-forum/

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.formats.reviews_json import reviews_path, reviews_plan_text
    from scheduler.publish.reviews_text import reviews_text
    from scheduler.services.reviews.planning import review_plan

    found = load_checked(forum, as_written=True).forum
    know_language(found, language)
    if outcome is not None:
        _outcome(found, outcome, language, out, as_json)
        return
    if after is not None:
        _after(found, after, out, as_json)
        return
    earlier = load_review_plan(forum, found, before)
    plan = review_plan(found, earlier)
    if keep:
        write_bytes(reviews_path(forum_path(forum)), reviews_plan_text(plan).encode("utf-8"))
    text = reviews_plan_text(plan) if as_json else reviews_text(found, plan, language, earlier)
    deliver(text, out, "reviews", as_json)


def _after(forum: Forum, name: str, out: str | None, as_json: bool) -> None:
    from scheduler.formats.columns import tables
    from scheduler.formats.csv_folder import table_text
    from scheduler.formats.tables import write_rows
    from scheduler.services.reviews.first_call import put_off, with_first_call

    if as_json:
        leave(ExitCode.WRONG_USE, "What is carried over is a table; leave --json out.")
    earlier = load_checked(name, as_written=True).forum
    plan = load_review_plan(name, earlier)
    found = with_first_call(forum, earlier, plan)
    rows = write_rows(tables()["national_reviews"], found.national_reviews, forum.languages[0])
    file = target(out, "national_reviews.csv")
    deliver(table_text(*rows), str(file) if file else None)
    count = len(put_off(earlier, plan))
    by = "by the plan kept beside it" if plan else "as the choice is now, since no plan is kept beside it"
    tell(f"{count} put off from {name}, {by}, {'has' if count == 1 else 'have'} first call.")


def _outcome(forum: Forum, name: str, language: str | None, out: str | None, as_json: bool) -> None:
    from scheduler.errors import NotFoundError
    from scheduler.publish.reviews_outcome import outcome_html, outcome_markdown

    if as_json:
        leave(ExitCode.WRONG_USE, "An outcome is Markdown or a page; leave --json out.")
    review = next((review for review in forum.national_reviews if review.id == name), None)
    if review is None:
        known = ", ".join(review.id for review in forum.national_reviews[:5]) or "none"
        raise NotFoundError(f"There is no national review '{name[:80]}'. The first are {known}.")
    file = target(out, f"outcome-{name}.md")
    write = outcome_html if file is not None and file.suffix in (".html", ".htm") else outcome_markdown
    deliver(write(forum, review, language), str(file) if file else None, f"outcome-{name}")
