"""What must not be read in training although its text is in a training part: sentences that are judged elsewhere."""

from __future__ import annotations

from dataclasses import replace

from training.examples import Placed

__all__ = ["without_dev_sentences"]

SHORTEST = 20
"""Characters below which a sentence is a formula that stands in many texts."""


def without_dev_sentences(found: list[Placed]) -> list[Placed]:
    """Cut the dev sentences of IndiaPoliceEvents out of its documents.

    The collection is split once by document and once by sentence. A document keeps its labels if training
    sentences that stay in it carry each of them; otherwise it is left out.
    """
    sentences = [p for p in found if p.example.set == "ipe_sents" and len(p.example.text) >= SHORTEST]
    dev = [p.example.text for p in sentences if p.part == "dev"]
    train = [p.example for p in sentences if p.part == "train"]
    kept = []
    for placed in found:
        if placed.reason != "holds-dev-sentences":
            kept.append(placed)
            continue
        text = placed.example.text
        for words in dev:
            text = text.replace(words, " ")
        carried = {label for s in train if s.text in text for label in s.labels.get("ipe_sents", ())}
        if set(placed.example.labels.get("ipe_docs", ())) <= carried and len(text.split()) > 20:
            kept.append(placed._replace(example=replace(placed.example, text=text)))
    return kept
