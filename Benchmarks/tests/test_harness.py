# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Tests of the arithmetic and of the pictures: python3 -m unittest discover Benchmarks/tests"""

from __future__ import annotations

import dataclasses
import json
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness import chart, check, growth, report, servers  # noqa: E402
from harness.cost import Cost, total_instructions  # noqa: E402
from harness.load import Load, Measurement  # noqa: E402
from harness.rounds import Results  # noqa: E402

PLAIN = servers.ROUTES["plaintext"]
FLEDGE, HYPER = (servers.servers()[name] for name in ("fledge", "hyper"))


def measurement(server: str, number: int, per_second: float) -> Measurement:
    return Measurement(server, "plaintext", number, int(per_second * 2), 2, 4, 500, 900, 2048, 0)


class Ratios(unittest.TestCase):
    def test_are_taken_inside_a_round(self) -> None:
        # The second round ran on a machine twice as slow: no ratio changes.
        results = Results([
            measurement("fledge", 1, 80_000), measurement("hyper", 1, 100_000),
            measurement("fledge", 2, 40_000), measurement("hyper", 2, 50_000)], {})
        ratio = results.ratio("fledge", "hyper", "plaintext", report.per_cpu_second)
        self.assertEqual((ratio.low, ratio.median, ratio.high), (0.8, 0.8, 0.8))

    def test_leave_out_a_round_that_one_of_them_missed(self) -> None:
        results = Results([
            measurement("fledge", 1, 80_000), measurement("fledge", 2, 10_000),
            measurement("hyper", 1, 100_000)], {})
        ratio = results.ratio("fledge", "hyper", "plaintext", report.per_cpu_second)
        self.assertEqual(ratio.high, 0.8)

    def test_count_requests_by_the_time_of_the_server(self) -> None:
        one = measurement("fledge", 1, 80_000)
        self.assertEqual(one.per_cpu_second, 80_000)
        self.assertEqual(one.throughput, 40_000)


class Tables(unittest.TestCase):
    def results(self) -> Results:
        return Results(
            [measurement("fledge", 1, 80_000), measurement("hyper", 1, 100_000)], {"go": "no go"})

    def test_list_the_fastest_first_and_name_who_is_missing(self) -> None:
        chosen = [FLEDGE, HYPER, servers.servers()["go"]]
        text = report.markdown(self.results(), chosen, [PLAIN], Load(), 1)
        self.assertLess(text.index(f"\n| {HYPER.title}"), text.index("\n| Fledge "))
        self.assertIn("not built", text)
        self.assertIn("`go` was not measured: no go", text)

    def test_have_equally_long_lines(self) -> None:
        lines = report.table(["a", "b"], [["one", "1"], ["eleven", "1,234"]]).splitlines()
        self.assertEqual(len({len(line) for line in lines}), 1)


class Pictures(unittest.TestCase):
    def test_of_a_comparison_are_XML_and_say_the_numbers_in_words(self) -> None:
        results = Results([measurement("fledge", 1, 80_000), measurement("hyper", 1, 100_000)], {})
        picture = chart.chart(results, [FLEDGE, HYPER], [PLAIN])
        ElementTree.fromstring(picture)
        self.assertIn("Fledge 80,000", picture)
        self.assertIn("(Fledge 0.80×)", picture)

    def test_of_growth_are_XML(self) -> None:
        curve = growth.Curve("connections", FLEDGE, {64: [100.0, 50.0], 4_096: [90.0, 45.0]})
        self.assertEqual(curve.against_first(4_096), 0.9)
        ElementTree.fromstring(growth.chart([curve]))


class Routes(unittest.TestCase):
    def test_accept_JSON_by_its_meaning_and_text_by_its_bytes(self) -> None:
        self.assertTrue(servers.ROUTES["json"].accepts(json.dumps(servers.USER, indent=2).encode()))
        self.assertFalse(servers.ROUTES["json"].accepts(b"not JSON"))
        self.assertFalse(PLAIN.accepts(b"hello, world!"))


class Thresholds(unittest.TestCase):
    allowed = {"instructions": 1_000, "allocations": 10}

    def verdict(self, instructions: float, allocations: float) -> str:
        return check.verdict(Cost(instructions, allocations, 0), self.allowed, 0.05)

    def test_allow_the_margin_and_no_more(self) -> None:
        self.assertEqual(self.verdict(1_050, 11), "ok")
        self.assertEqual(self.verdict(1_051, 10), "TOO MUCH: instructions")
        self.assertEqual(self.verdict(1_000, 11.1), "TOO MUCH: allocations")

    def test_ask_to_be_lowered(self) -> None:
        self.assertIn("lower the threshold", self.verdict(900, 10))

    def test_stand_in_the_repository_for_every_checked_route(self) -> None:
        content = json.loads(check.THRESHOLDS.read_text())
        self.assertEqual(sorted(content["requests"]), sorted(check.CHECKED))

    def test_are_held_to_the_total_that_callgrind_writes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "callgrind.out.1"
            file.write_text("events: Ir\nfn=(1) main\n1 5\ntotals: 12345\n")
            self.assertEqual(total_instructions(file), 12_345)


class Measurements(unittest.TestCase):
    def test_are_kept_whole(self) -> None:
        one = measurement("fledge", 1, 80_000)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "more" / "raw.json"
            report.save_json(file, Results([one], {}), Load(), 1)
            kept = json.loads(file.read_text())["measurements"]
        self.assertEqual(kept, [dataclasses.asdict(one)])


if __name__ == "__main__":
    unittest.main()
