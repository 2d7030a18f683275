// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension CodeWriter {
    /// The method of an interface, with all that an editor shows of it.
    mutating func signature(of operation: ClientOperation) {
        var paragraphs = operation.documentation
        if let problems = operation.problemList {
            paragraphs.append("@throws {ProblemError} with status \(problems).")
        }
        if operation.isDeprecated { paragraphs.append("@deprecated") }
        comment(paragraphs)
        let result = "Promise<\(operation.typeScriptResult)>"
        guard operation.takesParameters else {
            return line("\(operation.name)(options?: RequestOptions): \(result);")
        }
        let members = operation.typeScriptParameters
        let isOptional = operation.isCalledWithout ? "?" : ""
        let list = members.map(\.code).joined(separator: "; ")
        let short =
            "\(operation.name)(parameters\(isOptional): { \(list) }, "
            + "options?: RequestOptions): \(result);"
        if short.count <= 98, members.allSatisfy({ $0.documentation == nil }) {
            return line(short)
        }
        block("\(operation.name)(", "): \(result);") { code in
            code.block("parameters\(isOptional): {", "},") { code in
                for member in members {
                    code.comment([member.documentation].compactMap(\.self))
                    code.line(member.code + ";")
                }
            }
            code.line("options?: RequestOptions,")
        }
    }

    /// The property of the object that `createClient` gives.
    mutating func implementation(of operation: ClientOperation, _ wholes: TypeScriptWholes) {
        let parameters =
            operation.takesParameters
            ? "parameters\(operation.isCalledWithout ? " = {}" : ""), options" : "options"
        block("\(operation.name): async (\(parameters)) => send({", "}),") { code in
            code.line("method: \(operation.method.typeScriptLiteral),")
            code.line("path: \(operation.typeScriptPath(wholes)),")
            code.fields("query", operation.parameters.filter(\.isInQuery), wholes)
            code.fields("headers", operation.parameters.filter { $0.place == .header }, wholes)
            if let body = operation.body { code.line("body: \(body.typeScriptSending(wholes)),") }
            code.line("answers: { \(operation.typeScriptAnswers) },")
            if let places = operation.typeScriptWholes(wholes) {
                code.line("wholes: { \(places) },")
            }
            if case .byStatus = operation.result { code.line("byStatus: true,") }
            code.line("options,")
        }
    }

    private mutating func fields(
        _ name: String, _ parameters: [ClientParameter], _ wholes: TypeScriptWholes
    ) {
        guard !parameters.isEmpty else { return }
        block("\(name): {", "},") { code in
            for parameter in parameters {
                let value = parameter.typeScriptValue(wholes)
                let isList = parameter.place == .commaSeparatedQuery
                code.line(
                    "\(parameter.wireName.typeScriptKey): \(isList ? "commas(\(value))" : value),")
            }
        }
    }
}

extension ClientOperation {
    fileprivate var takesParameters: Bool { !parameters.isEmpty || body != nil }

    /// The members of the one object that is passed, without their semicolons.
    fileprivate var typeScriptParameters: [(code: String, documentation: String?)] {
        var members = parameters.map { parameter in
            let type =
                parameter.place == .restOfPath
                ? "string[]" : parameter.type.typeScript(isSent: true)
            let code = Self.member(parameter.name, type, isRequired: parameter.isRequired)
            return (code, parameter.documentation)
        }
        if let body {
            members.append((Self.member("body", body.typeScript, isRequired: body.isRequired), nil))
        }
        return members
    }

    private static func member(_ name: String, _ type: String, isRequired: Bool) -> String {
        isRequired ? "\(name): \(type)" : "\(name)?: \(type) | undefined"
    }

    /// Whether nothing that it takes is required.
    fileprivate var isCalledWithout: Bool {
        parameters.allSatisfy { !$0.isRequired } && body?.isRequired != true
    }

    fileprivate var typeScriptResult: String {
        switch result {
        case .nothing: "void"
        case .value(let answer): answer.typeScript
        case .optional(let answer): answer.typeScript + " | undefined"
        case .byStatus(let answers):
            answers.map { "{ status: \($0.status); body: \($0.typeScript) }" }
                .joined(separator: " | ")
        }
    }

    fileprivate func typeScriptPath(_ wholes: TypeScriptWholes) -> String {
        var path = "`"
        for piece in self.path {
            switch piece {
            case .text(let text): path += text.typeScriptTemplate
            case .parameter(let index):
                let parameter = parameters[index]
                let function = parameter.place == .restOfPath ? "segments" : "segment"
                let name = parameter.wireName.typeScriptLiteral
                path += "${\(function)(\(name), \(parameter.typeScriptValue(wholes)))}"
            }
        }
        return path + "`"
    }

    fileprivate var typeScriptAnswers: String {
        answers.map { "\($0.status): \($0.kind.rawValue.typeScriptLiteral)" }
            .joined(separator: ", ")
    }

    /// Where whole numbers are in its answers, by status.
    fileprivate func typeScriptWholes(_ wholes: TypeScriptWholes) -> String? {
        let places = answers.compactMap { answer in
            answer.kind == .json
                ? wholes.literal(of: answer.type).map { "\(answer.status): \($0)" } : nil
        }
        return places.isEmpty ? nil : places.joined(separator: ", ")
    }
}

extension ClientAnswer {
    fileprivate var typeScript: String {
        switch kind {
        case .json: type.typeScript(isSent: false)
        case .text: "string"
        case .bytes: "Uint8Array"
        case .events: "AsyncIterable<ServerSentEvent>"
        case .none: "undefined"
        }
    }
}

extension ClientBody {
    fileprivate var typeScript: String {
        switch kind {
        case .json: type.typeScript(isSent: true)
        case .form: type.typeScript(isSent: true) + " | URLSearchParams"
        case .multipart: type.typeScript(isSent: true) + " | FormData"
        case .text: "string"
        case .bytes: "BodyInit"
        }
    }

    fileprivate func typeScriptSending(_ wholes: TypeScriptWholes) -> String {
        let value = wholes.checked("parameters.body", type, "body")
        return switch kind {
        case .json:
            mediaType == "application/json"
                ? "json(\(value))" : "json(\(value), \(mediaType.typeScriptLiteral))"
        case .form: "urlEncoded(\(value))"
        case .multipart: "multipart(\(value))"
        case .text, .bytes: "{ type: \(mediaType.typeScriptLiteral), data: parameters.body }"
        }
    }
}

extension ClientParameter {
    var isInQuery: Bool { place == .query || place == .commaSeparatedQuery }

    /// What the caller gave for it, looked at.
    fileprivate func typeScriptValue(_ wholes: TypeScriptWholes) -> String {
        // Segments of the rest of a path are texts.
        place == .restOfPath
            ? "parameters.\(name)" : wholes.checked("parameters.\(name)", type, wireName)
    }
}

extension String {
    /// A part of a template literal.
    fileprivate var typeScriptTemplate: String {
        reduce(into: "") { text, character in
            if "`\\$".contains(character) { text += "\\" }
            text.append(character)
        }
    }
}
