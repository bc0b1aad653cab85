"""Prints how fast many national reviews are built into panels and placed, and how near the proven bounds that is.

Run ``python -m tests.benchmarks.reviews [--seconds 60] [--seed 0]``. Each forum hears 47 reviews in four days, or 43 in
three, beside a round table a day. Of each then two States withdraw and two come late, and panels are made again.
"""

from __future__ import annotations

import argparse
import time
from random import Random

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.services.planning import plan
from scheduler.services.reviews.planning import review_plan
from scheduler.services.reviews.programme import with_reviews
from scheduler.services.sampling.reviews import reviews_forum
from solver.result import Limits

SIZES = ((47, 4), (43, 3))
HEADINGS = (
    "reviews | days | panels | of one region | bound met | panels s | moved | again s | "
    "sessions | speakers | score | bound | outcome | agenda s"
)


def changed(forum: Forum, seed: int) -> Forum:
    """Return a forum in which two States have withdrawn and two come late."""
    draw = Random(seed)
    gone = set(draw.sample(range(len(forum.national_reviews)), 2))
    kept = [
        review.model_copy(update={"stage": Stage.WITHDRAWN}) if place in gone else review
        for place, review in enumerate(forum.national_reviews)
    ]
    there = {review.participant for review in kept}
    states = [s.id for s in forum.participants if s.participant_class == "member_state" and s.id not in there]
    late = [
        NationalReview(id=f"late-{state}", participant=state, last_presented=2020) for state in draw.sample(states, 2)
    ]
    return forum.model_copy(update={"national_reviews": (*kept, *late)})


def row(reviews: int, days: int, seconds: float, seed: int) -> str:
    """Plan one forum and return its figures."""
    forum = reviews_forum(seed, reviews, days)
    times = [time.monotonic()]
    panels = review_plan(forum)
    times.append(time.monotonic())
    again = review_plan(changed(forum, seed), panels)
    times.append(time.monotonic())
    programme = with_reviews(forum, panels)
    planned = plan(programme, Limits(wall_seconds=seconds, seed=seed))
    times.append(time.monotonic())
    agenda = planned.agenda
    cells = (
        reviews,
        days,
        len(panels.panels),
        panels.same_region,
        "yes" if panels.score == panels.bound and again.score == again.bound else "no",
        f"{times[1] - times[0]:.3f}",
        len(again.moved),
        f"{times[2] - times[1]:.2f}",
        len(programme.sessions),
        len(programme.requests),
        agenda.score if agenda else "-",
        agenda.bound if agenda else "-",
        planned.outcome.value,
        f"{times[3] - times[2]:.1f}",
    )
    return " | ".join(map(str, cells))


def main() -> None:
    """Print a row for each forum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(HEADINGS)
    for reviews, days in SIZES:
        print(row(reviews, days, options.seconds, options.seed), flush=True)


if __name__ == "__main__":
    main()
