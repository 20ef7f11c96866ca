from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord.merge.origins import find_origins
from onrecord.read import read_sources
from onrecord.records import Failure, Text

FOLDER = files("onrecord.show").joinpath("demo")
NAMES = sorted(entry.name for entry in FOLDER.iterdir() if not entry.name.endswith(".md"))
COPIES = [name for name in NAMES if "achin-wire" in name]


def articles(name: str) -> list[Text]:
    intakes = read_sources([str(FOLDER.joinpath(name))], at="2026-01-01T00:00:00+00:00")
    found = [intake for intake in intakes if not isinstance(intake, Failure)]
    assert found
    return [
        text
        for intake in found
        for document, text in zip(intake.documents, intake.texts, strict=True)
        if document.part == 0 or document.form == "row"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_demo_text_is_read_as_short_articles_with_a_title(name):
    for text in articles(name):
        assert text.title
        assert 90 <= len(text.content.split()) <= 280


@pytest.mark.parametrize("name", NAMES)
def test_every_demo_file_has_its_public_source_in_the_list(name):
    assert f"`{name}`" in FOLDER.joinpath("SOURCES.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_demo_text_has_a_date_but_the_one_that_is_there_to_lack_it(name):
    assert all((text.published is None) == ("undated" in name) for text in articles(name))


def test_the_agency_text_and_its_two_copies_are_one_origin_and_the_later_toll_is_another():
    texts = [(name, text) for name in NAMES if "achin" in name for text in articles(name)]
    origins = find_origins(
        (name, text.published.earliest or "", text.content) for name, text in texts if text.published
    )
    assert [len({origins[name] for name in group}) for group in (COPIES, origins)] == [1, 2]
