"""The pattern tables, compiled once and indexed by the words on which a pattern can start."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.errors import VocabularyError
from onrecord.find.patterns.elements import Pattern
from onrecord.find.patterns.language import compile_pattern
from onrecord.records import Kind, Modality, Polarity
from onrecord.vocabulary import rows

__all__ = ["TABLES", "Entry", "PatternRow", "entries_by_word"]

_WITHIN = "within"  # in a table: modality=within
TABLES = {
    Kind.RELATION: "patterns_relations",
    Kind.PRESENCE: "patterns_presence",
    Kind.COMPOSITION: "patterns_composition",
    Kind.ESTIMATE: "patterns_estimates",
    Kind.CONDUCT: "patterns_conduct",
    Kind.STATEMENT: "patterns_statement",
    Kind.ASSESSMENT: "patterns_assessment",
    Kind.EVENT: "patterns_events",
}


@dataclass(frozen=True, slots=True, eq=False)
class PatternRow:
    """One row of a pattern table: what a match of any of its patterns says; None is left to the words around.

    `within` looks for modality among all fixed words ("alliances could undermine"), not up to the anchor.
    `scale` is that of an event. `unsaid`: somebody holds it, and the words do not say who ("is seen as").
    """

    kind: Kind
    type: str
    patterns: tuple[Pattern, ...]
    qualities: tuple[tuple[str, str], ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None
    within: bool = False
    unsaid: bool = False
    scale: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A pattern in the index: its row, and what must stand in a sentence for it to be worth a try."""

    row: PatternRow
    pattern: Pattern
    needs: tuple[frozenset[str], ...]
    wants: tuple[frozenset[str], ...]

    def fits(self, words: frozenset[str], kinds: frozenset[str]) -> bool:
        """Say whether a sentence with these words and kinds of mention may match."""
        return not any(map(words.isdisjoint, self.needs)) and not any(map(kinds.isdisjoint, self.wants))


@cache
def entries_by_word() -> dict[str, tuple[Entry, ...]]:
    """Give for each word the patterns that can start on it, in the order of the tables."""
    index: dict[str, list[Entry]] = {}
    for kind, table in TABLES.items():
        for cells in rows(table):
            row = _row(kind, cells)
            for pattern in row.patterns:
                entry = Entry(row, pattern, pattern.needs, pattern.wants)
                for word in sorted(pattern.keys):
                    index.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in index.items()}


def _row(kind: Kind, cells: dict[str, str]) -> PatternRow:
    patterns = compile_pattern(cells["pattern"])
    sets = dict(_setting(piece, cells["pattern"]) for piece in cells["sets"].split(";") if piece.strip())
    polarity, modality = sets.pop("polarity", ""), sets.pop("modality", "")
    unsaid, scale = sets.pop("source", "") == "unknown", sets.pop("scale", "")
    return PatternRow(
        kind,
        cells["type"],
        patterns,
        tuple(sorted(sets.items())),
        Polarity(polarity) if polarity else None,
        Modality(modality) if modality not in {"", _WITHIN} else None,
        within=modality == _WITHIN,
        unsaid=unsaid,
        scale=scale,
    )


def _setting(piece: str, pattern: str) -> tuple[str, str]:
    name, equals, value = piece.strip().partition("=")
    if not equals:
        raise VocabularyError(f"pattern {pattern!r}: write `sets` as name=value; name=value, not {piece!r}")
    return name.strip(), value.strip()
