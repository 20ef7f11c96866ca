from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed (training/requirements.txt)")
pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")

from training.refitting.regressions import FEWEST, RARE
from training.refitting.texts import LabelSet
from training.refitting.words import STEPS, counts_of, crossed_words, narrowed, table_of

from onrecord.answers import Stretch
from onrecord.find.models.trained.ngrams import BUCKETS, hashed, ngram_logits

TEXTS = [
    f"{'a bomb exploded' if k % 3 == 0 else 'talks went on'} in village {'abcdefgh'[k % 8] * 3}"
    for k in range(40)
]
GOLD = np.array([[int("bomb" in text), 0] for text in TEXTS])


def texts(words, parties=()):
    parts = np.arange(len(words)) % 5
    return LabelSet("satp", tuple(map(str, parts)), tuple(words), np.zeros((len(words), 2)), parts, parties)


@pytest.fixture(scope="module")
def table():
    return table_of(counts_of(texts(TEXTS)), GOLD)


def test_what_the_reader_adds_up_is_what_was_fitted(table):
    weights, biases = table
    fitted = counts_of(texts(TEXTS)) @ weights + biases
    small, scale = narrowed(weights)
    for text, logits in zip(TEXTS, fitted, strict=True):
        assert ngram_logits({"satp": small, "satp.scale": scale}, "satp", text) + biases == pytest.approx(
            logits, abs=0.05
        )
    assert ((fitted[:, 0] > 0) == GOLD[:, 0]).all()


def test_a_label_that_too_few_texts_carry_has_no_words(table):
    weights, biases = table
    assert GOLD[:, 1].sum() < FEWEST
    assert not weights[:, 1].any()
    assert biases[1] == RARE


def test_the_parties_that_a_text_marks_count_as_the_reader_counts_them():
    marked = (Stretch(0, 4), Stretch(10, 14))
    counts = counts_of(texts(["Ador shot Bela", "Ador shot Bela"], (marked, None)))
    for row, parties in enumerate((marked, None)):
        found = hashed("Ador shot Bela", parties)
        assert counts[row].indices.tolist() == found.rows.tolist()
        assert counts[row].data == pytest.approx(found.counts)


def test_a_run_of_one_text_alone_says_nothing():
    weights, _ = table_of(counts_of(texts([*TEXTS, "unheard"])), np.vstack([GOLD, [[1, 0]]]))
    assert not weights[hashed("unheard").rows].any()


def test_texts_are_judged_by_words_of_the_other_parts():
    logits = crossed_words(counts_of(texts(TEXTS)), GOLD, np.arange(len(TEXTS)) % 5)
    assert ((logits[:, 0] > 0) == GOLD[:, 0]).all()
    assert set(logits[:, 1]) == {RARE}


def test_a_narrowed_table_is_wrong_by_half_a_step_at_most():
    weights = np.random.default_rng(1).normal(size=(BUCKETS, 2)) * [1, 30]
    small, scale = narrowed(weights)
    assert np.abs(small).max() == STEPS
    assert (np.abs(small * scale - weights).max(0) <= scale * 0.501).all()
    assert not narrowed(np.zeros((4, 1)))[0].any()
