// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A set of media types: `text/html`, `text/*` or `*/*`, perhaps with parameters (RFC 9110 12.5.1).
public struct MediaRange: Sendable, Hashable {
    /// In lower case; nil is `*`.
    public let type: String?
    /// In lower case; nil is `*`.
    public let subtype: String?
    /// Parameters that a type must have to lie in the range.
    public let parameters: [MediaType.Parameter]

    /// `*/*`: every media type.
    public static let any = MediaRange(type: nil, subtype: nil, parameters: [])

    /// The range that holds `mediaType` alone, with any further parameters.
    public init(_ mediaType: MediaType) {
        self.init(
            type: mediaType.type, subtype: mediaType.subtype, parameters: mediaType.parameters)
    }

    /// Reads a range; nil if it is malformed, as `*/html` is.
    public init?(_ text: String) {
        var scanner = FieldScanner(text)
        let head = scanner.take { $0 != UInt8(ascii: ";") && !FieldGrammar.isWhitespace($0) }
        guard let parameters = scanner.parameters() else { return nil }
        self.init(head: head, parameters: parameters[...])
    }

    init?(head: Substring, parameters: ArraySlice<MediaType.Parameter>) {
        var scanner = FieldScanner(head)
        guard let type = scanner.token(), scanner.skip(UInt8(ascii: "/")),
            let subtype = scanner.token(), scanner.isAtEnd, type != "*" || subtype == "*"
        else { return nil }
        self.init(
            type: type == "*" ? nil : FieldGrammar.lowercased(type),
            subtype: subtype == "*" ? nil : FieldGrammar.lowercased(subtype),
            parameters: Array(parameters))
    }

    private init(type: String?, subtype: String?, parameters: [MediaType.Parameter]) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// How closely the range describes a type in it, or nil if the type lies outside.
    ///
    /// 4 for the type, 2 for the subtype, 1 for parameters.
    func specificity(of mediaType: MediaType) -> Int? {
        var specificity = 0
        if let type {
            guard type == mediaType.type else { return nil }
            specificity += 4
        }
        if let subtype {
            guard subtype == mediaType.subtype else { return nil }
            specificity += 2
        }
        if !parameters.isEmpty {
            let areAllThere = parameters.allSatisfy { wanted in
                guard let value = mediaType[wanted.name] else { return false }
                return FieldGrammar.equalIgnoringCase(value, wanted.value)
            }
            guard areAllThere else { return nil }
            specificity += 1
        }
        return specificity
    }
}

/// The media types a client wants, from its `Accept` field, and the choice among yours.
///
///     let accept = Accept("text/html, application/json;q=0.9")
///     accept.best(of: [.json, .html])   // .html
///
/// The rules are those of Express: for each offer the most specific range counts, then the highest
/// quality wins, then the more specific range, then the order of the field, then the order of the
/// offers. Malformed elements are ignored. A field that is missing, or of which nothing is left,
/// accepts everything.
public struct Accept: Sendable {
    private let preferences: Preferences<MediaRange>

    /// Reads the value of an `Accept` field; nil if the request has none.
    public init(_ fieldValue: String?) {
        var preferences = Preferences(fieldValue ?? "") { head, parameters in
            MediaRange(head: head, parameters: parameters)
        }
        if preferences.entries.isEmpty { preferences.append(.any, quality: 1) }
        self.preferences = preferences
    }

    /// How much the client wants `mediaType`: from 0, not at all, to 1.
    public func quality(of mediaType: MediaType) -> Double {
        preferences.quality { $0.specificity(of: mediaType) }
    }

    /// The offer the client likes best.
    ///
    /// - Parameter offers: What you can send, your favourite first.
    /// - Returns: Nil if the client accepts none of them: then answer 406, or send one anyway.
    public func best(of offers: [MediaType]) -> MediaType? {
        preferences.best(of: offers, tie: .client) { $0.specificity(of: $1) }
    }
}
