from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.read import read_sources

PAGE = Path(__file__).parents[2] / ".." / "shared" / "example" / "page.txt"

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(
        not PAGE.is_file(), reason="left out: the example page does not lie beside the checkout"
    ),
]


@pytest.fixture(scope="module")
def texts():
    (intake,) = read_sources([str(PAGE)], at="2026-01-01T00:00:00Z")
    assert [document.form for document in intake.documents] == ["article", "teaser", "teaser", "teaser"]
    return intake.texts


def test_the_article_has_its_title_and_author_and_no_publication_day(texts):
    article = texts[0]
    assert (article.title, article.author) == ("Reality of Islamic State khorasan", "Salahuddin Salarzai")
    assert [text.published for text in texts] == [None] * 4


def test_navigation_and_section_headers_are_boilerplate(texts):
    article = texts[0]
    furniture = [article.content[p.start : p.end] for p in article.passages if p.role == "boilerplate"]
    assert furniture == ["Skip to main content", "Comments", "Popular posts from this blog"]


def test_the_article_has_ten_paragraphs_and_ends_before_the_author(texts):
    article = texts[0]
    bodies = [article.content[p.start : p.end] for p in article.passages if p.role == "body"]
    assert len(bodies) == 10
    assert bodies[-1].endswith("eroding its capabilities.")


def test_the_last_teaser_is_in_urdu_from_right_to_left(texts):
    assert [(text.language, text.direction) for text in texts] == [("en", "ltr")] * 3 + [("ur", "rtl")]
    assert {passage.language for passage in texts[3].passages} == {"ur"}
