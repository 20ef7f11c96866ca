# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import random

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")

from training.finish import LIKE, LOWER, Upper, batches_of, begin_as_names, finish, with_thresholds
from training.model.heads import TAGS, tag_slice
from training.model.network import Reader
from training.schema import Example, Layer, Named, NameType

from onrecord.answers import Stretch

WORDS = ["the", "harbour", "front", "held", "two", "men", "in", "estmouth", "on", "monday"]
TEXT = " ".join(WORDS)
SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
EXAMPLES = [
    Example(
        "re3d", str(k), TEXT, frozenset({Layer.NAMES, Layer.RELATIONS}),
        names=(Named(Stretch(4, 17), NameType.ORGANISATION, "Organisation"), Named(Stretch(34, 42), NameType.PLACE, "Location")),
    )
    for k in range(3)
]  # fmt: skip


@pytest.fixture
def reader():
    torch.manual_seed(2)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=16, num_hidden_layers=LOWER + 1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, pad_token_id=1, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False))


@pytest.fixture
def batches():
    known = SPECIAL | {word: number for number, word in enumerate(WORDS, len(SPECIAL))}
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="<unk>"))  # noqa: S106 - a piece
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return batches_of(EXAMPLES, tokenizer)


def test_the_lower_layers_stay_and_the_upper_ones_and_the_heads_learn(reader, batches):
    before = {name: value.clone() for name, value in reader.state_dict().items()}
    finish(reader, [(batch, 3) for batch in batches], random.Random(1))
    changed = {name for name, value in reader.state_dict().items() if not torch.equal(value, before[name])}
    assert {"tags.weight", "pairs.relation.out.weight"} < changed
    assert any(name.startswith(f"encoder.encoder.layer.{LOWER}.") for name in changed)
    still = [f"encoder.encoder.layer.{number}." for number in range(LOWER)] + ["encoder.embeddings."]
    assert not [name for name in changed if name.startswith(tuple(still))]


def test_what_goes_on_from_the_lower_layers_says_what_the_whole_reader_says(reader, batches):
    (batch,) = batches
    whole, upper = reader.eval(), Upper(reader).eval()
    with torch.no_grad():
        states = reader.encoder.embeddings(batch.ids)
        shown = batch.mask[:, None, None, :].bool()
        for layer in reader.encoder.encoder.layer[:LOWER]:
            states = layer(states, shown)
        upper.states = states
        for one, other in zip(upper(batch.ids, batch.mask), whole(batch.ids, batch.mask), strict=True):
            torch.testing.assert_close(one, other)


def test_a_type_begins_as_the_kind_of_name_that_it_is_like(reader):
    begin_as_names(reader)
    classes = {head.name: head.classes for head in TAGS}
    for kind, like in LIKE.items():
        at = tag_slice("re3d").start + 3 * classes["re3d"].index(kind)
        known = tag_slice("names").start + 3 * classes["names"].index(like)
        torch.testing.assert_close(reader.tags.weight[at : at + 3], reader.tags.weight[known : known + 3])
        torch.testing.assert_close(reader.tags.bias[at : at + 3], reader.tags.bias[known : known + 3])


def test_finished_heads_go_by_thresholds_of_their_own_and_other_settings_stay():
    before = {"calibration": {"satp": [1.0, 0.0]}, "thresholds": {"balanced": {"satp": {"bombing": 0.4}}}}
    after = with_thresholds(before)
    assert after["calibration"] == before["calibration"]
    assert after["thresholds"]["balanced"]["satp"] == {"bombing": 0.4}
    assert after["thresholds"]["balanced"]["re3d"]["Location"] == 0.6
    assert after["thresholds"]["recall"]["relation"]["AlliesOf"] == 0.15
    assert "none" not in after["thresholds"]["precision"]["relation"]
