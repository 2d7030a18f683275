// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// Writes requests for a route from its description: the good one, and every way to get it wrong.
struct SampleMaker {
    let route: RouteSketch

    static func samples(_ route: RouteSketch) -> [Sample] {
        let maker = SampleMaker(route: route)
        return [maker.good] + maker.methodSamples + maker.pathSamples + maker.querySamples
            + maker.headerSamples + maker.bodySamples
    }

    /// The good request; everything else is this one with one thing changed.
    var good: Sample {
        Sample(
            name: "good", method: route.method, target: target(route.path, route.query),
            headers: fields, body: Array((goodBody ?? "").utf8), expected: route.status)
    }

    /// The good request with one thing changed.
    func changed(_ name: String, _ expected: Int? = nil, _ change: (inout Sample) -> Void) -> Sample {
        var sample = good
        sample.name = name
        sample.expected = expected
        change(&sample)
        return sample
    }

    func target(_ path: String, _ query: String) -> String {
        query.isEmpty ? path : "\(path)?\(query)"
    }

    private var goodBody: String? {
        switch route.body {
        case .none: nil
        case .json(let text, _, _), .raw(let text): text
        }
    }

    private var fields: Fields {
        var fields = route.headers
        if case .json = route.body { fields[.contentType] = "application/json" }
        return fields
    }
}

extension SampleMaker {
    /// The other verbs, with what HEAD and OPTIONS are for a route that does not have them.
    var methodSamples: [Sample] {
        let known = Method.verbs.map { method in
            changed("method", expected(method)) { $0.method = method }
        }
        return known + [
            changed("unknown method", 501) { $0.method = .brew },
            changed("known method without routes") { $0.method = .trace },
            changed("preflight") {
                $0.method = .options
                $0.headers["Origin"] = "https://shop.example"
                $0.headers["Access-Control-Request-Method"] = route.method.rawValue
            },
        ]
    }

    private func expected(_ method: Method) -> Int? {
        guard method != route.method else { return route.status }
        guard !route.sharesPaths else { return nil }
        let methods = Sketches.all.filter { $0.pattern == route.pattern }.map(\.method)
        if methods.contains(method) { return nil }
        // The password comes before the automatic answers of its group.
        switch method {
        case .options: return 204
        case .head where methods.contains(.get): return route.method == .get ? route.status : nil
        default: return 405
        }
    }

    /// Each field of the good request left out, and fields that change the form of the answer.
    var headerSamples: [Sample] {
        let names = route.headers.map(\.name)
        let missing = names.map { name in
            changed("without \(name)") { $0.headers[name] = nil }
        }
        let wrong = names.map { name in
            changed("another \(name)") { $0.headers[name] = "theme=blue; session=x" }
        }
        let without = changed("without fields", route.statusWithoutHeaders) { sample in
            for name in names { sample.headers[name] = nil }
        }
        let accepting = ["text/html", "application/json", "text/html;q=0.1, */*", "image/png"].map { (type: String) in
            changed("accept \(type)", route.status) { $0.headers[.accept] = type }
        }
        let origins = ["https://shop.example", "https://other.example"].map { (origin: String) in
            changed("from \(origin)", route.status) { $0.headers["Origin"] = origin }
        }
        return missing + wrong + (names.isEmpty ? [] : [without]) + accepting + origins
            + [
                changed("conditional", route.status) { $0.headers[.ifNoneMatch] = "*" },
                changed("stranger") { $0.headers["X-Caller"] = "stranger" },
                changed("failed, as a page") {
                    $0.headers[.accept] = "text/html"
                    $0.method = .brew
                },
            ]
    }
}
