// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Grows the tree route by route, then lays it out flat.
struct RouteTreeBuilder {
    private struct Node {
        var statics: [[UInt8]: Int] = [:]
        var partials: [Partial: Int] = [:]
        var parameter: Int?
        var leaves: [LeafKind: [RouteTree.Endpoint]] = [:]
    }

    private struct Partial: Hashable {
        let prefix: [UInt8]
        let suffix: [UInt8]
    }

    private struct LeafKind: Hashable {
        enum Place { case end, catchAll, optionalCatchAll }
        let place: Place
        let slash: Bool
    }

    /// What two routes share when only one of them could ever answer.
    private struct Claim: Hashable {
        let node: Int
        let isCatchAll: Bool
        let slash: Bool
        let method: MethodNames.ID
    }

    private let trailingSlash: TrailingSlash
    private var nodes = [Node()]
    private var methods = MethodNames()
    private var claims: [Claim: [Int]] = [:]

    init(trailingSlash: TrailingSlash) { self.trailingSlash = trailingSlash }

    /// The entries that claim the same requests, in groups, in the order of insertion.
    var conflicts: [[Int]] {
        claims.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    mutating func insert(_ pattern: RoutePattern, method: String?, entry: Int) {
        var node = 0
        var place = LeafKind.Place.end
        for segment in pattern.segments {
            switch segment {
            case .literal(let text):
                node = child(of: node, \.statics[text])
            case .parameter(_, [], []):
                node = child(of: node, \.parameter)
            case .parameter(_, let prefix, let suffix):
                node = child(of: node, \.partials[Partial(prefix: prefix, suffix: suffix)])
            case .catchAll(_, let allowsEmpty):
                place = allowsEmpty ? .optionalCatchAll : .catchAll
            }
        }
        let slash = trailingSlash != .ignore && pattern.hasTrailingSlash
        let method = methods.insert(method)
        nodes[node].leaves[LeafKind(place: place, slash: slash), default: []]
            .append(RouteTree.Endpoint(method: method, entry: entry))
        let claim = Claim(node: node, isCatchAll: place != .end, slash: slash, method: method)
        claims[claim, default: []].append(entry)
    }

    private mutating func child(of node: Int, _ edge: WritableKeyPath<Node, Int?>) -> Int {
        if let child = nodes[node][keyPath: edge] { return child }
        nodes.append(Node())
        nodes[node][keyPath: edge] = nodes.count - 1
        return nodes.count - 1
    }

    func makeTree() -> RouteTree {
        var parts = RouteTreeParts()
        for node in nodes {
            var flat = RouteTree.Node()
            flat.statics = parts.appendStatics(node.statics)
            flat.slots = parts.appendSlots(for: flat.statics)
            flat.partials = parts.appendPartials(
                node.partials.map { (prefix: $0.prefix, suffix: $0.suffix, node: $1) })
            flat.parameter = node.parameter
            flat.end = leaves(of: node, at: .end, in: &parts)
            flat.catchAll = leaves(of: node, at: .catchAll, in: &parts)
            flat.optionalCatchAll = leaves(of: node, at: .optionalCatchAll, in: &parts)
            parts.nodes.append(flat)
        }
        return RouteTree(parts, methods: methods, trailingSlash: trailingSlash)
    }

    private func leaves(
        of node: Node, at place: LeafKind.Place, in parts: inout RouteTreeParts
    ) -> RouteTree.LeafPair {
        let plain = node.leaves[LeafKind(place: place, slash: false)]
        let slash = node.leaves[LeafKind(place: place, slash: true)]
        return RouteTree.LeafPair(
            plain: plain.map { parts.appendLeaf($0) }, slash: slash.map { parts.appendLeaf($0) })
    }
}

/// The flat arrays of a tree while they are filled.
struct RouteTreeParts {
    var nodes: [RouteTree.Node] = []
    private(set) var statics: [RouteTree.StaticChild] = []
    private(set) var partials: [RouteTree.PartialChild] = []
    private(set) var slots: [Int] = []
    private(set) var leaves: [RouteTree.Leaf] = []
    private(set) var endpoints: [RouteTree.Endpoint] = []
    private(set) var literals: [UInt8] = []

    mutating func appendStatics(_ children: [[UInt8]: Int]) -> Range<Int> {
        let start = statics.count
        // In the order of registration, not of the dictionary: the same routes, the same tree.
        for (text, node) in children.sorted(by: { $0.value < $1.value }) {
            statics.append(RouteTree.StaticChild(text: appendLiteral(text), node: node))
        }
        return start..<statics.count
    }

    /// Makes the open-addressing hash table of a node with many literal children.
    ///
    /// At most half of it is full, so a lookup ends after a probe or two and always finds an empty
    /// slot.
    mutating func appendSlots(for children: Range<Int>) -> Range<Int> {
        guard children.count > RouteTree.linearLimit else { return 0..<0 }
        var size = 1
        while size < children.count * 2 { size *= 2 }
        let start = slots.count
        slots += Array(repeating: -1, count: size)
        for child in children {
            let text = statics[child].text
            var hash = SegmentHash()
            for index in 0..<text.count { hash.combine(literals[text.offset + index]) }
            var slot = Int(truncatingIfNeeded: hash.value) & (size - 1)
            while slots[start + slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[start + slot] = child
        }
        return start..<slots.count
    }

    /// Appends the children sorted by specificity.
    ///
    /// Two that can match the same segment never tie: with prefixes of one length they are the
    /// same prefix, and likewise the suffixes.
    mutating func appendPartials(
        _ children: [(prefix: [UInt8], suffix: [UInt8], node: Int)]
    ) -> Range<Int> {
        let start = partials.count
        let sorted = children.sorted {
            ($1.prefix.count, $1.suffix.count, $0.node)
                < ($0.prefix.count, $0.suffix.count, $1.node)
        }
        for child in sorted {
            partials.append(
                RouteTree.PartialChild(
                    prefix: appendLiteral(child.prefix), suffix: appendLiteral(child.suffix),
                    node: child.node))
        }
        return start..<partials.count
    }

    mutating func appendLeaf(_ routes: [RouteTree.Endpoint]) -> Int {
        leaves.append(
            RouteTree.Leaf(endpoints: endpoints.count..<endpoints.count + routes.count))
        endpoints += routes
        return leaves.count - 1
    }

    private mutating func appendLiteral(_ text: [UInt8]) -> LiteralRange {
        literals += text
        return LiteralRange(offset: literals.count - text.count, count: text.count)
    }
}
