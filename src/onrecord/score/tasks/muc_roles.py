"""muc4-roles: CEAF-REE with phi_strict on the merged templates of a document.

Source: X. Du, A. Rush, C. Cardie, GRIT: generative role-filler transformers, EACL 2021.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from onrecord.score.pairing import pair_up
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.muc_forms import ROLES, Filler, Template, bare_fillers, templates_of
from onrecord.score.tasks.muc_jsonl import read_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.answers import Answer

__all__ = ["TASK", "merged", "strict_matches"]

_NAME = "muc4-roles"


def merged(templates: Sequence[Template]) -> dict[str, tuple[Filler, ...]]:
    """Merge templates into one: a filler is new in its role unless it lies in one before it or holds one."""
    roles: dict[str, tuple[Filler, ...]] = {}
    for place, role in enumerate(ROLES):
        kept: list[Filler] = []
        for filler in (f for template in templates for f in template.fillers[place]):
            if not any(set(filler) <= set(old) or set(old) <= set(filler) for old in kept):
                kept.append(filler)
        roles[role] = tuple(kept)
    return roles


def strict_matches(given: Sequence[Filler], gold: Sequence[Filler]) -> int:
    """Count the fillers given, each paired with one gold filler that has all of its mentions."""
    held = {
        (i, j): 1.0 for i, one in enumerate(given) for j, other in enumerate(gold) if set(one) <= set(other)
    }
    return len(pair_up(held))


def _read(path: Path) -> Iterator[Item]:
    return read_jsonl(path, _NAME)


def _judge(item: Item, answer: Answer) -> Tally:
    asked = merged(cast("tuple[Template, ...]", item.gold))
    given = merged(templates_of(answer.incidents))
    counts: dict[str, float] = {}
    for role in ROLES:
        gold, mine = bare_fillers(asked[role]), bare_fillers(given[role])
        counts[f"{role}.right"] = strict_matches(mine, gold)
        counts[f"{role}.given"] = len(mine)
        counts[f"{role}.asked"] = len(gold)
    return Tally(counts)


def _figures(tally: Tally) -> Figures:
    parts: dict[str, float] = {}
    for role in ROLES:
        figures = prf(tally[f"{role}.right"], tally[f"{role}.given"], tally[f"{role}.asked"])
        parts |= zip((f"{role}.precision", f"{role}.recall", f"{role}.f1"), figures, strict=True)
    sums = (sum(tally[f"{role}.{what}"] for role in ROLES) for what in ("right", "given", "asked"))
    return Figures(*prf(*sums), parts)


TASK = Task(
    _NAME,
    "MUC-4, who and what fills five roles of a document: CEAF-REE, strict (PATH: jsonl)",
    _read,
    _judge,
    _figures,
)
