# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Runs schemathesis against a shop, as everybody who may ask; see scripts/test-api.

  run.py URL [--examples N] [--seed N]

Each run knows one credential, or none: what is refused is reached without it, what is done with it.
And each sees one of the two front doors, `/v1` or the rest. Both lead to the same shop, which
schemathesis cannot know: it takes a user that was removed through one for lost by the other.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parents[1] / ".build/api/run"

PEOPLE = {"nobody": None, "customer": "X-User-ID: 1", "staff": "X-Staff: yes"}
DOORS = {"files": "--exclude-path-regex", "code": "--include-path-regex"}
DOOR = "^/v1/"

LEAST_CASES = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    parser.add_argument("--examples", type=int, default=20, help="per operation and phase (20)")
    parser.add_argument("--seed", type=int, default=1, help="another seed finds other things (1)")
    arguments = parser.parse_args()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    fill(arguments.url)
    started = time.monotonic()
    runs = [
        Run(f"{person}-{door}", arguments, credential, [option, DOOR])
        for person, credential in PEOPLE.items()
        for door, option in DOORS.items()
    ]
    for run in runs:
        run.go()
    print(f"{sum(run.cases for run in runs):,} cases in {time.monotonic() - started:.0f} s")
    return report(runs)


def fill(url: str) -> None:
    """Adds three customers. Each has ordered, and so is there to the end."""
    for name in ("ada", "bob", "eve"):
        user = post(f"{url}/api/users", {"name": name, "email": f"{name}@example.com"})
        lines = [{"productID": 1, "quantity": 1}]
        post(f"{url}/api/orders", {"userID": user["id"], "lines": lines})


def post(url: str, body: dict) -> dict:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


class Run:
    """One run of schemathesis, and what came of it."""

    def __init__(self, name, arguments, credential, selection):
        self.name = name
        self.report = OUTPUT / f"{name}.json"
        self.tally = OUTPUT / f"{name}.tally.json"
        self.command = [
            str(Path(sys.executable).with_name("schemathesis")),
            f"--config-file={HERE / 'schemathesis.toml'}",
            "run", f"{arguments.url}/openapi.json", *selection,
            "--checks=all", "--mode=all", f"--max-examples={arguments.examples}",
            f"--seed={arguments.seed}", "--continue-on-failure", "--workers=1",
            # How fast this machine is, is not what is tested.
            "--suppress-health-check=too_slow", "--request-timeout=60",
            "--no-color", "--report=json", f"--report-json-path={self.report}",
        ]
        if credential:
            # Made-up credentials beside it would prove nothing: one that is good will do.
            self.command += ["--header", credential, "--generation-with-security-parameters=false"]

    def go(self) -> None:
        for file in (self.report, self.tally):
            file.unlink(missing_ok=True)
        environment = {
            **os.environ,
            "SCHEMATHESIS_HOOKS": "checks", "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1",
            "API_TALLY": str(self.tally),
        }
        done = subprocess.run(
            self.command, env=environment, cwd=OUTPUT, capture_output=True, text=True
        )
        self.output, self.is_fine = done.stdout + done.stderr, done.returncode == 0
        read = json.loads(self.report.read_text()) if self.report.exists() else {}
        self.cases = read.get("test_cases", {}).get("generated", 0)
        self.is_fine = self.is_fine and read.get("complete", False)
        self.statuses = json.loads(self.tally.read_text()) if self.tally.exists() else {}
        print(f"{self.name:<15} {self.cases:6,} cases  {'fine' if self.is_fine else 'FAILED'}", flush=True)


def report(runs: list[Run]) -> int:
    """Says what each operation answered, and all that is wrong."""
    statuses: dict[str, Counter] = defaultdict(Counter)
    for run in runs:
        for operation, counts in run.statuses.items():
            statuses[operation].update(counts)
    for operation in sorted(statuses, key=lambda name: name.split(" ")[::-1]):
        counts = sorted(statuses[operation].items())
        print(f"{operation:<43} {'  '.join(f'{status}: {count}' for status, count in counts)}")

    wrong = []
    for run in runs:
        if not run.is_fine:
            print(f"\n{'=' * 20} {run.name}\n{run.output}", file=sys.stderr)
            wrong.append(f"{run.name} failed: {' '.join(run.command)}")
    for operation, counts in statuses.items():
        if operation != "other methods" and not any(status.startswith("2") for status in counts):
            wrong.append(f"{operation} was never answered with success: nothing is known of it.")
    if sum(run.cases for run in runs) < LEAST_CASES:
        wrong.append(f"fewer than {LEAST_CASES:,} cases were tried.")
    for each in wrong:
        print(f"scripts/test-api: {each}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
