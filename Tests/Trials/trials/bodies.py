# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Bodies that are larger than anybody wants to hold in memory."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

from .client import BROKEN, Connection, close_all
from .registry import Report, trial
from .server import Server, mebibytes

LIMIT = 1 << 20
GIBIBYTES_10 = 10 << 30

#: One chunk of 64 KiB with its frame.
CHUNK = b"10000\r\n" + b"x" * (64 << 10) + b"\r\n"


async def pour(connection: Connection, piece: bytes, total: int) -> int:
    """Sends `piece` again and again until there are `total` bytes or the server wants no more."""
    sent = 0
    try:
        while sent < total:
            await connection.send(piece)
            sent += len(piece)
    except BROKEN:
        pass
    return sent


async def uploaded(server: Server, name: str) -> int:
    """How many bytes the handler was given."""
    connection = await Connection.open(server)
    response = await connection.get(f"/uploaded/{name}")
    connection.close()
    return int(json.loads(response.body)["bytes"])


@trial()
async def upload_in_chunks(report: Report) -> None:
    """A chunked upload of 10 GiB to a route that takes 1 MiB ends after about 1 MiB."""
    async with Server() as server:
        connection = await Connection.open(server)
        memory, read = server.resident(), server.bytes_read()
        await connection.ask("/upload/big", "Transfer-Encoding: chunked", method="POST")
        pouring = asyncio.create_task(pour(connection, CHUNK, GIBIBYTES_10))
        # A client that looks for an answer only when it cannot send any more.
        await asyncio.wait([pouring], timeout=0.5)
        report.require(not pouring.done(), "the client is made to wait, not cut off")
        response = await connection.response()
        sent = await pouring
        taken = server.bytes_read() - read
        handled = await uploaded(server, "big")
        report.require(response.status == 413, "status", response.status)
        report.require(response.closes, "Connection: close")
        report.require(handled <= LIMIT, "given to the handler", mebibytes(handled))
        # Beyond the limit: what one read brings, and 256 KiB so that the client sees the answer.
        report.require(taken <= 1.5 * LIMIT, "read by the server", mebibytes(taken))
        report.measured("sent by the client, into the buffers of the kernel", mebibytes(sent))
        report.measured("memory", mebibytes(server.resident() - memory))


@trial()
async def upload_announced(report: Report) -> None:
    """An upload that announces 10 GiB is refused before any of it is read."""
    for fields in [(), ("Expect: 100-continue",)]:
        async with Server() as server:
            connection = await Connection.open(server)
            length = f"Content-Length: {GIBIBYTES_10}"
            await connection.ask("/upload/huge", length, *fields, method="POST")
            response = await connection.response()
            what = "with Expect" if fields else "without Expect"
            report.require(response.status == 413, f"{what}, status", response.status)
            report.require(response.closes, f"{what}, Connection: close")
            handled = await uploaded(server, "huge")
            report.require(handled == 0, f"{what}, given to the handler", handled)


def uploads_on_disk(server: Server) -> int:
    """How many temporary files of uploads the process has open."""
    folder = Path(f"/proc/{server.process.pid}/fd")
    names = [os.readlink(link) for link in folder.iterdir() if link.is_symlink()]
    return sum("fledge-upload" in name for name in names)


@trial()
async def upload_files(report: Report) -> None:
    """A form with 64 MiB of files is read with little memory, and leaves no file behind."""
    async with Server() as server:
        head = '--b\r\nContent-Disposition: form-data; name="{0}"; filename="{0}"\r\n\r\n'
        parts = [head.format(name).encode() for name in ("small", "large")]
        small, large = b"x" * 1000, 64 << 20
        end = b"\r\n--b--\r\n"
        length = sum(map(len, parts)) + len(small) + 2 + large + len(end)
        fields = ("Content-Type: multipart/form-data; boundary=b", f"Content-Length: {length}")
        before, most, files = server.resident(), 0, 0
        for is_complete in (True, False):
            connection = await Connection.open(server)
            await connection.ask("/files", *fields, method="POST")
            await connection.send(parts[0] + small + b"\r\n" + parts[1])
            for _ in range(1024 if is_complete else 256):
                await connection.send(b"x" * (64 << 10))
                most = max(most, server.resident() - before)
            files = max(files, uploads_on_disk(server))
            if is_complete:
                await connection.send(end)
                response = await connection.response()
                total = json.loads(response.body)["bytes"]
                report.require(total == large + len(small), "received", mebibytes(total))
                report.require(uploads_on_disk(server) == 0, "no file is open after the answer")
            connection.close()
        report.require(files == 1, "one file was on disk", files)
        report.require(most <= 8 << 20, "memory", mebibytes(most))
        # The client hung up: the handler is cancelled, and lets go of its file.
        for _ in range(100):
            if uploads_on_disk(server) == 0:
                break
            await asyncio.sleep(0.05)
        report.require(uploads_on_disk(server) == 0, "no file is open after a hang-up")


@trial()
async def upload_continue(report: Report) -> None:
    """A body that is within the limit is asked for with 100, and answered."""
    async with Server() as server:
        connection = await Connection.open(server)
        await connection.ask(
            "/upload/asked", f"Content-Length: {LIMIT}", "Expect: 100-continue", method="POST"
        )
        interim = await connection.head()
        report.require(interim.status == 100, "before the body", interim.status)
        await connection.send(b"x" * LIMIT)
        response = await connection.response()
        report.require(json.loads(response.body)["bytes"] == LIMIT, "received", mebibytes(LIMIT))


@trial()
async def stream_memory(report: Report) -> None:
    """Slow readers of a stream of 1 GiB cost the server at most 1 MiB each."""
    count = 20
    async with Server() as server:
        # Once in full, so that everything that is made once has been made.
        warm = await Connection.open(server)
        await warm.ask("/stream/16")
        await warm.response()
        before = server.resident()
        readers = [await Connection.open(server, is_remote=True) for _ in range(count)]
        for reader in readers:
            await reader.ask("/stream/1024")
            await reader.head()
        most = 0
        for _ in range(30):
            for reader in readers:
                await reader.reader.read(16 << 10)
            await asyncio.sleep(0.1)
            most = max(most, server.resident() - before)
        close_all(readers)
    report.require(most <= count << 20, "for each of 20", mebibytes(most / count))


@trial()
async def stream_whole(report: Report) -> None:
    """A fast reader gets all of 1 GiB."""
    async with Server() as server:
        before = server.resident()
        connection = await Connection.open(server)
        await connection.ask("/stream/1024")
        await connection.head()
        received = 0
        async for piece in connection.chunks():
            received += len(piece)
        report.require(received == 1 << 30, "received", mebibytes(received))
        grown = server.resident() - before
        report.require(grown <= 4 << 20, "memory", mebibytes(grown))
