from __future__ import annotations

from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import Stretch
from onrecord.find.models.trained.ngrams import BUCKETS, hashed, ngram_logits


def row(run):
    return crc32(run.encode()) % BUCKETS


def test_runs_are_words_pairs_of_words_and_letters_within_a_word():
    runs = ["ox", "ran", "ox ran", "#ox", "ox#", "#ox#", "#ra", "ran", "an#", "#ran", "ran#", "#ran#"]
    assert hashed("Ox, a RAN!").rows.tolist() == sorted({row(run) for run in runs})


def test_a_run_that_comes_again_counts_by_its_logarithm():
    found = hashed("ran")  # twice: as a word, and as letters of it
    counts = dict(zip(found.rows.tolist(), found.counts.tolist(), strict=True))
    assert counts[row("ran")] / counts[row("#ra")] == pytest.approx(1 + np.log(2))


@settings(deadline=None)
@given(st.text(max_size=80))
def test_the_counts_of_a_text_form_a_vector_of_length_one_and_of_none_where_there_is_no_word(text):
    found = hashed(text)
    assert (np.diff(found.rows) > 0).all()
    assert len(found.rows) == 0 or np.linalg.norm(found.counts) == pytest.approx(1, abs=1e-4)


def test_parties_have_no_names_and_the_runs_between_them_count_once_more():
    # "Ox ran to Ed": the parties are Ox and Ed, between them stands "ran to"
    found = set(hashed("Ox ran to Ed", (Stretch(10, 12), Stretch(0, 2))).rows.tolist())
    assert found == set(hashed("zz ran to zz").rows.tolist()) | {
        row(f"in>{run}")
        for run in ("ran", "to", "ran to", "#ra", "an#", "#ran", "ran#", "#ran#", "#to", "to#", "#to#")
    }


@pytest.mark.parametrize("text", ["", " \n", "a ! b", "\ud800"])
def test_a_text_without_words_of_two_letters_has_no_runs(text):
    assert hashed(text).rows.tolist() == []


def test_each_label_adds_up_its_own_column_in_its_own_scale():
    table = np.zeros((BUCKETS, 2), dtype=np.int8)
    table[row("ox")] = [100, 0]
    table[row("#ox")] = [0, -50]
    tables = {"satp": table, "satp.scale": np.array([0.02, 0.1], dtype=np.float32)}
    # four runs: ox, #ox, ox#, #ox#, each one half; 100 x 0.02 / 2 and -50 x 0.1 / 2
    assert ngram_logits(tables, "satp", "Ox") == pytest.approx([1.0, -2.5])


def test_a_scheme_without_a_table_and_a_text_without_words_add_nothing():
    assert ngram_logits({}, "satp", "words here") == 0.0
    tables = {"satp": np.ones((BUCKETS, 2), dtype=np.int8), "satp.scale": np.ones(2, dtype=np.float32)}
    assert ngram_logits(tables, "satp", "").tolist() == [0, 0]
