"""Columns that are never wanted: nationality, migration status, visas and documents are not asked of anybody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from scheduler.errors import Fault
from scheduler.formats.cells import shown

LONGEST = 100
"""Characters of a heading that are looked at."""

WORDS = (
    "nationality nationalities citizenship citizenships nationalite nationalites citoyennete nacionalidad "
    "nacionalidades ciudadania nacionalidade cidadania nazionalita cittadinanza staatsangehorigkeit "
    "staatsburgerschaft nationalitat passport passports passeport passeports pasaporte pasaportes passaporte "
    "passaporto reisepass reisepassnummer passnummer visa visas visado visados visto visum гражданство национальность "
    "паспорт виза الجنسية جنسية جواز تاشيرة التاشيرة undocumented"
)
"""Words that make a heading unwanted wherever they stand in it, without accents."""

PHRASES = (
    "migration status",
    "migratory status",
    "immigration status",
    "residence status",
    "residency status",
    "legal status",
    "residence permit",
    "refugee status",
    "asylum status",
    "country of citizenship",
    "document number",
    "document no",
    "travel document",
    "identity document",
    "identity number",
    "identity card",
    "id number",
    "id card",
    "national id",
    "statut migratoire",
    "titre de sejour",
    "numero de document",
    "numero du document",
    "piece d identite",
    "carte d identite",
    "document de voyage",
    "situacion migratoria",
    "estatus migratorio",
    "estado migratorio",
    "permiso de residencia",
    "documento de identidad",
    "numero de documento",
    "documento de viaje",
    "situacao migratoria",
    "aufenthaltsstatus",
    "aufenthaltstitel",
    "ausweisnummer",
    "миграционныи статус",
    "номер документа",
    "удостоверение личности",
    "вид на жительство",
    "وضع الهجرة",
    "رقم الوثيقة",
    "رقم الهوية",
)
"""Words in a row that make a heading unwanted, without accents."""

PARTS = ("国籍", "護照", "护照", "签证", "簽證", "移民身份", "证件", "證件", "身份证", "身份證")
"""What makes a heading unwanted in a script that has no blanks between words."""

TABLES = frozenset({"people", "participants", "requests", "roles", "role_places", "proposals", "log"})
"""Tables that tell of people; in others a document number is one of a paper."""

_WORDS = frozenset(WORDS.split())


def is_unwanted(heading: str) -> bool:
    """Say whether a heading asks for what is never asked."""
    if len(heading) > LONGEST:
        return False
    letters = unicodedata.normalize("NFKD", heading.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", bare)
    text = f" {' '.join(words)} "
    known = any(word in _WORDS for word in words) or any(f" {phrase} " in text for phrase in PHRASES)
    return known or any(part in text for part in PARTS)


def unwanted_columns(
    file: str, row: int, table: str, names: Sequence[str | None], cells: Sequence[str]
) -> Iterator[Fault]:
    """Yield a fault for each column beside those of a table that asks for what is never asked."""
    for name, cell in zip(names, cells, strict=True):
        if table in TABLES and name is None and is_unwanted(cell):
            problem = f"The column {shown(cell)} is not wanted: nationality, migration status and documents are never"
            problem += " asked, since they can harm people and nothing here needs them."
            yield Fault(file, row, cell, problem, "Remove the column; nothing of it was read.")
