# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""How the cost of a request grows: with routes, with connections, with pipelining."""

from __future__ import annotations

import contextlib
import math
import random
import resource
import statistics
import sys
from dataclasses import dataclass, field, replace

from . import svg
from .load import Load, measure
from .process import Place, Running
from .report import table
from .servers import ROUTES, Route, Server

ROUTE_COUNTS = [10, 100, 1_000, 10_000]
CONNECTION_COUNTS = [64, 256, 1_024, 4_096]
PIPELINE_DEPTHS = [1, 2, 4, 8, 16]


@dataclass
class Curve:
    """One line: requests per CPU second at each of some sizes, a list with an entry per round."""

    subject: str
    server: Server
    speeds: dict[int, list[float]] = field(default_factory=dict)
    errors: int = 0

    def median(self, size: int) -> float:
        return statistics.median(self.speeds[size])

    def against_first(self, size: int) -> float:
        """The median of the ratios that were taken inside one round."""
        first = self.speeds[min(self.speeds)]
        return statistics.median(
            mine / theirs for mine, theirs in zip(self.speeds[size], first))


@dataclass(frozen=True)
class Point:
    """One place of a curve, and how to measure it."""

    curve: int
    size: int
    running: Running
    route: Route
    load: Load


def run_growth(chosen: list[Server], load: Load, rounds: int, place: Place) -> list[Curve]:
    """Measures every point of every curve in each round, in an order drawn anew."""
    _allow_many_descriptors()
    curves: list[Curve] = []
    points: list[Point] = []
    with contextlib.ExitStack() as stack:
        for server in chosen:
            def start(*more: str) -> Running:
                return stack.enter_context(Running(server, place, more, patience=60))

            if server.name in ("fledge", "express"):
                curves.append(Curve("routes", server))
                points += [
                    Point(len(curves) - 1, count, start("--routes", str(count)), _last(count), load)
                    for count in ROUTE_COUNTS]
            running = start()
            plain = ROUTES["plaintext"]
            curves.append(Curve("connections", server))
            points += [
                Point(len(curves) - 1, count, running, plain, replace(load, connections=count))
                for count in CONNECTION_COUNTS]
            curves.append(Curve("pipelined requests", server))
            points += [
                Point(len(curves) - 1, depth, running, plain, replace(load, pipeline=depth))
                for depth in PIPELINE_DEPTHS]
        _measure(curves, points, rounds)
    return curves


def markdown(curves: list[Curve]) -> str:
    parts = []
    for subject in dict.fromkeys(curve.subject for curve in curves):
        same = [curve for curve in curves if curve.subject == subject]
        sizes = sorted(same[0].speeds)
        rows = [
            [curve.server.title, *(
                f"{curve.median(size):,.0f} ({curve.against_first(size):.2f})" for size in sizes)]
            for curve in same]
        parts.append(f"### By {subject}\n\n" + table(
            ["requests per CPU second", *(f"{size:,}" for size in sizes)], rows))
    errors = sum(curve.errors for curve in curves)
    parts.append("In brackets: against the first column. "
                 f"Errors seen by the load generator: {errors}.")
    return "\n\n".join(parts) + "\n"


def chart(curves: list[Curve]) -> str:
    """One panel for each subject, in logarithmic steps; the speed at the first size is 1."""
    width, height, left = 820, 190, 52
    parts, top = [], 66.0
    for subject in dict.fromkeys(curve.subject for curve in curves):
        same = [curve for curve in curves if curve.subject == subject]
        parts += _panel(subject, same, left, top, width - 220, height - 70)
        top += height
    title = "Requests per CPU second as things grow"
    head = [svg.text(16, 24, title, "title"), svg.text(
        16, 42, "against the smallest size; sizes in logarithmic steps", "quiet")]
    spoken = "; ".join(
        f"{curve.server.title} by {curve.subject}: " + ", ".join(
            f"{size:,} {curve.against_first(size):.2f}" for size in sorted(curve.speeds))
        for curve in curves)
    return svg.document(width, top, title, spoken, head + parts)


def _panel(subject: str, curves: list[Curve], left: float, top: float, width: float,
           height: float) -> list[str]:
    sizes = sorted(curves[0].speeds)
    highest = max(1.2, *(curve.against_first(size) for curve in curves for size in sizes))
    span = math.log(sizes[-1] / sizes[0])

    def x(size: int) -> float:
        return left + math.log(size / sizes[0]) / span * width

    def y(value: float) -> float:
        return top + 24 + height * (1 - value / highest)

    parts = [svg.text(16, top + 12, f"by {subject}", "title")]
    for value in (0.0, 1.0, highest) if highest > 1.5 else (0.0, 1.0):
        parts.append(svg.line(left, y(value), left + width, y(value), "axis"))
        parts.append(svg.text(left - 8, y(value) + 4, f"{value:.1f}", "quiet", "end"))
    parts += [svg.text(x(size), y(0) + 18, f"{size:,}", "quiet", "middle") for size in sizes]
    lowest_label = -math.inf
    for curve in sorted(curves, key=lambda curve: -curve.against_first(sizes[-1])):
        kind = "our" if curve.server.name == "fledge" else "their"
        path = [(x(size), y(curve.against_first(size))) for size in sizes]
        parts.append(svg.curve(path, f"{kind}-line"))
        parts += [svg.dot(*place, f"{kind}s") for place in path]
        # Labels of curves that end close to each other move apart.
        lowest_label = max(path[-1][1] + 4, lowest_label + 15)
        parts.append(svg.text(left + width + 12, lowest_label, curve.server.title))
    return parts


def _measure(curves: list[Curve], points: list[Point], rounds: int) -> None:
    for point in points:
        point.running.check(point.route)
        measure(point.running, point.route, replace(point.load, seconds=1))
    for number in range(1, rounds + 1):
        for point in random.sample(points, len(points)):
            curve = curves[point.curve]
            result = measure(point.running, point.route, point.load, number)
            curve.speeds.setdefault(point.size, []).append(result.per_cpu_second)
            curve.errors += result.errors
            print(f"  round {number}/{rounds}  {curve.server.name:<10} {point.size:>6,} "
                  f"{curve.subject:<19} {result.per_cpu_second:>9,.0f} per CPU second",
                  file=sys.stderr, flush=True)


def _last(count: int) -> Route:
    """The route that was registered last: where a table is searched in order, the dearest."""
    return Route("other", f"/other/route{count - 1}/7", "other")


def _allow_many_descriptors() -> None:
    """Children inherit the limit: 4,096 connections need more than the usual 1,024."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
