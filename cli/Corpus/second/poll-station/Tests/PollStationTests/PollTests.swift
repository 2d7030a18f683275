import Fledge
import FledgeTesting
import Testing

@testable import PollStation

@Suite struct PollTests {
    @Test func `three thirds make a hundred`() async throws {
        let services = Services()
        let poll = try await services.polls.open(NewPoll(question: "?", options: ["a", "b", "c"]))
        for (voter, option) in ["x": "a", "y": "b", "z": "c"] {
            try await services.polls.vote(option, in: poll.id, by: voter)
        }
        #expect(try await services.count.result(of: poll.id).map(\.percent) == [34, 33, 33])
        #expect(try await services.count.voters(of: "a", in: poll.id) == 1)
        await #expect(throws: PollError.votedAlready) { try await services.polls.vote("b", in: 1, by: "x") }
    }

    @Test func `a poll is opened, voted in, counted and closed`() async throws {
        try await makeApp(services: Services()).test { client in
            let path = "/api/v1/polls"
            try await client.post(path, json: ["question": "Tea?", "options": ["yes", "no"]]).expect(.created)
            let vote = try await client.post("\(path)/1/votes", json: ["option": "yes"]).expect(.accepted)
            #expect(vote.headers[.setCookie]?.hasPrefix("voter=") == true)
            try await client.post("\(path)/1/votes", json: ["option": "maybe"])
                .expectProblem(.unprocessableContent, code: "option")
            let bars = try await client.get("\(path)/1/result", headers: [.accept: "text/plain"])
            #expect(bars.text.hasPrefix("yes ####"))
            try await client.get("\(path)/1/options/yes/voters").expect(json: ["voters": 1])
            try await client.delete("\(path)/1").expect(.noContent)
            try await client.post("\(path)/1/votes", json: ["option": "no"]).expectProblem(.gone, code: "closed")
            #expect(try await client.get("\(path)/1").member("isOpen") == false)
            try await client.get(path).expect(.ok)
        }
    }
}
