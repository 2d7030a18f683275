// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The name of a new project: `my-shop` for its folder and package, `MyShop` for its modules.
struct ProjectName: Hashable, Sendable {
    /// As it was given: lower-case words with dashes.
    let package: String
    /// The words with capital letters, as modules are called.
    let module: String

    /// What is wrong with a name, in sentences; empty when it is fine.
    let problems: [String]

    init(_ text: String) {
        package = text
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        module = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        problems = Self.problems(text, words: words, module: module)
    }

    private static func problems(
        _ text: String, words: [Substring], module: String
    ) -> [String] {
        guard !text.isEmpty else { return ["The name is empty. Write it like this: my-shop"] }
        let isPlain = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        var problems: [String] = []
        if !isPlain || words.contains(where: \.isEmpty) {
            let better = suggestion(for: text).map { " Write '\($0)'." } ?? ""
            problems.append(
                "The name '\(text)' is not made of lower-case letters and digits, in words with a "
                    + "dash between them.\(better)")
        } else if text.first?.isNumber == true {
            problems.append("The name '\(text)' begins with a digit, which no Swift module may do.")
        }
        if text.utf8.count > 60 {
            problems.append("The name has \(text.utf8.count) letters; at most 60 are of use.")
        }
        if isReserved(module) {
            problems.append(
                "The module of '\(text)' would be called \(module), which is taken by Swift, Fledge or "
                    + "what it is made of. '\(text)-app' would do.")
        }
        return problems
    }

    /// The same in a form that would do, if there is one.
    static func suggestion(for text: String) -> String? {
        var words = ""
        var previous: Character = "-"
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber {
                if character.isUppercase, previous.isLowercase || previous.isNumber { words += "-" }
                words += character.lowercased()
                previous = character
            } else if previous != "-" {
                words += "-"
                previous = "-"
            }
        }
        let name = words.drop { !$0.isLetter }.split(separator: "-").joined(separator: "-")
        return name.isEmpty || isReserved(ProjectName.capitalized(name)) ? nil : name
    }

    private static func capitalized(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// Modules that an app is made of, those of Fledge's own package (SwiftPM wants unlike names in all
    /// packages), and types that every file of an app knows: a module of the same name would stand
    /// before them.
    static func isReserved(_ module: String) -> Bool {
        let module = module.lowercased()
        return reserved.contains(module) || module.hasPrefix("fledge") || module.hasPrefix("nio")
    }

    private static let reserved: Set = [
        "app", "array", "atomics", "bool", "clibpq", "cnio", "collections", "contractapp",
        "controller", "csockets", "database", "databasetesting", "dispatch", "environment", "error",
        "file",
        "foundation", "foundationessentials", "glibc", "grdb", "html", "httptypes", "int", "json",
        "limits", "logging", "main", "middleware", "migrations", "musl", "note", "observation",
        "optional", "page", "problem", "processtesting", "redirect", "regexbuilder", "request",
        "response", "result",
        "route", "router", "schema", "secret", "self", "servicelifecycle", "services", "settings",
        "shop", "shopdatabase", "shopservices", "sqlite", "string", "swift", "synchronization",
        "system", "task", "test", "testing", "tests", "type", "unixsignals", "xctest",
    ]
}
