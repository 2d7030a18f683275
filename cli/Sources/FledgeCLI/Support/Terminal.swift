// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where a command writes for people.
///
/// A line is one `write`, so that the lines of several threads never mix. Colours are used on a
/// terminal only, and not when `NO_COLOR` is set (no-color.org).
struct Terminal: Sendable {
    private let descriptor: Int32
    private let hasColors: Bool
    private let sink: (@Sendable (String) -> Void)?

    /// Writes to a file descriptor: standard output unless told.
    init(descriptor: Int32 = STDOUT_FILENO) {
        self.descriptor = descriptor
        hasColors = isatty(descriptor) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
        sink = nil
    }

    /// Gives each line to a function: what tests read.
    init(_ sink: @escaping @Sendable (String) -> Void) {
        descriptor = -1
        hasColors = false
        self.sink = sink
    }

    /// Gives each line to a function, coloured as another one would.
    init(like other: Terminal, _ sink: @escaping @Sendable (String) -> Void) {
        descriptor = -1
        hasColors = other.hasColors
        self.sink = sink
    }

    static let output = Terminal()
    static let errors = Terminal(descriptor: STDERR_FILENO)

    /// Writes a line.
    func line(_ text: String = "") {
        if let sink { return sink(text) }
        var text = text + "\n"
        text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = write(
                    descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
                // A reader that has gone away is no reason to end what the command does.
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    func bold(_ text: String) -> String { styled(text, "1") }
    func dim(_ text: String) -> String { styled(text, "2") }
    func red(_ text: String) -> String { styled(text, "31") }
    func green(_ text: String) -> String { styled(text, "32") }
    func yellow(_ text: String) -> String { styled(text, "33") }
    func cyan(_ text: String) -> String { styled(text, "36") }

    private func styled(_ text: String, _ code: String) -> String {
        hasColors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
