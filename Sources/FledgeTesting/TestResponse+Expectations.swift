// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
public import FledgeHTTP
public import HTTPTypes
public import Testing

extension TestResponse {
    /// Expects a status, and goes on with the response.
    ///
    ///     let user = try await client.post("/users", json: new).expect(.created).json(User.self)
    ///
    /// With another status the test fails at this line, shows the whole response with the problem
    /// document that came instead, and ends.
    ///
    /// - Parameters:
    ///   - expected: The status.
    ///   - sourceLocation: The line of the caller, unless told.
    /// - Returns: The response itself.
    /// - Throws: `ExpectationFailedError`, which the test does not report a second time.
    @discardableResult
    public func expect(
        _ expected: Status, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> TestResponse {
        try #require(status == expected, "\(whole)", sourceLocation: sourceLocation)
        return self
    }

    /// Expects a problem document (RFC 9457), and what it says.
    ///
    ///     try response.expectProblem(.conflict, code: "out_of_stock")
    ///     try response.expectProblem(.unprocessableContent, pointer: "/email", code: "email")
    ///     try response.expectProblem(.badRequest, parameter: "page")
    ///
    /// - Parameters:
    ///   - expected: The status, of the response and in the document.
    ///   - pointer: Where the value in the body stands that is wrong; the document may name others too.
    ///   - parameter: The parameter of the query that is wrong.
    ///   - code: The word for programs: of that value, or of the document when no place is asked for.
    ///   - sourceLocation: The line of the caller, unless told.
    /// - Returns: The response itself.
    /// - Throws: `ExpectationFailedError`, which the test does not report a second time.
    @discardableResult
    public func expectProblem(
        _ expected: Status, pointer: String? = nil, parameter: String? = nil, code: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> TestResponse {
        try expect(expected, sourceLocation: sourceLocation)
        let contentType = headers[.contentType]
        try #require(
            contentType == "application/problem+json", "\(whole)", sourceLocation: sourceLocation)
        let document = try json(JSON.self, sourceLocation: sourceLocation)
        let places = [("pointer", pointer), ("parameter", parameter)]
            .compactMap { kind, place in place.map { (kind, $0) } }
        for (kind, place) in places {
            let codes = document.codes(ofErrorsAt: place, kind)
            let comment: Comment = "The errors at the \(kind) \(place). \(whole)"
            try #require(!codes.isEmpty, comment, sourceLocation: sourceLocation)
            guard let code else { continue }
            try #require(codes.contains(code), comment, sourceLocation: sourceLocation)
        }
        if let code, places.isEmpty {
            let found = document["code"]
            try #require(found == .string(code), "\(whole)", sourceLocation: sourceLocation)
        }
        return self
    }

    /// Fails the test that called, with the whole response, unless there is no mistake.
    func requireNo(_ mistake: String?, at sourceLocation: SourceLocation) throws {
        try #require(mistake == nil, "\(whole)", sourceLocation: sourceLocation)
    }

    private var whole: String { "The response was:\n\(self)" }
}

extension JSON {
    subscript(name: String) -> JSON? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The codes of the violations at one place, as `Problem` writes them.
    fileprivate func codes(ofErrorsAt place: String, _ kind: String) -> [String] {
        guard case .array(let errors)? = self["errors"] else { return [] }
        return errors.filter { $0[kind] == .string(place) }.map { error in
            if case .string(let code)? = error["code"] { code } else { "" }
        }
    }
}
