from builders.ruled import claims_of, one, parts
from onrecord.records import Polarity


def test_an_example_has_the_doer_of_what_it_is_an_example_of():
    words = "The Houthis launched attacks, including a car bombing in Aden that killed nine people."
    bombing = next(c for c in claims_of(words, "attack") if c.casualties)
    assert parts(bombing, "agent") == ["Houthis"]


def test_an_assault_that_stalls_an_advance_hits_who_advances():
    words = "The Congolese army launched a counterattack that stalled the M23 advance."
    assault = one(words, "offensive")
    assert parts(assault, "target") == ["M23"]
    assert assault.evidence.words.endswith("counterattack")
    assert one(words, "advance").polarity is Polarity.NEGATIVE
