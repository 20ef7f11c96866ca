from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.score.registry import TASKS, find_task


@pytest.mark.parametrize("name", list(TASKS))
def test_every_task_of_the_table_is_there_under_its_name_with_a_line_about_it(name):
    task = find_task(name)
    assert task.name == name
    assert 20 < len(task.about) < 120
    assert "\n" not in task.about


def test_an_unknown_task_names_those_that_exist():
    with pytest.raises(InputError, match=r"no task 'muc5'; there are: muc4-roles, .*coref"):
        find_task("muc5")
