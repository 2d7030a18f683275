# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Handlers that fail."""

from __future__ import annotations

from .client import Connection, GoodClient
from .registry import Report, trial
from .server import Server, until


@trial()
async def errors_thrown(report: Report) -> None:
    """Errors of handlers are answered with 500, those of streams cut them off; each is logged."""
    count = 50
    async with Server() as server, GoodClient(server) as good:
        descriptors = server.descriptors()
        for path in ["/throw", "/throw/async"]:
            connection = await Connection.open(server)
            statuses = [(await connection.get(path)).status for _ in range(count)]
            answered = statuses.count(500)
            report.require(answered == count, f"{path}, 500 on one connection", answered)
            connection.close()
        cut = 0
        for _ in range(count):
            connection = await Connection.open(server)
            await connection.ask("/throw/stream")
            received = await connection.rest()
            # Without the last chunk the client knows that it has not all.
            cut += b"half" in received and not received.endswith(b"0\r\n\r\n")
            connection.close()
        report.require(cut == count, "streams that are cut off", cut)
        gone = await until(lambda: server.descriptors() <= descriptors, 5)
        report.require(gone, "descriptors returned")
    lines = [line for line in server.log() if "Planned" in line]
    report.require(len(lines) == 3 * count, "errors in the log", len(lines))
    report.require(good.is_served, "a good client meanwhile", good.summary)
