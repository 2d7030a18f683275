// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// What was measured of one thing.
struct Result {
    var measurement: Measurement
    var fledge = Times()
    var foundation = Times()
    var fledgeAllocations: Double?
    var foundationAllocations: Double?
}

enum Report {
    static func markdown(_ results: [Result]) -> String {
        var lines = [
            "| case | bytes | Fledge | Foundation | times as fast | allocations, Fledge | Foundation |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += results.map(row)
        return lines.joined(separator: "\n")
    }

    private static func row(_ result: Result) -> String {
        let ratio = result.foundation.median / result.fledge.median
        let cells = [
            result.measurement.name, "\(result.measurement.size)",
            time(result.fledge), time(result.foundation), String(format: "%.1f", ratio),
            allocations(result.fledgeAllocations), allocations(result.foundationAllocations),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func time(_ times: Times) -> String {
        String(format: "%.0f ns (±%.0f %%)", times.median, times.spread * 50)
    }

    private static func allocations(_ count: Double?) -> String {
        count.map { String(format: "%.0f", $0) } ?? "–"
    }
}
