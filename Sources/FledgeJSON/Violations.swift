// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One thing that is wrong with a value that was read.
public struct Violation: Sendable, Hashable {
    /// Where it stands, as a JSON Pointer (RFC 6901): `/lines/0/quantity`; empty for the whole.
    public var pointer: String
    /// A stable word for programs: `"missing"`, `"type"`, `"length"`, `"range"`.
    public var code: String
    /// What the value must be, to be said after its name: `must have 1 to 80 characters`.
    public var message: String
    /// What the message says in words, for programs that say it in their own: `{"min": 1, "max": 80}`.
    ///
    /// Rules fill in `min`, `max`, `greaterThan`, `lessThan`, `values`, `multipleOf`, `pattern`, `schemes`.
    public var params: JSON.Object

    /// Creates a violation.
    ///
    /// - Parameters:
    ///   - pointer: Where it stands, as a JSON Pointer.
    ///   - code: A stable word for programs.
    ///   - message: What the value must be, to be said after its name.
    ///   - params: What the message says in words, for programs.
    public init(pointer: String, code: String, message: String, params: JSON.Object = [:]) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.params = params
    }
}

/// What is wrong with a value, collected.
///
/// A custom check of a `@Schema` type runs when its members are all valid, and adds to it:
///
///     func validate(into violations: inout Violations) {
///         if end < start { violations.add("end", code: "order", "must not be before the start") }
///     }
///
/// A limited number is kept, because the input decides how many there are; ``count`` counts them
/// all.
public struct Violations: Sendable, Hashable {
    /// Those that are kept, in the order in which they were found.
    public private(set) var kept: [Violation] = []
    /// How many were found.
    public private(set) var count = 0
    /// How many are kept at most.
    let limit: Int

    /// None yet.
    ///
    /// - Parameter limit: How many are kept at most.
    public init(limit: Int = 100) {
        self.limit = limit
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Adds one about a member of the value; about the value itself without a name.
    ///
    /// - Parameters:
    ///   - name: The member, by its name in JSON.
    ///   - code: A stable word for programs.
    ///   - message: What the value must be, to be said after its name.
    ///   - params: What the message says in words, for programs.
    public mutating func add(
        _ name: String? = nil, code: String, _ message: String, params: JSON.Object = [:]
    ) {
        add(
            Violation(
                pointer: name.map(JSONPointer.token) ?? "", code: code, message: message,
                params: params))
    }

    /// Adds one whose pointer starts at the value.
    public mutating func add(_ violation: Violation) {
        count += 1
        if kept.count < limit { kept.append(violation) }
    }

    /// Adds all of another list.
    public mutating func add(contentsOf other: Violations) {
        kept += other.kept.prefix(max(0, limit - kept.count))
        count += other.count
    }

    /// Puts `token` in front of the pointers of those found since there were `mark` of them.
    mutating func prefix(_ token: String, since mark: Int) {
        for index in kept.indices.dropFirst(mark) {
            kept[index].pointer = token + kept[index].pointer
        }
    }
}

/// JSON Pointers (RFC 6901).
enum JSONPointer {
    /// `/name`, with `~` and `/` escaped.
    static func token(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return "/" + name }
        var token = "/"
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token
    }
}
