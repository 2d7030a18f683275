import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import Tattoo

@Suite struct TattooTests {
    let body: JSON = [
        "artist": "Mika", "client": "Ada", "email": "ada@example.com",
        "from": "2026-05-01T10:00:00Z", "until": "2026-05-01T12:00:00Z",
    ]

    @Test func `a date is asked for and paid`() async throws {
        try await makeApp(Services()).test { client in
            try await client.post("/appointments", json: body).expect(.created)
            try await client.post("/appointments", json: body).expectProblem(
                .conflict, code: "busy")
            let event: JSON = ["kind": "paid", "reference": "A-1", "francs": 50]
            try await client.post("/hooks/payments", json: event).expectProblem(.unauthorized)
            let signed: Fields = ["X-Signature": "test-secret"]
            try await client.post("/hooks/payments", json: event, headers: signed)
                .expect(.noContent)
            let shown = try await client.get("/appointments/1").expect(.ok)
            #expect(try shown.member("state") == "confirmed")
        }
    }

    @Test func `a week has more than a day`() async throws {
        try await makeApp(Services()).test { client in
            try await client.post("/appointments", json: body).expect(.created)
            let day = try await client.get("/appointments?day=2026-04-28").json([Appointment].self)
            #expect(day.isEmpty)
            let week = try await client.get("/appointments?day=2026-04-28&week=1&artist=Mika")
                .json([Appointment].self)
            #expect(week.count == 1)
        }
    }

    @Test func `it ends after it begins, and with somebody who works here`() async throws {
        let noon = Date(timeIntervalSince1970: 1_770_000_000)
        let controller = AppointmentController(appointments: Services().appointments)
        let wrong = NewAppointment(
            artist: "Mika", client: "Ada", email: "a@example.com", from: noon, until: noon)
        await #expect(throws: Problem.self) { try await controller.ask(body: wrong) }
        var stranger = wrong
        stranger.artist = "Nobody"
        stranger.until = noon.addingTimeInterval(3600)
        await #expect(throws: StudioError.noArtist("Nobody")) {
            try await controller.ask(body: stranger)
        }
    }

    @Test func `a sketch is an image`() async throws {
        try await makeApp(Services()).test { client in
            try await client.post("/appointments", json: body).expect(.created)
            try await client.get("/appointments/1/sketches").expect(json: [])
            let headers: Fields = [.contentType: "multipart/form-data; boundary=x"]
            let form =
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nSwan\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n123\r\n--x--\r\n"
            try await client.send(
                .post, "/appointments/1/sketches", headers: headers, body: Body(form)
            ).expect(.created)
        }
    }
}
