// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The command line: `TrialServer --port N --threads N [--connections N] [--in-flight N]`.
///
/// What is not given has the default of the framework: the trials are about the defaults.
struct Arguments {
    var port = 0
    var threads = 2
    var connections: Int?
    var inFlight: Int?

    init(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            switch word {
            case "--port": port = words.next().flatMap(Int.init) ?? port
            case "--threads": threads = words.next().flatMap(Int.init) ?? threads
            case "--connections": connections = words.next().flatMap(Int.init)
            case "--in-flight": inFlight = words.next().flatMap(Int.init)
            default: break
            }
        }
    }
}
