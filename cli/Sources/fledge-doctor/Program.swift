// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What `fledge` delegates to: `fledge-doctor …` examines, `fledge-doctor extract …` moves.
///
/// One program, since both have Swift's parser in them. A folder of the name is `./extract`.
@main enum Program {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "extract" {
            await ExtractCommand.main(Array(arguments.dropFirst()))
        } else {
            await DoctorCommand.main(arguments)
        }
    }
}

/// The standard outputs.
enum Standard {
    /// Writes a line on standard error.
    static func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
