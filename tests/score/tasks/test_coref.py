from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Answer, Question, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Item, Tally
from onrecord.score.tasks.coref import TASKS
from onrecord.score.tasks.coref_files import Coded

DATA = Path(__file__).parents[4] / "shared" / "data"
(COREF,) = TASKS


def at(letter):
    start = 2 * (ord(letter) - ord("a"))
    return Stretch(start, start + 1)


def groups(cell):
    return tuple(tuple(map(at, letters)) for letters in cell.split())


def judge(key, answer):
    gold = groups(key)
    triggers = tuple(sorted(one for group in gold for one in group))
    item = Item("d", Question("coref", "x" * 60, triggers=triggers), Coded("d", "x" * 60, gold))
    return COREF.judge(item, Answer(groups=groups(answer)))


def test_the_mark_is_the_mean_of_three_metrics_as_worked_by_hand():
    figures = COREF.figures(judge("ab c", "abc"))
    muc, b_cubed, ceaf_e = (figures.parts[f"{name}_f1"] for name in ("muc", "b_cubed", "ceaf_e"))
    assert muc == pytest.approx(2 / 3)  # 1 of 2 given, 1 of 1 asked
    assert b_cubed == pytest.approx(2 * (5 / 9) / (1 + 5 / 9))
    assert ceaf_e == pytest.approx(2 * 0.8 * 0.4 / (0.8 + 0.4))
    assert figures.f1 == pytest.approx((muc + b_cubed + ceaf_e) / 3)
    assert figures.recall == pytest.approx((1 + 1 + 0.4) / 3)
    assert figures.precision == pytest.approx((1 / 2 + 5 / 9 + 0.8) / 3)


def test_linked_parts_leave_events_out_that_stand_alone_on_their_side():
    figures = COREF.figures(judge("ab c d", "a b cd"))
    assert figures.parts["b_cubed_f1"] > 0
    assert figures.parts["linked_conll_f1"] == figures.parts["linked_b_cubed_f1"] == 0


def test_an_answer_is_made_a_partition_of_the_triggers():
    # z is no trigger, c is not answered, b is named twice: its first group stands
    assert judge("ab c d", "abz bd") == judge("ab c d", "ab c d")


def test_no_answer_says_that_each_event_stands_alone():
    assert judge("ab c", "") == judge("ab c", "a b c")


PARTITIONS = st.lists(st.integers(0, 3), min_size=6, max_size=6).map(
    lambda labels: " ".join(
        "".join("abcdef"[n] for n, label in enumerate(labels) if label == one) for one in sorted(set(labels))
    )
)


@given(PARTITIONS)
def test_gold_against_itself_is_perfect(key):
    figures = COREF.figures(judge(key, key))
    assert figures.parts["b_cubed_f1"] == figures.parts["ceaf_e_f1"] == 1
    assert figures.parts["muc_f1"] == (key.count(" ") < 5)


@given(PARTITIONS, PARTITIONS, st.randoms())
def test_order_does_not_matter(key, answer, chance):
    mixed = answer.split()
    chance.shuffle(mixed)
    one, other = (COREF.figures(judge(key, told)) for told in (answer, " ".join(mixed)[::-1]))
    assert one.f1 == pytest.approx(other.f1)


@given(st.lists(st.tuples(PARTITIONS, PARTITIONS), min_size=2, max_size=4))
def test_counts_of_documents_add_up_in_any_shards(documents):
    tallies = [judge(key, answer) for key, answer in documents]
    halves = sum(tallies[:1], Tally()) + sum(tallies[1:], Tally())
    assert COREF.figures(halves).f1 == pytest.approx(COREF.figures(sum(tallies[::-1], Tally())).f1)


WORDS = ["Gunmen", "raided", "Dorn", ".", "The", "raid", "set", "a", "mill", "off", "fire", "."]


def mention(kind, chain, sentence, numbers, document="7/7ecb/1"):
    return {
        "mention_type": kind, "coref_chain": chain, "sent_id": sentence, "tokens_number": numbers,
        "conll_doc_key": document,
    }  # fmt: skip


@pytest.fixture
def topic(tmp_path):
    within = tmp_path / "7ecb" / "annotation" / "original"
    within.mkdir(parents=True)
    lines = ["#begin document (7/7ecb/1); part 000"]
    for number, word in enumerate(WORDS):
        lines.append("\t".join(["7/7ecb/1", str(number // 4), str(number % 4), word, "-"]))
    lines += ["#end document", "", "17/17ecb/1\t0\t0\tElsewhere\t-", "7/7ecb/2\t0\t0\tSilence\t-"]
    (within / "7ecb.conll").write_text("\n".join(lines), "utf-8")
    events = [mention("ACT", "R", 0, [1]), mention("ACT", "R", 1, [1]), mention("ACT", "R", 1, [1])]
    events += [mention("ACT", "E", 0, [0], "17/17ecb/1")]
    others = [mention("ACT", "S", 1, [2]), mention("HUM", "G", 0, [0]), mention("NEG", "F", 2, [1, 2])]
    (within / "event_mentions_7ecb.json").write_text(json.dumps(events), "utf-8")
    (within / "entity_mentions_7ecb.json").write_text(json.dumps(others), "utf-8")
    return tmp_path / "7ecb"


def test_a_topic_gives_its_own_documents_with_the_events_of_both_lists(topic):
    (item,) = COREF.read(topic)
    assert item.question.text == " ".join(WORDS)
    told = [[item.question.text[one.start : one.end] for one in group] for group in item.gold.groups]
    assert told == [["raided", "raid"], ["set"], ["off fire"]]
    assert len(item.question.triggers) == 4


def test_a_topic_or_a_folder_of_topics_gives_the_same_documents(topic):
    assert list(COREF.read(topic)) == list(COREF.read(topic.parent))


def test_files_without_groups_of_events_are_refused_with_the_reason(tmp_path):
    (tmp_path / "dev.jsonl").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="WikiEvents"):
        list(COREF.read(tmp_path))


def test_a_missing_list_is_an_input_error(topic):
    (topic / "annotation" / "original" / "entity_mentions_7ecb.json").unlink()
    with pytest.raises(InputError, match=r"not in the form of ECB\+"):
        list(COREF.read(topic))


@pytest.mark.data
@pytest.mark.skipif(not (DATA / "ecbplus").is_dir(), reason="left out: ECB+ is not beside the checkout")
def test_all_documents_with_events_are_read():
    documents = [item.gold for item in COREF.read(DATA / "ecbplus")]
    grouped = [group for document in documents for group in document.groups]
    assert (len(documents), len(grouped), sum(map(len, grouped))) == (748, 3586, 4254)
