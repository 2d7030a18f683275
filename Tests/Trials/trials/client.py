# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""A client that shares no code with the server, and that can behave badly."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import time
from dataclasses import dataclass

from .server import Server

#: What a connection that ends early may raise, in all its forms.
BROKEN = (ConnectionError, asyncio.IncompleteReadError, OSError)


@dataclass
class Response:
    status: int
    #: Names in lower case.
    fields: dict[str, str]
    body: bytes = b""

    @property
    def closes(self) -> bool:
        return self.fields.get("connection", "").lower() == "close"


def remote_socket() -> socket.socket:
    """A socket with the packets of a network.

    Those of the loopback have 64 KiB, and for each connection that is not read the kernel buffers
    megabytes of them.
    """
    sock = socket.socket()
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 1400)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
    return sock


class Connection:
    """One connection, byte by byte if need be."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def open(
        cls, server: Server, source: str = "127.0.0.1", is_remote: bool = False
    ) -> Connection:
        """Connects from `source`: each loopback address has ports of its own."""
        sock = remote_socket() if is_remote else socket.socket()
        try:
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if source != "127.0.0.1":
                sock.setsockopt(socket.IPPROTO_IP, socket.IP_BIND_ADDRESS_NO_PORT, 1)
                sock.bind((source, 0))
            await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", server.port))
            reader, writer = await asyncio.open_connection(sock=sock)
        except BaseException:
            sock.close()
            raise
        return cls(reader, writer)

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def ask(self, path: str, *fields: str, method: str = "GET") -> None:
        """Sends the head of a request."""
        lines = [f"{method} {path} HTTP/1.1", "Host: trial", *fields]
        await self.send("".join(f"{line}\r\n" for line in [*lines, ""]).encode())

    async def get(self, path: str) -> Response:
        """A whole exchange."""
        await self.ask(path)
        return await self.response()

    async def head(self) -> Response:
        """The head of the next response."""
        text = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = text.split("\r\n")[:-2]
        pairs = (line.split(":", 1) for line in lines)
        fields = {name.lower(): value.strip() for name, value in pairs}
        return Response(int(first.split(" ")[1]), fields)

    async def response(self) -> Response:
        """The next response with its body."""
        response = await self.head()
        if response.fields.get("transfer-encoding") == "chunked":
            response.body = b"".join([piece async for piece in self.chunks()])
        elif response.status >= 200 and response.status not in (204, 304):
            length = int(response.fields.get("content-length", "0"))
            response.body = await self.reader.readexactly(length)
        return response

    async def chunks(self):
        """The pieces of a chunked body, to its end."""
        while True:
            size = int(await self.reader.readuntil(b"\r\n"), 16)
            piece = await self.reader.readexactly(size + 2)
            if size == 0:
                return
            yield piece[:-2]

    async def rest(self) -> bytes:
        """Everything up to the end, however the connection ends."""
        received = b""
        try:
            while piece := await self.reader.read(1 << 16):
                received += piece
        except BROKEN:
            pass
        return received

    def stop_reading(self) -> None:
        """Takes no more bytes; the kernel's buffer fills up, and then the server has to wait."""
        self.writer.transport.pause_reading()

    def close(self) -> None:
        self.writer.close()

    def reset(self) -> None:
        """Ends the connection with a RST, as a crashed client's machine would."""
        if self.writer.is_closing():
            return
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


async def open_many(server: Server, count: int) -> list[Connection]:
    """Opens many connections, from so many addresses that no ports run short."""
    per_address = 5_000
    connections: list[Connection] = []
    for start in range(0, count, 100):
        source = f"127.0.0.{2 + start // per_address}"
        batch = range(min(100, count - start))
        connections += await asyncio.gather(*(Connection.open(server, source) for _ in batch))
    return connections


def close_all(connections: list[Connection]) -> None:
    for connection in connections:
        connection.close()


class GoodClient:
    """Asks for something small again and again, and keeps how long each answer took.

    async with GoodClient(server) as good:
        ...
    print(good.summary)
    """

    def __init__(self, server: Server, pause: float = 0.02) -> None:
        self._server = server
        self._pause = pause
        self.seconds: list[float] = []
        self.failures = 0

    async def __aenter__(self) -> GoodClient:
        self._connection = await Connection.open(self._server)
        # Once it is answered it has been accepted, and counts among the descriptors.
        await self._connection.get("/plaintext")
        self._task = asyncio.create_task(self._ask())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._connection.close()

    async def _ask(self) -> None:
        while True:
            start = time.monotonic()
            try:
                response = await self._connection.get("/plaintext")
                self.failures += response.status != 200
            except BROKEN:
                self.failures += 1
                self._connection = await Connection.open(self._server)
            self.seconds.append(time.monotonic() - start)
            await asyncio.sleep(self._pause)

    @property
    def is_served(self) -> bool:
        return self.failures == 0 and len(self.seconds) > 0

    @property
    def summary(self) -> str:
        p99 = percentile(self.seconds, 0.99) * 1000
        return f"{len(self.seconds)} answers, {self.failures} failed, p99 {p99:.1f} ms"


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


async def moment(watcher: Connection, path: str) -> int | None:
    """When something happened, in nanoseconds; `None` when it does not within a second."""
    for _ in range(50):
        response = await watcher.get(path)
        if response.status == 200:
            return int(json.loads(response.body)["nanoseconds"])
        await asyncio.sleep(0.02)
    return None
