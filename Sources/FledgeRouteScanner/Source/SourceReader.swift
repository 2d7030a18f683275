// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds types, handlers and imports in the tokens of one file.
///
/// It walks declarations only: the bodies of functions and accessors are skipped as balanced
/// brackets, so nothing a statement says can be taken for a declaration.
///
///     let facts = SourceReader.read(SourceFile(path: "/app/UsersRoute.swift", text: text))
///     facts.types.first?.name  // "UsersRoute"
struct SourceReader {
    var tokens: [Token]
    var index = 0
    var facts: FileFacts
    var conditions = BuildConditionStack()
    /// Places in `facts.types` of the types whose bodies are open.
    var openTypes: [Int] = []
    /// What stands before the declaration to come.
    var attributes: [AttributeFact] = []
    var modifiers: Set<String> = []

    /// What `file` says.
    ///
    /// Cost: linear in its length.
    static func read(_ file: SourceFile) -> FileFacts {
        var reader = SourceReader(
            tokens: Lexer.tokens(of: file.text), facts: FileFacts(file: file))
        while reader.token != nil {
            reader.readScope()
            reader.index += 1  // a `}` too many; the compiler reports it
        }
        return reader.facts
    }

    var token: Token? { peek(0) }

    func peek(_ offset: Int) -> Token? {
        let place = index + offset
        return place >= 0 && place < tokens.count ? tokens[place] : nil
    }

    /// Reads declarations up to the `}` that closes the scope, and stops at it.
    mutating func readScope() {
        while let token, !token.isPunctuation("}") {
            switch token.kind {
            case .directive: readDirective(token)
            case .punctuation: readPunctuation(token)
            case .word where !(peek(-1)?.isPunctuation(".") ?? false): readWord(token)
            default: index += 1
            }
        }
    }

    private mutating func readPunctuation(_ token: Token) {
        switch token.text {
        case "@": readAttribute()
        case "{":
            skipBalanced()
            forgetPrefixes()
        case "(", "[": skipBalanced()
        default: index += 1
        }
    }

    private mutating func readWord(_ token: Token) {
        switch token.text {
        case "import": readImport()
        case "struct", "enum", "protocol", "extension": readType()
        case "class" where !Self.declarationWords.contains(peek(1)?.text ?? ""): readType()
        case "actor" where isActorDeclaration: readType()
        case "typealias": readTypeAlias()
        case "func": readFunction()
        case "init": readInitializer()
        case "let", "var": readProperty()
        case "case", "subscript", "deinit", "associatedtype", "operator", "precedencegroup",
            "macro":
            forgetPrefixes()
            index += 1
        case let word where Self.modifierWords.contains(word): readModifier(word)
        default: index += 1
        }
    }

    static let modifierWords: Set<String> = [
        "public", "package", "internal", "private", "fileprivate", "open", "static", "class",
        "final", "indirect", "lazy", "mutating", "nonisolated", "override", "required", "unowned",
        "weak",
    ]

    /// Words after which `class` is a modifier and no declaration.
    private static let declarationWords: Set<String> = [
        "func", "var", "let", "subscript", "init", "typealias", "override", "final", "public",
        "package", "internal", "private", "fileprivate", "open",
    ]

    /// `actor` is a name almost everywhere; here it must look like a declaration.
    private var isActorDeclaration: Bool {
        guard let name = peek(1), let after = peek(2), name.kind == .word else { return false }
        return after.isWord("where") || ["{", ":", "<"].contains(after.text)
    }

    private mutating func readModifier(_ word: String) {
        index += 1
        // `private(set)` hides the setter only.
        if let token, token.isPunctuation("("), !token.hasSpaceBefore {
            skipBalanced()
        } else {
            modifiers.insert(word)
        }
    }

    mutating func forgetPrefixes() {
        attributes = []
        modifiers = []
    }

    /// Skips from an opening bracket past its closing one, whatever is between.
    mutating func skipBalanced() {
        var depth = 0
        while let token {
            if token.kind == .punctuation {
                switch token.text {
                case "(", "[", "{": depth += 1
                case ")", "]", "}": depth -= 1
                case "@": noteBuriedAttribute()
                default: break
                }
            }
            index += 1
            if depth <= 0 { return }
        }
    }

    private mutating func noteBuriedAttribute() {
        guard let name = peek(1), name.isWord("Route") || name.isWord("FolderMiddleware"),
            let at = token
        else { return }
        facts.buriedAttributes.append(
            AttributeFact(
                name: name.text, path: .none, position: at.position, condition: .always))
    }
}

// MARK: #if

extension SourceReader {
    private mutating func readDirective(_ token: Token) {
        index += 1
        switch token.text {
        case "if": conditions.open(readCondition(after: token))
        case "elseif": conditions.next(readCondition(after: token))
        case "else": conditions.next(nil)
        case "endif": conditions.close()
        default: break
        }
    }

    /// The condition after `#if`, as written, with comments and runs of blanks taken out.
    private mutating func readCondition(after directive: Token) -> String {
        var text = ""
        var depth = 0
        var line = directive.position.line
        while let token {
            let continues = depth > 0 || text.hasSuffix("&&") || text.hasSuffix("||")
            guard token.position.line == line || continues else { break }
            if token.isPunctuation("(") { depth += 1 }
            if token.isPunctuation(")") { depth -= 1 }
            if token.hasSpaceBefore && !text.isEmpty { text += " " }
            text += token.text
            line = token.position.line
            index += 1
        }
        return text
    }
}
