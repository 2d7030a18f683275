// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A method that a handler can answer, as it is written: `func GET`, `@GET`.
enum Verb: String, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case query = "QUERY"
    case head = "HEAD"
    case options = "OPTIONS"

    /// The expression of type `Method`.
    var expression: String { ".\(rawValue.lowercased())" }

    /// Whether a request with this method may carry content that means something.
    ///
    /// RFC 9110 section 9.3: content of GET, HEAD and OPTIONS has no meaning, and caches and
    /// proxies drop it. It allows DELETE no meaning either, but APIs in the field rely on it and
    /// nothing on the way drops it, so Fledge takes it.
    var takesBody: Bool {
        switch self {
        case .get, .head, .options: false
        case .post, .put, .patch, .delete, .query: true
        }
    }

    /// The verb that somebody meant who wrote `get` or `Get`.
    init?(inWrongCase name: String) {
        guard name != name.uppercased() else { return nil }
        self.init(rawValue: name.uppercased())
    }
}
