from pathlib import Path

import pytest

from onrecord.answers import Answer, Linked
from onrecord.errors import InputError
from onrecord.score.task import Tally
from onrecord.score.tasks.actors import TASKS

(ACTORS,) = TASKS
HEAD = "document,start,end,words,actor,also,hard,part,note,text\n"
ROWS = (
    "own:1,0,6,Shabab,act:al-shabaab,act:x,no,dev,,Shabab men met Hill League men and the rebels.\n"
    "own:1,15,26,Hill League,new:Hill League,,yes,held,,Shabab men met Hill League men and the rebels.\n"
    "own:1,39,45,rebels,open,,yes,held,,Shabab men met Hill League men and the rebels.\n"
)
DATA = Path(__file__).parents[4] / "shared" / "data"


def items(tmp_path, content):
    path = tmp_path / "actors.csv"
    path.write_text(content, "utf-8")
    return list(ACTORS.read(path))


def figures(tmp_path, *idents):
    (item,) = items(tmp_path, HEAD + ROWS)
    links = zip(item.question.names, idents, strict=True)
    answer = Answer(actors=tuple(Linked(name.at, ident) for name, ident in links))
    return ACTORS.figures(sum([ACTORS.judge(item, answer)], Tally()))


def test_the_right_entry_no_entry_for_a_new_name_and_an_open_link_are_right(tmp_path):
    found = figures(tmp_path, "act:al-shabaab", "", "")
    assert (found.f1, found.precision, found.parts["all_wrong"]) == (1.0, 1.0, 0.0)


def test_a_further_id_is_right_as_well(tmp_path):
    assert figures(tmp_path, "act:x", "", "").f1 == 1.0


def test_another_entry_is_wrong_and_no_entry_is_open(tmp_path):
    found = figures(tmp_path, "", "act:y", "")
    assert found.parts["all_right"] == pytest.approx(1 / 3)
    assert found.parts["all_open"] == pytest.approx(1 / 3)
    assert found.parts["hard_wrong"] == 0.5
    assert found.parts["dev_open"] == 1.0


def test_words_that_do_not_stand_at_their_place_are_refused(tmp_path):
    with pytest.raises(InputError, match="does not have 'Shabob'"):
        items(tmp_path, HEAD + ROWS.replace("Shabab,act", "Shabob,act"))


def test_a_text_that_is_nowhere_says_how_to_give_it(tmp_path):
    with pytest.raises(InputError, match="# data: PATH"):
        items(tmp_path, "document,start,end,words,actor\nwikinews:u,0,1,A,open\n")


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="the public sets are not beside the checkout")
def test_the_labelled_table_stands_on_the_public_sets():
    gold = Path(__file__).parents[3] / "bench" / "gold" / "actors.csv"
    assert sum(len(item.question.names) for item in ACTORS.read(gold)) >= 200
