# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import numpy as np
import pytest
from training.model.columns import tag_columns
from training.model.heads import tag_slice
from training.model.windows import windows_of
from training.schema import Event, Example, Layer, Named, NameType, Relation, Role, Stretch

from training.model.layers import targets_of

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
pytest.importorskip("transformers", reason="left out: transformers is not installed")

from training.model.batches import batch_of
from training.model.losses import WEIGHTS, loss_of
from training.model.piece_losses import tag_loss
from training.model.text_losses import pooled

TEXT = "Ada left the army in Rome"
ADA, LEFT, ARMY = Stretch(0, 3), Stretch(4, 8), Stretch(13, 17)
EXAMPLES = (
    Example(
        "re3d", "a", TEXT,
        annotated=frozenset({Layer.NAMES, Layer.RELATIONS}),
        names=(Named(ADA, NameType.PERSON, "Person"), Named(ARMY, NameType.ORGANISATION, "Organisation")),
        relations=(Relation("BelongsTo", ADA, ARMY),),
    ),
    Example(
        "rams", "b", TEXT,
        annotated=frozenset({Layer.EVENT_TYPES, Layer.ROLES, "labels:satp"}),
        events=(Event(LEFT, "personnel.endposition"),),
        roles=(Role(0, ADA, "employee"),),
        labels={"satp": ("bombing",)},
    ),
)  # fmt: skip


@pytest.fixture
def batch(tokenizer):
    texts = [windows_of(tokenizer, one.text, targets_of(one), size=32, overlap=4) for one in EXAMPLES]
    return batch_of(texts)


def test_the_loss_is_the_weighted_sum_of_its_parts(reader, batch):
    loss, parts = loss_of(reader.eval(), batch)
    assert set(parts) == {"tags", "marks", "labels", "relation", "role"}
    assert loss.item() == pytest.approx(sum(WEIGHTS[name] * part for name, part in parts.items()), rel=1e-5)


def test_the_loss_falls_on_a_batch_that_is_learned_again_and_again(reader, batch):
    optimizer = torch.optim.AdamW(reader.parameters(), lr=0.01)
    losses = []
    for _ in range(30):
        loss, _ = loss_of(reader, batch)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2


def test_what_is_not_annotated_gives_no_loss(batch):
    logits = torch.zeros(*batch.tags.shape[:2], 3 * batch.tags.shape[2], requires_grad=True)
    tag_loss(logits, batch.tags).backward()
    felt = logits.grad.abs().sum((0, 1))
    known = np.zeros(len(felt), dtype=bool)
    known[tag_slice("re3d")] = True
    assert (felt.numpy() > 0).tolist() == known.tolist()
    assert (logits.grad[1] == 0).all()  # the second text marks no names at all
    assert (logits.grad[:, [0, -1]] == 0).all()  # nor does any text mark the special pieces


def test_a_batch_that_annotates_no_tags_costs_nothing_there(batch):
    logits = torch.ones(1, 8, 3 * batch.tags.shape[2], requires_grad=True)
    assert tag_loss(logits, batch.tags[1:]).item() == 0.0


def test_tags_cost_what_the_hand_says():
    column = tag_columns("events")[0]
    gold = torch.full((1, 4, column + 1), -100)
    gold[0, 1, column], gold[0, 2, column] = 0, 1
    logits = torch.zeros(1, 4, 3 * (column + 1))
    expected = (1 + 3) * np.log(3) / 2  # outside counts once, inside three times, over two pieces
    assert tag_loss(logits, gold).item() == pytest.approx(expected, rel=1e-5)


def test_labels_are_the_values_of_the_pieces_by_their_attention():
    labels = torch.tensor([[[0.0, 2.0], [np.log(3.0), 6.0], [9.0, 99.0]]])
    mask = torch.tensor([[True, True, False]])
    assert pooled(labels, mask, torch.tensor([1.0])).tolist() == pytest.approx([1 + (2 + 3 * 6) / 4])
