// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
public import FledgeHTTP
public import HTTPTypes
public import NIOCore
public import Testing

/// A whole response, as a test looks at it.
///
/// Fields that belong to the connection (`Date`, `Connection`, `Transfer-Encoding`) are left out, so that
/// the same expectations hold at every depth.
public struct TestResponse: Sendable {
    /// The status.
    public let status: Status
    /// The header fields, without those of the connection.
    public let headers: Fields
    /// The bytes of the body.
    public let body: ByteBuffer

    init(status: Status, headers: Fields, body: ByteBuffer) {
        self.status = status
        var headers = headers
        for name: FieldName in [.date, .connection, .transferEncoding] { headers[name] = nil }
        self.headers = headers
        self.body = body
    }

    /// The body as text.
    public var text: String { String(buffer: body) }

    /// The body as JSON, decoded into `type`.
    ///
    /// With another body the test fails at this line, shows what the decoder says and the whole
    /// response with the problem document that came instead, and ends.
    ///
    /// - Parameters:
    ///   - type: What the body is.
    ///   - sourceLocation: The line of the caller, unless told.
    /// - Returns: The value.
    /// - Throws: `ExpectationFailedError`, which the test does not report a second time.
    public func json<T: Decodable>(
        _ type: T.Type, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> T {
        do {
            return try decode(type)
        } catch {
            try requireNo("This is no \(T.self): \(error.cause)", at: sourceLocation)
            throw error
        }
    }

    /// The body as a JSON value.
    ///
    /// - Throws: ``UnexpectedResponse``, with the whole response.
    public var json: JSON {
        get throws { try decode(JSON.self) }
    }

    private func decode<T: Decodable>(_ type: T.Type) throws(UnexpectedResponse) -> T {
        do {
            return try JSONCoding.decode(type, from: body, maximumDepth: 512)
        } catch {
            throw UnexpectedResponse(response: self, expected: "JSON of \(T.self)", cause: error)
        }
    }

    /// A member of the body, which must be a JSON object: `try response.member("detail")`.
    ///
    /// - Throws: ``UnexpectedResponse``, with the whole response.
    public func member(_ name: String) throws -> JSON? {
        guard case .object(let object) = try json else { return nil }
        return object[name]
    }
}

extension TestResponse: CustomStringConvertible {
    /// Status, fields and body, as a failed expectation prints them.
    public var description: String {
        "\(status.code) \(status.reasonPhrase)\n\(headers)\n\n\(text)"
    }
}

/// A response that was not what a test took it for.
public struct UnexpectedResponse: Error, CustomStringConvertible {
    /// The response.
    public let response: TestResponse
    let expected: String
    let cause: any Error

    /// What was expected, and the whole response.
    public var description: String {
        "Expected \(expected) (\(cause)) but the response was:\n\(response)"
    }
}
