"""Score the engine on the four coded pages: `python bench/pages.py [--example PAGE] [--json]`.

Reads each page as a user would, moves the offsets of the article's claims to the page by its words, and
compares them with bench/gold. Claims on teasers are left out here: gold codes the article. The example
page is not in the repository; without it beside the checkout, or with other bytes, the rest is scored.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.pipeline import read_into
from onrecord.score.align import Alignment
from onrecord.score.bootstrap import bootstrap
from onrecord.score.claims import ClaimScore, score_claims
from onrecord.score.fields import FIELDS
from onrecord.show.shapes import claim_line
from onrecord.store import Filter, Store

GOLD = Path(__file__).parent / "gold"
EXAMPLE = Path(__file__).parents[2] / "shared" / "example" / "page.txt"
AT = "2026-01-01T00:00:00+00:00"
Measure = Callable[[ClaimScore], float]


def main() -> None:
    """Print the table, or the measures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--example", type=Path, default=EXAMPLE)
    parser.add_argument("--engine", default="rules")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    scores = score_pages(asked.example, asked.engine)
    if asked.json:
        print(json.dumps(measures(sum(scores.values(), ClaimScore())), indent=2))
    else:
        _print_pages(scores)
        _print_fields(list(scores.values()))


def score_pages(example: Path = EXAMPLE, engine: str = "rules") -> dict[str, ClaimScore]:
    """Give each page's score by its name; a page whose bytes are not there is named on the error stream."""
    scores = {}
    for name, path in _pages(example):
        page = path.read_bytes().decode("utf-8")
        gold = [
            _with_words(json.loads(line), page)
            for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
        ]
        scores[name] = score_claims(gold, list(_article_claims(path, page, engine)))
    return scores


def measures(score: ClaimScore) -> dict[str, float]:
    """Give every number by a flat name, as a file of floors wants them."""
    found = {
        "found.precision": score.found.precision,
        "found.recall": score.found.recall,
        "found.f1": score.found.f1,
    }
    fields = {f"field.{field.name}": score.accuracy(field.name) for field in FIELDS}
    return {**found, **fields, "every_field_right": score.whole}


def _pages(example: Path) -> Iterator[tuple[str, Path]]:
    table = (GOLD / "pages.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(line for line in table if not line.startswith("#")):
        path = GOLD / row["file"] if row["file"] else example
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            print(f"left out: {row['name']}: {path} is not there or is another page", file=sys.stderr)
            continue
        yield row["name"], path


def _with_words(shape: Any, page: str) -> Any:  # noqa: ANN401 - JSON has no narrower name
    """Give a gold claim with the words at its offsets, which the file may leave out."""
    if isinstance(shape, list):
        return [_with_words(item, page) for item in shape]
    if not isinstance(shape, dict):
        return shape
    filled = {key: _with_words(value, page) for key, value in shape.items()}
    return filled | {"text": page[filled["start"] : filled["end"]]} if "start" in filled else filled


def _article_claims(path: Path, page: str, engine: str) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "page.db"
        read_into(record, [str(path)], at=AT, engine=engine)
        with Store(record) as store:
            for document in (d for d in store.documents() if d.part == 0):
                moved = Alignment(store.text(document.text_id).content, page)
                yield from (
                    moved.claim(claim_line(row)) for row in store.claims(Filter(document=document.id))
                )


def _print_pages(scores: dict[str, ClaimScore]) -> None:
    total = sum(scores.values(), ClaimScore())
    print("| page | gold | given | paired | precision | recall | F1 | every field right |")
    print("|---|---|---|---|---|---|---|---|")
    for name, score in [*scores.items(), ("all", total)]:
        _print_row(name, score, f" {score.whole:.2f} |")
    for kind in sorted({kind for kind, _ in total.kinds}):
        found = total.of_kind(kind)
        _print_row(kind, ClaimScore(found), " |")
    print()


def _print_row(name: str, score: ClaimScore, rest: str) -> None:
    found = score.found
    counts = f"{found.gold} | {found.mine} | {found.paired}"
    print(f"| {name} | {counts} | {found.precision:.2f} | {found.recall:.2f} | {found.f1:.2f} |{rest}")


def _print_fields(scores: list[ClaimScore]) -> None:
    total = sum(scores, ClaimScore())
    print("| field | right when | pairs judged | right | 95 % over pages | wrong | missing | extra |")
    print("|---|---|---|---|---|---|---|---|")
    for field in FIELDS:
        counts = " | ".join(
            str(total.verdicts[field.name, verdict]) for verdict in ("wrong", "missing", "extra")
        )
        low, high = bootstrap(scores, _accuracy(field.name))
        right = f"{total.accuracy(field.name):.2f} | {low:.2f} to {high:.2f}"
        print(f"| {field.name} | {field.rule} | {total.judged(field.name)} | {right} | {counts} |")
    low, high = bootstrap(scores, lambda score: score.found.f1)
    print(f"\nfound: F1 {total.found.f1:.2f} (95 % over pages {low:.2f} to {high:.2f})")


def _accuracy(name: str) -> Measure:
    return lambda score: score.accuracy(name)


if __name__ == "__main__":
    main()
