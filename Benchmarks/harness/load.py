# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""One measurement: wrk against one server on one route."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from .process import Failure, Running, scheduled
from .servers import Route

REPORT = Path(__file__).with_name("report.lua")


@dataclass(frozen=True)
class Load:
    """How hard, how long, and from where."""

    connections: int = 64
    seconds: int = 5
    pipeline: int = 1
    core: str = "1"
    priority: int = 0


@dataclass(frozen=True)
class Measurement:
    """What one run of wrk has shown."""

    server: str
    route: str
    round: int
    requests: int
    cpu_seconds: float
    seconds: float
    p50_us: int
    p99_us: int
    resident_kb: int
    errors: int

    @property
    def per_cpu_second(self) -> float:
        """Requests for each second of the server's CPU time: what a core can do. It depends far
        less than the throughput on what else the machine does."""
        return self.requests / max(self.cpu_seconds, 0.01)

    @property
    def throughput(self) -> float:
        return self.requests / self.seconds

    def record(self) -> dict:
        return asdict(self)


def measure(running: Running, route: Route, load: Load, number: int = 0) -> Measurement:
    """Runs wrk once. The connections are made inside the window; at 64 of them that is nothing."""
    memory: list[int] = []
    midway = threading.Timer(
        load.seconds / 2, lambda: memory.append(running.resident_kilobytes()))
    midway.start()
    try:
        before = running.cpu_seconds()
        result = _run_wrk(running.port, route, load)
        spent = running.cpu_seconds() - before
    finally:
        midway.cancel()
        midway.join()
    errors = result["status"] + result["socket"]
    if result["requests"] == 0:
        raise Failure(f"{running.server.name} answered nothing on {route.path}; {errors} errors.")
    return Measurement(
        running.server.name, route.name, number, result["requests"], spent,
        result["microseconds"] / 1e6, result["p50"], result["p99"],
        memory[0] if memory else 0, errors)


def _run_wrk(port: int, route: Route, load: Load) -> dict:
    variables = {
        **os.environ, "BENCH_METHOD": route.method, "BENCH_BODY": route.body,
        "BENCH_PIPELINE": str(load.pipeline)}
    command = [
        *scheduled(load.core, load.priority), "wrk", "-t1", f"-c{load.connections}",
        f"-d{load.seconds}s", "-s", str(REPORT), f"http://127.0.0.1:{port}{route.path}"]
    output = subprocess.run(
        command, env=variables, start_new_session=True, capture_output=True, text=True)
    for line in output.stdout.splitlines():
        if line.startswith("BENCH "):
            return json.loads(line.removeprefix("BENCH "))
    raise Failure(f"wrk gave no result: {output.stderr.strip() or output.stdout.strip()}")
