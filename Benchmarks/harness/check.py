# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Holds the cost of a request to `Benchmarks/thresholds.json`."""

from __future__ import annotations

import json
from pathlib import Path

from .cost import Cost, callers, cost, functions, profiled
from .report import table
from .servers import BENCHMARKS, ROUTES, Route, Server

THRESHOLDS = BENCHMARKS / "thresholds.json"
CHECKED = ["plaintext", "async", "json", "parameter", "post"]


def check(server: Server, names: list[str], path: Path = THRESHOLDS) -> bool:
    """Prints each cost beside what is allowed; false if one is beyond it.

    A cost far below its threshold is no failure, but is told: lower the threshold, or the next
    step back goes unseen.
    """
    content = json.loads(path.read_text())
    margin = content["margin"]
    rows, within = [], True
    for name in names:
        allowed = content["requests"].get(name)
        if allowed is None:
            rows.append([name, "", "", "", "", "no threshold"])
            within = False
            continue
        measured = cost(server, ROUTES[name])
        said = verdict(measured, allowed, margin)
        within = within and not said.startswith("TOO MUCH")
        rows.append([
            name, f"{measured.instructions:,.0f}", f"{allowed['instructions']:,}",
            f"{measured.allocations:.1f}", f"{allowed['allocations']:g}", said])
    headings = ["request", "instructions", "allowed", "allocations", "allowed", ""]
    print(table(headings, rows))
    if not within:
        print(f"\nA request may cost {margin:.0%} more than its threshold. Find what it pays for:"
              "\n    scripts/bench --profile ROUTE"
              "\nand, if that is worth it, accept the cost with scripts/bench --check --update.")
    return within


def update(server: Server, names: list[str], path: Path = THRESHOLDS) -> None:
    """Writes what requests cost now as what they may cost."""
    content = json.loads(path.read_text()) if path.exists() else {"margin": 0.05, "requests": {}}
    for name in names:
        measured = cost(server, ROUTES[name])
        content["requests"][name] = {
            "instructions": round(measured.instructions),
            "allocations": round(measured.allocations, 1)}
        print(f"{name}: {content['requests'][name]}", flush=True)
    path.write_text(json.dumps(content, indent=2) + "\n")


def profile(server: Server, route: Route, top: int = 40, callee: str | None = None,
            requests: int = 500) -> str:
    """Where the instructions of a request go, as Markdown; or, for one function, who calls it."""
    with profiled(server, route, requests) as counted:
        parts = [
            f"{server.title}, {route.method} {route.path}: "
            f"{counted.instructions:,.0f} instructions for each request, without the kernel's."]
        if callee:
            parts.append(_functions(
                f"Calls of {callee} by", callers(counted, callee, top)))
        else:
            parts.append(_functions("In the function itself", functions(counted, top)))
            parts.append(_functions("With what it calls", functions(counted, top, True)))
    return "\n\n".join(parts) + "\n"


def _functions(title: str, rows: list[tuple]) -> str:
    return table([title, "instructions", "share"], [
        [f"`{name[:90]}`", f"{count:,.0f}", f"{share:.1%}"] for count, share, name in rows])


def verdict(measured: Cost, allowed: dict, margin: float) -> str:
    # Half an allocation of slack: a buffer that grows now and then is not one for each request.
    over = [
        name for name, value, limit in [
            ("instructions", measured.instructions, allowed["instructions"] * (1 + margin)),
            ("allocations", measured.allocations,
             allowed["allocations"] * (1 + margin) + 0.5)]
        if value > limit]
    if over:
        return "TOO MUCH: " + " and ".join(over)
    if measured.instructions < allowed["instructions"] * (1 - margin):
        return "better: lower the threshold"
    return "ok"
