// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Cuts what a program writes into lines, however it comes in.
///
/// At `\n` only: a log may hold any other character that Unicode counts as the end of a line.
struct LineSplitter {
    private var rest: [UInt8] = []

    /// Takes bytes and gives the lines that they complete, without their ends.
    mutating func add(_ bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(take())
            } else {
                rest.append(byte)
            }
        }
        return lines
    }

    /// The last line, if it has no end.
    mutating func finish() -> String? { rest.isEmpty ? nil : take() }

    private mutating func take() -> String {
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        defer { rest.removeAll(keepingCapacity: true) }
        return String(decoding: rest, as: UTF8.self)
    }
}
