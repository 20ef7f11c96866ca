# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import copy
import json

import pytest
from training.model.plan import Plan
from training.schema import Example, Layer, Named, NameType, Stretch

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
pytest.importorskip("transformers", reason="left out: transformers is not installed")

from training.model.run import Run

from training.model import run

EXAMPLES = [
    Example(
        "redocred", str(number), f"Ada met Bo {'again ' * (number % 5)}",
        annotated=frozenset({Layer.NAMES}), names=(Named(Stretch(0, 3), NameType.PERSON, "PER"),),
    )
    for number in range(12)
]  # fmt: skip
PLAN = Plan(pieces=40, window=32, overlap=4, minutes=1e6)


@pytest.fixture(autouse=True)
def short_pools(monkeypatch):
    monkeypatch.setattr(run, "POOL", 3)
    monkeypatch.setattr(run, "SAVED_EVERY", 2)


def learned(reader, tokenizer, out, examples, plan=PLAN):
    out.mkdir(exist_ok=True)
    Run(copy.deepcopy(reader), tokenizer, plan, out).learn(examples)
    return torch.load(out / "model.pt", weights_only=True)


def pools(out):
    return [json.loads(line)["pool"] for line in (out / "log.jsonl").read_text("utf-8").splitlines()]


def same(one, other):
    return all(torch.equal(one["model"][name], other["model"][name]) for name in one["model"])


def test_a_run_writes_its_weights_and_a_row_a_pool(reader, tokenizer, tmp_path):
    state = learned(reader, tokenizer, tmp_path, EXAMPLES)
    assert pools(tmp_path) == [1, 2, 3, 4]
    assert state["done"] == len(EXAMPLES)
    assert not list(tmp_path.glob("*.new"))


def test_the_same_seed_learns_the_same_weights(reader, tokenizer, tmp_path):
    torch.manual_seed(1)
    one = learned(reader, tokenizer, tmp_path / "one", EXAMPLES)
    torch.manual_seed(1)
    assert same(one, learned(reader, tokenizer, tmp_path / "two", EXAMPLES))


def test_a_run_that_was_stopped_goes_on_after_its_last_checkpoint(reader, tokenizer, tmp_path):
    learned(reader, tokenizer, tmp_path, EXAMPLES[:9])
    checkpoint = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    again = learned(reader, tokenizer, tmp_path, EXAMPLES[:9])
    assert pools(tmp_path) == [1, 2, 3, 3]
    assert (checkpoint["done"], again["done"]) == (6, 9)
    assert checkpoint["steps"] < again["steps"]
    assert not same(again, checkpoint)


def test_a_run_whose_checkpoint_is_at_its_end_changes_nothing(reader, tokenizer, tmp_path):
    learned(reader, tokenizer, tmp_path, EXAMPLES)
    checkpoint = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert same(learned(reader, tokenizer, tmp_path, EXAMPLES), checkpoint)
    assert pools(tmp_path) == [1, 2, 3, 4]


def test_a_run_ends_when_its_time_is_up(reader, tokenizer, tmp_path):
    state = learned(reader, tokenizer, tmp_path, EXAMPLES, Plan(pieces=40, minutes=0.000001))
    assert state["done"] == 3


def test_the_vectors_of_words_stay_as_they_are(reader, tokenizer, tmp_path):
    reader.encoder.embeddings.word_embeddings.weight.requires_grad = False
    name = "encoder.embeddings.word_embeddings.weight"
    before = reader.state_dict()[name].clone()
    state = learned(reader, tokenizer, tmp_path, EXAMPLES)
    assert torch.equal(state["model"][name], before)
    assert not torch.equal(state["model"]["tags.weight"], reader.state_dict()["tags.weight"])
