// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension RoutePattern {
    /// Builds the path of a URL from values: the way back from a match.
    ///
    /// ```swift
    /// try RoutePattern("/users/:id").path(["id": "Ada L"])            // "/users/Ada%20L"
    /// try RoutePattern("/files/*path").path(["path": "2026/a b.txt"]) // "/files/2026/a%20b.txt"
    /// ```
    ///
    /// Values and literal text are percent-encoded: everything outside `pchar` (RFC 3986, 3.3). The
    /// value of a parameter is one segment, so its `/` becomes `%2F`; the value of a catch-all is
    /// split at each `/`. Where a segment of a catch-all may contain a slash itself, use
    /// ``path(_:catchAll:)``. A `*name?` without a value matches nothing and is left out.
    ///
    /// - Parameter values: One value for each of ``parameterNames``.
    /// - Returns: The path, starting with `/`, ready for a URL.
    /// - Throws: ``RoutePathError``, which lists all that is missing, superfluous or unusable: a
    ///   value that is empty, or that makes a `.` or `..` segment, which clients resolve away.
    /// - Complexity: O(*n*) in the length of the result.
    public func path(_ values: [String: String] = [:]) throws(RoutePathError) -> String {
        try path(values, catchAllSegments: nil)
    }

    /// Builds the path of a URL, with the segments of the catch-all given one by one.
    ///
    /// ```swift
    /// try RoutePattern("/files/*path").path(catchAll: ["a/b", "c"])   // "/files/a%2Fb/c"
    /// ```
    ///
    /// - Parameters:
    ///   - values: One value for each parameter, without the catch-all.
    ///   - segments: The segments of the catch-all, not encoded. May be empty for `*name?`.
    /// - Returns: The path, starting with `/`, ready for a URL.
    /// - Throws: ``RoutePathError``, as ``path(_:)`` does, and when there is no catch-all.
    public func path(
        _ values: [String: String] = [:], catchAll segments: [String]
    ) throws(RoutePathError) -> String {
        try path(values, catchAllSegments: segments)
    }

    private func path(
        _ values: [String: String], catchAllSegments: [String]?
    ) throws(RoutePathError) -> String {
        var builder = RoutePathBuilder(values: values, catchAllSegments: catchAllSegments)
        for segment in segments { builder.append(segment) }
        builder.refuseUnused(endsInCatchAll: endsInCatchAll)
        guard builder.problems.isEmpty else {
            throw RoutePathError(pattern: "\(self)", problems: builder.problems)
        }
        // A catch-all that matched nothing may leave the root, which has one slash in any case.
        guard !builder.path.isEmpty else { return "/" }
        return hasTrailingSlash ? builder.path + "/" : builder.path
    }
}

/// Collects the path and, to name them all at once, everything wrong with the values.
private struct RoutePathBuilder {
    private var unused: [String: String]
    private var catchAllSegments: [String]?
    private(set) var path = ""
    private(set) var problems: [RoutePathError.Problem] = []

    init(values: [String: String], catchAllSegments: [String]?) {
        self.unused = values
        self.catchAllSegments = catchAllSegments
    }

    mutating func append(_ segment: RoutePattern.Segment) {
        switch segment {
        case .literal(let text):
            append(encoding: text)
        case .parameter(let name, let prefix, let suffix):
            guard let value = unused.removeValue(forKey: name) else {
                return problems.append(.missing(name))
            }
            guard !value.isEmpty else { return problems.append(.empty(name)) }
            appendChecked(prefix + Array(value.utf8) + suffix, of: name)
        case .catchAll(let name, let allowsEmpty):
            appendCatchAll(name, allowsEmpty: allowsEmpty)
        }
    }

    mutating func refuseUnused(endsInCatchAll: Bool) {
        problems += unused.keys.sorted().map { .superfluous($0) }
        if catchAllSegments != nil, !endsInCatchAll { problems.append(.noCatchAll) }
    }

    private mutating func appendCatchAll(_ name: String, allowsEmpty: Bool) {
        let text = unused.removeValue(forKey: name)
        let segments: [String]
        if let catchAllSegments {
            if text != nil { problems.append(.givenTwice(name)) }
            segments = catchAllSegments
        } else if let text {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            segments = text.isEmpty ? [] : parts.map(String.init)
        } else if allowsEmpty {
            segments = []
        } else {
            return problems.append(.missing(name))
        }
        if segments.isEmpty, !allowsEmpty { problems.append(.empty(name)) }
        if segments.contains("") { return problems.append(.emptySegment(name)) }
        for segment in segments { appendChecked(Array(segment.utf8), of: name) }
    }

    private mutating func appendChecked(_ text: [UInt8], of name: String) {
        if text == Array(".".utf8) || text == Array("..".utf8) {
            problems.append(.dotSegment(name))
        }
        append(encoding: text)
    }

    private mutating func append(encoding text: [UInt8]) {
        path += "/"
        PercentEncoding.append(text, to: &path)
    }
}
