// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The addresses that an app puts together for others to follow: in a mail, a page, a header field.
///
/// A test that follows what it was sent cannot show the path; the app's own text can.
enum AppLinks {
    /// Paths with holes, as ``TextValue`` has them.
    static func texts(in files: [FileIndex], _ reader: TextReader) -> Set<String> {
        var found: Set<String> = []
        for file in files where !file.isTest {
            for literal in file.source.tree.all(StringLiteralExprSyntax.self)
            where ExprSyntax(literal).literalText == nil && !addsRoute(literal) {
                for case .text(let text, _) in reader.value(of: ExprSyntax(literal), [:]).choices {
                    found.formUnion(paths(in: text))
                }
            }
        }
        return found
    }

    /// `app.get("\(prefix)/x") { … }` says where something answers, and is no link to it.
    private static func addsRoute(_ literal: StringLiteralExprSyntax) -> Bool {
        guard let call = literal.ancestor(FunctionCallExprSyntax.self), let name = call.calleeName,
            call.arguments.contains(where: { $0.expression.id == ExprSyntax(literal).id })
        else { return false }
        return Verbs.all.contains(name.uppercased())
            || ["group", "use", "on", "mount", "route"].contains(name)
    }

    /// `/p/…/confirm/…` of `Confirm at https://example.com/p/…/confirm/…!`.
    private static func paths(in text: String) -> [String] {
        let ends: Set<Character> = ["\"", "'", "<", ">", "(", ")", "[", "]", "\\", ","]
        return text.split { $0.isWhitespace || ends.contains($0) }.compactMap { word in
            var link = String(word)
            if let scheme = link.firstRange(of: "://") {
                link = String(link[scheme.upperBound...].drop { $0 != "/" })
            }
            while let last = link.last, ".!?;:".contains(last) { link.removeLast() }
            let path = link.prefix { $0 != "?" && $0 != "#" }
            let isPath = path.hasPrefix("/") || path.dropFirst().hasPrefix("/")
            let holes = [TextValue.hole, TextValue.wideHole]
            let segments = path.split(separator: "/")
            let isTold = segments.contains { !$0.contains(where: holes.contains) }
            return isPath && isTold && segments.count > 1 ? link : nil
        }
    }
}
