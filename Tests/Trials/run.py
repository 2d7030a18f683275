# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Runs trials against a release binary; `scripts/trial` builds it and calls this.

Each trial is a process of its own with a server of its own, so that memory and file descriptors
are those of one trial. Patient trials run beside the others, which run one after the other.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sys
import time
from pathlib import Path

from trials import bodies, crowds, garbage, slow, stop  # noqa: F401, they register themselves
from trials.registry import TRIALS, Report, Trial
from trials.server import BINARY_VARIABLE

#: No trial may hang a build; the longest waits for the idle deadline.
TIME_LIMIT = 180


def main() -> int:
    options = parse()
    if options.list:
        for trial in TRIALS.values():
            print(f"{trial.name:22} {trial.question}")
        return 0
    os.environ[BINARY_VARIABLE] = str(options.server.resolve())
    if options.alone:
        return asyncio.run(run_here(TRIALS[options.alone]))
    unknown = set(options.names) - set(TRIALS)
    if unknown:
        print(f"There is no trial {', '.join(sorted(unknown))}; see --list.", file=sys.stderr)
        return 2
    chosen = [trial for trial in TRIALS.values() if not options.names or trial.name in options.names]
    return asyncio.run(run_all(chosen))


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/trial", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="trials to run; all unless given")
    parser.add_argument("--server", type=Path, help="the TrialServer to try")
    parser.add_argument("--list", action="store_true", help="the names of the trials")
    parser.add_argument("--alone", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.server is None and not options.list:
        parser.error("--server is missing; scripts/trial gives it")
    return options


async def run_here(trial: Trial) -> int:
    """Runs one trial in this process."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report()
    try:
        await asyncio.wait_for(trial.run(report), TIME_LIMIT)
    except TimeoutError:
        report.require(False, f"ended within {TIME_LIMIT} s")
    except Exception as error:  # A trial that breaks off has failed; the others go on.
        report.require(False, "broken off", repr(error))
    print("\n".join(report.lines))
    return 1 if report.failed else 0


async def run_all(trials: list[Trial]) -> int:
    start = time.monotonic()
    busy = [trial for trial in trials if not trial.is_patient]
    patient = [asyncio.create_task(run_apart(trial)) for trial in trials if trial.is_patient]
    failed = [trial.name for trial in busy if not await run_apart(trial)]
    results = await asyncio.gather(*patient)
    patient_names = [trial.name for trial in trials if trial.is_patient]
    failed += [name for name, passed in zip(patient_names, results) if not passed]
    seconds = time.monotonic() - start
    print(f"\n{len(trials) - len(failed)} of {len(trials)} trials passed in {seconds:.0f} s")
    if failed:
        print(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


async def run_apart(trial: Trial) -> bool:
    """Runs one trial in a process of its own and prints what it says; whether it passed."""
    start = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, "--alone", trial.name),
        *("--server", os.environ[BINARY_VARIABLE]),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    passed = process.returncode == 0
    seconds = time.monotonic() - start
    print(f"{'PASS' if passed else 'FAIL'}  {trial.name}  ({seconds:.1f} s)  {trial.question}")
    print(output.decode().rstrip("\n"), flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
