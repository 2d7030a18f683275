// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes values of types as examples, as far as their text says how they are made.
struct Samples {
    let index: AppIndex

    /// `1` of an `Int`, `Line(part: 1, quantity: 1)` of a struct of the app, `…` of what nobody knows.
    func value(of type: String, depth: Int = 0) -> String {
        let type = type.trimmed
        if type.hasSuffix("?") { return "nil" }
        if type.hasPrefix("["), type.hasSuffix("]") { return type.contains(":") ? "[:]" : "[]" }
        switch type {
        case "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32",
            "UInt64":
            return "1"
        case "Double", "Float": return "1.5"
        case "String", "Substring", "Character": return "\"a\""
        case "Bool": return "true"
        default: return depth < 3 ? memberwise(type, depth) : "…"
        }
    }

    /// A struct whose initializer Swift makes.
    private func memberwise(_ type: String, _ depth: Int) -> String {
        guard let unit = index.declaration(of: type), unit.kind == .struct, unit.name == type else {
            return "…"
        }
        let hasOwn = index.functions.contains {
            $0.function.kind == .initializer && $0.function.ownerUnit != nil
                && $0.function.owner == type
        }
        let stored = unit.properties.filter { $0.isStored && !$0.isStatic }
        guard !hasOwn, stored.allSatisfy({ $0.type != nil && !$0.isPrivate }) else { return "…" }
        let arguments = stored.map { "\($0.name): \(value(of: $0.type ?? "", depth: depth + 1))" }
        return "\(type)(\(arguments.joined(separator: ", ")))"
    }
}
