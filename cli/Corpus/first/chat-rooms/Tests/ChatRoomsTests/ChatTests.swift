import Fledge
import FledgeTesting
import Testing

@testable import ChatRooms

@Suite struct ChatTests {
    let services = Services(store: ChatStore(), now: { 100 })

    @Test func `three pins stay`() async throws {
        let room = try await services.rooms.open(NewRoom(name: "birds"), by: "ada")
        for message in 1...4 { try await services.rooms.pin(message, in: room.id) }
        #expect(try await PinsRoute(rooms: services.rooms).GET(id: room.id) == [2, 3, 4])
        #expect(try await services.rooms.find(room.id)?.moderators == ["ada"])
    }

    @Test func `who is banned says nothing`() async throws {
        let room = Room(id: 1, name: "birds", banned: ["eve"])
        await #expect(throws: Problem.self) {
            try await services.messages.send(NewMessage(text: "hi"), in: room, by: "eve")
        }
        #expect(try await services.messages.list(in: 1, before: nil, limit: 5).isEmpty)
    }

    @Test func `a room is opened and talked in`() async throws {
        try await services.sessions.start("ada", token: "t")
        try await makeApp(services: services).test { client in
            var ada = client
            ada.headers[.authorization] = "Bearer t"
            try await client.post("/api/rooms", json: ["name": "birds"]).expectProblem(.unauthorized)
            try await ada.post("/api/rooms", json: ["name": "birds", "slowMode": 10] as JSON).expect(.created)
            try await ada.post("/api/rooms/1/messages", json: ["text": "hi"]).expect(.created)
            try await client.get("/api/rooms/1/messages?limit=1").expect(.ok)
            try await client.get("/api/rooms").expect(.ok)
            try await services.sessions.drop("t")
            #expect(try await services.sessions.find("t") == nil)
        }
    }
}
