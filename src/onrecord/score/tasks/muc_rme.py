"""CEAF-RME: fillers and types of aligned templates, by mentions (phi_3) or by fillers found (phi_subset).

Source: Y. Chen, W. Gantt, T. Chen, A. White, B. Van Durme, Iterative document-level information
extraction via imitation learning, EACL 2023. A gold template of two types ("bombing / attack")
counts once, under the type that fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.score.pairing import pair_up
from onrecord.score.task import Tally, prf
from onrecord.score.tasks.muc_forms import Filler, Template

__all__ = ["rme_counts", "rme_figures"]

Pair = tuple[int, int]


def rme_counts(given: Sequence[Template], gold: Sequence[Template]) -> dict[str, float]:
    """Count both variants on templates with bare words; templates without fillers weigh nothing."""
    alike = [
        (i, j)
        for i, mine in enumerate(given)
        for j, theirs in enumerate(gold)
        if mine.type in {label.strip() for label in theirs.type.split("/")}
    ]
    shared = {(i, j): _shared(given[i], gold[j]) for i, j in alike}
    touched = {(i, j): _touched(given[i], gold[j]) for i, j in alike}
    subset = pair_up({pair: float(found[0]) for pair, found in touched.items()})
    return {
        "rme_phi3.right": sum(shared[pair] for pair in pair_up(shared)),
        "rme_phi3.given": _mentions(given),
        "rme_phi3.asked": _mentions(gold),
        "rme_subset.right_given": sum(touched[pair][0] for pair in subset),
        "rme_subset.right_asked": sum(touched[pair][1] for pair in subset),
        "rme_subset.given": sum(len(f) for t in given for f in t.fillers),
        "rme_subset.asked": sum(len(f) for t in gold for f in t.fillers),
    }


def rme_figures(tally: Tally) -> dict[str, float]:
    """Give precision, recall and F1 of both variants."""
    phi3 = prf(tally["rme_phi3.right"], tally["rme_phi3.given"], tally["rme_phi3.asked"])
    precision, _, _ = prf(tally["rme_subset.right_given"], tally["rme_subset.given"], 0)
    _, recall, _ = prf(tally["rme_subset.right_asked"], 0, tally["rme_subset.asked"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    names = ("precision", "recall", "f1")
    return {f"rme_phi3.{name}": value for name, value in zip(names, phi3, strict=True)} | {
        f"rme_subset.{name}": value for name, value in zip(names, (precision, recall, f1), strict=True)
    }


def _mentions(templates: Sequence[Template]) -> int:
    return sum(len(filler) for t in templates for fillers in t.fillers for filler in fillers)


def _shared(given: Template, gold: Template) -> float:
    """Count the mentions that fillers paired one to one within each role share."""
    total = 0.0
    for mine, theirs in zip(given.fillers, gold.fillers, strict=True):
        weights = _weights(mine, theirs)
        total += sum(weights[pair] for pair in pair_up(weights))
    return total


def _weights(mine: Sequence[Filler], theirs: Sequence[Filler]) -> Mapping[Pair, float]:
    return {
        (i, j): float(sum(mention in other for mention in one))
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
    }


def _touched(given: Template, gold: Template) -> tuple[int, int]:
    """Count fillers given that share a mention with a gold one, and gold fillers so reached first."""
    found, reached = 0, 0
    for mine, theirs in zip(given.fillers, gold.fillers, strict=True):
        first = [_first(filler, theirs) for filler in mine]
        found += sum(place is not None for place in first)
        reached += len({place for place in first if place is not None})
    return found, reached


def _first(filler: Filler, theirs: Sequence[Filler]) -> int | None:
    return next((j for mention in filler for j, other in enumerate(theirs) if mention in other), None)
