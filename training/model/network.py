"""The network: an encoder and the heads of `heads.py`; it gives what the shipped graph gives."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.find.models.trained.features import ALIKE, DISTANCES
from training.model.heads import LABELS, MARKS, PAIRS, label_slice, mark_slice, tag_width

__all__ = ["PAIR_SIZE", "PairHead", "Reader"]

PAIR_SIZE = 96
"""Width of a pair's hidden layer."""
DROPPED = 0.1
"""The share of an encoder's outputs that the heads do not see in training."""
UNLIKELY = -2.0
"""Where the labels of a text begin, in log odds: most do not apply."""


class PairHead(nn.Module):
    """Classes of a pair: a hidden layer over both stretches, their distance and likeness."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCES, PAIR_SIZE)
        self.alike = nn.Embedding(ALIKE, PAIR_SIZE)
        self.out = nn.Linear(PAIR_SIZE, classes)

    def forward(self, left: Tensor, right: Tensor, distance: Tensor, alike: Tensor) -> Tensor:
        """Give [pairs, classes] from [pairs, size] twice and two index vectors."""
        hidden = left + right + self.distance(distance) + self.alike(alike)
        scored: Tensor = self.out(torch.relu(hidden))
        return scored


class Reader(nn.Module):
    """One pass for all heads: tags, marks, label attention and values, and the halves of pairs."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        size = int(encoder.config.hidden_size)
        labels = label_slice(LABELS[-1].name).stop
        self.tags = nn.Linear(size, tag_width())
        self.marks = nn.Linear(size, mark_slice(MARKS[-1].name).stop)
        self.labels = nn.Linear(size, 2 * labels)
        self.bias = nn.Parameter(torch.full((labels,), UNLIKELY))
        self.halves = nn.Linear(size, 2 * PAIR_SIZE * len(PAIRS))
        self.pairs = nn.ModuleDict({head.name: PairHead(len(head.classes)) for head in PAIRS})
        self.dropout = nn.Dropout(DROPPED)

    @classmethod
    def from_folder(cls, folder: Path) -> Reader:
        """Load a pretrained encoder, whose word vectors stay as they are.

        Its dropout is off: it takes a third of a step's time on a CPU.
        """
        config = BertConfig.from_pretrained(folder)
        config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0
        encoder = BertModel.from_pretrained(
            folder, config=config, add_pooling_layer=False, attn_implementation="sdpa"
        )
        encoder.embeddings.word_embeddings.weight.requires_grad = False
        return cls(encoder)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give tags, marks, labels (attention, then values) and halves, each [windows, pieces, width]."""
        states = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return self.tags(states), self.marks(states), self.labels(states), self.halves(states)
