from __future__ import annotations

import re


def test_words_lead_to_claims_and_documents(ask, ids):
    data = ask("/search.json?text=oldmarket").json
    assert {claim["id"] for claim in data["claims"]} == {ids["bombing"], ids["attack"], ids["hostile"]}
    assert ids["wire"] in {document["id"] for document in data["documents"]}


def test_a_found_claim_leads_to_its_words(ask, ids):
    text = ask("/search?text=alliance+allied").text
    assert f"#t-{ids['alliance']}" not in text
    text = ask("/search?text=allied").text
    assert re.search(rf'href="/documents/{ids["daily"]}\?from=\d+#t-{ids["alliance"]}"', text)


def test_words_of_urdu_are_found(ask, ids):
    data = ask("/search.json?text=%D8%A8%D8%A7%D8%B2%D8%A7%D8%B1").json
    assert [document["id"] for document in data["documents"]] == [ids["urdu_document"]]


def test_words_that_stand_nowhere_are_told_with_advice(ask):
    answer = ask("/search?text=zzzz")
    assert answer.status == 200
    assert "No claim and no document holds these words" in answer.text


def test_no_words_and_hostile_words_are_answered_calmly(ask):
    for query in ("", "?text=", "?text=%22*", "?text=%3Cscript%3Ealert(1)", "?text=" + "a" * 3000):
        answer = ask(f"/search{query}")
        assert answer.status == 200
        assert "<script>alert" not in answer.text
