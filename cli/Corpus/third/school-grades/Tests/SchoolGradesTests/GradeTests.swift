import Fledge
import FledgeTesting
import Testing

@testable import SchoolGrades

@Suite struct GradeTests {
    let book = GradeBook(limit: 2)

    private func enter(_ marks: (Int, Int)...) async throws {
        for (mark, weight) in marks {
            _ = try await book.enter(NewGrade(pupil: "Ada", subject: "Maths", mark: mark, weight: weight))
        }
    }

    @Test func `an exam counts twice`() async throws {
        try await enter((1, 2), (4, 1))
        let writer: any ReportWriter = TermReport()
        let report = writer.report(on: try await book.of("Ada"))
        #expect(report == [ReportLine(subject: "Maths", mark: 2, passed: true)])
    }

    @Test func `there are enough grades at some time`() async throws {
        try await enter((1, 1), (1, 1))
        await #expect(throws: GradeError.tooMany(subject: "Maths")) { try await enter((1, 1)) }
    }

    @Test(arguments: ["", "/report", "/report?format=csv", "/report?format=txt"])
    func `a pupil's grades can be read`(rest: String) async throws {
        try await school(Staffroom(grades: book)).test { client in
            try await client.post("/grades", json: ["pupil": "Ada", "subject": "Maths", "mark": 2])
                .expect(.created)
            try await client.get("/grades/Ada\(rest)").expect(.ok)
            try await client.get("/grades/Bob\(rest)").expectProblem(.notFound)
        }
    }
}
