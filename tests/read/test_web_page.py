from __future__ import annotations

import io

import pytest

from onrecord.read import read_sources
from onrecord.records import Failure, Intake

PROSE = (
    "<p>Gunmen attacked a police post near the bridge late on Monday, killing six officers and three "
    "civilians, the district governor said.</p><p>The attackers withdrew before dawn, and no group has "
    "said that it was behind the raid on the post.</p>"
)


def read_raw(raw):
    (found,) = read_sources(["-"], at="2026-01-01T00:00:00Z", stdin=io.BytesIO(raw))
    return found


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def roles(text):
    return [(p.role, text.content[p.start : p.end]) for p in text.passages]


def test_scripts_and_styles_are_no_words_of_the_page():
    raw = page(f"<script>var a = 'killed';</script><style>p {{}}</style><article>{PROSE}</article>")
    content = read_raw(raw).texts[0].content
    assert "var a" not in content
    assert content.startswith("Gunmen attacked")


def test_hidden_words_and_navigation_are_boilerplate():
    raw = page(
        f"<nav>Home</nav><p style='display: none'>Ten people were killed.</p><article>{PROSE}</article>"
    )
    found = roles(read_raw(raw).texts[0])
    assert found[:2] == [("boilerplate", "Home"), ("boilerplate", "Ten people were killed.")]
    assert [role for role, _ in found[2:]] == ["body", "body"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2017-03-14T08:00:00Z">',
        '<meta name="date" content="14 March 2017">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2017-03-14"}</script>',
    ],
)
def test_the_publication_day_is_read_from_the_metadata(head):
    published = read_raw(page(f"<article>{PROSE}</article>", head)).texts[0].published
    assert (published.earliest, published.anchor) == ("2017-03-14", "stated")


def test_a_copyright_year_is_no_publication_day():
    raw = page(f"<article>{PROSE}</article><footer>© 2017 Valley Notes</footer>")
    assert read_raw(raw).texts[0].published is None


def test_a_double_line_break_ends_a_paragraph_and_a_single_one_does_not():
    raw = page("<div>The road was closed on Monday.<br>It was opened again.<br><br>Nobody was hurt.</div>")
    assert [words for _, words in roles(read_raw(raw).texts[0])] == [
        "The road was closed on Monday.\nIt was opened again.",
        "Nobody was hurt.",
    ]


def test_a_declared_encoding_is_heeded():
    text = "<p>قال مسؤول محلي إن مسلحين هاجموا نقطة تفتيش قرب المدينة القديمة مساء السبت.</p>"
    raw = f'<html><head><meta charset="windows-1256"></head><body>{text}</body></html>'.encode("cp1256")
    found = read_raw(raw).texts[0]
    assert found.content == text[3:-4]
    assert (found.language, found.direction) == ("ar", "rtl")


def test_a_page_whose_wrapper_has_an_unlucky_class_name_is_read():
    found = roles(
        read_raw(page(f"<div class='share-page'><h1>A raid at the bridge</h1>{PROSE}</div>")).texts[0]
    )
    assert [role for role, _ in found][1:] == ["body", "body"]


def test_elements_nested_past_all_sense_are_refused_and_deep_ones_are_read():
    bomb = read_raw(page("<div>" * 100_000 + "<p>Ten people left the town.</p>"))
    assert isinstance(bomb, Failure)
    assert "nested too deep" in bomb.what
    deep = read_raw(page("<div>" * 1_000 + "<p>Ten people left the town.</p>"))
    assert deep.texts[0].content == "Ten people left the town."


def test_a_page_without_text_is_a_failure():
    assert "no text" in read_raw(page("<script>draw()</script><div id=app></div>")).what


def test_markup_that_is_broken_everywhere_is_read():
    raw = page(f"<table><tr><p><b><li></table><td>{PROSE}</i></ul><div></p></p><p>Last <words")
    assert isinstance(read_raw(raw), Intake)
