// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The file the build plugin hands to the tool: what to scan, with paths where ``ScanInput`` has
/// texts.
///
/// A file, because the sources of a large package do not fit on a command line. The plugin cannot
/// link this module and writes the same keys itself.
package struct ScanConfiguration: Codable, Sendable {
    package var packageDirectory: String
    package var folder: String
    package var target: String
    package var modules: [Module]
    /// Absent means no.
    package var isLayer: Bool?
    /// Where the generated file goes.
    package var output: String

    /// One module of the package; see ``ScanInput/Module``.
    package struct Module: Codable, Sendable {
        package var name: String
        package var isExecutable: Bool
        package var dependencies: [String]
        package var reachable: [String]
        package var isChecked: Bool
        package var files: [String]
    }

    /// Reads the configuration at `path`.
    ///
    /// - Throws: What reading and decoding throw.
    package static func read(_ path: String) throws -> ScanConfiguration {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try JSONDecoder().decode(ScanConfiguration.self, from: data)
    }

    /// Reads the sources.
    ///
    /// - Throws: ``UnreadableSource`` for the first file that cannot be read as UTF-8.
    package func load() throws -> ScanInput {
        ScanInput(
            packageDirectory: packageDirectory, folder: folder, target: target,
            modules: try modules.map { module in
                ScanInput.Module(
                    name: module.name, isExecutable: module.isExecutable,
                    dependencies: module.dependencies, reachable: module.reachable,
                    isChecked: module.isChecked, files: try module.files.map(Self.read(source:)))
            },
            isLayer: isLayer ?? false)
    }

    private static func read(source path: String) throws -> SourceFile {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)),
            let text = String(validating: data, as: UTF8.self)
        else { throw UnreadableSource(path: path) }
        return SourceFile(path: path, text: text)
    }

    /// Writes `text` to the output, unless it says that already.
    ///
    /// An untouched file keeps its date, so the compiler does not build what depends on it again.
    ///
    /// - Throws: What making the folder or writing the file throws.
    package func write(_ text: String) throws {
        let url = URL(fileURLWithPath: output)
        let bytes = Data(text.utf8)
        if let old = try? Data(contentsOf: url), old == bytes { return }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url, options: .atomic)
    }
}

/// A source file that is gone, or not text.
package struct UnreadableSource: Error, CustomStringConvertible {
    package var path: String

    package var description: String {
        "\(path):1:1: error: This file cannot be read as UTF-8 text. Save it as UTF-8, or remove it."
    }
}
