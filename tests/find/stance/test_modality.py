from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.stance.modality import find_modality
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Modality, Passage, Polarity, Text

CASES = Path(__file__).parents[2] / "cases" / "modality.csv"


def cases() -> list[dict[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def text_of(content: str) -> Text:
    return Text("txt_case", "doc_case", "tests", content, (Passage(0, len(content), "body", "en", "ltr"),))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["sentence"])
def test_a_head_has_the_polarity_and_modality_of_the_table(case):
    before, _, rest = case["sentence"].partition("[")
    head, _, after = rest.partition("]")
    sentence = split_sentences(text_of(before + head + after))[0]
    found = find_modality(sentence, len(before), len(before) + len(head))
    assert found == (Polarity(case["polarity"]), Modality(case["modality"]))


@given(
    st.text(alphabet=st.sampled_from("if not will may , . to the attack plan of “ ” 'sn\n"), min_size=1),
    st.data(),
)
@settings(max_examples=150)
def test_any_words_and_any_stretch_give_an_answer(content, data):
    for sentence in split_sentences(text_of(content)):
        start = data.draw(st.integers(sentence.start, sentence.end - 1))
        end = data.draw(st.integers(start + 1, sentence.end))
        polarity, modality = find_modality(sentence, start, end)
        assert polarity in Polarity
        assert modality in Modality
