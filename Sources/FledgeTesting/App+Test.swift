// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

extension App {
    /// Builds the app and runs `body` with a client for it.
    ///
    /// What the traits of the test ask for is built in: `.capturedLogs` gets what the app logs, and
    /// `.fixedIDs` names its requests.
    ///
    /// - Parameters:
    ///   - depth: In the process, unless told.
    ///   - body: The test. What it throws ends the test.
    /// - Returns: What `body` returns.
    /// - Throws: ``SetupError`` when the app is not well put together, and what `body` throws.
    public func test<Result: Sendable>(
        _ depth: TestDepth = .inProcess,
        _ body: (TestClient) async throws -> Result
    ) async throws -> Result {
        // The server's tasks inherit nothing of the test's, so what they need is built in here.
        let ids = FixedIDs.ofTest
        let app = try build(
            logger: CapturedLogs.ofTest?.logger ?? logger,
            inside: ids == nil ? [] : [FixedRequestID()])
        let transport = try await depth.start(app)
        do {
            let result = try await body(TestClient(transport: transport, ids: ids))
            await transport.stop()
            return result
        } catch {
            await transport.stop()
            throw error
        }
    }
}
