from __future__ import annotations

from training.tuning.incident_worth import Read
from training.tuning.incidents import crossed, fitted_rule, right_words

from onrecord.answers import Question
from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_places import Place
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
