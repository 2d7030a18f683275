// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// Tells the user what is wrong, at the node where it is wrong, and where a node stands.
final class Reporter {
    private let context: any MacroExpansionContext
    /// How many mistakes there are so far.
    ///
    /// What has one is left out of the expansion, so that the compiler adds no error of its own
    /// about the same mistake.
    private(set) var count = 0

    private let isSilent: Bool

    init(_ context: any MacroExpansionContext) {
        self.context = context
        isSilent = false
    }

    /// Counts mistakes and shows none: for the second role of a macro, whose first has shown them.
    init(silentIn context: any MacroExpansionContext) {
        self.context = context
        isSilent = true
    }

    /// Reports a mistake.
    ///
    /// - Parameters:
    ///   - node: What is marked in the editor.
    ///   - text: What is wrong and what to do, in the words of the user.
    ///   - fixes: What the editor can do about it.
    ///   - note: Another place that has to do with it.
    func error(
        at node: some SyntaxProtocol,
        _ text: String,
        fixes: [Fix] = [],
        note: (node: Syntax, text: String)? = nil
    ) {
        count += 1
        if isSilent { return }
        let notes = note.map { [Note(node: $0.node, message: Message(text: $0.text))] } ?? []
        context.diagnose(
            Diagnostic(
                node: Syntax(node),
                message: Message(text: text),
                notes: notes,
                fixIts: fixes.map { FixIt(message: Message(text: $0.title), changes: [$0.change]) }
            )
        )
    }

    /// Where `node` stands.
    func place(of node: some SyntaxProtocol) -> Place? {
        let id = context.location(of: node, at: .afterLeadingTrivia, filePathMode: .fileID)
        let path = context.location(of: node, at: .afterLeadingTrivia, filePathMode: .filePath)
        guard let id, let path else { return nil }
        return Place(
            fileID: id.file.trimmedDescription,
            filePath: path.file.trimmedDescription,
            line: path.line.trimmedDescription)
    }
}

/// A place in the user's source; all three are literals, ready to be written.
struct Place {
    let fileID: String
    let filePath: String
    let line: String

    /// Makes the compiler report what follows at this place.
    var directive: String { "#sourceLocation(file: \(filePath), line: \(line))" }

    /// Ends the last `directive`.
    static let end = "#sourceLocation()"
}

/// A change that the editor offers.
struct Fix {
    let title: String
    let change: FixIt.Change

    static func replacing(_ token: TokenSyntax, with text: String, _ title: String) -> Fix {
        let new = TokenSyntax(
            .identifier(text), leadingTrivia: token.leadingTrivia,
            trailingTrivia: token.trailingTrivia, presence: .present)
        return Fix(title: title, change: .replace(oldNode: Syntax(token), newNode: Syntax(new)))
    }

    static func removing(_ modifier: DeclModifierSyntax) -> Fix {
        // Empty but present, or the line break before it would go, too.
        let empty = TokenSyntax(
            .identifier(""), leadingTrivia: modifier.leadingTrivia, presence: .present)
        let nothing = DeclModifierSyntax(name: empty)
        return Fix(
            title: "remove '\(modifier.name.text)'",
            change: .replace(oldNode: Syntax(modifier), newNode: Syntax(nothing)))
    }

    static func replacing(_ type: TypeSyntax, with new: TypeSyntax, _ title: String) -> Fix {
        let change = FixIt.Change.replace(
            oldNode: Syntax(type),
            newNode: Syntax(
                new.with(\.leadingTrivia, type.leadingTrivia)
                    .with(\.trailingTrivia, type.trailingTrivia)))
        return Fix(title: title, change: change)
    }
}

/// The text of an error, a note or a fix.
private struct Message: DiagnosticMessage, NoteMessage, FixItMessage {
    let text: String

    var message: String { text }
    var diagnosticID: MessageID { MessageID(domain: "Fledge", id: text) }
    var noteID: MessageID { diagnosticID }
    var fixItID: MessageID { diagnosticID }
    var severity: DiagnosticSeverity { .error }
}
