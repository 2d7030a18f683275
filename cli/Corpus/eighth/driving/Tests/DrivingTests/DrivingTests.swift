import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import Driving

@Suite struct DrivingTests {
    let noon = Date(timeIntervalSince1970: 1_770_000_000)
    let ada = Learner(
        id: "ada", name: "Ada Hill", email: "ada@example.com",
        permitUntil: Date(timeIntervalSince1970: 1_800_000_000))

    func lesson(_ kind: Lesson.Kind = .town, minutes: Int = 90) -> NewLesson {
        NewLesson(
            learner: "ada", kind: kind, startsAt: noon.addingTimeInterval(18 * 3600),
            minutes: minutes)
    }

    @Test func `a learner enrols and books`() async throws {
        let services = Services(now: { noon })
        try await makeApp(services).test { client in
            try await client.post("/learners", json: ada).expect(.created)
            try await client.post("/lessons", json: lesson()).expect(.created)
            let card = try await client.get("/lessons/1").expect(.ok)
            #expect(try card.member("title") == "Ada: town")
            let next = try await client.get("/lessons/next/ada").expect(.ok)
            #expect(try next.member("state") == "booked")
            let progress = try await client.get("/learners/ada").expect(.ok)
            #expect(try progress.member("mayTakeExam") == false)
        }
    }

    @Test func `without an address nobody enrols`() async throws {
        var wrong = ada
        wrong.email = "ada"
        await #expect(throws: Problem.self) {
            try await LearnersRoute(lessons: LessonService()).POST(body: wrong)
        }
    }

    @Test func `the motorway waits`() async throws {
        let services = Services(now: { noon })
        await services.lessons.enrol(ada)
        try await makeApp(services).test { client in
            try await client.post("/lessons", json: lesson(.motorway))
                .expectProblem(.conflict, code: "too_early")
            try await client.post("/lessons", json: lesson(minutes: 50))
                .expectProblem(.unprocessableContent)
        }
    }

    @Test func `calling off late costs something`() async throws {
        let services = Services(now: { noon })
        await services.lessons.enrol(ada)
        let booked = await services.lessons.book(lesson())
        let route = LessonRoute(lessons: services.lessons, now: services.now)
        #expect(try await route.DELETE(id: booked.id).fee == 90)
    }

    @Test func `a day has as many seats as it has`() async throws {
        try await makeApp(Services(seats: ["2026-03-02": 1])).test { client in
            let headers: Fields = [.contentType: "application/x-www-form-urlencoded"]
            try await client.send(.post, "/exams", headers: headers, body: "day=2026-03-02")
                .expect(.created)
            try await client.send(.post, "/exams", headers: headers, body: "day=2026-03-02")
                .expect(.conflict)
        }
    }
}
