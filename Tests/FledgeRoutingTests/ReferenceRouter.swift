// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// The rules of routing in the most obvious form: try every route, sort by specificity.
///
/// It shares nothing with the tree but the parsed patterns. It works on arrays of decoded segments,
/// allocates without a care and is the measure the table is held to.
struct ReferenceRouter {
    let entries: [RouteEntry<Int>]
    let trailingSlash: TrailingSlash

    enum Verdict: Equatable {
        case found(Int, captures: [[String?]])
        case wrongMethod(allowed: [String], nearest: Int, captures: [[String?]])
        case redirect(TrailingSlashChange)
        case notFound
    }

    /// A route that has the path: how specific each of its segments is, and what it captures.
    private struct Candidate {
        let entry: RouteEntry<Int>
        let ranks: [[Int]]
        let captures: [[String?]]
    }

    func match(path: String, method: String) -> Verdict {
        guard path.hasPrefix("/") else { return .notFound }
        if path == "/" {
            let plain = verdict([], slash: false, method)
            return plain == .notFound ? verdict([], slash: true, method) : plain
        }
        var body = path.dropFirst()
        let slash = body.hasSuffix("/")
        if slash { body = body.dropLast() }
        let segments = body.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let exact = verdict(segments, slash: slash, method)
        guard exact == .notFound, trailingSlash == .redirect,
            verdict(segments, slash: !slash, method) != .notFound
        else { return exact }
        return .redirect(slash ? .remove : .add)
    }

    private func verdict(_ segments: [String], slash: Bool, _ method: String) -> Verdict {
        let candidates =
            entries
            .filter { trailingSlash == .ignore || $0.pattern.hasTrailingSlash == slash }
            .compactMap { candidate($0, segments) }
        guard let best = candidates.map(\.ranks).min(by: isMoreSpecific) else { return .notFound }

        for ranks in Set(candidates.map(\.ranks)).sorted(by: isMoreSpecific) {
            let node = candidates.filter { $0.ranks == ranks }
            let wanted: [String?] = method == "HEAD" ? ["HEAD", "GET", nil] : [method, nil]
            for method in wanted {
                if let hit = node.first(where: { $0.entry.method == method }) {
                    return .found(hit.entry.value, captures: hit.captures)
                }
            }
        }
        let methods = Set(candidates.compactMap(\.entry.method))
        let allowed = methods.contains("GET") ? methods.union(["HEAD"]) : methods
        return candidates.first { $0.ranks == best }.map {
            .wrongMethod(
                allowed: allowed.sorted(), nearest: $0.entry.value, captures: $0.captures)
        } ?? .notFound
    }

    private func isMoreSpecific(_ left: [[Int]], _ right: [[Int]]) -> Bool {
        left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
    }

    private func candidate(_ entry: RouteEntry<Int>, _ segments: [String]) -> Candidate? {
        var rest = segments[...]
        var ranks: [[Int]] = []
        var captures: [[String?]] = []
        for part in entry.pattern.segments {
            if case .catchAll(_, let allowsEmpty) = part {
                if rest.isEmpty && !allowsEmpty || rest.contains("") { return nil }
                ranks.append([allowsEmpty ? 4 : 3])
                let texts = rest.map { text($0) }
                captures.append(texts.contains(nil) ? [nil] : texts)
                rest = []
                continue
            }
            guard let segment = rest.popFirst(), !segment.isEmpty else { return nil }
            switch part {
            case .literal(let literal):
                guard decode(segment) == literal else { return nil }
                ranks.append([0])
            case .parameter(_, [], []):
                ranks.append([2])
                captures.append([text(segment)])
            case .parameter(_, let prefix, let suffix):
                guard let bytes = decode(segment), bytes.starts(with: prefix),
                    bytes.reversed().starts(with: suffix.reversed()),
                    bytes.count > prefix.count + suffix.count
                else { return nil }
                let middle = bytes.dropFirst(prefix.count).dropLast(suffix.count)
                ranks.append([1, -prefix.count, -suffix.count])
                captures.append([String(validating: middle, as: UTF8.self)])
            case .catchAll:
                return nil
            }
        }
        return rest.isEmpty ? Candidate(entry: entry, ranks: ranks, captures: captures) : nil
    }

    private func text(_ segment: String) -> String? {
        decode(segment).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private func decode(_ segment: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = Array(segment.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

extension ReferenceRouter {
    /// The groups of entries of which only one could answer, by comparing shapes as text.
    var conflicts: [[Int]] {
        let groups = Dictionary(grouping: entries, by: shape).values.map { $0.map(\.value) }
        return groups.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    private func shape(_ entry: RouteEntry<Int>) -> String {
        let parts = entry.pattern.segments.map {
            switch $0 {
            case .literal(let text): "literal \(text)"
            case .parameter(_, let prefix, let suffix): "parameter \(prefix) \(suffix)"
            case .catchAll: "catch-all"
            }
        }
        let slash = trailingSlash != .ignore && entry.pattern.hasTrailingSlash
        return "\(entry.method ?? "any method") \(parts) \(slash)"
    }
}
