// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension CodeWriter {
    /// The function of an operation, and the type of its result when that needs one.
    mutating func swiftFunction(_ operation: ClientOperation, in model: ClientModel) {
        if case .byStatus(let answers) = operation.result { answerType(operation, answers) }
        var paragraphs = operation.documentation
        let described = operation.parameters.compactMap { parameter in
            parameter.documentation.map { "  - \(parameter.name): \($0.onOneLine)" }
        }
        if !described.isEmpty {
            paragraphs.append((["- Parameters:"] + described).joined(separator: "\n"))
        }
        if let problems = operation.problemList {
            paragraphs.append("- Throws: ``ProblemError`` with status \(problems).")
        }
        documentation(paragraphs)
        if operation.isDeprecated { line("@available(*, deprecated)") }
        let result = operation.swiftResult.map { " -> \($0)" } ?? ""
        let parameters = operation.swiftParameters(in: model)
        let head = "public func \(operation.name.swiftName)("
        let short = "\(head)\(parameters.joined(separator: ", "))) async throws\(result) {"
        if short.count <= 110 {
            line(short)
        } else {
            block(head, ") async throws\(result) {") { code in
                for (index, parameter) in parameters.enumerated() {
                    code.line(parameter + (index == parameters.count - 1 ? "" : ","))
                }
            }
        }
        inner { $0.swiftBody(of: operation, in: model) }
        line("}")
    }

    private mutating func swiftBody(of operation: ClientOperation, in model: ClientModel) {
        let isChanged =
            operation.body != nil
            || operation.parameters.contains { $0.isInQuery || $0.place == .header }
        let call = "Call(\"\(operation.method)\", \(operation.swiftPath)\(operation.swiftAccept))"
        let attempt = operation.hasPath ? "try " : ""
        line("\(isChanged ? "var" : "let") call = \(attempt)\(call)")
        for parameter in operation.parameters {
            let value = parameter.name.swiftName
            let name = parameter.wireName.swiftLiteral
            switch parameter.place {
            case .path, .restOfPath: break
            case .header: line("call.header(\(name), \(value))")
            case .commaSeparatedQuery: line("call.query.add(\(name), commas: \(value))")
            case .query:
                let isPlain = model.isScalarOrList(parameter.type)
                line(
                    isPlain
                        ? "call.query.add(\(name), \(value))"
                        : "try call.query.add(\(name), members: \(value))")
            }
        }
        if let body = operation.body { send(body, in: model) }
        answer(operation)
    }

    private mutating func send(_ body: ClientBody, in model: ClientModel) {
        let type = body.mediaType.swiftLiteral
        switch body.kind {
        case .json: line("try call.send(json: body, as: \(type))")
        case .text:
            let data = body.isRequired ? "Data(body.utf8)" : "body.map { Data($0.utf8) }"
            line("call.send(\(data), as: \(type))")
        case .bytes: line("call.send(body, as: \(type))")
        case .form:
            line("var form = Pairs()")
            line("try form.add(\"\", members: body)")
            line("call.send(Data(form.encoded.utf8), as: \(type))")
        case .multipart where model.properties(of: body.type).isEmpty:
            let mark = body.isRequired ? "" : "?"
            let type = body.isRequired ? "body.mediaType" : "body?.mediaType ?? \"\""
            line("call.send(body\(mark).data, as: \(type))")
        case .multipart:
            line("var form = MultipartForm()")
            for property in model.properties(of: body.type) {
                add(property, optional: !body.isRequired, in: model)
            }
            line("call.send(form.data, as: form.mediaType)")
        }
    }

    private mutating func add(_ property: ClientProperty, optional: Bool, in model: ClientModel) {
        let name = property.wireName.swiftLiteral
        let value = "body\(optional ? "?" : "").\(ClientNames.member(property.wireName).swiftName)"
        switch property.type {
        case .text(.file), .nullable(.text(.file)): line("form.add(\(name), file: \(value))")
        case .array(.text(.file)): line("form.add(\(name), files: \(value))")
        default:
            let isPlain = model.isScalarOrList(property.type) && !property.type.isNullable
            line(
                isPlain
                    ? "form.fields.add(\(name), \(value))"
                    : "try form.fields.add(\(name), members: \(value))")
        }
    }

    private mutating func answer(_ operation: ClientOperation) {
        switch operation.result {
        case .nothing: line("_ = try await connection.answer(call)")
        case .value(let answer):
            line("return \(answer.swiftReading(of: "try await connection.answer(call)"))")
        case .optional(let answer):
            line("let answer = try await connection.answer(call)")
            line("return answer.status == 204 ? nil : \(answer.swiftReading(of: "answer"))")
        case .byStatus(let answers):
            line("let answer = try await connection.answer(call)")
            line("switch answer.status {")
            // A status that is not in the document is read as the first that is.
            for answer in answers.dropFirst() + answers.prefix(1) {
                let pattern =
                    answer.status == answers[0].status ? "default" : "case \(answer.status)"
                let value = answer.kind == .none ? "" : "(\(answer.swiftReading(of: "answer")))"
                line("\(pattern): return .\(answer.caseName)\(value)")
            }
            line("}")
        }
    }

    private mutating func answerType(_ operation: ClientOperation, _ answers: [ClientAnswer]) {
        line("/// What ``\(operation.name)`` may give.")
        block("public enum \(operation.answerTypeName): Sendable {") { code in
            for answer in answers {
                code.line("case \(answer.caseName)\(answer.swift.map { "(\($0))" } ?? "")")
            }
        }
        line()
    }
}

extension ClientOperation {
    fileprivate var answerTypeName: String {
        ClientNames.type([name.prefix(1).uppercased() + name.dropFirst(), "Answer"])
    }

    fileprivate var swiftResult: String? {
        switch result {
        case .nothing: nil
        case .value(let answer): answer.swift
        case .optional(let answer): answer.swift.map { $0 + "?" }
        case .byStatus: answerTypeName
        }
    }

    /// What must be said comes first, the body last of it.
    fileprivate func swiftParameters(in model: ClientModel) -> [String] {
        var required: [String] = []
        var others: [String] = []
        for parameter in parameters {
            let isRest = parameter.place == .restOfPath
            let type = isRest ? "[String]" : parameter.type.swift(isSent: true)
            let text = "\(parameter.name.swiftName): \(type)"
            if parameter.isRequired {
                required.append(text)
            } else {
                others.append(text + "? = nil")
            }
        }
        if let body {
            let text = "body: \(body.swift(in: model))"
            if body.isRequired { required.append(text) } else { others.append(text + "? = nil") }
        }
        return required + others
    }

    fileprivate var hasPath: Bool {
        path.contains { if case .parameter = $0 { true } else { false } }
    }

    fileprivate var swiftPath: String {
        let parts = path.map { piece in
            switch piece {
            case .text(let text): return text.swiftLiteral
            case .parameter(let index):
                let parameter = parameters[index]
                let function = parameter.place == .restOfPath ? "segments" : "segment"
                return
                    "\(function)(\(parameter.wireName.swiftLiteral), \(parameter.name.swiftName))"
            }
        }
        return parts.joined(separator: " + ")
    }

    fileprivate var swiftAccept: String {
        let kinds = answers.map(\.kind)
        var types: [String] = []
        for kind in kinds {
            let type: String? =
                switch kind {
                case .json: "application/json"
                case .text: "text/*"
                case .events: "text/event-stream"
                case .bytes: "*/*"
                case .none: nil
                }
            if let type, !types.contains(type) { types.append(type) }
        }
        return types.isEmpty ? "" : ", accept: \"\(types.joined(separator: ", "))\""
    }
}

extension ClientAnswer {
    /// The type of its value; nil without one.
    fileprivate var swift: String? {
        switch kind {
        case .json: type.swift(isSent: false)
        case .text: "String"
        case .bytes: "Data"
        case .events: "AsyncThrowingStream<ServerSentEvent, any Error>"
        case .none: nil
        }
    }

    fileprivate func swiftReading(of answer: String) -> String {
        let isCall = answer != "answer"
        switch kind {
        case .json: return isCall ? "\(answer).json()" : "try answer.json()"
        case .text: return "\(answer).text"
        case .bytes: return "\(answer).body"
        case .events: return "try await connection.events(call)"
        case .none: return answer
        }
    }

    /// The name of the status (RFC 9110, 15.3).
    fileprivate var caseName: String {
        switch status {
        case 200: "ok"
        case 201: "created"
        case 202: "accepted"
        case 204: "noContent"
        case 206: "partialContent"
        default: "status\(status)"
        }
    }
}

extension ClientBody {
    fileprivate func swift(in model: ClientModel) -> String {
        switch kind {
        case .json, .form: type.swift(isSent: true)
        case .multipart:
            model.properties(of: type).isEmpty ? "MultipartForm" : type.swift(isSent: true)
        case .text: "String"
        case .bytes: "Data"
        }
    }
}

extension ClientModel {
    /// Whether a value stands in a query by itself, or as a list of such.
    fileprivate func isScalarOrList(_ type: ClientType) -> Bool {
        switch type {
        case .boolean, .integer, .integers, .number, .text, .constant: return true
        case .array(let element):
            if case .array = element { return false }
            return isScalarOrList(element)
        case .nullable(let value): return isScalarOrList(value)
        case .any, .dictionary: return false
        case .named(let name):
            switch types.first(where: { $0.name == name })?.kind {
            case .enumeration: return true
            case .alias(let type): return isScalarOrList(type)
            case .object, .union, nil: return false
            }
        }
    }

    /// The members of an object.
    fileprivate func properties(of type: ClientType) -> [ClientProperty] {
        guard case .named(let name) = type,
            case .object(let properties, _)? = types.first(where: { $0.name == name })?.kind
        else { return [] }
        return properties
    }
}
