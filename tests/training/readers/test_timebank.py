from __future__ import annotations

from training.readers.timebank import read
from training.schema import NameType

PAGE = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1999-03-04">19990304</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1" class="OCCURRENCE">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1999-03-02">Tuesday</TIMEX3>
and may not <EVENT eid="e2" class="OCCURRENCE">return</EVENT> &amp; <EVENT eid="e3" class="STATE">rest</EVENT>.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB" />
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="NONE" aspect="NONE" polarity="NEG" pos="VERB" modality="may" />
</TimeML>"""


def page(tmp_path):
    (tmp_path / "WIRE1.tml").write_text(PAGE)
    (one,) = read(tmp_path)
    return one


def test_an_event_has_its_class_polarity_and_modality(tmp_path):
    one = page(tmp_path)
    told = [(one.words(event.at), event.type, event.polarity, event.modality) for event in one.events]
    assert told == [
        ("left", "OCCURRENCE", "positive", "actual"),
        ("return", "OCCURRENCE", "negative", "possible"),
    ]


def test_a_time_expression_is_a_name_of_a_time(tmp_path):
    one = page(tmp_path)
    assert [(one.words(name.at), name.type, name.own_type) for name in one.names] == [
        ("Tuesday", NameType.TIME, "DATE")
    ]


def test_the_day_of_the_text_is_that_of_its_making(tmp_path):
    assert (page(tmp_path).day, page(tmp_path).id) == ("1999-03-04", "WIRE1")
