# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""What one request costs: instructions and allocations, counted and not timed.

Instructions come from valgrind's callgrind, which counts the program's own and not the kernel's;
allocations from a counter that is preloaded. Both are read around a fixed number of requests on a
server that has answered some already, so that starting up is not in them. The numbers are the same
on a busy machine, and on one whose processor offers no counters.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from .client import Client
from .process import Failure, Running
from .servers import BUILT, Route, Server

WARM_UP = 100
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
        return Cost(total_instructions(profile) / requests, calls, size)


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
def profiled(server: Server, route: Route, requests: int) -> Iterator[Path]:
    """A file of callgrind that holds nothing but those requests."""
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
                client.send(requests)
                _control(running, "--dump")
            yield Path(f"{output}.1")


def total_instructions(profile: Path) -> int:
    found = re.search(r"^(?:totals|summary): (\d+)", profile.read_text(errors="replace"), re.M)
    if not found:
        raise Failure("callgrind wrote no total")
    return int(found.group(1))


def functions(profile: Path, requests: int, top: int, inclusive: bool = False) -> list[tuple]:
    """The most expensive functions: instructions for each request, share, name."""
    total = total_instructions(profile)
    words = ["callgrind_annotate", "--threshold=100", "--auto=no"]
    words += ["--inclusive=yes"] if inclusive else []
    text = _output([*words, str(profile)])
    rows = []
    for line in text.splitlines():
        found = re.match(r"\s*([\d,]+) (?:\(\s*[\d.]+%\))?\s+(.*)", line)
        if found and "PROGRAM TOTALS" not in line:
            count = int(found.group(1).replace(",", ""))
            rows.append((count / requests, count / total, _name(found.group(2))))
    rows = rows[:top]
    names = _demangled([name for _, _, name in rows])
    return [(count, share, name) for (count, share, _), name in zip(rows, names)]


def _name(text: str) -> str:
    """`file:function [library]` without the file and the library."""
    text = re.sub(r" \[[^\]]*\]$", "", text)
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
