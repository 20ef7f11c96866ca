"""Choose thresholds and fit calibration on texts held out of training: `python -m training.tune READER OUT`.

READER is a packed reader, OUT a settings file for `training.export --settings`. Thresholds are chosen for
three uses: balanced (best F1), recall (best F2) and precision (best F0.5). Only texts of training parts that
`mixture.held_out` keeps out of training are read here, never a development part. What labels of whole texts
go by comes with the reader from `training.refit`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.weights import read_weights
from training.examples import load
from training.model.mixture import held_out
from training.tuning.incidents import tune_incidents
from training.tuning.speaking import tune_attributions
from training.tuning.uses import Chosen

DATA = Path("../shared/data")
HEADS = (tune_incidents, tune_attributions)


def main(packed: Path, out: Path, data: Path = DATA) -> None:
    """Write the settings, after each group of heads, and print what was chosen."""
    reader = open_reader(weights=read_weights(packed.read_bytes()))
    held = {placed.example.text for placed in load(data) if held_out(placed)}
    settings = Chosen()
    for tune in HEADS:
        settings.add(tune(reader, held, data))
        out.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
    print(out.read_text("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
