// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The tool behind the build plugin: `fledge-routes --config FILE.json`.
// Exit codes: 0 done, 1 the sources have errors, 2 the tool itself could not work.

/// Writes one line to standard error, where SwiftPM and editors look for diagnostics.
func report(_ line: String) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
    }
}

/// Runs one scan and returns the exit code.
func run(configuration path: String) -> Int32 {
    do {
        let configuration = try ScanConfiguration.read(path)
        let result = RouteScanner.scan(try configuration.load())
        for diagnostic in result.diagnostics { report(diagnostic.description) }
        guard let source = result.source else { return 1 }
        try configuration.write(source)
        return 0
    } catch let error as UnreadableSource {
        report(error.description)
        return 1
    } catch {
        report("error: fledge-routes cannot work with \(path): \(error)")
        return 2
    }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.count == 2, arguments.first == "--config", let path = arguments.last {
    exit(run(configuration: path))
}
report("error: usage: fledge-routes --config FILE.json (the FledgeRoutes plugin writes the file)")
exit(2)
