// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeCore

/// Placeholder until the server lands.
package final class HTTPServer: Sendable {
    package var port: Int { 0 }
    package static func start(_ app: BuiltApp, host: String, port: Int) async throws -> HTTPServer { HTTPServer() }
    package func stop() async throws {}
}
