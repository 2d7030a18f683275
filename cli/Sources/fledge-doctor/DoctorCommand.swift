// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser
import FledgeDoctor

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

/// `fledge doctor`: where an app's complexity lives.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fledge-doctor",
        abstract: "Shows where the complexity of an app lives, and what would be better elsewhere.",
        discussion: """
            It reads the sources and builds nothing, so it works on an app that does not compile.

              fledge-doctor                              the app in this folder
              fledge-doctor ../shop --html map.html      a picture of it, to click through
              fledge-doctor --json                       each function, for machines
              fledge-doctor --explain database-in-route  what a rule means
              fledge-doctor --write-baseline known.json  from now on, only what is new:
              fledge-doctor --baseline known.json

            A rule is silenced for one place by a comment with a reason, above the line or at its end:

              // fledge:ignore business-rule-in-handler: moves with the new pricing

            Exit status: 0 when nothing is found, or no more than --max-score allows; 1 when there is \
            more; 2 when the app cannot be examined; 64 when the command itself is wrong.
            """)

    @Argument(help: "The folder of the app: with Package.swift, or with app/ and Sources/.")
    var folder = "."

    @Flag(help: "Write everything as JSON, with each function.")
    var json = false

    @Flag(help: "Write the findings as SARIF 2.1.0, for GitHub and editors.")
    var sarif = false

    @Option(help: ArgumentHelp("Write a page with a map of the app.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("The score up to which the exit status is 0.", valueName: "number"))
    var maxScore = 0

    @Option(help: ArgumentHelp("Leave out the findings that this file knows.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write all findings into a file, as known.", valueName: "file"))
    var writeBaseline: String?

    @Option(
        name: .customLong("rule"), parsing: .singleValue,
        help: ArgumentHelp("Ask only this rule; may be given again.", valueName: "name"))
    var onlyRules: [String] = []

    @Flag(help: "List the rules.")
    var listRules = false

    @Option(help: ArgumentHelp("Tell what a rule means.", valueName: "name"))
    var explain: String?

    func validate() throws {
        if json && sarif {
            throw ValidationError("Either --json or --sarif: both write to the output.")
        }
        if maxScore < 0 { throw ValidationError("--max-score is 0 or more.") }
    }

    func run() async throws {
        do {
            if listRules { return print(RuleReport.list) }
            if let explain { return print(try RuleReport.explanation(of: explain)) }
            try await examine()
        } catch let error as DoctorError {
            Standard.complain(error.description)
            throw ExitCode(2)
        }
    }

    private func examine() async throws {
        let rules = try onlyRules.isEmpty ? Rules.all : onlyRules.map(RuleReport.rule)
        var diagnosis = try await Doctor.examine(folder, rules: rules)
        if let writeBaseline {
            try Baseline(diagnosis).write(to: writeBaseline)
            Standard.complain(
                "\(diagnosis.findings.count) findings are known from now on: --baseline \(writeBaseline)"
            )
            return
        }
        if let baseline { try Baseline(path: baseline).apply(to: &diagnosis) }
        if let html { try OutputFile.write(HTMLReport(diagnosis, folder: folder).text(), to: html) }
        print(try report(diagnosis), terminator: "")
        if diagnosis.score > maxScore { throw ExitCode(1) }
    }

    private func report(_ diagnosis: Diagnosis) throws -> String {
        if json { return try JSONReport.text(diagnosis) }
        if sarif { return try SARIFReport.text(diagnosis) }
        return TextReport(diagnosis, colours: showsColours).text
    }

    /// Colours on a terminal, unless NO_COLOR is set (no-color.org).
    private var showsColours: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
            && environment["TERM"] != "dumb"
    }
}
