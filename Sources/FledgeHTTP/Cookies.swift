// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes

/// The cookies of one request, in the order the client sent them.
///
/// Read one by name; the first of that name wins, as in Express. Browsers send the cookie with the
/// longest path first (RFC 6265bis 5.8.3), so the first one is the most specific.
///
///     let cookies = Cookies("theme=dark; id=7")
///     cookies["theme"]   // "dark"
///     for (name, value) in cookies { ... }
///
/// A pair without `=`, with a name that is not a token, or with a control character in its value is
/// skipped, and so is everything after ``maximumCount`` pairs. One bad cookie of another
/// application on the same host must not cost the user the request.
///
/// Values are **not** percent-decoded. The RFC gives `%` no meaning in a cookie, so decoding would
/// change a value that another system wrote, and a cookie that is compared (a token, a signature)
/// would have several spellings. Decode where you encoded.
///
/// Everything here came from the client: a cookie is a claim until a signature or a lookup in your
/// store proves it.
public struct Cookies: Sendable, RandomAccessCollection {
    /// How many pairs are read; later ones are ignored.
    ///
    /// Browsers keep at most 180 per site.
    public static let maximumCount = 256

    private let pairs: [(name: String, value: String)]

    /// Reads the value of a `Cookie` field; several fields are joined with `"; "` (RFC 9113 8.2.3).
    ///
    /// - Parameter fieldValue: The value of the field, or nil if there is none.
    /// - Complexity: O(*n*) in the length of the value.
    public init(_ fieldValue: String?) {
        var pairs: [(name: String, value: String)] = []
        for piece in (fieldValue ?? "").utf8.split(separator: UInt8(ascii: ";")) {
            guard let pair = Self.parsePair(Substring(piece)) else { continue }
            pairs.append(pair)
            if pairs.count == Self.maximumCount { break }
        }
        self.pairs = pairs
    }

    /// Reads all `Cookie` fields of a request.
    ///
    /// There may be several over HTTP/2; joined as other fields are, with commas, they would not be
    /// cookies any more.
    public init(_ headers: Fields) {
        self.init(headers.values(.cookie).joined(separator: "; "))
    }

    /// The value of the first cookie called `name`, without surrounding quotes.
    ///
    /// Case matters.
    ///
    /// - Complexity: O(*n*) in the number of cookies, which is small.
    public subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    private static func parsePair(_ piece: Substring) -> (name: String, value: String)? {
        guard let equals = piece.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = FieldGrammar.trimmed(piece[..<equals])
        let value = FieldGrammar.trimmed(piece[piece.utf8.index(after: equals)...])
        guard FieldGrammar.isToken(name), !value.utf8.contains(where: FieldGrammar.isControl)
        else { return nil }
        return (String(name), String(unquoted(value)))
    }

    /// `"abc"` and `abc` are the same value to every server that reads cookies (RFC 6265 4.1.1).
    private static func unquoted(_ value: Substring) -> Substring {
        let quote = UInt8(ascii: "\"")
        guard value.utf8.count >= 2, value.utf8.first == quote, value.utf8.last == quote else {
            return value
        }
        // By bytes: dropFirst() on the text would take a combining mark along with the quote.
        return Substring(value.utf8.dropFirst().dropLast())
    }

    // MARK: RandomAccessCollection

    /// Always zero.
    public var startIndex: Int { pairs.startIndex }

    /// The number of pairs.
    public var endIndex: Int { pairs.endIndex }

    /// The pair at `position`, in the order of the field; duplicates are all here.
    public subscript(position: Int) -> (name: String, value: String) { pairs[position] }
}
