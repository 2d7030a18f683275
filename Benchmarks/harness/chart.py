# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The comparison as a picture: one panel of bars for each route."""

from __future__ import annotations

from . import svg
from .report import per_cpu_second
from .rounds import Results, Spread
from .servers import Route, Server

WIDTH, LABELS, VALUES = 820, 250, 180
SUBTITLE = "one server thread, connections kept alive; the thin line spans all rounds"
ROW, BAR, PANEL_HEAD, GAP = 24, 15, 30, 18


def chart(results: Results, servers: list[Server], routes: list[Route]) -> str:
    """Bars of requests per CPU second; a thin line spans the slowest and the fastest round."""
    panels: list[str] = []
    top = 52.0
    spoken: list[str] = []
    for route in routes:
        rows = _rows(results, servers, route)
        if rows:
            spoken.append(f"{route.method} {route.path}: " + ", ".join(
                f"{server.title} {spread.median:,.0f}" for server, spread in rows))
            panels += _panel(results, route, rows, top)
            top += PANEL_HEAD + ROW * len(rows) + GAP
    title = "Requests per second of the server's CPU time"
    head = [svg.text(16, 24, title, "title"), svg.text(16, 42, SUBTITLE, "quiet")]
    return svg.document(WIDTH, top, title, "; ".join(spoken), head + panels)


def _rows(results: Results, servers: list[Server], route: Route) -> list[tuple[Server, Spread]]:
    rows = [(server, results.spread(server.name, route.name, per_cpu_second)) for server in servers]
    measured = [(server, spread) for server, spread in rows if spread]
    return sorted(measured, key=lambda row: -row[1].median)


def _panel(results: Results, route: Route, rows: list[tuple[Server, Spread]],
           top: float) -> list[str]:
    scale = (WIDTH - LABELS - VALUES) / max(spread.high for _, spread in rows)
    parts = [svg.text(16, top + 18, f"{route.method} {route.path}", "title")]
    for index, (server, spread) in enumerate(rows):
        y = top + PANEL_HEAD + index * ROW
        middle = y + BAR / 2
        kind = "ours" if server.name == "fledge" else "theirs"
        parts += [
            svg.text(LABELS - 10, y + 12, server.title, anchor="end"),
            svg.bar(LABELS, y, spread.median * scale, BAR, kind),
            svg.line(LABELS + spread.low * scale, middle, LABELS + spread.high * scale, middle,
                     "spread"),
            svg.text(LABELS + spread.high * scale + 8, y + 12,
                     f"{spread.median:,.0f}" + _ratio(results, server, route))]
    return parts


def _ratio(results: Results, server: Server, route: Route) -> str:
    ratio = results.ratio("fledge", server.name, route.name, per_cpu_second)
    return f" (Fledge {ratio.median:.2f}×)" if ratio and server.name != "fledge" else ""
