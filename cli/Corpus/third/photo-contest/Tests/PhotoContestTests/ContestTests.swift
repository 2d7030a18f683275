import Fledge
import FledgeTesting
import Testing

@testable import PhotoContest

@Suite struct ContestTests {
    let fixture = Fixture()

    @Test func `everything can be looked at`() async throws {
        try await fixture.run { client in
            for path in ["photos", "photos/1", "ranking", "ranking/live", "photos?page=-3&size=x"] {
                try await client.ask(.get, "/" + path, .ok)
            }
            try await client.ask(.get, "/ranking", .ok, headers: ["Accept": "text/plain"])
            try await client.ask(.delete, "/photos/1", .noContent)
            try await client.ask(.delete, "/photos/1", .notFound)
        }
    }

    @Test func `the same photo is entered once`() async throws {
        try await fixture.run { client in
            try await client.post("/photos", json: Fixture.photo("00")).expect(.ok)
            try await client.post("/photos", json: Fixture.photo("01")).expect(.created)
            try await client.post("/photos", json: Fixture.photo("02")).expectProblem(.tooManyRequests)
        }
    }

    @Test func `a seat is needed for a vote`() async throws {
        try await fixture.run { client in
            let votes = "/photos/1/votes"
            try await client.post(votes, json: ["points": 7], headers: ["Cookie": "voter=x"]).expect(.ok)
            try await client.post(votes, json: ["points": 7], headers: ["Cookie": "voter=y"])
                .expectProblem(.conflict, code: "full")
            try await client.post(votes, json: ["points": 7]).expectProblem(.unauthorized)
        }
    }

    @Test func `organisers begin a round`() async throws {
        try await fixture.run { client in
            try await client.ask(.post, "/rounds/next", .forbidden)
            try await client.ask(.post, "/rounds/next", .ok, headers: ["X-Admin": "a"])
        }
        #expect(await fixture.rounds.weight() == 2)
    }

    @Test func `later rounds weigh more`() async throws {
        let jury = Jury(rounds: fixture.rounds, seats: 2)
        _ = try await jury.vote(Vote(points: 2), on: 1, by: "x")
        _ = await fixture.rounds.next()
        _ = try await jury.vote(Vote(points: 2), on: 2, by: "x")
        #expect(await jury.ranking() == [Ranked(photo: 2, points: 4), Ranked(photo: 1, points: 2)])
    }

    @Test func `what was withdrawn is gone`() async throws {
        let sut = fixture.gallery
        await #expect(throws: ContestError.noPhoto(9)) { try await sut.withdraw(9) }
        #expect(await sut.slice(0, 10).1 == 0)
    }
}
