// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxBuilder

/// Generated source text, line by line.
struct Code {
    fileprivate var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += String(repeating: "    ", count: depth) + line + "\n"
    }

    mutating func blank() {
        text += "\n"
    }

    mutating func indented(_ write: (inout Code) -> Void) {
        depth += 1
        write(&self)
        depth -= 1
    }

    /// Writes one line that the compiler is to report at `place`, and then goes back to this text.
    ///
    /// After a directive each line counts one up, so that a second line would point elsewhere.
    mutating func at(_ place: Place?, _ write: (inout Code) -> Void) {
        if let place { text += place.directive + "\n" }
        write(&self)
        if place != nil { endDirective() }
    }

    /// Makes the compiler report the next line at `place`.
    mutating func directive(_ place: Place?) {
        if let place { text += place.directive + "\n" }
    }

    /// Ends what `directive(_:)` began.
    mutating func endDirective() {
        text += Place.end + "\n"
    }

    /// Writes each member with the `#if`s it stood in.
    mutating func conditional<Content>(
        _ members: [ConditionalMembers<Content>], _ write: (inout Code, Content) -> Void
    ) {
        for member in members {
            switch member {
            case .one(let content):
                write(&self, content)
            case .branches(let branches):
                for branch in branches {
                    text += branch.directive + "\n"
                    conditional(branch.members, write)
                }
                text += "#endif\n"
            }
        }
    }

    /// The text as syntax: one token that holds all of it, in the place of a declaration.
    ///
    /// The plugin library only asks for its text, which the compiler parses. To parse it here as
    /// well took more time than the rest of the macro.
    var extensionDeclaration: ExtensionDeclSyntax {
        ExtensionDeclSyntax(
            extensionKeyword: .identifier(text),
            extendedType: MissingTypeSyntax(placeholder: .identifier("", presence: .missing)),
            memberBlock: MemberBlockSyntax(
                leftBrace: .leftBraceToken(presence: .missing),
                members: [],
                rightBrace: .rightBraceToken(presence: .missing)))
    }
}

extension Code {
    /// The text as one member or several, in the same way.
    var declaration: DeclSyntax {
        DeclSyntax(MissingDeclSyntax(placeholder: .identifier(text)))
    }
}

extension String {
    /// The text as a string literal of Swift.
    var literal: String { StringLiteralExprSyntax(content: self).description }
}
