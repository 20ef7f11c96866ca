from __future__ import annotations

from training.readers.wikinews import read


def test_articles_without_words_are_left_out_and_nothing_is_annotated(tmp_path):
    (tmp_path / "wikinews_2019.csv").write_text(
        "url,date,title,text\nu,2019-01-02,T,Rain fell.\nu,2019-01-03,T,\n"
    )
    (one,) = read(tmp_path)
    assert (one.text, one.day, one.annotated) == ("Rain fell.", "2019-01-02", frozenset())
