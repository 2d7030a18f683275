// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeRouting
public import HTTPTypes
public import NIOCore
import Synchronization

/// The request method: `.get`, `.post`, … or any token.
///
/// The type of swift-http-types.
public typealias Method = HTTPRequest.Method

/// The response status: `.ok`, `.created`, `418`, … The type of swift-http-types.
public typealias Status = HTTPResponse.Status

/// The name of a header field: `.contentType`, `.location`, … The type of swift-http-types.
public typealias FieldName = HTTPField.Name

/// One HTTP request, as a value.
///
/// A request is what a handler or a middleware is given. It is cheap to pass on (one reference),
/// and changing a copy never changes the original:
///
///     func handle(_ request: Request, next: Next) async -> Response {
///         var request = request
///         request[CurrentTenant.self] = tenant
///         return await next(request)
///     }
///
/// A test builds one by hand:
///
///     let request = try Request(.post, "/users?notify=1", body: "{}")
///
/// The target was parsed and checked once, before anything saw it (``RequestTarget``), so
/// middleware, router and handler can never disagree about the path. Nothing is decoded before it
/// is asked for: ``path``, ``query`` and the fields are views over the bytes that came in.
public struct Request: Sendable {
    var storage: Storage

    /// Creates a request by hand, for tests and for calls inside the process.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - target: What stands in the request line, percent-encoded: `/users/1?full=true`.
    ///   - headers: The header fields.
    ///   - body: The body, empty unless told. A string literal is its UTF-8 bytes.
    /// - Throws: ``RequestTarget/ParseError`` when `target` is not one a server may accept.
    public init(
        _ method: Method,
        _ target: String,
        headers: Fields = [:],
        body: Body = .empty
    ) throws(RequestTarget.ParseError) {
        self.init(
            method: method,
            CommonMethod(method),
            target: try RequestTarget(parsing: target, method: method),
            headers: headers
        )
        storage.body = body
    }

    /// Creates a GET request by hand: `try Request("/users")`.
    ///
    /// - Throws: ``RequestTarget/ParseError`` when `target` is not one a server may accept.
    public init(_ target: String, headers: Fields = [:]) throws(RequestTarget.ParseError) {
        try self.init(.get, target, headers: headers)
    }

    /// Creates a request without a body.
    package init(
        method: consuming Method,
        _ commonMethod: CommonMethod?,
        target: consuming RequestTarget,
        version: HTTPVersion = .http11,
        headers: consuming Fields,
        peer: Peer = .process
    ) {
        storage = Storage(
            method: method,
            commonMethod,
            target: target,
            version: version,
            headers: headers,
            peer: peer
        )
    }

    /// The method, such as `.get`.
    public var method: Method { storage.method }

    /// The method as a number, if it is one of those that most requests have.
    package var commonMethod: CommonMethod? { storage.commonMethod }

    /// Whether the method is HEAD.
    package var isHead: Bool { storage.commonMethod == .head }

    /// The parsed request target.
    ///
    /// It never changes on the way through the app.
    public var target: RequestTarget { storage.target }

    /// The path as it was sent, percent-encoded, without the query: `/caf%C3%A9/1`.
    ///
    /// Complexity: makes a `String` at each access.
    public var path: String { storage.target.path }

    /// The pairs of the query string, decoded when they are asked for.
    public var query: Query { storage.target.query }

    /// HTTP/1.0 or HTTP/1.1.
    public var version: HTTPVersion { storage.version }

    /// Whether the connection to this server is encrypted.
    public var isSecure: Bool { storage.peer.isSecure }

    /// The address at the other end of the socket, `nil` for requests made in the process.
    ///
    /// Behind a proxy this is the proxy. Nothing that a client can write is believed here.
    public var remoteAddress: SocketAddress? { storage.peer.address }

    /// When the head of the request had been read, for measuring durations.
    public var received: ContinuousClock.Instant { storage.received }

    /// The header fields.
    public var headers: Fields {
        get { storage.headers }
        set { unshare { $0.headers = newValue } }
    }

    /// The body, read on demand; see ``Body``.
    public var body: Body {
        get { storage.body }
        set { unshare { $0.body = newValue } }
    }

    /// The id that names this request in logs and in problem documents.
    ///
    /// Unique within the process and, by its random start, very likely across processes. The
    /// `RequestID` middleware can take it from a trusted proxy.
    public var id: String {
        get { storage.id ?? RequestSerial.text(storage.serial) }
        set { unshare { $0.id = newValue } }
    }

    /// Typed storage that travels with the request, for what middleware finds out.
    ///
    ///     enum CurrentTenant: RequestKey { typealias Value = Tenant }
    ///     request[CurrentTenant.self] = tenant
    ///
    /// What a middleware stores is seen by everything that it wraps.
    public subscript<Key: RequestKey>(key: Key.Type) -> Key.Value? {
        get { storage.values?[ObjectIdentifier(key)] as? Key.Value }
        set {
            unshare { storage in
                var values = storage.values ?? [:]
                values[ObjectIdentifier(key)] = newValue
                storage.values = values
            }
        }
    }

    /// Notes what answers the request, in one step.
    ///
    /// Without asking whether somebody else holds the request: the server calls it when only the
    /// event of its parser does, which nobody looks at again. Elsewhere, `unshare` it first.
    package func route(
        to scope: any AnyObject & Sendable, _ captures: consuming PathCaptures, bodyLimit: Int
    ) {
        storage.scope = scope
        storage.body.limit = bodyLimit
        storage.captures = captures
    }

    /// Gives the request the body that came behind its head.
    ///
    /// In place and without asking, as ``route(to:_:bodyLimit:)``.
    package func receive(_ body: consuming Body) {
        storage.body = body
    }

    /// Whether it is the very same request, unchanged since it was copied.
    package func isSame(as other: Request) -> Bool { storage === other.storage }

    /// Makes sure that what is changed in place is nobody else's.
    package mutating func unshare() {
        unshare { _ in }
    }

    /// Where the parameters of the matched route stand in the path, in the order of its pattern.
    package var captures: PathCaptures {
        get { storage.captures }
        set { unshare { $0.captures = newValue } }
    }

    /// What FledgeCore attaches: the matched route and, through it, the app.
    package var scope: (any AnyObject & Sendable)? {
        get { storage.scope }
        set { unshare { $0.scope = newValue } }
    }

    /// Copies the storage first when another copy of the request still looks at it.
    private mutating func unshare(_ change: (Storage) -> Void) {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
        change(storage)
    }
}

/// Who sends requests: one for all of a connection, which each of them refers to.
package final class Peer: Sendable {
    /// The other end of the socket.
    package let address: SocketAddress?
    /// Whether they come through TLS.
    package let isSecure: Bool

    /// For requests that are made in the process.
    package static let process = Peer(nil, isSecure: false)

    /// - Parameters:
    ///   - address: The other end of the socket.
    ///   - isSecure: Whether requests come through TLS.
    package init(_ address: SocketAddress?, isSecure: Bool) {
        self.address = address
        self.isSecure = isSecure
    }
}

/// A key of a request's typed storage; see `Request.subscript(_:)`.
public protocol RequestKey {
    /// What is stored under the key.
    associatedtype Value: Sendable
}

/// The protocol version of a request.
public struct HTTPVersion: Sendable, Hashable, CustomStringConvertible {
    /// The number after the dot.
    public let minor: Int

    /// HTTP/1.0.
    public static let http10 = HTTPVersion(minor: 0)
    /// HTTP/1.1.
    public static let http11 = HTTPVersion(minor: 1)

    /// As in the request line: `HTTP/1.1`.
    public var description: String { "HTTP/1.\(minor)" }
}

extension Request {
    /// The one allocation of a request.
    ///
    /// Safe to share between threads because it is written only through `Request`, which makes a
    /// copy whenever the reference is not its own (`unshare`). Copy new fields in `init(copying:)`.
    final class Storage: @unchecked Sendable {
        let method: Method
        let commonMethod: CommonMethod?
        let target: RequestTarget
        let version: HTTPVersion
        let peer: Peer
        let received: ContinuousClock.Instant
        let serial: UInt64
        var headers: Fields
        var body: Body
        var id: String?
        var values: [ObjectIdentifier: any Sendable]?
        var captures = PathCaptures()
        var scope: (any AnyObject & Sendable)?

        init(
            method: consuming Method,
            _ commonMethod: CommonMethod?,
            target: consuming RequestTarget,
            version: HTTPVersion,
            headers: consuming Fields,
            peer: Peer
        ) {
            self.method = method
            self.commonMethod = commonMethod
            self.target = target
            self.version = version
            self.headers = headers
            body = .empty
            self.peer = peer
            received = .now
            serial = RequestSerial.next()
        }

        init(copying other: Storage) {
            method = other.method
            commonMethod = other.commonMethod
            target = other.target
            version = other.version
            peer = other.peer
            received = other.received
            serial = other.serial
            headers = other.headers
            body = other.body
            id = other.id
            values = other.values
            captures = other.captures
            scope = other.scope
        }
    }
}

extension Request {
    /// An id for a request that was refused before it became a `Request`.
    package static func nextID() -> String { RequestSerial.text(RequestSerial.next()) }
}

/// Numbers requests.
///
/// The text is made only when somebody asks for the id.
enum RequestSerial {
    private static let counter = Atomic<UInt64>(0)
    /// Seven digits, and room for one that is written over.
    private static let prefix = digits(UInt32.random(in: 0...0xFFF_FFFF) << 4).littleEndian

    static func next() -> UInt64 {
        counter.wrappingAdd(1, ordering: .relaxed).newValue
    }

    /// Seven random hexadecimal digits of the process and eight of the count: 15 bytes, which Swift
    /// keeps inside the `String` value, without an allocation.
    static func text(_ serial: UInt64) -> String {
        let digits = (
            prefix,
            Self.digits(UInt32(truncatingIfNeeded: serial)).littleEndian
        )
        return String(unsafeUninitializedCapacity: 15) { text in
            let text = UnsafeMutableRawBufferPointer(text)
            // Seven digits of the first; the eighth is written over.
            text.storeBytes(of: digits.0, as: UInt64.self)
            text.storeBytes(of: digits.1, toByteOffset: 7, as: UInt64.self)
            return 15
        }
    }

    /// Eight hexadecimal digits, the first in the lowest byte.
    private static func digits(_ number: UInt32) -> UInt64 {
        var bytes = UInt64(number)
        bytes = (bytes | bytes << 16) & 0x0000_FFFF_0000_FFFF
        bytes = (bytes | bytes << 8) & 0x00FF_00FF_00FF_00FF
        bytes = (bytes | bytes << 4) & 0x0F0F_0F0F_0F0F_0F0F
        // One for each byte above 9; from "9" to "a" it is 39 further than the value says.
        let letters = (bytes &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (bytes &+ 0x3030_3030_3030_3030 &+ letters &* 39).byteSwapped
    }
}
