"""What the simplest answers score where words are asked for by their place: `bench/span_baselines.py [DATA]`.

DATA holds re3d, polnear/dev, timebank and ecbplus. Prints a JSON line a baseline, in the form of `onrecord
score`. What needs training (words of names, types of pairs) is learnt from the other four folds of documents.
Of ECB+ the development part is read, every fifth topic.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import cast

from onrecord.answers import Act, Answer, Attributed, Name, Question, Related, Stretch
from onrecord.find.answering.spans import groups_of
from onrecord.find.answering.spans_text import sentence_at, sentences_of
from onrecord.records import Reading
from onrecord.score.folds import fold_of
from onrecord.score.registry import find_task
from onrecord.score.running import report_on
from onrecord.score.task import Item
from onrecord.score.tasks.re3d_files import Coded
from onrecord.score.tasks.re3d_names import flat_names

DATA = Path(__file__).parents[2] / "shared" / "data"
FOLDS = 5
WORDS = 12  # the longest name in words that the dictionary looks up
NOTHING = Reading("", "", (), ())
SAID = re.compile(r"\b(?:says?|said|told|tells|added|adds)\b")
CAPITALS = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
Trained = Callable[[Question], Answer]
Baseline = Callable[[Sequence[Item]], Trained]


def main() -> None:
    """Print one line a baseline."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    for task_name, folder, baseline_name, train in BASELINES:
        task = find_task(task_name)
        items = [item for place in sorted(data.glob(folder)) for item in task.read(place)]
        tallies = [task.judge(item, answer) for item, answer in _crossed(items, train)]
        line = report_on(task, tallies).line()
        print(json.dumps({"baseline": baseline_name, **line}))


def _crossed(items: Sequence[Item], train: Baseline) -> Iterator[tuple[Item, Answer]]:
    """Answer each document by what the documents of the other folds taught."""
    for fold in range(FOLDS):
        answer = train([item for item in items if fold_of(item.id, FOLDS) != fold])
        yield from ((item, answer(item.question)) for item in items if fold_of(item.id, FOLDS) == fold)


def untrained(answer: Trained) -> Baseline:
    """Make a baseline of what needs no training."""
    return lambda _: answer


def actual(question: Question) -> Answer:
    """Say of every event that it is so."""
    return Answer(acts=tuple(Act(at) for at in question.triggers))


def one_group(question: Question) -> Answer:
    """Say that all events are one."""
    return Answer(groups=(question.triggers,))


def same_lemma(question: Question) -> Answer:
    """Say that events with one base form are one."""
    return Answer(groups=groups_of(question, NOTHING))


def nearest_name(question: Question) -> Answer:
    """Give the name nearest to each verb of saying, and the longer side of the sentence as its content."""
    told = []
    for sentence in sentences_of(question, ""):
        words = question.text[sentence.start : sentence.end]
        names = [Stretch(*(sentence.start + at for at in found.span())) for found in CAPITALS.finditer(words)]
        for said in SAID.finditer(words):
            cue = Stretch(sentence.start + said.start(), sentence.start + said.end())
            who = min(names, key=lambda name: max(cue.start - name.end, name.start - cue.end), default=None)
            sides = (
                Stretch(sentence.start, min(cue.start, who.start if who else cue.start)),
                Stretch(max(cue.end, who.end if who else 0), sentence.end),
            )
            content = max(sides, key=lambda side: side.end - side.start)
            told.append(Attributed((who,) if who else (), (cue,), (content,)))
    return Answer(attributions=tuple(told))


def dictionary(items: Sequence[Item]) -> Trained:
    """Name whatever was mostly a name where it stood in training, with its most frequent type."""
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        for name in flat_names(cast("Coded", item.gold).names):
            types[item.question.text[name.at.start : name.at.end]][name.type] += 1
    texts = "\n".join(item.question.text for item in items)
    sure = {
        words: kinds.most_common(1)[0][0]
        for words, kinds in types.items()
        if 2 * kinds.total() >= len(re.findall(rf"\b{re.escape(words)}\b", texts))
    }
    return lambda question: Answer(names=flat_names(_looked_up(question.text, sure)))


def _looked_up(text: str, known: dict[str, str]) -> Iterator[Name]:
    words = list(WORD.finditer(text))
    for first, start in enumerate(words):
        for last in words[first : first + WORDS]:
            at = Stretch(start.start(), last.end())
            if text[at.start : at.end] in known:
                yield Name(at, known[text[at.start : at.end]])


def pair_types(items: Sequence[Item]) -> Trained:
    """Relate any two names of a sentence as their types were most often; names not given are looked up."""
    seen: dict[tuple[str, str], Counter[tuple[str, bool]]] = defaultdict(Counter)
    for item in items:
        coded = cast("Coded", item.gold)
        types = {name.at: name.type for name in coded.names}
        for tie in coded.relations:
            first, last = sorted((tie.subject, tie.object))
            seen[types[first], types[last]][tie.type, first == tie.subject] += 1
    usual = {pair: kinds.most_common(1)[0][0] for pair, kinds in seen.items()}
    name_in = dictionary(items)

    def answer(question: Question) -> Answer:
        names = question.names or name_in(question).names
        return Answer(names=names, relations=tuple(_related(question, names, usual)))

    return answer


def _related(
    question: Question, names: Iterable[Name], usual: dict[tuple[str, str], tuple[str, bool]]
) -> Iterator[Related]:
    sentences = sentences_of(question, "")
    within: dict[int, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: name.at):
        sentence = sentence_at(sentences, name.at)
        within[sentence.start if sentence else -1].append(name)
    for one, other in (pair for group in within.values() for pair in combinations(group, 2)):
        if (one.type, other.type) in usual:
            kind, forward = usual[one.type, other.type]
            yield Related(kind, *((one.at, other.at) if forward else (other.at, one.at)))


BASELINES: tuple[tuple[str, str, str, Baseline], ...] = (
    ("re3d-names", "re3d", "words of training names", dictionary),
    ("re3d-relations", "re3d", "most frequent type of a pair", pair_types),
    ("re3d-relations-gold-names", "re3d", "most frequent type of a pair", pair_types),
    ("polnear", "polnear/dev", "name nearest to a verb of saying", untrained(nearest_name)),
    ("modality", "timebank", "all positive and actual", untrained(actual)),
    ("coref", "ecbplus/*[05]ecb*", "each event alone", untrained(lambda _: Answer())),
    ("coref", "ecbplus/*[05]ecb*", "all events one", untrained(one_group)),
    ("coref", "ecbplus/*[05]ecb*", "one base form", untrained(same_lemma)),
)

if __name__ == "__main__":
    main()
