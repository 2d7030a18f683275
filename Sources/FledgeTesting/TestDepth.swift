// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeCore

/// How deep a test goes.
///
///     @Test(arguments: TestDepth.allCases)
///     func `a user can be found`(depth: TestDepth) async throws {
///         try await app.test(depth) { client in … }
///     }
///
/// FledgeTestingTLS adds `.tls`: `@Test(arguments: TestDepth.allCases + [.tls])`.
public struct TestDepth: Sendable, Hashable, CustomStringConvertible, CaseIterable {
    /// For test names.
    public let description: String
    let start: @Sendable (BuiltApp) async throws -> any TestTransport

    /// Creates a further depth.
    ///
    /// - Parameters:
    ///   - name: What it is known by; two of one name are the same.
    ///   - start: Begins to serve an app, and gives what carries requests to it.
    package init(
        _ name: String, start: @escaping @Sendable (BuiltApp) async throws -> any TestTransport
    ) {
        description = name
        self.start = start
    }

    /// Requests are handed to the app as values: no sockets, no bytes.
    public static let inProcess = TestDepth("in process") { InProcessTransport(app: $0) }
    /// Requests go through the real server, over a socket on 127.0.0.1 and a free port.
    public static let loopback = TestDepth("loopback") { try await LoopbackTransport.start($0) }

    /// Both, for `@Test(arguments: TestDepth.allCases)`.
    public static let allCases = [inProcess, loopback]

    /// Whether two have the same name.
    public static func == (left: TestDepth, right: TestDepth) -> Bool {
        left.description == right.description
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(description)
    }
}
