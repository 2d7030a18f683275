// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Which route answers a request, and why each of the others does not: for people, never for a request.
///
/// ```swift
/// let explanation = RouteExplanation(of: table, method: "DELETE", path: "/users/me")
/// explanation.outcome           // .found(1)
/// explanation.candidates        // /users/me: "it has the path, and answers GET, HEAD only", …
/// ```
///
/// The outcome is that of ``RouteTable/match(path:method:)`` itself. The reasons are worked out
/// beside it, route by route, since the search of the tree never meets most routes.
package struct RouteExplanation: Sendable {
    /// One route, and what became of it.
    package struct Candidate: Sendable, Hashable {
        /// Its index in ``RouteTable/entries``.
        package let entry: Int
        /// How many segments fit, from the left, before one did not.
        package let fittingSegments: Int
        /// Why it lost, as a sentence without its first capital; nil for the route that answers.
        package let reason: String?
    }

    /// What the table says; routes are indices of ``RouteTable/entries``.
    package let outcome: RouteMatch<Int>
    /// The segments of the path, decoded.
    package let segments: [String]
    /// Every route: the one that answers first, then by how much of the path fits.
    package let candidates: [Candidate]

    /// Explains a request.
    ///
    /// - Parameters:
    ///   - table: The routes.
    ///   - method: The method, as sent.
    ///   - path: The path, percent-encoded, without a query.
    /// - Complexity: O(*n*) in the routes.
    package init<Value>(of table: RouteTable<Value>, method: String, path: String) {
        var path = path
        let outcome = path.withUTF8 {
            table.matchIndex(path: UnsafeRawBufferPointer($0), method: method)
        }
        let request = Request(path: path, method: method, trailingSlash: table.trailingSlash)
        let winner: Int? = if case .found(let index, _) = outcome { index } else { nil }
        let candidates = table.entries.indices.map { index in
            let entry = table.entries[index]
            guard index != winner else {
                let count = entry.pattern.segments.count
                return Candidate(entry: index, fittingSegments: count, reason: nil)
            }
            let fit = request.fit(entry.pattern)
            let reason =
                fit.reason ?? request.methodReason(entry.method)
                ?? winner.map { Self.comparison(entry, table.entries[$0], request) }
                ?? "another route comes before it"
            return Candidate(entry: index, fittingSegments: fit.count, reason: reason)
        }
        self.outcome = outcome
        self.segments = request.segments.map { String(decoding: $0, as: UTF8.self) }
        self.candidates = candidates.sorted { one, other in
            if (one.reason == nil) != (other.reason == nil) { return one.reason == nil }
            if one.fittingSegments != other.fittingSegments {
                return one.fittingSegments > other.fittingSegments
            }
            return one.entry < other.entry
        }
    }

    /// Why a route that fits comes after the one that answers.
    private static func comparison<Value>(
        _ loser: RouteEntry<Value>, _ winner: RouteEntry<Value>, _ request: Request
    ) -> String {
        for (index, pair) in zip(loser.pattern.segments, winner.pattern.segments).enumerated() {
            guard let difference = pair.0.rank.difference(to: pair.1.rank) else { continue }
            return "at segment \(index + 1) it has \(pair.0), and '\(pair.1)' of "
                + "\(winner.pattern) is more specific: \(difference)"
        }
        if loser.pattern.segments.count != winner.pattern.segments.count {
            return "its catch-all would match nothing there, and a route that ends there is first"
        }
        let method = request.method
        return loser.method == nil
            ? "it answers any method, and a route for \(winner.method ?? method) comes first"
            : "it answers \(loser.method ?? ""), and a route for \(method) itself comes first"
    }
}

extension RouteExplanation {
    /// What is asked for, taken apart.
    private struct Request {
        let segments: [[UInt8]]
        let method: String
        let hasTrailingSlash: Bool
        let trailingSlash: TrailingSlash

        init(path: String, method: String, trailingSlash: TrailingSlash) {
            var texts = path.utf8.split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
            ).dropFirst()
            let hasSlash = texts.count > 1 && texts.last?.isEmpty == true
            if hasSlash || texts.elementsEqual([[]], by: { $0.elementsEqual($1) }) {
                texts = texts.dropLast()
            }
            segments = texts.map { text in
                let bytes = Array(text)
                return bytes.withUnsafeBytes { buffer in
                    var decoded = DecodedBytes(buffer, 0..<buffer.count)
                    var result: [UInt8] = []
                    while let byte = decoded.next() { result.append(byte) }
                    return result
                }
            }
            self.method = method
            hasTrailingSlash = hasSlash
            self.trailingSlash = trailingSlash
        }

        /// How many segments fit, and why the next one does not; no reason if all do.
        func fit(_ pattern: RoutePattern) -> (count: Int, reason: String?) {
            for (index, segment) in pattern.segments.enumerated() {
                if case .catchAll(_, let allowsEmpty) = segment {
                    return catchAll(segment, from: index, allowsEmpty)
                }
                guard index < segments.count else {
                    return (index, "it goes on after segment \(index), with '\(segment)'")
                }
                if let reason = mismatch(segment, segments[index], index) { return (index, reason) }
            }
            let count = pattern.segments.count
            guard count == segments.count else {
                return (count, "it ends after \(Self.segments(count)), and the path goes on")
            }
            return (count, slashReason(pattern))
        }

        private func catchAll(
            _ segment: RoutePattern.Segment, from index: Int, _ allowsEmpty: Bool
        ) -> (Int, String?) {
            if index >= segments.count {
                return (index, allowsEmpty ? nil : "'\(segment)' needs at least one more segment")
            }
            return segments[index...].contains([])
                ? (index, "no route matches an empty segment") : (segments.count, nil)
        }

        private func mismatch(
            _ segment: RoutePattern.Segment, _ text: [UInt8], _ index: Int
        ) -> String? {
            let shown = String(decoding: text, as: UTF8.self)
            if text.isEmpty { return "segment \(index + 1) is empty, which no route matches" }
            switch segment {
            case .literal(let literal):
                return literal == text
                    ? nil : "segment \(index + 1) is '\(shown)', and not '\(segment)'"
            case .parameter(_, let prefix, let suffix):
                let fits =
                    text.count > prefix.count + suffix.count && text.starts(with: prefix)
                    && text.reversed().starts(with: suffix.reversed())
                return fits ? nil : "segment \(index + 1), '\(shown)', does not fit '\(segment)'"
            case .catchAll: return nil
            }
        }

        private func slashReason(_ pattern: RoutePattern) -> String? {
            guard trailingSlash != .ignore, !segments.isEmpty,
                pattern.hasTrailingSlash != hasTrailingSlash
            else { return nil }
            return hasTrailingSlash
                ? "it has no slash at its end, and the path has one"
                : "it has a slash at its end, and the path has none"
        }

        /// Why a route with the path does not take the method.
        func methodReason(_ other: String?) -> String? {
            guard let other, other != method, !(method == "HEAD" && other == "GET") else {
                return nil
            }
            return "it has the path, and answers \(other == "GET" ? "GET and HEAD" : other) only"
        }

        private static func segments(_ count: Int) -> String {
            count == 1 ? "1 segment" : "\(count) segments"
        }
    }
}

extension RoutePattern.Segment {
    /// How specific a segment is.
    fileprivate enum Rank {
        case literal
        case partial(prefix: Int, suffix: Int)
        case parameter, catchAll, optionalCatchAll

        private var order: Int {
            switch self {
            case .literal: 0
            case .partial: 1
            case .parameter: 2
            case .catchAll: 3
            case .optionalCatchAll: 4
            }
        }

        /// What makes the other one more specific; nil when they are alike.
        func difference(to other: Rank) -> String? {
            if case .partial(let prefix, let suffix) = self,
                case .partial(let otherPrefix, let otherSuffix) = other
            {
                if prefix != otherPrefix { return "the longer text before a parameter comes first" }
                return suffix == otherSuffix
                    ? nil : "the longer text after a parameter comes first"
            }
            guard order != other.order else { return nil }
            return switch other {
            case .literal: "text comes before a parameter"
            case .partial: "a parameter with text around it comes before a plain one"
            case .parameter: "a parameter comes before a catch-all"
            case .catchAll, .optionalCatchAll:
                "a catch-all of one or more segments comes before one of zero or more"
            }
        }
    }

    fileprivate var rank: Rank {
        switch self {
        case .literal: .literal
        case .parameter(_, let prefix, let suffix):
            prefix.isEmpty && suffix.isEmpty
                ? .parameter : .partial(prefix: prefix.count, suffix: suffix.count)
        case .catchAll(_, let allowsEmpty): allowsEmpty ? .optionalCatchAll : .catchAll
        }
    }
}
