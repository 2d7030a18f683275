// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `swift package dump-package` says about a package, as far as it concerns us.
struct Manifest: Decodable {
    let name: String
    let products: [Product]
    let targets: [Target]

    struct Product: Decodable {
        let name: String
        let type: [String: Ignored?]
        let targets: [String]

        var isExecutable: Bool { type.keys.contains("executable") }
    }

    struct Target: Decodable {
        let name: String
        let type: String
        let path: String?
    }

    struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// Reads the package in a folder.
    ///
    /// - Throws: ``CommandError`` with SwiftPM's own lines when the manifest is not right.
    static func read(_ root: String) async throws -> Manifest {
        let dump = Program(
            executable: "swift", arguments: ["package", "dump-package"], directory: root)
        let result = try await dump.collect()
        guard result.ending.isSuccess else {
            throw CommandError(
                "SwiftPM cannot read \(root)/Package.swift:\n" + told(result.errors),
                remedy: "Correct it and try again.")
        }
        do {
            return try JSONDecoder().decode(Manifest.self, from: Data(result.output.utf8))
        } catch {
            throw CommandError(
                "'swift package dump-package' wrote something unexpected in \(root): \(error)",
                remedy: "Fledge needs Swift 6.2 or later; see 'swift --version'.")
        }
    }

    private static func told(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { "  " + $0 }.joined(separator: "\n").trimmingEnd()
    }

    /// The programs of the package: declared, or of targets that SwiftPM makes products of.
    var programs: [(name: String, path: String)] {
        let executables = targets.filter { $0.type == "executable" }
        let declared = products.filter(\.isExecutable).map { product in
            let target = executables.first { product.targets.contains($0.name) }
            return (name: product.name, path: Self.path(of: target, else: product.name))
        }
        let owned = Set(products.filter(\.isExecutable).flatMap(\.targets))
        let automatic = executables.filter { !owned.contains($0.name) }
            .map { (name: $0.name, path: Self.path(of: $0, else: $0.name)) }
        return declared + automatic
    }

    private static func path(of target: Target?, else name: String) -> String {
        target?.path ?? "Sources/\(target?.name ?? name)"
    }

    /// The program that is meant: the one that is named, the only one, or the only one whose sources
    /// are around where we are.
    func program(named wanted: String?, from directory: String, root: String) throws -> String {
        let names = programs.map(\.name)
        if let wanted {
            guard names.contains(wanted) else {
                throw CommandError(
                    "The package '\(name)' (\(root)) has no executable product '\(wanted)'.",
                    remedy: names.isEmpty
                        ? "It has none at all: add an .executableTarget to Package.swift."
                        : "It has \(names.sorted().joined(separator: ", ")).")
            }
            return wanted
        }
        if names.count == 1, let only = names.first { return only }
        let near = programs.filter { isNear(Paths.absolute($0.path, from: root), directory, root) }
        if near.count == 1, let only = near.first { return only.name }
        throw CommandError(
            names.isEmpty
                ? "The package '\(name)' (\(root)) has no program."
                : "The package '\(name)' (\(root)) has several programs.",
            remedy: names.isEmpty
                ? "Add an .executableTarget to Package.swift; 'fledge new' shows how one looks."
                : "Say which: --product \(names.sorted().joined(separator: ", or --product "))")
    }

    private func isNear(_ path: String, _ directory: String, _ root: String) -> Bool {
        directory != root
            && (path == directory || Paths.below(path, directory) != nil
                || Paths.below(directory, path) != nil)
    }
}

extension String {
    /// The text without spaces and line ends at its end.
    func trimmingEnd() -> String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
