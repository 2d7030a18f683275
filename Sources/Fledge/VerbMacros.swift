// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

// What stands on a handler. The macros expand to nothing: `@Route` and `@Controller` read them.

/// Answers GET requests with this method, and HEAD requests without the body.
///
///     @GET("/:id", name: "user") func show(id: User.ID) async throws -> User { … }
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro GET(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers POST requests with this method.
///
///     @POST("/:id/avatar", body: .mebibytes(20), use: RequireLogin())
///     func upload(id: User.ID, body: Body) async throws { … }
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro POST(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers PUT requests with this method.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro PUT(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers PATCH requests with this method.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro PATCH(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers DELETE requests with this method.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro DELETE(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers QUERY requests with this method: like GET, with a body that says what is asked.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro QUERY(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers HEAD requests with this method; without one, GET answers them.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro HEAD(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")

/// Answers OPTIONS requests with this method; without one, they get 204 with `Allow`.
///
/// - Parameters:
///   - path: The pattern below the path of the struct; empty for that path itself.
///   - name: A name for building URLs to it.
///   - body: The largest body it takes, if not `Limits.body`.
///   - middleware: Middleware around this handler only, outermost first.
@attached(peer)
public macro OPTIONS(
    _ path: String = "",
    name: String? = nil,
    body: ByteCount? = nil,
    use middleware: any Middleware...
) = #externalMacro(module: "FledgeMacros", type: "VerbMacro")
