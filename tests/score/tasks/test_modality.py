from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Act, Answer, Question, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Item, Tally
from onrecord.score.tasks.modality import RARE, TASKS
from onrecord.score.tasks.modality_files import Coded

CASES = Path(__file__).parents[2] / "cases" / "modality_timeml.csv"
DATA = Path(__file__).parents[4] / "shared" / "data" / "timebank"
(MODALITY,) = TASKS


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(row, id=row["note"]) for row in csv.DictReader(lines)]


def linked(link):
    """Give the link in XML: of two words the first governs the event, of one the event itself opens it."""
    *words, kind = link.split()
    ends = 'eventInstanceID="ei1" subordinatedEventInstance="ei2"'
    turned = 'eventInstanceID="ei2" subordinatedEventInstance="ei1"'
    return f'<SLINK lid="l1" relType="{kind}" {ends if words else turned}/>'


def document(case):
    word = case["link"].split()[0] if " " in case["link"] else "fled"
    modal = f'modality="{case["modality"]}"' if case["modality"] else ""
    return f"""<TimeML><DOCID>d</DOCID><TEXT>
They <EVENT eid="e1" class="OCCURRENCE">{word}</EVENT> and <EVENT eid="e2" class="OCCURRENCE"> moved </EVENT>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="{case["tense"]}" aspect="{case["aspect"]}"
 polarity="{case["polarity"]}" pos="VERB" {modal}/>
{linked(case["link"]) if case["link"] else ""}
</TimeML>"""


@pytest.mark.parametrize("case", cases())
def test_marks_of_timeml_come_to_the_terms_of_the_table(case, tmp_path):
    (tmp_path / "d.tml").write_text(document(case), "utf-8")
    (item,) = MODALITY.read(tmp_path)
    assert [item.question.text[at.start : at.end] for at in item.question.triggers][1] == "moved"
    found = item.gold.acts[1]
    assert (found.polarity, found.modality) == (case["expected_polarity"], case["expected_modality"])


def test_events_without_an_instance_are_not_asked_and_of_several_instances_the_first_counts(tmp_path):
    (tmp_path / "d.tml").write_text(
        """<TimeML><TEXT>No <EVENT eid="e1">word</EVENT> of the <EVENT eid="e2"><b>raid</b></EVENT> came.</TEXT>
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="NONE" aspect="NONE" polarity="NEG"/>
<MAKEINSTANCE eventID="e2" eiid="ei3" tense="FUTURE" aspect="NONE" polarity="POS"/></TimeML>""",
        "utf-8",
    )
    (item,) = MODALITY.read(tmp_path / "d.tml")
    assert item.gold.acts == (Act(Stretch(15, 19), "negative", "actual"),)


@pytest.mark.parametrize(
    ("words", "reason"), [("<TimeML><TEXT>", "not in the form"), ("<TimeML/>", "no element TEXT")]
)
def test_a_file_of_another_form_is_an_input_error(tmp_path, words, reason):
    (tmp_path / "d.tml").write_text(words, "utf-8")
    with pytest.raises(InputError, match=reason):
        list(MODALITY.read(tmp_path))


def test_a_folder_without_documents_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"no \*\.tml"):
        list(MODALITY.read(tmp_path))


def judge(gold, answer):
    asked = tuple(Act(Stretch(n, n + 1), *terms) for n, terms in enumerate(gold))
    given_ = tuple(Act(Stretch(n, n + 1), *terms) for n, terms in enumerate(answer) if terms)
    triggers = tuple(act.at for act in asked)
    item = Item("d", Question("modality", "x" * 99, triggers=triggers), Coded("d", "x" * 99, asked))
    return MODALITY.judge(item, Answer(acts=given_))


def test_figures_are_means_over_the_rare_classes_as_worked_by_hand():
    gold = [
        ("negative", "actual"),
        ("positive", "possible"),
        ("positive", "possible"),
        ("positive", "planned"),
    ]
    answer = [("negative", "actual"), ("negative", "possible"), ("positive", "actual"), None]
    figures = MODALITY.figures(judge(gold, answer))
    # negative: 1 of 2 given, 1 of 1 asked; possible: 1 of 1, 1 of 2; the other four: nothing right
    assert figures.precision == pytest.approx((1 / 2 + 1) / 6)
    assert figures.recall == pytest.approx((1 + 1 / 2) / 6)
    assert figures.f1 == pytest.approx((2 / 3 + 2 / 3) / 6)
    assert figures.parts["polarity_accuracy"] == 2 / 4
    assert figures.parts["modality_accuracy"] == 2 / 4
    assert figures.parts["majority_polarity_accuracy"] == 3 / 4
    assert figures.parts["majority_modality_accuracy"] == 1 / 4


def test_the_majority_finds_no_rare_class_as_the_part_says():
    gold = [("negative", "planned"), ("positive", "actual"), ("positive", "actual")]
    figures = MODALITY.figures(judge(gold, [("positive", "actual")] * 3))
    assert figures.f1 == figures.parts["majority_f1"] == 0
    assert figures.parts["polarity_accuracy"] == figures.parts["majority_polarity_accuracy"] == 2 / 3


def test_answers_about_other_words_count_for_nothing():
    assert judge([("positive", "actual")], [None, ("negative", "planned")])["negative given"] == 0


TERMS = st.tuples(st.sampled_from(["positive", "negative"]), st.sampled_from(["actual", *RARE[1:]]))
PAIRS = st.lists(st.tuples(TERMS, TERMS), min_size=1, max_size=8)


@given(st.lists(TERMS, min_size=1, max_size=8))
def test_gold_against_itself_is_right_in_every_class_that_is_asked(gold):
    figures = MODALITY.figures(judge(gold, gold))
    asked = {kind for kind in RARE if figures.parts[f"{kind}_asked"]}
    assert all(figures.parts[f"{kind}_f1"] == (kind in asked) for kind in RARE)
    assert figures.parts["polarity_accuracy"] == figures.parts["modality_accuracy"] == 1


@given(st.lists(PAIRS, min_size=2, max_size=4))
def test_counts_of_documents_add_up_in_any_shards(documents):
    tallies = [judge([g for g, _ in pairs], [a for _, a in pairs]) for pairs in documents]
    halves = sum(tallies[:1], Tally()) + sum(tallies[1:], Tally())
    assert MODALITY.figures(halves) == MODALITY.figures(sum(tallies[::-1], Tally()))


@given(PAIRS)
def test_the_order_of_events_does_not_matter(pairs):
    gold, answer = [g for g, _ in pairs], [a for _, a in pairs]
    assert judge(gold, answer) == judge(gold[::-1], answer[::-1])


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="left out: TimeBank is not beside the checkout")
def test_each_rare_class_of_timebank_has_at_least_twenty_events():
    acts = [act for item in MODALITY.read(DATA) for act in item.gold.acts]
    found = [term for act in acts for term in (act.polarity, act.modality)]
    counted = {kind: found.count(kind) for kind in RARE}
    assert len(acts) == 6674
    assert counted == {
        "negative": 246, "possible": 446, "planned": 420, "predicted": 480, "conditional": 47, "demanded": 129,
    }  # fmt: skip
