import Fledge
import FledgeTesting
import Testing

@testable import ClinicSlots

@Suite struct ClinicTests {
    let store = SlotStore()

    private func withClinic(_ body: (TestClient, Services) async throws -> Void) async throws {
        await store.save(Slot(id: 1, doctor: "who", start: 2000))
        await store.save(Slot(id: 2, doctor: "who", start: 3500))
        let services = Services(store: store, now: { 1000 })
        try await makeApp(services: services).test { try await body($0, services) }
    }

    @Test func `a slot is booked once`() async throws {
        try await withClinic { client, services in
            try await client.post("/slots/1/book", json: ["patient": "ada"]).expect(.created)
            try await client.post("/slots/1/book", json: ["patient": "bob"]).expectProblem(.conflict, code: "taken")
            try await client.get("/slots/1").expect(.ok)
            try await client.get("/slots?doctor=who").expect(json: [["day": 2, "hours": ["10:20"]]])
            try await client.get("/patients/ada/calendar").expect(json: [["day": 1, "hours": ["9:20"]]])
            #expect(try await services.slots.open(doctor: "who").count == 1)
        }
    }

    @Test func `the later it is cancelled the more it costs`() async throws {
        try await withClinic { client, services in
            let receipt = try await SlotController(slots: services.slots).cancel(id: 1)
            #expect(receipt.fee == 4_500)
        }
    }

    @Test func `a slot moves to a free one`() async throws {
        try await withClinic { _, services in
            let moved = try await services.slots.move(1, to: 2)
            #expect(moved.id == 2)
            await #expect(throws: SlotError.missing) { try await services.slots.release(9) }
        }
    }

    @Test func `a patient needs a phone`() async throws {
        try await withClinic { client, services in
            try await client.post("/patients", json: ["name": "ada", "phone": "12"])
                .expectProblem(.unprocessableContent)
            try await client.post("/patients", json: ["name": "ada", "phone": "031 123 45"]).expect(.created)
            try await client.get("/patients/ada").expect(.ok)
            #expect(try await services.patients.find("ada")?.phone == "03112345")
        }
    }
}
