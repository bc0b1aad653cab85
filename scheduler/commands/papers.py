"""forum pledges: what was promised, recommended and declared, by objective."""

from __future__ import annotations

from scheduler.commands.exits import deliver, guarded
from scheduler.commands.options import ForumName, Json, Language, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import know_language, load_forum


@guarded
def pledges(forum: ForumName, language: Language = None, out: Out = None, as_json: Json = False) -> None:
    """List pledges, recommendations and paragraphs of the declaration by objective, and where they are carried to.

    Example: forum pledges my-forum

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.papers import public_pledges
    from scheduler.publish.pledges_text import pledges_text

    found = load_forum(forum)
    know_language(found, language)
    if as_json:
        rows = [pledge.model_dump(mode="json") for pledge in public_pledges(found, language)]
        deliver(json_text(rows), out, "pledges", as_json)
    else:
        deliver(pledges_text(found, language), out, "pledges", as_json)
