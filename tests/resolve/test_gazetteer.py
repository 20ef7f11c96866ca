import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.errors import InputError, VocabularyError
from onrecord.resolve.gazetteer import Gazetteer, cache_path
from onrecord.resolve.gazetteer_build import build
from onrecord.resolve.gazetteer_rows import Sources
from onrecord.resolve.lexicon import KnownNames


def ids(gazetteer, name):
    return [place.id for place in gazetteer.named(name)]


def test_a_settlement_has_a_point_and_an_area_has_none(small):
    town, area = small.entry("geo:1"), small.entry("adm:XA.01")
    assert (town.latitude, town.longitude) == (10.5, 20.5)
    assert (area.latitude, area.longitude) == (None, None)
    assert town.admin == ("Aland Test", "Coast Province", "")


def test_an_area_is_known_with_and_without_its_feature_word(small):
    assert ids(small, "Coast Province") == ids(small, "Coast") == ["adm:XA.01"]
    assert ids(small, "Harbour") == ids(small, "Hafen") == ["adm:XA.01.7"]


def test_names_in_another_script_and_older_names_are_found(small):
    assert ids(small, "بندر") == ids(small, "Altport") == ["geo:1"]


def test_the_larger_of_two_towns_comes_first(small):
    assert ids(small, "Oldport") == ["geo:1", "geo:2"]


def test_an_ordinary_word_and_a_tiny_village_are_no_place_by_themselves(small):
    assert small.kinds("Oldport") == {"place"}
    assert small.kinds("March") == small.kinds("Tinyford") == small.kinds("oldport") == frozenset()
    assert ids(small, "March") == ["geo:3"]


def test_a_region_of_two_countries_has_no_country(small):
    assert small.entry("reg:fen").country == ""
    assert ids(small, "the Fens") == ["reg:fen"]


def test_what_contains_what_is_known(small):
    assert small.known("geo:1").within == "adm:XA.01"
    assert small.known("adm:XA.01.7").within == "adm:XA.01"
    assert small.known("adm:XA.01").within == "iso:XA"


def test_a_box_is_that_of_the_area_or_else_of_its_settlements(small):
    assert small.box("adm:XA.01") == (20.0, 10.0, 21.0, 11.0)
    assert small.box("adm:XA.02") == (21.0, 11.0, 21.0, 11.0)
    assert small.box("reg:fen") is None


def test_an_unknown_id_says_what_to_do(small):
    with pytest.raises(VocabularyError, match="named"):
        small.entry("geo:404")


def test_a_quote_in_a_name_is_only_a_name(small):
    assert small.named("Oldport'; DROP TABLE place; --") == ()
    assert ids(small, "Oldport") == ["geo:1", "geo:2"]


def test_several_threads_ask_one_gazetteer(small):
    found = []
    threads = [threading.Thread(target=lambda: found.append(ids(small, "Oldport"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["geo:1", "geo:2"]] * 8


def test_a_build_that_breaks_leaves_no_file(tmp_path):
    def broken(_what, _rows):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "g.sqlite", broken, sources=Sources((), (), (), ()))
    assert list(tmp_path.iterdir()) == []


def test_a_build_tells_how_far_it_is(tmp_path):
    told = []
    build(
        tmp_path / "g.sqlite", lambda what, rows: told.append((what, rows)), sources=Sources((), (), (), ())
    )
    assert [what for what, _ in told] == ["places", "names"]


def test_the_cache_folder_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path))
    assert cache_path().parent == Path(tmp_path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nangarhar", "place"), ("Kajaki district", "place"), ("Orakzai", "place"), ("Khorasan", "place"),
        ("Levant", "place"), ("Mosul", "place"), ("Raqqa", "place"), ("افغانستان", "place"), ("Gaza", "place"),
        ("Nangarhari", "demonym"), ("Of", ""), ("March", ""), ("Police", ""), ("Omar", ""), ("Dabiq", ""),
        ("seven districts", ""), ("kabul", ""),
    ],
)  # fmt: skip
def test_kinds_are_cautious(gazetteer, name, kind):
    assert gazetteer.kinds(name) == ({kind} if kind else frozenset())


def test_known_names_join_actors_and_places(registry, gazetteer):
    names = KnownNames(registry, gazetteer)
    assert names.kinds("ISKP") == {"actor"}
    assert names.kinds("Kunduz") == {"place"}
    assert names.kinds("Afghan") == {"demonym"}
    assert names.kinds("U.S.") == {"place", "demonym"}
    assert names.kinds("is") == frozenset()
    assert registry.version in names.version
    assert gazetteer.version in names.version


def test_the_shipped_gazetteer_is_opened_not_built_again(gazetteer):
    before = cache_path().stat().st_mtime_ns
    again = Gazetteer.shipped()
    assert again.version == gazetteer.version
    again.close()
    assert cache_path().stat().st_mtime_ns == before


@pytest.mark.parametrize("size", [0, 100, 100_000, -4_096])
def test_a_file_that_was_cut_off_is_not_opened(gazetteer, tmp_path, size):
    del gazetteer
    cut = tmp_path / "cut.sqlite"
    whole = cache_path().read_bytes()
    cut.write_bytes(whole[:size])
    with pytest.raises(sqlite3.Error):
        Gazetteer(cut)


def test_a_cache_folder_that_cannot_be_written_is_told_in_one_line(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(InputError, match="ONRECORD_CACHE"):
        Gazetteer.shipped()


@pytest.mark.parametrize(
    ("name", "ident"), [("Jawa Barat", "adm:ID.30"), ("Orissa", "adm:IN.21"), ("Nord-Kivu", "adm:CD.11")]
)
def test_a_province_is_known_by_its_other_names(gazetteer, name, ident):
    assert ident in ids(gazetteer, name)


def test_a_former_province_is_an_area_within_the_one_that_holds_it_today(gazetteer):
    (former,) = gazetteer.bearers("Bình Phước")
    assert (former.place.kind, former.within) == ("adm2", "adm:VN.75")


def test_a_wide_province_lies_in_the_middle_of_its_land_not_of_its_towns(gazetteer):
    north, _ = gazetteer.known("adm:CA.08").middle
    assert 49 < north < 51
    assert gazetteer.box("adm:CA.08")[3] > 56
