from __future__ import annotations

import pytest
from training.tuning.incidents import Held, Read, climb, part_truth
from training.tuning.uses import GRID

from onrecord.answers import Question
from onrecord.find.models.trained.incidents import PARTS, Filler
from onrecord.find.models.trained.spans import Found
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from onrecord.score.tasks.muc_forms import Template

TEXT = "the guerrillas killed a mayor"
GOLD = (Template("attack", ((("The guerrillas",),), (), (), (("mayor",),), ())),)


def filler(part, words, score):
    return Filler(part, words, [Found(0, len(words), part, score)])


def read(*fillers):
    item = Item("a", Question("muc4-templates", TEXT), GOLD)
    return Read(item, item, {"attack": 0.7}, list(fillers))


def test_climbing_finds_each_threshold_where_each_counts_for_itself():
    wanted = dict(zip(PARTS, (0.1, 0.3, 0.5, 0.7, 0.8), strict=True))

    def score(least, parts):
        return -abs(least["any"] - 0.25) - sum(abs(parts[part] - wanted[part]) for part in PARTS)

    assert climb(score) == ({"any": 0.25}, wanted)


def test_of_thresholds_that_are_worth_the_same_the_lowest_is_chosen():
    assert climb(lambda _, __: 1.0) == ({"any": GRID[0]}, dict.fromkeys(PARTS, GRID[0]))


def test_a_filler_is_right_when_gold_has_its_words_in_its_part_whatever_articles_it_has():
    fillers = [
        filler("PerpInd", "guerrillas", 0.9),
        filler("Victim", "mayor", 0.8),
        filler("Target", "mayor", 0.3),
    ]
    scores, right = part_truth([read(*fillers)])
    assert scores == pytest.approx([0.9, 0.8, 0.3])
    assert right == [True, True, False]


def test_thresholds_are_worth_more_when_they_let_what_is_right_pass_and_nothing_else():
    one = read(
        filler("PerpInd", "guerrillas", 0.9), filler("Victim", "mayor", 0.8), filler("Weapon", "mayor", 0.3)
    )
    held = Held(find_task("muc4-templates"), find_task("muc4-roles"), [one])
    exact, loose, strict = (
        held.worth({"any": 0.5}, dict.fromkeys(PARTS, at), 1.0) for at in (0.5, 0.1, 0.85)
    )
    assert exact > loose
    assert exact > strict
    assert held.worth({"any": 0.75}, dict.fromkeys(PARTS, 0.5), 1.0) == 0.0
