import Fledge
import FledgeTesting
import Foundation
import RadioCore
import Testing

@testable import Radio

struct Crowd: Audience {
    var count: Int?

    func listeners() async throws -> Int {
        guard let count else { throw CancellationError() }
        return count
    }
}

@Suite struct RadioTests {
    let tracks = TrackLibrary(["A": 1800, "B": 1800, "C": 61])
    let day = Date(timeIntervalSince1970: 1_772_323_200)

    @Test func `a playlist is made, found by slug and arranged`() async throws {
        let controller = PlaylistController(playlists: PlaylistService(library: tracks))
        let made = try await controller.create(body: NewPlaylist(show: "Late Show", airs: day))
            .value
        #expect(try await controller.show(ref: made.slug) == made)
        #expect(try await controller.show(ref: "1") == made)
        await #expect(throws: Problem.self) {
            try await controller.create(body: NewPlaylist(show: "Other", airs: day))
        }
        let tag = Header("\"1\"")
        let arranged = try await controller.arrange(
            id: 1, ifMatch: tag, body: Arrangement(tracks: ["A", "B"]))
        #expect(arranged.revision == 2)
        await #expect(throws: Problem.self) {
            try await controller.arrange(id: 1, ifMatch: tag, body: Arrangement(tracks: ["A"]))
        }
        await #expect(throws: RadioError.tooLong(minutes: 2)) {
            try await controller.arrange(
                id: 1, ifMatch: Header("\"2\""), body: Arrangement(tracks: ["A", "B", "C"]))
        }
    }

    @Test func `days out of order and foreign cursors are refused`() async throws {
        try await makeApp(Services(tracks: tracks, listeners: Crowd()), hookSecret: "s").test {
            client in
            try await client.get("/playlists?from=2026-03-02&until=2026-03-01")
                .expectProblem(.badRequest, code: "order")
            try await client.get("/playlists?cursor=x").expectProblem(.badRequest, code: "cursor")
            try await client.get("/playlists?from=2026-03-01").expect(.ok)
        }
    }

    @Test func `the studio says what is on`() async throws {
        let services = Services(tracks: tracks, listeners: Crowd(count: 7))
        try await makeApp(services, hookSecret: "s").test { client in
            try await client.post(
                "/playlists", json: ["show": "Noon", "airs": "2026-03-01T12:00:00Z"]
            )
            .expect(.created)
            let text = "1\nSong of the day"
            let signed: Fields = ["X-Signature": Signature.of(text, secret: "s")]
            try await client.send(.post, "/hooks/started", headers: signed, body: Body(text))
                .expect(.accepted)
            try await client.send(
                .post, "/hooks/started", headers: ["X-Signature": "0"], body: Body(text)
            )
            .expectProblem(.unauthorized)
            try await client.get("/onair").expect(json: [
                "show": "Noon", "title": "Song of the day",
            ])
            try await client.get("/onair/listeners").expect(json: ["count": 7])
        }
    }
}
