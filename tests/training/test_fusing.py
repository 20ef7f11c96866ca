# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import io

import pytest

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")
onnx = pytest.importorskip("onnx", reason="left out: onnx is not installed")

from training.export import graph_of
from training.fusing import OPERATION, fused
from training.model.network import Reader

LAYERS, HEADS = 3, 4
IDS = torch.tensor([[0, 7, 8, 9, 10, 2], [0, 11, 12, 13, 2, 2]])

pytestmark = pytest.mark.filterwarnings("ignore")  # torch warns of what it traces


@pytest.fixture(scope="module")
def reader():
    torch.manual_seed(2)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=32, num_hidden_layers=LAYERS, num_attention_heads=HEADS, intermediate_size=32,
        max_position_embeddings=64, pad_token_id=1,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False)).eval()


def test_the_copy_for_export_computes_what_the_reader_does_and_leaves_it_as_it_was(reader):
    kinds = [type(layer.attention.self) for layer in reader.encoder.encoder.layer]
    with torch.no_grad():
        for found, wanted in zip(fused(reader)(IDS), reader(IDS, torch.ones_like(IDS)), strict=True):
            torch.testing.assert_close(found, wanted, atol=1e-5, rtol=1e-5)
    assert [type(layer.attention.self) for layer in reader.encoder.encoder.layer] == kinds


def test_attention_is_one_operation_a_layer_and_sees_no_mask(reader):
    graph = onnx.load(io.BytesIO(graph_of(reader, exact=True))).graph
    domain, _, kind = OPERATION.partition("::")
    attended = [node for node in graph.node if (node.domain, node.op_type) == (domain, kind)]
    assert len(attended) == LAYERS
    for node in attended:
        assert {one.name: one.i for one in node.attribute} == {"num_heads": HEADS}
        assert len(node.input) == 3
    assert [one.name for one in graph.input] == ["ids"]
    assert not any(node.op_type == "Softmax" for node in graph.node)
