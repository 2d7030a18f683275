# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Sends an exact number of requests over one connection, one after the other."""

from __future__ import annotations

import http.client
import socket

from .process import Failure
from .servers import Route


class Client:
    """One keep-alive connection."""

    def __init__(self, port: int, route: Route) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._route = route
        self._request = _bytes(route)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, count: int) -> None:
        for _ in range(count):
            self._socket.sendall(self._request)
            response = http.client.HTTPResponse(self._socket, method=self._route.method)
            response.begin()
            body = response.read()
            if response.status != 200 or not self._route.accepts(body):
                raise Failure(f"{self._route.path} answered {response.status} {body[:80]!r}")
            if response.will_close:
                raise Failure("the server closed the connection between two requests")


def _bytes(route: Route) -> bytes:
    """The same bytes for every server and every run: costs are compared to a hundredth."""
    fields = ["Host: localhost"]
    if route.body:
        fields += ["Content-Type: application/json", f"Content-Length: {len(route.body)}"]
    head = f"{route.method} {route.path} HTTP/1.1\r\n" + "\r\n".join(fields) + "\r\n\r\n"
    return (head + route.body).encode()
