from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from onrecord.records import Judgement
from onrecord.show.web.pages import event_page
from onrecord.show.web.render import render
from onrecord.show.web.rows import FIELDS
from onrecord.store import Store

PAGES = [
    "/", *(f"/{what}" for what in FIELDS), "/events/evt:market", "/events/evt:june", "/events/evt:open",
    "/actors/act:hill-league", "/actors/cand:old-guard", "/places/pl:oldmarket", "/relations/rel:1", "/presence/prs:1",
    "/search", "/search?text=hill",
]  # fmt: skip
OWN = ["documents/wire", "documents/urdu_document", "claims/bombing", "claims/hostile", "claims/alliance"]


def address(ids, own):
    what, _, name = own.partition("/")
    return f"/{what}/{ids[name]}"


def twin(path):
    address, mark, query = path.partition("?")
    return f"{'/index' if address == '/' else address}.json{mark}{query}"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_and_its_json_twin_answer(ask, path):
    page, data = ask(path), ask(twin(path))
    assert (page.status, data.status) == (200, 200)
    assert page.text.count("<h1>") == 1
    assert data.json["title"]


@pytest.mark.parametrize("own", OWN)
def test_a_page_of_a_document_or_claim_and_its_twin_answer(ask, ids, own):
    path = address(ids, own)
    assert (ask(path).status, ask(twin(path)).status) == (200, 200)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere_on_this_server(ask, path):
    links = set(re.findall(r'(?:href|src)="([^"]+)"', ask(path).text))
    assert all(link.startswith(("/", "#")) for link in links)
    paths = {link.partition("#")[0].replace("&amp;", "&") for link in links} - {""}
    dead = [link for link in sorted(paths) if ask(link).status != 200 and "karim" not in link]
    assert dead == []


def test_markup_in_a_text_is_words_and_never_markup(ask, ids):
    for path in (*PAGES, address(ids, "claims/hostile")):
        assert "<script>alert" not in ask(path).text


def test_no_page_carries_a_style_or_script_of_its_own(ask, ids):
    for path in (*PAGES, address(ids, "documents/wire")):
        assert not re.search(r"<script>|<style|\sstyle=|\son[a-z]+=", ask(path).text)


def test_every_claim_of_a_document_is_linked_both_ways(ask, ids):
    text = ask(address(ids, "documents/wire")).text
    for claim in (ids["bombing"], ids["denial"]):
        assert f'id="t-{claim}"' in text
        assert f'href="#t-{claim}"' in text
        assert f'id="c-{claim}"' in text
        assert f'href="#c-{claim}"' in text


def test_urdu_reads_from_right_to_left_in_its_language(ask, ids):
    assert 'lang="ur" dir="rtl"' in ask(address(ids, "documents/urdu_document")).text


def test_boilerplate_is_set_apart(ask, ids):
    assert '<div class="passage boilerplate"' in ask(address(ids, "documents/wire")).text


def test_the_json_of_a_document_gives_back_its_words_by_offset(ask, ids):
    data = ask(f"{address(ids, 'documents/wire')}.json").json
    pieces = [piece for block in data["blocks"] for piece in block["pieces"]]
    words = {piece["start"]: piece["words"] for piece in pieces}
    evidence = data["claims"][0]["evidence"]
    assert words[evidence["start"]] == evidence["text"]


def test_an_event_shows_each_claims_figure_and_that_they_differ(ask):
    text = ask("/events/evt:market").text
    assert "the figures differ" in text
    assert "81 or more" in text
    assert "machine reading, not verified" in text.lower()


def test_a_candidate_is_marked_as_such(ask):
    assert "nobody has entered it in the registry" in ask("/actors/cand:old-guard").text


def test_a_person_has_no_page_and_the_answer_says_why(ask):
    answer = ask("/actors/cand:karim-example")
    assert answer.status == 404
    assert "persons are not given pages" in answer.text
    assert ask("/actors/cand:karim-example.json").json["error"]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/events/evt:none", "/documents/doc_none", "/claims/evt:market"]
)
def test_what_is_not_here_is_told_plainly(ask, path):
    answer = ask(path)
    assert answer.status == 404
    assert "<h1>Not here</h1>" in answer.text


@pytest.mark.parametrize("query", ["since=yesterday", "until=%00", "since=<script>"])
def test_a_filter_that_cannot_be_is_refused(ask, query):
    assert ask(f"/events?{quote(query, safe='=%')}").status == 400


def test_a_filter_narrows_a_page_and_stays_in_its_form(ask):
    answer = ask("/events?place=Westvale")
    assert "air strike" in answer.text
    assert 'value="Westvale"' in answer.text
    assert [row["id"] for row in ask("/events.json?place=Westvale").json["rows"]] == ["evt:june"]


@pytest.mark.parametrize(
    "query", ["offset=-1", "offset=99999999999999999999", "offset=x", "min_deaths=x", "nonsense=1"]
)
def test_nonsense_in_an_address_is_passed_over(ask, query):
    assert ask(f"/events?{query}").status == 200


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"])
def test_no_file_outside_the_static_folder_is_served(ask, path):
    assert ask(path).status == 404


def test_a_type_is_found_as_people_write_it(ask):
    assert [row["id"] for row in ask("/events.json?type=Air+strike").json["rows"]] == ["evt:june"]


def test_the_start_page_says_what_needs_attention(ask):
    data = ask("/index.json").json
    waiting = {item["words"]: item["count"] for item in data["attention"]}
    assert waiting["names for which no actor was found"] == 1
    assert waiting["things that did not work or were not read"] == 1
    assert waiting["events and relations on which claims disagree"] == 1
    assert [event["title"] for event in data["disputed"]] == [
        "attack, Oldmarket, 3 May 2019: 12 or more killed"
    ]
    assert data["counts"]["claims"] == 7


def test_an_event_says_who_says_so_with_figures_and_a_link_to_the_words(ask, ids):
    page = ask("/events/evt:market.json").json
    told = {one["claim_id"]: one for one in page["tellings"]}
    assert (told[ids["bombing"]]["who"], told[ids["bombing"]]["killed"]) == ("Officials", "12")
    assert told[ids["attack"]]["killed"] == "81 or more"
    assert f"#t-{ids['urdu']}" in ask("/events/evt:market").text


def test_disputed_events_can_be_listed_alone(ask):
    assert [row["id"] for row in ask("/events.json?disputed=yes").json["rows"]] == ["evt:market"]
    assert 'name="disputed" value="yes" type="checkbox" checked' in ask("/events?disputed=yes").text


def test_events_without_a_date_stand_apart(ask):
    text = ask("/events").text
    assert text.index("evt%3Ajune") < text.index("Without a date") < text.rindex("evt%3Aopen")


def test_what_stays_open_leads_to_its_words_and_they_are_pointed_at(ask):
    (row,) = ask("/open.json").json["rows"]
    address = f"/documents/{row['document_id']}?from={row['start']}&at={row['start']}-{row['end']}"
    assert f"{address.replace('&', '&amp;')}#t-at" in ask("/open").text
    assert 'id="t-at"' in ask(address).text
    assert 'spot" href="#c-' in ask(address).text


@pytest.mark.parametrize("at", ["", "5", "9-3", "0-99999999", "x-y", "-"])
def test_a_stretch_that_is_none_points_at_nothing(ask, ids, at):
    answer = ask(f"{address(ids, 'documents/wire')}?at={at}")
    assert answer.status == 200
    assert 'id="t-at"' not in answer.text


def test_actors_of_the_registry_come_before_candidates(ask):
    status = [row["status"] for row in ask("/actors.json").json["rows"]]
    assert status == sorted(status, key=lambda word: word == "candidate")
    rows = ask("/actors.json?type=candidate").json["rows"]
    assert {row["status"] for row in rows} == {"candidate"}


def test_the_confidence_of_a_reading_is_a_word(ask, ids):
    assert "confidence of the reading high (0.8)" in ask(address(ids, "claims/bombing")).text


def test_a_decision_is_shown_on_what_it_is_about(own_record):
    _, path = own_record
    with Store(path) as store:
        store.append(
            Judgement(0, "event", "evt:market", "accept", "", "A. Reviewer", "two sources", "2026-01-02")
        )
        store.append(Judgement(0, "event", "evt:june", "reject", "", "A. Reviewer", "x", "2026-01-02"))
        page = event_page(store, "evt:market", {})
    assert [(one["verdict"], one["reason"]) for one in page.decisions] == [("accept", "two sources")]
    html = render("event.html", page=page, path="/events/evt:market", query="")
    assert "What people decided" in html
    assert "two sources" in html


def test_a_mention_has_a_page_and_a_twin_that_name_its_reading_and_claims(ask, ids):
    (place,) = [
        value
        for value in ask(address(ids, "claims/bombing") + ".json").json["values"]
        if value["what"] == "place"
    ]
    twin = ask(f"/mentions/{place['id']}.json").json
    assert twin["values"] == [place]
    assert [claim["id"] for claim in twin["claims"]] == [ids["bombing"]]
    page = ask(f"/mentions/{place['id']}")
    assert page.status == 200
    assert "How these words were read" in page.text
    assert ask("/mentions/men_none").status == 404
