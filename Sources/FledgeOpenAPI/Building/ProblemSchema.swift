// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// The schema of `Problem`, the one shape of all refusals (RFC 9457).
enum ProblemSchema {
    static func reference(_ book: inout SchemaBook) -> JSON {
        book.define(Problem.self, name: "Problem") { registry in
            var properties = properties
            let violation = registry.define(
                Problem.Violation.self, name: "ProblemViolation", description: nil
            ) { _ in JSONSchema(Self.violation) }
            properties["errors"] = [
                "type": "array", "items": .object(violation.members),
                "description": "What is wrong with which part of the request.",
            ]
            return JSONSchema([
                "type": "object",
                "description": "Why a request was not answered as it hoped (RFC 9457).",
                "properties": .object(properties),
                "required": ["type", "title", "status", "requestId"],
            ])
        }
    }

    private static let properties: JSON.Object = [
        "type": [
            "type": "string", "format": "uri-reference",
            "description": "Names the kind of problem; `about:blank` where the status says it all.",
        ],
        "title": ["type": "string", "description": "The kind of problem, in a few words."],
        "status": ["type": "integer", "description": "The status of the answer."],
        "detail": ["type": "string", "description": "What happened this time."],
        "code": ["type": "string", "description": "A stable word for programs."],
        "errors": [:],
        "requestId": ["type": "string", "description": "Finds the request in the server's log."],
    ]

    private static let violation: JSON.Object = [
        "type": "object",
        "description": "One thing that is wrong, with the place where it stands.",
        "properties": [
            "code": ["type": "string", "description": "A stable word for programs."],
            "message": ["type": "string", "description": "What is wrong, as a sentence."],
            "pointer": [
                "type": "string",
                "description": "The place in the body, as a JSON Pointer (RFC 6901).",
            ],
            "parameter": ["type": "string", "description": "The parameter of the query."],
            "header": ["type": "string", "description": "The header field."],
            "cookie": ["type": "string", "description": "The cookie."],
            "params": [
                "type": "object",
                "description":
                    "What the message says, for programs: `min`, `max`, `greaterThan`, `lessThan`, `multipleOf`, `values`, `pattern`.",
            ],
        ],
        "required": ["code", "message"],
    ]
}
