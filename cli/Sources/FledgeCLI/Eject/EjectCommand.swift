// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command `fledge eject`.
struct EjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eject",
        abstract: "Turn file routes into code of your own.",
        discussion: """
            The app answers exactly as before: it is built and compared, and put back if not.

              fledge eject --all             app/Routes.swift says what is mounted where, and folders no more
              fledge eject /api/users/:id    that route becomes a @Controller, mounted where the app is made
              fledge eject UserRoute         the same, by its type

            'git checkout .' (and deleting new files) is the way back, so a tree with changes that are \
            not committed is refused without --force.
            """)

    @Argument(
        help: ArgumentHelp("A path as 'fledge routes' shows it, or a type.", valueName: "route"))
    var route: String?

    @Flag(help: "All file routes.")
    var all = false

    @Flag(help: "Also in a tree with changes, or without git.")
    var force = false

    @OptionGroup var options: AppOptions

    func validate() throws {
        guard all == (route == nil) else {
            throw ValidationError("Either a route or --all: fledge eject /api/users/:id")
        }
    }

    func run() async throws {
        let program = try await AppProgram.make(options)
        let package = program.package
        if !force { try await WorkingTree.check(package.root) }
        let before = try await program.describe()
        let (page, module) = try GeneratedPage.find(package, buildOptions: options.buildOptions)
        let ejection = try ejection(page, of: module, in: package.root)
        let old = ejection.files.keys.map { ($0, Paths.text("\(package.root)/\($0)")) }
        do {
            for (path, text) in ejection.files {
                try Data(text.utf8).save(to: "\(package.root)/\(path)")
            }
            let after = try await AppProgram.make(options).describe()
            try before.check(against: after)
        } catch {
            for (path, text) in old { Self.restore("\(package.root)/\(path)", text) }
            Terminal.errors.line("Everything is as it was before.")
            throw error
        }
        report(ejection, package, before)
    }

    private func ejection(
        _ page: MountPage, of module: String, in root: String
    ) throws -> Ejection {
        guard let route else { return try .all(page) { Paths.exists("\(root)/\($0)") } }
        var sources: [String: String] = [:]
        for path in SourceFiles(root).all {
            let text = Paths.text("\(root)/\(path)") ?? ""
            // Besides the app's own files, those that make an app of its routes.
            if path.hasPrefix(page.folder + "/") || text.contains("import \(module)\n") {
                sources[path] = text
            }
        }
        return try .one(route, page, sources: sources)
    }

    private static func restore(_ path: String, _ text: String?) {
        if let text {
            try? Data(text.utf8).save(to: path)
        } else {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private func report(_ ejection: Ejection, _ package: AppPackage, _ app: AppDescription) {
        let terminal = Terminal.output
        for path in ejection.files.keys.sorted() {
            let shown = Paths.display("\(package.root)/\(path)", from: Paths.current)
            terminal.line("  written  \(terminal.bold(shown))")
        }
        terminal.line("The app is built and has the same \(app.routes.count) routes as before.")
    }
}

/// Whether git can bring back what is changed.
enum WorkingTree {
    /// - Throws: ``CommandError`` when something is not committed, or there is no git.
    static func check(_ root: String) async throws {
        let git = Program(
            executable: "git", arguments: ["status", "--porcelain", "--", "."], directory: root)
        let outcome = try await git.collect()
        guard outcome.ending.isSuccess else {
            throw CommandError(
                "\(Paths.display(root)) is not in git, so there would be no way back.",
                remedy: "Make it a repository and commit (git init), or say --force.")
        }
        guard outcome.output.isEmpty else {
            let lines = outcome.output.split(separator: "\n").prefix(5)
            throw CommandError(
                "The tree has changes that are not committed:\n"
                    + lines.map { "  \($0)" }.joined(separator: "\n"),
                remedy:
                    "Commit them first, so that git can bring back this step alone; or say --force."
            )
        }
    }
}

/// The file that the plugin has written for an app.
enum GeneratedPage {
    /// Finds and reads it, after a build.
    ///
    /// - Throws: ``CommandError`` when there is none, or the app mounts its routes itself.
    static func find(
        _ package: AppPackage, buildOptions: [String]
    ) throws -> (page: MountPage, module: String) {
        var scratch = package.root + "/.build"
        if let index = buildOptions.firstIndex(of: "--scratch-path"),
            index + 1 < buildOptions.count
        {
            scratch = Paths.absolute(buildOptions[index + 1], from: package.root)
        }
        let paths = generated(below: scratch + "/plugins/outputs")
        guard !paths.isEmpty else {
            throw CommandError(
                "\(package.product) has no file routes that Fledge mounts.",
                remedy:
                    "Its target needs plugins: [.plugin(name: \"FledgeRoutes\", package: \"fledge\")]."
            )
        }
        // Of the program itself, else of the module of the web; another package's folder is older.
        let pages = paths.sorted { modified($0) > modified($1) }.compactMap { path in
            Paths.text(path).flatMap(MountPage.init).map { (path, $0) }
        }.filter { Paths.isFolder("\(package.root)/\($0.1.folder)") }
        let own = pages.first { $0.0.contains("/\(package.product)/destination/") }
        guard let page = own ?? (Set(pages.map(\.1.folder)).count == 1 ? pages.first : nil) else {
            throw CommandError(
                pages.isEmpty
                    ? "\(package.product) mounts its routes itself already: there is nothing to eject."
                    : "Several modules have file routes: "
                        + pages.map(\.1.folder).joined(separator: ", ") + ".",
                remedy: pages.isEmpty ? nil : "Say which program: --product NAME")
        }
        let module = page.0.components(separatedBy: "/").dropLast(3).last ?? package.product
        return (page.1, module)
    }

    /// The files of all targets: `PACKAGE/TARGET/destination/FledgeRoutes/FileRoutes.swift`.
    private static func generated(below outputs: String) -> [String] {
        let manager = FileManager.default
        let packages = (try? manager.contentsOfDirectory(atPath: outputs)) ?? []
        return packages.flatMap { package in
            let targets = (try? manager.contentsOfDirectory(atPath: "\(outputs)/\(package)")) ?? []
            return targets.map {
                "\(outputs)/\(package)/\($0)/destination/FledgeRoutes/FileRoutes.swift"
            }
        }.filter(Paths.exists)
    }

    private static func modified(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }
}

extension AppDescription {
    /// - Throws: ``CommandError`` when the other app does not have the same routes.
    func check(against other: AppDescription) throws {
        let before = Set(routes.map(\.comparable))
        let after = Set(other.routes.map(\.comparable))
        guard before != after else { return }
        let lines =
            before.subtracting(after).map { "  before  \($0)" }
            + after.subtracting(before).map { "  after   \($0)" }
        throw CommandError(
            "The app would not have the same routes:\n" + lines.sorted().joined(separator: "\n"),
            remedy: "Please report this, with the route's file.")
    }
}

extension AppDescription.Route {
    /// All that must stay: what stands where in the source may change.
    fileprivate var comparable: String {
        "\(method ?? "*") \(path) \(handler ?? "closure"), behind \(middleware), "
            + "access \(accessText ?? "open"), body \(bodyLimit)"
    }
}
