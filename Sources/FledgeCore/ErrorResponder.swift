// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import NIOCore

/// Turns every error into the one shape of error answers.
package enum ErrorResponder {
    /// The response for `error`, with the error itself in `response.error` for who logs it.
    package static func response(to error: any Error, _ request: Request) -> Response {
        let problem = problem(for: error, request)
        var response = rendered(problem, request)
        response.headers.merge(problem.headers)
        response.error = error
        response.failedRequest = request
        return response
    }

    /// Errors that do not say what they mean over HTTP are a 500, and only in development with the cause.
    private static func problem(for error: any Error, _ request: Request) -> Problem {
        if let known = error as? any ProblemConvertible { return known.problem }
        if error is CancellationError {
            return Problem(.serviceUnavailable, "The request was cancelled before it was answered.")
        }
        guard request.route?.app.showsInternals == true else {
            return Problem(.internalServerError, "The server could not answer this request.")
        }
        return Problem(
            .internalServerError,
            "Uncaught \(type(of: error)): \(error)",
            extensions: ["development": true]
        )
    }

    /// The response to an error of a body of which nothing has been sent.
    ///
    /// The response with that body has come through the middleware already, so it keeps what they
    /// added (its id, CORS fields, cookies) and loses what described the body.
    package static func response(
        to error: any Error, insteadOf unsent: Response, _ request: Request
    ) -> Response {
        var response = response(to: error, request)
        ResponseFinisher.finish(&response, request)
        var headers = unsent.headers
        for name in describingFields { headers[name] = nil }
        headers.merge(response.headers)
        if let vary = unsent.headers[.vary] { headers[.vary] = vary + ", Accept" }
        response.headers = headers
        return response
    }

    private static let describingFields: [FieldName] = [
        .acceptRanges, .cacheControl, .contentDisposition, .contentEncoding, .contentLanguage,
        .contentLength, .contentLocation, .contentRange, .contentType, .eTag, .expires,
        .lastModified, .location,
    ]

    private static func rendered(_ problem: Problem, _ request: Request) -> Response {
        if ErrorPage.isPreferred(by: request) {
            return ErrorPage.response(for: problem, request)
        }
        return response(for: problem, requestID: request.id)
    }

    /// The document of a problem, for answers to what never became a request.
    package static func response(for problem: Problem, requestID: String) -> Response {
        let document = problem.document(requestID: requestID)
        var response = Response(problem.status, body: JSONCoding.text(document))
        response.headers[.contentType] = "application/problem+json"
        // The other form of the answer is a page.
        response.headers[.vary] = "Accept"
        return response
    }
}
