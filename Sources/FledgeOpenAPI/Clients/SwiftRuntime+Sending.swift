// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The part of a Swift client that is the same for every API: how a call is carried out.
extension SwiftRuntime {
    static let values = #"""
        /// Any JSON value.
        public enum JSON: Codable, Hashable, Sendable {
            case null
            case bool(Bool)
            case integer(Int)
            case number(Double)
            case string(String)
            case array([JSON])
            case object([String: JSON])

            public init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                if value.decodeNil() {
                    self = .null
                } else if let bool = try? value.decode(Bool.self) {
                    self = .bool(bool)
                } else if let integer = try? value.decode(Int.self) {
                    self = .integer(integer)
                } else if let number = try? value.decode(Double.self) {
                    self = .number(number)
                } else if let string = try? value.decode(String.self) {
                    self = .string(string)
                } else if let array = try? value.decode([JSON].self) {
                    self = .array(array)
                } else {
                    self = .object(try value.decode([String: JSON].self))
                }
            }

            public func encode(to encoder: any Encoder) throws {
                var value = encoder.singleValueContainer()
                switch self {
                case .null: try value.encodeNil()
                case .bool(let bool): try value.encode(bool)
                case .integer(let integer): try value.encode(integer)
                case .number(let number): try value.encode(number)
                case .string(let string): try value.encode(string)
                case .array(let array): try value.encode(array)
                case .object(let object): try value.encode(object)
                }
            }

            var text: String? { if case .string(let text) = self { text } else { nil } }
        }

        /// How a value stands in a path, in a query and in a header field.
        static func text(_ value: some Hashable) -> String {
            switch value {
            case let date as Date: ISO8601.text(date)
            case let uuid as UUID: uuid.uuidString.lowercased()
            case let url as URL: url.absoluteString
            case let data as Data: data.base64EncodedString()
            case let value as any RawRepresentable: "\(value.rawValue)"
            default: "\(value)"
            }
        }
        """#

    static let sending = #"""
        /// Where calls go and what all of them send.
        struct Connection: Sendable {
            var baseURL: URL
            var headers: [String: String]
            var token: @Sendable () async throws -> String?
            var transport: any Transport

            func prepare(_ call: Call) async throws -> HTTPCall {
                var base = baseURL.absoluteString
                if base.hasSuffix("/") { base.removeLast() }
                guard let url = URL(string: base + call.path + call.query.afterQuestionMark) else {
                    throw URLError(.badURL)
                }
                var headers = ["accept": call.accept]
                if let token = try await token() { headers["authorization"] = "Bearer \(token)" }
                // The fields of the call win over those of the client, however they are written.
                for (name, value) in self.headers { headers[name.lowercased()] = value }
                for (name, value) in call.headers { headers[name.lowercased()] = value }
                return HTTPCall(method: call.method, url: url, headers: headers, body: call.body)
            }

            func answer(_ call: Call) async throws -> HTTPAnswer {
                let answer = try await transport.send(prepare(call))
                guard answer.status < 400 else { throw ProblemError(answer) }
                return answer
            }
        }

        /// A call as its function writes it.
        struct Call {
            var method: String
            var path: String
            var accept: String
            var query = Pairs()
            var headers: [String: String] = [:]
            var body: Data?

            init(_ method: String, _ path: String, accept: String? = nil) {
                self.method = method
                self.path = path
                self.accept = (accept.map { $0 + ", " } ?? "") + "application/problem+json"
            }

            mutating func header(_ name: String, _ value: (some Hashable)?) {
                if let value { headers[name] = text(value) }
            }

            mutating func send(_ body: Data?, as type: String) {
                guard let body else { return }
                self.body = body
                headers["Content-Type"] = type
            }

            mutating func send(json body: (some Encodable)?, as type: String) throws {
                guard let body else { return }
                let encoder = JSONEncoder()
                encoder.dateEncodingStrategy = .custom { date, encoder in
                    var value = encoder.singleValueContainer()
                    try value.encode(ISO8601.text(date))
                }
                encoder.outputFormatting = .withoutEscapingSlashes
                send(try encoder.encode(body), as: type)
            }
        }

        /// One segment of a path.
        ///
        /// `.` and `..` are refused: a URL that has them, escaped or not, is one of another path.
        static func segment(_ name: String, _ value: some Hashable) throws -> String {
            let text = text(value)
            guard !["", ".", ".."].contains(text) else {
                throw ImpossibleParameter(
                    description: "'\(name)' is part of the path and cannot be '\(text)'.")
            }
            return escape(text)
        }

        static func segments(_ name: String, _ values: [String]) throws -> String {
            try values.map { try segment(name, $0) }.joined(separator: "/")
        }

        struct ImpossibleParameter: Error, CustomStringConvertible {
            var description: String
        }

        /// Escapes all but what RFC 3986 calls unreserved.
        static func escape(_ text: String) -> String {
            var escaped = ""
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "_"), UInt8(ascii: "~"):
                    escaped.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    escaped += byte < 16 ? "%0" : "%"
                    escaped += String(byte, radix: 16, uppercase: true)
                }
            }
            return escaped
        }

        /// RFC 3339, in UTC, with milliseconds.
        enum ISO8601 {
            private static let exact = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

            static func text(_ date: Date) -> String { date.formatted(exact) }

            static func date(_ text: String) throws -> Date {
                if let date = try? Date(text, strategy: exact) { return date }
                return try Date(text, strategy: Date.ISO8601FormatStyle())
            }
        }

        """#

    static let reading = #"""
        extension NAMESPACE.HTTPAnswer {
            func json<Value: Decodable>() throws -> Value {
                let decoder = JSONDecoder()
                decoder.dateDecodingStrategy = .custom { decoder in
                    try NAMESPACE.ISO8601.date(decoder.singleValueContainer().decode(String.self))
                }
                return try decoder.decode(Value.self, from: body)
            }

            var text: String { String(decoding: body, as: UTF8.self) }
        }

        extension NAMESPACE.ProblemError {
            /// Every error answer becomes a problem, whoever gave it: a proxy in between sends pages.
            init(_ answer: NAMESPACE.HTTPAnswer) {
                let isJSON = answer.headers["content-type"]?.lowercased().contains("json") == true
                let body = isJSON ? answer.body : Data()
                let members = (try? JSONDecoder().decode(Members.self, from: body)) ?? [:]
                let violations = try? JSONDecoder().decode(Violations.self, from: body)
                problem = NAMESPACE.Problem(
                    status: answer.status, type: members["type"]?.text ?? "about:blank",
                    title: members["title"]?.text ?? "Error", detail: members["detail"]?.text,
                    code: members["code"]?.text, errors: violations?.errors ?? [],
                    requestID: members["requestId"]?.text, members: members)
                headers = answer.headers
            }

            private typealias Members = [String: NAMESPACE.JSON]

            private struct Violations: Decodable {
                var errors: [NAMESPACE.Violation]?
            }
        }
        """#
}
