from __future__ import annotations

from onrecord.show.web.reasons import reasons


def test_a_reason_names_the_words_of_both_claims():
    (reason,) = reasons("clm_0a = clm_0b: 1.05 (same act +0.25)", {"clm_0a": "a blast", "clm_0b": "bombing"})
    assert (reason.first, reason.second, reason.why) == ("a blast", "bombing", "1.05 (same act +0.25)")


def test_a_claim_that_is_not_shown_is_named_by_its_id():
    (reason,) = reasons("clm_0a = clm_0b: 1", {})
    assert (reason.first, reason.second) == ("clm_0a", "clm_0b")


def test_what_names_no_pair_stays_as_it_is_written():
    assert [(reason.first_id, reason.why) for reason in reasons("same place and day; one claim", {})] == [
        ("", "same place and day"),
        ("", "one claim"),
    ]
