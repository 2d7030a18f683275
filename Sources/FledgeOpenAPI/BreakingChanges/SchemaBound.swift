// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// A keyword that keeps values out.
struct SchemaBound {
    enum Effect {
        /// Smaller values are kept out.
        case minimum
        /// Larger values are kept out.
        case maximum
        /// What is no multiple is kept out.
        case step
        /// Nobody can say which of two values keeps out more.
        case other
    }

    let keyword: String
    let effect: Effect

    static let all: [SchemaBound] =
        ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]
        .map { SchemaBound(keyword: $0, effect: .minimum) }
        + ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]
        .map { SchemaBound(keyword: $0, effect: .maximum) }
        + [SchemaBound(keyword: "multipleOf", effect: .step)]
        + ["pattern", "uniqueItems"].map { SchemaBound(keyword: $0, effect: .other) }

    /// Whether `new` keeps out something that `old` let in.
    func isTighter(_ new: JSON?, _ old: JSON?) -> Bool {
        guard let new, new != .bool(false) else { return false }
        guard let old else { return true }
        switch (effect, new.double, old.double) {
        case (.minimum, let new?, let old?): return new > old
        case (.maximum, let new?, let old?): return new < old
        case (.step, let new?, let old?): return !Self.isMultiple(old, of: new)
        default: return new != old
        }
    }

    /// As near as doubles can tell: 0.1 is a multiple of 0.01.
    private static func isMultiple(_ value: Double, of step: Double) -> Bool {
        let times = value / step
        return abs(times - times.rounded()) < 1e-9 * max(1, abs(times))
    }
}

extension JSON {
    fileprivate var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The value in a sentence.
    var brief: String {
        switch self {
        case .string(let text): "'\(text)'"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .bool(let value): "\(value)"
        case .null: "null"
        default: "another one"
        }
    }
}

extension JSON {
    /// The `default` of a schema, also of one that it refers to.
    func fallback(in document: JSON) -> JSON? {
        self["default"] ?? SchemaView(self, in: document)["default"]
    }
}

extension BreakingChangeList {
    /// Tells of a default that is another one now, or none any more.
    mutating func addDefault(_ old: JSON, _ new: JSON?, at place: String) {
        guard old != new else { return }
        let what =
            old.brief == new.brief
            ? "The default is another one." : "The default was \(old.brief) and is \(new.brief)."
        add(.defaultChanged, at: place, what, "A request that leaves it out means something else.")
    }
}

extension JSON? {
    var brief: String { map(\.brief) ?? "none" }
}
