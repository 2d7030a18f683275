// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Names for the method, its errors and the property that holds the service.
struct MoveNames {
    private let code: HandlerCode
    private let region: Region
    private let target: ServiceTarget
    private let outputs: [Move.Value]
    private let waits: Bool
    private let refuses: Bool

    init(
        _ code: HandlerCode, _ region: Region, _ target: ServiceTarget, outputs: [Move.Value],
        waits: Bool
    ) {
        refuses = code.statements[region.range].contains { !$0.problems.isEmpty }
        self.code = code
        self.region = region
        self.target = target
        self.outputs = outputs
        self.waits = waits
    }

    /// - Parameter wanted: What `--method` says.
    /// - Returns: The name of the method.
    /// - Throws: ``Refusal`` when the service has a method of that name.
    func method(_ wanted: String?) throws(Refusal) -> String {
        let name = wanted ?? suggested
        guard !members.contains(name) else {
            throw Refusal(
                "method-taken", "\(target.name) has a '\(name)' already.", at: code.place,
                remedy: "Name the new method: --method \(name)…")
        }
        return name
    }

    private var members: Set<String> {
        let methods = code.index.functions.filter { $0.function.owner == target.name }
        return Set(methods.map(\.function.simpleName))
            .union(code.index.properties(of: target.name).map(\.name))
    }

    /// A value that is worked out is called what it is; the rest, what the handler does.
    private var suggested: String {
        if !region.isEnd, !waits, outputs.count == 1, let only = outputs.first { return only.name }
        let simple = code.function.simpleName
        let isNamed = code.function.kind != .closure && simple != code.function.verb
        if !region.isEnd, outputs.isEmpty, refuses {
            return "check" + (isNamed ? simple.capitalizedFirst : noun(isOne: true))
        }
        guard let verb = code.function.verb, simple == verb || code.function.kind == .closure else {
            return simple
        }
        switch verb {
        case "GET": return noun(isOne: false).lowercasedFirst
        case "DELETE": return "remove" + noun(isOne: true)
        case "POST": return "add" + noun(isOne: true)
        default: return "update" + noun(isOne: true)
        }
    }

    /// `Vote` of `/threads/:id/votes`, and of `app/threads/[id]/votes/VotesRoute.swift`.
    private func noun(isOne: Bool) -> String {
        var parts = (code.function.pathText ?? "").split(separator: "/").map(String.init)
        if parts.isEmpty { parts = code.file.source.folders }
        let last = parts.last { part in
            part.first?.isLetter == true
                && part.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
        }
        let words = (last ?? target.stem).split { !$0.isLetter }.map { String($0).capitalizedFirst }
        let name = words.joined()
        if isOne, name.count > 3, name.hasSuffix("s"), !name.hasSuffix("ss"), !name.hasSuffix("ies")
        {
            return String(name.dropLast())
        }
        return name
    }

    /// `OrderError`, or with the method's name in it where that is taken.
    func error(of method: String) -> String {
        let plain = target.stem + "Error"
        if code.index.types[plain] == nil, !Self.takenErrors.contains(plain) { return plain }
        let name = method.capitalizedFirst
        let long = name.hasPrefix(target.stem) ? name + "Error" : target.stem + name + "Error"
        return code.index.types[long] == nil ? long : long + "2"
    }

    /// Errors of Swift and of Fledge, which one of the app would hide from its files.
    private static let takenErrors: Set<String> = [
        "BodyError", "CancellationError", "CocoaError", "DatabaseError", "DecodingError",
        "EncodingError", "EnvironmentError", "FileError", "JSONError", "MigrationError",
        "MultipartError", "POSIXError", "ParseError", "PatternError", "ProblemError",
        "SettingsError",
        "SetupError", "SyntaxError", "URLError",
    ]

    /// What the property that holds the service is called.
    func property(besides taken: Set<String>) -> String {
        var used = taken
        for facts in code.statements {
            used.formUnion(facts.declared.map(\.name))
            used.formUnion(facts.node.all(IdentifierPatternSyntax.self).map(\.identifier.text))
        }
        used.formUnion(code.function.parameters.map(\.name))
        if let owner = code.function.owner {
            used.formUnion(code.index.properties(of: owner).map(\.name))
            used.formUnion(
                code.index.functions.filter { $0.function.owner == owner }.map(
                    \.function.simpleName))
        }
        return [target.propertyName, target.name.lowercasedFirst].first { !used.contains($0) }
            ?? target.name.lowercasedFirst + "1"
    }
}
