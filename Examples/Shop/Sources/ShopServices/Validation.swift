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
    ///
    /// What the pattern of a name takes for more than blank must not become blank here. So it goes by
    /// code points: a space with an accent on it is one `Character`, and no space.
    var trimmed: String {
        let start = unicodeScalars.drop { $0 <= " " }
        let end = start.lastIndex { $0 > " " }
        return end.map { String(start[...$0]) } ?? ""
    }
}
