// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Makes identifiers of the words in any name, and keeps them apart.
enum ClientNames {
    /// The words of a name: `userID`, `user_id` and `user-id` have two.
    ///
    /// What is no letter or digit separates. So does a capital after a small letter, and the
    /// last of several capitals before a small letter: `HTTPStatus` has two words.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard isPart(character) else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character.isUppercase, let last = word.last {
                let next = index + 1 < characters.count ? characters[index + 1] : " "
                if !last.isUppercase || next.isLowercase {
                    words.append(word)
                    word = ""
                }
            }
            word.append(character)
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Letters of every script are letters of identifiers, in Swift and in TypeScript; of digits
    /// only ours.
    private static func isPart(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1
            && (character.isLetter || (character.isASCII && character.isNumber))
    }

    /// `UserID`, for types.
    static func type(_ words: [String]) -> String {
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber == true || name.isEmpty ? "Type" + name : name
    }

    /// `userID`, for members.
    ///
    /// What is already such a name stays as it is.
    static func member(_ name: String) -> String {
        let isMember =
            name.first.map { $0.isASCII && $0.isLowercase } == true
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isMember ? name : member(words(name))
    }

    /// The words as one name that begins small: `userID`, `urlOfPage`.
    static func member(_ words: [String]) -> String {
        guard let first = words.first else { return "value" }
        let name =
            first.lowercased()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isNumber == true ? "value" + name : name
    }

    /// The case for a value: `-name`, as lists are sorted by, is `minusName`.
    static func value(_ text: String) -> String {
        text.hasPrefix("-") ? member(["minus"] + words(text)) : member(text)
    }

    /// Names that a parameter does not get.
    static let reservedParameters: Set<String> = [
        // They have another meaning in the generated functions.
        "body", "call", "connection", "options", "parameters",
        // Every object of JavaScript has these, so that one that was not given would be there.
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",
        "toString", "valueOf",
    ]

    /// Type names that a client or its language needs for itself: a schema of such a name gets
    /// `Model` behind it.
    static let reservedTypes: Set<String> = [
        // Of the generated clients.
        "Base64", "Call", "Client", "ClientOptions", "Connection", "DateTime", "FilePart",
        "HTTPAnswer",
        "HTTPCall", "HTTPStream", "Problem", "ProblemError", "RequestOptions", "ServerSentEvent",
        "ViolationParams", "Transport", "URLSessionTransport", "UUID", "Violation", "Boxed",
        "Pairs", "MultipartForm",
        "EventParser", "ISO8601", "ImpossibleParameter", "HeaderValues", "Payload", "AnswerKind",
        "Whole", "WholeParts",
        // Of Swift and Foundation.
        "Any", "AnyObject", "Array", "AsyncStream", "AsyncThrowingStream", "Bool", "Character",
        "Codable", "CodingKey", "CodingKeys", "Data", "Date", "Decimal", "Decodable", "Decoder",
        "Dictionary", "Double", "Encodable", "Encoder", "Equatable", "Error", "Float", "Hashable",
        "Int", "Int64", "JSON", "JSONDecoder", "JSONEncoder", "Never", "Optional", "Protocol",
        "RawRepresentable", "RawValue", "Result", "Self", "Sendable", "Set", "String", "Substring",
        "Task", "Type", "UInt64", "URL", "URLRequest", "URLSession", "Void",
        // Of JavaScript.
        "AbortSignal", "ArrayBuffer", "AsyncIterable", "Blob", "BodyInit", "Boolean", "File",
        "FormData", "Function", "Headers", "Map", "Math", "Number", "Object", "Omit", "Partial",
        "Promise", "ReadableStream", "Readonly", "Record", "RegExp", "Request", "RequestInit",
        "Response", "Symbol", "SyntaxError", "TextDecoder", "TypeError", "URLSearchParams",
        "Uint8Array",
    ]
}

/// Hands out each name once.
struct NamePool {
    private var taken: Set<String>

    init(reserved: Set<String> = []) { taken = reserved }

    /// The first of the names that is free, or the first with a number.
    ///
    /// Case does not tell names apart: files and people mix them up.
    mutating func take(_ candidates: String...) -> String {
        for name in candidates where isFree(name) {
            taken.insert(name.lowercased())
            return name
        }
        var number = 2
        while !isFree("\(candidates[0])\(number)") { number += 1 }
        let name = "\(candidates[0])\(number)"
        taken.insert(name.lowercased())
        return name
    }

    private func isFree(_ name: String) -> Bool {
        !taken.contains(name) && !taken.contains(name.lowercased())
    }
}
