// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command `fledge migrate`.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Apply, undo, try and make migrations of the app's database.",
        discussion: """
            The program itself carries it out where it applies its migrations, with its own settings: \
            DATABASE_URL and whatever else it reads.

              fledge migrate               applies what is pending
              fledge migrate status
              fledge migrate try           runs what is pending and keeps nothing of it
              fledge migrate down          undoes the last one, by its .down.sql
              fledge migrate new add_birthdays
            """,
        subcommands: [Up.self, Status.self, Try.self, Down.self, New.self],
        defaultSubcommand: Up.self)
}

extension MigrateCommand {
    struct Up: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "up", abstract: "Apply what is pending, in order.")

        @Option(help: ArgumentHelp("The last one to apply; all unless told.", valueName: "number"))
        var through: Int?

        @Flag(help: "Write the result as JSON.")
        var json = false

        @OptionGroup var options: AppOptions

        func validate() throws {
            if let through, through < 1 {
                throw ValidationError("--through is the number of a migration, from 1.")
            }
        }

        func run() async throws {
            let order = through.map { "up:\($0)" } ?? "up"
            let report = try await AppProgram.make(options).migrate(order)
            if json { return try report.printJSON() }
            report.print("applied", nothing: "Nothing to apply: the database is up to date.")
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Say of each migration whether the database has it.",
            discussion: "Status 1 when one was changed after it was applied.")

        @Flag(help: "Write the result as JSON.")
        var json = false

        @OptionGroup var options: AppOptions

        func run() async throws {
            let report = try await AppProgram.make(options).migrate("status")
            if json { try report.printJSON() } else { report.printStatus() }
            if report.status.contains(where: { $0.state == "changed" }) { throw ExitCode.failure }
        }
    }

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try",
            abstract: "Run what is pending in one transaction, and keep nothing of it.",
            discussion: "Other writers of the database wait in the meantime.")

        @OptionGroup var options: AppOptions

        func run() async throws {
            let report = try await AppProgram.make(options).migrate("dry-run")
            report.print(
                "would be applied", nothing: "Nothing to apply: the database is up to date.")
        }
    }

    struct Down: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "down", abstract: "Undo the last migrations, by their .down.sql files.",
            discussion: """
                For development: what a down file drops is gone. With FLEDGE_ENV=production it is \
                refused without --force.
                """)

        @Argument(help: "How many.")
        var count = 1

        @Flag(help: "In production, too.")
        var force = false

        @OptionGroup var options: AppOptions

        func validate() throws {
            guard count > 0 else { throw ValidationError("How many is a number from 1.") }
        }

        func run() async throws {
            let mode = ProcessInfo.processInfo.environment["FLEDGE_ENV"]
            guard mode != "production" || force else {
                throw CommandError(
                    "FLEDGE_ENV is production, and undoing migrations loses what they added.",
                    remedy: "Write a new migration that changes things back, or say --force.")
            }
            let report = try await AppProgram.make(options).migrate("down:\(count)")
            report.print("undone", nothing: "Nothing to undo: no migration was applied.")
        }
    }

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new", abstract: "Make the files of the next migration.")

        @Argument(help: "What it does, in words: add_birthdays.")
        var name: String

        @Option(help: ArgumentHelp("The folder with the migrations.", valueName: "folder"))
        var folder = "migrations"

        func run() throws {
            let files = try MigrationFiles.make(name, in: Paths.absolute(folder))
            for file in files { Terminal.output.line("  made  \(Paths.display(file))") }
            Terminal.output.line("Write the SQL, then: fledge migrate try")
        }
    }
}

extension MigrationReport {
    /// Lists what was done.
    func print(_ verb: String, nothing: String, on terminal: Terminal = .output) {
        guard !done.isEmpty else { return terminal.line(nothing) }
        for name in done { terminal.line("  \(verb)  \(terminal.bold(name))") }
    }

    func printStatus(on terminal: Terminal = .output) {
        guard !status.isEmpty else { return terminal.line("The app has no migrations.") }
        let width = status.map(\.name.count).max() ?? 0
        for entry in status {
            let state = entry.state.padded(to: 8)
            let colored =
                switch entry.state {
                case "applied": terminal.green(state)
                case "changed": terminal.red(state)
                default: terminal.yellow(state)
                }
            let notes = [entry.appliedAt, entry.isReversible ? "can be undone" : nil]
            terminal.line(
                "\(colored)  \(entry.name.padded(to: width))  "
                    + terminal.dim(notes.compactMap { $0 }.joined(separator: "  ")))
        }
    }

    func printJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        Terminal.output.line(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}

/// The files of migrations.
enum MigrationFiles {
    /// Makes the two files of the next one.
    ///
    /// - Parameters:
    ///   - name: Words with `_`, `-` or spaces between them.
    ///   - folder: Made if it is not there.
    /// - Returns: The paths.
    /// - Throws: ``CommandError`` for a name that is none, or a folder that cannot be written.
    static func make(_ name: String, in folder: String) throws -> [String] {
        let words = name.lowercased().split { "_- ".contains($0) }
        let plain = words.joined(separator: "_")
        guard !plain.isEmpty, plain.utf8.allSatisfy({ isPlain($0) }) else {
            throw CommandError(
                "'\(name)' cannot be the name of a file with SQL.",
                remedy: "Use letters a to z, digits and _: fledge migrate new add_birthdays")
        }
        let known = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let numbers = known.compactMap { Int($0.prefix { $0.isNumber }) }
        let digits = "\((numbers.max() ?? 0) + 1)"
        let stem = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + plain
        let texts = [
            (".sql", "-- What \(stem) changes.\n"),
            (".down.sql", "-- What undoes \(stem); remove the file if nothing can.\n"),
        ]
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandError("The folder \(Paths.display(folder)) cannot be made: \(error)")
        }
        return try texts.map { ending, text in
            let path = "\(folder)/\(stem)\(ending)"
            try Data(text.utf8).save(to: path)
            return path
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
}
