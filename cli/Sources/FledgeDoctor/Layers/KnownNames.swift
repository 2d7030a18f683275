// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Modules and types of Fledge, and of what apps use beside it, by what they are about.
enum KnownNames {
    static let webModules: Set<String> = [
        "Fledge", "FledgeCore", "FledgeHTTP", "FledgeMiddleware", "FledgeServer", "FledgeOpenAPI",
        "FledgeRouting", "FledgeTLS", "HTTPTypes", "NIOHTTP1", "NIOHTTP2", "Hummingbird", "Vapor",
        "AsyncHTTPClient",
    ]

    static let databaseModules: Set<String> = [
        "FledgeData", "FledgeSQLite", "FledgePostgres", "GRDB", "SQLite3", "CSQLite", "CLibPQ",
        "SQLite", "PostgresNIO", "SQLiteNIO", "MySQLNIO", "FluentKit", "Fluent", "RediStack",
        "MongoKitten",
    ]

    /// Types that only the web has.
    ///
    /// ``webWords`` are those whose names may mean something else.
    static let webTypes: Set<String> = [
        "Problem", "ProblemConvertible", "RequestBindable", "AsyncRequestBindable",
        "OptionalRequestBindable", "ResponseConvertible", "AsyncResponseConvertible",
        "SyncMiddleware", "FallbackMiddleware", "UploadedFile", "Multipart", "EventStream",
        "ServerEvent", "HTTPRequest", "HTTPResponse", "HTTPFields", "HTTPField", "HTTPStatus",
        "SetCookie", "Cookies", "MediaType", "EntityTag", "HTTPDate", "RequestTarget",
        "RouteDescription", "RouteInfo", "ByteRange", "AcceptLanguage", "SecurityScheme",
        "HandlerInput", "ControllerRoutes", "HTTPMethod", "HTTPHeaders", "HTTPResponseStatus",
        "ParameterValue", "MultipartError", "BodyWriter", "EventWriter", "HTTPVersion",
        "SecurityHeaders", "StaticFiles", "RequestKey", "FieldName",
    ]

    /// Words of the web that a domain may have too: a survey has responses, a library requests.
    static let webWords: Set<String> = [
        "Request", "Response", "Created", "Redirect", "Header", "Cookie", "HTML", "Fields", "Body",
        "Query", "Status", "Router", "Route", "Controller", "Middleware", "App", "Accept",
        "Preconditions", "Next", "Accepted", "NoContent",
    ]

    /// What makes a type one of the routes' when it conforms to it.
    static let webProtocols: Set<String> = [
        "Middleware", "SyncMiddleware", "AsyncMiddleware", "FallbackMiddleware", "RequestBindable",
        "AsyncRequestBindable", "OptionalRequestBindable", "ResponseConvertible", "ParameterValue",
        "AsyncResponseConvertible", "ProblemConvertible", "Controller", "RouteDescribing",
    ]

    static let databaseTypes: Set<String> = [
        "Database", "DatabaseQueue", "DatabasePool", "DatabaseReader", "DatabaseWriter",
        "PostgresClient", "PostgresConnection", "SQLiteConnection", "Connection", "OpaquePointer",
        "SQLDatabase",
    ]

    /// Types that speak with the world outside of the process.
    static let outgoing: Set<String> = [
        "URLSession", "URLRequest", "HTTPClient", "HTTPClientRequest", "ClientBootstrap",
        "DatagramBootstrap", "NWConnection", "Subprocess", "Process", "GRPCClient", "AWSClient",
        "APNSClient", "FileHandle", "FileDescriptor", "InputStream", "OutputStream", "SerialPort",
    ]
    private static let outgoingSuffixes = ["Client", "Connection", "Socket", "Bootstrap"]

    /// Whether a type that the app does not declare speaks with the world outside, and is no database.
    static func isOutgoing(_ type: String) -> Bool {
        outgoing.contains(type)
            || type.hasSuffix(of: outgoingSuffixes) && !databaseTypes.contains(type)
    }

    static let serviceSuffixes = [
        "Service", "UseCase", "Interactor", "Policy", "Engine", "Calculator", "Pricing", "Rules",
    ]
    static let storeSuffixes = [
        "Store", "Repository", "Storage", "DAO", "Gateway", "Table", "Queries",
    ]
    static let routeSuffixes = [
        "Controller", "Route", "Routes", "Middleware", "Presenter", "Page", "View", "Handlers",
        "DTO", "Payload",
    ]
    /// What runs by itself: it uses services and is none.
    static let runnerSuffixes = [
        "Worker", "Job", "Command", "Scheduler", "Task", "Settings", "Configuration", "Config",
        "Options", "Flags", "Secrets", "Keys",
    ]

    /// What a type conforms to that is a value: compared, sent, shown.
    static let valueProtocols: Set<String> = [
        "Codable", "Encodable", "Decodable", "Equatable", "Hashable", "Comparable", "Identifiable",
        "Error", "LocalizedError", "RawRepresentable", "CustomStringConvertible", "Sequence",
        "Collection", "IteratorProtocol", "OptionSet", "CaseIterable", "AsyncSequence",
        "ExpressibleByStringLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByArgument",
        "AsyncParsableCommand", "ParsableCommand",
    ]
}

extension String {
    func hasSuffix(of suffixes: [String]) -> Bool {
        suffixes.contains { hasSuffix($0) && count > $0.count }
    }
}
