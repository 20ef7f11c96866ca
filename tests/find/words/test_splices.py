import pytest

from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text


def sentences(words):
    text = Text("txt", "doc", "tests", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    return [words[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The raid on the port failed,", "In that battle ten men died."),
        ("They faulted the clans for it,", "The FARC also criticised the mayor."),
        ("Nobody knew who had come,", "Since the town fell nobody has left."),
    ],
)
def test_a_capital_behind_a_comma_opens_a_sentence(first, second):
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "words",
    [
        "The men were tried by a court in the Netherlands, The Hague said little.",
        "The raid on the port had failed twice, The BBC reported on Tuesday night.",
        "Love, War, Peace, In The Time Of The Great Northern Drought",
        "The raid on the port failed, in that battle ten men died.",
        "He failed, In May nobody came.",
    ],
)
def test_a_name_a_report_a_heading_and_a_short_piece_stay_whole(words):
    assert sentences(words) == [words]
