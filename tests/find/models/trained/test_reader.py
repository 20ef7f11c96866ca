from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from onrecord.answers import Stretch
from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.ngrams import BUCKETS, hashed
from onrecord.find.models.trained.reader import EXCLUSIVE, KEPT, TrainedReader

LINE = "Rebels of the River Column shelled Estmouth, a monitor said.\n"
SHORT, MANY = LINE * 2, LINE * (KEPT + 5)
SCHEMES = ["muc", "satp", "insightcrime", "ipe", "cameo", "plover"]


@pytest.fixture
def lined(reader):
    """A reader that takes a line for a stretch."""
    graph = Graph(reader.weights, 1, stretch=len(LINE))
    graph._session, graph._tokenizer = reader.graph._loaded()
    return TrainedReader(reader.weights, graph)


def test_the_last_text_is_kept_and_no_other(lined):
    first = lined.signals(SHORT)
    assert lined.signals(SHORT) is first
    lined.signals(LINE)
    assert lined._kept.last[0] == LINE


def test_threads_that_read_at_once_get_what_one_alone_gets(lined):
    texts = [LINE, SHORT, MANY, SHORT.lower(), MANY.upper(), LINE * 4]
    alone = [np.concatenate([one.tags for one in lined.signals(text)]) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        read = pool.map(lambda text: np.concatenate([one.tags for one in lined.signals(text)]), texts * 3)
        for once, again in zip(alone * 3, read, strict=True):
            np.testing.assert_array_equal(once, again)


def test_a_text_of_many_stretches_is_not_kept_and_read_whole_each_time(lined):
    lined.signals(SHORT)
    ends = [[int(one.ends[-1]) for one in lined.signals(MANY)] for _ in range(2)]
    assert ends[0] == ends[1] == [len(LINE) * k - 1 for k in range(1, KEPT + 6)]
    assert lined._kept.last[0] is None


def test_a_text_of_as_many_stretches_as_are_kept_is_kept(lined):
    lined.signals(LINE * KEPT)
    text, kept = lined._kept.last
    assert (text, len(kept)) == (LINE * KEPT, KEPT)


def test_however_long_a_text_few_stretches_are_in_memory(lined):
    gc.collect()
    before = sum(isinstance(one, Signals) for one in gc.get_objects())
    alive = [sum(isinstance(o, Signals) for o in gc.get_objects()) - before for _ in lined.signals(MANY)]
    assert len(alive) == KEPT + 5
    assert max(alive) <= KEPT + 2


def test_the_last_text_is_let_go_before_the_next_one_is_read(lined, monkeypatch):
    alive, read = [], Graph.read

    def counted(graph, text):
        for signals in read(graph, text):
            alive.append(sum(isinstance(one, Signals) for one in gc.get_objects()))
            yield signals

    monkeypatch.setattr(Graph, "read", counted)
    gc.collect()
    before = sum(isinstance(one, Signals) for one in gc.get_objects())
    lined.signals(LINE * KEPT)
    lined.signals(SHORT.lower())
    assert [count - before for count in alive] == [1, 2, 1, 2]


def test_a_text_that_was_left_half_read_is_read_from_its_start(lined):
    half = iter(lined.signals(MANY))
    next(half)
    assert next(iter(lined.signals(MANY))).starts[0] == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_label_of_a_scheme_has_a_share(reader, scheme):
    shares = reader.labels(SHORT, scheme)
    assert tuple(shares) == reader.weights.labels.classes[scheme]
    assert all(0 < share < 1 for share in shares.values())
    assert (sum(shares.values()) == pytest.approx(1, abs=1e-5)) == (scheme in EXCLUSIVE)


def test_what_the_words_say_is_added_to_the_log_odds_of_labels(reader):
    names = reader.weights.labels.classes["satp"]
    before = TrainedReader(replace(reader.weights, ngrams={}), reader.graph).labels(SHORT, "satp")
    table = np.zeros((BUCKETS, len(names)), dtype=np.int8)
    runs = hashed(SHORT)
    table[runs.rows, 1] = 100
    scale = np.full(len(names), 0.01, dtype=np.float32)
    weights = replace(reader.weights, ngrams={"satp": table, "satp.scale": scale})
    after = TrainedReader(weights, reader.graph).labels(SHORT, "satp")
    odds = [np.log(one[names[1]] / (1 - one[names[1]])) for one in (before, after)]
    assert odds[1] - odds[0] == pytest.approx(runs.counts.sum(), rel=1e-3)
    assert after[names[0]] == pytest.approx(before[names[0]])


def test_what_stands_between_two_parties_is_added_where_the_weights_know_of_it(reader):
    names = reader.weights.labels.classes["plover"]
    parties = (Stretch(0, 6), Stretch(LINE.index("Estmouth"), LINE.index("Estmouth") + 8))
    (read,) = reader.signals(LINE)
    width, at = read.labels.shape[1] // 2, reader.weights.labels.at("muc")
    values = np.zeros((len(read), 6), dtype=np.float32)
    values[slice(*read.pieces(6, parties[1].start)), 0] = 2.0
    labels = read.labels.copy()
    labels[:, width + at.start : width + at.stop] = values
    heads = replace(
        reader.weights.labels,
        classes={**reader.weights.labels.classes, "plover_between": names[:6]},
        starts={**reader.weights.labels.starts, "plover_between": at.start},
    )
    one = TrainedReader(replace(reader.weights, labels=heads), reader.graph)
    one._kept.last = LINE, (replace(read, labels=labels),)
    assert one._between(LINE, "plover_between", parties) == pytest.approx([2, 0, 0, 0, 0, 0])


@pytest.mark.parametrize("text", ["", " \n\n "], ids=["empty", "blank"])
def test_a_text_without_words_has_no_label(reader, text):
    assert set(reader.labels(text, "muc").values()) == {0.0}


def test_labels_of_a_text_that_is_too_long_to_keep_are_pooled_over_all_of_it(lined):
    text = MANY + "The council met in the open market.\n"
    shares = lined.labels(text, "muc")
    assert shares == lined.labels(text, "muc")
    assert shares != pytest.approx(lined.labels(MANY, "muc"), abs=1e-6)


def test_the_use_chooses_the_thresholds(reader):
    table = {"thresholds": {"balanced": {"re3d": {"Person": 0.4}}, "recall": {"re3d": {"Person": 0.2}}}}
    weights = replace(reader.weights, settings=table)
    assert TrainedReader(weights, reader.graph).thresholds("re3d") == {"Person": 0.4}
    assert TrainedReader(weights, reader.graph, "recall").thresholds("re3d") == {"Person": 0.2}
    assert TrainedReader(weights, reader.graph, "precision").thresholds("re3d") == {}
    assert TrainedReader(weights, reader.graph).thresholds("names") == {}
