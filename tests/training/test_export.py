# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
pytest.importorskip("transformers", reason="left out: transformers is not installed")
pytest.importorskip("onnx", reason="left out: onnx is not installed")

import onnxruntime
import transformers
from training.export import OUTPUTS, arrays_of, graph_of, pack
from training.model.network import Reader

from onrecord.find.models.trained.weights import read_weights

IDS = np.array([[0, 7, 8, 9, 2], [0, 7, 10, 13, 2], [0, 11, 12, 2, 2]])

pytestmark = pytest.mark.filterwarnings("ignore")  # torch warns of what it traces


@pytest.fixture(scope="module")
def reader():
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, pad_token_id=1,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False)).eval()


def outputs(graph):
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    return session.run(list(OUTPUTS), {"ids": IDS})


def expected(reader):
    with torch.no_grad():
        return [one.numpy() for one in reader(torch.from_numpy(IDS), torch.ones(IDS.shape))]


def test_the_graph_gives_the_networks_numbers_for_any_number_of_windows_and_pieces(reader):
    for found, wanted in zip(outputs(graph_of(reader, exact=True)), expected(reader), strict=True):
        assert found == pytest.approx(wanted, abs=1e-4)


def test_the_graph_in_int8_gives_nearly_the_networks_numbers(reader):
    for found, wanted in zip(outputs(graph_of(reader, exact=False)), expected(reader), strict=True):
        assert np.corrcoef(found.ravel(), wanted.ravel())[0, 1] > 0.98


def test_pair_layers_are_packed_as_they_are(reader):
    found = arrays_of(reader)
    assert found["says.out"].tolist() == reader.pairs["says"].out.weight.tolist()
    assert len(found) == 1 + 4 * len(reader.pairs)


def test_the_same_reader_gives_the_same_file_which_the_package_reads(reader):
    packed = pack(reader, json.dumps({}), {})
    assert packed == pack(reader, json.dumps({}), {})
    weights = read_weights(packed)
    assert weights.arrays["labels.bias"].tolist() == reader.bias.tolist()
