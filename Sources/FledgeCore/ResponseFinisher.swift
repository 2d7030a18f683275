// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Logging

/// The last step of every answer, outside all middleware: what must hold whatever the app did.
enum ResponseFinisher {
    static func finish(_ response: inout Response, _ request: Request) {
        if response.hasExtras { setCookies(&response, request) }
        refuseInvalidFields(&response, request)
        if response.hasExtras, let error = response.error {
            // `Response.json` of a value that could not be encoded comes without a body.
            if response.status.code >= 500, response.body.isEmpty {
                let rendered = ErrorResponder.response(to: error, request)
                response.body = rendered.body
                response.headers[.contentType] = rendered.headers[.contentType]
            }
            log(error, response.status, response.failedRequest ?? request)
        }
        removeForbiddenBody(&response, request)
    }

    /// RFC 9110, 5.5: a value that would break the message is never sent, in no form.
    ///
    /// What handlers
    /// set was refused behind their middleware already; this is for what middleware sets.
    private static func refuseInvalidFields(_ response: inout Response, _ request: Request) {
        guard let name = response.headers.firstRefused else { return }
        response = ErrorResponder.response(to: InvalidField(name: name), request)
    }

    private static func setCookies(_ response: inout Response, _ request: Request) {
        guard !response.cookies.isEmpty else { return }
        let isSecure = request.isSecure || !isLocal(request)
        for cookie in response.cookies {
            response.headers.append(cookie.fieldValue(secureDefault: isSecure), for: .setCookie)
        }
        response.cookies = []
    }

    /// Browsers keep `Secure` cookies from plain connections, which only development has.
    private static func isLocal(_ request: Request) -> Bool {
        let authority = request.target.authority ?? request.headers["Host"] ?? ""
        let host = authority.hasPrefix("[") ? authority : String(authority.prefix { $0 != ":" })
        return host == "localhost" || host == "127.0.0.1" || host.hasPrefix("[::1]")
            || host.hasSuffix(".localhost")
    }

    /// RFC 9110, 9.3.2 and 15.3: the answer to HEAD keeps the length and has no body; 204 and 304
    /// have neither; 205 has an empty one.
    private static func removeForbiddenBody(_ response: inout Response, _ request: Request) {
        let code = response.status.code
        if code == 204 || code == 205 || code == 304 || code < 200 {
            response.body = .empty
            response.headers[.contentLength] = nil
        } else if request.isHead {
            response.headers[.contentLength] = response.body.count.map(String.init)
            response.body = .empty
        }
    }

    /// Once for each request, with the cause: what nobody caught, and problems of 500 and above that
    /// have one.
    ///
    /// A 501 or 503 that was thrown on purpose is an answer, not a failure.
    private static func log(_ error: any Error, _ status: Status, _ request: Request) {
        guard status.code >= 500, !(error is CancellationError) else { return }
        let problem = error as? Problem
        guard problem == nil || problem?.cause != nil || status == .internalServerError else {
            return
        }
        let cause = problem?.cause ?? error
        request.logger.error(
            "\(request.method.rawValue) \(request.path) failed",
            metadata: [
                "error": "\(String(reflecting: cause))",
                "status": "\(status.code)",
                "route": "\(request.matchedRoute?.pattern ?? "-")",
            ])
    }
}

extension Response {
    /// The response of a handler, unless it has a field that may not be sent.
    ///
    /// Checked where the handler returns, so that the 500 passes through its middleware like every
    /// other error and has the request id and the CORS fields.
    ///
    /// - Throws: ``InvalidField``
    func vet() throws {
        if let name = headers.firstRefused { throw InvalidField(name: name) }
    }
}

/// A header field that may not be sent.
struct InvalidField: Error, CustomStringConvertible {
    let name: String
    var description: String {
        "The response field '\(name)' was not sent: its name is no token, or its value has control "
            + "characters such as a line break. Check where the value comes from."
    }
}
