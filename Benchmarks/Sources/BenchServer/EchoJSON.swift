// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Reads any JSON and writes it back: for a suite of documents that asks a running server.
///
/// All limits are on. Of equal names the last counts: RFC 8259 leaves that open, and the suite at
/// nst/JSONTestSuite wants such documents taken.
func mountEchoJSON(on app: App) {
    app.post("/echo-json") { request async throws in
        let body = try await request.body.collect()
        do throws(DecodingFailure) {
            return try JSONReader.decode(
                JSON.self, from: Array(body.readableBytesView),
                options: JSONReader.Options(duplicateNames: .keepLast))
        } catch {
            switch error {
            case .malformed(let mistake):
                throw Problem(.badRequest, "\(mistake)", code: mistake.kind.rawValue)
            case .invalid(let violations):
                throw Problem(violations)
            }
        }
    }
}
