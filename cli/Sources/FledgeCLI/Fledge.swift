// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import ArgumentParser

/// The `fledge` command: each of its commands is in a folder of its own.
public struct Fledge: AsyncParsableCommand {
    /// Name, help and commands.
    public static let configuration = CommandConfiguration(
        commandName: "fledge",
        abstract: "Make, serve, build and look into backends written with Fledge.",
        discussion: """
            From nothing to an answer:

              fledge new hello --minimal
              cd hello
              fledge dev

            'fledge help COMMAND' explains a command with examples. A shell completes commands and \
            options with what 'fledge --generate-completion-script zsh' (or bash, fish) writes.

            Status: 0 when it is done, 1 when it could not be done (the message says why and what to \
            do), 64 when the call is wrong.
            """,
        subcommands: [
            NewCommand.self, DevCommand.self, RoutesCommand.self, BuildCommand.self,
            StartCommand.self, MigrateCommand.self, OpenAPICommand.self, ClientCommand.self,
            EjectCommand.self,
            DoctorCommand.self, ExtractCommand.self,
        ])

    /// Makes one, for ArgumentParser.
    public init() {}
}
