// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The access level that generated members need, so that they are seen where their type is.
struct Access {
    /// `"public "`, `"package "` or nothing.
    let prefix: String

    init() { prefix = "" }

    init(of modifiers: DeclModifierListSyntax) {
        prefix =
            modifiers.lazy.compactMap { modifier -> String? in
                switch modifier.name.tokenKind {
                case .keyword(.public), .keyword(.open): "public "
                case .keyword(.package): "package "
                default: nil
                }
            }.first ?? ""
    }
}

extension DeclModifierListSyntax {
    func first(_ keyword: Keyword) -> DeclModifierSyntax? {
        first { $0.name.tokenKind == .keyword(keyword) }
    }

    var arePrivate: Bool { first(.private) != nil || first(.fileprivate) != nil }
}
