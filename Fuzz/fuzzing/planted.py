# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Plants the bugs of Fuzz/planted.toml, one at a time, in a copy, and sees that each is found."""

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

from . import build
from .build import ROOT
from .run import Outcome, run


class StalePlant(Exception):
    """The source has changed, and the bug must be planted anew."""


@dataclass(frozen=True)
class Plant:
    target: str
    name: str
    history: str
    file: str
    find: str
    put: str

    def source(self) -> str:
        """The source file with the bug in it."""
        text = (ROOT / self.file).read_text()
        if text.count(self.find) != 1:
            raise StalePlant(
                f"{self.target}/{self.name}: {self.file} has what is to be replaced"
                f" {text.count(self.find)} times, not once. Fit `find` and `put` in Fuzz/planted.toml"
                " to the source as it is now."
            )
        return text.replace(self.find, self.put)


def plants(targets: list[str]) -> list[Plant]:
    with open(ROOT / "Fuzz/planted.toml", "rb") as file:
        rows = tomllib.load(file)["plant"]
    return [plant for plant in (Plant(**row) for row in rows) if plant.target in targets]


def find(plant: Plant, clean: Path, seconds: int) -> Outcome:
    """Builds the program with the bug in it and fuzzes it, starting from the committed corpus."""
    folder = clean.parent / "planted" / f"{plant.target}-{plant.name}"
    shutil.rmtree(folder, ignore_errors=True)
    program = build.build_program(folder, {plant.file: plant.source()}, base=clean)
    outcome = run(plant.target, program, folder, seconds, seed=1)
    program.unlink()
    return outcome
