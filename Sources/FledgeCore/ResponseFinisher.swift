// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Logging

/// The last step of every answer, outside all middleware: what must hold whatever the app did.
enum ResponseFinisher {
    static func finish(_ answer: Response, _ request: Request) -> Response {
        var response = refusingInvalidFields(answer, request)
        if let error = response.error {
            // `Response.json` of a value that could not be encoded comes without a body.
            if response.status.code >= 500, response.body.isEmpty {
                let rendered = ErrorResponder.response(to: error, request)
                response.body = rendered.body
                response.headers[.contentType] = rendered.headers[.contentType]
            }
            log(error, response.status, response.failedRequest ?? request)
        }
        setCookies(&response, request)
        removeForbiddenBody(&response, request)
        return response
    }

    /// RFC 9110, 5.5: a value that would break the message is never sent, in no form.
    private static func refusingInvalidFields(_ response: Response, _ request: Request) -> Response
    {
        guard let name = response.headers.firstRefused else { return response }
        return ErrorResponder.response(to: InvalidField(name: name), request)
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

    /// RFC 9110, 9.3.2 and 15.3.5: the answer to HEAD keeps the length and has no body; 204 and 304
    /// have neither.
    private static func removeForbiddenBody(_ response: inout Response, _ request: Request) {
        let code = response.status.code
        if code == 204 || code == 304 || code < 200 {
            response.body = .empty
            response.headers[.contentLength] = nil
        } else if request.method == .head {
            response.headers[.contentLength] = response.body.count.map(String.init)
            response.body = .empty
        }
    }

    /// Once for each request: uncaught errors with their cause; problems that the app chose to send
    /// only when they are its own fault.
    private static func log(_ error: any Error, _ status: Status, _ request: Request) {
        guard status.code >= 500 else { return }
        let cause = (error as? Problem)?.cause ?? error
        if error is CancellationError { return }
        request.logger.error(
            "\(request.method.rawValue) \(request.path) failed",
            metadata: [
                "error": "\(String(reflecting: cause))",
                "status": "\(status.code)",
                "route": "\(request.matchedRoute?.pattern ?? "-")",
            ])
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
