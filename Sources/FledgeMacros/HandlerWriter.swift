// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

/// Writes the registration of one handler.
struct HandlerWriter {
    let type: String
    let handler: Handler
    let reporter: Reporter
    private let comment: DocComment

    init(type: String, handler: Handler, reporter: Reporter) {
        self.type = type
        self.handler = handler
        self.reporter = reporter
        comment = DocComment(of: handler.method)
    }

    private var controllerName: String { freeName("controller") }
    private var inputName: String { freeName("input") }
    private var effects: String { handler.isAsync ? "try await " : "try " }

    func write(to code: inout Code) {
        let place = reporter.place(of: handler.method.name)
        code.directive(place)
        let function = handler.returnsNothing ? "onVoid" : "on"
        code.line(
            "routes.\(function)(\(description(at: place))) { \(controllerName), \(inputName) in")
        code.indented { code in
            writeBinding(to: &code)
            code.directive(place)
            code.line(call)
        }
        code.line("}")
        if place != nil { code.endDirective() }
    }

    /// Everything but the body first, and checked: reading the body is the expensive part.
    private func writeBinding(to code: inout Code) {
        for parameter in handler.parameters where parameter.source != .body {
            code.directive(reporter.place(of: parameter.syntax))
            code.line("let \(local(parameter)) = \(read(parameter))")
        }
        if handler.hasBound { code.line("\(effects)\(inputName).check()") }
        for parameter in handler.parameters where parameter.source == .body {
            code.directive(reporter.place(of: parameter.syntax))
            let type = parameter.type.metatypeExpression
            code.line("let \(local(parameter)) = \(effects)\(inputName).body(\(type))")
        }
    }

    private func read(_ parameter: HandlerParameter) -> String {
        let type = parameter.type.metatypeExpression
        if parameter.source == .query { return "\(inputName).query(\(type))" }
        let missing = parameter.defaultValue.map { ", default: \($0.trimmedDescription)" } ?? ""
        return "\(inputName).read(\(parameter.name.literal), \(type)\(missing))"
    }

    private var call: String {
        let value = handler.isAsync ? ".value" : ".immediate"
        let arguments = handler.parameters.map { parameter in
            let label = parameter.label.map { "\($0): " } ?? ""
            return label + local(parameter) + (parameter.source == .body ? "" : value)
        }
        let attempt = handler.canThrow || handler.hasBound ? "try " : ""
        let keyword = handler.returnsNothing ? "" : "return "
        let wait = handler.isAsync ? "await " : ""
        let name = "\(controllerName).\(handler.method.name.text)"
        return "\(keyword)\(attempt)\(wait)\(name)(\(arguments.joined(separator: ", ")))"
    }

    private func description(at place: Place?) -> String {
        let method = handler.method
        var arguments = [
            handler.verb.expression,
            handler.path.literal,
            "handler: \("\(type).\(method.name.unquoted)".literal)",
        ]
        arguments += documentation
        if let name = handler.attribute?.name {
            arguments.append("name: \(name.trimmedDescription)")
        }
        if !handler.parameters.isEmpty {
            let list = handler.parameters.map { parameterDescription($0) }
                .joined(separator: ", ")
            arguments.append("parameters: [\(list)]")
        }
        if let limit = handler.attribute?.bodyLimit {
            arguments.append("body: \(limit.expression.trimmedDescription)")
        }
        if let middleware = handler.attribute?.middleware, !middleware.isEmpty {
            let list = middleware.map(\.trimmedDescription).joined(separator: ", ")
            arguments.append("use: [\(list)]")
        }
        if let place { arguments += ["fileID: \(place.fileID)", "line: \(place.line)"] }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    private var documentation: [String] {
        var arguments: [String] = []
        if let summary = comment.summary { arguments.append("summary: \(summary.literal)") }
        if let details = comment.details { arguments.append("details: \(details.literal)") }
        if let result = comment.result { arguments.append("returns: \(result.literal)") }
        if !comment.failures.isEmpty {
            let list = comment.failures.map { "\($0.status): \($0.details.literal)" }
            arguments.append("failures: [\(list.joined(separator: ", "))]")
        }
        return arguments
    }

    private func parameterDescription(_ parameter: HandlerParameter) -> String {
        var arguments = [parameter.name.literal, parameter.type.metatypeExpression]
        switch parameter.source {
        case .value: break
        case .query: arguments.append(".query")
        case .body: arguments.append(".body")
        }
        if let value = parameter.defaultValue {
            let isShown = value.isSimple && parameter.source == .value
            arguments.append(isShown ? "default: \(value.trimmedDescription)" : "hasDefault: true")
        }
        let details = comment.parameters[parameter.name] ?? comment.parameters[parameter.localName]
        if let details { arguments.append("details: \(details.literal)") }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    /// The local variable of a parameter: its name, in backticks where that is a word of Swift's.
    private func local(_ parameter: HandlerParameter) -> String {
        let name = parameter.localName
        return name.isValidSwiftIdentifier(for: .variableName) ? name : "`\(name)`"
    }

    /// A name for the closure's own parameters that no parameter of the handler has.
    private func freeName(_ name: String) -> String {
        let taken = handler.parameters.contains { $0.localName == name }
        return taken ? freeName("_\(name)") : name
    }
}

extension ExprSyntax {
    /// A literal or a case: something that is the same each time, and can stand in a document.
    fileprivate var isSimple: Bool {
        if let array = self.as(ArrayExprSyntax.self) {
            return !array.elements.isEmpty && array.elements.allSatisfy(\.expression.isSimple)
        }
        if let prefix = self.as(PrefixOperatorExprSyntax.self) {
            return prefix.operator.text == "-" && prefix.expression.isSimple
        }
        if let member = self.as(MemberAccessExprSyntax.self) { return member.base == nil }
        if let text = self.as(StringLiteralExprSyntax.self) {
            return text.representedLiteralValue != nil
        }
        return self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self)
            || self.is(BooleanLiteralExprSyntax.self)
    }
}
