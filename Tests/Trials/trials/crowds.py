# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""More clients than usual, or than there is room for."""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .client import BROKEN, Connection, GoodClient, close_all, moment, open_many, percentile
from .machine import MachineWatch
from .registry import Report, trial
from .server import Server, mebibytes, until

IDLE_TIME = 60


@trial(patient=True)
async def idle_connections(report: Report) -> None:
    """10,000 idle connections cost little, keep nobody out, and end at the idle deadline."""
    # With the good client as many as the server takes at once, if the system lets it.
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(10_000, int(hard * 0.8)) - 1
    async with Server() as server, GoodClient(server, pause=0.1) as good:
        empty, descriptors = server.resident(), server.descriptors()
        crowd = await open_many(server, count)
        await until(lambda: server.descriptors() >= descriptors + count, 20)
        first = server.resident() - empty
        close_all(crowd)
        gone = await until(lambda: server.descriptors() <= descriptors, 20)
        report.require(gone, "descriptors return when the clients leave")
        left = server.resident() - empty

        crowd = await open_many(server, count)
        start = time.monotonic()
        full = await until(lambda: server.descriptors() >= descriptors + count, 20)
        report.require(full, "connections", server.descriptors() - descriptors + 1)
        second = server.resident() - empty
        gone = await until(lambda: server.descriptors() <= descriptors, IDLE_TIME + 20)
        seconds = time.monotonic() - start
        close_all(crowd)
        report.require(gone, f"closed by the server at {IDLE_TIME} s", f"{seconds:.1f} s")
        report.measured("memory of an empty server", mebibytes(empty))
        report.measured("memory for each connection", f"{first // count} B")
        report.measured("memory that stays when they leave", mebibytes(left))
        report.require(second <= first * 1.1, "a second crowd needs no more", mebibytes(second))
    report.require(good.is_served, "a good client meanwhile", good.summary)


@trial()
async def connection_cap(report: Report) -> None:
    """Beyond the bound of connections the next one waits, and is served when one closes."""
    cap = 10
    async with Server("--connections", str(cap)) as server:
        inside = [await Connection.open(server) for _ in range(cap)]
        for connection in inside:
            await connection.get("/plaintext")
        outside = [await Connection.open(server) for _ in range(cap)]
        answers = [asyncio.create_task(connection.get("/plaintext")) for connection in outside]
        # Long after the server would have answered them.
        for _ in range(100):
            await inside[0].get("/plaintext")
        done = sum(answer.done() for answer in answers)
        report.require(done == 0, f"answered beyond {cap} connections", done)
        in_turn = 0
        for number, connection in enumerate(inside, start=1):
            connection.close()
            in_turn += await until(lambda n=number: sum(a.done() for a in answers) >= n, 5)
        report.require(in_turn == cap, "one leaves, one more is served", f"{in_turn} of {cap}")
        served = sum(answer.done() and answer.result().status == 200 for answer in answers)
        report.require(served == cap, "served as the others left", f"{served} of {cap}")
        close_all(outside)


@trial()
async def descriptors_run_out(report: Report) -> None:
    """Out of file descriptors (EMFILE) the server lives, says so once, and serves all in turn."""
    clients, limit, taken = 200, 128, 80
    async with Server(descriptors=limit) as server:
        keeper = await Connection.open(server)
        # The app itself holds some, so that the server cannot know how many it may use.
        await keeper.get(f"/descriptors/{taken}")
        crowd = await open_many(server, clients)
        answers = [asyncio.create_task(ask_and_leave(connection)) for connection in crowd]
        statuses = await asyncio.wait_for(asyncio.gather(*answers), 30)
        served = statuses.count(200)
        code = await server.exit_code(within=1)
        report.require(code is None, "the server lives", server.log() if code else "")
        report.require(served == clients, "served in turn", f"{served} of {clients}")
        alive = await keeper.get("/plaintext")
        report.require(alive.status == 200, "a connection from before is served")
        lines = [line for line in server.log() if "No connection can be accepted" in line]
        report.require(len(lines) == 1, "lines in the log", len(lines))
        for line in lines[:1]:
            report.measured("the line", line)


async def ask_and_leave(connection: Connection) -> int:
    try:
        status = (await connection.get("/slow/50")).status
    except BROKEN:
        status = 0
    connection.close()
    return status


@trial()
async def overload(report: Report) -> None:
    """Beyond the bound of requests in flight: a fast 503 with Retry-After; health still answers."""
    bound = 50
    async with Server("--in-flight", str(bound)) as server:
        busy = await open_many(server, bound)
        for number, connection in enumerate(busy):
            await connection.ask(f"/hang/{number}")
        watcher = await Connection.open(server)
        # All of them are at work: one that comes late would find its place taken, and be refused.
        started = [await moment(watcher, f"/started/{number}") for number in range(bound)]
        report.require(None not in started, "in flight", f"{len(started)}")
        extra = await open_many(server, bound)
        refused, seconds = 0, []
        for connection in extra:
            start = time.monotonic()
            response = await asyncio.wait_for(connection.get("/slow/1"), 5)
            seconds.append(time.monotonic() - start)
            refused += response.status == 503 and "retry-after" in response.fields
        median, most = percentile(seconds, 0.5) * 1000, max(seconds) * 1000
        report.require(refused == bound, "503 with Retry-After", f"{refused} of {bound}")
        report.measured("after", f"median {median:.2f} ms, most {most:.2f} ms")
        for path in ["/health", "/ready"]:
            status = (await extra[0].get(path)).status
            report.require(status == 200, path, status)
        busy[0].close()
        await moment(watcher, "/cancelled/0")
        status = (await extra[0].get("/slow/1")).status
        report.require(status == 200, "when one has gone, the next is served", status)
        close_all([*busy, *extra, watcher])


@dataclass(frozen=True)
class HangUp:
    """A way in which a client can go while its handler runs."""

    kind: str
    leave: Callable[[Connection], None] = Connection.close
    method: str = "GET"
    #: Bytes of body that the handler does not read.
    body: int = 0


HANG_UPS = [
    HangUp("closed"),
    HangUp("reset", leave=Connection.reset),
    HangUp("small body unread", method="POST", body=32 << 10),
    # More than the server reads ahead, less than the kernel takes: what the client's kernel cannot
    # get rid of holds back the end, too.
    HangUp("large body unread", method="POST", body=96 << 10),
    HangUp("large body unread, reset", leave=Connection.reset, method="POST", body=96 << 10),
]


@trial()
async def hang_up(report: Report) -> None:
    """A client that hangs up cancels its handler within 100 ms."""
    count = 20
    async with Server() as server:
        with MachineWatch() as machine:
            for number, way in enumerate(HANG_UPS):
                names = [f"{number}-{repeat}" for repeat in range(count)]
                delays = [await hang_up_delay(server, machine, name, way) for name in names]
                seen = [delay for delay in delays if delay is not None]
                most, median = max(seen, default=0.0), percentile(seen, 0.5)
                value = f"median {median * 1000:.0f} ms, most {most * 1000:.0f} ms, {len(seen)} seen"
                report.require(len(seen) == count and most <= 0.1, way.kind, value)


async def hang_up_delay(
    server: Server, machine: MachineWatch, name: str, way: HangUp
) -> float | None:
    """The delay; measured again where the machine stood still meanwhile, and only there."""
    for attempt in range(10):
        start = time.monotonic()
        delay = await cancellation_delay(server, f"{name}-{attempt}", way)
        if (delay is not None and delay <= 0.1) or machine.stood_still(start) < 0.02:
            break
    return delay


async def cancellation_delay(server: Server, name: str, way: HangUp) -> float | None:
    """The seconds from a hang-up to the cancellation, by the clock that both processes share."""
    connection, watcher = await Connection.open(server), await Connection.open(server)
    fields = [f"Content-Length: {way.body}"] if way.body else []
    await connection.ask(f"/hang/{name}", *fields, method=way.method)
    connection.writer.write(b"x" * way.body)
    await moment(watcher, f"/started/{name}")
    left = time.monotonic_ns()
    way.leave(connection)
    cancelled = await moment(watcher, f"/cancelled/{name}")
    watcher.close()
    return (cancelled - left) / 1e9 if cancelled is not None else None


@trial()
async def clients_killed(report: Report) -> None:
    """Killing a client in the middle of 1,000 streams leaves nothing behind."""
    count = 1_000
    async with Server() as server:
        descriptors = server.descriptors()
        grown = []
        for _ in range(6):
            memory = server.resident()
            holder = await hold_streams(server, count)
            held = server.descriptors() - descriptors
            report.require(held == count, "streams", f"{held}, {mebibytes(server.resident())}")
            holder.kill()
            start = time.monotonic()
            gone = await until(lambda: server.descriptors() <= descriptors, 10)
            await holder.wait()
            seconds = time.monotonic() - start
            report.require(gone, "descriptors returned after", f"{seconds:.2f} s")
            grown.append(server.resident() - memory)
        report.measured("memory that stays of the first round", mebibytes(grown[0]))
        # glibc keeps more of it for some rounds; what is never freed would be added by each.
        least = min(grown[1:])
        report.require(least <= 1 << 20, "that each further round adds", mebibytes(least))
        report.require(not server.log(), "lines in the log", len(server.log()))


async def hold_streams(server: Server, count: int) -> asyncio.subprocess.Process:
    """A process with so many streams open, for killing."""
    holder = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "trials.hold_streams", str(server.port), str(count)),
        cwd=Path(__file__).parents[1],
        stdout=asyncio.subprocess.PIPE,
    )
    assert holder.stdout is not None
    await holder.stdout.readline()
    return holder
