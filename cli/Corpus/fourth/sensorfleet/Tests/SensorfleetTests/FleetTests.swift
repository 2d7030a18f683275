import Fledge
import FledgeTesting
import SensorfleetServices
import Testing

@testable import Sensorfleet

@Suite struct FleetTests {
    @Test func `a full page tells where to go on`() async throws {
        try await makeApp(Services()).test { client in
            for _ in 0..<3 {
                try await client.post("/fleet/devices", json: ["model": "T1"]).expect(.created)
                try await client.post("/fleet/alerts", json: ["text": "cold"]).expect(.created)
            }
            let devices = try await client.get("/fleet/devices").expect(.ok)
            #expect(devices.headers["X-Next"] == "c_2")
            let last = try await client.get("/fleet/devices?cursor=c_2")
            #expect(try last.json([Device].self).count == 1)
            let alerts = try await client.get("/fleet/alerts").expect(.ok)
            #expect(alerts.headers["X-Next"] == "c_2")
            try await client.get("/fleet/alerts?from=zz").expectProblem(.badRequest)
        }
    }

    @Test func `a device with little battery waits`() async throws {
        let controller = DeviceController(devices: DeviceService())
        let id = try await controller.enroll(body: NewDevice(model: "T1")).value.id
        #expect(try await controller.firmware(id: id, version: 6).status == .ok)
        #expect(try await controller.firmware(id: id, version: 7).status == .noContent)
        #expect(try await controller.heartbeat(id: id, body: Heartbeat(battery: 12))?.battery == 12)
        #expect(try await controller.firmware(id: id, version: 6).status == .noContent)
    }

    @Test func `the PIN opens a session`() async throws {
        let controller = SessionController(sessions: SessionService(pin: "0815"))
        let answer = try await controller.login(body: Login(pin: "0815"))
        #expect(answer.cookies.first?.value == "s1")
        await #expect(throws: Problem.self) {
            try await controller.login(body: Login(pin: "4711"))
        }
    }
}
