// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Reads the handlers and the stored properties of a struct, and reports what is wrong with them.
struct ControllerReader {
    /// `@Route` or `@Controller`, for messages.
    let attribute: String
    let type: String
    let reporter: Reporter

    /// The handlers, with the `#if`s around them.
    func handlers(of subject: StructDeclSyntax) -> [ConditionalMembers<Handler>] {
        let members = ConditionalMembers<Handler>.read(subject.memberBlock.members) {
            member, path in
            guard let method = member.as(FunctionDeclSyntax.self) else { return [] }
            return handlers(of: method, path)
        }
        let all = members.flatMap(\.contents)
        if all.isEmpty, !subject.hasSomethingLikeAHandler {
            reporter.error(
                at: subject.name,
                "\(attribute) found no handler in '\(subject.name.text)'. A handler is a method "
                    + "that is named after its verb, 'func GET() -> …', or carries it: '@GET func …'."
            )
        }
        reportRepeated(all)
        return members
    }

    private func handlers(of method: FunctionDeclSyntax, _ path: ConditionPath) -> [Handler] {
        let attributes = method.verbAttributes
        if attributes.isEmpty {
            guard let verb = Verb(rawValue: method.name.text) else {
                reportWrongCase(method)
                return []
            }
            return handler(verb, nil, method, path).map { [$0] } ?? []
        }
        return attributes.compactMap { verb, syntax in
            handler(verb, syntax, method, path)
        }
    }

    /// - Returns: `nil` when something about it was reported.
    private func handler(
        _ verb: Verb, _ attributeSyntax: AttributeSyntax?, _ method: FunctionDeclSyntax,
        _ path: ConditionPath
    ) -> Handler? {
        let before = reporter.count
        let attribute = attributeSyntax.map { VerbAttribute($0, reporter) }
        guard let parameters = ParameterReader(reporter: reporter).parameters(of: method) else {
            return nil
        }
        let handler = Handler(
            verb: verb, attribute: attribute, method: method, parameters: parameters,
            conditions: path)
        HandlerRules(reporter: reporter).check(handler)
        return reporter.count == before ? handler : nil
    }

    /// `func get()` would otherwise never answer, without a word.
    private func reportWrongCase(_ method: FunctionDeclSyntax) {
        guard let verb = Verb(inWrongCase: method.name.text), !method.modifiers.arePrivate,
            method.modifiers.first(.static) == nil
        else { return }
        reporter.error(
            at: method.name,
            "Verbs are upper case: write 'func \(verb.rawValue)'. If this is no handler but a "
                + "helper, make it private.",
            fixes: [.replacing(method.name, with: verb.rawValue, "write '\(verb.rawValue)'")])
    }

    private func reportRepeated(_ handlers: [Handler]) {
        for (index, handler) in handlers.enumerated() {
            let earlier = handlers[..<index].first { $0.answersSame(as: handler) }
            guard let earlier else { continue }
            let path = handler.path.isEmpty ? "" : " \(handler.path)"
            reporter.error(
                at: handler.method.name,
                "'\(handler.method.name.text)' answers \(handler.verb.rawValue)\(path), which "
                    + "'\(earlier.method.name.text)' answers already. Give one of them another path.",
                note: (Syntax(earlier.method.name), "it is answered here"))
        }
    }
}

extension FunctionDeclSyntax {
    /// `@GET`, `@POST`, … on the method.
    var verbAttributes: [(Verb, AttributeSyntax)] {
        attributes.compactMap { element in
            guard case .attribute(let attribute) = element,
                let verb = Verb(rawValue: attribute.attributeName.trimmedDescription)
            else { return nil }
            return (verb, attribute)
        }
    }
}

extension StructDeclSyntax {
    /// Whether something else was reported that is about a handler, so that "no handler" would mislead.
    fileprivate var hasSomethingLikeAHandler: Bool {
        ConditionalMembers<FunctionDeclSyntax>.read(memberBlock.members) { member, _ in
            member.as(FunctionDeclSyntax.self).map { [$0] } ?? []
        }
        .flatMap(\.contents)
        .contains { method in
            let isHelper = method.modifiers.arePrivate || method.modifiers.first(.static) != nil
            return !method.verbAttributes.isEmpty || Verb(rawValue: method.name.text) != nil
                || (Verb(inWrongCase: method.name.text) != nil && !isHelper)
        }
    }
}
