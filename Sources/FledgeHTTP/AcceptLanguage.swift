// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The languages a reader understands, from the `Accept-Language` field (RFC 9110 12.5.4).
///
///     let accept = AcceptLanguage("de-CH, de;q=0.9, en;q=0.5")
///     accept.best(of: ["en", "de"])   // "de"
///
/// An exact tag counts most. Then a longer wish meets a shorter offer (`de-CH` is content with
/// `de`), then a shorter wish a longer offer (`en` with `en-GB`), then `*`. A missing or empty field
/// accepts every language.
public struct AcceptLanguage: Sendable {
    private let preferences: Preferences<String>

    /// Reads the value of an `Accept-Language` field; nil if the request has none.
    public init(_ fieldValue: String?) {
        var preferences = Preferences(fieldValue ?? "") { head, _ in
            Self.isRange(head) ? FieldGrammar.lowercased(head) : nil
        }
        if preferences.entries.isEmpty { preferences.append("*", quality: 1) }
        self.preferences = preferences
    }

    /// How much the reader wants `language`, a tag such as `en-GB`: from 0, not at all, to 1.
    public func quality(of language: String) -> Double {
        preferences.quality { Self.specificity($0, FieldGrammar.lowercased(language)) }
    }

    /// The offer the reader likes best.
    ///
    /// - Parameter offers: The language tags you have, your favourite first.
    /// - Returns: Nil if the reader accepts none of them: then send your default.
    public func best(of offers: [String]) -> String? {
        preferences.best(of: offers, tie: .client) {
            Self.specificity($0, FieldGrammar.lowercased($1))
        }
    }

    private static func specificity(_ range: String, _ language: String) -> Int? {
        if range == language { return 3 }
        if range.hasPrefix(language + "-") { return 2 }
        if language.hasPrefix(range + "-") { return 1 }
        return range == "*" ? 0 : nil
    }

    /// `language-range` of RFC 4647 2.1, less strict about lengths.
    private static func isRange(_ text: Substring) -> Bool {
        if text == "*" { return true }
        return !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-")
            && text.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || FieldGrammar.isAlphanumeric($0)
            }
    }
}
