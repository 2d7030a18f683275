# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""A server that runs: pinned to a core, with its CPU time and memory read from /proc."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .servers import Route, Server

TICKS = os.sysconf("SC_CLK_TCK")


class Failure(Exception):
    """A message for whoever runs the benchmark."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# Linux shares the processor among sessions first ("autogroup"), so that being nice means nothing to
# other sessions; the session itself has to be nice too.
NICE_SESSION = 'echo "$0" > /proc/self/autogroup; exec nice -n "$0" "$@"'


def scheduled(cores: str, priority: int) -> list[str]:
    """What to write before a command, to be run in a session of its own."""
    pinned = ["taskset", "-c", cores]
    return [*pinned, "sh", "-c", NICE_SESSION, str(priority)] if priority else pinned


@dataclass(frozen=True)
class Place:
    """Where servers run: on which cores, with how many threads, and how nice they are to others.

    A negative niceness, for which one must be root, keeps the rest of a busy machine out of the
    numbers, as long as the load generator has it too.
    """

    cores: str = "0"
    threads: int = 1
    priority: int = 0


class Running:
    """A started server. Use it in a `with`: it is stopped at the end."""

    def __init__(self, server: Server, place: Place = Place(), more: tuple[str, ...] = (),
                 wrapper: tuple[str, ...] = (), patience: float = 10) -> None:
        if not server.program.exists():
            raise Failure(f"{server.name} is not built: there is no {server.program}. "
                          "Run scripts/bench --setup, which says why if it cannot be built.")
        self.server = server
        self.port = free_port()
        command = [
            *scheduled(place.cores, place.priority), *wrapper,
            *server.command(self.port, place.threads, more)]
        self.process = subprocess.Popen(
            command, env=server.variables(self.port, place.threads),
            start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        self._wait_until_it_listens(patience)

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process.stderr:
            self.process.stderr.close()

    def cpu_seconds(self) -> float:
        """User and system time of all threads so far. The kernel counts it in hundredths."""
        if self.process.poll() is not None:
            raise Failure(f"{self.server.name} ended under load: {self._last_words()}")
        text = Path(f"/proc/{self.process.pid}/stat").read_text()
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def resident_kilobytes(self) -> int:
        if self.process.poll() is not None:
            return 0
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0

    def check(self, route: Route) -> None:
        """The answer must be the one that everybody gives: a fast error is no result."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Content-Type": "application/json"} if route.body else {}
        connection.request(route.method, route.path, route.body or None, headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200 or not route.accepts(body):
            raise Failure(f"{self.server.name} answers {route.method} {route.path} with "
                          f"{response.status} and {body[:80]!r}, not with what the others answer.")

    def _wait_until_it_listens(self, patience: float) -> None:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Failure(f"{self.server.name} ended at its start: {self._last_words()}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        self.process.kill()
        raise Failure(f"{self.server.name} did not listen on port {self.port} in {patience:g} s.")

    def _last_words(self) -> str:
        text = self.process.stderr.read() if self.process.stderr else b""
        return text.decode(errors="replace").strip()[-500:] or "it said nothing"
