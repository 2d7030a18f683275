# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""What one request costs: instructions and allocations, counted and not timed.

Instructions come from valgrind's callgrind, which counts the program's own and not the kernel's;
allocations from a counter that is preloaded. Both are read around a fixed number of requests on a
server that has answered some already, so that starting up is not in them. The numbers are the same
on a busy machine, and on one whose processor offers no counters.

What a server does by the clock, such as looking at deadlines, falls on more or on fewer requests
depending on how fast the machine is just then: it is counted on an idle server, and taken off.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from .client import Client
from .process import Failure, Running
from .servers import BUILT, Route, Server

WARM_UP = 100
REST_SECONDS = 2
# A SwiftNIO server takes long to start inside valgrind.
PATIENCE = 120


@dataclass(frozen=True)
class Cost:
    """For each request."""

    instructions: float
    allocations: float
    allocated_bytes: float


def cost(server: Server, route: Route, requests: int = 500) -> Cost:
    # Swift draws the seed of its hashes anew in every process, and collisions cost instructions.
    steady = {**server.environment, "SWIFT_DETERMINISTIC_HASHING": "1"}
    server = replace(server, environment=steady)
    calls, size = allocations(server, route, requests)
    with profiled(server, route, requests) as profile:
        return Cost(profile.instructions, calls, size)


@dataclass(frozen=True)
class Profile:
    """What callgrind has written about some requests, and about the same server at rest."""

    file: Path
    requests: int
    seconds: float
    at_rest: Path

    @property
    def total(self) -> int:
        return total_instructions(self.file)

    @property
    def instructions(self) -> float:
        """For each request, without what is done by the clock."""
        by_the_clock = total_instructions(self.at_rest) / REST_SECONDS * self.seconds
        return (self.total - by_the_clock) / self.requests


def allocations(server: Server, route: Route, requests: int) -> tuple[float, float]:
    """Calls of malloc and its kin, and bytes asked for, for each request."""
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "counts"
        counts.write_bytes(bytes(16))
        variables = {"LD_PRELOAD": str(_preloaded("malloc_counter")), "MALLOC_COUNTER": str(counts)}
        counted = replace(server, environment={**server.environment, **variables})
        with Running(counted) as running, Client(running.port, route) as client:
            client.send(WARM_UP)
            before = struct.unpack("QQ", counts.read_bytes())
            client.send(requests)
            after = struct.unpack("QQ", counts.read_bytes())
    return (after[0] - before[0]) / requests, (after[1] - before[1]) / requests


@contextmanager
def profiled(server: Server, route: Route, requests: int) -> Iterator[Profile]:
    """Counts nothing but those requests, and then the idle server."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "callgrind.out"
        server = _without_debug_info(server, Path(folder))
        variables = {**server.environment, "LD_PRELOAD": str(_preloaded("sigsuspend"))}
        server = replace(server, environment=variables)
        wrapper = ("valgrind", "--tool=callgrind", "--instr-atstart=no",
                   f"--callgrind-out-file={output}")
        with Running(server, wrapper=wrapper, patience=PATIENCE) as running:
            with Client(running.port, route) as client:
                client.send(WARM_UP)
                _control(running, "--instr=on")
                client.send(WARM_UP)
                _control(running, "--zero")
                start = time.monotonic()
                client.send(requests)
                seconds = time.monotonic() - start
                _control(running, "--dump")
                time.sleep(REST_SECONDS)
                _control(running, "--dump")
            yield Profile(Path(f"{output}.1"), requests, seconds, Path(f"{output}.2"))


def total_instructions(file: Path) -> int:
    found = re.search(r"^(?:totals|summary): (\d+)", file.read_text(errors="replace"), re.M)
    if not found:
        raise Failure("callgrind wrote no total")
    return int(found.group(1))


def functions(profile: Profile, top: int, inclusive: bool = False) -> list[tuple]:
    """The most expensive functions: instructions for each request, share, name."""
    lines = _annotated(profile, "--inclusive=yes" if inclusive else "--inclusive=no")
    rows = [row for row in map(_row, lines) if row and "PROGRAM TOTALS" not in row[1]]
    return _per_request(rows[:top], profile)


def callers(profile: Profile, name: str, top: int) -> list[tuple]:
    """Who calls a function, by what the calls cost with all that they call."""
    waiting: list[tuple[int, str]] = []
    for line in _annotated(profile, "--tree=caller", "--inclusive=yes"):
        row = _row(line)
        if row is None:
            waiting = []
        elif row[1].startswith("< "):
            waiting.append((row[0], row[1].removeprefix("< ")))
        elif row[1].startswith("* ") and name == _name(row[1]):
            waiting.sort(reverse=True)
            return _per_request(waiting[:top], profile)
        else:
            waiting = []
    raise Failure(f"no function is called {name}. Give its name as callgrind knows it, which for "
                  "Swift's own is the mangled one.")


def _annotated(profile: Profile, *words: str) -> list[str]:
    return _output(
        ["callgrind_annotate", "--threshold=100", "--auto=no", *words, str(profile.file)]
    ).splitlines()


def _row(line: str) -> tuple[int, str] | None:
    found = re.match(r"\s*([\d,]+) (?:\(\s*[\d.]+%\))?\s+(.*)", line)
    return (int(found.group(1).replace(",", "")), found.group(2)) if found else None


def _per_request(rows: list[tuple[int, str]], profile: Profile) -> list[tuple]:
    names = _demangled([_name(name) for _, name in rows])
    return [
        (count / profile.requests, count / profile.total, name)
        for (count, _), name in zip(rows, names)]


def _name(text: str) -> str:
    """`file:function (calls) [library]` without all but the function."""
    text = re.sub(r"( \([\d,]+x\))?( \[[^\]]*\])?$", "", text)
    return text.partition(":")[2] or text


def _demangled(names: list[str]) -> list[str]:
    if not any(name.startswith("$s") for name in names):
        return names
    text = subprocess.run(
        ["swift", "demangle", "--simplified", "--compact"], input="\n".join(names),
        capture_output=True, text=True)
    lines = text.stdout.splitlines()
    return lines if len(lines) == len(names) else names


def _without_debug_info(server: Server, folder: Path) -> Server:
    """A copy with its symbols only: valgrind gives up on debug information newer than itself."""
    if str(server.program) != server.words[0]:
        return server
    copy = folder / server.program.name
    _output(["strip", "--strip-debug", "-o", str(copy), str(server.program)])
    return replace(server, program=copy, words=(str(copy), *server.words[1:]))


def _control(running: Running, order: str) -> None:
    _output(["callgrind_control", order, str(running.process.pid)])


def _output(words: list[str]) -> str:
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0:
        raise Failure(f"{words[0]} failed: {result.stderr.strip() or result.stdout.strip()}")
    return result.stdout


def _preloaded(name: str) -> Path:
    """Builds one of the small libraries beside this file, again when its source has changed."""
    source, library = Path(__file__).with_name(f"{name}.c"), BUILT / f"{name}.so"
    if not library.exists() or library.stat().st_mtime < source.stat().st_mtime:
        BUILT.mkdir(parents=True, exist_ok=True)
        compiler = os.environ.get("CC", "cc")
        _output([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(source)])
    return library
