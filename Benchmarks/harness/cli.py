# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The command line of `scripts/bench`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from . import chart, check, databases, document, growth, report, setup
from .load import Load
from .process import Failure, Place
from .rounds import run_rounds
from .servers import DATABASE_ROUTES, ROUTES, servers

DEFAULT_SERVERS = "fledge,epoll,hyper,go,node,hummingbird,express"


def main() -> int:
    arguments = _parser().parse_args()
    try:
        return _run(arguments)
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Piped into `head`: nobody reads on, and the interpreter must not try to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _run(arguments: argparse.Namespace) -> int:
    if arguments.setup:
        return 0 if setup.set_up() else 1
    if arguments.check or arguments.profile:
        _require("taskset", "valgrind", "cc")
        return _count(arguments)
    _require("taskset", "wrk")
    if arguments.databases:
        return _compare_databases(arguments)
    return _grow(arguments) if arguments.growth else _compare(arguments)


def _count(arguments: argparse.Namespace) -> int:
    chosen = servers(arguments.fledge)
    if arguments.profile:
        route = _chosen(ROUTES, arguments.profile, "route")[0]
        for server in _chosen(chosen, arguments.servers or "fledge", "server"):
            text = check.profile(server, route, arguments.top, arguments.callers)
            print(text)
            if arguments.document and server.name == "fledge":
                document.fill("profile", text)
        return 0
    names = arguments.routes.split(",") if arguments.routes else check.CHECKED
    _chosen(ROUTES, ",".join(names), "route")
    if arguments.update:
        check.update(chosen["fledge"], names)
        return 0
    return 0 if check.check(chosen["fledge"], names) else 1


def _compare(arguments: argparse.Namespace) -> int:
    chosen = _chosen(servers(arguments.fledge), arguments.servers or DEFAULT_SERVERS, "server")
    routes = _chosen(ROUTES, arguments.routes or "all", "route")
    load = _load(arguments)
    results = run_rounds(chosen, routes, load, arguments.rounds, _place(arguments))
    text = report.markdown(results, chosen, routes, load, arguments.rounds)
    print(text)
    if arguments.json:
        report.save_json(arguments.json, results, load, arguments.rounds)
    _keep(arguments, "comparison", text, chart.chart(results, chosen, routes))
    return 0


def _compare_databases(arguments: argparse.Namespace) -> int:
    routes = _chosen(DATABASE_ROUTES, arguments.routes or "all", "route")
    text = databases.compare(_load(arguments), arguments.rounds, _place(arguments), routes)
    print(text)
    if arguments.document:
        document.fill("databases", text)
    return 0


def _grow(arguments: argparse.Namespace) -> int:
    chosen = _chosen(
        servers(arguments.fledge), arguments.servers or "fledge,hyper,express", "server")
    curves = growth.run_growth(chosen, _load(arguments), arguments.rounds, _place(arguments))
    text = growth.markdown(curves)
    print(text)
    _keep(arguments, "growth", text, growth.chart(curves))
    return 0


def _keep(arguments: argparse.Namespace, name: str, text: str, picture: str) -> None:
    if arguments.svg:
        arguments.svg.parent.mkdir(parents=True, exist_ok=True)
        arguments.svg.write_text(picture)
    if arguments.document:
        document.fill(name, text)
        document.draw(name, picture)


def _load(arguments: argparse.Namespace) -> Load:
    return Load(
        arguments.connections, arguments.seconds, arguments.pipeline, arguments.wrk_core,
        arguments.priority)


def _place(arguments: argparse.Namespace) -> Place:
    return Place(arguments.cores, arguments.threads, arguments.priority)


def _chosen(all_of_them: dict, names: str, kind: str) -> list:
    wanted = list(all_of_them) if names == "all" else names.split(",")
    for name in wanted:
        if name not in all_of_them:
            raise Failure(f"there is no {kind} '{name}'; there are: {', '.join(all_of_them)}.")
    return [all_of_them[name] for name in wanted]


def _require(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise Failure(f"{' and '.join(missing)} missing. scripts/bench --setup installs it.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Compares Fledge with its peers: interleaved rounds, server and load generator "
                    "on different cores.")
    parser.add_argument("--setup", action="store_true", help="install and build what is missing")
    parser.add_argument("--growth", action="store_true",
                        help="curves: by routes, by connections, by pipelined requests")
    parser.add_argument("--databases", action="store_true",
                        help="requests with a query, on SQLite and on the PostgreSQL of DATABASE_URL")
    parser.add_argument("--servers", help="names with commas, or 'all'")
    parser.add_argument("--routes", help="names with commas, or 'all'")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5, help="of each measurement")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--pipeline", type=int, default=1, help="requests sent in one piece")
    parser.add_argument("--threads", type=int, default=1, help="of each server")
    parser.add_argument("--cores", default="0", help="of the servers, as for taskset")
    parser.add_argument("--wrk-core", default="1")
    parser.add_argument("--priority", type=int, default=0, metavar="NICENESS",
                        help="of servers and wrk; -15, as root, on a machine that is busy")
    parser.add_argument("--fledge", type=Path, help="the BenchServer to measure")
    parser.add_argument("--json", type=Path, help="where to write all measurements")
    parser.add_argument("--document", action="store_true",
                        help="write the result into docs/Performance.md and docs/images too")
    parser.add_argument("--svg", type=Path, help="where to draw the chart")
    counting = parser.add_argument_group("counting instead of timing (valgrind)")
    counting.add_argument("--check", action="store_true",
                          help="hold instructions and allocations to Benchmarks/thresholds.json")
    counting.add_argument("--update", action="store_true",
                          help="with --check: write the thresholds")
    counting.add_argument("--profile", metavar="ROUTE", help="where the instructions go")
    counting.add_argument("--callers", metavar="FUNCTION",
                          help="with --profile: who calls this one, such as swift_retain")
    counting.add_argument("--top", type=int, default=40, help="functions of --profile")
    return parser
