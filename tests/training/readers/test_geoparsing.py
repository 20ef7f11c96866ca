from __future__ import annotations

from training.readers.geoparsing import read
from training.schema import Layer

LGL = """<articles><article docid="1"><text><![CDATA[Rain in Oldtown.]]></text><toponyms>
<toponym><start>8</start><end>15</end><phrase>Oldtown</phrase><gaztag><fclass>P</fclass></gaztag></toponym>
<toponym><start>0</start><end>4</end><phrase>Else</phrase></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>Flu in Norland.</text><locations>
<location><name>Norland</name><start>8</start><end>15</end></location></locations></article></articles>"""


def test_places_stand_at_their_words_whichever_number_the_first_character_has(tmp_path):
    (tmp_path / "lgl.xml").write_text(LGL)
    (tmp_path / "GeoVirus.xml").write_text(GEOVIRUS)
    local, virus = read(tmp_path)
    assert [(local.words(name.at), name.own_type) for name in local.names] == [("Oldtown", "P")]
    assert [virus.words(name.at) for name in virus.names] == ["Norland"]
    assert local.annotated == virus.annotated == {Layer.PLACES}
