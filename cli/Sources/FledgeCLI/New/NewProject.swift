// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A project that is about to be made.
struct NewProject {
    let name: ProjectName
    let template: ProjectTemplate
    /// Where, absolute.
    let folder: String
    let fledge: FledgeDependency

    /// Looks for whatever speaks against it.
    ///
    /// - Throws: ``CommandError`` with all of it at once.
    func check(isAmbiguous: Bool = false) throws {
        var problems = name.problems
        if isAmbiguous {
            problems.append("--minimal and --layered are two kinds of project: choose one.")
        }
        if case .path(let path) = fledge, let problem = FledgeDependency.problem(withCheckout: path)
        {
            problems.append(problem + " (--fledge)")
        }
        if name.problems.isEmpty, let problem = folderProblem { problems.append(problem) }
        guard !problems.isEmpty else { return }
        throw CommandError(problems.joined(separator: "\n"), remedy: "Nothing was made.")
    }

    private var folderProblem: String? {
        guard Paths.exists(folder) else { return nil }
        guard Paths.isFolder(folder) else { return "\(folder) is a file. Choose another name." }
        guard let contents = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            return "\(folder) is there and cannot be read. Choose another name."
        }
        return contents.isEmpty
            ? nil : "\(folder) is there and not empty. Choose another name, or remove it."
    }

    /// Writes the files.
    ///
    /// - Returns: Their paths below the folder.
    /// - Throws: ``CommandError`` when a file cannot be written. What is written stays.
    func write() throws -> [String] {
        try template.files(name, fledge: fledge).map { file in
            let path = folder + "/" + file.path
            do {
                try FileManager.default.createDirectory(
                    atPath: Paths.absolute(path + "/.."), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: URL(filePath: path))
            } catch {
                throw CommandError(
                    "\(path) could not be written: \(Self.reason(error))",
                    remedy: "Call the command where you may write, or free some space.")
            }
            return file.path
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)" }
        switch error.code {
        case .fileWriteNoPermission: return "this user may not write there."
        case .fileWriteOutOfSpace: return "the disk is full."
        case .fileWriteVolumeReadOnly: return "the disk can only be read."
        default: return "\(error)"
        }
    }
}
