// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Migrations {
    /// Reads the history from the `.sql` files of a directory.
    ///
    /// Other files are ignored.
    ///
    /// - Parameter directory: A path, absolute or from the working directory.
    /// - Throws: ``MigrationError`` with code `.invalidFiles` naming everything that is wrong
    ///   with the files at once.
    public init(directory: String) throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw MigrationError(
                .invalidFiles,
                [
                    "\(directory): the directory cannot be read. It is looked for from the "
                        + "working directory; start the server there or give a full path."
                ], cause: error)
        }
        var migrations: [Migration] = []
        var problems: [String] = []
        for name in names.sorted() where name.hasSuffix(".sql") {
            do {
                let text = try Self.read(name, in: directory)
                migrations.append(try Migration(fileName: name, sql: text))
            } catch let error as MigrationError {
                problems += error.problems
            }
        }
        // Gaps between the good files are shown along with the bad ones.
        problems += Self.problems(in: migrations.sorted { $0.number < $1.number })
        guard problems.isEmpty else { throw MigrationError(.invalidFiles, problems) }
        try self.init(migrations)
    }

    private static func read(_ name: String, in directory: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
            throw MigrationError(.invalidFiles, ["\(name): the file cannot be read."])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw MigrationError(.invalidFiles, ["\(name): the file is not UTF-8."])
        }
        return text
    }
}
