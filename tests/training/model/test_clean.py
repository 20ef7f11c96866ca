from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from training.examples import Placed
from training.model.clean import without_dev_sentences
from training.schema import Example

HOLDS = "holds-dev-sentences"


def words(name, count=12):
    return " ".join(f"{name}{number}" for number in range(count)) + "."


def sentence(text, part, *labels):
    return Placed(Example("ipe_sents", text[:4], text, labels={"ipe_sents": labels}), part, 0, "given", "")


def document(text, *labels, reason=HOLDS):
    return Placed(Example("ipe_docs", "d", text, labels={"ipe_docs": labels}), "train", 0, reason, "")


def documents(found):
    return [p.example.text for p in without_dev_sentences(found) if p.example.set == "ipe_docs"]


def test_a_dev_sentence_is_cut_out_of_a_document_that_training_sentences_carry():
    found = [
        sentence(words("dev"), "dev", "kill"),
        sentence(words("one"), "train", "arrest"),
        sentence(words("two"), "train"),
        document(f"{words('one')} {words('dev')} {words('two')}", "arrest"),
    ]
    assert documents(found) == [f"{words('one')}   {words('two')}"]


def test_a_document_whose_label_stood_in_a_dev_sentence_is_left_out():
    found = [
        sentence(words("dev"), "dev", "kill"),
        sentence(words("one", 30), "train", "arrest"),
        document(f"{words('one', 30)} {words('dev')}", "arrest", "kill"),
    ]
    assert documents(found) == []


def test_a_document_of_which_little_is_left_is_left_out():
    found = [sentence(words("dev"), "dev"), document(f"{words('dev')} {words('one', 20)}")]
    assert documents(found) == []


def test_formulas_and_documents_without_dev_sentences_stay():
    other = document(words("one", 30), reason="given")
    formula = document(f"He died. {words('one', 30)}")
    assert documents([sentence("He died.", "dev"), other, formula]) == [
        other.example.text,
        formula.example.text,
    ]


def test_a_training_sentence_that_stands_in_a_dev_document_is_left_out_however_short_it_is():
    short, other = "Police fired at them all.", "Police fired at nobody there."
    judged = document(f"{words('one', 30)} {short}")._replace(part="dev", reason="given")
    found = [sentence(short, "train", "force"), sentence(other, "train"), judged]
    found = [one._replace(example=replace(one.example, id=str(n))) for n, one in enumerate(found)]
    kept = without_dev_sentences(found)
    assert [p.example.text for p in kept] == [other, judged.example.text]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=30))
def test_no_dev_sentence_is_left_in_any_document(rows):
    dev = {number for number, is_dev in rows if is_dev}
    found = [sentence(words(f"s{n}x"), "dev" if n in dev else "train") for n, _ in rows]
    text = " ".join(words(f"s{number}x") for number, _ in rows)
    kept = documents([*found, document(text)])
    assert not any(words(f"s{number}x") in one for one in kept for number in dev)
    assert bool(kept) == (sum(number not in dev for number, _ in rows) > 1)
