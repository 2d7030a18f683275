# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Whether the machine stood still: a shared one does at times, for up to half a second."""

from __future__ import annotations

import os
import threading
import time


class MachineWatch:
    """Threads that only sleep, one on each processor, and note when they wake up late.

    What is late while the machine runs is late. Only a measurement during which nothing ran at
    all says nothing about the server, and may be made again:

        with MachineWatch() as machine:
            start = time.monotonic()
            ...
            machine.stood_still(start)      # the longest standstill since then, in seconds
    """

    _NAP = 0.005

    def __init__(self) -> None:
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        #: Each standstill: its end, and how long it was.
        self._seen: list[tuple[float, float]] = []

    def __enter__(self) -> MachineWatch:
        for processor in os.sched_getaffinity(0):
            threading.Thread(target=self._watch, args=(processor,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()

    def _watch(self, processor: int) -> None:
        os.sched_setaffinity(0, {processor})  # Of this thread.
        while not self._is_over.is_set():
            start = time.monotonic()
            time.sleep(self._NAP)
            end = time.monotonic()
            if end - start > 4 * self._NAP:
                with self._lock:
                    self._seen.append((end, end - start - self._NAP))

    def stood_still(self, since: float) -> float:
        """The longest standstill that ended after `since`, a moment of `time.monotonic`."""
        # One that is just ending has not been noted yet.
        time.sleep(2 * self._NAP)
        with self._lock:
            return max((length for end, length in self._seen if end >= since), default=0.0)
