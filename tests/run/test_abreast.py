from __future__ import annotations

from dataclasses import dataclass
from threading import Barrier

import pytest

from onrecord.answers import Answer, Question
from onrecord.pipeline import answerer
from onrecord.run.abreast import Abreast

PLAIN = [
    "Three soldiers died when a mine blew up near Estmouth.",
    "The council met and talked about roads.",
    "Police held two men on Monday in Port Varen.",
]


@dataclass
class Echoes:
    """Answers with what was asked, once as many as are needed ask at the same time."""

    met: Barrier

    def answers(self, questions):
        for question in questions:
            self.met.wait()
            yield Answer(labels=((question.text, 1.0),))


@pytest.mark.parametrize("workers", [2, 3])
def test_so_many_questions_are_under_way_and_answers_keep_their_order(workers):
    asked = [Question("satp", str(k)) for k in range(6)]
    given = Abreast(Echoes(Barrier(workers, timeout=30)), workers).answers(asked)
    assert [answer.labels[0][0] for answer in given] == ["0", "1", "2", "3", "4", "5"]


def test_the_trained_reader_is_asked_abreast_and_says_what_it_says_one_at_a_time():
    abreast = answerer("trained")
    assert isinstance(abreast, Abreast)
    asked = [Question("satp", text) for text in PLAIN * 3]
    assert list(abreast.answers(asked)) == list(abreast.engine.answers(asked))
