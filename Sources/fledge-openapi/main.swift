// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeOpenAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The tool around OpenAPI documents; `fledge-openapi --help` says what it does.

/// Writes all of `text` to a file descriptor.
func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
    }
}

/// Says in words what the errors of Foundation say in structures.
struct Unreadable: Error, CustomStringConvertible {
    let description: String

    init(_ path: String) {
        let exists = FileManager.default.fileExists(atPath: path)
        description =
            exists ? "it is no text in UTF-8, or not yours to read" : "there is no such file"
    }
}

let tool = OpenAPITool { path in
    do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
        throw Unreadable(path)
    }
}
let outcome = tool.run(Array(CommandLine.arguments.dropFirst()))
if let file = outcome.file {
    do {
        try file.text.write(toFile: file.path, atomically: true, encoding: .utf8)
    } catch {
        write("error: \(file.path) cannot be written: \(error)\n", to: STDERR_FILENO)
        exit(2)
    }
}
write(outcome.output, to: STDOUT_FILENO)
write(outcome.errors, to: STDERR_FILENO)
exit(outcome.status)
