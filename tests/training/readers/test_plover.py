from __future__ import annotations

from training.readers.plover import read
from training.schema import WHOLE_TEXT

HEAD = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n"
ROW = "7\tNorland freed Sule's men.\t<s>Norland </s>freed <t>Sule</t>'s men.\tNorland\tSule\t2\tYIELD\n"


def test_source_and_target_stand_at_their_words_without_blanks(tmp_path):
    (tmp_path / "PLV_train.tsv").write_text(HEAD + ROW + ROW)
    one, twin = read(tmp_path)
    assert one.text == "Norland freed Sule's men."
    assert [(role.event, one.words(role.at), role.role) for role in one.roles] == [
        (WHOLE_TEXT, "Norland", "source"),
        (WHOLE_TEXT, "Sule", "target"),
    ]
    assert one.labels == {"plover": ("YIELD",), "plover_penta": ("2",)}
    assert one.id != twin.id
