// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// One thing that is measured, in two ways.
struct Measurement {
    var name: String
    /// Bytes of the document.
    var size: Int
    var fledge: () -> Void
    var foundation: () -> Void
}

/// Times of one way, in nanoseconds a call.
struct Times {
    private var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var median: Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    /// The distance between the quartiles, as a part of the median.
    var spread: Double {
        let sorted = values.sorted()
        guard sorted.count >= 4, median > 0 else { return 0 }
        return (sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]) / median
    }
}

enum Clock {
    /// How often `work` runs in about twenty milliseconds.
    static func calibrate(_ work: () -> Void) -> Int {
        var count = 1
        while true {
            let time = nanoseconds(count, work) * Double(count)
            if time > 20_000_000 { return count }
            count = time < 1_000_000 ? count * 8 : Int(Double(count) * 22_000_000 / time) + 1
        }
    }

    /// Nanoseconds of processor time a call.
    ///
    /// Other programs on the machine do not count.
    static func nanoseconds(_ count: Int, _ work: () -> Void) -> Double {
        let start = processorTime()
        for _ in 0..<count { work() }
        return (processorTime() - start) / Double(count)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
