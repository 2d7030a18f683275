// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The command line: `BenchServer --port N --threads N [--routes N] [--echo]`.
struct Arguments {
    var port = 8080
    var threads = 1
    /// How many routes stand in the table beside those that are measured.
    var otherRoutes = 100
    var echoes = false

    init(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            switch word {
            case "--port": port = words.next().flatMap(Int.init) ?? port
            case "--threads": threads = words.next().flatMap(Int.init) ?? threads
            case "--routes": otherRoutes = words.next().flatMap(Int.init) ?? otherRoutes
            case "--echo": echoes = true
            default: break
            }
        }
    }
}
