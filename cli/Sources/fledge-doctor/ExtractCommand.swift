// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser
import FledgeDoctor

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `fledge extract`: moves the logic of a handler into a service.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fledge extract",
        abstract: "Move the logic of a handler into a service.",
        discussion: """
            The handler keeps what is of the web: it binds, calls and answers. What it decides and \
            works out becomes a method of a service, with a test to fill in. Problems that it threw \
            become errors of the domain, and the same problems again on the way out.

              fledge extract 'app/orders/[id]/OrderRoute.swift:DELETE' --to OrderService
              fledge extract app/OrderController.swift:cancel --to OrderService --dry-run
              fledge extract 'app/routes.swift:POST /orders' --to Pricing --method price

            'fledge doctor' names the handlers. The service may be there already, or is made. The app is \
            built and tested before and after, and put back when either fails. What cannot be moved \
            without a doubt is refused, with the reason and the line.

            git is the way back, so a tree with changes that are not committed is refused without \
            --force.

            Exit status: 0 when it is moved, 1 when it is refused and nothing has changed, 64 when the \
            command itself is wrong.
            """)

    @Argument(
        help: ArgumentHelp(
            "A file of the app, and a function of it: POST, OrderController.cancel, 'POST /orders'.",
            valueName: "file:function"))
    var handler: String

    @Option(help: ArgumentHelp("The service that gets the logic.", valueName: "type"))
    var to: String

    @Option(help: ArgumentHelp("What its method is called.", valueName: "name"))
    var method: String?

    @Option(
        name: .customLong("in"), help: ArgumentHelp("The folder of the app.", valueName: "folder"))
    var folder = "."

    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    @Flag(
        inversion: .prefixedNo,
        help: "Build and test it. Without, only types that stand in the text are known.")
    var build = true

    @Flag(help: "Also in a tree with changes, or without git.")
    var force = false

    @Flag(help: "Write what was done, or why not, as JSON.")
    var json = false

    @Argument(parsing: .postTerminator, help: "What is passed on to 'swift build', after --.")
    var buildOptions: [String] = []

    func validate() throws { _ = try place() }

    /// The file and the function.
    private func place() throws -> (file: String, function: String) {
        guard let end = handler.firstRange(of: ".swift:"), end.upperBound < handler.endIndex else {
            throw ValidationError(
                "'\(handler)' names no function of a file: app/OrderController.swift:cancel")
        }
        let file = String(handler[..<handler.index(before: end.upperBound)])
        return (file, String(handler[end.upperBound...]))
    }

    func run() async throws {
        do {
            let report = try await extractor().run()
            if json { return print(try report.json()) }
            print(dryRun ? report.diff : report.text, terminator: "")
        } catch let refusal as Refusal {
            try fail(refusal)
        } catch let error as DoctorError {
            try fail(Refusal("no-app", error.description))
        }
    }

    private func extractor() throws -> Extractor {
        let (file, function) = try place()
        // A path from where the command is given, or from the app's folder.
        let below = folder == "." || !file.hasPrefix(folder + "/")
        let path = below ? file : String(file.dropFirst(folder.count + 1))
        var request = Extractor.Request(
            folder: folder, file: path.hasPrefix("./") ? String(path.dropFirst(2)) : path,
            function: function, service: to)
        request.method = method
        request.buildOptions = buildOptions
        request.force = force
        request.isDryRun = dryRun
        request.builds = build
        let isQuiet = json
        return Extractor(request) { line in if !isQuiet { Standard.complain(line) } }
    }

    private func fail(_ refusal: Refusal) throws -> Never {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(["refused": refusal]), as: UTF8.self))
        } else {
            Standard.complain(refusal.description)
        }
        throw ExitCode(1)
    }
}
