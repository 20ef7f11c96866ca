"""What must not be read in training although its text is in a training part: sentences judged elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.examples import Placed
from training.schema import Example

__all__ = ["without_dev_sentences"]

SHORTEST = 20
"""Characters below which a sentence is a formula that stands in many texts."""
LITTLE = 20
"""What is left of a document must have more words than this to be read."""


def without_dev_sentences(found: Sequence[Placed]) -> list[Placed]:
    """Cut the dev sentences of IndiaPoliceEvents out of its documents, and leave out those of dev documents.

    The collection is split once by document and once by sentence. A document keeps its labels if training
    sentences that stay in it carry each of them; otherwise it is left out. The split knows repeated passages
    by runs of eight words, so a shorter training sentence that stands in a dev document is found here.
    """
    sentences = [p for p in found if p.example.set == "ipe_sents" and len(p.example.text) >= SHORTEST]
    dev = [p.example.text for p in sentences if p.part == "dev"]
    judged = "\n".join(p.example.text for p in found if p.example.set == "ipe_docs" and p.part == "dev")
    stands = {p.example.id for p in sentences if p.part == "train" and p.example.text in judged}
    train = [p.example for p in sentences if p.part == "train" and p.example.id not in stands]
    left = [p for p in found if p.example.set != "ipe_sents" or p.example.id not in stands]
    return [kept for placed in left for kept in _kept(placed, dev, train)]


def _kept(placed: Placed, dev: Sequence[str], train: Sequence[Example]) -> Iterator[Placed]:
    if placed.reason != "holds-dev-sentences":
        yield placed
        return
    text = placed.example.text
    for words in dev:
        text = text.replace(words, " ")
    carried = {label for one in train if one.text in text for label in one.labels.get("ipe_sents", ())}
    stated = set(placed.example.labels.get("ipe_docs", ()))
    if stated <= carried and len(text.split()) > LITTLE:
        yield placed._replace(example=replace(placed.example, text=text))
