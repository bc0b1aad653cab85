"""forum reviews: who presents a national review, in which panel, what is due, and what came out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, write_bytes
from scheduler.commands.options import ForumName, Json, Language, Out
from scheduler.commands.sources import forum_path, know_language, load_checked, load_review_plan

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum


@guarded
def reviews(
    forum: ForumName,
    outcome: Annotated[
        str | None,
        typer.Option("--outcome", metavar="REVIEW", help="Write the outcome of this review, as Markdown or .html."),
    ] = None,
    before: Annotated[
        Path | None,
        typer.Option(
            "--before",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Plan in JSON whose panels should change little, instead of the one beside the forum.",
        ),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the plan beside the forum, so that later panels change little.")
    ] = False,
    language: Language = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Show who presents a national review and why, panels, the parts of each slot, deadlines and what is missing.

    Volunteers beyond the capacity are put off by the forum's policy, and have first call in the next edition. Panels
    are mixed by region; who was in one by the plan beside the forum leaves it only where that must be.

    Example: forum reviews my-forum --outcome vnr-kenya -o kenya.md

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
    plan = review_plan(found, load_review_plan(forum, found, before))
    if keep:
        write_bytes(reviews_path(forum_path(forum)), reviews_plan_text(plan).encode("utf-8"))
    text = reviews_plan_text(plan) if as_json else reviews_text(found, plan, language)
    deliver(text, out, "reviews", as_json)


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
