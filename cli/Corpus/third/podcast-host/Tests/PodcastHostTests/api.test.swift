import Fledge
import FledgeTesting
import Testing

@testable import PodcastHost

private let v1 = "/api/v1"

@Suite struct APITests {
    private func onAir(_ run: @Sendable (TestClient) async throws -> Void) async throws {
        let services = Services(
            shows: ShowCatalog(), audio: AudioShelf(root: "/tmp/audio"), sessions: Sessions(keys: "ada:k1,bob:k2"),
            isLiveOn: true)
        try await podcasts(services).test { client in
            let ada: Fields = ["Authorization": "Bearer k1"]
            try await client.post("\(v1)/shows", json: ["title": "Bird Talk"], headers: ada).expect(.created)
            try await client.post(
                "\(v1)/shows/bird-talk/episodes", json: ["title": "Swifts", "seconds": 65], headers: ada
            ).expect(.created)
            try await run(client)
        }
    }

    @Test func `a show is a feed, or JSON`() async throws {
        try await onAir { client in
            let url = "\(v1)/shows/bird-talk"
            #expect(try await client.get(url).text.contains("<duration>1:05</duration>"))
            try await client.get(url, headers: ["Accept": "application/json"]).expect(.ok)
            #expect(try await client.get("\(v1)/shows").json([Show].self).count == 1)
        }
    }

    @Test func `only its owner publishes`() async throws {
        try await onAir { client in
            let url = "\(v1)/shows/bird-talk/episodes"
            let episode: JSON = ["title": "Gulls", "seconds": 9]
            for (key, status) in [("Bearer k2", Status.forbidden), ("Bearer zz", .unauthorized), ("k1", .unauthorized)] {
                try await client.post(url, json: episode, headers: ["Authorization": key]).expect(status)
            }
        }
    }

    @Test(arguments: [("1", Status.found), ("1?download", .found), ("0", .seeOther), ("7", .notFound)])
    func `sound is elsewhere`(number: String, status: Status) async throws {
        try await onAir { client in
            let parts = number.split(separator: "?")
            let query = parts.count > 1 ? "?\(parts[1])" : ""
            try await client.get("\(v1)/shows/bird-talk/episodes/\(parts[0])/audio\(query)").expect(status)
        }
    }

    @Test func `a picture is no sound`() async throws {
        try await onAir { client in
            try await client.send(
                .put, "\(v1)/shows/bird-talk/episodes/1/audio",
                headers: ["Content-Type": "multipart/form-data; boundary=b"],
                body: "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
            ).expectProblem(.unsupportedMediaType)
        }
    }
}
