// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A failed build as the terminal shows it.
struct FailureReport {
    private let failure: BuildFailure
    private let terminal: Terminal
    /// More than that are rarely read.
    private static let maximum = 10

    init(_ failure: BuildFailure, terminal: Terminal) {
        self.failure = failure
        self.terminal = terminal
    }

    func print() {
        for entry in failure.errors.prefix(Self.maximum) { print(entry) }
        if failure.errors.count > Self.maximum {
            terminal.line("… and \(failure.errors.count - Self.maximum) more errors")
        }
        for line in failure.output { terminal.line("  " + line) }
        terminal.line(terminal.red(failure.title))
    }

    private func print(_ entry: BuildFailure.Entry) {
        let place = entry.place.map { terminal.bold($0) + ": " } ?? ""
        terminal.line(place + terminal.red("error: ") + entry.diagnostic.message)
        guard let excerpt = entry.excerpt else { return }
        let width = String(excerpt.first + excerpt.lines.count - 1).count
        for (offset, line) in excerpt.lines.enumerated() {
            let number = excerpt.first + offset
            let label = String(repeating: " ", count: width - String(number).count) + "\(number)"
            terminal.line("  \(terminal.dim(label + " |")) \(line)")
            if number == excerpt.marked, let indent = excerpt.indent {
                let gap = String(repeating: " ", count: width)
                terminal.line("  \(gap) \(terminal.dim("|")) \(indent)\(terminal.red("^"))")
            }
        }
    }
}

/// The lines of a build that are worth a line of ours.
enum BuildProgress {
    /// Fetching and every so many steps of `[120/458] Compiling …`.
    static func isShown(_ line: String) -> Bool {
        if ["Fetching", "Cloning", "Creating working copy", "Downloading"].contains(
            where: line.hasPrefix)
        {
            return true
        }
        guard line.hasPrefix("["), let number = Int(line.dropFirst().prefix { $0.isNumber }) else {
            return false
        }
        return number % 50 == 0 && number > 0
    }
}
