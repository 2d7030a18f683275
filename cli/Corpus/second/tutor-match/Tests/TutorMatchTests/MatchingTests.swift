import Fledge
import FledgeTesting
import Testing

@testable import TutorMatch

@Suite struct MatchingTests {
    let school = School()

    @Test func `the cheaper of two equals is better`() async throws {
        let tutors = Tutors(school: school)
        _ = await tutors.join(NewTutor(name: "Ada", subjects: ["Maths"], rate: 6_000))
        let bob = await tutors.join(NewTutor(name: "Bob", subjects: ["Maths"], rate: 5_000))
        let matching = Matching(school: school)
        #expect(try await matching.best(for: Wish(subject: "maths", rate: 7_000)) == bob)
        await #expect(throws: Problem.self) { try await matching.best(for: Wish(subject: "maths", rate: 10)) }
        #expect(await tutors.list(subject: "maths").count == 2)
        #expect(await tutors.find(2) == bob)
    }

    @Test func `a bill has a discount from 500 on`() async {
        #expect(await Invoicing(school: school).total(for: "eve") == 0)
    }

    @Test func `a tutor joins and is matched`() async throws {
        try await makeApp(services: Services(school: school)).test { client in
            try await client.post("/tutors", json: ["name": "Ada", "subjects": ["Maths"], "rate": 6000] as JSON).expect(.created)
            try await client.get("/tutors?subject=maths").expect(.ok)
            try await client.get("/tutors/1").expect(.ok)
            try await client.get("/tutors/7").expectProblem(.notFound)
            try await client.post("/tutors/match", json: ["subject": "Maths", "rate": 9000] as JSON).expect(.ok)
            try await client.post("/tutors/match", json: ["subject": "Greek", "rate": 9000] as JSON)
                .expectProblem(.notFound, code: "no_tutor")
        }
    }
}
