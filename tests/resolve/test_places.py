import csv
from pathlib import Path
from time import process_time

import pytest

from onrecord.records import Place
from onrecord.resolve.places import link_places
from onrecord.resolve.precision import precision

CASES = Path(__file__).parents[1] / "cases" / "places.csv"
WITH_REMARKS = CASES.read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in WITH_REMARKS if not line.startswith("#")))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_each_mention_leads_where_the_table_says(row, marked, gazetteer):
    text, reading = marked(row["text"])
    links = link_places(text, reading, gazetteer)
    expected = row["expected"].split(";")
    found = [link.target_id or "-" for link in links]
    assert [one if want != "*" else "*" for one, want in zip(found, expected, strict=True)] == expected


def test_every_link_says_why_and_by_whom(marked, gazetteer):
    text, reading = marked("From [[p:Kabul]] to [[p:Qwertyabad]] and the [[p:valley]].")
    links = link_places(text, reading, gazetteer)
    assert [link.mention_id for link in links] == [mention.id for mention in reading.mentions]
    assert all(link.why and link.by.endswith(gazetteer.version) for link in links)
    assert [bool(link.target_id) for link in links] == [True, False, False]


def test_a_part_of_a_country_leads_to_the_country_and_says_so(marked, gazetteer):
    text, reading = marked("In [[p:eastern Afghanistan]] little changed.")
    (link,) = link_places(text, reading, gazetteer)
    assert link.target_id == "iso:AF"
    assert "part of Afghanistan, whose border is not known, between 29.4° north and 38.5° north" in link.why


def test_names_near_each_other_speak_for_each_other(marked, gazetteer):
    text, reading = marked(
        "A fire began in [[p:Paris]] and reached [[p:Sulphur Springs]] and [[p:Honey Grove]]."
    )
    links = link_places(text, reading, gazetteer)
    assert gazetteer.entry(links[0].target_id).admin[1] == "Texas"
    assert "is near" in links[0].why


def test_scores_are_chances(marked, gazetteer):
    text, reading = marked("Snow fell in [[p:Springfield]].")
    (link,) = link_places(text, reading, gazetteer)
    assert 0 < sum(one.score for one in link.alternatives) <= 1


def test_a_border_stays_open_with_both_sides(marked, gazetteer):
    text, reading = marked("The [[p:Chad-Sudan border]] was shut.")
    (link,) = link_places(text, reading, gazetteer)
    assert link.target_id == ""
    assert [one.target_id for one in link.alternatives] == ["iso:TD", "iso:SD"]


def test_a_name_in_no_list_stays_open_with_the_area_that_the_text_puts_it_in(marked, gazetteer):
    text, reading = marked(
        "The village of [[p:Qwertyabad]] in [[p:Helmand]] was empty. [[p:Zxcvan]] was as [[p:Qwertyabad]] is."
    )
    village, _, other, again = link_places(text, reading, gazetteer)
    assert (village.target_id, other.target_id) == ("", "")
    assert [(one.target_id, one.why) for one in village.alternatives] == [
        ("adm:AF.10", "the text says that it lies in Helmand")
    ]
    assert (other.alternatives, again.alternatives) == ((), village.alternatives)


def test_towns_of_one_name_stay_open_without_context(marked, gazetteer):
    text, reading = marked("[[p:Springfield]] was quiet.")
    (link,) = link_places(text, reading, gazetteer)
    assert link.target_id == ""
    assert len(link.alternatives) == 5


def test_what_the_text_says_about_the_province_decides(marked, small):
    text, reading = marked("[[p:Oldport]] in [[p:Beland]] is small.")
    links = link_places(text, reading, small)
    assert [link.target_id for link in links] == ["geo:2", "iso:XB"]
    assert "lies in Beland" in links[0].why


def test_a_feature_word_tells_province_from_town(marked, small):
    text, reading = marked("The [[p:Northland province]] is far; the town of [[p:Northland]] is near.")
    assert [link.target_id for link in link_places(text, reading, small)] == ["adm:XA.02", "geo:5"]


@pytest.mark.parametrize(
    ("kind", "country", "name", "words", "expected"),
    [
        ("settlement", "AF", "Kabul", "Kabul", 1),
        ("settlement", "AF", "Kabul", "a base outside Kabul", 2),
        ("settlement", "AF", "Kabul", "30 km from Kabul", 2),
        ("adm2", "AF", "Kajaki", "Kajaki district", 3),
        ("adm1", "AF", "Helmand", "southern Helmand", 4),
        ("region", "SD", "Darfur", "Darfur", 5),
        ("country", "AF", "Afghanistan", "eastern Afghanistan", 5),
        ("country", "AF", "Afghanistan", "Afghanistan", 6),
        ("country", "KP", "North Korea", "the country", 6),
        ("region", "", "Levant", "the Levant", 7),
        ("region", "", "Red Sea", "the Red Sea", 7),
    ],
)
def test_precision_follows_the_seven_steps(kind, country, name, words, expected):
    assert precision(Place("x", name, kind, country), words) == expected


def test_a_country_with_a_direction_in_its_name_is_no_part(gazetteer):
    assert precision(gazetteer.entry("iso:SS"), "South Sudan") == 6


def test_work_on_one_name_is_linear_in_the_blanks_within_it(marked, gazetteer):
    text, reading = marked(f"They left [[p:Qwertyabad{' ' * 40_000}border]].")
    began = process_time()
    link_places(text, reading, gazetteer)
    assert process_time() - began < 2
