// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes
import Hummingbird
import Logging

/// What Fledge's `RequestID` does.
struct RequestName<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.requestID] = context.id
        return response
    }
}

/// What Fledge's `RequestLog` does: one line, with the id and the route.
struct LogLine<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let (seconds, attoseconds) = start.duration(to: .now).components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        context.logger.info(
            "\(request.method.rawValue) \(request.uri.path) \(response.status.code) \(microseconds)us",
            metadata: [
                "request-id": "\(context.id)", "route": "\(context.endpointPath ?? "")",
            ])
        return response
    }
}

/// What Fledge's `SecurityHeaders` does for an answer that is no document.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        return response
    }

    private static var fields: [(HTTPField.Name, String)] { securityFields }
}

/// Outside the generic type, which can have no stored constant.
private let securityFields: [(HTTPField.Name, String)] = [
    (.xContentTypeOptions, "nosniff"),
    (.referrerPolicy, "no-referrer"),
    (.crossOriginResourcePolicy, "same-origin"),
    (.frameOptions, "SAMEORIGIN"),
]

extension HTTPField.Name {
    static let requestID = named("X-Request-ID")
    static let referrerPolicy = named("Referrer-Policy")
    static let frameOptions = named("X-Frame-Options")

    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}

/// Takes each line and drops it: the work of making it is measured, the work of a disk is not.
struct NullSink: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
