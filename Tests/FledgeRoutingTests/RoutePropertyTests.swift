// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct RoutePropertyTests {
    @Test(arguments: [TrailingSlash.ignore, .strict, .redirect])
    func `the table answers as the reference does`(policy: TrailingSlash) throws {
        var generator = SeededGenerator(seed: 1)
        var verdicts = ["found": 0, "wrongMethod": 0, "redirect": 0, "notFound": 0]
        for _ in 0..<500 {
            let count = Int.random(in: 1...14, using: &generator)
            let entries = try (0..<count).map { try generator.entry($0) }
            let kept = withoutConflicts(entries, policy)
            let table = try RouteTable(kept, trailingSlash: policy)
            let reference = ReferenceRouter(entries: kept, trailingSlash: policy)
            for _ in 0..<20 {
                let path = generator.path()
                let method = generator.method()
                let expected = reference.match(path: path, method: method)
                let answer = verdict(table.match(path: path, method: method), kept, path: path)
                #expect(
                    answer == expected,
                    "\(method) \(path) in \(kept.map { "\($0.method ?? "ANY") \($0.pattern)" })")
                verdicts["\(expected)".prefix { $0 != "(" }.description, default: 0] += 1
            }
        }
        // The generator must reach every answer often, or the comparison above says little.
        for (name, count) in verdicts where name != "redirect" || policy == .redirect {
            #expect(count > 200, "\(name)")
        }
    }

    @Test(arguments: [TrailingSlash.ignore, .strict])
    func `conflicts are those of the reference`(policy: TrailingSlash) throws {
        var generator = SeededGenerator(seed: 2)
        var conflicting = 0
        for _ in 0..<600 {
            let count = Int.random(in: 2...40, using: &generator)
            let entries = try (0..<count).map { try generator.entry($0) }
            let expected = ReferenceRouter(entries: entries, trailingSlash: policy).conflicts
            #expect(conflicts(entries, policy) == expected)
            conflicting += expected.isEmpty ? 0 : 1
        }
        #expect((150..<550).contains(conflicting))
    }

    @Test func `a path that was built matches its pattern and gives the values back`() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let pattern = try RoutePattern(generator.pattern())
            #expect(try RoutePattern(pattern.description) == pattern)

            var values: [String: String] = [:]
            for name in pattern.parameterNames where name != "rest" {
                // A prefix and a dot could make a dot segment, which `path` refuses.
                values[name] = generator.text() + "a"
            }
            let isOptional = pattern.description.contains("?")
            let count = Int.random(in: isOptional ? 0...3 : 1...3, using: &generator)
            let rest = (0..<count).map { _ in generator.text() }
            let path =
                pattern.endsInCatchAll
                ? try pattern.path(values, catchAll: rest) : try pattern.path(values)

            let entry = RouteEntry(pattern, method: "GET", location: CodeLocation(), value: 0)
            let table = try RouteTable([entry], trailingSlash: .strict)
            let expected: [[String?]] = pattern.parameterNames.map { name in
                name == "rest" ? rest : [values[name]]
            }
            #expect(
                verdict(table.match(path: path, method: "GET"), [entry], path: path)
                    == .found(0, captures: expected), "\(pattern) \(path)")
        }
    }

    private func conflicts(_ entries: [RouteEntry<Int>], _ policy: TrailingSlash) -> [[Int]] {
        do throws(RouteConflicts) {
            _ = try RouteTable(entries, trailingSlash: policy)
            return []
        } catch {
            return error.conflicts.map { $0.routes.map(\.location.line) }
        }
    }

    private func withoutConflicts(
        _ entries: [RouteEntry<Int>], _ policy: TrailingSlash
    ) -> [RouteEntry<Int>] {
        let reference = ReferenceRouter(entries: entries, trailingSlash: policy)
        let dropped = Set(reference.conflicts.flatMap { $0.dropFirst() })
        return entries.filter { !dropped.contains($0.value) }
    }

    /// The match in the terms of the reference: captures decoded, catch-alls as segments.
    private func verdict(
        _ match: RouteMatch<Int>, _ entries: [RouteEntry<Int>], path: String
    ) -> ReferenceRouter.Verdict {
        switch match {
        case .found(let value, let captures):
            .found(value, captures: decode(captures, of: value, entries, path))
        case .wrongMethod(let allowed, let nearest, let captures):
            .wrongMethod(
                allowed: allowed, nearest: nearest,
                captures: decode(captures, of: nearest, entries, path))
        case .redirect(let change): .redirect(change)
        case .notFound: .notFound
        }
    }

    private func decode(
        _ captures: PathCaptures, of value: Int, _ entries: [RouteEntry<Int>], _ path: String
    ) -> [[String?]] {
        let endsInCatchAll = entries.contains { $0.value == value && $0.pattern.endsInCatchAll }
        return Array(path.utf8).withUnsafeBytes { bytes in
            captures.indices.map { index in
                let range = captures[index]
                guard endsInCatchAll, index == captures.count - 1 else {
                    return [PercentEncoding.text(of: range, in: bytes)]
                }
                return PercentEncoding.segments(of: range, in: bytes) ?? [nil]
            }
        }
    }
}
