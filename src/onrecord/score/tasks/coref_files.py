"""The files of ECB+ in the form of Diverse_CDCR_datasets: a document's events and which of them are one.

Each folder (10ecb, 10ecbplus, ...) has a CoNLL file with whole documents and two JSON lists of mentions. Both
lists hold events: that of entities those which stand alone. CoNLL files also hold documents of other topics
whose names end alike (9ecbplus: 19, 29, 39); only the folder's own topic is read. The text is the tokens
joined by single blanks. Coders marked events in a part of the sentences only, so triggers are given.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.answers import Stretch
from onrecord.errors import InputError

__all__ = ["Coded", "read_ecb"]

_ACTS = frozenset({"ACT", "NEG"})
_WITHIN = "annotation/original"
_WORD = 4
Row = dict[str, object]
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its events, those that are one in one group; each group in the order of the text."""

    id: str
    text: str
    groups: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document's text and where each token (sentence, number) stands in it."""

    text: str
    at: dict[Place, Stretch]


def read_ecb(path: Path) -> Iterator[Coded]:
    """Give the documents with coded events of a folder of topics, or of one topic's folder.

    Raises InputError where a file is missing or has another form; WikiEvents' files are such, for they say
    which words tell an event and not which of them tell the same one.
    """
    folders = [path] if (path / _WITHIN).is_dir() else sorted(f.parents[1] for f in path.glob(f"*/{_WITHIN}"))
    if not folders:
        raise InputError(
            f"no {_WITHIN} in {path} or a folder below it: coref reads ECB+ with its event_mentions_*.json; "
            "files without groups of events (WikiEvents) cannot be scored"
        )
    for folder in folders:
        try:
            yield from _topic(folder)
        except (KeyError, TypeError, ValueError, OSError) as error:
            raise InputError(f"{folder}: not in the form of ECB+ ({error!r})") from error


def _topic(folder: Path) -> Iterator[Coded]:
    name, within = folder.name, folder / _WITHIN
    laid = _documents((within / f"{name}.conll").read_text("utf-8").splitlines(), name)
    told: dict[str, list[Row]] = defaultdict(list)
    for kind in ("event", "entity"):
        for row in json.loads((within / f"{kind}_mentions_{name}.json").read_text("utf-8")):
            if row["mention_type"] in _ACTS and row["conll_doc_key"] in laid:
                told[row["conll_doc_key"]].append(row)
    for key, document in laid.items():
        if told[key]:
            yield Coded(key, document.text, _groups(told[key], document.at))


def _documents(lines: Iterable[str], topic: str) -> dict[str, _Laid]:
    found: dict[str, _Laid] = {}
    tokens: dict[str, list[list[str]]] = defaultdict(list)
    for line in lines:
        cells = line.split("\t")
        if len(cells) > _WORD and cells[0].split("/")[1] == topic:
            tokens[cells[0]].append(cells)
    for key, rows in tokens.items():
        found[key] = _lay(rows)
    return found


def _lay(rows: list[list[str]]) -> _Laid:
    at: dict[Place, Stretch] = {}
    start = 0
    for _, sentence, number, word, *_ in rows:
        at[sentence, number] = Stretch(start, start + len(word))
        start += len(word) + 1
    return _Laid(" ".join(row[3] for row in rows), at)


def _groups(rows: list[Row], at: dict[Place, Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """Give the chains; a stretch that two mentions share counts in the first chain only."""
    chains: dict[str, list[Stretch]] = defaultdict(list)
    seen: set[Stretch] = set()
    for row in rows:
        words = [at[str(row["sent_id"]), str(number)] for number in _numbers(row)]
        whole = Stretch(min(words).start, max(words).end)
        if whole not in seen:
            chains[str(row["coref_chain"])].append(whole)
            seen.add(whole)
    return tuple(sorted(tuple(sorted(chain)) for chain in chains.values()))


def _numbers(row: Row) -> list[int]:
    numbers = row["tokens_number"]
    if not isinstance(numbers, list):
        raise TypeError("tokens_number is no list")
    return [int(number) for number in numbers]
