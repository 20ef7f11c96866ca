from pathlib import Path

import pytest

from onrecord.answers import Answer, Located, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Tally
from onrecord.score.tasks.places import TASKS, kilometres
from onrecord.score.tasks.places_files import read_articles

DATA = Path(__file__).parents[4] / "shared" / "data" / "geoparsing"
GOLD, WHOLE = TASKS
GEOVIRUS = """<articles><article><source>x</source><text>Rain fell in Oldport and Fen.</text><locations>
<location><name>Oldport</name><start>14</start><end>21</end><lat>10</lat><lon>20</lon><page>p</page></location>
<location><name>Fen</name><start>26</start><end>29</end><lat>0</lat><lon>0</lon><page>p</page></location>
</locations></article></articles>"""
LGL = """<articles><article docid="7"><text>Oldport, Fen.</text><toponyms count="2">
<toponym><start>0</start><end>7</end><phrase>Oldport</phrase><gaztag geonameid="1"><lat>10</lat><lon>20</lon>
</gaztag></toponym><toponym><start>9</start><end>12</end><phrase>Fen</phrase></toponym>
</toponyms></article></articles>"""


def article(tmp_path, content):
    path = tmp_path / "d.xml"
    path.write_text(content, "utf-8")
    return path


def figures(task, path, *answers):
    tallies = [task.judge(item, answer) for item, answer in zip(task.read(path), answers, strict=True)]
    return task.figures(sum(tallies, Tally()))


def test_both_forms_are_read_with_their_own_offsets(tmp_path):
    (first,) = read_articles(article(tmp_path, GEOVIRUS))
    assert [first.text[one.at.start : one.at.end] for one in first.toponyms] == ["Oldport", "Fen"]
    (second,) = read_articles(article(tmp_path, LGL))
    assert second.id == "7"
    assert [one.point for one in second.toponyms] == [(10.0, 20.0), None]


def test_a_degree_along_the_equator_is_111_kilometres():
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.01)
    assert kilometres((0, 0), (0, 180)) == pytest.approx(20015, abs=1)


def test_a_given_name_is_right_within_161_km_and_wrong_without_an_answer(tmp_path):
    path = article(tmp_path, GEOVIRUS)
    near = Located(Stretch(13, 20), "geo:1", 10.0, 21.0)
    far = Located(Stretch(25, 28), "geo:2", 0.0, 1.5)
    assert figures(GOLD, path, Answer(places=(near, far))).f1 == 0.5
    alone = figures(GOLD, path, Answer(places=(near,)))
    assert (alone.precision, alone.recall, alone.parts["answered"]) == (1.0, 0.5, 0.5)


def test_a_guess_that_the_record_leaves_open_is_told_apart(tmp_path):
    guess = Located(Stretch(13, 20), "", 10.0, 20.0)
    found = figures(GOLD, article(tmp_path, GEOVIRUS), Answer(places=(guess,)))
    assert (found.f1, found.parts["settled_recall"]) == (0.5, 0.0)


def test_names_without_coordinates_are_neither_asked_nor_counted_against(tmp_path):
    path = article(tmp_path, LGL)
    both = (Located(Stretch(0, 7), "", 10.0, 20.0), Located(Stretch(9, 12), "", 5.0, 5.0))
    assert figures(WHOLE, path, Answer(places=both)).f1 == 1.0


def test_a_name_pairs_with_one_name_only_and_counts_exact_ends_apart(tmp_path):
    path = article(tmp_path, GEOVIRUS)
    wide = Located(Stretch(10, 28), "", 10.0, 20.0)
    found = figures(WHOLE, path, Answer(places=(wide,)))
    assert (found.precision, found.recall, found.parts["exact_f1"]) == (1.0, 0.5, 0.0)


@pytest.mark.parametrize("content", ["<articles>", "<other/>"])
def test_a_file_in_another_form_is_refused(tmp_path, content):
    with pytest.raises(InputError, match="GeoVirus or LGL"):
        list(GOLD.read(article(tmp_path, content)))


def test_an_empty_folder_says_what_to_name(tmp_path):
    with pytest.raises(InputError, match="name a file"):
        list(GOLD.read(tmp_path))


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="the public sets are not beside the checkout")
def test_the_public_files_have_their_known_size():
    names = [len(item.gold.toponyms) for item in GOLD.read(DATA / "GeoVirus.xml")]
    assert (len(names), sum(names)) == (229, 2170)
    located = [one for item in GOLD.read(DATA / "lgl.xml") for one in item.gold.toponyms if one.point]
    assert len(located) == 4462
