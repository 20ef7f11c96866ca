import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Mention, MentionKind, Passage, Reading, Span, Text, mention_id
from onrecord.resolve.place_scan import names_in


def scanned(content, gazetteer, people=()):
    text = Text("txt_t", "", "t", content, (Passage(0, len(content), "body", "en", "ltr"),))
    spans = [Span("txt_t", content.index(name), content.index(name) + len(name), name) for name in people]
    mentions = tuple(
        Mention(mention_id(MentionKind.PERSON, span), MentionKind.PERSON, span, span.words) for span in spans
    )
    found = names_in(text, Reading("txt_t", "t", mentions, ()), gazetteer)
    return [content[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Georgia's health ministry spoke to the Athens Police Department.", ["Georgia", "Athens"]),
        ("The men drove from Cottonport to Port-au-Prince.", ["Cottonport", "Port-au-Prince"]),
        ("A house burned in Cottonport, La.", ["Cottonport", "La."]),
        ("In March and in May the U.S. sent aid.", ["U.S."]),
        ("They met on West Street.", []),
        ("A SWAT team came.", []),
        ("The US and Iraq agreed.", ["US", "Iraq"]),
        ("He is from the West.", []),
    ],
)
def test_the_words_beside_a_name_decide_whether_it_is_a_place(content, names, gazetteer):
    assert scanned(content, gazetteer) == names


def test_the_surname_of_a_person_in_the_text_is_no_place(gazetteer):
    content = "Chad Walker runs the shop. Walker sold it. Nobody saw Walker."
    assert scanned(content, gazetteer, people=("Chad Walker",)) == []


def test_what_is_a_persons_name_more_often_is_so_everywhere(gazetteer):
    assert "Henderson" not in scanned(
        "Henderson said no. Mr Henderson left. Then Henderson told us.", gazetteer
    )


@settings(max_examples=60, deadline=None)
@given(content=st.text(max_size=300))
def test_any_text_gives_stretches_in_order_that_do_not_meet(content, gazetteer):
    text = Text("txt_t", "", "t", content, (Passage(0, len(content), "body", "en", "ltr"),))
    found = list(names_in(text, Reading("txt_t", "t", (), ()), gazetteer))
    ends = [at for pair in found for at in pair]
    assert ends == sorted(ends)
    assert all(start < end for start, end in found)
