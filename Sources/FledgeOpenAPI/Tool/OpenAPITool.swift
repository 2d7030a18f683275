// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// What the program `fledge-openapi` does, without touching files or terminals itself.
package struct OpenAPITool {
    /// What a run has to say.
    package struct Outcome: Sendable, Hashable {
        /// 0 all is well, 1 something was found, 2 it could not work.
        package var status: Int32
        package var output = ""
        package var errors = ""
        /// What is to be written into a file, and into which.
        package var file: File?

        package struct File: Sendable, Hashable {
            package var path: String
            package var text: String
        }
    }

    /// Gives the text of a file.
    private let read: (String) throws -> String

    package init(reading read: @escaping (String) throws -> String) {
        self.read = read
    }

    package static let usage = """
        usage: fledge-openapi diff OLD.json NEW.json
               lists what in NEW would break a client of OLD; exit status 0 none, 1 some, 2 not compared
               fledge-openapi client ts|swift DOCUMENT.json [-o FILE]
               writes a typed client in TypeScript or Swift, to standard output unless told

        """

    /// Runs a command: `["diff", "old.json", "new.json"]`.
    package func run(_ arguments: [String]) -> Outcome {
        do throws(Failure) {
            switch arguments.first {
            case "diff" where arguments.count == 3:
                return try diff(arguments[1], arguments[2])
            case "client" where arguments.count > 1:
                return try client(Array(arguments.dropFirst()))
            case "help", "--help", "-h":
                return Outcome(status: 0, output: Self.usage)
            default:
                return Outcome(status: 2, errors: Self.usage)
            }
        } catch {
            return Outcome(status: 2, errors: "error: \(error.message)\n")
        }
    }

    private func diff(_ old: String, _ new: String) throws(Failure) -> Outcome {
        let changes = OpenAPIDocument.breakingChanges(
            from: try document(old), to: try document(new))
        guard !changes.isEmpty else {
            return Outcome(status: 0, output: "Nothing in \(new) breaks a client of \(old).\n")
        }
        let lines = changes.map { "\($0)\n" }.joined()
        let count = changes.count == 1 ? "1 change breaks" : "\(changes.count) changes break"
        return Outcome(status: 1, output: lines + "\(count) a client of \(old).\n")
    }

    // MARK: Files

    struct Failure: Error {
        var message: String
    }

    /// Reads an OpenAPI document.
    func document(_ path: String) throws(Failure) -> JSON {
        let text: String
        do { text = try read(path) } catch {
            throw Failure(message: "\(path) cannot be read: \(error)")
        }
        let document: JSON
        do throws(DecodingFailure) {
            document = try JSONReader.decode(JSON.self, from: text)
        } catch {
            throw Failure(message: "\(path) is not JSON: \(error)")
        }
        guard let version = document["openapi"]?.text, version.hasPrefix("3.") else {
            throw Failure(
                message:
                    "\(path) is not an OpenAPI 3 document: it has no member 'openapi' that begins with '3.'."
            )
        }
        return document
    }
}
