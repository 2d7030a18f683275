// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import FledgeTesting
import FledgeTestingTLS
import HTTPTypes
import Testing

@Suite struct DepthTests {
    @Test(arguments: TestDepth.allCases + [.tls])
    func `one test body runs at every depth`(depth: TestDepth) async throws {
        let app = App(mode: .test)
        app.post("/echo") { request in
            Response.text("\(request.isSecure) \(try await request.text())")
        }
        try await app.test(depth) { client in
            let answer = try await client.send(.post, "/echo", body: "hello")
            #expect(answer.text == "\(depth == .tls) hello")
            try await client.get("/nowhere").expectProblem(.notFound)
        }
    }

    @Test func `depths are told apart by their names`() {
        #expect(Set(TestDepth.allCases + [.tls, .tls]).count == 3)
        #expect(TestDepth.allCases == [.inProcess, .loopback])
        #expect(TestDepth.tls.description == "TLS")
    }
}
