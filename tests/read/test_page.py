from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.read import read_sources
from onrecord.records import Intake, Text

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = list(
    csv.DictReader(
        line
        for line in (CASES / "page_items.csv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
)
PAGES = sorted({row["page"] for row in EXPECTED})


def read_page(name: str) -> Intake:
    path = next((CASES / "pages").glob(f"{name}.*"))
    (intake,) = read_sources([str(path)], at="2026-01-01T00:00:00Z")
    assert isinstance(intake, Intake)
    return intake


def words_of(text: Text, role: str) -> list[str]:
    return [text.content[p.start : p.end] for p in text.passages if p.role == role]


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['page']}-{row['part']}")
def test_each_document_of_a_page_is_found_with_what_it_says_about_itself(row):
    intake = read_page(row["page"])
    part = int(row["part"])
    document, text = intake.documents[part], intake.texts[part]
    day = text.published.earliest if text.published else ""
    found = (document.form, text.title, text.author, day, text.language, text.direction)
    assert found == tuple(
        row[key] for key in ("form", "title", "author", "published", "language", "direction")
    )


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['page']}-{row['part']}")
def test_the_prose_of_each_document_is_its_own_and_whole(row):
    prose = "\n".join(words_of(read_page(row["page"]).texts[int(row["part"])], "body"))
    assert prose.startswith(row["begins"])
    assert prose.endswith(row["ends"])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_no_further_document(page):
    assert len(read_page(page).documents) == sum(row["page"] == page for row in EXPECTED)


@pytest.mark.parametrize("page", PAGES)
def test_passages_tile_every_text_of_a_page(page):
    for text in read_page(page).texts:
        at = 0
        for passage in text.passages:
            assert text.content[at : passage.start].strip() == ""
            assert passage.start < passage.end
            at = passage.end
        assert text.content[at:].strip() == ""


@pytest.mark.parametrize("page", [name for name in PAGES if name != "web_page"])
def test_no_word_of_a_scraped_page_is_lost(page):
    source = next((CASES / "pages").glob(f"{page}.*")).read_text("utf-8")
    kept = sorted(word for text in read_page(page).texts for word in text.content.split())
    assert kept == sorted(source.split())


def test_furniture_of_the_page_is_boilerplate_of_the_article():
    furniture = words_of(read_page("blog_en").texts[0], "boilerplate")
    assert {"Skip to main content", "Comments", "Popular posts from this blog", "Powered by Blogger"} <= set(
        furniture
    )


def test_a_sentence_that_begins_like_a_byline_stays_prose():
    bodies = words_of(read_page("blog_en").texts[0], "body")
    assert any(words.startswith("By the autumn of 2015") for words in bodies)


def test_a_list_of_headlines_inside_an_article_does_not_end_it():
    text = read_page("news_en").texts[0]
    assert any(words.startswith("The convoy had left") for words in words_of(text, "body"))
    assert "Ministry promises more patrols" in words_of(text, "boilerplate")


def test_a_heading_between_paragraphs_is_a_heading():
    assert "The long wait" in words_of(read_page("blog_en").texts[0], "heading")


def test_the_publication_day_leads_back_to_its_words():
    published = read_page("news_en").texts[0].published
    assert published is not None
    assert (published.words, published.precision, published.anchor) == ("9 November 2019", "day", "stated")
