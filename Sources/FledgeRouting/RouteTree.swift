// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The routes as a tree of path segments, laid out flat for matching.
///
/// Algorithm: a trie with one level per path segment, searched depth first from the most to the
/// least specific child, with backtracking (`RouteTree+Search.swift`). Every node has one depth and
/// one parent, so a search visits it at most once and the worst case is O(nodes); it cannot blow up
/// exponentially as backtracking over regular expressions does.
///
/// Departures from the radix tree of httprouter, chi and find-my-way:
/// - Edges are whole segments, not common prefixes of characters. Fewer nodes, and a segment is
///   compared decoded, so an escape cannot straddle an edge. The price is one hash of the segment
///   where a node has more than `linearLimit` literal children; with fewer they are compared.
/// - The method is part of the leaf and of the search, not a tree of its own: `DELETE /users/me`
///   goes on to `/users/:id` when `/users/me` has no DELETE, and 405 can list what all have.
/// - A catch-all is not a node but a leaf of the node it hangs on, since nothing follows it.
///
/// ```
/// GET /users/me   GET,DELETE /users/:id   GET /files/*path
///
///   root ── "users" ── "me"   end: GET
///      │          └─── :      end: GET, DELETE
///      └── "files"            catchAll: GET
/// ```
///
/// A class only so that a match costs one retain and not one for each array. Immutable.
final class RouteTree: Sendable {
    let nodes: [Node]
    let statics: [StaticChild]
    let partials: [PartialChild]
    /// The hash tables of all nodes that have one: indices into `statics`, or -1.
    let slots: [Int]
    let leaves: [Leaf]
    let endpoints: [Endpoint]
    /// The text of all literals, prefixes and suffixes.
    let literals: [UInt8]
    let literalPaths: LiteralPaths
    let methods: MethodNames
    let trailingSlash: TrailingSlash

    /// Up to this many literal children are compared one after the other: for so few, comparing
    /// lengths and first bytes is cheaper than a hash over the whole segment.
    static let linearLimit = 8

    init(_ parts: consuming RouteTreeParts, methods: MethodNames, trailingSlash: TrailingSlash) {
        self.literalPaths = LiteralPaths(Self.literalPaths(of: parts))
        self.nodes = parts.nodes
        self.statics = parts.statics
        self.partials = parts.partials
        self.slots = parts.slots
        self.leaves = parts.leaves
        self.endpoints = parts.endpoints
        self.literals = parts.literals
        self.methods = methods
        self.trailingSlash = trailingSlash
    }
}

// The parts are plain values that refer to each other by index: no reference counting in a search.
extension RouteTree {
    struct Node: Sendable {
        var statics: Range<Int> = 0..<0
        /// The node's part of `slots`, a power of two; empty when the children are compared.
        var slots: Range<Int> = 0..<0
        /// Sorted: longer prefix first, then longer suffix.
        var partials: Range<Int> = 0..<0
        /// The node after a plain parameter.
        var parameter: Int?
        /// The routes that end here.
        var end = LeafPair()
        /// The routes whose `*name`, or `*name?`, starts here.
        var catchAll = LeafPair()
        var optionalCatchAll = LeafPair()
    }

    /// The leaves of routes written without and with a trailing slash.
    ///
    /// With the policy `.ignore` all are in `plain`.
    struct LeafPair: Sendable {
        var plain: Int?
        var slash: Int?
    }

    struct StaticChild: Sendable {
        let text: LiteralRange
        let node: Int
    }

    struct PartialChild: Sendable {
        let prefix: LiteralRange
        let suffix: LiteralRange
        let node: Int
    }

    /// The routes of one path, one per method, as a part of `endpoints`.
    struct Leaf: Sendable {
        let endpoints: Range<Int>
    }

    struct Endpoint: Sendable {
        let method: MethodNames.ID
        /// The index of the route in the table.
        let entry: Int
    }
}

/// The methods of a table, numbered, so that a search compares integers.
struct MethodNames: Sendable {
    typealias ID = Int

    static let get: ID = 0
    static let head: ID = 1
    /// The method of a route that takes any.
    static let any: ID = -1
    /// A method that no route of the table names; only routes that take any answer it.
    static let unknown: ID = -2

    /// What most requests have, by number: a caller that knows the number saves looking it up.
    static let common = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    private(set) var names = Self.common

    /// A linear search over few short strings: two machine words each.
    func id(of name: String) -> ID { names.firstIndex(of: name) ?? Self.unknown }

    mutating func insert(_ name: String?) -> ID {
        guard let name else { return Self.any }
        let known = id(of: name)
        if known != Self.unknown { return known }
        names.append(name)
        return names.count - 1
    }
}
