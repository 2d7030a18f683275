// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// A description of every route of the fixture; a test holds it to the routes that there are.
enum Sketches {
    static let all = people + patterns + shop + verbs + inputs + bodies + results + errors + extras

    private static let order = "6F9619FF-8B86-D011-B42D-00C04FC964FF"
    private static let person = BodySketch.json(
        #"{"name":"Ada","kind":"cat"}"#,
        wrong: [#"{}"#, #"{"name":7}"#, #"{"name":"Ada","kind":"dog"}"#, "[]", "null", "7"])

    private static let people: [RouteSketch] = [
        RouteSketch(.get, "/"),
        RouteSketch(.get, "/.well-known/about"),
        RouteSketch(.get, "/users").with {
            $0.otherQueries = ["page=2", "limit=2&page=3", "limit=0", "page=-1", "page="]
            $0.badQueries = ["page=x", "page=1&page=2", "limit=1.5&page=%2B1", "limit=99999999999999999999"]
        },
        RouteSketch(.post, "/users").with {
            $0.status = 201
            $0.body = person
        },
        RouteSketch(.get, "/users/me").with {
            $0.headers["X-Caller"] = "ada"
            $0.statusWithoutHeaders = 401
            $0.sharesPaths = true
        },
        RouteSketch(.get, "/users/:id", "/users/7").with {
            $0.otherPaths = ["/users/1", "/users/%37"]
            $0.badPaths = ["/users/ten", "/users/+7", "/users/7.0", "/users/10", "/users/%20", "/users/7%2F8"]
        },
        RouteSketch(.patch, "/users/:id", "/users/7").with {
            $0.headers["X-Caller"] = "ada"
            $0.statusWithoutHeaders = 401
            $0.body = person
            $0.badPaths = ["/users/me"]
        },
        RouteSketch(.delete, "/users/:id", "/users/7").with {
            $0.status = 204
            $0.badPaths = ["/users/me", "/users/x"]
        },
        RouteSketch(.get, "/users/:id/orders/:order", "/users/7/orders/\(order)").with {
            $0.otherQueries = ["full=true", "full", "full=off", "full="]
            $0.badQueries = ["full=maybe", "full=1&full=0", "full[]=1&full[]=1"]
            $0.otherPaths = ["/users/-7/orders/\(order.lowercased())"]
            $0.badPaths = ["/users/7/orders/8", "/users/x/orders/\(order)", "/users/x/orders/y"]
        },
        RouteSketch(.get, "/users/:id/orders/latest", "/users/7/orders/latest").with {
            $0.badPaths = ["/users/me/orders/latest", "/users/7/orders/Latest"]
            $0.sharesPaths = true
        },
    ]

    private static let patterns: [RouteSketch] = [
        RouteSketch(.get, "/feed.xml"),
        RouteSketch(.get, "/files/:name", "/files/readme.md").with {
            $0.otherPaths = ["/files/a%2Fb", "/files/caf%C3%A9", "/files/a+b%20c", "/files/report-.pdf", "/files/..."]
            $0.sharesPaths = true
        },
        RouteSketch(.get, "/files/report-:name.pdf", "/files/report-2026.pdf").with {
            $0.otherPaths = ["/files/report-%2F.pdf", "/files/report-a.pdf.pdf", "/files/%72eport-x.pdf"]
            $0.sharesPaths = true
        },
        RouteSketch(.get, "/kinds/:kind", "/kinds/bird").with {
            $0.otherPaths = ["/kinds/cat", "/kinds/fi%73h"]
            $0.badPaths = ["/kinds/dog", "/kinds/Bird", "/kinds/bird%20"]
        },
        RouteSketch(.get, "/kinds/:kind/v:grade", "/kinds/cat/v2").with {
            $0.otherPaths = ["/kinds/cat/v-2"]
            $0.badPaths = ["/kinds/dog/v2", "/kinds/cat/vx", "/kinds/cat/v", "/kinds/cat/2"]
        },
        RouteSketch(.get, "/assets/*path", "/assets/css/site.css").with {
            $0.otherPaths = ["/assets/a", "/assets/a%2Fb/c", "/assets/a/b/c/d/e", "/assets/index/x"]
            $0.badPaths = ["/assets"]
            $0.sharesPaths = true
        },
        RouteSketch(.put, "/assets/*path", "/assets/css/site.css").with {
            $0.otherPaths = ["/assets/index", "/assets/a%2Fb/c"]
            $0.sharesPaths = true
        },
        RouteSketch(.get, "/assets/index").with { $0.sharesPaths = true },
        RouteSketch(.get, "/docs/*path?", "/docs/1/2").with {
            $0.otherPaths = ["/docs", "/docs/", "/docs/3", "/docs/4/5/6"]
            $0.badPaths = ["/docs/one", "/docs/1/two", "/docs/1//2"]
        },
    ]

    private static let shop: [RouteSketch] = [
        RouteSketch(.get, "/cart"),
        RouteSketch(.post, "/cart").with {
            $0.body = .json(#"["egg","nest"]"#, wrong: ["{}", "[1]", #""egg""#])
        },
        RouteSketch(.get, "/stock").with {
            $0.headers["X-Password"] = "sesame"
            $0.statusWithoutHeaders = 403
        },
        RouteSketch(.put, "/stock").with {
            $0.headers["X-Password"] = "sesame"
            $0.statusWithoutHeaders = 403
            $0.body = person
        },
    ]

    private static let verbs: [RouteSketch] = [
        RouteSketch(.get, "/verbs"), RouteSketch(.post, "/verbs"), RouteSketch(.put, "/verbs"),
        RouteSketch(.patch, "/verbs"), RouteSketch(.delete, "/verbs"),
        RouteSketch(.query, "/verbs").with { $0.body = .raw("which") },
        RouteSketch(.head, "/verbs").with { $0.status = 204 },
        RouteSketch(.options, "/verbs").with { $0.status = 204 },
    ]

    private static let inputs: [RouteSketch] = [
        RouteSketch(.get, "/search").with {
            $0.query = "word=egg"
            $0.otherQueries = [
                "word=", "word", "word=a+b%20c", "word=egg&limit=3&exact&since=2026-11-22",
                "word=egg&since=2026-11-22T15:04:05Z&kind=cat&ratio=1.5e1", "word=egg&tag=a&tag=b&tag[]=c",
                "word=egg&kinds=cat&kinds=bird&code=\(order)&grade=3", "word=egg&tag=&limit=&kind=&other=1",
                "word=egg&%6Cimit=5",
            ]
            $0.badQueries = [
                "", "limit=3", "word=a&word=b", "word=%zz", "word=%FF", "word=egg&limit=x&exact=2&kind=dog",
                "word=egg&since=yesterday", "word=egg&kinds=cat&kinds=dog", "word=egg&ratio=nan",
                "word=egg&code=1&grade=x", "word=egg&tag=%FF", "word=egg&kinds[]=dog",
            ]
        },
        RouteSketch(.get, "/search/filter").with {
            $0.headers["X-Caller"] = "ada"
            $0.statusWithoutHeaders = 403
            $0.query = "word=egg"
            $0.otherQueries = ["word=egg&limit=3&kind=fish", "word=egg&tag=a&tag=b", "word=egg&other=1"]
            $0.badQueries = ["", "word=egg&limit=x", "word=egg&kind=dog", "word=a&word=b", "limit=1"]
        },
        RouteSketch(.get, "/meta").with {
            $0.headers["If-Match"] = "\"a\""
            $0.headers["X-Count"] = "3"
            $0.headers["Cookie"] = "theme=dark; session=7"
            $0.statusWithoutHeaders = 400
        },
    ]

    private static let bodies: [RouteSketch] = [
        RouteSketch(.post, "/bodies/json").with { $0.body = person },
        RouteSketch(.post, "/bodies/slow-json").with { $0.body = person },
        RouteSketch(.post, "/bodies/maybe").with {
            $0.body = .json(#"{"name":"Ada"}"#, wrong: ["{}", "[]"], optional: true)
        },
        RouteSketch(.post, "/bodies/text").with { $0.body = .raw("Grüße") },
        RouteSketch(.post, "/bodies/bytes").with { $0.body = .raw("bytes") },
        RouteSketch(.post, "/bodies/stream").with { $0.body = .raw("a stream of bytes") },
        RouteSketch(.post, "/bodies/guarded").with {
            $0.headers["X-Password"] = "sesame"
            $0.headers["X-Caller"] = "ada"
            $0.statusWithoutHeaders = 403
            $0.query = "page=1"
            $0.badQueries = ["", "page=x"]
            $0.body = person
        },
    ]

    private static let results: [RouteSketch] = [
        ("literal", 200), ("encodable", 200), ("text", 200), ("html", 200), ("nothing", 204), ("nobody", 404),
        ("somebody", 200), ("created", 201), ("redirect", 307), ("see-other", 303), ("response", 202),
        ("stream", 200),
    ].map { get("/results/\($0)", $1) }

    private static let errors: [RouteSketch] = [
        ("problem", 503), ("domain", 409), ("unforeseen", 500), ("unforeseen/later", 500),
        ("refused-field", 500),
    ].map { get("/errors/\($0)", $1) }

    private static func get(_ path: String, _ status: Int) -> RouteSketch {
        RouteSketch(.get, path).with { $0.status = status }
    }

    private static let extras: [RouteSketch] = [
        RouteSketch(.get, "/extras"), RouteSketch(.get, "/extras/extra"),
        RouteSketch(.get, "/extras/extra/:number", "/extras/extra/7").with {
            $0.badPaths = ["/extras/extra/256", "/extras/extra/-1"]
        },
        RouteSketch(.delete, "/extras/extra/:number", "/extras/extra/255").with {
            $0.badPaths = ["/extras/extra/x"]
        },
        RouteSketch(.put, "/extras/raw/:one/*rest", "/extras/raw/1/2/3").with {
            $0.otherPaths = ["/extras/raw/a%2Fb/c%2Fd/e"]
            $0.badPaths = ["/extras/raw/1", "/extras/raw"]
        },
    ]
}
