// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The pairs of a form, put where their names say.
///
/// `address[city]`, `lines[0][sku]`, `tags[]` and `lines[][sku]` are taken apart as far as the type
/// goes; any other name stands for itself, at the top. Of `lines[][sku]=a&lines[][sku]=b` the second
/// begins another element, since the first has one already.
struct FormTree {
    struct Node {
        /// What it must become, a node of the shape.
        let shape: Int
        var values: [FormField.Value] = []
        /// Of an object, in the order in which they came.
        var members: [(name: String, node: Int)] = []
        /// Of a list: those with a number, and those that were added.
        var numbered: [Int: Int] = [:]
        var added: [Int] = []
        fileprivate var positions: [String: Int] = [:]

        fileprivate init(_ shape: Int) { self.shape = shape }
    }

    let shape: FormShape
    private(set) var nodes = [Node(FormShape.root)]
    private let depth: Int

    init(_ shape: FormShape, depth: Int) {
        self.shape = shape
        self.depth = depth
    }

    /// Puts one pair in its place.
    mutating func add(_ field: FormField) {
        var names = [field.name]
        // One level is the form's own.
        if let path = Self.path(field.name, in: shape), path.count < depth {
            names = Self.segments(field.name)
        }
        var node = 0
        for (index, name) in names.enumerated() {
            node = child(of: node, name, names[(index + 1)...])
        }
        // A list that is named without brackets gets one more element.
        if case .list = shape[nodes[node].shape] { node = child(of: node, "", []) }
        nodes[node].values.append(field.value)
    }

    private mutating func child(of node: Int, _ name: String, _ rest: ArraySlice<String>) -> Int {
        if let child = existing(in: node, name, rest) { return child }
        let child = nodes.count
        switch shape[nodes[node].shape] {
        case .list(let element):
            nodes.append(Node(element))
            if let number = Self.number(name) {
                nodes[node].numbered[number] = child
            } else {
                nodes[node].added.append(child)
            }
        case .object, .any, .text, .moment, .whole, .number, .boolean, .file:
            // `x[]=1` of what is no list is `x=1`.
            if name.isEmpty, node != 0 { return node }
            nodes.append(Node(Self.member(name, of: nodes[node].shape, in: shape)))
            nodes[node].members.append((name, child))
            nodes[node].positions[name] = child
        }
        return child
    }

    /// A node that the name means and that can take the value.
    private func existing(in node: Int, _ name: String, _ rest: ArraySlice<String>) -> Int? {
        guard case .list = shape[nodes[node].shape] else { return nodes[node].positions[name] }
        if let number = Self.number(name) { return nodes[node].numbered[number] }
        guard !rest.isEmpty, let last = nodes[node].added.last else { return nil }
        return isGiven(rest, in: last) ? nil : last
    }

    /// Whether the value of that path was given before.
    private func isGiven(_ path: ArraySlice<String>, in node: Int) -> Bool {
        var node = node
        for name in path {
            guard !name.isEmpty, let next = nodes[node].positions[name] else { return false }
            node = next
        }
        return true
    }
}

// MARK: Names

extension FormTree {
    /// The nodes of the shape that a name leads through; `nil` when it leads nowhere.
    static func path(_ name: String, in shape: FormShape) -> [Int]? {
        var node = FormShape.root
        var path: [Int] = []
        for segment in segments(name) {
            switch shape[node] {
            case .list(let element):
                guard segment.isEmpty || number(segment) != nil else { return nil }
                node = element
            case .object(let members):
                guard let child = members.known[segment] ?? members.others else { return nil }
                node = child
            case .any:
                node = FormShape.unknown
            case .text, .moment, .whole, .number, .boolean, .file:
                guard segment.isEmpty else { return nil }
            }
            path.append(node)
        }
        return path
    }

    private static func member(_ name: String, of node: Int, in shape: FormShape) -> Int {
        guard case .object(let members) = shape[node] else { return FormShape.unknown }
        return members.known[name] ?? members.others ?? FormShape.unknown
    }

    /// `a[b][]` as `a`, `b` and the empty text; a name of another form as itself.
    static func segments(_ name: String) -> [String] {
        let open = UInt8(ascii: "[")
        let close = UInt8(ascii: "]")
        guard name.utf8.last == close, let first = name.utf8.firstIndex(of: open),
            first > name.utf8.startIndex
        else { return [name] }
        var segments = [String(name[..<first])]
        let inner = name.utf8[name.utf8.index(after: first)...].dropLast()
        for segment in inner.split(separator: close, omittingEmptySubsequences: false) {
            var segment = segment
            if segments.count > 1 {
                guard segment.popFirst() == open else { return [name] }
            }
            guard !segment.contains(open) else { return [name] }
            segments.append(String(Substring(segment)))
        }
        return segments
    }

    /// A position in a list: up to six digits.
    ///
    /// Only their order counts, so that `x[999999]` is one element and not a million.
    private static func number(_ segment: String) -> Int? {
        guard (1...6).contains(segment.utf8.count),
            segment.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(segment)
    }
}
