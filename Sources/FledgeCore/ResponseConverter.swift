// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeJSON
import HTTPTypes
import NIOCore

/// Chooses, once for a route, how its results become responses.
///
/// The choice is made on the type when the route is registered, so a request pays no dynamic cast.
enum ResponseConverter<Result>: Sendable {
    case sync(Sync)
    /// For results that have to wait: see ``AsyncResponseConvertible``.
    case async(Async)

    // Safe, both: the closures capture types and other converters, and no values.
    struct Sync: @unchecked Sendable {
        let convert: (Result, Request) throws -> Response
    }

    struct Async: @unchecked Sendable {
        let convert: (Result, Request) async throws -> Response
    }

    static func now(_ convert: @escaping (Result, Request) throws -> Response) -> Self {
        .sync(Sync(convert: convert))
    }

    static func later(_ convert: @escaping (Result, Request) async throws -> Response) -> Self {
        .async(Async(convert: convert))
    }
}

extension ResponseConverter where Result: Encodable {
    static func make() -> ResponseConverter {
        if let own = Result.self as? any ResponseConvertible.Type { return opened(own) }
        if let own = Result.self as? any AsyncResponseConvertible.Type { return opened(own) }
        if let optional = Result.self as? any OptionalResult.Type { return unwrapping(optional) }
        if Result.self == String.self {
            // Safe: they are the same type. A cast would look that up for each request.
            return .now { value, _ in .text(unsafeBitCast(value, to: String.self)) }
        }
        if let own = Result.self as? any SchemaType.Type { return schema(own) }
        return .now { value, _ in try .encoded(value) }
    }

    private static func schema<Own: SchemaType>(_: Own.Type) -> ResponseConverter {
        // Safe: as above.
        .now { value, _ in try .encoded(unsafeBitCast(value, to: Own.self)) }
    }

    private static func opened<Own: ResponseConvertible>(_: Own.Type) -> ResponseConverter {
        .now { value, request in
            // Safe: `Own` is the dynamic value of `Result.self`, so both are the same type.
            try unsafeBitCast(value, to: Own.self).response(for: request)
        }
    }

    private static func opened<Own: AsyncResponseConvertible>(_: Own.Type) -> ResponseConverter {
        .later { value, request in
            // Safe: as above.
            try await unsafeBitCast(value, to: Own.self).response(for: request)
        }
    }

    private static func unwrapping<Value: OptionalResult>(_: Value.Type) -> ResponseConverter {
        switch Value.converter {
        // Safe: as above, in both cases.
        case .sync(let inner):
            .now { try inner.convert(unsafeBitCast($0, to: Value.self), $1) }
        case .async(let inner):
            .later { try await inner.convert(unsafeBitCast($0, to: Value.self), $1) }
        }
    }
}

/// `Optional` of something that can be a response: `nil` is a 404.
protocol OptionalResult {
    static var converter: ResponseConverter<Self> { get }
}

extension Optional: OptionalResult where Wrapped: Encodable {
    static var converter: ResponseConverter<Self> {
        switch ResponseConverter<Wrapped>.make() {
        case .sync(let inner): .now { try inner.convert(present($0, $1), $1) }
        case .async(let inner): .later { try await inner.convert(present($0, $1), $1) }
        }
    }

    private static func present(_ value: Self, _ request: Request) throws -> Wrapped {
        guard let value else { throw AutomaticAnswer.notFound(request) }
        return value
    }
}

extension Endpoint {
    /// Calls a handler that does not wait.
    ///
    /// Its result may have to.
    static func make<Result>(
        _ converter: ResponseConverter<Result>,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) -> Endpoint {
        switch converter {
        case .sync(let inner): .sync { try inner.convert(handler($0), $0) }
        case .async(let inner): .async { try await inner.convert(handler($0), $0) }
        }
    }

    /// Calls a handler that waits.
    static func make<Result>(
        _ converter: ResponseConverter<Result>,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) -> Endpoint {
        switch converter {
        case .sync(let inner): .async { try inner.convert(await handler($0), $0) }
        case .async(let inner): .async { try await inner.convert(await handler($0), $0) }
        }
    }
}

extension Response {
    static func encoded(_ value: some Encodable) throws -> Response {
        Response(headers: .json, body: try JSONCoding.encode(value))
    }

    static func encoded(_ value: some SchemaType) throws -> Response {
        Response(headers: .json, body: try JSONCoding.encode(value))
    }
}
