from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from kill import survive


def test_five_kills_while_reading_lose_no_committed_document(tmp_path):
    lost, committed = survive(tmp_path, 5, random.Random(7))
    assert lost == 0
    assert committed > 200
