// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP

/// The one error to throw by hand, and the one shape of every error answer
/// (RFC 9457, `application/problem+json`).
///
///     guard order.customer == user.id else { throw Problem(.forbidden, "This is not your order.") }
///
/// is answered with
///
///     HTTP/1.1 403 Forbidden
///     Content-Type: application/problem+json
///
///     {"type":"about:blank","title":"Forbidden","status":403,
///      "detail":"This is not your order.","requestId":"4d2f…"}
///
/// Errors of the domain stay free of the web: let them conform to ``ProblemConvertible`` in an
/// extension next to the routes.
public struct Problem: Error, Sendable {
    /// The status of the answer.
    public var status: Status
    /// What happened this time, for the client's developer.
    ///
    /// Sent as it is: no secrets in here.
    public var detail: String?
    /// A URI that names the kind of problem; `about:blank` means that the status says it all.
    public var type: String
    /// A short name of the kind of problem; the reason phrase of the status unless told.
    public var title: String
    /// A stable word for programs: `"out_of_stock"`.
    public var code: String?
    /// What is wrong with which part of the input, each with its place.
    public var violations: [Violation]
    /// Further members of the document.
    public var extensions: [String: JSON]
    /// Header fields of the answer, such as `Retry-After`.
    public var headers: Fields
    /// What caused it, for the log only.
    ///
    /// Never sent.
    public var cause: (any Error)?

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - status: The status of the answer, 400 to 599.
    ///   - detail: What happened this time.
    ///   - type: A URI that names the kind of problem.
    ///   - title: A short name of the kind; the status's reason phrase unless told.
    ///   - code: A stable word for programs.
    ///   - violations: What is wrong with which part of the input.
    ///   - extensions: Further members of the document.
    ///   - headers: Header fields of the answer.
    ///   - cause: What caused it, for the log only.
    public init(
        _ status: Status,
        _ detail: String? = nil,
        type: String = "about:blank",
        title: String? = nil,
        code: String? = nil,
        violations: [Violation] = [],
        extensions: [String: JSON] = [:],
        headers: Fields = [:],
        cause: (any Error)? = nil
    ) {
        self.status = status
        self.detail = detail
        self.type = type
        self.title = title ?? (status.reasonPhrase.isEmpty ? "Error" : status.reasonPhrase)
        self.code = code
        self.violations = violations
        self.extensions = extensions
        self.headers = headers
        self.cause = cause
    }

    /// One thing that is wrong with the input.
    ///
    /// Sent in the member `errors` of the document.
    public struct Violation: Sendable, Hashable {
        /// Where the offending value stands.
        public enum Place: Sendable, Hashable {
            /// In the body, as a JSON Pointer (RFC 6901): `/lines/0/quantity`.
            case pointer(String)
            /// A parameter of the query, by name.
            case parameter(String)
            /// A header field, by name.
            case header(String)
            /// A cookie, by name.
            case cookie(String)
        }

        /// Where the offending value stands.
        public var place: Place
        /// A stable word for programs: `"missing"`, `"type"`.
        public var code: String
        /// What is wrong, as a sentence.
        public var message: String
        /// What the message says in words, for programs that say it in their own: `{"min": 1}`.
        public var params: JSON.Object

        /// Creates a violation.
        public init(
            _ place: Place, code: String, _ message: String, params: JSON.Object = [:]
        ) {
            self.place = place
            self.code = code
            self.message = message
            self.params = params
        }
    }
}

/// An error that knows how it is answered.
///
/// The services throw their own errors and import nothing of the web; an extension beside the
/// routes says what they mean over HTTP:
///
///     extension ShopError: ProblemConvertible {
///         var problem: Problem {
///             switch self {
///             case .outOfStock(let product): Problem(.conflict, "\(product) is sold out.", code: "out_of_stock")
///             …
///
/// Every error that does not conform is answered with 500 and no detail, and logged.
public protocol ProblemConvertible: Error {
    /// The problem that is sent.
    var problem: Problem { get }
}

extension Problem: CustomStringConvertible {
    /// Status and detail, for logs and failed tests.
    public var description: String {
        ["\(status.code) \(title)", detail].compactMap(\.self).joined(separator: ": ")
    }
}

extension Problem: ProblemConvertible {
    /// Itself.
    public var problem: Problem { self }
}

extension BodyError: ProblemConvertible {
    /// 413, 400, 431 or 408.
    public var problem: Problem {
        switch self {
        case .tooLarge: Problem(.contentTooLarge, description)
        case .incomplete: Problem(.badRequest, description)
        case .malformed(let status, let reason): Problem(status, reason)
        case .tooSlow: Problem(.requestTimeout, description)
        }
    }
}

extension Problem {
    /// The members of the document, in the order of RFC 9457.
    func document(requestID: String) -> JSON {
        var members = JSON.Object()
        members["type"] = .string(type)
        members["title"] = .string(title)
        members["status"] = .integer(status.code)
        if let detail { members["detail"] = .string(detail) }
        if let code { members["code"] = .string(code) }
        if !violations.isEmpty { members["errors"] = .array(violations.map(\.document)) }
        for (name, value) in extensions.sorted(by: { $0.key < $1.key }) where members[name] == nil {
            members[name] = value
        }
        members["requestId"] = .string(requestID)
        return .object(members)
    }
}

extension Problem.Violation {
    var document: JSON {
        var members: JSON.Object = ["code": .string(code), "message": .string(message)]
        switch place {
        case .pointer(let pointer): members["pointer"] = .string(pointer)
        case .parameter(let name): members["parameter"] = .string(name)
        case .header(let name): members["header"] = .string(name)
        case .cookie(let name): members["cookie"] = .string(name)
        }
        if !params.isEmpty { members["params"] = .object(params) }
        return .object(members)
    }
}
