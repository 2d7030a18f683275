// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The same logic in two handlers, or in their helpers.
struct DuplicatedLogic: Rule {
    let name = "duplicated-logic"
    let severity = Severity.warning
    let summary = "Two routes hold the same logic, whatever its names."
    let explanation = """
        Names of variables and literals are left out before two functions are compared, so a copy with other \
        names is still one. Short ones are not meant: looking something up and answering 404 is the same in \
        every app, and reads better where it stands.
        """

    func findings(in context: RuleContext) -> [Finding] {
        let functions = RouteCode.functions(context.index)
        let bodies = functions.map { CloneBody($0.function, $0.file) }
        var findings: [Finding] = []
        var reported: Set<Int> = []
        for (first, body) in bodies.enumerated() where !reported.contains(first) {
            var others: [(number: Int, clone: Clone)] = []
            for second in bodies.indices where second > first {
                if let clone = Clone(body, bodies[second]) { others.append((second, clone)) }
            }
            guard let other = others.first else { continue }
            reported.formUnion(others.map(\.number))
            let (file, function) = functions[first]
            let places = others.map { other in
                let (file, function) = functions[other.number]
                return
                    "\(function.name) (\(file.source.path):\(bodies[other.number].line(at: other.clone.second)))"
            }
            var found = finding(
                at: body.node(at: other.clone.first) ?? function.node, in: file,
                function: function.name,
                "\(function.name) and \(places.joined(separator: ", ")) hold the same \(body.lineCount(other.clone.range)) lines, under other names or the same. A change of one will miss the other.",
                suggestion:
                    "Move them into one method: of a service if they are about the domain, a middleware or a bindable parameter if they are about who asks."
            )
            found.endLine = body.line(at: other.clone.range.upperBound - 1)
            findings.append(found)
        }
        return findings
    }
}
