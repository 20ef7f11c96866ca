from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to train, not to run")

from training.average import main, mean  # noqa: E402 - torch comes first


def test_each_weight_is_the_mean_and_a_count_stays_the_first():
    one = {"weight": torch.tensor([1.0, 3.0]), "steps": torch.tensor(4)}
    other = {"weight": torch.tensor([3.0, 3.0]), "steps": torch.tensor(9)}
    found = mean([one, other])
    assert found["weight"].tolist() == [2.0, 3.0]
    assert found["steps"].item() == 4


def test_files_of_trainings_become_one_that_training_can_open(tmp_path):
    paths = [tmp_path / f"{number}.pt" for number in range(2)]
    for number, path in enumerate(paths):
        torch.save({"model": {"weight": torch.full((2,), float(number))}, "seconds": 1.0}, path)
    main(tmp_path / "mean.pt", paths)
    assert torch.load(tmp_path / "mean.pt", weights_only=True)["model"]["weight"].tolist() == [0.5, 0.5]
