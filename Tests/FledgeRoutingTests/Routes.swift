// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// A table of routes written as `GET /users/:id`, or `ANY /path`; the value of each is its text.
func makeTable(
    _ routes: [String], trailingSlash: TrailingSlash = .ignore
) throws -> RouteTable<String> {
    try RouteTable(
        routes.enumerated().map { try makeEntry($1, line: $0 + 1) }, trailingSlash: trailingSlash)
}

func makeEntry(_ route: String, line: Int = 1) throws -> RouteEntry<String> {
    let parts = route.split(separator: " ", maxSplits: 1)
    let method = parts[0] == "ANY" ? nil : String(parts[0])
    return try RouteEntry(
        RoutePattern(String(parts[1])), method: method,
        location: CodeLocation(fileID: "Shop/main.swift", line: line), value: route)
}

/// What a match says, in one line that a table of expectations can hold.
///
/// `GET /users/:id [7]`, `405 DELETE, GET (GET /users/:id [7])`, `redirect add`, `404`.
func describe(_ match: RouteMatch<String>, path: String) -> String {
    switch match {
    case .found(let route, let captures):
        route + describe(captures, path: path)
    case .wrongMethod(let allowed, let nearest, let captures):
        "405 \(allowed.joined(separator: ", ")) (\(nearest)\(describe(captures, path: path)))"
    case .redirect(let change):
        "redirect \(change)"
    case .notFound:
        "404"
    }
}

private func describe(_ captures: PathCaptures, path: String) -> String {
    if captures.isEmpty { return "" }
    let bytes = Array(path.utf8)
    let texts = captures.map { String(decoding: bytes[$0], as: UTF8.self) }
    return " [\(texts.joined(separator: ", "))]"
}

extension RouteTable<String> {
    /// `request` is `GET /users/7`.
    func answer(_ request: String) -> String {
        let parts = request.split(separator: " ", maxSplits: 1).map(String.init)
        return describe(match(path: parts[1], method: parts[0]), path: parts[1])
    }
}
