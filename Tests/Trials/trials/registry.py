# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""What a trial is, and what it reports."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


class Report:
    """What a trial measured and which of its requirements hold."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.failed = False

    def measured(self, what: str, value: object) -> None:
        """Notes a number that is not judged."""
        self.lines.append(f"    {'':4}  {what}: {value}")

    def require(self, holds: bool, what: str, value: object = "") -> None:
        """Notes a requirement, with the value that it was judged by."""
        self.failed = self.failed or not holds
        text = f"{what}: {value}" if value != "" else what
        self.lines.append(f"    {'ok' if holds else 'FAIL':4}  {text}")


@dataclass(frozen=True)
class Trial:
    """One question to the server.

    A patient trial mostly waits for a deadline of the server, so all of them can run beside the
    others; the rest need the processor, and run one after the other.
    """

    name: str
    question: str
    run: Callable[[Report], Awaitable[None]]
    is_patient: bool = field(default=False)


TRIALS: dict[str, Trial] = {}


def trial(*, patient: bool = False):
    """Registers a coroutine as a trial; its name and its docstring name it for the user."""

    def register(run: Callable[[Report], Awaitable[None]]):
        name = run.__name__.replace("_", "-")
        question = (run.__doc__ or "").strip().splitlines()[0]
        TRIALS[name] = Trial(name, question, run, patient)
        return run

    return register
