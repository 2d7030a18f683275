// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Moves the logic of a handler into a service.
///
///     let report = try await Extractor(
///         .init(folder: ".", file: "app/routes/orders.swift", function: "POST /orders", service: "OrderService")
///     ).run()
///
/// The handler keeps what is of the web: it binds, calls and answers. What cannot be moved without
/// a doubt is refused with a reason; what was moved is built and tested, and put back when either
/// fails.
package struct Extractor: Sendable {
    /// What to move, and how.
    package struct Request: Sendable {
        package var folder: String
        /// Below the folder.
        package var file: String
        package var function: String
        package var service: String
        package var method: String?
        package var buildOptions: [String] = []
        /// Asks no git.
        package var force = false
        /// Writes nothing.
        package var isDryRun = false
        /// Whether the compiler is asked; without it, types must stand in the text.
        package var builds = true

        package init(folder: String, file: String, function: String, service: String) {
            self.folder = folder
            self.file = file
            self.function = function
            self.service = service
        }
    }

    private let request: Request
    private let progress: @Sendable (String) -> Void
    private let app: AppBuild
    private let files: AppFiles

    /// - Parameters:
    ///   - request: What to move.
    ///   - progress: Gets a line for each step that takes its time.
    package init(_ request: Request, progress: @escaping @Sendable (String) -> Void = { _ in }) {
        self.request = request
        self.progress = progress
        app = AppBuild(folder: request.folder, options: request.buildOptions)
        files = AppFiles(folder: request.folder)
    }

    /// Moves it.
    ///
    /// - Returns: What was done.
    /// - Throws: ``Refusal`` when it is not; nothing is changed then. ``DoctorError`` when there is no
    ///   app.
    package func run() async throws -> ExtractReport {
        if !request.isDryRun, !request.force { try await checkTree() }
        let index = AppIndex(try await Doctor.read(ProjectFolder(request.folder)))
        let (file, function) = try HandlerFinder(index: index).find(
            request.function, in: request.file)
        let code = HandlerCode(function, in: file, index)
        let planner = try MovePlanner(code, to: request.service, method: request.method)
        let testsPassed = request.builds ? try await checkBefore() : false
        let move = try planner.plan(try await answers(planner))
        let changes = try await Formatter(folder: request.folder).format(
            try MoveWriter(move).changes())
        if !request.isDryRun { try await apply(changes, testsPassed: testsPassed) }
        return ExtractReport(
            move, changes, wasWritten: !request.isDryRun,
            wasBuilt: request.builds && !request.isDryRun,
            wasTested: testsPassed && !request.isDryRun)
    }

    // MARK: Before

    private func checkTree() async throws {
        let git = try await Tool(
            name: "git", arguments: ["status", "--porcelain", "--", "."], directory: request.folder
        ).run()
        guard git.isSuccess else {
            throw Refusal(
                "no-git", "\(request.folder) is not in git, so there would be no way back.",
                remedy: "Make it a repository and commit (git init), or say --force.")
        }
        guard git.output.isEmpty else {
            let lines = git.output.split(separator: "\n").prefix(5).map { "  \($0)" }
            throw Refusal(
                "dirty-tree",
                "The tree has changes that are not committed:\n" + lines.joined(separator: "\n"),
                remedy:
                    "Commit them first, so that git can bring back this step alone; or say --force."
            )
        }
    }

    /// - Returns: Whether the tests pass as it is.
    private func checkBefore() async throws -> Bool {
        progress("building it as it is…")
        if let errors = try await app.build() {
            throw Refusal(
                "broken-before", "The app does not build as it is:\n\(errors)",
                remedy: "Mend that first.")
        }
        guard !request.isDryRun else { return false }
        progress("testing it as it is…")
        return try await app.test() == nil
    }

    // MARK: Types

    /// The types that stand nowhere in the text.
    private func answers(_ planner: MovePlanner) async throws -> [String: String] {
        let probe = TypeProbe(questions: planner.questions)
        guard !probe.questions.isEmpty else { return [:] }
        guard request.builds else { return planner.guesses }
        progress("asking the compiler for \(probe.questions.count) types…")
        let source = planner.code.file.source
        let change = FileChange(
            path: source.path, old: source.text, new: probe.text(of: source.text))
        Interruptions.survive()
        do {
            try files.write(change.new, to: change.path)
            let output = try await app.output(ofBuilding: source.module.name)
            try files.restore([change])
            return probe.answers(in: output)
        } catch {
            try files.restore([change])
            throw error
        }
    }

    // MARK: After

    private func apply(_ changes: [FileChange], testsPassed: Bool) async throws {
        Interruptions.survive()
        do {
            for change in changes { try files.write(change.new, to: change.path) }
            guard request.builds else { return }
            progress("building what was moved…")
            if let errors = try await app.build() {
                throw Refusal(
                    "does-not-build",
                    "What was moved does not build, so everything is as it was before:\n\(errors)",
                    remedy: "--dry-run shows what was tried.")
            }
            guard testsPassed else { return }
            progress("testing it…")
            if let failures = try await app.test() {
                throw Refusal(
                    "tests-fail",
                    "A test fails after the move, so everything is as it was before:\n\(failures)",
                    remedy: "--dry-run shows what was tried.")
            }
        } catch {
            try files.restore(changes)
            throw error
        }
    }
}
