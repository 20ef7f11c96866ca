from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.answers import Name, Question, Stretch
from onrecord.errors import FindError
from onrecord.find.answering.trained import (
    ANSWERS,
    SCHEMES,
    TrainedAnswerer,
    answer_by_training,
    head_of,
)
from onrecord.find.models.trained.reader import EXCLUSIVE, TrainedReader, open_reader
from onrecord.find.models.trained.weights import Heads

TEXT = (
    "ESTMOUTH, 14 MAY -- Members of the Harbour Front kidnapped the banker Ado on Monday, the ministry said. "
    "The Front denied that it attacked him. The River Column may bomb the port."
)
NAMES = tuple(
    Name(Stretch(TEXT.index(words), TEXT.index(words) + len(words)), "Organisation")
    for words in ("Harbour Front", "River Column", "Ado")
)
TRIGGERS = tuple(
    Stretch(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("kidnapped", "attacked", "bomb")
)
FILLS = {
    "incidents": {"muc4-roles", "muc4-templates", "muc4-slots"},
    "names": {"re3d-names", "re3d-relations", "re3d-relations-gold-names"},
    "relations": {"re3d-relations", "re3d-relations-gold-names"},
    "labels": set(SCHEMES),
    "attributions": {"polnear"},
    "acts": {"modality"},
    "groups": {"coref"},
}
"""The tasks that may fill each part of an answer."""


@pytest.fixture(scope="module")
def engine():
    return TrainedAnswerer(open_reader(threads=1))


def ask(engine, task, text=TEXT, **more):
    (answer,) = engine.answers([Question(task, text, **more)])
    return answer


def filled(answer):
    return {part for part in FILLS if getattr(answer, part)}


@pytest.mark.parametrize("task", ANSWERS)
def test_an_answer_fills_only_what_its_task_asks_for(engine, task):
    answer = ask(engine, task, triggers=TRIGGERS)
    assert filled(answer) <= {part for part, tasks in FILLS.items() if task in tasks}


@pytest.mark.parametrize("task", ANSWERS)
@pytest.mark.parametrize(
    "text",
    ["", "\n" * 50, "\ud800\x00", "\u6771\u4eac", "a" * 300],
    ids=["empty", "blank", "broken", "other script", "long word"],
)
def test_every_task_answers_any_text(engine, task, text):
    answer = ask(engine, task, text)
    stretches = [n.at for n in answer.names]
    stretches += [at for a in answer.attributions for at in (*a.source, *a.cue, *a.content)]
    assert all(0 <= at.start < at.end <= len(text) for at in stretches)


def test_a_task_without_a_head_is_refused_with_those_that_have_one(engine):
    with pytest.raises(FindError, match=r"no head for task 'chess'; there are: muc4-roles, .*coref"):
        ask(engine, "chess")


def test_answers_come_in_the_order_of_the_questions(engine):
    questions = [Question("modality", TEXT, triggers=(at,)) for at in TRIGGERS]
    assert [answer.acts[0].at for answer in engine.answers(questions)] == list(TRIGGERS)


@pytest.mark.parametrize("task", SCHEMES)
def test_labels_are_those_of_the_scheme_and_one_in_all_where_one_holds(engine, task):
    labels = ask(engine, task).labels
    known = engine.reader.weights.labels.classes[SCHEMES[task]]
    assert {name for name, _ in labels} <= set(known)
    if SCHEMES[task] in EXCLUSIVE:
        assert [name for name, _ in labels] == list(known)
        assert sum(share for _, share in labels) == pytest.approx(1, abs=1e-5)
    else:
        assert all(0.5 <= share <= 1 for _, share in labels)


def test_given_names_are_kept_and_relations_stand_between_them(engine):
    answer = ask(engine, "re3d-relations-gold-names", names=NAMES)
    assert answer.names == NAMES
    assert {at for r in answer.relations for at in (r.subject, r.object)} <= {name.at for name in NAMES}


def test_without_given_names_relations_stand_between_those_found(engine):
    answer = ask(engine, "re3d-relations")
    assert answer.names == ask(engine, "re3d-names").names
    assert {at for r in answer.relations for at in (r.subject, r.object)} <= {
        name.at for name in answer.names
    }


def test_every_trigger_is_answered_once(engine):
    assert [act.at for act in ask(engine, "modality", triggers=TRIGGERS).acts] == list(TRIGGERS)
    groups = ask(engine, "coref", triggers=TRIGGERS).groups
    assert sorted(at for group in groups for at in group) == sorted(TRIGGERS)


def test_templates_and_slots_tell_the_same_incidents(engine):
    plain, slotted = ask(engine, "muc4-templates").incidents, ask(engine, "muc4-slots").incidents
    assert [incident.type for incident in plain] == [incident.type for incident in slotted]


def test_the_engine_is_made_with_the_use_that_is_asked_for():
    assert answer_by_training(None, "recall").reader.use == "recall"


def test_a_head_of_the_tasks_own_name_goes_before_the_one_that_it_shares(engine):
    tables = [[["ipe", ["kill"]]], [["ipe", ["kill"]], ["ipe_sents", ["kill"]]]]
    weights = [replace(engine.reader.weights, labels=Heads.of(table, 1)) for table in tables]
    readers = [TrainedReader(one, engine.reader.graph) for one in weights]
    assert [head_of(reader, "ipe-sents") for reader in readers] == ["ipe", "ipe_sents"]
    assert [head_of(reader, "ipe-docs") for reader in readers] == ["ipe", "ipe"]


ARRESTS = "police arrested twelve rioters in Port Varen on Tuesday."
QUIET = "The council met on Wednesday and talked about roads, schools and the price of bread."


def labels_of(engine, text):
    (answer,) = engine.answers([Question("ipe-docs", text)])
    return dict(answer.labels)


def test_a_document_has_the_labels_that_one_of_its_sentences_has_however_much_else_it_says(engine):
    alone = labels_of(engine, ARRESTS)
    assert alone.keys() == {"arrest", "any_action"}
    within = labels_of(engine, " ".join([QUIET] * 6 + [ARRESTS.capitalize()] + [QUIET] * 6))
    assert within.keys() == alone.keys()
    assert labels_of(engine, " ".join([QUIET] * 12)) == {}
    assert labels_of(engine, "") == {}
