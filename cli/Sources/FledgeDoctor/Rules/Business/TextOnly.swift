// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The names of a function whose values are only ever shown: used in texts and nowhere else.
enum TextOnly {
    static func names(in body: Syntax) -> Set<String> {
        let bindings = body.all(PatternBindingSyntax.self).compactMap {
            $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        }
        var shown: Set<String> = [], used: Set<String> = []
        let names = Set(bindings)
        for reference in body.all(DeclReferenceExprSyntax.self) {
            let name = reference.baseName.text
            guard names.contains(name) else { continue }
            if reference.ancestor(ExpressionSegmentSyntax.self) != nil {
                shown.insert(name)
            } else {
                used.insert(name)
            }
        }
        return shown.subtracting(used)
    }
}
