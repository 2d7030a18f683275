// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

/// One request and its answer, without secrets, as a test needs them.
struct RecordedExchange: Sendable {
    let method: Method
    let target: String
    /// Sorted by name.
    let fields: [(name: String, value: String)]
    let body: String
    let status: Int
    let contentType: String?
    /// Of an answer in JSON.
    let json: JSON?
    /// The JSON Pointers of what was masked in the answer.
    let masked: [String]
    let isHead: Bool

    /// `nil` where a body is of a kind that no test is written for.
    init?(_ request: Request, _ body: ByteBuffer, _ response: Response, _ answer: ByteBuffer) {
        guard Self.methods.contains(request.method) else { return nil }
        guard let text = Self.text(of: body, MediaType(request.headers[.contentType] ?? "")) else {
            return nil
        }
        method = request.method
        target = Self.target(of: request)
        fields = Self.fields(of: request)
        self.body = text
        status = response.status.code
        contentType = response.headers[.contentType]
        isHead = request.isHead
        let isJSON = contentType.flatMap { MediaType($0) }?.isJSON == true
        var mask = SecretMask()
        let value = isJSON && !isHead ? Self.json(answer) : nil
        json = value.map { mask.masking($0) }
        masked = mask.pointers
    }

    private static let methods: Set<Method> = [
        .get, .head, .post, .put, .patch, .delete, .options,
    ]

    /// The path, and the query with its secrets masked; both percent-encoded as they came.
    private static func target(of request: Request) -> String {
        let parts = request.target.pathAndQuery.split(separator: "?", maxSplits: 1)
        let path = (parts.first ?? "/").split(separator: "/", omittingEmptySubsequences: false)
            .map { SecretMask.looksSecret(String($0)) ? SecretMask.mask : String($0) }
            .joined(separator: "/")
        guard parts.count > 1 else { return path }
        return "\(path)?\(SecretMask.masking(form: String(parts[1])))"
    }

    private static func fields(of request: Request) -> [(name: String, value: String)] {
        request.headers
            .filter { !isOfTransport($0.name) && !isAnything($0) }
            .map { field in
                let isSecret =
                    SecretMask.isSecret(name: field.name) || SecretMask.looksSecret(field.value)
                return (field.name, isSecret ? SecretMask.mask : field.value)
            }
            .sorted { $0.0.lowercased() < $1.0.lowercased() }
    }

    /// What clients send who take any answer.
    private static func isAnything(_ field: Fields.Element) -> Bool {
        field.name.lowercased() == "accept" && field.value == "*/*"
    }

    /// What says something of a client or a connection, and nothing of what it asks for.
    private static func isOfTransport(_ name: String) -> Bool {
        let name = name.lowercased()
        let prefixes = ["sec-", "x-forwarded-", "trace"]
        return transport.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }

    private static let transport: Set = [
        "accept-encoding", "cache-control", "connection", "content-length", "date", "dnt", "expect",
        "forwarded", "host", "keep-alive", "pragma", "priority", "referer", "te",
        "transfer-encoding", "upgrade-insecure-requests", "user-agent", "via", "x-request-id",
    ]

    /// The body as text without secrets; `nil` for what cannot be looked through.
    private static func text(of body: ByteBuffer, _ type: MediaType?) -> String? {
        guard body.readableBytes > 0 else { return "" }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
            return nil
        }
        if type?.isJSON == true {
            var mask = SecretMask()
            return json(body).map { PrettyJSON.text(mask.masking($0)) }
        }
        switch type?.essence {
        case "application/x-www-form-urlencoded": return SecretMask.masking(form: text)
        case let essence? where essence.hasPrefix("text/"):
            return SecretMask.looksSecret(text) ? nil : text
        default: return nil
        }
    }

    private static func json(_ bytes: ByteBuffer) -> JSON? {
        try? JSONCoding.decode(JSON.self, from: bytes, maximumDepth: 64)
    }
}
