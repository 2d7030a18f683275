// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads the environment files, merges them, and then expands what is left.
struct EnvironmentLoader {
    let directory: String
    let process: [String: String]

    func load() throws(EnvironmentError) -> Environment {
        let mode: Mode
        do throws(Mode.UnknownName) {
            mode = try Mode.named(in: process)
        } catch {
            // Which files count is not known, so there is nothing else to report.
            throw EnvironmentError(mistakes: [
                .init(
                    code: "FLEDGE_ENV_MODE", message: error.description,
                    place: Environment.Origin.process.description)
            ])
        }
        return try load(mode)
    }

    private func load(_ mode: Mode) throws(EnvironmentError) -> Environment {
        var mistakes: [EnvironmentError.Mistake] = []
        let files = Self.fileNames(mode).compactMap { read($0, &mistakes) }
        mistakes += files.flatMap(\.mistakes)
        var expansion = EnvironmentExpansion(process: process, files: files)
        // A file that cannot be read whole would make its references look undefined.
        if mistakes.isEmpty { mistakes += modeMistakes(files) + expansion.expandAll() }
        guard mistakes.isEmpty else { throw EnvironmentError(mistakes: mistakes) }
        return Environment(
            mode: mode, files: files.map(\.name), variables: expansion.variables,
            isModeGiven: Mode.isNamed(in: process))
    }

    /// Those that win first.
    static func fileNames(_ mode: Mode) -> [String] {
        let names = [".env.\(mode.rawValue).local", ".env.local", ".env.\(mode.rawValue)", ".env"]
        return names.filter { mode != .test || $0 != ".env.local" }
    }

    private func read(
        _ name: String, _ mistakes: inout [EnvironmentError.Mistake]
    ) -> EnvironmentFile? {
        let path = directory == "." ? name : directory + "/" + name
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            guard let text = String(validating: data, as: UTF8.self) else {
                note("It is not UTF-8 text. Save it as UTF-8.")
                return nil
            }
            return EnvironmentFile(name: path, text: text)
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        } catch {
            note("It could not be read. Check that it is a file and who may read it.")
            return nil
        }

        func note(_ message: String) {
            mistakes.append(.init(code: "FLEDGE_ENV_FILE", message: message, place: path))
        }
    }

    /// `FLEDGE_ENV` in a file comes too late: it decides which files are read.
    private func modeMistakes(_ files: [EnvironmentFile]) -> [EnvironmentError.Mistake] {
        guard process[Mode.variable, default: ""].isEmpty else { return [] }
        return files.flatMap { file in
            file.definitions.filter { $0.name == Mode.variable }.map { definition in
                .init(
                    code: "FLEDGE_ENV_MODE",
                    message: "\(Mode.variable) decides which files are read, so it has no effect "
                        + "in one. Set it in the process environment.",
                    place: "\(file.name):\(definition.line)")
            }
        }
    }
}
