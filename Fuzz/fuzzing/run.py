# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Runs one target and reads what libFuzzer says about it."""

import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .build import ROOT

TARGETS = (
    *("head", "chunks", "query", "cookie", "media-type", "range", "percent"),
    *("json", "multipart"),
)

# Longer inputs find nothing that shorter ones do not, and slow everything down.
MAXIMUM_LENGTH = 1024


@dataclass(frozen=True)
class Outcome:
    """What a run gave. `finding` is libFuzzer's or our own word for it, with the input's path."""

    target: str
    seconds: float
    executions: int
    edges: int
    features: int
    peak_megabytes: int
    finding: str | None
    artifact: Path | None

    def line(self) -> str:
        rate = self.executions / max(self.seconds, 0.001)
        verdict = f"FOUND {self.finding} in {self.artifact}" if self.finding else "nothing found"
        return (
            f"{self.target:<11} {self.seconds:6.0f} s {self.executions:12,} executions"
            f" {rate:8,.0f}/s  cov {self.edges:4} ft {self.features:5}"
            f"  {self.peak_megabytes} MB  {verdict}"
        )


def run(target: str, program: Path, folder: Path, seconds: int, seed: int = 0) -> Outcome:
    """Fuzzes `target` for `seconds`, or until it finds something.

    New inputs are kept in `folder`/corpus, findings in `folder`/findings; the committed corpus is
    read and never written. `seed` 0 lets libFuzzer choose.
    """
    corpus = folder / "corpus" / target
    findings = folder / "findings"
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={MAXIMUM_LENGTH}",
        f"-seed={seed}",
        "-timeout=10",
        "-rss_limit_mb=1024",
        "-malloc_limit_mb=64",
        "-print_final_stats=1",
        f"-dict={ROOT / 'Fuzz/Dictionaries' / (target + '.dict')}",
        f"-artifact_prefix={findings}/{target}-",
    ]
    started = time.monotonic()
    process = subprocess.run(
        [str(program), *options, str(corpus), str(ROOT / "Fuzz/Corpus" / target)],
        env=environment(target),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return _outcome(target, process.stdout, process.returncode, time.monotonic() - started)


def environment(target: str) -> dict[str, str]:
    # Swift's own report of a crash would come before libFuzzer's, which keeps the input.
    return {**os.environ, "FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no"}


def _outcome(target: str, output: str, status: int, seconds: float) -> Outcome:
    progress = re.findall(r"^#(\d+)\s.*cov: (\d+) ft: (\d+).* rss: (\d+)Mb", output, re.MULTILINE)
    executions, edges, features, megabytes = progress[-1] if progress else (0, 0, 0, 0)
    total = re.search(r"stat::number_of_executed_units: (\d+)", output)
    artifact = re.search(r"Test unit written to (\S+)", output)
    return Outcome(
        target=target,
        seconds=seconds,
        executions=int(total.group(1) if total else executions),
        edges=int(edges),
        features=int(features),
        peak_megabytes=int(megabytes),
        finding=_finding(output) if status != 0 else None,
        artifact=Path(artifact.group(1)) if artifact else None,
    )


def _finding(output: str) -> str:
    """Our own words, those of a Swift trap, or libFuzzer's summary: the first there is."""
    for pattern in (r"^VIOLATION (.*)", r"Fatal error: (.*)", r"^SUMMARY: libFuzzer: (.*)"):
        match = re.search(pattern, output, re.MULTILINE)
        if match:
            return match.group(1)[:160]
    return output.strip().splitlines()[-1][:160] if output.strip() else "an unknown failure"
