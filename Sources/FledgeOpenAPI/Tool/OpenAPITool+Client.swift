// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension OpenAPITool {
    /// Writes a client: `["ts", "openapi.json", "-o", "shop.ts"]`.
    func client(_ arguments: [String]) throws(Failure) -> Outcome {
        var rest = arguments
        var file: String?
        if let flag = rest.firstIndex(of: "-o") {
            guard flag + 1 < rest.count else {
                throw Failure(message: "-o needs the file that is to be written.")
            }
            file = rest[flag + 1]
            rest.removeSubrange(flag...flag + 1)
        }
        guard rest.count == 2 else { return Outcome(status: 2, errors: Self.usage) }
        guard let language = ClientLanguage(name: rest[0]) else {
            let known = ClientLanguage.all.map { "'\($0.name)'" }.joined(separator: " and ")
            throw Failure(message: "There is no client in '\(rest[0])', only in \(known).")
        }
        let document = try document(rest[1])
        let source: String
        do throws(ClientGenerationError) {
            source = try ClientGenerator.source(in: language, for: document)
        } catch {
            throw Failure(message: "\(rest[1]): \(error)")
        }
        guard let file else { return Outcome(status: 0, output: source) }
        return Outcome(status: 0, output: "Wrote \(file).\n", file: .init(path: file, text: source))
    }
}
