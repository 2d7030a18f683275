// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// Builds the program of an app with `swift build`.
struct Builder: Sendable {
    let package: AppPackage
    var configuration = "debug"
    /// What is passed on to `swift build`: `--traits Postgres`, `--scratch-path …`.
    var arguments: [String] = []

    enum Result: Sendable {
        /// The program is there, and whether it is another one than before.
        case built(binary: String, isNew: Bool)
        case failed(BuildFailure)
    }

    /// Where SwiftPM puts the program.
    var binary: String {
        var scratch = ".build"
        if let index = arguments.firstIndex(of: "--scratch-path"), index + 1 < arguments.count {
            scratch = arguments[index + 1]
        }
        return Paths.absolute(scratch, from: package.root) + "/\(configuration)/\(package.product)"
    }

    /// The call, as it is shown.
    var call: [String] {
        ["build", "--product", package.product]
            + (configuration == "debug" ? [] : ["--configuration", configuration]) + arguments
    }

    /// Builds.
    ///
    /// - Parameter onLine: Gets the lines of the build as they come.
    /// - Returns: The program, or why there is none.
    /// - Throws: ``CommandError`` when there is no Swift.
    func build(onLine: @escaping @Sendable (String) -> Void = { _ in }) async throws -> Result {
        let before = FileStamp(binary)
        let log = Mutex((lines: [String](), parser: DiagnosticParser()))
        let build = Program(executable: "swift", arguments: call, directory: package.root)
        let ending = try await build.run { line in
            log.withLock { log in
                log.lines.append(line)
                log.parser.add(line)
            }
            onLine(line)
        }
        guard !ending.isSuccess else {
            return .built(binary: binary, isNew: FileStamp(binary) != before)
        }
        return .failed(log.withLock { failure($0.parser.errors, $0.lines, ending) })
    }

    private func failure(
        _ errors: [Diagnostic], _ lines: [String], _ ending: Program.Ending
    ) -> BuildFailure {
        // An error without a place is usually a summary of those that have one.
        let located = errors.filter { $0.file != nil }
        let entries = (located.isEmpty ? errors : located).map { error in
            BuildFailure.Entry(
                diagnostic: error, place: error.place(below: package.root),
                excerpt: error.file.flatMap { file in
                    error.line.flatMap { Excerpt.read(file, line: $0, column: error.column) }
                })
        }
        return BuildFailure(
            title: "'swift \(call.joined(separator: " "))' failed (\(ending)).", errors: entries,
            output: located.isEmpty ? lines.suffix(40).map(DiagnosticParser.plain) : [])
    }
}
