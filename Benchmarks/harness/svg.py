# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""A few words of SVG: text, bars, lines, in colours that suit a light and a dark page."""

from __future__ import annotations

from html import escape

STYLE = """\
<style>
  text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .quiet { font-size: 12px; fill: #59636e; }
  .ours { fill: #c2410c; } .theirs { fill: #8b949e; }
  .our-line { stroke: #c2410c; fill: none; stroke-width: 2.5; }
  .their-line { stroke: #8b949e; fill: none; stroke-width: 2; }
  .spread { stroke: #1f2328; stroke-width: 1.5; } .axis { stroke: #d1d9e0; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .quiet { fill: #9aa4ad; }
    .ours { fill: #fb923c; } .theirs { fill: #6e7781; }
    .our-line { stroke: #fb923c; } .their-line { stroke: #8b949e; }
    .spread { stroke: #e6edf3; } .axis { stroke: #3d444d; }
  }
</style>"""


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}"{_class(kind)} text-anchor="{anchor}">'
            f"{escape(words)}</text>")


def bar(x: float, y: float, width: float, height: float, kind: str) -> str:
    return (f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{height:.1f}" '
            f'rx="2"{_class(kind)}/>')


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{_class(kind)}/>'


def curve(points: list[tuple[float, float]], kind: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}"{_class(kind)}/>'


def dot(x: float, y: float, kind: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"{_class(kind)}/>'


def document(width: int, height: float, title: str, description: str, parts: list[str]) -> str:
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" '
        f'width="{width}" height="{height:.0f}" role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        STYLE, *parts, "</svg>", ""])


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
