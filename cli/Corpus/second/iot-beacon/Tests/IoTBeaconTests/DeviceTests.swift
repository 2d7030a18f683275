import Fledge
import FledgeTesting
import IoTBeaconCore
import Testing

@testable import IoTBeacon

@Suite struct DeviceTests {
    let hub = Hub(registry: InMemoryRegistry())
    var app: App { makeApp(telemetry: hub, provisioning: Provisioner(registry: hub.registry)) }

    @Test func `a device is provisioned and reports`() async throws {
        try await app.test { client in
            try await client.post("/devices/provision", json: ["serial": "AB000002", "model": "indoor"]).expect(.created)
            try await client.post("/devices/ab/readings", json: [["celsius": 20, "battery": 50]] as JSON).expect(.noContent)
            try await client.send(.post, "/devices/ab/readings", headers: [.contentType: "text/plain"], body: "t=90 b=4")
                .expect(.accepted)
            try await client.get("/devices/ab").expect(json: ["celsius": 90, "battery": 4])
            try await client.get("/devices/xy").expectProblem(.notFound)
        }
    }

    @Test func `alarms are told as events`() async throws {
        let controller = DeviceController(telemetry: hub, provisioning: Provisioner(registry: hub.registry))
        let stream = controller.alarms()
        #expect(stream.response(for: try Fledge.Request("/devices/alarms")).status == .ok)
    }

    @Test func `a line that is no reading is told by its number`() throws {
        #expect(try ReadingLines.parse("t=1 b=2\nt=3 b=4").count == 2)
        #expect(throws: Problem.self) { try ReadingLines.parse("t=1 b=2\nx") }
    }
}
