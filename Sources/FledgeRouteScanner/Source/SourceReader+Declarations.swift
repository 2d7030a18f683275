// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// One function for each kind of declaration the scanner cares about.

extension SourceReader {
    /// `@Name`, `@Module.Name`, `@Name<T>(arguments)`.
    mutating func readAttribute() {
        guard let at = token else { return }
        index += 1
        var names: [String] = []
        while let word = token, word.kind == .word {
            names.append(word.text)
            index += 1
            guard let dot = token, dot.isPunctuation("."), !dot.hasSpaceBefore else { break }
            index += 1
        }
        guard let name = names.last else { return }
        let path = readAttributeArguments()
        if names == ["main"] { facts.hasMainAttribute = true }
        // `@Other.Route` is somebody else's macro.
        guard names.count == 1 || names[0].hasPrefix("Fledge") else { return }
        attributes.append(
            AttributeFact(
                name: name, path: path, position: at.position, condition: conditions.current))
    }

    /// Skips the arguments and returns the first of them if it has no label.
    private mutating func readAttributeArguments() -> AttributeFact.Path {
        guard let open = token, open.isPunctuation("("), !open.hasSpaceBefore else { return .none }
        defer { skipBalanced() }
        guard let first = peek(1), let second = peek(2) else { return .none }
        if first.isPunctuation(")") || second.isPunctuation(":") { return .none }
        if case .string(let value?) = first.kind, [",", ")"].contains(second.text) {
            return .literal(value)
        }
        return .unknown
    }

    /// `import Fledge`, `@testable import Fledge`, `public import struct Fledge.Request`.
    mutating func readImport() {
        let access = modifiers.first
        forgetPrefixes()
        index += 1
        if let kind = token, Self.importKinds.contains(kind.text), peek(1)?.kind == .word {
            index += 1
        }
        guard let module = token, module.kind == .word else { return }
        index += 1
        facts.imports.append(
            ImportFact(
                module: module.textWithoutBackticks, access: access, position: module.position,
                condition: conditions.current))
    }

    private static let importKinds: Set<String> = [
        "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]

    /// `struct Name<T>: P where … { … }`, and the same for the other kinds and extensions.
    mutating func readType() {
        guard let keyword = token else { return }
        index += 1
        guard let name = token, name.kind == .word else { return forgetPrefixes() }
        let fact = TypeFact(
            keyword: keyword.text, name: readDottedName(),
            enclosing: openTypes.map { facts.types[$0].name }, attributes: attributes,
            modifiers: modifiers, isGeneric: token?.isPunctuation("<") ?? false,
            position: name.position)
        forgetPrefixes()
        facts.types.append(fact)
        skipToBody()
        openTypes.append(facts.types.count - 1)
        index += 1
        readScope()
        index += 1
        openTypes.removeLast()
        forgetPrefixes()
    }

    private mutating func readDottedName() -> String {
        var name = ""
        while let word = token, word.kind == .word {
            name += word.text
            index += 1
            guard let dot = token, dot.isPunctuation(".") else { break }
            name += "."
            index += 1
        }
        return name
    }

    private mutating func skipToBody() {
        while let token, !token.isPunctuation("{") {
            if token.isPunctuation("(") || token.isPunctuation("[") {
                skipBalanced()
            } else {
                index += 1
            }
        }
    }

    mutating func readTypeAlias() {
        index += 1
        if let name = token, name.kind == .word {
            facts.types.append(
                TypeFact(
                    keyword: "typealias", name: name.text,
                    enclosing: openTypes.map { facts.types[$0].name }, attributes: [],
                    modifiers: modifiers, isGeneric: false, position: name.position))
        }
        forgetPrefixes()
    }

    /// Keeps a function of a type if an attribute or its name is a verb, in any case of letters.
    mutating func readFunction() {
        index += 1
        defer { forgetPrefixes() }
        guard let name = token, name.kind == .word else { return }
        index += 1
        let verbs = attributes.filter { $0.verb != nil }
        let plainName = name.textWithoutBackticks
        let isVerb = Verb(rawValue: plainName.uppercased()) != nil
        guard let owner = openTypes.last, isVerb || !verbs.isEmpty else { return }
        facts.types[owner].functions.append(
            FunctionFact(
                name: plainName, verbAttributes: verbs, modifiers: modifiers,
                position: name.position, condition: conditions.current))
    }

    /// Keeps an `init(environment:)`, which the generated main calls on `Services`.
    mutating func readInitializer() {
        index += 1
        forgetPrefixes()
        while let token, !token.isPunctuation("("), !token.isPunctuation("{") { index += 1 }
        guard token?.isPunctuation("(") ?? false else { return }
        let takesEnvironment = peek(1)?.isWord("environment") ?? false
        skipBalanced()
        let isAsync = token?.isWord("async") ?? false
        if isAsync { index += 1 }
        let isThrowing = token?.isWord("throws") ?? false
        guard takesEnvironment, let owner = openTypes.last else { return }
        facts.types[owner].environmentInitializers.append(
            InitializerFact(isAsync: isAsync, isThrowing: isThrowing))
    }

    /// A stored `environment` gives a struct a memberwise `init(environment:)`.
    mutating func readProperty() {
        let isStatic = modifiers.contains("static")
        forgetPrefixes()
        index += 1
        guard let name = token, name.isWord("environment"), !isStatic, let owner = openTypes.last
        else { return }
        facts.types[owner].environmentInitializers.append(
            InitializerFact(isAsync: false, isThrowing: false))
    }
}
