// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The content codings a client can decode, from its `Accept-Encoding` field (RFC 9110 12.5.3).
///
///     let accept = AcceptEncoding("gzip, br")
///     accept.best(of: ["br", "gzip", "identity"])   // "br"
///
/// `identity`, the body as it is, is always accepted unless it is refused (`identity;q=0`, or
/// `*;q=0`). A missing field accepts nothing else: a client that cannot decode does not say so.
/// Among codings of the same quality the order of the offers decides, since browsers list all they
/// know without preferring any.
public struct AcceptEncoding: Sendable {
    private let preferences: Preferences<String>

    /// Reads the value of an `Accept-Encoding` field; nil if the request has none.
    public init(_ fieldValue: String?) {
        var preferences = Preferences(fieldValue ?? "") { head, _ in
            FieldGrammar.isToken(head) ? Self.canonical(head) : nil
        }
        let entries = preferences.entries
        if !entries.contains(where: { $0.element == "identity" || $0.element == "*" }) {
            // Less than everything that was asked for, so that a coding wins over none.
            let lowest = entries.map(\.quality).filter { $0 > 0 }.min() ?? 1
            preferences.append("identity", quality: lowest)
        }
        self.preferences = preferences
    }

    /// How much the client wants `coding`: from 0, not at all, to 1.
    public func quality(of coding: String) -> Double {
        preferences.quality { Self.specificity($0, Self.canonical(coding)) }
    }

    /// The coding to send.
    ///
    /// - Parameter offers: The codings you have, your favourite first; name `identity` too if you
    ///   have the plain body.
    /// - Returns: Nil if the client accepts none of them.
    public func best(of offers: [String]) -> String? {
        preferences.best(of: offers, tie: .server) { Self.specificity($0, Self.canonical($1)) }
    }

    private static func specificity(_ element: String, _ coding: String) -> Int? {
        if element == coding { 1 } else if element == "*" { 0 } else { nil }
    }

    /// Codings have no case, and `x-gzip` is an old name (RFC 9110 8.4.1).
    private static func canonical(_ coding: some StringProtocol) -> String {
        switch FieldGrammar.lowercased(coding) {
        case "x-gzip": "gzip"
        case "x-compress": "compress"
        case let coding: coding
        }
    }
}
