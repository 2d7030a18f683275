import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import EventRSVP

@Suite(.database(migrations: "migrations")) struct EventTests {
    @Test func `an event fills up`() async throws {
        let events = Services(database: try TestDatabase.current).events
        let party = try await events.add(NewEvent(title: "Party", start: 100, seats: 2))
        #expect(try await events.reply(["ada", "bob"], to: party.id) == 0)
        await #expect(throws: EventError.full) { try await events.reply(["eve"], to: party.id) }
        #expect(try await events.find(party.id) == party)
        #expect(try await events.list(after: 101).isEmpty)
    }

    @Test func `people answer, and calendars are read`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            try await client.post("/events", json: ["title": "Tea, cake", "start": 1500, "seats": 9] as JSON).expect(.created)
            try await client.post("/events/1/rsvp", json: ["guests": ["ada"]]).expect(.accepted)
            try await client.post("/events/1/rsvp", json: ["guests": [""]])
                .expectProblem(.unprocessableContent, code: "guest")
            #expect(try await client.get("/events/1/calendar.ics").text.contains("SUMMARY:Tea\\, cake"))
            #expect(try await client.get("/calendar?from=0").text.contains("DTSTART:1T010000Z"))
            try await client.get("/events?after=0").expect(.ok)
            try await client.post(
                "/webhooks/mail", json: ["recipient": "a@b.c", "event": 1] as JSON, headers: ["X-Token".field: "mail-token"]
            ).expect(.noContent)
        }
    }

    @Test func `each reminder is due once`() async {
        let planner = ReminderPlanner()
        let event = Event(id: 1, title: "Tea", start: 10_000, seats: 2)
        #expect(await planner.due(event, at: 9_000) == [10_080, 1_440])
        #expect(await planner.due(event, at: 9_000) == [])
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
