// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Compares an operation with its successor.
struct OperationComparison {
    let place: String
    let old: OperationView
    let new: OperationView

    func run(_ list: inout BreakingChangeList) {
        compareNames(&list)
        compareSecurity(&list)
        compareParameters(&list)
        compareBodies(&list)
        compareAnswers(&list)
    }

    /// No request shows the name, and every generated client has a function of it.
    private func compareNames(_ list: inout BreakingChangeList) {
        guard let before = old.operation["operationId"]?.text,
            let after = new.operation["operationId"]?.text, before != after
        else { return }
        list.add(
            .operationRenamed, at: place, "Its operationId was '\(before)' and is '\(after)'.",
            "A generated client has a function of another name.")
    }

    private func compareSecurity(_ list: inout BreakingChangeList) {
        let needed = new.credentials.map(Self.names).joined(separator: ", or ")
        for credentials in old.credentials
        where !new.credentials.contains(where: { $0.isSubset(of: credentials) }) {
            let what =
                credentials.isEmpty
                ? "It asks for \(needed) now, and asked for nothing."
                : "\(Self.names(credentials)) is not enough any more: it asks for \(needed)."
            list.add(.securityAdded, at: place, what, "Requests that were answered get 401.")
        }
    }

    private static func names(_ credentials: Set<Credential>) -> String {
        credentials.map { "'\($0.name)'" }.sorted().joined(separator: " and ")
    }

    // MARK: Parameters

    private func compareParameters(_ list: inout BreakingChangeList) {
        for (key, parameter) in new.parameters
        where old.parameter(key) == nil && parameter["required"]?.isTrue == true {
            list.add(
                .parameterAdded, at: place, "The \(name(parameter)) is new and required.",
                "Requests without it are refused.")
        }
        for (key, parameter) in old.parameters {
            guard let successor = new.parameter(key) else {
                list.add(
                    .parameterRemoved, at: place, "The \(name(parameter)) is gone.",
                    "What a client asks with it is not heard any more.")
                continue
            }
            compare(parameter, successor, &list)
        }
    }

    private func compare(_ old: JSON, _ new: JSON, _ list: inout BreakingChangeList) {
        if new["required"]?.isTrue == true, old["required"]?.isTrue != true {
            list.add(
                .parameterRequired, at: place, "The \(name(new)) is required now.",
                "Requests without it are refused.")
        }
        if let before = form(of: old, self.old), let after = form(of: new, self.new),
            before != after
        {
            list.add(
                .formChanged, at: "\(place), \(name(old))",
                "It is written as \(after), and was as \(before).",
                "What a client writes is read as something else.")
        }
        compareDefaults(old, new, &list)
        if !fitsAnyText(old, new) {
            compareSchemas(old, new, .request, "\(place), \(name(old))", &list)
        }
    }

    private func compareDefaults(_ old: JSON, _ new: JSON, _ list: inout BreakingChangeList) {
        guard old["required"]?.isTrue != true, new["required"]?.isTrue != true,
            let before = old["schema"]?.fallback(in: self.old.document)
        else { return }
        list.addDefault(
            before, new["schema"]?.fallback(in: self.new.document), at: "\(place), \(name(old))")
    }

    /// Whether a parameter that was a number or a flag may be any text now.
    ///
    /// On the wire it always was text: all that was sent still fits.
    private func fitsAnyText(_ old: JSON, _ new: JSON) -> Bool {
        let any = JSON.object([:])
        let before = SchemaView(old["schema"] ?? any, in: self.old.document)
        let after = SchemaView(new["schema"] ?? any, in: self.new.document)
        let isPlain = before.types?.isSubset(of: ["boolean", "integer", "number"]) == true
        let rules = ["const", "enum", "format", "maxLength", "minLength", "pattern"]
        return isPlain && !before.allowsNull && before.forms.isEmpty && after.forms.isEmpty
            && after.types == ["string"] && rules.allSatisfy { after[$0] == nil }
    }

    /// How a list or an object is written (OpenAPI 3.1, 4.8.12.3); `nil` for one value, which is always
    /// written in the same way.
    private func form(of parameter: JSON, _ operation: OperationView) -> String? {
        let schema = parameter["schema"]?.resolved(in: operation.document)
        let keywords = ["items", "properties", "additionalProperties"]
        guard keywords.contains(where: { schema?[$0] != nil }) else { return nil }
        let isForm = ["query", "cookie"].contains(parameter["in"]?.text)
        let style = parameter["style"]?.text ?? (isForm ? "form" : "simple")
        let explode = parameter["explode"].map(\.isTrue) ?? (style == "form")
        return "'\(style)'" + (explode ? " with 'explode'" : "")
    }

    private func name(_ parameter: JSON) -> String {
        let kinds = [
            "path": "path parameter", "query": "query parameter", "header": "header field",
            "cookie": "cookie",
        ]
        let kind = kinds[parameter["in"]?.text ?? ""] ?? "parameter"
        return "\(kind) '\(parameter["name"]?.text ?? "")'"
    }

    // MARK: Bodies and answers

    private func compareBodies(_ list: inout BreakingChangeList) {
        let isRequired = new.body?["required"]?.isTrue == true
        switch (old.body, new.body) {
        case (nil, .some) where isRequired:
            list.add(
                .bodyAdded, at: place, "A body is required now.",
                "Requests without one are refused.")
        case (.some, nil):
            list.add(
                .bodyRemoved, at: place, "The body is not read any more.",
                "What a client sends in it is not heard.")
        case (let body?, let successor?):
            if isRequired, body["required"]?.isTrue != true {
                list.add(
                    .bodyRequired, at: place, "The body is required now.",
                    "Requests without one are refused.")
            }
            compareContents(body, successor, .request, "\(place), body", &list)
        default:
            break
        }
    }

    private func compareAnswers(_ list: inout BreakingChangeList) {
        for (status, answer) in old.answers {
            let successor =
                new.answers.first { $0.status == status }
                ?? new.answers.first { $0.status == "\(status.prefix(1))XX" }
            guard let successor else {
                missing(status, &list)
                continue
            }
            let place = "\(place), answer \(status)"
            compareHeaders(answer, successor.answer, place, &list)
            compareContents(answer, successor.answer, .answer, place, &list)
        }
    }

    private func compareHeaders(
        _ old: JSON, _ new: JSON, _ place: String, _ list: inout BreakingChangeList
    ) {
        // RFC 9110, 5.1: names of fields have no case. OpenAPI ignores a content type here.
        let left = Set((new["headers"]?.members ?? []).map { $0.name.lowercased() })
        for (name, _) in old["headers"]?.members ?? []
        where name.lowercased() != "content-type" && !left.contains(name.lowercased()) {
            list.add(
                .headerRemoved, at: place, "The header field '\(name)' is gone.",
                "A client that reads it finds nothing.")
        }
    }

    private func missing(_ status: String, _ list: inout BreakingChangeList) {
        let known = Set(old.answers.map(\.status))
        let added = new.answers.map(\.status)
            .filter { !known.contains($0) && $0.first == status.first }
        let instead = added.isEmpty ? "" : " New: \(added.joined(separator: ", "))."
        list.add(
            .statusRemoved, at: place, "The answer \(status) is gone.\(instead)",
            "A client that waits for it never sees it.")
    }

    private func compareContents(
        _ old: JSON,
        _ new: JSON,
        _ direction: SchemaComparison.Direction,
        _ place: String,
        _ list: inout BreakingChangeList
    ) {
        for (mediaType, content) in old["content"]?.members ?? [] {
            guard let successor = new["content"]?[mediaType] ?? new["content"]?["*/*"] else {
                mediaTypeIsGone(mediaType, direction, place, &list)
                continue
            }
            compareSchemas(content, successor, direction, place, &list)
        }
    }

    private func mediaTypeIsGone(
        _ mediaType: String,
        _ direction: SchemaComparison.Direction,
        _ place: String,
        _ list: inout BreakingChangeList
    ) {
        switch direction {
        case .request:
            list.add(
                .mediaTypeRemoved, at: place, "\(mediaType) is not taken any more.",
                "Requests with it get 415.")
        case .answer:
            list.add(
                .answerRemoved, at: place, "There is no \(mediaType) any more.",
                "A client that reads it finds something else.")
        }
    }

    private func compareSchemas(
        _ old: JSON,
        _ new: JSON,
        _ direction: SchemaComparison.Direction,
        _ place: String,
        _ list: inout BreakingChangeList
    ) {
        let any = JSON.object([:])
        var comparison = SchemaComparison(
            direction: direction, old: self.old.document, new: self.new.document, list: list)
        comparison.compare(old["schema"] ?? any, new["schema"] ?? any, place)
        list = comparison.list
    }
}
