// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Shows each request once: an app with `RequestLog` tells its requests itself, and from its first
/// such line on ours are left out.
final class RequestLog: Sendable {
    private let terminal: Terminal
    private let isToldByApp = Mutex(false)

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    /// Where the lines of the app go.
    var appOutput: Terminal {
        Terminal(like: terminal) { [self] line in
            if Self.isRequestLine(line) { isToldByApp.withLock { $0 = true } }
            terminal.line(line)
        }
    }

    func add(_ line: RequestLine) {
        guard !isToldByApp.withLock({ $0 }) else { return }
        terminal.line(line.text(terminal))
    }

    /// `… GET /users/7 200 1.204ms`, as the middleware writes it.
    static func isRequestLine(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard let last = words.last, last.hasSuffix("ms"), Double(last.dropLast(2)) != nil,
            words.count > 3
        else { return false }
        return Int(words[words.count - 2]).map { (100..<600).contains($0) } ?? false
            && words[words.count - 3].hasPrefix("/")
    }
}
