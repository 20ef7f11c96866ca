from __future__ import annotations

from threading import Barrier, Event, Lock, current_thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.run.local import side_by_side


@settings(deadline=None)
@given(st.lists(st.integers()), st.integers(0, 4))
def test_what_comes_of_each_comes_in_order(numbers, workers):
    assert list(side_by_side(lambda n: n + 1, numbers, workers)) == [n + 1 for n in numbers]


def test_as_many_as_there_are_workers_are_under_way_at_once():
    met = Barrier(3, timeout=30)

    def wait(number):
        met.wait()
        return number, current_thread().name

    found = list(side_by_side(wait, range(6), 3))
    assert [number for number, _ in found] == list(range(6))
    assert len({name for _, name in found}) == 3


def test_one_worker_is_the_thread_that_asks():
    assert set(side_by_side(lambda _: current_thread(), range(3), 1)) == {current_thread()}


def test_a_step_that_raises_does_so_in_its_turn_and_nothing_more_is_begun():
    begun, counting = [], Lock()

    def step(number):
        with counting:
            begun.append(number)
        if number == 3:
            raise KeyError(number)
        return number

    found = side_by_side(step, range(1000), 2)
    assert [next(found) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(KeyError, match="3"):
        next(found)
    assert len(begun) < 10


def test_no_more_is_taken_in_than_can_be_worked_on():
    taken = []

    def numbers():
        for number in range(100):
            taken.append(number)
            yield number

    found = side_by_side(lambda n: n, numbers(), 2)
    next(found)
    assert len(taken) <= 4
    found.close()


def endless(begun, ended):
    """A step that gives a number at once if it is 0, and else goes on until it is broken off."""

    def step(number):
        begun[number].set()
        try:
            while number:
                sum(range(100))
        finally:
            ended[number].set()
        return number

    return step


def test_what_is_under_way_is_broken_off_when_nobody_wants_more():
    begun, ended = [Event() for _ in range(5)], [Event() for _ in range(5)]
    found = side_by_side(endless(begun, ended), range(5), 2)
    assert next(found) == 0
    assert all(one.wait(30) for one in begun[1:3])
    found.close()
    assert [one.is_set() for one in begun] == [one.is_set() for one in ended] == [True] * 3 + [False] * 2


def test_an_interrupt_does_not_wait_for_what_is_under_way():
    begun, ended = [Event() for _ in range(3)], [Event() for _ in range(3)]

    def numbers():
        yield from (1, 2)
        assert all(one.wait(30) for one in begun[1:])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(side_by_side(endless(begun, ended), numbers(), 2))
    assert all(one.is_set() for one in ended[1:])
