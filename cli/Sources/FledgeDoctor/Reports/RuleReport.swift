// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What is told about the rules themselves.
package enum RuleReport {
    /// The rules, one on a line.
    package static var list: String {
        let width = Rules.all.map(\.name.count).max() ?? 0
        return Rules.all.map { rule in
            let space = String(repeating: " ", count: width - rule.name.count + 2)
            return rule.name + space + rule.summary
        }.joined(separator: "\n")
    }

    /// - Throws: ``DoctorError`` when there is no such rule.
    package static func explanation(of name: String) throws(DoctorError) -> String {
        let rule = try rule(name)
        return """
            \(rule.name) (\(rule.severity.rawValue))

            \(rule.summary)
            \(rule.explanation)

            To silence it for one place, above the line or at its end:
                // fledge:ignore \(rule.name): reason

            Before and after: docs/doctor/\(rule.name).md
            """
    }

    /// - Throws: ``DoctorError`` when there is no such rule.
    package static func rule(_ name: String) throws(DoctorError) -> any Rule {
        guard let rule = Rules.named(name) else {
            throw DoctorError("There is no rule '\(name)'. There are:\n\n\(list)")
        }
        return rule
    }
}
