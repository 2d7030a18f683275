// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension String {
    /// Adds what the text must be.
    public func explain(_ rule: StringRule, to violations: inout Violations) {
        let (code, message) = rule.explanation
        violations.add(code: code, message, params: rule.params)
    }

    /// Adds `minLength`, `maxLength`, `pattern`, `format` or `enum`.
    public static func describe(_ rule: StringRule, in schema: inout JSONSchema) {
        switch rule.kind {
        case .length(let limits):
            if let least = limits.least, least > 0 { schema.members["minLength"] = .integer(least) }
            if let most = limits.most { schema.members["maxLength"] = .integer(most) }
        case .pattern(let pattern, _): schema.addPattern("\(pattern)")
        case .email: schema.members["format"] = "email"
        case .url: schema.members["format"] = "uri"
        case .uuid: schema.members["format"] = "uuid"
        case .oneOf(let texts): schema.members["enum"] = .array(texts.map(JSON.string))
        }
    }
}

extension JSONSchema {
    /// Adds a pattern; a schema has one, and further ones stand in `allOf`.
    fileprivate mutating func addPattern(_ pattern: String) {
        guard members["pattern"] != nil else {
            members["pattern"] = .string(pattern)
            return
        }
        var others: [JSON] = []
        if case .array(let known)? = members["allOf"] { others = known }
        members["allOf"] = .array(others + [["pattern": .string(pattern)]])
    }
}

extension StringRule {
    /// What the message says, for programs.
    fileprivate var params: JSON.Object {
        switch kind {
        case .length(let limits): limits.params
        case .pattern(let pattern, _): ["pattern": .string("\(pattern)")]
        case .oneOf(let texts): ["values": .array(texts.map(JSON.string))]
        case .url(let schemes): ["schemes": .array(schemes.map(JSON.string))]
        case .email, .uuid: [:]
        }
    }

    fileprivate var explanation: (code: String, message: String) {
        switch kind {
        case .length(let limits):
            ("length", "must have \(limits.text(one: "character", many: "characters"))")
        case .pattern(let pattern, let message):
            (
                "pattern",
                PatternCache.mistake(in: pattern) ?? message.map { "\($0)" }
                    ?? "must match the pattern \(pattern)"
            )
        case .email: ("email", "must be an e-mail address such as ada@example.com")
        case .url(let schemes):
            ("url", "must be an absolute \(schemes.joined(separator: " or ")) URL")
        case .uuid: ("uuid", "must be a UUID")
        case .oneOf(let texts): ("enum", "must be one of \(texts.joined(separator: ", "))")
        }
    }
}
