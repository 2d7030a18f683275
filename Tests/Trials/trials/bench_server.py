# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""BenchServer, in a release build: for checks that ask a real server over loopback."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import threading
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# The drain of `Limits` is 30 s; nothing is running when a check is over.
STOP_SECONDS = 40


class Failure(Exception):
    """Said to the user, without a trace."""


def build() -> Path:
    """Builds the server; takes no time when it is built."""
    command = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    command += ["--package-path", str(ROOT / "Benchmarks")]
    command += ["--product", "BenchServer"]
    if subprocess.run(command).returncode != 0:
        raise Failure("BenchServer does not build; see above.")
    shown = subprocess.run([*command, "--show-bin-path"], stdout=subprocess.PIPE, text=True)
    return Path(shown.stdout.strip()) / "BenchServer"


class BenchServer:
    """A running server; `with` kills what is left of it."""

    def __init__(self, binary: Path, *options: str) -> None:
        if not binary.exists():
            raise Failure(f"{binary} is missing.")
        command = [str(binary), "--port", str(_free_port()), *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said: deque[str] = deque(maxlen=20)
        self.port = self._wait()

    def __enter__(self) -> BenchServer:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()

    def _wait(self) -> int:
        """Waits for the line that it listens."""
        output = self.process.stdout
        for line in output:
            self.said.append(line)
            ready = re.search(r"Listening on http://[^:]*:(\d+)", line)
            if ready:
                # It logs every refusal; a pipe that nobody reads would stop it.
                threading.Thread(target=self.said.extend, args=(output,), daemon=True).start()
                return int(ready.group(1))
        raise Failure(f"the server did not start:\n{''.join(self.said)}")

    def stop(self) -> None:
        """Asks it to stop: it must be alive until then, and end with status 0."""
        if self.process.poll() is not None:
            said = "".join(self.said)
            raise Failure(f"the server died with status {self.process.returncode}:\n{said}")
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failure(
                f"the server did not stop within {STOP_SECONDS} s after SIGTERM."
            ) from None
        if status != 0:
            raise Failure(f"the server stopped with status {status} instead of 0.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
