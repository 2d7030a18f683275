import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import SchoolGrades

@Suite struct OfficeTests {
    private func day(_ day: Double) -> Date { Date(timeIntervalSince1970: day * 86_400) }

    @Test func `nobody is away at exams`() async throws {
        let office = AbsenceOffice(exams: day(10)...day(12))
        let sut = AbsenceController(absences: office)
        let wish = NewRequest(pupil: "Ada", from: day(1), until: day(2), header: "Wedding")
        #expect(try await sut.file(body: wish).location == "/absences/1")
        #expect(try await sut.decide(id: 1, body: Decision(status: .granted)).status == .granted)
        #expect(await sut.list(pupil: "Bob").isEmpty)
        await #expect(throws: AbsenceError.exams) {
            try await office.file(NewRequest(pupil: "Ada", from: day(9), until: day(11), header: "Ill"))
        }
    }

    @Test func `a survey has a mean`() async throws {
        let box = SurveyBox()
        #expect(await box.mean(1) == nil)
        try await school(Staffroom(surveys: box)).test { client in
            let route = "surveys"
            for score in [3, 4] {
                try await client.post("/\(route)", json: ["question": 1, "score": .integer(score)]).expect(.noContent)
            }
            #expect(try await client.get("/\(route)/1/mean").text == "3.5")
            try await client.get("/\(route)").expect(.ok)
        }
    }
}
