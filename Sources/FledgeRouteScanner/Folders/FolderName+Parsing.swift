// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension FolderName {
    /// Reads the name of a folder.
    ///
    /// Names that look like a parameter in other frameworks, or nearly like one here, are refused:
    /// as literals they would build and then answer 404.
    init(parsing name: String) throws(FolderNameError) {
        if name.hasPrefix("_") {
            self = .hidden
        } else if name.hasPrefix("(") || (name.hasSuffix(")") && !name.contains("(")) {
            self = try Self.parseGroup(name)
        } else if name.contains("[") || name.contains("]") {
            self = try Self.parseBrackets(name)
        } else {
            try Self.refuseForeignForms(name)
            self = .literal(name)
        }
    }

    private static func parseGroup(_ name: String) throws(FolderNameError) -> FolderName {
        guard name.hasPrefix("("), name.hasSuffix(")"), name.count > 1 else {
            let inner = name.filter { $0 != "(" && $0 != ")" }
            throw FolderNameError(message: "a group needs both parentheses: '(\(inner))'")
        }
        guard name.count > 2 else {
            throw FolderNameError(message: "a group needs a name: '(shop)'")
        }
        return .group
    }

    private static func parseBrackets(_ name: String) throws(FolderNameError) -> FolderName {
        if name.hasPrefix("[["), name.hasSuffix("]]") {
            return try parseOptional(name.dropFirst(2).dropLast(2))
        }
        guard let open = name.firstIndex(of: "[") else {
            throw FolderNameError(message: "']' has no '[' before it: write '[name]'")
        }
        guard let close = name[open...].firstIndex(of: "]") else {
            throw FolderNameError(
                message: "'[' has no ']': write '[\(identifier(from: name[open...]))]'")
        }
        let prefix = name[..<open]
        let suffix = name[name.index(after: close)...]
        guard !prefix.contains("]"), !suffix.contains("]") || suffix.contains("["),
            !name[name.index(after: open)..<close].contains("[")
        else { throw FolderNameError(message: "the brackets do not pair up: write '[name]'") }
        guard !suffix.contains("[") else {
            throw FolderNameError(
                message: "a folder holds one parameter: nest two folders, "
                    + "or take one parameter and split it in the handler")
        }
        let inner = name[name.index(after: open)..<close]
        guard !inner.hasPrefix(".") else {
            return try parseCatchAll(inner, isWholeName: prefix.isEmpty && suffix.isEmpty)
        }
        guard suffix != "?" else { throw optionalParameter(identifier(from: inner)) }
        return try parseParameter(prefix: prefix, inner: inner, suffix: suffix)
    }

    /// `[[...path]]`; a plain name in two pairs of brackets does not exist.
    private static func parseOptional(_ inner: Substring) throws(FolderNameError) -> FolderName {
        guard inner.hasPrefix(".") else { throw optionalParameter(identifier(from: inner)) }
        guard inner.hasPrefix("..."), inner.dropFirst(3).first != "." else {
            throw FolderNameError(
                message: "a catch-all has three dots: '[[...\(identifier(from: inner))]]'")
        }
        return .catchAll(name: try checkName(inner.dropFirst(3)), isOptional: true)
    }

    private static func parseCatchAll(
        _ inner: Substring, isWholeName: Bool
    ) throws(FolderNameError) -> FolderName {
        let form = "'[...\(identifier(from: inner))]'"
        guard isWholeName else {
            throw FolderNameError(message: "a catch-all is the whole name of its folder: \(form)")
        }
        guard inner.hasPrefix("..."), inner.dropFirst(3).first != "." else {
            throw FolderNameError(message: "a catch-all has three dots: \(form)")
        }
        return .catchAll(name: try checkName(inner.dropFirst(3)), isOptional: false)
    }

    private static func parseParameter(
        prefix: Substring, inner: Substring, suffix: Substring
    ) throws(FolderNameError) -> FolderName {
        let name = try checkName(inner)
        try refusePercent(prefix + suffix)
        return .parameter(prefix: String(prefix), name: name, suffix: String(suffix))
    }

    private static func checkName(_ name: Substring) throws(FolderNameError) -> String {
        guard !name.isEmpty else {
            throw FolderNameError(message: "the parameter has no name: write '[name]'")
        }
        guard name.utf8.allSatisfy(\.isParameterByte), !(name.utf8.first?.isDigit ?? true) else {
            throw FolderNameError(
                message: "'\(name)' cannot be the name of a Swift parameter: "
                    + "write '[\(identifier(from: name))]'")
        }
        return String(name)
    }

    private static func optionalParameter(_ name: String) -> FolderNameError {
        FolderNameError(
            message: "a parameter cannot be optional: write '[\(name)]' and put a route in the "
                + "folder above it, or write '[[...\(name)]]' for any number of segments")
    }

    /// `:id`, `*path`, `{id}` and `<id>` are parameters elsewhere.
    private static func refuseForeignForms(_ name: String) throws(FolderNameError) {
        let inner = identifier(from: name[...])
        if name == ":\(inner)" || name == "{\(inner)}" || name == "<\(inner)>" {
            throw FolderNameError(message: "a folder for a parameter is written '[\(inner)]'")
        }
        if name == "*\(inner)" || name == "*" {
            throw FolderNameError(message: "a folder for a catch-all is written '[...\(inner)]'")
        }
        try refusePercent(name[...])
    }

    private static func refusePercent(_ text: Substring) throws(FolderNameError) {
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
            let digits = bytes.dropFirst(place + 1).prefix(2)
            if digits.count == 2, digits.allSatisfy(\.isHexDigit) {
                throw FolderNameError(
                    message: "folder names are not percent-encoded: write the character itself")
            }
        }
    }

    /// The nearest name that Swift accepts: `user-id` becomes `userId`.
    private static func identifier(from text: Substring) -> String {
        let words = text.split { !($0.utf8.first?.isParameterByte ?? false) || !$0.isASCII }
        let name = words.enumerated().map { place, word in
            place == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined()
        guard let first = name.utf8.first else { return "name" }
        return first.isDigit ? "n\(name)" : name
    }
}

extension UInt8 {
    /// The bytes of a parameter's name: `[A-Za-z0-9_]`.
    fileprivate var isParameterByte: Bool {
        isNameByte && self < 0x80 && self != UInt8(ascii: "$")
    }

    fileprivate var isHexDigit: Bool {
        isDigit || ((self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "f"))
    }
}
