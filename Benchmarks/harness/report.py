# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Results as Markdown and as JSON."""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path

from .load import Load, Measurement
from .rounds import Results, Spread
from .servers import Route, Server

HEADINGS = [
    "server", "requests per CPU second", "min – max", "throughput /s", "p50 ms", "p99 ms",
    "memory MB", "Fledge ÷ it", "min – max",
]


def markdown(results: Results, servers: list[Server], routes: list[Route], load: Load,
             rounds: int) -> str:
    """One table for each route, fastest first."""
    parts = [_conditions(load, rounds)]
    for route in routes:
        rows = [_row(results, server, route) for server in servers]
        measured = sorted((row for row in rows if row), key=lambda row: -row[0])
        lines = [cells for _, cells in measured]
        lines += [_not_built(server) for server in servers if server.name in results.missing]
        parts.append(f"### {route.method} {route.path}\n\n" + table(HEADINGS, lines))
    for name, reason in results.missing.items():
        parts.append(f"`{name}` was not measured: {reason}")
    errors = sum(m.errors for m in results.measurements)
    parts.append(f"Errors seen by the load generator: {errors}.")
    return "\n\n".join(parts) + "\n"


def table(headings: list[str], rows: list[list[str]]) -> str:
    """A Markdown table, padded so that it reads well in a terminal too; numbers to the right."""
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]

    def line(cells: list[str]) -> str:
        padded = [cell.ljust(widths[i]) if i == 0 else cell.rjust(widths[i])
                  for i, cell in enumerate(cells)]
        return "| " + " | ".join(padded) + " |"

    rule = ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]]
    return "\n".join([line(headings), line(rule), *(line(row) for row in rows)])


def save_json(path: Path, results: Results, load: Load, rounds: int) -> None:
    """Every single measurement, for who wants to compute something else."""
    content = {
        "machine": _machine(), "rounds": rounds, "connections": load.connections,
        "seconds": load.seconds, "pipeline": load.pipeline, "missing": results.missing,
        "measurements": [m.record() for m in results.measurements],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n")


def _row(results: Results, server: Server, route: Route) -> tuple[float, list[str]] | None:
    def spread(value) -> Spread | None:
        return results.spread(server.name, route.name, value)

    speed = spread(lambda m: m.per_cpu_second)
    if speed is None:
        return None
    ratio = results.ratio("fledge", server.name, route.name, per_cpu_second)
    memory = spread(lambda m: m.resident_kb / 1024)
    return speed.median, [
        server.title, f"{speed.median:,.0f}", f"{speed.low:,.0f} – {speed.high:,.0f}",
        f"{spread(lambda m: m.throughput).median:,.0f}",
        f"{spread(lambda m: m.p50_us / 1000).median:.2f}",
        f"{spread(lambda m: m.p99_us / 1000).median:.2f}",
        f"{memory.median:.0f}",
        f"{ratio.median:.2f}" if ratio else "",
        f"{ratio.low:.2f} – {ratio.high:.2f}" if ratio else "",
    ]


def per_cpu_second(measurement: Measurement) -> float:
    return measurement.per_cpu_second


def _not_built(server: Server) -> list[str]:
    return [server.title, "not built"] + [""] * (len(HEADINGS) - 2)


def _conditions(load: Load, rounds: int) -> str:
    depth = f", {load.pipeline} requests pipelined" if load.pipeline > 1 else ""
    return (f"{rounds} interleaved rounds of {load.seconds:g} s, {load.connections} connections, "
            f"keep-alive{depth}; one server thread on one core, wrk on another. Medians; ratios "
            f"are medians of the ratios of each round. {_machine()}; load average "
            f"{os.getloadavg()[0]:.1f} at the end.")


def _machine() -> str:
    model = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores"
