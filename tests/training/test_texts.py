from __future__ import annotations

import json

from training.texts import running_texts


def test_texts_of_all_forms_are_given_without_their_marks_and_labels(tmp_path):
    for folder in ("muc4", "re3d/x", "wikinews", "polnear/train/text", "timebank", "conflict_text/satp"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "muc4/a.jsonl").write_text(json.dumps({"doctext": "one"}) + "\n\n")
    (tmp_path / "re3d/x/documents.jsonl").write_text(json.dumps({"text": "two"}) + "\n")
    (tmp_path / "wikinews/a.csv").write_text("url,text\nu,three\n")
    (tmp_path / "polnear/train/text/a.txt").write_text("four")
    (tmp_path / "timebank/a.tml").write_text("<TIMEX3 x='1'>five</TIMEX3>\n\nsix")
    (tmp_path / "conflict_text/satp/train.tsv").write_text("seven\t1\neight\t0\n")
    assert [text.strip() for text in running_texts(tmp_path)] == [
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ]  # fmt: skip


def test_a_folder_without_data_has_no_texts(tmp_path):
    assert list(running_texts(tmp_path)) == []
