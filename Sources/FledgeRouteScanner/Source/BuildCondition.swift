// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The `#if` conditions around a declaration.
///
/// Generated code that names the declaration stands in the same condition, so it builds exactly
/// when the declaration does.
struct BuildCondition: Sendable, Hashable {
    /// The conditions, outermost first; all of them hold.
    private(set) var parts: [String] = []

    static let always = BuildCondition()

    /// The text after `#if`, or nil when there is no condition.
    var text: String? {
        switch parts.count {
        case 0: nil
        case 1: parts[0]
        default: parts.map { "(\($0))" }.joined(separator: " && ")
        }
    }

    func and(_ part: String) -> BuildCondition { BuildCondition(parts: parts + [part]) }

    func and(_ other: BuildCondition) -> BuildCondition {
        BuildCondition(parts: parts + other.parts.filter { !parts.contains($0) })
    }

    /// Whether both hold in one build for certain, because one is a part of the other.
    ///
    /// Two unlike conditions are left to the check at start, which sees the real build.
    func certainlyMeets(_ other: BuildCondition) -> Bool {
        let (mine, theirs) = (Set(parts), Set(other.parts))
        return mine.isSubset(of: theirs) || theirs.isSubset(of: mine)
    }

    /// Whether the code is there only if `module` can be imported.
    func requiresImport(of module: String) -> Bool {
        parts.contains { $0.contains("canImport(\(module))") && !$0.contains("!") }
    }
}

/// The `#if` blocks open at one place of a file.
struct BuildConditionStack {
    /// For each open block, the conditions of its branches so far; nil for `#else`.
    private var blocks: [[String?]] = []

    mutating func open(_ condition: String) { blocks.append([condition]) }

    /// Goes to the next branch of the innermost block: `#elseif`, or `#else` with nil.
    mutating func next(_ condition: String?) {
        if !blocks.isEmpty { blocks[blocks.count - 1].append(condition) }
    }

    mutating func close() { _ = blocks.popLast() }

    var current: BuildCondition {
        var condition = BuildCondition.always
        for branches in blocks {
            for earlier in branches.dropLast() {
                if let earlier { condition = condition.and("!(\(earlier))") }
            }
            if let last = branches.last, let last { condition = condition.and(last) }
        }
        return condition
    }
}
