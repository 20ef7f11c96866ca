from __future__ import annotations

import pytest
from training.tuning.incident_worth import Held, Read, chosen_least

from onrecord.answers import Question
from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_places import Place
from onrecord.find.models.trained.incident_split import Splitter
from onrecord.find.models.trained.incidents import ANY, FURTHER
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from onrecord.score.tasks.muc_forms import Template

TEXT = "the guerrillas killed a mayor"
GOLD = (Template("attack", ((("The guerrillas",),), (), (), (("mayor",),), ())),)


def filler(part, words, score):
    at = TEXT.find(words) if words in TEXT else 90
    return Filler(part, words, [Place(part, at, at + len(words), 1, *(0.5,) * 9)], score=score)


def test_the_threshold_of_types_is_where_the_score_is_best_with_its_neighbours():
    def score(least, part, split):
        lonely = 0.7 if least[ANY] == 0.1 else 0.0
        return max(lonely, 0.6 - abs(least[ANY] - 0.45) - abs(least[FURTHER] - 0.55) / 100) + 0 * part * split

    assert chosen_least(score)[0] == {ANY: 0.45, FURTHER: 0.55}


def test_the_threshold_of_what_is_one_incident_is_where_the_score_is_best():
    assert chosen_least(lambda _, __, split: 0.6 - abs(split - 0.3))[2] == 0.3


@pytest.mark.parametrize(("beta", "expected"), [(1.0, 0.3), (2.0, 0.12), (0.5, 0.48)])
def test_the_threshold_of_parts_follows_from_the_best_score(beta, expected):
    assert chosen_least(lambda *_: 0.6, beta)[1] == pytest.approx(expected)


def held(splitter):
    item = Item("a", Question("muc4-templates", TEXT), GOLD)
    fillers = [
        filler("PerpInd", "guerrillas", 0.9),
        filler("Victim", "mayor", 0.8),
        filler("Weapon", "day", 0.3),
    ]
    one = Read(item, item, {"attack": 0.7, "arson": 0.2}, fillers)
    return Held(find_task("muc4-templates"), find_task("muc4-roles"), [one], [splitter])


def test_thresholds_are_worth_more_when_they_let_what_is_right_pass_and_nothing_else():
    texts = held(Splitter(TEXT, {}, 0.0))
    exact, loose, strict = (texts.worth({ANY: 0.5, FURTHER: 0.5}, at, 0.5, 1.0) for at in (0.5, 0.1, 0.85))
    assert exact == 1.0
    assert exact > loose
    assert exact > strict
    assert texts.worth({ANY: 0.75, FURTHER: 0.75}, 0.5, 0.5, 1.0) == 0.0


def test_splitting_what_is_one_incident_is_worth_less():
    texts = held(Splitter(TEXT, {"gap": 0.0, "bias": 0.0}, 0.0))
    types = {ANY: 0.5, FURTHER: 0.5}
    assert texts.worth(types, 0.2, 0.4, 1.0) > texts.worth(types, 0.2, 0.6, 1.0)
