# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Clients and handlers that take their time. The limits are the defaults."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time

from .client import BROKEN, Connection, GoodClient, moment, open_many, remote_socket
from .registry import Report, trial
from .server import Server, mebibytes, until

#: Nobody is cut off before the time. The server is held to a tick of 100 ms after it; the rest is
#: for a busy machine, which the client's own clock feels too.
EARLY, LATE = 0.3, 2.0

HEAD_TIME = 10
BODY_GRACE = 10
WRITE_STALL = 30
HANDLER_TIME = 30


class Span:
    """The shortest and the longest of some times."""

    def __init__(self, seconds: list[float]) -> None:
        self.least = min(seconds, default=0.0)
        self.most = max(seconds, default=0.0)

    def is_about(self, seconds: float) -> bool:
        return self.least >= seconds - EARLY and self.most <= seconds + LATE

    def __str__(self) -> str:
        return f"{self.least:.1f} to {self.most:.1f} s"


async def drip(connection: Connection, data: bytes, per_second: int) -> None:
    """Sends `data` a few bytes a second until the server has closed."""
    for start in range(0, len(data), per_second):
        try:
            await connection.send(data[start : start + per_second])
        except BROKEN:
            return
        await asyncio.sleep(1)


async def time_to_end(connection: Connection, begin: bytes, slowly: bytes) -> tuple[bytes, float]:
    """What the server says to a client that sends a byte a second, and after how long."""
    start = time.monotonic()
    await connection.send(begin)
    sending = asyncio.create_task(drip(connection, slowly, 1))
    received = await connection.rest()
    sending.cancel()
    return received, time.monotonic() - start


@trial(patient=True)
async def slowloris(report: Report) -> None:
    """1,000 clients send their heads a byte a second: all are cut, a good client is served."""
    count = 1_000
    async with Server() as server, GoodClient(server) as good:
        connections = await open_many(server, count)
        before = server.resident()
        begin, slowly = b"GET / HTTP/1.1\r\nHost: trial\r\n", b"X-Slow: " + b"x" * 100
        tasks = [time_to_end(connection, begin, slowly) for connection in connections]
        ended = asyncio.gather(*tasks)
        await asyncio.sleep(HEAD_TIME / 2)
        report.measured("memory for each of them", f"{(server.resident() - before) // count} B")
        results = await ended
    answered = sum(received.startswith(b"HTTP/1.1 408 ") for received, _ in results)
    span = Span([seconds for _, seconds in results])
    report.require(answered == count, "answered with 408 and closed", f"{answered} of {count}")
    report.require(span.is_about(HEAD_TIME), f"after the {HEAD_TIME} s of the head", span)
    report.require(good.is_served, "a good client meanwhile", good.summary)


@trial(patient=True)
async def slow_body(report: Report) -> None:
    """200 clients send their bodies a byte a second: 408. One at a fair pace is served."""
    count = 200
    head = b"POST /upload/slow HTTP/1.1\r\nHost: trial\r\nContent-Length: 3600\r\n\r\n"
    async with Server() as server, GoodClient(server) as good:
        connections = await open_many(server, count)
        fair = asyncio.create_task(fair_upload(server))
        tasks = (time_to_end(connection, head, b"x" * 100) for connection in connections)
        results = await asyncio.gather(*tasks)
        status = await fair
    answered = sum(received.startswith(b"HTTP/1.1 408 ") for received, _ in results)
    span = Span([seconds for _, seconds in results])
    report.require(answered == count, "answered with 408 and closed", f"{answered} of {count}")
    report.require(span.is_about(BODY_GRACE), f"after the {BODY_GRACE} s of grace", span)
    report.require(status == 200, "300 bytes a second for 12 s (240 are asked)", status)
    report.require(good.is_served, "a good client meanwhile", good.summary)


async def fair_upload(server: Server) -> int:
    connection = await Connection.open(server)
    await connection.ask("/upload/fair", "Content-Length: 3600", method="POST")
    await drip(connection, b"x" * 3600, 300)
    return (await connection.response()).status


@trial(patient=True)
async def slow_reader(report: Report) -> None:
    """Clients that ask for much and take nothing, or a byte a second, are cut off."""
    each = 20
    async with Server() as server, GoodClient(server) as good:
        before, descriptors = server.resident(), server.descriptors()
        start = time.monotonic()
        deaf = [ask_in_vain(server, path) for path in ["/page", "/stream/1024"] * each]
        sipping = [ask_in_vain(server, "/stream/1024") for _ in range(each)]
        sips = asyncio.create_task(sip(sipping))
        await asyncio.sleep(WRITE_STALL / 2)
        count = len(deaf + sipping)
        held = server.descriptors() - descriptors
        report.require(held == count, "held at half time", f"{held} of {count}")
        report.measured("memory for each", mebibytes((server.resident() - before) / count))
        # The bytes that the kernel holds hide the end from the client: the server is asked.
        cut = await until(lambda: server.descriptors() <= descriptors, 2 * WRITE_STALL)
        span = Span([time.monotonic() - start])
        sips.cancel()
        report.require(cut and span.is_about(WRITE_STALL), "all cut off after", span)
    report.require(good.is_served, "a good client meanwhile", good.summary)


def ask_in_vain(server: Server, path: str) -> socket.socket:
    """Sends a request over a bare socket: a stream would read ahead by itself."""
    sock = remote_socket()
    sock.connect(("127.0.0.1", server.port))
    sock.sendall(f"GET {path} HTTP/1.1\r\nHost: trial\r\n\r\n".encode())
    sock.setblocking(False)
    return sock


async def sip(sockets: list[socket.socket]) -> None:
    """Takes a byte a second from each."""
    while True:
        await asyncio.sleep(1)
        for sock in sockets:
            with contextlib.suppress(OSError):
                sock.recv(1)


@trial(patient=True)
async def handler_deadline(report: Report) -> None:
    """A handler that never returns is cancelled and answered for with 503."""
    async with Server() as server:
        connection = await Connection.open(server)
        start = time.monotonic()
        response = await connection.get("/hang/deadline")
        answered = time.monotonic_ns()
        span = Span([time.monotonic() - start])
        report.require(response.status == 503, "status", response.status)
        report.require(span.is_about(HANDLER_TIME), "after", span)
        # The answer does not wait for the handler, which may notice on another thread a moment later.
        cancelled = await moment(await Connection.open(server), "/cancelled/deadline")
        report.require(cancelled is not None, "the handler was cancelled")
        if cancelled is not None:
            report.measured("from its answer on", f"{(cancelled - answered) / 1e6:.1f} ms")
