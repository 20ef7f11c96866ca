import csv
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.store.decided_values import read_figure, read_interval

CASES = Path(__file__).parents[1] / "cases" / "decided_values.csv"
READ = {"interval": read_interval, "figure": read_figure}


def cases(*, good):
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [row for row in csv.DictReader(lines) if bool(row["gives"]) is good]
    return [pytest.param(row, id=f"{row['kind']}: {row['case']}") for row in rows]


def written(value):
    if isinstance(value, float):
        return f"{value:g}"
    return "-" if value is None else str(value)


@pytest.mark.parametrize("row", cases(good=True))
def test_what_a_person_types_is_read_as_written(row):
    assert " ".join(map(written, READ[row["kind"]](row["value"]))) == row["gives"]


@pytest.mark.parametrize("row", cases(good=False))
def test_what_is_no_value_is_refused_with_what_to_write(row):
    with pytest.raises(InputError, match=row["says"]):
        READ[row["kind"]](row["value"])
