from __future__ import annotations

import ast
from pathlib import Path

import pytest
from training.fetch_encoder import ENCODERS, main

from onrecord.errors import InputError

ROOT = Path(__file__).parents[2]


def test_a_name_that_is_not_in_the_table_is_an_error_that_names_those_that_are(tmp_path):
    with pytest.raises(InputError, match="me5-small, gte-small, minilm, mpnet"):
        main("me5-large", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ENCODERS)
def test_every_encoder_of_the_table_has_a_function_that_fetches_it(name):
    module, function = ENCODERS[name]
    tree = ast.parse((ROOT / module.replace(".", "/")).with_suffix(".py").read_text("utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
