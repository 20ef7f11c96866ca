from __future__ import annotations

from training.readers.polnear import read
from training.schema import Stretch

TEXT = "The mayor, a baker, said it rained.\nIt was denied."
NOTES = """\
T1\tSource 0 9;11 18\tThe mayor a baker
T2\tCue 20 24\tsaid
T3\tContent 25 34\tit rained
T4\tAttribution 20 24\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tCue 43 49\tdenied
T6\tContent 36 38\tIt
T7\tAttribution-no-source 43 49\tdenied
E2\tAttribution-no-source:T7 Cue:T5 Content:T6
T8\tDiscuss 0 3\tThe
#1\tAnnotatorNotes T8\tis it one
"""


def folder(tmp_path, coders=("ab12",)):
    for place in ("attributions", "text"):
        (tmp_path / "train" / place).mkdir(parents=True)
    (tmp_path / "train" / "text" / "gazette_2016-01-02_rain-in-town.txt").write_text(TEXT)
    for coder in coders:
        (tmp_path / "train" / "attributions" / f"gazette_2016-01-02_rain-in-town_{coder}.ann").write_text(
            NOTES
        )
    return tmp_path


def test_an_attribution_has_its_source_cue_and_content(tmp_path):
    (one,) = read(folder(tmp_path))
    first, second = one.attributions
    assert [one.words(at) for at in first.source] == ["The mayor", "a baker"]
    assert [one.words(at) for at in (*first.cue, *first.content)] == ["said", "it rained"]
    assert (second.source, second.cue) == ((), (Stretch(43, 49),))


def test_remarks_of_the_coders_are_no_attributions(tmp_path):
    (one,) = read(folder(tmp_path))
    assert len(one.attributions) == 2


def test_the_id_holds_no_word_of_the_headline(tmp_path):
    (one,) = read(folder(tmp_path))
    assert one.id.startswith("gazette_2016-01-02_")
    assert "rain" not in one.id
    assert (one.day, one.given) == ("2016-01-02", "train")


def test_a_text_that_two_people_coded_is_read_once(tmp_path):
    assert len(list(read(folder(tmp_path, ("ab12", "cd34"))))) == 1
