// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

extension Fields {
    /// Adds a name to `Vary`, which tells caches what an answer depended on (RFC 9110 12.5.5).
    ///
    /// A name that is there already is not repeated, and `*` says everything.
    mutating func addVary(_ name: String) {
        let names = (self[.vary] ?? "").split(separator: ",").map { $0.trimmingSpaces() }
        let isThere = names.contains { $0 == "*" || $0.lowercased() == name.lowercased() }
        guard !isThere else { return }
        self[.vary] = (names.filter { !$0.isEmpty } + [name]).joined(separator: ", ")
    }
}

extension Substring {
    /// Without the spaces and tabs around it.
    func trimmingSpaces() -> String {
        let isText = { (character: Character) in character != " " && character != "\t" }
        guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else {
            return ""
        }
        return String(self[first...last])
    }
}
