// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

extension SampleMaker {
    /// The ways to write the path, right and wrong.
    var pathSamples: [Sample] {
        let path = route.path
        let others = route.otherPaths.map { other in
            changed("another path", route.status) { $0.target = target(other, route.query) }
        }
        let bad = route.badPaths.map { bad in
            changed("bad path", 404) { $0.target = target(bad, route.query) }
        }
        let known: [(String, Int?, String)] = [
            ("slash at the end", route.status, path == "/" ? path : path + "/"),
            ("escaped", route.status, escaped(path, uppercase: true)),
            ("escaped in lower case", route.status, escaped(path, uppercase: false)),
        ]
        let unknown = [
            ("two slashes at the end", path + "//"), ("two slashes at the beginning", "/" + path),
            ("an empty segment", doubledSlashes(path)), ("a path beside it", path + "-x"),
            ("a path below it", path + "/below"), ("in upper case", path.uppercased()),
            ("with a dot segment", path + "/."), ("with two dots", path + "/../x"),
            ("with an escaped slash", path + "%2F"), ("with an escaped slash inside", escapedSlashes(path)),
            ("with an escaped dot", path + "/%2E%2e"), ("with a semicolon", path + ";v=1"),
            ("with a NUL", path + "%00"), ("with a broken escape", path + "%zz"),
            ("with half an escape", path + "%4"), ("with bytes that are no UTF-8", path + "%FF"),
            ("with the name of a group", "/(shop)" + path), ("with a hidden folder", "/_private" + path),
        ].map { ($0, Int?.none, $1) }
        return others + bad
            + (known + unknown).map { name, expected, path in
                changed(name, expected) { $0.target = target(path, route.query) }
            }
            + [changed("in absolute form", route.status) { $0.target = "http://127.0.0.1" + $0.target }]
    }

    /// The queries, right and wrong.
    var querySamples: [Sample] {
        func sample(_ name: String, _ query: String, _ expected: Int?) -> Sample {
            changed(name, expected) { $0.target = "\(route.path)?\(query)" }
        }
        let good = route.query.isEmpty ? "" : route.query + "&"
        let many = good + (1...30).map { "n\($0)=1" }.joined(separator: "&")
        return route.otherQueries.map { sample("another query", $0, route.status) }
            + route.badQueries.map { sample("bad query", $0, 400) }
            + [
                sample("a query that nobody reads", good + "unread=1&unread", route.status),
                sample("odd pairs", good + "&=&a=b=c&=d", nil),
                sample("too many pairs", many, 400),
                sample("a broken escape in the query", good + "x=%zz%4", nil),
                sample("a question mark in the query", good + "x=?/", route.status),
            ]
    }

    /// The first letter of each segment as an escape, which changes nothing (RFC 3986, 6.2.2.2).
    private func escaped(_ path: String, uppercase: Bool) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            guard let first = segment.utf8.first, first != UInt8(ascii: "%") else { return String(segment) }
            let code = String(first, radix: 16, uppercase: uppercase)
            return "%\(code)\(segment.dropFirst())"
        }.joined(separator: "/")
    }

    private func doubledSlashes(_ path: String) -> String {
        "/" + path.dropFirst().replacing("/", with: "//")
    }

    private func escapedSlashes(_ path: String) -> String {
        "/" + path.dropFirst().replacing("/", with: "%2F")
    }
}
