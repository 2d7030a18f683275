// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The part of a Swift client that is the same for every API: what its user sees of it.
///
/// It is compiled, in the generated files, by `scripts/test-clients`.
enum SwiftRuntime {
    static let errors = #"""
        /// An error answer (RFC 9457).
        public struct Problem: Hashable, Sendable {
            /// The status of the answer.
            public var status: Int
            /// A URI that names the kind of problem; `about:blank`: the status says it all.
            public var type: String
            public var title: String
            /// What happened this time.
            public var detail: String?
            /// A stable word for programs: `"email_taken"`.
            public var code: String?
            /// What is wrong with which part of the input.
            public var errors: [Violation]
            /// Names this request in the server's log.
            public var requestID: String?
            /// The whole document: what this kind of problem tells besides is in here.
            public var members: [String: JSON]
        }

        /// One thing that is wrong with the input, and where.
        ///
        /// One of `pointer`, `parameter`, `header` and `cookie` is there.
        public struct Violation: Codable, Hashable, Sendable {
            /// A stable word for programs: `"missing"`.
            public var code: String
            public var message: String
            /// The member of the body, as a JSON Pointer: `"/lines/0/quantity"`.
            public var pointer: String?
            public var parameter: String?
            public var header: String?
            public var cookie: String?
            /// What the message says, to say it in other words: `min`, `max`, `values`, `pattern`.
            public var params: [String: JSON]?
        }

        /// Thrown when the server answers with a status of 400 or more.
        ///
        /// What keeps an answer from coming at all is thrown by the transport.
        public struct ProblemError: Error, LocalizedError, CustomStringConvertible, Sendable {
            public var problem: Problem
            /// The header fields of the answer by their names in small letters: `retry-after`.
            public var headers: [String: String]

            public var status: Int { problem.status }
            public var code: String? { problem.code }
            public var errors: [Violation] { problem.errors }

            /// What is wrong at one place, for a form to show beside the field.
            ///
            ///     error.message(at: "/email")
            public func message(at place: String) -> String? {
                errors.first { $0.pointer == place || $0.parameter == place }?.message
            }

            public var description: String {
                "\(status) \(problem.title)" + (problem.detail.map { ": \($0)" } ?? "")
            }

            public var errorDescription: String? { problem.detail ?? problem.title }
        }

        /// The result, or nil where the server says that there is none.
        ///
        ///     let user = try await NAMESPACE.orNil { try await client.users.show(id: 1) }
        public static func orNil<Value: Sendable>(
            isolation: isolated (any Actor)? = #isolation, _ call: () async throws -> Value
        ) async throws -> Value? {
            do {
                return try await call()
            } catch let error as ProblemError where error.status == 404 {
                return nil
            }
        }
        """#

    static let transport = #"""
        /// A request, ready to be sent.
        public struct HTTPCall: Sendable {
            public var method: String
            public var url: URL
            public var headers: [String: String]
            public var body: Data?
        }

        /// An answer that has come in whole.
        public struct HTTPAnswer: Sendable {
            public var status: Int
            /// By their names in small letters.
            public var headers: [String: String]
            public var body: Data

            public init(status: Int, headers: [String: String], body: Data) {
                self.status = status
                self.headers = headers
                self.body = body
            }
        }

        /// What carries requests: `URLSession` unless told otherwise.
        ///
        /// Another HTTP library needs a conformance of a few lines, and a test can answer by itself.
        public protocol Transport: Sendable {
            func send(_ call: HTTPCall) async throws -> HTTPAnswer
            @@STREAM@@
        }

        /// Sends with a `URLSession`.
        public struct URLSessionTransport: Transport {
            private let session: URLSession

            public init(session: URLSession = .shared) { self.session = session }

            public func send(_ call: HTTPCall) async throws -> HTTPAnswer {
                let (body, response) = try await session.data(for: Self.request(call))
                return HTTPAnswer(
                    status: Self.status(response), headers: Self.headers(response), body: body)
            }

            static func request(_ call: HTTPCall) -> URLRequest {
                var request = URLRequest(url: call.url)
                request.httpMethod = call.method
                request.httpBody = call.body
                for (name, value) in call.headers {
                    request.setValue(value, forHTTPHeaderField: name)
                }
                return request
            }

            static func status(_ response: URLResponse) -> Int {
                (response as? HTTPURLResponse)?.statusCode ?? 0
            }

            static func headers(_ response: URLResponse) -> [String: String] {
                var headers: [String: String] = [:]
                for (name, value) in (response as? HTTPURLResponse)?.allHeaderFields ?? [:] {
                    if let name = name as? String { headers[name.lowercased()] = "\(value)" }
                }
                return headers
            }
        }
        """#

    private static let streamRequirement = "@@STREAM@@"

    static func transport(_ features: ClientFeatures) -> String {
        let requirement = #"""

            /// Sends, and gives the body piece by piece as it comes.
            func stream(_ call: HTTPCall) async throws -> HTTPStream
            """#
        return lines(transport, with: features.contains(.events) ? requirement : nil)
    }

    /// The text with a part in the place of its mark.
    private static func lines(_ text: String, with part: String?) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            guard line.hasSuffix(streamRequirement) else { return String(line) }
            let space = line.prefix { $0 == " " }
            return part?.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "" : space + $0 }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
