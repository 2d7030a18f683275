# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Requests with a query in them: Fledge beside Go, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from . import report
from .load import Load
from .process import Failure, Place
from .rounds import run_rounds
from .servers import database_servers

NAMES = ("fledge", "go")


def compare(load: Load, rounds: int, place: Place, routes: list) -> str:
    """One table for each database and route. PostgreSQL is measured where `DATABASE_URL` says so."""
    with tempfile.TemporaryDirectory() as folder:
        files = {name: str(Path(folder) / f"{name}.sqlite") for name in NAMES}
        parts = [_tables("SQLite", files, load, rounds, place, routes)]
    url = os.environ.get("DATABASE_URL")
    if url:
        parts.append(_tables("PostgreSQL", _databases(url), load, rounds, place, routes))
    else:
        parts.append("PostgreSQL was not measured: scripts/with-postgres scripts/bench --databases does.")
    return "\n\n".join(parts)


def _tables(kind: str, places: dict[str, str], load: Load, rounds: int, place: Place, routes: list) -> str:
    servers = database_servers(kind, places)
    results = run_rounds(servers, routes, load, rounds, place)
    return f"**{kind}**: " + report.markdown(results, servers, routes, load, rounds)


def _databases(url: str) -> dict[str, str]:
    """A database of its own for each server, in the same PostgreSQL."""
    if shutil.which("psql") is None:
        raise Failure("psql is missing; it comes with Debian's postgresql-client.")
    made = {}
    for name in NAMES:
        database = f"bench_{name}"
        for text in (f"DROP DATABASE IF EXISTS {database}", f"CREATE DATABASE {database}"):
            done = subprocess.run(["psql", url, "-qc", text], capture_output=True, text=True)
            if done.returncode != 0:
                raise Failure(f"{text}: {done.stderr.strip()}")
        made[name] = urlunsplit(urlsplit(url)._replace(path=f"/{database}"))
    return made
