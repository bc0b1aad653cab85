"""The national reviews of a forum for reading: who has a place and why, panels, parts, deadlines, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.domain.review_plan import ReviewPlan
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.reviews_public import alternative_reports_on, author_words
from scheduler.publish.visible import say
from scheduler.services.reviews.planning import shares_panel
from scheduler.services.reviews.sessions import lapsed_requests
from scheduler.services.reviews.slot import CIVIL_SOCIETY_WORDS, asking_authors, seconds_each, slot_of
from scheduler.services.reviews.stages import comes_next, missing
from scheduler.translate.panels import region_of_review
from scheduler.translate.regions import region_name

LEAST_SECONDS = 60
"""Time of a speaker below which the page says that it is short."""


def reviews_text(forum: Forum, plan: ReviewPlan, language: str | None = None, before: ReviewPlan | None = None) -> str:
    """Return the whole page; ``before`` is the plan whose panels should change little."""
    if not forum.national_reviews:
        return "No State has volunteered for a national review.\n"
    lines = [wrapped(say(forum, forum.title, language)), "", wrapped(_summary(forum, plan)), ""]
    lines += [*_places(forum, plan, language), *_panels(forum, plan, language), *_changes(plan, before)]
    lines += _next(forum, plan, language)
    return "\n".join([*lines, *_open(forum, plan, language)]) + "\n"


def state_words(forum: Forum, review: NationalReview, language: str | None = None) -> str:
    """Return the name of the State that presents."""
    return say(forum, forum.participant_by_id[review.participant].name, language)


def _summary(forum: Forum, plan: ReviewPlan) -> str:
    given = sum(choice.is_chosen for choice in plan.choices)
    gone = sum(review.stage is Stage.WITHDRAWN for review in forum.national_reviews)
    alone = sum(choice.is_chosen and choice.review not in plan.panel_of for choice in plan.choices)
    withdrawn = f" {gone} ha{'s' if gone == 1 else 've'} withdrawn." if gone else ""
    return (
        f"{given} of {len(plan.choices)} volunteers have a place: {alone} alone, {given - alone} in "
        f"{len(plan.panels)} panel{'s' * (len(plan.panels) != 1)}.{withdrawn}"
    )


def _places(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    reviews = {review.id: review for review in forum.national_reviews}
    rows = []
    for choice in plan.choices:
        review = reviews[choice.review]
        place = plan.panel_of.get(review.id, "alone") if choice.is_chosen else "next edition"
        last = str(review.last_presented or "first")
        region = region_of_review(forum, review)
        area = region_name(region) if region else "-"
        rows.append((state_words(forum, review, language), area, last, review.stage.value, place))
    yield columns(("State", "region", "last time", "stage", "place"), rows)
    if len({choice.because for choice in plan.choices}) == 1:
        yield from ("", wrapped(plan.choices[0].because))
        return
    yield from ("", "Why")
    for choice in plan.choices:
        name = state_words(forum, reviews[choice.review], language)
        yield wrapped(f"{name}: {choice.because}", "  ", "    ")


def _panels(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    if not plan.panels:
        return
    reviews = {review.id: review for review in forum.national_reviews}
    yield from ("", "Panels")
    for panel in plan.panels:
        names = [
            f"{state_words(forum, reviews[name], language)}{' (moved)' if name in plan.moved else ''}"
            for name in panel.reviews
        ]
        yield wrapped(f"{panel.id}: {', '.join(names)}", "  ", "    ")
    proven = "no panels are better" if plan.outcome is Outcome.OPTIMAL else f"best found, proven bound {plan.bound}"
    together = f"{plan.same_region} pair{'s' * (plan.same_region != 1)} of States of one region share a panel"
    lacking = f"; panels lack {plan.short} to the fewest States of one" if plan.short else ""
    yield wrapped(f"{together}{lacking}: {proven}.", "  ", "  ")


def _changes(plan: ReviewPlan, before: ReviewPlan | None) -> Iterator[str]:
    """Say how far panels are from those of the plan before, and whether it is proven that they cannot be nearer."""
    if before is None:
        if plan.panels:
            yield wrapped(
                "No plan is kept yet. It is once forum solve has written an agenda, or now with --keep, so that later "
                "panels change little.",
                "  ",
                "  ",
            )
        return
    then = {panel.id: set(panel.reviews) for panel in before.panels}
    now = {panel.id: set(panel.reviews) for panel in plan.panels}
    changed = sum(then.get(name) != now.get(name) for name in {*then, *now})
    if not changed:
        yield wrapped("Against the plan before: no panel has changed.", "  ", "  ")
        return
    moved = len(plan.moved)
    is_least = not moved or plan.outcome is Outcome.OPTIMAL
    least = "the fewest that can, which is proven" if is_least else "not proven to be the fewest that can"
    states = f"{moved or 'no'} State{'s' * (moved != 1)}"
    yield wrapped(
        f"Against the plan before: {changed} panel{'s' * (changed != 1)} of {len({*then, *now})} changed, since States "
        f"came or went; {states} moved to another panel, {least}.",
        "  ",
        "  ",
    )


def _next(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    yield from ("", "Parts of each slot in minutes, and what comes next")
    rows = []
    for review in _placed(forum, plan):
        slot, (step, due) = slot_of(forum, review), comes_next(forum, review)
        parts = f"{slot.presentation}+{slot.civil_society}+{slot.questions}+{slot.reply}={slot.minutes}"
        coming = f"{step.stage.value}{f' by {due}' if due else ''}"
        rows.append((state_words(forum, review, language), parts, review.civil_society.value, coming))
    yield columns(("State", "parts", "civil society", "next"), rows)
    yield wrapped("Parts: presentation, civil society, questions and recommendations, reply.")
    for answer in dict.fromkeys(review.civil_society for review in _placed(forum, plan)):
        if forum.reviews.civil_society_minutes:
            yield wrapped(f"{answer.value}: {CIVIL_SOCIETY_WORDS[answer]}", "  ", "    ")


def _open(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    found = [*_lacking(forum, plan, language), *_authors(forum, plan, language)]
    lapsed = lapsed_requests(forum)
    if lapsed:
        ask = "request asks" if len(lapsed) == 1 else "requests ask"
        found.append(f"{len(lapsed)} {ask} for the floor of reviews that have no place, and cannot be heard.")
    if found:
        yield from ("", "Missing or to know", *(wrapped(line, "  ", "    ") for line in found))


def _lacking(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    for review in forum.national_reviews:
        lacking = [name for _, name in missing(forum, review)]
        if lacking:
            stage = review.stage.value
            yield f"{state_words(forum, review, language)} ({stage}) lacks {' and '.join(lacking)}."
    for review in _placed(forum, plan):
        if shares_panel(forum, review) and region_of_review(forum, review) is None:
            scheme = forum.reviews.region_scheme
            yield f"{state_words(forum, review, language)} is in no region of the scheme {scheme}; panels mix by it."


def _authors(forum: Forum, plan: ReviewPlan, language: str | None) -> Iterator[str]:
    for review in _placed(forum, plan):
        name = state_words(forum, review, language)
        yield from (f"{name}: {report.label}" for report in alternative_reports_on(forum, review, language))
        for first in asking_authors(forum, review):
            titles = [
                say(forum, report.title, language)
                for report in forum.alternative_reports
                if (report.review, report.author, report.asks_floor) == (review.id, first.author, True)
            ]
            if len(titles) > 1:
                words = author_words(forum, first.author, language)
                yield f"{name}: {words} has the floor once, for its {len(titles)} reports: {'; '.join(titles)}."
        yield from _without_part(forum, review, name)
        count, seconds = len(asking_authors(forum, review)), seconds_each(forum, review)
        if count and seconds < LEAST_SECONDS:
            yield f"{name}: {count} authors ask for the floor, and have {seconds} seconds each."


def _without_part(forum: Forum, review: NationalReview, name: str) -> Iterator[str]:
    """Say how many authors ask for the floor in a part for civil society that there is not."""
    asking = {one.author for one in forum.alternative_reports if one.review == review.id and one.asks_floor}
    if asking and not asking_authors(forum, review):
        ask = "author asks" if len(asking) == 1 else "authors ask"
        yield f"{name}: {len(asking)} {ask} for the floor, and there is no part for civil society."


def _placed(forum: Forum, plan: ReviewPlan) -> list[NationalReview]:
    given = {choice.review for choice in plan.choices if choice.is_chosen}
    return [review for review in forum.national_reviews if review.id in given]
