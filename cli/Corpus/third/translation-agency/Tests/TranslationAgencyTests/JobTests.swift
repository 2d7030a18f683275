import Fledge
import FledgeTesting
import Testing

@testable import TranslationAgency

actor Outbox: Mailer {
    var mails: [String] = []
    func tell(_ name: String, _ text: String) { mails.append("\(name) \(text)") }
}

@Suite struct JobTests {
    let outbox = Outbox()
    let desk = JobDesk(board: MemoryBoard())
    var sut: JobController {
        JobController(jobs: desk, pool: TranslatorPool(people: TranslatorPool.staff), mailer: outbox)
    }

    private func polish(_ words: Int = 100) async throws -> Job {
        try await sut.create(body: NewJob(client: "ACME", from: "en", to: "pl", words: words)).value
    }

    @Test func `a job goes to who knows both languages`() async throws {
        let job = try await polish()
        #expect(try await sut.assign(id: job.id).translator == "Iga")
        #expect(await outbox.mails == ["Iga Job 1: 100 words"])
        #expect(await sut.index(state: .assigned).count == 1)
        #expect(try await sut.show(id: 1).state == .assigned)
    }

    @Test func `a job is assigned once`() async throws {
        let job = try await polish()
        _ = try await desk.assign(job.id, to: "Iga")
        await #expect(throws: JobError.notOpen(1)) { try await desk.assign(job.id, to: "Luc") }
    }

    @Test func `the same language twice is no job`() async throws {
        try await agency(Deps(mailer: outbox)).test { client in
            try await client.post(
                "/jobs", json: NewJob(client: "A", from: "en", to: "en", words: 1)
            ).expectProblem(.unprocessableContent, pointer: "/to", code: "same")
        }
    }

    @Test func `volumes and workloads are told`() async throws {
        let job = try await polish(2001)
        _ = try await sut.assign(id: job.id)
        let people = TranslatorController(pool: sut.pool, jobs: desk)
        #expect(await people.workload(name: "Iga").days == 2)
        let invoices = InvoiceController(jobs: desk, invoices: Invoicing())
        #expect(await invoices.volume(client: "ACME").summary == "en>pl: 2001")
        #expect(people.speaking(language: "fr").map(\.name) == ["Luc"])
    }

    @Test func `a delivered job has a price, and nobody else speaks Polish`() throws {
        let job = Job(id: 7, client: "A", from: "en", to: "pl", words: 100, state: .delivered)
        #expect(try Invoicing().invoice(for: job).cents == 900)
        #expect(TranslatorPool(people: TranslatorPool.staff).speaking("pl").count == 1)
    }
}
