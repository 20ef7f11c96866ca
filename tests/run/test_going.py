from __future__ import annotations

from threading import Event, Thread

import pytest

from onrecord.run.going import Going


def test_a_step_under_way_is_broken_off_by_what_no_broad_except_keeps():
    going, begun, raised = Going(), Event(), []

    def step(_):
        while True:
            try:
                begun.set()
                sum(range(100))
            except Exception as error:  # noqa: BLE001 - as run.local has it
                raised.append(error)

    def run():
        with pytest.raises(SystemExit):
            going.run(step, 1)
        raised.append("ended")

    thread = Thread(target=run, daemon=True)
    thread.start()
    assert begun.wait(30)
    going.break_off()
    thread.join(30)
    assert raised == ["ended"]


def test_a_thread_whose_step_is_done_goes_on():
    going = Going()
    assert going.run(lambda number: number + 1, 1) == 2
    going.break_off()
    assert sum(range(100)) == 4950
