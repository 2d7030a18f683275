# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Installs what the benchmarks need and builds the servers: `scripts/bench --setup`.

A peer that cannot be built stops nothing: it is told, with the reason, and its row of the table
says that it was not built.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from glob import glob
from pathlib import Path

from .process import Failure
from .report import table
from .servers import BENCHMARKS, BUILT, PEERS

# A program that shows that the package is there, or a pattern of files, and Debian's name of it.
NEEDED = {
    "wrk": "wrk", "valgrind": "valgrind", "taskset": "util-linux", "cc": "gcc", "strip": "binutils",
    "go": "golang-go", "node": "nodejs", "cargo": "cargo",
    "/usr/share/nodejs/express/package.json": "node-express",
    "/usr/share/cargo/registry/hyper-0*": "librust-hyper-dev",
    "/usr/share/cargo/registry/tokio-1*": "librust-tokio-dev",
    "/usr/share/cargo/registry/socket2-0*": "librust-socket2-dev",
    "/usr/share/cargo/registry/serde-1*": "librust-serde-dev",
    "/usr/share/cargo/registry/serde_derive-1*": "librust-serde-derive-dev",
    "/usr/share/cargo/registry/serde_json-1*": "librust-serde-json-dev",
    "/usr/share/gocode/src/github.com/mattn/go-sqlite3": "golang-github-mattn-go-sqlite3-dev",
    "/usr/share/gocode/src/github.com/lib/pq": "golang-github-lib-pq-dev",
}


def set_up() -> bool:
    """Prints what became of each server; false if Fledge's own cannot be built."""
    installed = _install()
    BUILT.mkdir(parents=True, exist_ok=True)
    states = {"packages": installed}
    for name, build in _builds().items():
        print(f"building {name}…", flush=True)
        try:
            build()
            states[name] = ("ready", "")
        except Failure as failure:
            states[name] = ("NOT BUILT", " ".join(str(failure).split())[-160:])
    rows = [[name, *state] for name, state in states.items()]
    print("\n" + table(["server", "state", "why"], rows))
    return states["fledge"][0] == "ready"


def _builds() -> dict[str, Callable[[], None]]:
    return {
        "fledge": lambda: _run(["swift", "build", "-c", "release", "--static-swift-stdlib"], BENCHMARKS),
        "epoll": lambda: _run(
            ["cc", "-O2", "-pthread", "-o", str(BUILT / "epoll"), "epoll.c"], PEERS / "epoll"),
        "hyper": _build_hyper,
        "go": lambda: _run(["go", "build", "-o", str(BUILT / "go-peer"), "."], PEERS / "go"),
        "go-database": _build_go_database,
        "node": lambda: _run(["node", "--check", "server.js"], PEERS / "node"),
        "express": _check_express,
        "hummingbird": _build_hummingbird,
    }


def _build_hyper() -> None:
    target = BUILT / "cargo"
    _run(["cargo", "build", "--release", "--offline", "--target-dir", str(target)], PEERS / "hyper")
    shutil.copy2(target / "release" / "hyper-peer", BUILT)


def _build_go_database() -> None:
    # Debian's Go packages lie where Go looked before it had modules.
    variables = {**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode"}
    _run(["go", "build", "-o", str(BUILT / "go-database"), "."], PEERS / "go-database", variables)


def _check_express() -> None:
    variables = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    _run(["node", "-e", "require('express')"], PEERS / "express", variables)


def _build_hummingbird() -> None:
    package = PEERS / "hummingbird-peer"
    _run(["swift", "build", "-c", "release"], package)
    shutil.copy2(package / ".build" / "release" / "HummingbirdPeer", BUILT)


def _install() -> tuple[str, str]:
    """Installs what is missing with apt-get; elsewhere it says what to install by hand."""
    missing = [package for probe, package in NEEDED.items() if not _is_there(probe)]
    if not missing:
        return "ready", ""
    names = " ".join(missing)
    if shutil.which("apt-get") is None:
        return "INCOMPLETE", f"there is no apt-get here; install by hand: {names}"
    print(f"installing {names}…", flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    try:
        _run([*as_root, "apt-get", "update", "-qq"], BENCHMARKS)
        _run([*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq",
              "--no-install-recommends", *missing], BENCHMARKS)
        return "ready", ""
    except Failure as failure:
        return "INCOMPLETE", str(failure)


def _is_there(probe: str) -> bool:
    return bool(glob(probe)) if probe.startswith("/") else shutil.which(probe) is not None


def _run(words: list[str], folder: Path, variables: dict[str, str] | None = None) -> None:
    if shutil.which(words[0]) is None:
        raise Failure(f"there is no {words[0]} on the PATH")
    result = subprocess.run(words, cwd=folder, env=variables, capture_output=True, text=True)
    if result.returncode != 0:
        raise Failure(f"{' '.join(words[:3])} failed: {(result.stderr or result.stdout).strip()}")
