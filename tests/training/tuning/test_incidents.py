from __future__ import annotations

import pytest
from training.tuning.incidents import Held, Read, chosen_least, crossed, fitted_rule, right_words

from onrecord.answers import Question
from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_places import Place
from onrecord.find.models.trained.incidents import ANY, FURTHER
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from onrecord.score.tasks.muc_forms import Template

TEXT = "the guerrillas killed a mayor"
GOLD = (Template("attack", ((("The guerrillas",),), (), (), (("mayor",),), ())),)


def filler(part, words, score=0.0, **traits):
    at = TEXT.find(words) if words in TEXT else 90
    return Filler(part, words, [Place(part, at, at + len(words), 1, *(0.5,) * 9)], score=score, traits=traits)


def read(*fillers):
    item = Item("a", Question("muc4-templates", TEXT), GOLD)
    return Read(item, item, {"attack": 0.7, "arson": 0.2}, list(fillers))


def told(sure):
    return read(
        filler("PerpInd", "guerrillas", inside=sure),
        filler("Victim", "mayor", inside=sure),
        filler("Weapon", "day", inside=-sure),
    )


def test_the_threshold_of_types_is_where_the_score_is_best_with_its_neighbours():
    def score(least, part):
        del part
        lonely = 0.7 if least[ANY] == 0.1 else 0.0
        return max(lonely, 0.6 - abs(least[ANY] - 0.45) - abs(least[FURTHER] - 0.55) / 100)

    assert chosen_least(score)[0] == {ANY: 0.45, FURTHER: 0.55}


@pytest.mark.parametrize(("beta", "expected"), [(1.0, 0.3), (2.0, 0.12), (0.5, 0.48)])
def test_the_threshold_of_parts_follows_from_the_best_score(beta, expected):
    assert chosen_least(lambda _, __: 0.6, beta)[1] == pytest.approx(expected)


def test_a_filler_is_right_when_gold_has_its_words_in_its_part_whatever_articles_it_has():
    fillers = [filler("PerpInd", "guerrillas"), filler("Victim", "mayor"), filler("Target", "mayor")]
    assert right_words([read(*fillers)]) == [True, True, False]


def test_the_rule_trusts_the_trait_that_right_fillers_have():
    assert fitted_rule([told(1.0), told(2.0)])["inside"] > 0


def test_each_text_is_judged_by_a_rule_that_was_fitted_without_it():
    texts = [told(1.0), told(1.0), told(1.0), told(-1.0)]
    found = crossed(texts, folds=4)
    assert [one.fillers[0].words for one in found] == ["guerrillas", "guerrillas", "guerrillas", "day"]
    assert found[3].fillers[0].score > found[3].fillers[1].score
    assert all(f.score == 0.0 for one in texts for f in one.fillers)


def test_thresholds_are_worth_more_when_they_let_what_is_right_pass_and_nothing_else():
    one = read(
        filler("PerpInd", "guerrillas", 0.9), filler("Victim", "mayor", 0.8), filler("Weapon", "day", 0.3)
    )
    held = Held(find_task("muc4-templates"), find_task("muc4-roles"), [one])
    exact, loose, strict = (held.worth({ANY: 0.5, FURTHER: 0.5}, at, 1.0) for at in (0.5, 0.1, 0.85))
    assert exact == 1.0
    assert exact > loose
    assert exact > strict
    assert held.worth({ANY: 0.75, FURTHER: 0.75}, 0.5, 1.0) == 0.0
