"""Countries are found by every name they go by, and by no other."""

import unicodedata
from collections import Counter

import pytest

from scheduler.formats.countries import (
    TWINS,
    UNCLEAR,
    countries,
    countries_near,
    country_named,
    offered,
    rows,
    unclear,
)
from scheduler.formats.wording import folded
from tests.scheduler.formats.un_names import FRENCH, SPANISH


def test_the_table_holds_the_members_the_observer_states_and_the_rest_of_iso_3166() -> None:
    assert Counter(country.standing for country in countries().values()) == {"member": 193, "observer": 2, "other": 54}
    assert len({country.iso2 for country in countries().values()}) == 249


def test_no_name_belongs_to_two_countries_not_even_without_its_accents() -> None:
    owners: dict[str, set[str]] = {}
    for row, names in rows():
        for name in names:
            letters = unicodedata.normalize("NFD", folded(name))
            plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
            owners.setdefault(plain, set()).add(row["iso3"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_codes_in_the_code_stand_for_countries() -> None:
    codes = {code for pair in TWINS for code in pair} | {code for several in UNCLEAR.values() for code in several}
    assert codes - set(countries()) == set()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CIV", ("CI", "CIV", "civ", "Côte d'Ivoire", "CÔTE D’IVOIRE", "Ivory Coast", "科特迪瓦", "Кот-д’Ивуар")),
        ("CIV", ("كوت ديفوار", "ساحل العاج", "Co\u0302te d'Ivoire")),
        ("COG", ("Congo", "Congo-Brazzaville", "Republic of the Congo", "刚果（布）", "Конго - Браззавиль")),
        ("COD", ("DRC", "DR Congo", "Democratic Republic of the Congo", "República Democrática del Congo", "刚果(金)")),
        ("KOR", ("Republic of Korea", "South Korea", "Corée du Sud", "大韩民国")),
        ("PRK", ("Democratic People's Republic of Korea", "DPRK", "North Korea", "КНДР", "كوريا الشمالية")),
        ("GIN", ("Guinea", "Guinée", "几内亚")),
        ("GNB", ("Guinea-Bissau", "Guinea-Bisáu")),
        ("GNQ", ("Equatorial Guinea", "Guinea Ecuatorial")),
        ("NER", ("Niger", "Níger", "尼日尔")),
        ("NGA", ("Nigeria", "尼日利亚")),
        ("DMA", ("Dominica", "Dominique")),
        ("DOM", ("Dominican Republic", "República Dominicana")),
        ("TUR", ("Türkiye", "Turkey", "Turquie", "土耳其")),
        ("CZE", ("Czechia", "Czech Republic")),
        ("SWZ", ("Eswatini", "Swaziland")),
        ("MMR", ("Myanmar", "Burma")),
        ("CPV", ("Cabo Verde", "Cape Verde")),
        ("GMB", ("Gambia", "The Gambia", "Gambia (Republic of The)")),
        ("TTO", ("Trinidad and Tobago", "Trinidad & Tobago")),
        ("USA", ("US", "USA", "United States", "EE.UU.", "США", "美国", "الولايات المتحدة")),
        ("VAT", ("Holy See", "Saint-Siège")),
        ("PSE", ("State of Palestine", "دولة فلسطين")),
        ("HKG", ("Hong Kong",)),
        ("CIV", ("Cote d'Ivoire", "COTE D’IVOIRE")),
        ("USA", ("Etats-Unis d'Amerique", "EE. UU.", "EEUU")),
        ("PER", ("Peru", "Perou")),
        ("DOM", ("Rep. Dominicana", "Republica Dominicana")),
        ("TUR", ("Turquía", "Turkiye")),
        ("VNM", ("Viet Nam", "Vietnam", "Viêt Nam")),
        ("TTO", ("Trinidad y Tabago", "Trinidad y Tobago")),
    ],
)
def test_a_country_is_found_by_each_of_its_names(code: str, names: tuple[str, ...]) -> None:
    assert {name: getattr(country_named(name), "iso3", None) for name in names} == dict.fromkeys(names, code)


@pytest.mark.parametrize("names", [FRENCH, SPANISH])
def test_each_state_is_found_by_the_name_the_un_uses_in_french_and_spanish(names: str) -> None:
    pairs = {name.strip()[4:]: name.strip()[:3] for name in names.replace("\n", " ").split(";")}
    states = {code for code, country in countries().items() if country.standing != "other"}
    assert set(pairs.values()) == states
    assert {name: getattr(country_named(name), "iso3", None) for name in pairs} == pairs


@pytest.mark.parametrize(
    "name",
    ["Korea", "Coree", "Ivory Cost", "Austrlia", "no", "us", "is", "", "Virgin Islands", "IOM", "European Union"],
)
def test_what_is_nearly_a_name_or_none_is_never_taken_for_one(name: str) -> None:
    assert country_named(name) is None


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Ivory Cost", "Côte d'Ivoire"),
        ("Korea", "Republic of Korea or Democratic People's Republic of Korea"),
        ("Kongo", "Democratic Republic of the Congo or Congo"),
        ("Guinea Bisau", "Guinea-Bissau"),
        ("Nigerai", "Nigeria or Niger"),
        ("Dominican Republc", "Dominican Republic or Dominica"),
        ("Austrlia", "Australia or Austria"),
        ("Iram", "Iran (Islamic Republic of) or Iraq"),
        ("Slovakai", "Slovakia or Slovenia"),
        ("S. Sudan", "Sudan or South Sudan"),
        ("Coree", "Republic of Korea or Democratic People's Republic of Korea"),
        ("Holland", "Netherlands (Kingdom of the)"),
        ("IOM", ""),
        ("Caritas", ""),
        ("African Union", ""),
    ],
)
def test_near_names_are_offered_and_with_them_those_they_are_taken_for(name: str, near: str) -> None:
    assert offered(countries_near(name)) == near


def test_a_bare_name_that_two_share_is_unclear_even_where_it_is_the_name_of_one() -> None:
    found = {name: offered(unclear(name)) for name in ("Congo", "刚果", "Guinea", "Sudan", "Niger")}
    both = "Congo or Democratic Republic of the Congo"
    assert found == {"Congo": both, "刚果": both, "Guinea": "", "Sudan": "", "Niger": ""}
