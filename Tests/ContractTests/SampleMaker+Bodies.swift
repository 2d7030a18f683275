// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

extension SampleMaker {
    /// The ways to send a body, right and wrong.
    var bodySamples: [Sample] {
        switch route.body {
        case .none: [changed("a body that nobody reads", route.status) { $0.body = Array("{}".utf8) }]
        case .raw: rawSamples
        case .json(let good, let wrong, let isOptional): jsonSamples(good, wrong, isOptional)
        }
    }

    private func body(
        _ name: String, _ expected: Int?, _ text: String, as type: String? = "application/json"
    ) -> Sample {
        changed(name, expected) {
            $0.body = Array(text.utf8)
            $0.headers[.contentType] = type
        }
    }

    private var rawSamples: [Sample] {
        [
            body("no body", route.status, "", as: nil),
            body("a body of another type", route.status, "[1]", as: "application/json"),
            body("the largest body", route.status, String(repeating: "x", count: 256), as: "text/plain"),
            body("a body one byte too large", 413, String(repeating: "x", count: 257), as: "text/plain"),
            body("a body much too large", 413, String(repeating: "x", count: 9_000), as: nil),
            changed("a body that is no UTF-8") { $0.body = [0xFF, 0x00, 0xC3] },
        ]
    }

    private func jsonSamples(_ good: String, _ wrong: [String], _ isOptional: Bool) -> [Sample] {
        let empty = isOptional ? route.status : 400
        return wrong.map { body("JSON of the wrong form", 422, $0) }
            + ["{", "{\"name\":", "[1,]", "\"", "{} x", "{'a':1}", "nul", "{\"name\":\"\n\"}"].map {
                body("malformed JSON", 400, $0)
            }
            + ["text/plain", "application/xml", "application/json;charset=latin1", "json", "", "*/*"].map { (type: String) in
                body("a body of type '\(type)'", 415, good, as: type)
            }
            + ["application/problem+json", "application/json; charset=UTF-8", "Application/JSON"].map { (type: String) in
                body("a body of type '\(type)'", route.status, good, as: type)
            }
            + [
                body("no type", 415, good, as: nil),
                body("no body", empty, ""), body("no body and no type", empty, "", as: nil),
                body("no body of another type", isOptional ? route.status : 415, "", as: "text/plain"),
                body("white space around", route.status, " \(good)\r\n\t"),
                body("a body that is too large", 413, good + String(repeating: " ", count: 300)),
                body("malformed and too large", 413, String(repeating: "{", count: 9_000)),
                body("JSON that nests too deep", 400, String(repeating: "[", count: 9)),
                body("a form", nil, "name=Ada+L&kind=cat", as: "application/x-www-form-urlencoded"),
                body("a wrong form", nil, "kind=dog", as: "application/x-www-form-urlencoded"),
                body("the name is taken", nil, #"{"name":"taken"}"#),
                changed("a body that is no UTF-8") { $0.body = Array("{\"name\":\"".utf8) + [0xFF, 0x22, 0x7D] },
            ]
    }
}
