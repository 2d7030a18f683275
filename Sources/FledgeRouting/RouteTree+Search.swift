// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One search for one request: the request, and what has been found so far.
struct RouteSearch {
    let path: UnsafeRawBufferPointer
    /// Where the path ends, without its trailing slash.
    let end: Int
    /// Whether the routes of the slash form are wanted; never with the policy `.ignore`.
    let wantsSlash: Bool
    let method: MethodNames.ID

    var captures = PathCaptures()
    /// The first leaf that has the path and not the method: the most specific one.
    var nearest: (leaf: Int, captures: PathCaptures)?
    /// Filled only by the second pass, after a miss: all leaves that have the path.
    var matchingLeaves: [Int]?
    /// Nodes visited and literals compared; what the tests bound the cost with.
    var steps = 0
}

extension RouteTree {
    /// Finds the index of the route, after the policy for a trailing slash.
    func match(_ path: UnsafeRawBufferPointer, method: MethodNames.ID) -> RouteMatch<Int> {
        guard path.first == UInt8(ascii: "/"), path.count <= Int(UInt32.max) else {
            return .notFound
        }
        if let leaf = literalPaths.leaf(of: path), let entry = entry(of: leaf, for: method) {
            return .found(entry, PathCaptures())
        }
        let hasSlash = path.count > 1 && path[path.count - 1] == UInt8(ascii: "/")
        if trailingSlash == .ignore { return match(path, slash: hasSlash, wants: false, method) }

        let exact = match(path, slash: hasSlash, wants: hasSlash, method)
        guard case .notFound = exact, path.count == 1 || trailingSlash == .redirect else {
            return exact
        }
        let other = match(path, slash: hasSlash, wants: !hasSlash, method)
        if case .notFound = other { return .notFound }
        // The root is one path in both forms: a pattern such as "/*path?/" answers it.
        return path.count == 1 ? other : .redirect(hasSlash ? .remove : .add)
    }

    private func match(
        _ path: UnsafeRawBufferPointer, slash: Bool, wants: Bool, _ method: MethodNames.ID
    ) -> RouteMatch<Int> {
        // "/" ends before its only slash and has no segment; "//" has one, and it is empty.
        let end = path.count == 1 ? 0 : path.count - (slash ? 1 : 0)
        var search = RouteSearch(path: path, end: end, wantsSlash: wants, method: method)
        if let entry = find(&search) { return .found(entry, search.captures) }
        guard let nearest = search.nearest else { return .notFound }
        let first = endpoints[leaves[nearest.leaf].endpoints.lowerBound]
        return .wrongMethod(
            allowed: allowedMethods(&search), nearest: first.entry, nearest.captures)
    }

    /// The entry of the most specific route with path and method.
    func find(_ search: inout RouteSearch) -> Int? { descend(into: 0, at: 0, &search) }

    /// The methods of all routes that have the path: a second pass, so that only 405 pays for it.
    private func allowedMethods(_ search: inout RouteSearch) -> [String] {
        search.matchingLeaves = []
        _ = find(&search)
        var allowed: Set<String> = []
        for leaf in search.matchingLeaves ?? [] {
            for endpoint in endpoints[leaves[leaf].endpoints] where endpoint.method >= 0 {
                allowed.insert(methods.names[endpoint.method])
                if endpoint.method == MethodNames.get { allowed.insert("HEAD") }
            }
        }
        return allowed.sorted()
    }
}

extension RouteTree {
    /// Searches below a node, from the slash before the next segment or from the end.
    ///
    /// It recurses once per segment, and no deeper than the longest pattern.
    private func descend(into index: Int, at position: Int, _ search: inout RouteSearch) -> Int? {
        search.steps += 1
        let node = nodes[index]
        if position == search.end { return finish(at: node, &search) }
        let segment = PathSegment(of: search.path, from: position + 1, to: search.end)
        // Nothing matches an empty segment.
        guard !segment.range.isEmpty else { return nil }
        let next = segment.range.upperBound

        if let child = staticChild(of: node, segment, &search),
            let entry = descend(into: child, at: next, &search)
        {
            return entry
        }
        for partial in node.partials {
            let child = partials[partial]
            search.steps += 1
            let range = segment.capture(between: child.prefix, and: child.suffix, in: literals)
            if let range, let entry = descend(into: child.node, at: next, capturing: range, &search)
            {
                return entry
            }
        }
        if let child = node.parameter,
            let entry = descend(into: child, at: next, capturing: segment.range, &search)
        {
            return entry
        }
        return catchRest(at: node, from: position + 1, &search)
    }

    private func descend(
        into index: Int, at position: Int, capturing range: Range<Int>, _ search: inout RouteSearch
    ) -> Int? {
        search.captures.push(range)
        if let entry = descend(into: index, at: position, &search) { return entry }
        search.captures.pop()
        return nil
    }

    private func staticChild(
        of node: Node, _ segment: PathSegment, _ search: inout RouteSearch
    ) -> Int? {
        guard !node.slots.isEmpty else {
            for index in node.statics where isText(of: index, segment, &search) {
                return statics[index].node
            }
            return nil
        }
        let mask = node.slots.count - 1
        var slot = Int(truncatingIfNeeded: segment.hash) & mask
        while true {
            let index = slots[node.slots.lowerBound + slot]
            guard index >= 0 else { return nil }
            if isText(of: index, segment, &search) { return statics[index].node }
            slot = (slot + 1) & mask
        }
    }

    private func isText(
        of index: Int, _ segment: PathSegment, _ search: inout RouteSearch
    ) -> Bool {
        search.steps += 1
        let text = statics[index].text
        return segment.equals(literals, at: text.offset, count: text.count)
    }

    /// The path ends at this node: the routes that end here, then an empty `*name?`.
    private func finish(at node: Node, _ search: inout RouteSearch) -> Int? {
        if let entry = take(node.end, &search) { return entry }
        return take(node.optionalCatchAll, capturing: search.end..<search.end, &search)
    }

    private func catchRest(at node: Node, from start: Int, _ search: inout RouteSearch) -> Int? {
        guard has(node.catchAll, search) || has(node.optionalCatchAll, search),
            hasNoEmptySegment(search.path, from: start, to: search.end)
        else { return nil }
        let rest = start..<search.end
        return take(node.catchAll, capturing: rest, &search)
            ?? take(node.optionalCatchAll, capturing: rest, &search)
    }

    private func hasNoEmptySegment(
        _ path: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Bool {
        var afterSlash = true
        for index in start..<end {
            let isSlash = path[index] == UInt8(ascii: "/")
            if isSlash && afterSlash { return false }
            afterSlash = isSlash
        }
        return !afterSlash
    }
}

extension RouteTree {
    private func has(_ pair: LeafPair, _ search: RouteSearch) -> Bool {
        (search.wantsSlash ? pair.slash : pair.plain) != nil
    }

    private func take(
        _ pair: LeafPair, capturing range: Range<Int>, _ search: inout RouteSearch
    ) -> Int? {
        search.captures.push(range)
        if let entry = take(pair, &search) { return entry }
        search.captures.pop()
        return nil
    }

    /// Takes the route of a leaf that has the path, or notes that the leaf lacks the method.
    private func take(_ pair: LeafPair, _ search: inout RouteSearch) -> Int? {
        guard let leaf = search.wantsSlash ? pair.slash : pair.plain else { return nil }
        guard search.matchingLeaves == nil else {
            search.matchingLeaves?.append(leaf)
            return nil
        }
        if let entry = entry(of: leaf, for: search.method) { return entry }
        if search.nearest == nil { search.nearest = (leaf, search.captures) }
        return nil
    }

    /// The route of a leaf: of this method, else GET for HEAD, else the one that takes any.
    private func entry(of leaf: Int, for method: MethodNames.ID) -> Int? {
        var forGet: Int?
        var forAny: Int?
        for index in leaves[leaf].endpoints {
            let endpoint = endpoints[index]
            if endpoint.method == method { return endpoint.entry }
            if endpoint.method == MethodNames.get { forGet = endpoint.entry }
            if endpoint.method == MethodNames.any { forAny = endpoint.entry }
        }
        return method == MethodNames.head ? forGet ?? forAny : forAny
    }
}
