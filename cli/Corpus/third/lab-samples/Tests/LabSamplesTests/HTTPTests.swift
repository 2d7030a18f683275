import Fledge
import FledgeTesting
import Lab
import Testing

@testable import LabSamples

@Suite struct HTTPTests {
    enum Place: String, CaseIterable {
        case sample = "/samples/12345674"
        case values = "/samples/12345674/results"
        case analyser = "/analysers/A1"
    }

    private func withSample(_ run: @Sendable (TestClient) async throws -> Void) async throws {
        try await lab(.live(analysers: "A1"), sharedKey: "k").test { client in
            let sample: JSON = ["barcode": "12345674", "material": "blood", "analytes": ["HB"], "hours": 1]
            try await client.post("/samples", json: sample).expect(.created)
            try await run(client)
        }
    }

    @Test(arguments: Place.allCases) func `it is there`(place: Place) async throws {
        try await withSample { client in try await client.get(place.rawValue).expect(.ok) }
    }

    @Test func `an analyser works until there is nothing`() async throws {
        try await withSample { client in
            for status in [Status.ok, .noContent] {
                try await client.send(.post, "/analysers/A1/next").expect(status)
            }
        }
    }

    @Test(arguments: [("12345674|HB|9000|g/dl", 200), ("x", 422), ("x\n12345674|HB|9000|g/dl", 207)])
    func `partners send lines`(text: String, status: Int) async throws {
        try await withSample { client in
            let answer = try await client.send(.post, "/inbound", headers: ["X-Key": "k"], body: .init(text))
            #expect(answer.status.code == status)
            try await client.send(.post, "/inbound", body: .init(text)).expectProblem(.unauthorized)
        }
    }
}
