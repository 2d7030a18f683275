# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Writes results into docs/Performance.md, between comments that mark the places."""

from __future__ import annotations

from pathlib import Path

from .process import Failure
from .servers import ROOT

DOCUMENT = ROOT / "docs" / "Performance.md"
IMAGES = ROOT / "docs" / "images"


def fill(place: str, text: str, path: Path = DOCUMENT) -> None:
    """Replaces what stands between `<!-- place -->` and `<!-- /place -->`."""
    begin, end = f"<!-- {place} -->", f"<!-- /{place} -->"
    before, found, rest = path.read_text().partition(begin)
    _, also_found, after = rest.partition(end)
    if not (found and also_found):
        raise Failure(f"{path} has no place for this: write the lines {begin} and {end} into it.")
    path.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}")


def draw(name: str, picture: str) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / f"{name}.svg").write_text(picture)
