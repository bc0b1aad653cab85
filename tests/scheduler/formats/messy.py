"""One forum as an untidy organiser keeps it, and one slip after another to plant in it."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xlsxwriter import Workbook

from scheduler.formats.headings import label, sheet_label

TABLES = {
    "forum": """setting,value
uid,messy-forum-01
title,A messy forum
title.fr,Un forum en désordre
timezone,Europe/Zurich
days,2026-03-28; 2026-03-29; 2026-10-24; 2026-10-25
languages,en; fr
""",
    "walks": """first,second,minutes
main,annexe,10
""",
    "kinds": """id,label,standing,mode,policy,ranks
opening,Opening,alone,,,
plenary,Plenary,official,throughout,,
round-table,Round table,official,throughout,,yes
side-event,Side event,side,,,
concert,Concert,free,,,
vigil,Vigil,free,throughout,,
""",
    "periods": """id,title,date,start,end,kinds
sat-am,Saturday morning,2026-03-28,10:00,13:00,Opening; Plenary; Round table
sat-pm,Saturday afternoon,2026-03-28,15:00,18:00,plenary; round-table
sat-lunch,Saturday lunch,2026-03-28,13:15,14:45,side-event
sat-night,Saturday night,2026-03-28,20:00,23:00,concert
sun-pm,Sunday afternoon,2026-03-29,15:00,18:00,plenary; round-table
oct-am,October morning,2026-10-24,10:00,13:00,plenary; round-table
oct-night,October night,2026-10-24,20:00,23:00,vigil; concert
""",
    "rooms": """id,name,name.fr,seats,equipment,booths,zone,hours,closed
hall,Great Hall,Grande salle,500,webcast; hybrid,6,main,,2026-10-24 08:00-12:00
forum-room,Forum Room,,120,podium,2,main,,
annexe-1,Annexe One,,60,,0,annexe,08:00-23:30,
annexe-2,Annexe Two,,40,piano,0,annexe,,
""",
    "objectives": """number,title
1,Data
2,Minimise drivers
7,Reduce vulnerabilities
""",
    "themes": """id,title,objectives
labour,Labour mobility,1; 2
climate,Climate,Reduce vulnerabilities
""",
    "classes": """id,label,interspersed,delegation,speaks_in
state,Member State,,yes,
observer,Observer State,,yes,
ngo,Civil society,yes,,plenary; round-table
""",
    "constituencies": """id,label,focal_point
youth,Youth,Amina Diallo
unions,Trade unions,lee
""",
    "participants": """id,name,name.fr,class,constituency,country
civ,Côte d'Ivoire,Côte d’Ivoire,Member State,,
ken,Kenya,,state,,
kor,Republic of Korea,République de Corée,state,,
mex,Mexico,Mexique,state,,
mar,Morocco,Maroc,state,,
aut,Austria,Autriche,state,,
vat,Holy See,Saint-Siège,observer,,
lab,Labour Net,,ngo,Trade unions,Côte d'Ivoire
yo,Youth on the Move,,ngo,youth,
""",
    "ranks": """id,label,order
M,Minister,1
A,Ambassador,2
""",
    "people": """id,name,affiliations,function,timezone,available
diallo,Amina Diallo,yo,Coordinator,,
lee,Lee Min-jun,lab; Republic of Korea,Secretary,Asia/Seoul,
alvarez,José Álvarez,Mexico,Minister,,
wanjiru,Wanjiru Kamau,ken,,,
tazi,Salma Tazi,mar,,,
huber,Eva Huber,aut,,,
kone,Awa Koné,civ,,,
""",
    "sessions": """id,kind,title,title.fr,sittings,seats,languages,themes,organisers,opening_minutes,floor_minutes
opening,opening,Opening of the forum,Ouverture,60,300,en; fr,,,,
debate,plenary,General debate,Débat général,150; 150,200,,,Kenya; mex,,250
rt-1,Round table,Round table one,,120,,,labour,,10,60
rt-2,round-table,Round table two,,120,,,climate,,,60
rt-3,round-table,Round table three,,60,,,,,,
rt-4,round-table,Round table four,,60,,,,,,
rt-5,round-table,Round table five,,60,,,,,,
side-1,side-event,Youth and data,,60,,,,yo,,
music,concert,Evening concert,,90,,,,,,
watch,vigil,Vigil,,60,,,,,,30
""",
    "roles": """session,role,person,participant
opening,chair,Salma Tazi,Morocco
rt-1,chair,wanjiru,ken
rt-2,moderator,kone,Côte d'Ivoire
""",
    "ties": """first,link,second,amount
opening,before,debate,
rt-1,before,rt-2,30
""",
    "pins": """session,sitting,period,room,start
opening,1,Saturday morning,Great Hall,10:00
""",
    "requests": """id,session,participant,person,rank,minutes,requested_at,available,place
r1,General debate,Côte d'Ivoire,kone,M,,2026-02-01 09:00,,
r2,debate,Mexico,alvarez,Minister,,2026-02-02 10:30,,1
r3,debate,République de Corée,,A,,2026-02-03 11:00,,
r4,rt-1,Kenya,,,3,,,
r5,debate,Labour Net,lee,,,,,
r6,debate,youth on the move,,,,,,-1
""",
    "rules": """rule,level,weight
theme-days,warn,slight
""",
}
"""The tables before anything is planted; nothing is wrong with them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: the cells it changes, the row and the column it is found at, and what is said about it."""

    table: str
    row: str
    cells: Mapping[str, str]
    column: str
    says: str
    more: tuple[tuple[str, str, Mapping[str, str]], ...] = field(default=())
    """Other rows the slip needs, before its own: table, row and cells."""


def planted(slips: Iterable[Slip]) -> dict[str, list[dict[str, str]]]:
    """Return the tables with slips in them, row by row."""
    rows = {name: list(csv.DictReader(io.StringIO(text))) for name, text in TABLES.items()}
    for slip in slips:
        for table, key, cells in (*slip.more, (slip.table, slip.row, slip.cells)):
            first = next(iter(rows[table][0]))
            found = next((row for row in rows[table] if _key(row) == key or row[first] == key), None)
            if found is None:
                found = dict.fromkeys(rows[table][0], "") | {"": key}
                if first in ("id", "rule", "setting"):
                    found[first] = key
                rows[table].append(found)
            found |= cells
    return rows


def _key(row: Mapping[str, str]) -> str | None:
    return row.get("")


def heading(table: str, column: str) -> str:
    """Return a heading as this organiser writes it: in words, and some of them in capitals."""
    words = label(table, column)
    return words.upper() if len(words) % 2 else words


ABOVE = 4
"""Rows above the first of a table: a title, a blank row, the headings, a blank row."""


def grid(table: str, rows: list[dict[str, str]]) -> list[list[str]]:
    """Return a table as it is drawn up: a title above, columns in no order, remarks beside, blank rows between."""
    columns = [column for column in dict.fromkeys(column for row in rows for column in row) if column]
    first, *others = columns
    ordered = [*others[::-1], first]
    lines = [[row.get(column, "") for column in ordered] + ["checked" if row is rows[0] else ""] for row in rows]
    headings = [heading(table, column) for column in ordered] + ["Remarks"]
    blank = [""] * len(headings)
    return [[f"Forum 2026, {table}", *blank[1:]], blank, headings, blank, *lines]


def number(rows: Mapping[str, list[dict[str, str]]], table: str, key: str, above: int = ABOVE) -> int:
    """Return the number of a row, as a spreadsheet shows it."""
    first = next(iter(rows[table][0]))
    return next(place for place, row in enumerate(rows[table], above + 1) if key in (_key(row), row[first]))


def write_folder(rows: Mapping[str, list[dict[str, str]]], folder: Path) -> None:
    """Write the tables as a folder, one in UTF-16 and one with semicolons as a spreadsheet may save them."""
    for name, table in rows.items():
        if name == "forum":
            lines = [f"{row['setting']}: {row['value']}\n" for row in table]
            (folder / "forum.yaml").write_text("".join(lines), encoding="utf-8")
            continue
        encoding = {"people": "utf-16", "roles": "utf-8-sig"}.get(name, "utf-8")
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=";" if name == "rooms" else ",").writerows(grid(name, table))


def write_workbook(rows: Mapping[str, list[dict[str, str]]], path: Path) -> None:
    """Write the tables as a workbook with merged titles and real formulas."""
    with Workbook(path, {"strings_to_formulas": False}) as book:
        for name, table in rows.items():
            sheet = book.add_worksheet(sheet_label(name).upper())
            if name == "forum":
                lines = [[], *([label(name, row["setting"]), row["value"]] for row in table)]
            else:
                lines = grid(name, table)
                sheet.merge_range(0, 0, 0, 3, "")
            for row, cells in enumerate(lines):
                for column, text in enumerate(cells):
                    write = sheet.write_formula if text.startswith("=") else sheet.write_string
                    write(row, column, text)
