// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientModelReader {
    /// The first of the forms that a client knows best: JSON, forms with files, forms, text, bytes.
    mutating func body(
        _ node: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientBody? {
        let media = (node.child("content")?.children ?? []).map {
            (mediaType: $0.name, node: $0.node, kind: bodyKind(of: $0.name))
        }
        let order: [ClientBody.Kind] = [.json, .multipart, .form, .text, .bytes]
        for kind in order {
            guard let found = media.first(where: { $0.kind == kind }) else { continue }
            var type = ClientType.any
            if kind == .json || kind == .form || kind == .multipart,
                let schema = found.node.child("schema")
            {
                type = try self.type(of: schema, name: name)
            }
            let isRequired = node.child("required")?.isTrue == true
            // There is one way to say that there is none: to leave it out.
            if !isRequired, case .nullable(let value) = type { type = value }
            return ClientBody(
                kind: kind, type: type, mediaType: found.mediaType, isRequired: isRequired,
                description: node.words("description"))
        }
        return nil
    }

    /// Successes as answers, by status; errors as notes.
    mutating func answers(
        _ node: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ([ClientAnswer], [ClientOperation.Note]) {
        var answers: [ClientAnswer] = []
        var problems: [ClientOperation.Note] = []
        for (status, reference) in node.child("responses")?.children ?? [] {
            let response = try resolve(reference)
            let text = response.words("description") ?? ""
            // `2XX` is what has no status of its own.
            let code = Int(status.lowercased().split(separator: "x").first ?? "") ?? 0
            let number = status.count == 3 && code < 10 ? code * 100 : code
            switch number {
            case 200..<300: answers.append(try answer(number, response, name: name))
            case 400..<600: problems.append(.init(status: number, text: text))
            default: break  // Redirects are followed; `default` is the problem of any other status.
            }
        }
        answers.sort { $0.status < $1.status }
        if answers.isEmpty { answers = [ClientAnswer(status: 200, kind: .none, type: .any)] }
        return (answers, problems.sorted { $0.status < $1.status })
    }

    private mutating func answer(
        _ status: Int, _ node: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientAnswer {
        let media = node.child("content")?.children ?? []
        let preferred: (name: String, node: DocumentNode)? =
            media.first { answerKind(of: $0.name) == .json } ?? media.first
        var answer = ClientAnswer(
            status: status, kind: preferred.map { answerKind(of: $0.name) } ?? .none, type: .any,
            description: node.words("description"))
        if answer.kind == .json, let schema = preferred?.node.child("schema") {
            answer.type = try type(of: schema, name: name + ["Answer"])
        }
        return answer
    }

    private func bodyKind(of mediaType: String) -> ClientBody.Kind {
        let type = essence(of: mediaType)
        return switch type {
        case "application/x-www-form-urlencoded": .form
        case "multipart/form-data": .multipart
        case _ where isJSON(type): .json
        case _ where type.hasPrefix("text/"): .text
        default: .bytes
        }
    }

    private func answerKind(of mediaType: String) -> ClientAnswer.Kind {
        let type = essence(of: mediaType)
        return switch type {
        case "text/event-stream": .events
        case _ where isJSON(type): .json
        case _ where type.hasPrefix("text/"): .text
        default: .bytes
        }
    }

    private func isJSON(_ type: String) -> Bool {
        type == "application/json" || type.hasSuffix("+json")
    }

    private func essence(of mediaType: String) -> String {
        let type = mediaType.prefix { $0 != ";" }
        return type.filter { !$0.isWhitespace }.lowercased()
    }
}
