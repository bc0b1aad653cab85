"""A cell names a row by its id or by the name people know it by, and a delegation by any name of its country."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.formats.columns import tables
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.formats.reference_columns import REFERENCES
from scheduler.formats.wording import folded
from tests.scheduler.formats.folders import FIXTURES, a_plain_forum, told

CLASSES = (
    "id,label,delegation\nstate,Member State,yes\nobserver,Observer,yes\nbody,Observer organisation,yes\nngo,NGO,\n"
)
PARTICIPANTS = """id,name,name.fr,class,country
d1,Congo,Congo,state,
d2,Democratic Republic of the Congo,,state,
civ,Ivory Coast,,Member State,
kr,The Republic of Korea at Geneva,,state,
au,African Union,,observer,
d5,The delegation of Nairobi,,state,ken
d6,Austria,Autriche,state,
de,Deutschland,,state,DEU
eu,European Union,Union européenne,observer,
aid,Kenya Aid,,NGO,Kenya
icrc,International Committee of the Red Cross,,body,Switzerland
club,Twin,,ngo,
club2,Twin,,ngo,
"""
HEAD = "id,session,participant"


def read(folder: Path, *names: str) -> list[str]:
    """Return the ids that these names of participants stand for in requests."""
    write_forum(a_plain_forum(people=()), folder)
    rows = "".join(f'q{number},s1,"{name}"\n' for number, name in enumerate(names))
    for table, content in {"classes": CLASSES, "participants": PARTICIPANTS, "requests": f"{HEAD}\n{rows}"}.items():
        (folder / f"{table}.csv").write_text(content, encoding="utf-8")
    return [request.participant for request in read_forum(folder).requests]


def faults(folder: Path, *names: str) -> list[str]:
    """Return what is said about these names of participants in requests."""
    rows = "".join(f'q{number},s1,"{name}"\n' for number, name in enumerate(names))
    tables = {"classes": CLASSES, "participants": PARTICIPANTS, "requests": f"{HEAD}\n{rows}"}
    return [line.partition("participant: ")[2] for line in told(folder, tables, people=())]


def test_references_are_between_columns_and_tables_that_exist() -> None:
    known = tables()
    for name, column, targets in REFERENCES:
        assert known[name].column(column) is not None
        assert set(targets) <= set(known)


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("d1", ("d1", "D1", "Congo", "CONGO", "Congo-Brazzaville", "COG", "CG", "刚果（布）")),
        ("d2", ("d2", "DR Congo", "COD", "cod", "Democratic Republic of the Congo", "República Democrática del Congo")),
        (
            "civ",
            (
                "CIV",
                "CI",
                "Ivory Coast",
                "Côte d'Ivoire",
                "Cote d'Ivoire",
                "Côte d’Ivoire",
                "كوت ديفوار",
                "Кот-д’Ивуар",
            ),
        ),
        ("kr", ("KR", "KOR", "the republic of  Korea at Geneva", "South Korea", "Republic of Korea")),
        ("d5", ("Kenya", "KEN", "肯尼亚", "the delegation of nairobi")),
        ("d6", ("Austria", "Autriche", "النمسا")),
        ("de", ("Germany", "DEU", "德国", "deutschland")),
        ("eu", ("European Union", "Union européenne", "EU")),
        ("au", ("African Union", "AU")),
        ("aid", ("Kenya Aid", "aid")),
    ],
)
def test_a_participant_is_found_by_its_id_its_name_and_the_names_of_its_country(
    tmp_path: Path, id: str, names: tuple[str, ...]
) -> None:
    assert read(tmp_path, *names) == [id] * len(names)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Ivory Cost", "participants.csv has no 'Ivory Cost'. Did you mean Côte d'Ivoire?"),
        (
            "Korea",
            "'Korea' may be Republic of Korea or Democratic People's Republic of Korea. "
            "Did you mean Republic of Korea?",
        ),
        (
            "North Korea",
            "participants.csv has no delegation of Democratic People's Republic of Korea. "
            "Add it there, or write one that is there.",
        ),
        ("Kongo", "participants.csv has no 'Kongo'. Did you mean Democratic Republic of the Congo or Congo?"),
        ("Austrlia", "participants.csv has no 'Austrlia'. Did you mean Austria?"),
        ("Zimbawe", "participants.csv has no 'Zimbawe'. If Zimbabwe is meant, add it there first."),
        ("Guinea", "participants.csv has no delegation of Guinea. Add it there, or write one that is there."),
        ("European Onion", "participants.csv has no 'European Onion'. Did you mean European Union?"),
        ("Switzerland", "participants.csv has no delegation of Switzerland. Add it there, or write one that is there."),
        ("Australia", "participants.csv has no delegation of Australia. Add it there, or write one that is there."),
        ("Twin", "'Twin' is the name of 2 rows of participants.csv. Write which one by its id: club or club2."),
        ("no", "participants.csv has no 'no'. Write a name that participants.csv has, or add it there."),
    ],
)
def test_what_is_no_name_is_never_corrected_but_near_ones_are_offered(tmp_path: Path, name: str, message: str) -> None:
    assert faults(tmp_path, name) == [message]


@pytest.mark.parametrize("between", [", ", " and ", " / ", "/", " et "])
def test_names_in_one_cell_are_told_apart_by_semicolons_or_rows(tmp_path: Path, between: str) -> None:
    both = f"mexico{between}Caritas"
    sessions = f'id,kind,title,sittings,organisers\ns1,round-table,A,60,"{both}"\ns2,round-table,B,60,\n'
    tables = {"sessions": sessions, "roles": f'session,role,participant\ns1,chair,"{both}"\n'}
    assert [line.partition(f"has no '{both}'. ")[2] for line in told(tmp_path, tables)] == [
        "Separate several entries by semicolons: mexico; Caritas.",
        "Only one can stand in a row: mexico or Caritas.",
    ]


def test_a_name_with_and_in_it_is_taken_whole(tmp_path: Path) -> None:
    participants = "id,name,class\nmexico,Bosnia and Herzegovina,state\ncaritas,Caritas,ngo\n"
    organised = '"Bosnia and Herzegovina, Caritas"'
    sessions = f"id,kind,title,sittings,organisers\ns1,round-table,A,60,{organised}\ns2,round-table,B,60,\n"
    assert [
        line.partition("'. ")[2] for line in told(tmp_path, {"participants": participants, "sessions": sessions})
    ] == ["Separate several entries by semicolons: Bosnia and Herzegovina; Caritas."]


def test_a_name_that_is_nearly_the_id_of_another_row_is_unclear(tmp_path: Path) -> None:
    people = "id,name,affiliations\nana,Ana Ruiz,mexico\np2,ANA,caritas\n"
    roles = "session,role,person\ns1,chair,Ana\ns2,chair,ana\n"
    assert told(tmp_path, {"people": people, "roles": roles}) == [
        "roles.csv, row 2, column person: 'Ana' is the name of 2 rows of people.csv. "
        "Write which one by its id: ana or p2."
    ]


def test_an_organisation_does_not_answer_to_the_name_of_its_country(tmp_path: Path) -> None:
    participants = "id,name,class,country\naid,Kenya Aid,ngo,Kenya\n"
    tables = {"classes": CLASSES, "participants": participants, "requests": f"{HEAD}\nq1,s1,Kenya\n"}
    assert told(tmp_path, tables, people=()) == [
        "requests.csv, row 2, column participant: participants.csv has no delegation of Kenya. "
        "Add it there, or write one that is there."
    ]


def test_a_country_is_kept_by_its_code_and_may_be_left_out(tmp_path: Path) -> None:
    read(tmp_path)
    countries = {participant.id: participant.country for participant in read_forum(tmp_path).participants}
    assert (countries["d5"], countries["aid"], countries["eu"]) == ("KEN", "KEN", None)


def test_a_country_that_is_none_is_told_with_those_that_are_near(tmp_path: Path) -> None:
    rows = "id,name,class,country\na,A,ngo,Ivory Cost\nb,B,ngo,Korea\nc,C,ngo,Atlantis\n"
    tables = {"classes": CLASSES, "participants": rows}
    assert [line.partition("country: ")[2] for line in told(tmp_path, tables, people=())] == [
        "No country known here is called 'Ivory Cost'. Did you mean Côte d'Ivoire?",
        "No country known here is called 'Korea'. "
        "Did you mean Republic of Korea or Democratic People's Republic of Korea?",
        "No country known here is called 'Atlantis'. Write its ISO code or the UN's name for it, as KEN or Kenya, "
        "or leave it blank if it is no country.",
    ]


def test_sessions_periods_rooms_people_themes_and_objectives_are_found_by_their_names(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    tables = {
        "periods": "id,title,date,start,end,kinds\nam,Morning,2026-05-05,10:00,13:00,Round Table\n"
        "pm,Afternoon,2026-05-05,15:00,18:00,other\n",
        "objectives": "number,title\n7,Vulnerabilities\n8,Other\n",
        "themes": "id,title,objectives\nt1,Labour,vulnerabilities; 8.0\n",
        "sessions": "id,kind,title,sittings,themes\ns1,round table,First one,60,LABOUR\ns2,other,Second one,60,\n",
        "roles": "session,role,person\nfirst one,chair,person ANA\n",
        "pins": "session,period,room\nSecond one,Afternoon,Room R1\n",
    }
    for name, content in tables.items():
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    forum = read_forum(tmp_path)
    assert [period.kinds for period in forum.periods] == [("round-table",), ("other",)]
    assert forum.themes[0].objectives == (7, 8)
    assert [(session.kind, session.themes) for session in forum.sessions] == [("round-table", ("t1",)), ("other", ())]
    assert [(role.session, role.person) for role in forum.roles] == [("s1", "ana")]
    assert [(pin.session, pin.period, pin.room) for pin in forum.pins] == [("s2", "pm", "r1")]


def test_a_name_that_leads_nowhere_hides_nothing_else_in_its_row(tmp_path: Path) -> None:
    tables = {
        "requests": f"{HEAD},place\nq1,s1,Ivory Cost,7\nq2,Nowhere to be found,mexico,\n",
        "pins": "session,sitting,period\ns1,2,The wee hours\n",
    }
    assert [line.partition(": ")[0] for line in told(tmp_path, tables)] == [
        "pins.csv, row 2, column period",
        "pins.csv, row 2, column sitting",
        "requests.csv, row 2, column participant",
        "requests.csv, row 2, column place",
        "requests.csv, row 3, column session",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["marrakech", "tiny", "imrf-2026"])
def test_a_forum_whose_references_are_all_labels_is_the_same_forum(tmp_path: Path, name: str, language: str) -> None:
    forum = read_forum(FIXTURES / name)
    write_forum(forum, tmp_path)
    replaced = 0
    for table, column, targets in REFERENCES:
        file = tmp_path / f"{table}.csv"
        labels = labels_of(forum, targets, language)
        if not file.exists() or len(targets) > 1:
            continue
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for row in rows:
            names = [part.strip() for part in row.get(column, "").split(";") if part.strip()]
            replaced += sum(name in labels for name in names)
            if column in row:
                row[column] = "; ".join(labels.get(name, name) for name in names)
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    assert replaced > 10
    assert read_forum(tmp_path) == forum


def labels_of(forum: Forum, targets: tuple[str, ...], language: str) -> dict[str, str]:
    """Return the labels by id that no other row of these tables has, nor is nearly the id of."""
    found: dict[str, str] = {}
    for item in (item for target in targets for item in getattr(forum, target)):
        label = getattr(item, "name", None) or getattr(item, "label", None) or getattr(item, "title", None)
        text = label.of(language) if isinstance(label, Text) else label
        if text and ";" not in text:
            found[str(getattr(item, "id", None) or item.number)] = text
    counts = Counter(folded(text) for text in found.values())
    return {
        id: text for id, text in found.items() if counts[folded(text)] == 1 and folded(text) not in map(folded, found)
    }
