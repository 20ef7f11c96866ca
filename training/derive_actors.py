"""Derive vocabulary/actors_ucdp.csv from the UCDP actor list: `python training/derive_actors.py LIST.csv`.

Source: UCDP Actor Dataset 22.1, Uppsala Conflict Data Program, CC BY 4.0. What is taken are facts: who
exists, under which names, split from whom, in which country. The form is the project's own.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from onrecord.resolve.spelling import fold, slug
from onrecord.vocabulary import rows

VERSION = "22.1"
OUT = Path(__file__).parents[1] / "src/onrecord/vocabulary/actors_ucdp.csv"
KINDS = {"1": "armed group", "2": "supporters", "3": "community", "4": "state"}
REMARKS = f"""\
# Actors of organised violence: names, kind, countries, former group, and their number in the UCDP actor list.
# Source: derived by training/derive_actors.py from the UCDP Actor Dataset {VERSION} (Uppsala Conflict Data
# Program, Department of Peace and Conflict Research, Uppsala University), CC BY 4.0, https://ucdp.uu.se/downloads/.
# Changed: cells that list several names are split, stray characters mended, states keyed by ISO code,
# translations of one or two ordinary words left out. `names`: as in actors.csv.
"""
COLUMNS = ("id", "name", "kind", "country", "parent", "names", "ucdp", "context", "note")
LONGEST_ACRONYM, FEW, MANY, LONG = 12, 2, 8, 80
_MENDED = {"´": "’", "`": "’", "\u200e": "", "\u200f": "", "of of ": "of "}
_NOTE = re.compile(r"\s*\(([^()]*)\)\s*$")
_ACRONYM = re.compile(r"^[A-Z][\w/&.\-]*(?: [IVX0-9]+)?$")
_SPELLINGS = (("Taleban", "Taliban"), ("Qaida", "Qaeda"), ("Mayi-Mayi", "Mai-Mai"))


def mend(cell: str) -> str:
    """Give the cell without stray marks, doubled words and spaces; "n/a" is empty."""
    for wrong, right in _MENDED.items():
        cell = cell.replace(wrong, right)
    cell = " ".join(cell.split())
    return "" if cell == "n/a" else cell


def is_acronym(name: str) -> bool:
    """Say whether a name is short and made of capitals for the most part."""
    capitals = sum(letter.isupper() for letter in name)
    return bool(_ACRONYM.match(name)) and len(name) <= LONGEST_ACRONYM and capitals * 2 > len(name)


def later_names(row: dict[str, str]) -> list[str]:
    """Give the names taken later; a cell lists several only where the short names are as many."""
    short = [name for name in mend(row["NewName"]).split(", ") if name]
    found = list(short)
    for column in ("NewNameFullMotherTongue", "NewNameFullEng"):
        full = mend(row[column])
        parts = full.split(", ")
        if full:
            found += parts if len(parts) == len(short) else [full]
    return found


def is_translation(name: str, row: dict[str, str]) -> bool:
    """Say whether an English name only translates ("The Base"): it shares no word with a name in use."""
    used = f"{row['NameData']} {row['NameOrig']} {row['NewName']}"
    if is_acronym(mend(row["NameData"])) and len(fold(name).split()) > FEW:
        return False
    return not set(fold(name).split()) & set(fold(used).split())


def names_of(row: dict[str, str]) -> list[str]:
    """Give every name in use, the usual one first; acronyms are marked to match in capitals only."""
    raw = [mend(row["NameData"]), *later_names(row), mend(row["NameOrig"]), mend(row["NameOrigFull"])]
    english = mend(row["NameOrigFullEng"])
    if english and not is_translation(english, row):
        raw.insert(1, english)
    spelled = [part.strip() for name in raw for part in re.split(r"\s+/\s+", name)]
    spelled += [name.replace(old, new) for name in spelled for old, new in _SPELLINGS if old in name]
    plain = [_NOTE.sub("", name) if row["Org"] != "1" else name for name in spelled]
    unique = {fold(name): name for name in reversed(plain) if len(fold(name)) > 1}
    return [f"={name}" if is_acronym(name) else name for name in reversed(unique.values()) if ";" not in name]


def best_name(names: list[str], row: dict[str, str]) -> str:
    """Give the name to show: the full one where the usual one is an acronym."""
    full = [name for name in names if not name.startswith("=")]
    usual = mend(row["NameData"])
    return full[0] if is_acronym(usual) and full else usual


def isos() -> dict[str, str]:
    """Give ISO codes by folded country name."""
    table: dict[str, str] = {"ivory coast": "CI", "congo": "CG", "esw tini": "SZ"}
    for row in rows("demonyms"):
        for name in (row["country"], *row["also"].split(";")):
            table.setdefault(fold(name), row["iso"])
    return table


def country_of(location: str, table: dict[str, str]) -> str:
    """Give the ISO codes of a list of countries such as "DR Congo (Zaire), Uganda", three at most."""
    found = [table.get(fold(_NOTE.sub("", name)), "") for name in mend(location).split(", ")]
    return ";".join(dict.fromkeys(code for code in found if code).keys()) if len(found) <= MANY else ""


def state_row(row: dict[str, str], table: dict[str, str]) -> tuple[str, ...] | None:
    """Give the row of a government, or None for a state without an ISO code (it is kept as any actor)."""
    name = mend(row["NameData"]).removeprefix("Government of ")
    code = table.get(fold(_NOTE.sub("", name)), "")
    if not code:
        return None
    names = [f"Government of {_NOTE.sub('', name)}"]
    names += [f"Government of {old}" for old in _NOTE.findall(name)]
    return (f"act:state-{code.lower()}", names[0], "state", code, "", ";".join(names), row["ActorId"], "", "")


def actor_row(row: dict[str, str], table: dict[str, str], twice: set[str]) -> tuple[str, ...]:
    """Give the row of any other actor."""
    names = names_of(row)
    name = best_name(names, row)
    country = country_of(row["Location"], table)
    key = slug(name)
    number = row["ActorId"]
    ident = f"act:{key}-{number}" if key in twice or not key.isascii() else f"act:{key}"
    note = f"split from {mend(row['NamePrev'])}" if row["NamePrev"] else ""
    context = ";".join(part for part in map(mend, _NOTE.sub("", row["Location"]).split(", ")) if part)
    cells = (
        KINDS[row["Org"]],
        country,
        "",
        ";".join(names),
        number,
        context if len(context) < LONG else "",
        note,
    )
    return (ident, name, *cells)


def derive(source: Path) -> list[tuple[str, ...]]:
    """Give the rows in the order of UCDP's numbers."""
    with source.open(encoding="utf-8-sig", newline="") as lines:
        listed = sorted(csv.DictReader(lines), key=lambda row: int(row["ActorId"]))
    table = isos()
    slugs = Counter(slug(best_name(names_of(row), row)) for row in listed)
    kept = {row["id"].removeprefix("act:") for row in rows("actors")}
    twice = {key for key, count in slugs.items() if count > 1} | kept
    states = [state_row(row, table) if row["Org"] == "4" else None for row in listed]
    return [state or actor_row(row, table, twice) for state, row in zip(states, listed, strict=True)]


def main() -> None:
    """Write the table."""
    derived = derive(Path(sys.argv[1]))
    with OUT.open("w", encoding="utf-8", newline="") as out:
        out.write(REMARKS)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(derived)
    print(f"{len(derived)} actors, {OUT.stat().st_size:,} bytes: {OUT}")


if __name__ == "__main__":
    main()
