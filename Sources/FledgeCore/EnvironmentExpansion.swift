// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// Merges the process environment and the files, and replaces `$NAME` by values.
///
/// Only definitions that win are looked at, so a mistake in a value that something overrides does
/// not stop an app.
struct EnvironmentExpansion {
    private struct Definition {
        var template: EnvironmentTemplate
        var origin: Environment.Origin
    }

    /// What has its final value.
    private(set) var variables: [String: Environment.Variable]
    private var definitions: [String: Definition] = [:]
    /// The names that are being expanded, each needed by the one before.
    private var chain: [String] = []
    private var failed: Set<String> = []
    private var mistakes: [EnvironmentError.Mistake] = []

    /// Merges: `files` begin with those that win.
    init(process: [String: String], files: [EnvironmentFile]) {
        variables = process.mapValues { .init(value: $0, origin: .process) }
        for file in files {
            for definition in file.definitions
            where variables[definition.name] == nil && definitions[definition.name] == nil {
                definitions[definition.name] = Definition(
                    template: definition.value, origin: .file(file.name, line: definition.line))
            }
        }
    }

    /// Gives every variable its value.
    ///
    /// - Returns: References that lead nowhere or in a circle.
    mutating func expandAll() -> [EnvironmentError.Mistake] {
        for name in definitions.keys.sorted() { _ = value(of: name) }
        return mistakes
    }

    /// `nil` when it is not defined.
    private mutating func value(of name: String) -> String? {
        if let variable = variables[name] { return variable.value }
        guard let definition = definitions[name] else { return nil }
        // What is wrong with it has been noted; the empty text keeps the search going.
        if failed.contains(name) { return "" }
        guard !chain.contains(name) else {
            noteCycle(name, definition)
            return ""
        }
        chain.append(name)
        defer { chain.removeLast() }
        let value = expand(definition.template, of: name, definition)
        variables[name] = .init(value: value, origin: definition.origin)
        return value
    }

    private mutating func expand(
        _ template: EnvironmentTemplate, of name: String, _ definition: Definition
    ) -> String {
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .text(let part):
                text += part
            case .variable(let reference, let fallback):
                let value = value(of: reference)
                if let fallback, value ?? "" == "" {
                    text += expand(fallback, of: name, definition)
                } else if let value {
                    text += value
                } else {
                    noteUndefined(reference, in: name, definition)
                }
            }
        }
        return text
    }

    private mutating func noteCycle(_ name: String, _ definition: Definition) {
        let circle = chain.drop { $0 != name } + [name]
        failed.formUnion(circle)
        note(
            "FLEDGE_ENV_CYCLE",
            "The variables refer to each other in a circle: \(circle.joined(separator: " → ")). "
                + "Write out the value of one of them.",
            definition)
    }

    /// The name is not repeated: after an unescaped `$` it can be half of a password.
    private mutating func noteUndefined(
        _ reference: String, in name: String, _ definition: Definition
    ) {
        let known = Array(variables.keys) + Array(definitions.keys)
        let hint = SimilarNames.closest(to: reference, in: known.sorted(), within: 2)
            .map { " Did you mean $\($0)?" }
        note(
            "FLEDGE_ENV_UNDEFINED",
            "The value of \(name) refers to a variable that is not defined.\(hint ?? "") Define it, "
                + "write ${NAME:-} if it may be missing, or \\$ for a dollar sign.",
            definition)
    }

    private mutating func note(_ code: String, _ message: String, _ definition: Definition) {
        mistakes.append(
            .init(code: code, message: message, place: definition.origin.description))
    }
}
