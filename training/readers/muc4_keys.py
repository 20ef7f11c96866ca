"""The answer keys of MUC-4: 25 numbered slots a template, several lines a slot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VALUE = 36
_SLOT = re.compile(r"^\d+\.\s+([A-Z ]+: [A-Z ]+?)\s*$")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')


@dataclass(frozen=True, slots=True)
class Key:
    """One template of a key: the lines of each slot, lower-cased, without the "?" of optional fills."""

    slots: Mapping[str, tuple[str, ...]]

    def first(self, slot: str) -> str:
        """Give the first line of a slot, "" where it holds nothing."""
        line = next(iter(self.slots.get(slot, ())), "")
        return "" if line in {"-", "*"} else line

    def said_of(self, slot: str, words: Sequence[str]) -> str:
        """Give what a line such as `50: "PEASANTS"` says of these words."""
        for line in self.slots.get(slot, ()):
            value, _, about = line.partition(": ")
            if set(quoted(about)) & set(words):
                return value
        return ""

    def lists(self, slot: str, words: Sequence[str]) -> bool:
        """Say whether a slot has one of the words."""
        return any(set(quoted(line)) & set(words) for line in self.slots.get(slot, ()))

    @property
    def words(self) -> frozenset[str]:
        """All words that the key quotes."""
        return frozenset(word for lines in self.slots.values() for line in lines for word in quoted(line))


def quoted(line: str) -> list[str]:
    """Give what stands in quotation marks, escapes resolved."""
    return [re.sub(r"\\(.)", r"\1", words) for words in _QUOTED.findall(line)]


def keys(paths: Iterable[Path]) -> dict[str, list[Key]]:
    """Give the templates of the key files by document; a text without an incident has none."""
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for path in paths:
        for block in re.split(r"(?m)^(?=0\.  MESSAGE: ID)", path.read_text("latin-1")):
            slots = parsed(block)
            if slots.get("INCIDENT: TYPE", ("*",))[0] != "*":
                found[slots["MESSAGE: ID"][0].split(" ")[0].upper()].append(Key(slots))
    return found


def parsed(block: str) -> dict[str, tuple[str, ...]]:
    """Give the lines of each slot of a block; lines that begin with a semicolon are remarks."""
    slots: dict[str, tuple[str, ...]] = {}
    slot = ""
    for line in block.splitlines():
        name = _SLOT.match(line[:VALUE])
        slot = name[1] if name else slot
        value = line[VALUE:].strip().lower()
        if slot and value and not line.startswith(";") and (name or not line[:VALUE].strip()):
            slots[slot] = (*slots.get(slot, ()), re.sub(r"^\? ?", "", value))
    return slots


def aligned(templates: Sequence[Mapping[str, Any]], found: Sequence[Key]) -> list[Key]:
    """Give for each template the unused key of its type that shares most words, else an empty key."""
    left = list(found)
    chosen = []
    for template in templates:
        fills = (fill for part, fill in template.items() if part != "incident_type")
        words = {word for fill in fills for mentions in fill for word, _ in mentions}
        same = [key for key in left if key.first("INCIDENT: TYPE") == template["incident_type"]]
        best = max(same, key=lambda key: len(key.words & words), default=Key({}))
        left = [key for key in left if key is not best]
        chosen.append(best)
    return chosen
