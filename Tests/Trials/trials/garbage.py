# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Bytes that are not HTTP, or nearly."""

from __future__ import annotations

import asyncio
import collections
import random

from .client import BROKEN, Connection, GoodClient
from .registry import Report, trial
from .server import Server, mebibytes

STREAMS = 10_000
AT_ONCE = 64
#: Fixed, so that a failure can be had again.
SEED = 20_061

#: Well-formed, and forms that are known from request smuggling.
SEEDS = [
    b"GET /plaintext HTTP/1.1\r\nHost: trial\r\n\r\n",
    b"GET /plaintext HTTP/1.1\r\nHost: trial\r\n\r\nGET /plaintext HTTP/1.1\r\nHost: trial\r\n\r\n",
    b"POST /upload/g HTTP/1.1\r\nHost: trial\r\nContent-Length: 5\r\n\r\nhello",
    b"POST /upload/g HTTP/1.1\r\nHost: trial\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5;a=b\r\nhello\r\n0\r\nX-Trailer: y\r\n\r\n",
    b"POST /upload/g HTTP/1.1\r\nHost: trial\r\nContent-Length: 4\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n1\r\nZ\r\n0\r\n\r\n",
    b"POST /upload/g HTTP/1.1\r\nHost: trial\r\nTransfer-Encoding: chunked\r\n"
    b"Transfer-Encoding: identity\r\n\r\n0\r\n\r\nGET /plaintext HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://trial/plaintext?a=%41&b HTTP/1.1\r\nHost: trial\r\nExpect: 100-continue\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: trial\r\nConnection: keep-alive, x\r\n\r\n",
]

#: What parsers have stumbled over.
TOKENS = [
    *(b"\r", b"\n", b"\r\n", b"\r\n\r\n", b"\0", b" ", b"\t", b"\x0b", b":", b";", b"\xff"),
    *(b"Content-Length: 0\r\n", b"Content-Length: +5\r\n", b"Transfer-Encoding: xchunked\r\n"),
    *(b"ffffffffffffffff", b"-1", b"0x5", b"%00", b"/../", b"HTTP/1.0", b"HTTP/2.0"),
    *(b"Transfer-Encoding:\x0bchunked\r\n", b" \r\n X: folded\r\n", b"Host: other\r\n"),
]


def mutated(random: random.Random) -> bytes:
    """A seed with one to eight changes; now and then only noise."""
    if random.random() < 0.05:
        return random.randbytes(random.randint(1, 2_000))
    data = bytearray(random.choice(SEEDS))
    for _ in range(random.randint(1, 8)):
        place = random.randrange(len(data) + 1)
        match random.randrange(5):
            case 0:
                data[place:place] = random.choice(TOKENS)
            case 1:
                del data[place : place + random.randint(1, 10)]
            case 2:
                data[place : place + 1] = random.randbytes(1)
            case 3:
                data += data[place : place + random.randint(1, 100)]
            case _:
                data[place : place + 3] = random.choice(TOKENS)
    return bytes(data)


async def send_and_see(server: Server, data: bytes, cut: int) -> str:
    """Sends in two pieces, shuts down the sending side, and tells the first status."""
    connection = await Connection.open(server)
    try:
        await connection.send(data[:cut])
        await connection.send(data[cut:])
        connection.writer.write_eof()
        received = await asyncio.wait_for(connection.rest(), 10)
    except TimeoutError:
        return "no end after 10 s"
    except BROKEN:
        received = b""
    finally:
        connection.close()
    return received[9:12].decode("latin-1") if received else "closed"


@trial()
async def garbage(report: Report) -> None:
    """10,000 mutated streams: the process lives, its memory stays, all connections end."""
    source = random.Random(SEED)
    outcomes: collections.Counter[str] = collections.Counter()
    resident = []
    async with Server() as server, GoodClient(server) as good:
        descriptors = server.descriptors()

        async def worker(count: int) -> None:
            for _ in range(count):
                data = mutated(source)
                outcomes[await send_and_see(server, data, source.randrange(len(data) + 1))] += 1

        for _ in range(2):
            await asyncio.gather(*(worker(STREAMS // 2 // AT_ONCE + 1) for _ in range(AT_ONCE)))
            resident.append(server.resident())
        report.require(server.is_running, "the process lives")
        left = server.descriptors() - descriptors
        report.require(left <= 0, "connections that are left", left)
    grown = resident[1] - resident[0]
    report.measured("streams", sum(outcomes.values()))
    report.measured("first answers", dict(outcomes.most_common()))
    endless = outcomes["no end after 10 s"]
    report.require(endless == 0, "connections without an end", endless)
    failures = sum(count for status, count in outcomes.items() if status.startswith("500"))
    report.require(failures == 0, "answers with 500", failures)
    report.require(grown <= 4 << 20, "memory that the second half adds", mebibytes(grown))
    report.require(good.is_served, "a good client meanwhile", good.summary)
