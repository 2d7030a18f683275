// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// What a route takes, as far as one must know it to write good and bad requests for it.
struct RouteSketch: Sendable {
    let method: Method
    /// The pattern, as the app lists it.
    let pattern: String
    /// A path that the route answers.
    let path: String
    /// What a good request is answered with.
    var status = 200
    /// Fields of a good request.
    var headers: Fields = [:]
    /// A good query, without the `?`.
    var query = ""
    /// The body it takes.
    var body = BodySketch.none
    /// Paths that another value makes; all good.
    var otherPaths: [String] = []
    /// Paths of the pattern whose values do not parse: 404.
    var badPaths: [String] = []
    /// Good queries besides `query`.
    var otherQueries: [String] = []
    /// Queries that are a 400.
    var badQueries: [String] = []
    /// The status when the fields of a good request are missing.
    var statusWithoutHeaders: Int?

    /// Whether routes of other patterns answer the same path with other methods.
    var sharesPaths = false

    init(_ method: Method, _ pattern: String, _ path: String? = nil) {
        self.method = method
        self.pattern = pattern
        self.path = path ?? pattern
    }

    /// The same with some of it changed.
    func with(_ change: (inout RouteSketch) -> Void) -> RouteSketch {
        var copy = self
        change(&copy)
        return copy
    }
}

/// What a handler wants to have as its body.
enum BodySketch: Sendable {
    case none
    /// JSON that is decoded: a good text, texts of the wrong form, and whether it may be missing.
    case json(String, wrong: [String], optional: Bool = false)
    /// Anything, taken as it is.
    case raw(String)
}

extension Method {
    static let query = Method("QUERY") ?? .get
    /// A token that nobody knows.
    static let brew = Method("BREW") ?? .get

    /// The verbs that a route can have.
    static let verbs: [Method] = [.get, .head, .post, .put, .patch, .delete, .options, .query]
}
