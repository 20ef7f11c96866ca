import csv
from pathlib import Path

import pytest

from onrecord.resolve.actors import candidates, link_actors

CASES = Path(__file__).parents[1] / "cases" / "actors.csv"
WITH_REMARKS = CASES.read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in WITH_REMARKS if not line.startswith("#")))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_each_mention_leads_where_the_table_says(row, marked, registry):
    text, reading = marked(row["text"])
    links = link_actors(text, reading, registry)
    expected = row["expected"].split(";")
    found = [link.target_id or "-" for link in links]
    assert [one if want != "*" else "*" for one, want in zip(found, expected, strict=True)] == expected


def test_every_link_says_why_and_by_whom(marked, registry):
    text, reading = marked(
        "[[a:The Taliban]] fought [[a:ISKP]] and the [[a:government]] and [[a:Nobody Known]]."
    )
    links = link_actors(text, reading, registry)
    assert [link.mention_id for link in links] == [mention.id for mention in reading.mentions]
    assert all(link.why and link.by.endswith(registry.version) for link in links)


def test_a_shared_name_keeps_the_other_actor_as_an_alternative(marked, registry):
    text, reading = marked("[[a:The Taliban]] took Kunduz from Afghan forces.")
    (link,) = link_actors(text, reading, registry)
    assert [(one.target_id, one.score < link.score) for one in link.alternatives] == [("act:ttp", True)]
    assert "Kunduz".casefold() in link.why


def test_an_open_name_lists_whom_it_may_mean(marked, registry):
    text, reading = marked("[[a:The Taliban]] issued a statement.")
    (link,) = link_actors(text, reading, registry)
    assert link.target_id == ""
    assert {one.target_id for one in link.alternatives} == {"act:taliban", "act:ttp"}


def test_a_definition_in_the_document_is_quoted(marked, registry):
    text, reading = marked("The [[a:Sons of the River]] (SOTR) left. [[a:SOTR]] is small.")
    links = link_actors(text, reading, registry)
    assert {link.target_id for link in links} == {"cand:sons-of-the-river"}
    assert "Sons of the River" in links[1].why


def test_a_country_in_brackets_is_no_other_name(marked, registry):
    text, reading = marked("The [[a:Lions of the Dawn]] (Pakistan) left. [[a:Pakistan]] protested.")
    links = link_actors(text, reading, registry)
    assert [link.target_id for link in links] == ["cand:lions-of-the-dawn", "act:state-pk"]


def test_candidates_are_entries_that_nobody_has_entered(marked, registry):
    text, reading = marked("[[a:Harakat al-Fajr]] met [[a:Hamas]]; [[a:Harakat al-Fajr]] left.")
    (made,) = candidates(link_actors(text, reading, registry))
    assert (made.id, made.name, made.status) == ("cand:harakat-al-fajr", "Harakat al-Fajr", "candidate")


def test_two_known_actors_are_never_joined_by_a_definition(marked, registry):
    text, reading = marked("[[a:al-Qaeda]] (ISKP) was a slip of the pen; [[a:ISKP]] is another group.")
    links = link_actors(text, reading, registry)
    assert [link.target_id for link in links] == ["act:al-qaeda", "act:islamic-state-khorasan"]


def test_places_and_texts_without_mentions_give_no_links(marked, registry):
    text, reading = marked("Nothing but [[p:Kabul]] is named here.")
    assert link_actors(text, reading, registry) == ()


def test_a_name_of_marks_alone_stays_open(marked, registry):
    text, reading = marked("They call it [[a:???|???]].")
    assert [link.target_id for link in link_actors(text, reading, registry)] == [""]
