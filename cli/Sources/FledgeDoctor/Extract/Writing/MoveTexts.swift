// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The pieces of code that a move is made of.
struct MoveTexts {
    let move: Move
    private var code: HandlerCode { move.code }
    private var target: ServiceTarget { move.target }

    // MARK: The service

    /// The method, with four spaces before it.
    func method() throws(Refusal) -> String {
        let effects = (move.waits ? " async" : "") + (move.canThrow ? " throws" : "")
        let result = move.resultType.map { " -> \($0)" } ?? ""
        let parameters = move.inputs.map { value in
            let label = label(of: value.name)
            return (label == value.name ? "" : "\(label) ") + "\(value.name): \(value.type)"
        }
        let signature = "func \(move.method)(\(parameters.joined(separator: ", ")))"
        return """
            \(documentation)
                \(target.prefix)\(signature)\(effects)\(result) {
            \(try MovedBody(move).text(indentation: 8))
                }
            """
    }

    /// The handler's own comment where all of it moves.
    private var documentation: String {
        let lines = code.function.node.leadingTrivia.compactMap { piece in
            if case .docLineComment(let text) = piece { text } else { nil }
        }
        guard move.region.isEnd, !lines.isEmpty else {
            return "    /// What \(code.function.name) decides and works out."
        }
        return lines.map { "    " + $0 }.joined(separator: "\n")
    }

    private func label(of name: String) -> String {
        guard code.function.kind != .closure,
            let parameter = code.function.parameters.first(where: { $0.name == name })
        else { return name }
        return parameter.label ?? "_"
    }

    /// The type of a new service.
    func service() throws(Refusal) -> String {
        let access = target.prefix
        let kept = move.kept.map { "    \(access)let \($0.name): \($0.dependency.type ?? "")" }
        var parts: [String] = []
        if !kept.isEmpty { parts.append(kept.joined(separator: "\n")) }
        // The memberwise initializer stays in its module.
        if !access.isEmpty { parts.append(initializer) }
        parts.append(try method())
        return """
            /// The rules behind \(code.function.name).
            \(access)struct \(target.name): Sendable {
            \(parts.joined(separator: "\n\n"))
            }
            """
    }

    private var initializer: String {
        let parameters = move.kept.map { "\($0.name): \($0.dependency.type ?? "")" }
        let lines = move.kept.map { "        self.\($0.name) = \($0.name)" }
        return """
                \(target.prefix)init(\(parameters.joined(separator: ", "))) {
            \(lines.joined(separator: "\n"))
                }
            """
    }

    // MARK: Errors

    /// The errors of the domain.
    func errorType() -> String? {
        guard !move.errors.isEmpty else { return nil }
        let cases = move.errors.map { error in
            let values = error.payload.map { "\($0.name): \(move.payloadTypes[$0.key] ?? "")" }
            return "    case \(error.name)"
                + (values.isEmpty ? "" : "(\(values.joined(separator: ", ")))")
        }
        return """
            /// Why `\(target.name).\(move.method)` refuses.
            \(target.prefix)enum \(move.errorName): Error\(errorIsEquatable ? ", Equatable" : "") {
            \(cases.joined(separator: "\n"))
            }
            """
    }

    var errorIsEquatable: Bool {
        move.payloadTypes.values.allSatisfy { type in
            TypeText.isScalar(TypeText.element(type) ?? type)
        }
    }

    /// What they are over HTTP: the problems that the handler threw.
    func mapping() -> String? {
        guard !move.errors.isEmpty else { return nil }
        let cases = move.errors.map { error in
            "        case \(error.pattern):\n            "
                + Indentation.shift(error.problem, from: 0, to: 12).drop { $0 == " " }
        }
        return """
            /// What the service's refusals mean over HTTP.
            extension \(move.errorName): ProblemConvertible {
                \(target.prefix)var problem: Problem {
                    switch self {
            \(cases.joined(separator: "\n"))
                    }
                }
            }
            """
    }

    // MARK: The handler

    /// The call, which takes the place of the statements; its first line is not indented.
    func call(indentation: Int) -> String {
        let call = plainCall
        if move.region.isEnd {
            if move.returned == nil { return call }
            let hadReturn = move.facts.last?.node.item.is(ReturnStmtSyntax.self) ?? false
            let isWhole = move.region.range.lowerBound == 0
            return isWhole || !hadReturn ? call : "return \(call)"
        }
        let names = move.outputs.map(\.name)
        switch move.outputs.count {
        case 0: return call
        case 1: return "\(keyword(move.outputs[0])) \(names[0]) = \(call)"
        default: break
        }
        if Set(move.outputs.map(\.isVariable)).count == 1 {
            return "\(keyword(move.outputs[0])) (\(names.joined(separator: ", "))) = \(call)"
        }
        let space = "\n" + String(repeating: " ", count: indentation)
        let lines = move.outputs.map { "\(keyword($0)) \($0.name) = moved.\($0.name)" }
        return "let moved = \(call)" + space + lines.joined(separator: space)
    }

    private func keyword(_ value: Move.Value) -> String { value.isVariable ? "var" : "let" }

    private var plainCall: String {
        let arguments = move.inputs.map { value in
            let label = label(of: value.name)
            return label == "_" ? value.name : "\(label): \(value.name)"
        }
        let effects =
            (move.canThrow ? "try " : "") + (move.waits || target.isActor ? "await " : "")
        return "\(effects)\(reached).\(move.method)(\(arguments.joined(separator: ", ")))"
    }

    private var reached: String {
        switch move.reach {
        case .path(let path): path
        case .property(let name): name
        case .container(_, let root, let property): "\(root).\(property)"
        case .inline: move.making
        }
    }
}
