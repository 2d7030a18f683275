// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Why logic is not moved: what stands in the way, where, and what to do about it.
///
/// To refuse is the right answer whenever a move could change what a client gets.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible, Encodable {
    /// In kebab-case, for machines.
    package var code: String
    package var reason: String
    /// `app/orders/OrdersRoute.swift:12`, when it is about a line.
    package var place: String?
    package var remedy: String?

    package init(_ code: String, _ reason: String, at place: String? = nil, remedy: String? = nil) {
        self.code = code
        self.reason = reason
        self.place = place
        self.remedy = remedy
    }

    init(
        _ code: String, _ reason: String, at node: some SyntaxProtocol, in file: FileIndex,
        remedy: String? = nil
    ) {
        let position = file.source.position(of: node)
        self.init(code, reason, at: "\(position.file):\(position.line)", remedy: remedy)
    }

    package var description: String {
        (place.map { $0 + ": " } ?? "") + reason + (remedy.map { "\n" + $0 } ?? "")
    }
}
