# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The servers that are compared, and the routes that they answer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
PEERS = BENCHMARKS / "peers"
BUILT = BENCHMARKS / ".build-peers"

USER = {
    "id": 7,
    "name": "Ada Lovelace",
    "email": "ada@example.com",
    "tags": ["admin", "staff", "early"],
}


@dataclass(frozen=True)
class Route:
    """What is asked, and what must be answered: a peer that answers otherwise is not measured."""

    name: str
    path: str
    answer: str | dict | list
    method: str = "GET"
    body: str = ""

    def accepts(self, body: bytes) -> bool:
        if not isinstance(self.answer, str):
            try:
                return json.loads(body) == self.answer
            except ValueError:
                return False
        return body == self.answer.encode()


ROUTES = {
    route.name: route
    for route in [
        Route("plaintext", "/plaintext", "Hello, World!"),
        Route("async", "/async", "Hello, World!"),
        Route("json", "/json", USER),
        Route("post", "/users", USER, "POST", json.dumps(USER, separators=(",", ":"))),
        Route("parameter", "/users/42", "user 42"),
        Route("4k", "/4k", "0123456789abcdef" * 256),
        Route("stream", "/stream", "0123456789abcdef" * 1024),
    ]
}


@dataclass(frozen=True)
class Server:
    """How one server is started. Each takes `--port N --threads N`."""

    name: str
    title: str
    program: Path
    words: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    routes: frozenset[str] = frozenset(ROUTES)

    def command(self, port: int, threads: int, more: tuple[str, ...] = ()) -> list[str]:
        return [*self.words, "--port", str(port), "--threads", str(threads), *more]

    def variables(self, port: int, threads: int) -> dict[str, str]:
        return {**os.environ, **self.environment, "PORT": str(port), "GOMAXPROCS": str(threads)}


def servers(fledge: Path | None = None) -> dict[str, Server]:
    """Every server by name; `fledge` is the program to measure if it is not the one built here."""
    fledge = fledge or BENCHMARKS / ".build" / "release" / "BenchServer"
    plain_only = frozenset({"plaintext", "async"})

    def native(name: str, title: str, file: str, *words: str, **more) -> Server:
        return Server(name, title, BUILT / file, (str(BUILT / file), *words), **more)

    def script(name: str, title: str, file: str, *words: str) -> Server:
        variables = {"NODE_PATH": "/usr/share/nodejs", "NODE_ENV": "production"}
        return Server(name, title, PEERS / file, ("node", str(PEERS / file), *words), variables)

    production = {"FLEDGE_ENV": "production"}
    all_servers = [
        Server("fledge", "Fledge", fledge, (str(fledge),), production),
        native("epoll", "bare epoll loop in C (the limit)", "epoll", routes=plain_only),
        native("hyper", "hyper 0.14, bare", "hyper-peer"),
        native("go", "Go net/http, bare", "go-peer"),
        script("node", "Node http, bare", "node/server.js"),
        native("hummingbird", "Hummingbird 2.28", "HummingbirdPeer"),
        script("express", "Express 4.18", "express/server.js"),
        native("hyper+", "hyper 0.14, same work", "hyper-peer", "--middleware"),
        native("go+", "Go net/http, same work", "go-peer", "--middleware"),
        script("node+", "Node http, same work", "node/server.js", "--middleware"),
    ]
    return {server.name: server for server in all_servers}


def _person(id: int) -> dict:
    return {"id": id, "name": f"Person {id}", "email": f"p{id}@example.com", "score": id / 4}


NEW_PERSON = {"name": "Ada Lovelace", "email": "ada@example.com", "score": 1.5}

# Of the servers below.
DATABASE_ROUTES = {
    route.name: route
    for route in [
        Route("read", "/people/4242", _person(4242)),
        Route("list", "/people", [_person(id) for id in range(5001, 5021)]),
        Route("insert", "/people", {"added": 1}, "POST", json.dumps(NEW_PERSON, separators=(",", ":"))),
    ]
}


def database_servers(kind: str, places: dict[str, str]) -> list[Server]:
    """The servers that have a table behind them, each in a database of its own.

    `places` has the file or the URL for each by name: `fledge` and `go`.
    """
    routes = frozenset(DATABASE_ROUTES)
    fledge = BENCHMARKS / ".build" / "release" / "DatabaseServer"
    go = BUILT / "go-database"
    return [
        Server("fledge", f"Fledge, {kind}", fledge, (str(fledge), "--database", places["fledge"]),
               {"FLEDGE_ENV": "production"}, routes),
        Server("go", f"Go net/http and database/sql, {kind}", go,
               (str(go), "--database", places["go"]), {}, routes),
    ]
