# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Interleaved rounds: in each, every server is measured on every route, in an order drawn anew.

What disturbs the machine for a while then disturbs all of them, and a ratio of two servers is
taken inside a round, where they were measured seconds apart.
"""

from __future__ import annotations

import contextlib
import random
import statistics
import sys
from dataclasses import dataclass, replace

from .load import Load, Measurement, measure
from .process import Failure, Place, Running
from .servers import Route, Server

WARM_UP_SECONDS = 1


@dataclass(frozen=True)
class Spread:
    """The median of some numbers, and how far they lie apart."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, numbers: list[float]) -> "Spread":
        return cls(min(numbers), statistics.median(numbers), max(numbers))


class Results:
    """All measurements of a run."""

    def __init__(self, measurements: list[Measurement], missing: dict[str, str]) -> None:
        self.measurements = measurements
        self.missing = missing

    def of(self, server: str, route: str) -> list[Measurement]:
        return [m for m in self.measurements if m.server == server and m.route == route]

    def spread(self, server: str, route: str, value) -> Spread | None:
        numbers = [value(m) for m in self.of(server, route)]
        return Spread.of(numbers) if numbers else None

    def ratio(self, ours: str, theirs: str, route: str, value) -> Spread | None:
        """The spread of `ours / theirs`, each taken within one round."""
        base = {m.round: value(m) for m in self.of(theirs, route)}
        ratios = [
            value(m) / base[m.round] for m in self.of(ours, route) if base.get(m.round)]
        return Spread.of(ratios) if ratios else None


def run_rounds(servers: list[Server], routes: list[Route], load: Load, rounds: int,
               place: Place = Place()) -> Results:
    """Starts every server, checks its answers, warms it up, and measures."""
    measurements: list[Measurement] = []
    missing: dict[str, str] = {}
    with contextlib.ExitStack() as stack:
        running: dict[str, Running] = {}
        for server in servers:
            try:
                running[server.name] = stack.enter_context(Running(server, place))
                _prepare(running[server.name], routes, load)
            except Failure as failure:
                missing[server.name] = str(failure)
                running.pop(server.name, None)
                print(f"left out: {failure}", file=sys.stderr)
        for number in range(1, rounds + 1):
            for route in routes:
                names = [name for name in running if route.name in running[name].server.routes]
                random.shuffle(names)
                for name in names:
                    result = measure(running[name], route, load, number)
                    measurements.append(result)
                    _tell(result, rounds)
    return Results(measurements, missing)


def _prepare(running: Running, routes: list[Route], load: Load) -> None:
    for route in routes:
        if route.name in running.server.routes:
            running.check(route)
            measure(running, route, replace(load, seconds=WARM_UP_SECONDS))


def _tell(m: Measurement, rounds: int) -> None:
    errors = f"   {m.errors} ERRORS" if m.errors else ""
    print(f"  round {m.round}/{rounds}  {m.route:<10} {m.server:<12} {m.per_cpu_second:>9,.0f} per "
          f"CPU second  {m.throughput:>9,.0f}/s  p99 {m.p99_us / 1000:.2f} ms{errors}",
          file=sys.stderr, flush=True)
