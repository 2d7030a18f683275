# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""SIGTERM: what is running ends well, and nobody is let down."""

from __future__ import annotations

import asyncio
import collections
import re
import shutil
import time

from .client import BROKEN, Connection
from .registry import Report, trial
from .server import Server

ROUNDS = 10
CLIENTS = 64
DRAIN = 30


@trial(patient=True)
async def stop_order(report: Report) -> None:
    """After SIGTERM: unready, then last answers, then no more connections; status 0."""
    async with Server() as server:
        stream, idle, late = [await Connection.open(server) for _ in range(3)]
        await stream.ask("/drip/5")
        await stream.head()
        await idle.get("/plaintext")
        report.require((await late.get("/ready")).status == 200, "ready at first")
        start = time.monotonic()
        server.terminate()
        status = await first_other_answer(late, "/ready", 200)
        report.require(status == 503, "then /ready answers", status)
        try:
            welcome = await (await Connection.open(server)).get("/plaintext")
            report.require(welcome.status == 200, "and a new connection still", welcome.status)
            report.require(welcome.closes, "with Connection: close")
        except BROKEN as error:
            report.require(False, "and a new connection still", repr(error))
        await idle.rest()
        report.measured("an idle connection was closed after", f"{time.monotonic() - start:.2f} s")
        report.require(await is_refused(server), "new connections are refused then")
        body = b"".join([piece async for piece in stream.chunks()])
        report.require(body == b"0\n1\n2\n3\n4\n", "a running stream came to its end")
        code = await server.exit_code(within=5)
        report.require(code == 0, "exit status", code)
        report.measured("all in", f"{time.monotonic() - start:.2f} s")


async def first_other_answer(connection: Connection, path: str, status: int) -> int:
    """The first status that is not `status`, within two seconds; 0 when the connection ends."""
    try:
        for _ in range(200):
            response = await connection.get(path)
            if response.status != status or response.closes:
                return response.status
            await asyncio.sleep(0.01)
    except BROKEN:
        return 0
    return status


async def is_refused(server: Server) -> bool:
    """Whether nobody listens any more, soon."""
    for _ in range(100):
        try:
            (await Connection.open(server)).close()
        except ConnectionRefusedError:
            return True
        await asyncio.sleep(0.02)
    return False


@trial(patient=True)
async def stop_drain(report: Report) -> None:
    """A stream without end is cut off when the 30 s of draining are over; status 0."""
    async with Server() as server:
        stream = await Connection.open(server)
        await stream.ask("/events")
        await stream.head()
        start = time.monotonic()
        server.terminate()
        await stream.rest()
        code = await server.exit_code(within=5)
        seconds = time.monotonic() - start
        # A second before it the server still accepts, so that load balancers see it go.
        report.require(DRAIN - 1 <= seconds <= DRAIN + 3, "cut off after", f"{seconds:.1f} s")
        report.require(code == 0, "exit status", code)


@trial(patient=True)
async def stop_twice(report: Report) -> None:
    """A second signal ends the waiting."""
    async with Server() as server:
        stream = await Connection.open(server)
        await stream.ask("/events")
        await stream.head()
        server.terminate()
        await asyncio.sleep(0.5)
        start = time.monotonic()
        server.terminate()
        code = await server.exit_code(within=10)
        report.require(code == 0, "exit status", code)
        report.measured("after", f"{time.monotonic() - start:.2f} s")


class CountingClients:
    """Clients that keep asking while the server stops, and say what became of each request.

    Three of four keep their connection, the fourth opens one for each request, so that some wait to
    be accepted at any time. A request counts as lost when it was written on a connection that the
    kernel had opened, and no complete answer came.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self.outcomes: collections.Counter[str] = collections.Counter()

    async def run(self) -> None:
        await asyncio.gather(*(self._client(keeps=number % 4 > 0) for number in range(CLIENTS)))

    async def _client(self, keeps: bool) -> None:
        connection = None
        while True:
            if connection is None:
                connection = await self._connect()
            if connection is None:
                return
            is_open = await self._exchange(connection)
            if not (keeps and is_open):
                connection.close()
                connection = None

    async def _connect(self) -> Connection | None:
        try:
            return await Connection.open(self._server)
        except ConnectionRefusedError:
            self.outcomes["refused to connect"] += 1
        except BROKEN:
            # Reset while the kernel still held it: nothing had been sent.
            self.outcomes["reset while connecting"] += 1
        return None

    async def _exchange(self, connection: Connection) -> bool:
        """One request; whether another may follow."""
        if connection.reader.at_eof():
            self.outcomes["closed before it was sent"] += 1
            return False
        try:
            response = await connection.get("/slow/2")
        except BROKEN:
            self.outcomes["lost"] += 1
            return False
        kind = "answered, the last one" if response.closes else "answered"
        self.outcomes[kind if response.status == 200 else f"status {response.status}"] += 1
        return not response.closes


@trial()
async def stop_under_clients(report: Report) -> None:
    """SIGTERM under 64 busy clients, ten times: no request is lost."""
    total: collections.Counter[str] = collections.Counter()
    codes = []
    for _ in range(ROUNDS):
        async with Server() as server:
            clients = CountingClients(server)
            running = asyncio.create_task(clients.run())
            await asyncio.sleep(0.7)
            server.terminate()
            await asyncio.wait_for(running, 20)
            codes.append(await server.exit_code(within=10))
            total += clients.outcomes
    for outcome, count in sorted(total.items()):
        report.measured(outcome, count)
    bad = {name: count for name, count in total.items() if name == "lost" or "status" in name}
    report.require(not bad, "lost or answered otherwise", sum(bad.values()))
    report.require(codes == [0] * ROUNDS, "exit status", codes)


@trial()
async def stop_under_wrk(report: Report) -> None:
    """SIGTERM under wrk, ten times: no request is lost."""
    wrk = shutil.which("wrk")
    if wrk is None:
        report.measured("left out", "wrk is not installed")
        return
    requests, errors, codes = 0, collections.Counter(), []
    for _ in range(ROUNDS):
        async with Server() as server:
            address = f"http://127.0.0.1:{server.port}/plaintext"
            load = await asyncio.create_subprocess_exec(
                *(wrk, "-t1", f"-c{CLIENTS}", "-d3s", address), stdout=asyncio.subprocess.PIPE
            )
            await asyncio.sleep(1)
            server.terminate()
            output, _ = await load.communicate()
            codes.append(await server.exit_code(within=10))
        requests += numbers(r"(\d+) requests in", output)[0]
        for kind in ["read", "write", "timeout"]:
            errors[kind] += sum(numbers(rf"{kind} (\d+)", output))
    report.measured("requests answered", requests)
    report.require(sum(errors.values()) == 0, "lost, as wrk tells it", dict(errors))
    report.require(codes == [0] * ROUNDS, "exit status", codes)


def numbers(pattern: str, output: bytes) -> list[int]:
    return [int(number) for number in re.findall(pattern, output.decode())] or [0]
