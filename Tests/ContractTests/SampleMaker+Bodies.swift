// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

extension SampleMaker {
    /// The ways to send a body, right and wrong.
    var bodySamples: [Sample] {
        switch route.body {
        case .none:
            [changed("a body that nobody reads", route.status) { $0.body = Array("{}".utf8) }]
        case .raw: rawSamples + streamed(rawSamples)
        case .json(let good, let wrong, let isOptional):
            jsonSamples(good, wrong, isOptional)
                + streamed(
                    missingSamples(good, isOptional) + sizeSamples(good, isOptional) + [self.good])
        }
    }

    /// The same without a known length.
    ///
    /// Whether a type is missing is then told by the bytes, and too many of them come first.
    private func streamed(_ samples: [Sample]) -> [Sample] {
        samples.map { sample in
            var sample = sample
            sample.isStream = true
            sample.name += ", in chunks"
            let isTyped = sample.headers[.contentType] != nil
            if sample.body.count > route.bodyLimit, !isTyped { sample.expected = 413 }
            return sample
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
        let largest = String(repeating: "x", count: route.bodyLimit)
        return [
            body("no body", route.status, "", as: nil),
            body("a body of another type", route.status, "[1]"),
            body("the largest body", route.status, largest, as: "text/plain"),
            body("a body one byte too large", 413, largest + "x", as: "text/plain"),
            body("a body much too large", 413, String(repeating: "x", count: 9_000), as: nil),
            changed("a body that is no UTF-8") { $0.body = [0xFF, 0x00, 0xC3] },
        ]
    }

    private func jsonSamples(_ good: String, _ wrong: [String], _ isOptional: Bool) -> [Sample] {
        wrong.map { body("JSON of the wrong form", 422, $0) }
            + Self.malformed.map { body("malformed JSON", 400, $0) }
            + Self.otherTypes.map { body("a body of type '\($0)'", 415, good, as: $0) }
            + Self.jsonTypes.map { body("a body of type '\($0)'", route.status, good, as: $0) }
            + missingSamples(good, isOptional) + sizeSamples(good, isOptional) + [
                body("white space around", route.status, " \(good)\r\n\t"),
                body("JSON that nests too deep", 400, String(repeating: "[", count: 9)),
                body("a form", nil, "name=Ada+L&kind=cat", as: "application/x-www-form-urlencoded"),
                body("a wrong form", nil, "kind=dog", as: "application/x-www-form-urlencoded"),
                body("the name is taken", nil, #"{"name":"taken"}"#),
                changed("a body that is no UTF-8") {
                    $0.body = Array("{\"name\":\"".utf8) + [0xFF, 0x22, 0x7D]
                },
            ]
    }

    private func missingSamples(_ good: String, _ isOptional: Bool) -> [Sample] {
        let empty = isOptional ? route.status : 400
        return [
            body("no body", empty, ""), body("no body and no type", empty, "", as: nil),
            body("no body of another type", isOptional ? empty : 415, "", as: "text/plain"),
            body("no type", 415, good, as: nil),
        ]
    }

    private func sizeSamples(_ good: String, _ isOptional: Bool) -> [Sample] {
        let largest = good + String(repeating: " ", count: route.bodyLimit - good.utf8.count)
        // Who sends another type is told so before the upload, unless having no body is fine too.
        let other = isOptional ? nil : 415
        return [
            body("the largest body", route.status, largest),
            body("a body one byte too large", 413, largest + " "),
            body("malformed and too large", 413, String(repeating: "{", count: 9_000)),
            body("too large and of another type", other, largest + " ", as: "text/plain"),
            body("too large and of no type", other, largest + " ", as: nil),
        ]
    }

    private static let malformed = [
        "{", "{\"name\":", "[1,]", "\"", "{} x", "{'a':1}", "nul", "{\"name\":\"\n\"}",
    ]
    private static let otherTypes = [
        "text/plain", "application/xml", "application/json;charset=latin1", "json", "", "*/*",
    ]
    private static let jsonTypes = [
        "application/problem+json", "application/json; charset=UTF-8", "Application/JSON",
    ]
}
