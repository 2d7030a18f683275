// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

extension SyntaxProtocol {
    /// The names with a capital that occur: types, mostly.
    var typeNames: Set<String> {
        var names: Set<String> = []
        for token in tokens(viewMode: .sourceAccurate) {
            if case .identifier(let name) = token.tokenKind, name.first?.isUppercase == true {
                names.insert(name)
            }
        }
        return names
    }

    /// How often a name occurs.
    func count(ofName name: String) -> Int {
        tokens(viewMode: .sourceAccurate).reduce(0) { count, token in
            token.tokenKind == .identifier(name) ? count + 1 : count
        }
    }
}
