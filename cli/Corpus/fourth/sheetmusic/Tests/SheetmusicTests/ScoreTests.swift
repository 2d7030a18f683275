import Fledge
import FledgeTesting
import SheetmusicServices
import Testing

@testable import Sheetmusic

@Suite struct ScoreTests {
    let services = Services(scores: InMemoryScores())
    let ada = Singer(name: "Ada")

    private func upload(_ text: String) async throws -> Score {
        try await ScoresRoute(scores: services.scores).upload(
            singer: ada,
            body: ScoreUpload(
                title: "Ave verum", composer: "Byrd",
                file: UploadedFile(name: "a.pdf", bytes: Array(text.utf8)))
        ).value
    }

    @Test func `a score is put in and read`() async throws {
        let score = try await upload("%PDF-1.7")
        #expect(try await ScoreRoute(scores: services.scores).GET(id: score.id) == score)
        #expect(try await ScoresRoute(scores: services.scores).list(composer: "Byrd").count == 1)
        let pdf = try await PDFRoute(scores: services.scores)
            .GET(id: score.id, download: true, singer: ada)
        #expect(pdf.headers[.contentDisposition] == "attachment; filename=\"Ave_verum.pdf\"")
    }

    @Test func `what is no PDF is not taken`() async {
        await #expect(throws: Problem.self) { try await upload("<html>") }
    }

    @Test func `a change needs the version`() async throws {
        _ = try await upload("%PDF-1.7")
        try await makeApp(services).test { client in
            let change: JSON = ["title": "Ave verum corpus"]
            try await client.patch("/scores/1", json: change).expectProblem(.preconditionRequired)
            try await client.patch("/scores/1", json: change, headers: [.ifMatch: "\"1\""])
                .expect(.ok)
            try await client.patch("/scores/1", json: change, headers: [.ifMatch: "\"1\""])
                .expectProblem(.preconditionFailed, code: "changed")
        }
    }

    @Test func `the report counts and the licence ends`() async throws {
        for _ in 0..<30 { try await services.scores.lend(1, to: "Ada") }
        await #expect(throws: ScoreError.tooManyLoans) {
            try await services.scores.lend(1, to: "Ada")
        }
        try await makeApp(services).test { client in
            let csv = try await client.get("/readers", headers: [.accept: "text/csv"])
            #expect(csv.text == "singer,count\nAda,31")
        }
    }
}
