"""Labels given against labels that hold: example-based and macro-averaged figures from counts that add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.score.task import Figures, Tally, prf

__all__ = ["count_examples", "count_labels", "example_figures", "macro", "macro_figures", "per_label"]

Labels = frozenset[str]


def count_labels(given: Labels, gold: Labels, *, prefix: str = "") -> dict[str, float]:
    """Give what was given, asked and right of one document by names like "right:kill"."""
    sides = {"given": given, "asked": gold, "right": given & gold}
    return {f"{prefix}{side}:{label}": 1.0 for side, labels in sides.items() for label in sorted(labels)}


def count_examples(given: Labels, gold: Labels) -> Tally:
    """Give one document's shares for the example-based measures, beside the counts of each label.

    A document without gold labels does not count for recall, one without given labels not for
    precision, and one with neither for nothing: so eb-F1 is the mean over documents with either.
    Source: Y. Hu and others, ConfliBERT, NAACL 2022, as its published evaluation computes it.
    """
    right = len(given & gold)
    counts = count_labels(given, gold)
    if given:
        counts |= {"precision": right / len(given), "given": 1.0}
    if gold:
        counts |= {"recall": right / len(gold), "asked": 1.0}
    if given or gold:
        counts |= {"f1": 2 * right / (len(given) + len(gold)), "either": 1.0}
    return Tally(counts)


def example_figures(tally: Tally, scheme: Iterable[str]) -> Figures:
    """Give the means of precision, recall and F1 over documents; F1 is no harmonic mean of the other two."""
    pairs = (("precision", "given"), ("recall", "asked"), ("f1", "either"))
    precision, recall, f1 = (tally[top] / tally[by] if tally[by] else 0.0 for top, by in pairs)
    labels = tuple(scheme)
    micro = prf(*(sum(tally[f"{side}:{label}"] for label in labels) for side in ("right", "given", "asked")))
    return Figures(precision, recall, f1, {"micro.f1": micro[2], **per_label(tally, labels)})


def macro(tally: Tally, scheme: Iterable[str], prefix: str = "") -> tuple[float, float, float]:
    """Give precision, recall and F1 averaged over the labels that gold or an engine uses at all."""
    used = [name for name in scheme if tally[f"{prefix}asked:{name}"] or tally[f"{prefix}given:{name}"]]
    rows = [prf(*(tally[f"{prefix}{side}:{name}"] for side in ("right", "given", "asked"))) for name in used]
    precision, recall, f1 = (sum(row[i] for row in rows) / len(rows) if rows else 0.0 for i in range(3))
    return precision, recall, f1


def macro_figures(tally: Tally, groups: Mapping[str, str]) -> Figures:
    """Give macro figures over a scheme of label -> broader class, with accuracy and F1 of the classes."""
    asked = sum(tally[f"asked:{name}"] for name in groups)
    parts = {"accuracy": sum(tally[f"right:{name}"] for name in groups) / asked if asked else 0.0}
    if any(groups.values()):
        parts["broad.f1"] = macro(tally, dict.fromkeys(groups.values()), "broad ")[2]
    return Figures(*macro(tally, groups), {**parts, **per_label(tally, groups)})


def per_label(tally: Tally, scheme: Iterable[str]) -> dict[str, float]:
    """Give precision, recall and F1 of each label by names like "kill.f1"."""
    parts: dict[str, float] = {}
    for name in scheme:
        shares = prf(*(tally[f"{side}:{name}"] for side in ("right", "given", "asked")))
        parts |= {
            f"{name}.{what}": share for what, share in zip(("precision", "recall", "f1"), shares, strict=True)
        }
    return parts
