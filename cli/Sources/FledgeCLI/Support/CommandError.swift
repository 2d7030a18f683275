// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why a command cannot do what it was asked for: what happened, where, and what to do.
///
/// ArgumentParser prints it on standard error and ends the program with status 1.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened and where, in a sentence.
    public let problem: String
    /// What to do about it, in a sentence or a few lines.
    public let remedy: String?

    init(_ problem: String, remedy: String? = nil) {
        self.problem = problem
        self.remedy = remedy
    }

    /// The problem, and below it the remedy.
    public var description: String {
        guard let remedy else { return problem }
        return problem + "\n" + remedy
    }
}
