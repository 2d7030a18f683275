// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

extension SchemaType {
    /// Holds a value to the rules that stand at its type.
    ///
    /// What comes over the web was held to them as it was read. What is made in code was not.
    ///
    /// - Throws: ``ShopError/invalid(_:)``, with all that is wrong.
    func check() throws(ShopError) {
        let violations = violations()
        if !violations.isEmpty { throw .invalid(violations) }
    }
}

extension String {
    /// Without spaces around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
