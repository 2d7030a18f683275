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
        var files: [String: Result<String, MigrationError>] = [:]
        for name in names where name.hasSuffix(".sql") {
            files[name] = Self.read(name, in: directory)
        }
        try self.init(files: files)
    }

    private static func read(
        _ name: String, in directory: String
    ) -> Result<String, MigrationError> {
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
            return .failure(MigrationError(.invalidFiles, ["\(name): the file cannot be read."]))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            return .failure(MigrationError(.invalidFiles, ["\(name): the file is not UTF-8."]))
        }
        return .success(text)
    }
}
