// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

/// The command `fledge doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Show where complexity lives, and what belongs elsewhere.",
        discussion: """
            The program behind it is built on first use. 'fledge doctor --help' is its own.
            """)

    @Argument(parsing: .captureForPassthrough, help: "What is passed on.")
    var arguments: [String] = []

    func run() async throws { try await Delegate(product: "fledge-doctor").run(arguments) }
}

/// The command `fledge extract`.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Move the logic of a handler into a service.",
        discussion: """
            The program behind it is that of 'fledge doctor'. 'fledge extract --help' is its own.

              fledge extract app/OrderController.swift:cancel --to OrderService --dry-run
            """)

    @Argument(parsing: .captureForPassthrough, help: "What is passed on.")
    var arguments: [String] = []

    func run() async throws {
        try await Delegate(product: "fledge-doctor").run(["extract"] + arguments)
    }
}
