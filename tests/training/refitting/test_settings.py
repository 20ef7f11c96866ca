from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed (training/requirements.txt)")
pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")

from training.refitting.fitting import Head
from training.refitting.settings import labelled, settings_of
from training.refitting.stacking import Mix
from training.refitting.texts import LabelSet
from training.tuning.uses import USES

from onrecord.find.models.trained.deciding import PRICE

MIX = Mix(1.0, 1.0, np.zeros(1))


def head(name, gold, logits):
    gold = np.array(gold)
    ids = tuple(str(k) for k in range(len(gold)))
    texts = LabelSet(name, ids, ids, gold, np.zeros(len(gold), dtype=np.int64))
    return Head((), np.zeros((1, gold.shape[1])), texts, np.array(logits, dtype=float), MIX)


def test_a_price_parts_what_is_right_from_what_is_not_for_every_use():
    odds = [[0.1, -9, -9, -9], [-9, 0.1, -9, -9], [-1.1, -9, -9, -9]]  # shares 0.52, 0.52 and 0.25
    gold = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]]
    chosen = settings_of([head("satp", gold, odds)])
    # 0.25 is given up to 0.25 / 0.75 = 0.33
    assert [chosen.thresholds[use]["satp"] for use in USES] == [{PRICE: 0.35}] * len(USES)


def test_where_one_label_holds_there_is_no_threshold():
    chosen = settings_of([head("cameo", np.eye(5, dtype=int), np.eye(5))])
    assert not any(chosen.thresholds.values())


def test_items_have_the_labels_that_apply_and_shares_by_name():
    one = head("ipe_sents", [[0, 1, 0, 0, 1]], [[0, 0, 0, 0, 9.0]])
    texts = labelled(one.judged, one.logits)
    assert texts.task.name == "ipe-sents"
    assert texts.items[0].gold == {"arrest", "any_action"}
    assert texts.shares[0]["kill"] == pytest.approx(0.5)
    assert texts.shares[0]["any_action"] > 0.99
