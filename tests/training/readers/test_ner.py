from __future__ import annotations

from training.readers.ner import read
from training.schema import NameType

ARTICLES = (
    "Ada I-PER\nByte I-PER\nwrote O\n\n-DOCSTART- O\n\nNorland I-LOC\nsank O\n. O\n\nReds I-ORG\nwon O\n"
)
MESSAGES = "hi\tO\nada\tB-person\nbob\tB-person\n\t\nyo\tO\n"


def folder(tmp_path):
    (tmp_path / "wikigold" / "CONLL-format" / "data").mkdir(parents=True)
    (tmp_path / "wikigold" / "CONLL-format" / "data" / "w.txt").write_text(ARTICLES)
    (tmp_path / "WNUT17" / "CONLL-format" / "data" / "dev").mkdir(parents=True)
    (tmp_path / "WNUT17" / "CONLL-format" / "data" / "dev" / "x.conll").write_text(MESSAGES)
    return tmp_path


def test_an_article_is_one_text_of_a_sentence_a_line(tmp_path):
    first, second, *_ = read(folder(tmp_path))
    assert [first.text, second.text] == ["Ada Byte wrote", "Norland sank.\nReds won"]
    assert [(second.words(name.at), name.type) for name in second.names] == [
        ("Norland", NameType.PLACE),
        ("Reds", NameType.ORGANISATION),
    ]


def test_a_message_is_a_text_and_a_new_beginning_a_new_name(tmp_path):
    *_, one, last = read(folder(tmp_path))
    assert [one.words(name.at) for name in one.names] == ["ada", "bob"]
    assert (last.text, last.set) == ("yo", "wnut17")
