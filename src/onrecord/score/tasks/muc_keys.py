"""Reads the answer keys of MUC-4: a sheet of 25 slots for each incident of each message.

The form is told in the task documentation of 1992, template-doc-part1 sections 4 and 7: "/" parts
alternatives, "?" marks what may be left out, "-" is nothing, "*" does not apply, ":" leads to whom a fill
speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.score.tasks.muc_fills import Fill, Value

__all__ = ["MONTHS", "Sheet", "fills_of", "iso_day", "read_keys"]

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b")
_COLUMN = 36  # where fills start on their line
_NOTHING = ("", "-", "*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An incident as slots with their fills; `optional` when nobody is blamed for leaving it out."""

    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False


def read_keys(text: str) -> Iterator[tuple[str, bool, Mapping[int, list[str]]]]:
    """Give the message of each block of a key file, whether it may be left out, and the fills by slot number.

    A message without a relevant incident gives a block whose type is "*".
    """
    for block in re.split(r"(?m)^(?=0\.\s+MESSAGE: ID)", text):
        slots = _slots(block)
        if 0 in slots:
            yield slots[0][0].split()[0], "OPTIONAL" in " ".join(slots.get(1, ())), slots


def _slots(block: str) -> dict[int, list[str]]:
    slots: dict[int, list[str]] = {}
    number = -1
    for line in block.splitlines():
        if line.startswith(";") or not line.strip():
            continue
        if slot := re.match(r"(\d{1,2})\.\s", line):
            number = int(slot[1])
            slots[number] = [line[_COLUMN:].strip()]
        elif number >= 0:
            _continue(slots[number], line.strip())
    return slots


def _continue(fills: list[str], line: str) -> None:
    if fills and (fills[-1].endswith("/") or line.startswith("/")):
        fills[-1] += f" {line}"
    else:
        fills.append(line)


def fills_of(raw: list[str], value: Callable[[str], Value]) -> tuple[Fill, ...]:
    """Read the fills of a slot; `value` reads one alternative."""
    return tuple(_fill(line, value) for line in raw if line not in _NOTHING)


def _fill(line: str, value: Callable[[str], Value]) -> Fill:
    optional = line.startswith("?")
    said, tags = _parted(line.lstrip("? "))
    if said:
        values = _alternatives(said)
        kept = tuple(value(one) for one in values if one != "-")
        return Fill(kept, tags, optional=optional or len(kept) < len(values))
    return Fill(tuple((tag,) for tag in tags), (), optional=optional)


def _parted(line: str) -> tuple[str, tuple[str, ...]]:
    """Part what is said from the quoted words of whom it is said; a string fill is only quoted words."""
    start = line.find('"')
    if start < 0:
        return line.strip(), ()
    tags = tuple(re.sub(r"\\(.)", r"\1", tag) for tag in _QUOTED.findall(line))
    return line[:start].strip(" :?").rstrip("( "), tags


def _alternatives(said: str) -> list[str]:
    """Cut at each "/" that stands outside parentheses, and take off parentheses around a whole."""
    parts, depth = [""], 0
    for letter in _unwrapped(said):
        depth += (letter == "(") - (letter == ")")
        if letter == "/" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [_unwrapped(part.strip()) for part in parts]


def _unwrapped(part: str) -> str:
    whole = re.fullmatch(r"\(((?:[^()]|\([^()]*\))*)\)", part)
    return whole[1].strip() if whole else part


def iso_day(words: str) -> str:
    """Give "1990-01-03" for "3 JAN 90", "" where no such day stands."""
    found = _DAY.search(words)
    if not found or found[2] not in MONTHS:
        return ""
    return f"19{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
