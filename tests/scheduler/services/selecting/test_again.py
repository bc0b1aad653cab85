"""Who is next where more is shared out: the class, and in it the constituency, with least of what it is sized by."""

from fractions import Fraction

from scheduler.services.lot import numbers
from scheduler.services.selecting.again import Floor
from scheduler.services.selecting.places import sharing
from scheduler.translate.selection import selection_problem
from scheduler.translate.selection_wishes import wishes
from tests.scheduler.asking import a_share, an_asking_forum, asks

USUAL = 180


def test_the_quotients_of_a_class_and_of_a_constituency_fall_with_what_they_have() -> None:
    forum = an_asking_forum(
        *(asks(name, name) for name in ("kenya", "mexico", "youth1", "youth2", "ngo1")),
        shares=(a_share(percent=50), a_share("state", percent=25)),
    )
    found, drawn = wishes(forum), numbers(forum)
    translation = selection_problem(forum, found, sharing(forum, found, drawn), drawn)
    index = {wish.request.id: i for i, wish in enumerate(found)}
    nobody, two = Floor(translation, ()), Floor(translation, (index["youth1"], index["kenya"]))
    half, quarter = Fraction(1, 2), Fraction(1, 4)
    assert nobody.claim(index["youth2"]) == (half / USUAL, Fraction(2))
    assert nobody.claim(index["mexico"]) == (quarter / USUAL, Fraction(2))
    assert two.claim(index["youth2"]) == (half / (3 * USUAL), Fraction(2, 3))
    assert two.claim(index["ngo1"]) == (half / (3 * USUAL), Fraction(1))
    assert two.claim(index["mexico"]) == (quarter / (3 * USUAL), Fraction(2, 3))
