// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import FledgeRouting

extension BuiltApp {
    /// How a request would be matched, step by step: `DELETE /users/me`.
    ///
    /// The candidates are indices of ``routes``.
    func explain(_ request: String) -> JSON {
        let words = request.split(separator: " ", maxSplits: 1)
        let method = words.count == 2 ? String(words[0]) : "GET"
        let target = words.last.map(String.init) ?? "/"
        let path = String(target.prefix { $0 != "?" })
        let explanation = RouteExplanation(of: table, method: method, path: path)
        return [
            "method": .string(method),
            "path": .string(path),
            "segments": .array(explanation.segments.map { .string($0) }),
            "trailingSlash": .string("\(table.trailingSlash)"),
            "outcome": outcome(explanation.outcome, path),
            "candidates": .array(
                explanation.candidates.map { candidate in
                    [
                        "route": .integer(candidate.entry),
                        "fittingSegments": .integer(candidate.fittingSegments),
                        "reason": candidate.reason.map { .string($0) } ?? nil,
                    ]
                }),
        ]
    }

    private func outcome(_ match: RouteMatch<Int>, _ path: String) -> JSON {
        switch match {
        case .found(let index, let captures):
            var values = JSON.Object()
            let names = table.entries[index].pattern.parameterNames
            for (name, range) in zip(names, captures) {
                let text = Array(path.utf8)[range]
                values[name] = .string(String(decoding: text, as: UTF8.self))
            }
            return ["status": 200, "route": .integer(index), "captures": .object(values)]
        case .wrongMethod(let allowed, let nearest, _):
            return [
                "status": 405, "route": .integer(nearest),
                "allow": .array(allowed.map { .string($0) }),
            ]
        case .redirect(let change):
            let other = change == .add ? path + "/" : String(path.dropLast())
            return ["status": 308, "location": .string(other)]
        case .notFound: return ["status": 404]
        }
    }
}
