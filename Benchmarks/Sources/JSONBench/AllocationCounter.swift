// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// Reads the counter that `scripts/bench-json` preloads into this program.
struct AllocationCounter: @unchecked Sendable {
    /// The number of allocations since the start; shared with the library, which only adds to it.
    private let calls: UnsafePointer<UInt64>

    /// `nil` when the program runs without the counter.
    init?() {
        guard let path = ProcessInfo.processInfo.environment["MALLOC_COUNTER"] else { return nil }
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        let memory = mmap(nil, 16, PROT_READ, MAP_SHARED, file, 0)
        close(file)
        guard let memory, memory != MAP_FAILED else { return nil }
        calls = UnsafePointer(memory.assumingMemoryBound(to: UInt64.self))
    }

    /// The allocations of one call of `work`, on average of a hundred.
    func count(_ work: () -> Void) -> Double {
        work()
        let before = calls.pointee
        for _ in 0..<100 { work() }
        return Double(calls.pointee - before) / 100
    }
}
