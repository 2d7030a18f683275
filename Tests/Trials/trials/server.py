# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The server under trial: a process of its own for each trial, watched through /proc."""

from __future__ import annotations

import asyncio
import os
import re
import resource
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

#: Set by the runner: the release binary of TrialServer.
BINARY_VARIABLE = "TRIAL_SERVER"

THREADS = 2


class Server:
    """A running server.

    async with Server("--connections", "10") as server:
        ...
    """

    def __init__(self, *options: str, descriptors: int | None = None) -> None:
        self._options = options
        self._descriptors = descriptors
        self._log = tempfile.TemporaryFile()
        self.port = 0

    async def __aenter__(self) -> Server:
        # Port 0 lets the system choose; the server says which it was.
        environment = {**os.environ, "FLEDGE_ENV": "production"}
        self.process = await asyncio.create_subprocess_exec(
            os.environ[BINARY_VARIABLE],
            *("--port", "0", "--threads", str(THREADS)),
            *self._options,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=self._log,
            preexec_fn=self._limit_descriptors,
        )
        assert self.process.stdout is not None
        line = await asyncio.wait_for(self.process.stdout.readline(), 20)
        found = re.search(rb"http://[^:]+:(\d+)", line)
        if found is None:
            raise RuntimeError(f"The server did not start: {line!r} {self.log()}")
        self.port = int(found[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    def _limit_descriptors(self) -> None:
        """The server is to raise the soft limit by itself."""
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        limit = self._descriptors or hard
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, limit), limit))

    @property
    def is_running(self) -> bool:
        return self.process.returncode is None

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def exit_code(self, within: float) -> int | None:
        """The exit code; `None` when the server still runs after so many seconds."""
        try:
            return await asyncio.wait_for(self.process.wait(), within)
        except TimeoutError:
            return None

    def log(self) -> list[str]:
        """What the server has logged."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace").splitlines()

    def resident(self) -> int:
        """Resident memory in bytes."""
        status = (self._proc / "status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def descriptors(self) -> int:
        """Open file descriptors."""
        return len(os.listdir(self._proc / "fd"))

    def bytes_read(self) -> int:
        """What the process has read since it began, from sockets too."""
        found = re.search(r"rchar: (\d+)", (self._proc / "io").read_text())
        return int(found[1]) if found else 0

    @property
    def _proc(self) -> Path:
        return Path("/proc") / str(self.process.pid)


async def until(condition: Callable[[], bool], within: float) -> bool:
    """Waits until `condition` holds; false when it does not within so many seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + within
    while not condition():
        if loop.time() >= end:
            return False
        await asyncio.sleep(0.02)
    return True


def mebibytes(count: float) -> str:
    return f"{count / (1 << 20):.2f} MiB"
