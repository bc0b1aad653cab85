"""Countries by every name they go by, and what to offer for a name that is none.

``countries.csv`` is our own table: the 193 members and the two observer States with the names the United Nations uses
(UN member States and permanent observers; UNSD M49 for the other entries of ISO 3166-1), and further names that people
write, among them the UN's own in its other languages (its usage, from memory). CLDR adds the common names in the six
UN languages; where CLDR and the UN differ, the UN's name is the one that is shown.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from importlib.resources import files

from babel import Locale

from scheduler.formats.cell_errors import CellError, shown
from scheduler.formats.wording import folded

UN_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")

UNCLEAR: Mapping[str, tuple[str, ...]] = {
    name: codes
    for names, codes in (
        (("Congo", "Конго", "刚果", "الكونغو"), ("COG", "COD")),
        (("Korea", "Corée", "Corea", "Корея", "كوريا"), ("KOR", "PRK")),
        (("Virgin Islands",), ("VGB", "VIR")),
        (("Saint Martin", "St. Martin", "St Martin"), ("MAF", "SXM")),
        (("Macedonia", "Macédoine", "Македония"), ("MKD",)),
        (("Holland", "Hollande", "Holanda"), ("NLD",)),
        (("America", "América"), ("USA",)),
    )
    for name in names
}
"""Names that may mean several, or not quite the one they seem to: offered, or at least remarked upon."""

TWINS: tuple[frozenset[str], ...] = tuple(
    frozenset(pair.split())
    for pair in ("COG COD", "KOR PRK", "NER NGA", "DMA DOM", "AUT AUS", "IRN IRQ", "SVK SVN", "SDN SSD", "GUY GIN")
)
"""Countries whose names are taken for each other: where one is offered, so is the other."""

_NEAR = 0.72
_AS_NEAR = 0.1
_OFFERED = 3
_SHORTEST = 4
"""Letters from which on a name can be near another; shorter ones are near too many."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country or area with an ISO code."""

    iso3: str
    iso2: str
    name: str
    standing: str
    """member, observer or other, at the United Nations."""


def _folded(text: str) -> str:
    text = folded(text).replace("&", " and ").replace("ё", "е")
    return " ".join(text.split()).removeprefix("the ")


@cache
def countries() -> Mapping[str, Country]:
    """Return every country by its code of three letters."""
    return {row["iso3"]: Country(row["iso3"], row["iso2"], row["name"], row["standing"]) for row, _ in rows()}


@cache
def rows() -> tuple[tuple[dict[str, str], tuple[str, ...]], ...]:
    """Return each row of the table with every name its country goes by."""
    text = files("scheduler.formats").joinpath("countries.csv").read_text(encoding="utf-8")
    locales = [Locale.parse(language).territories for language in UN_LANGUAGES]
    return tuple(
        (row, (row["name"], *filter(None, row["also"].split("; ")), *(names[row["iso2"]] for names in locales)))
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _names() -> Mapping[str, str]:
    """Return the code of each name without its accents, which many write without; no two countries share one."""
    return {_plain(name): row["iso3"] for row, names in rows() for name in names}


@cache
def _codes() -> Mapping[str, str]:
    return {code: row["iso3"] for row, _ in rows() for code in (row["iso2"], row["iso3"], row["iso3"].lower())}


@cache
def _unclear() -> Mapping[str, tuple[Country, ...]]:
    return {_plain(name): tuple(countries()[code] for code in codes) for name, codes in UNCLEAR.items()}


def country_named(text: str) -> Country | None:
    """Return the country that has this name, accents aside, or this code, of two letters in capitals only (no, is)."""
    code = _codes().get(text.strip()) or _names().get(_plain(text))
    return countries()[code] if code else None


@cache
def _names_of() -> Mapping[str, tuple[str, ...]]:
    return {row["iso3"]: tuple(filter(_is_long, map(_plain, names))) for row, names in rows()}


def _is_long(name: str) -> bool:
    return len(name) >= _SHORTEST


def speaks_of(text: str, country: Country) -> bool:
    """Say whether a name of the country stands in a text, as Kenya in the Permanent Mission of Kenya."""
    words = f" {_plain(text)} "
    return any(f" {name} " in words for name in _names_of()[country.iso3])


def unclear(text: str) -> tuple[Country, ...]:
    """Return the countries a bare name such as Congo or Korea may mean; none where a name is clear."""
    return _unclear().get(_plain(text), ())


def countries_near(text: str) -> tuple[Country, ...]:
    """Return the few countries a name that is none may mean: the nearest, and those about as near."""
    if found := unclear(text):
        return found
    word = _plain(text)
    if len(word) < _SHORTEST:
        return ()
    near = get_close_matches(word, _plain_names(), n=8, cutoff=_NEAR)
    scores: dict[str, float] = {}
    for name in near:
        for code in _plain_names()[name]:
            scores[code] = max(scores.get(code, 0), SequenceMatcher(None, name, word).ratio())
    best = max(scores.values(), default=0)
    if best < _NEAR:
        return ()
    nearest = sorted(scores, key=lambda code: (-scores[code], code))
    codes = [code for code in nearest if scores[code] >= best - _AS_NEAR][:_OFFERED]
    twins = (sorted(pair - {code}) for code in codes for pair in TWINS if code in pair)
    return tuple(countries()[code] for code in dict.fromkeys([*codes, *(code for pair in twins for code in pair)]))


@cache
def _plain_names() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    unclear_names = {name: {country.iso3 for country in several} for name, several in _unclear().items()}
    for name, codes in [*((name, {code}) for name, code in _names().items()), *unclear_names.items()]:
        if len(name) >= _SHORTEST:
            found.setdefault(name, set()).update(codes)
    return {name: frozenset(codes) for name, codes in found.items()}


def _plain(text: str) -> str:
    """Return a folded name without its accents."""
    letters = unicodedata.normalize("NFD", _folded(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def offered(found: Iterable[Country]) -> str:
    """Return the names of countries as a question ends: ``Austria or Australia``."""
    return " or ".join(country.name for country in found)


def country_of(names: Iterable[str], id: str) -> Country | None:
    """Return the country of a delegation by its name.

    An id counts only where the name has the country's in it: au may be the African Union, can the Andean Community.
    """
    names = tuple(names)
    for text in names:
        if country := country_named(text):
            return country
    country = country_named(id.upper())
    return country if country and any(speaks_of(name, country) for name in names) else None


def country_code(text: str) -> str:
    """Return the ISO code of a country by any of its names."""
    if country := country_named(text):
        return country.iso3
    near = offered(countries_near(text))
    advice = "Write its ISO code or the UN's name for it, as KEN or Kenya, or leave it blank if it is no country."
    raise CellError(f"No country known here is called {shown(text)}.", f"Did you mean {near}?" if near else advice)
