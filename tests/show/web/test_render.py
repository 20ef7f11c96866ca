from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from onrecord.show.web.render import ENVIRONMENT
from onrecord.show.web.rows import FIELDS, rows_page
from onrecord.store import Store


@pytest.mark.parametrize("vendored", [True, False])
def test_a_page_names_the_npm_libraries_only_where_they_are(record, vendored):
    with Store(record) as store:
        page = rows_page(store, "events", {})
    html = ENVIRONMENT.get_template("rows.html").render(
        page=page, path="/events", query="", vendored=vendored
    )
    assert ("vendor/htmx.min.js" in html) is vendored
    assert ("fonts.css" in html) is vendored


def test_a_name_that_a_page_does_not_have_is_an_error_and_not_a_blank():
    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("{{ page.nothing }}").render(page={})


def test_a_vocabulary_name_is_written_for_people_and_an_id_safely_in_an_address():
    template = ENVIRONMENT.from_string("{{ 'air_strike'|words }} {{ id|address('actors') }}")
    assert template.render(id="act:a/b?c#d") == "air strike /actors/act%3Aa%2Fb%3Fc%23d"


@pytest.mark.parametrize("direction", ["rtl", "ltr", "sideways", ""])
def test_only_a_known_direction_reaches_a_page(direction):
    written = ENVIRONMENT.from_string("{{ direction|direction }}").render(direction=direction)
    assert written == (direction if direction in ("rtl", "ltr") else "auto")


def test_every_list_has_its_columns():
    assert set(ENVIRONMENT.globals["columns"]) == set(FIELDS)
