// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder of the recorded tests, in which no file is ever written over.
struct RecordedFiles: Sendable {
    let folder: String

    /// Files of one method, path and status, and in all: whoever explores an API fills no disk.
    private static let mostOfOneName = 50
    private static let most = 1_000

    struct Full: Error, CustomStringConvertible {
        let description: String
    }

    /// Writes the file of a test, unless one is there for the same exchange.
    ///
    /// - Returns: The path of the new file; `nil` when there is one.
    /// - Throws: When it cannot be written, or there are too many.
    func write(_ test: RecordedTest) throws -> String? {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        guard try FileManager.default.contentsOfDirectory(atPath: folder).count < Self.most else {
            throw Full(description: "'\(folder)' has \(Self.most) files. Remove some.")
        }
        for number in 1...Self.mostOfOneName {
            let name = number == 1 ? test.name : "\(test.name)-\(number)"
            let path = "\(folder)/\(name).swift"
            if let known = FileManager.default.contents(atPath: path) {
                if Self.has(known, test) { return nil }
                continue
            }
            let text = Data(test.source(named: name).utf8)
            do {
                try text.write(to: URL(filePath: path), options: .withoutOverwriting)
                return path
            } catch let error as CocoaError where error.code == .fileWriteFileExists {
                // Somebody was faster; it may have been the same exchange.
                let other = FileManager.default.contents(atPath: path) ?? Data()
                if Self.has(other, test) { return nil }
            }
        }
        throw Full(
            description: "There are \(Self.mostOfOneName) files for \(test.name) in '\(folder)'.")
    }

    private static func has(_ file: Data, _ test: RecordedTest) -> Bool {
        String(decoding: file, as: UTF8.self).contains(test.mark)
    }
}
