import Fledge

@Schema struct Invoice: Equatable {
    var job: Int
    var cents: Int
}

struct Invoicing: Sendable {
    var centsPerWord = ["pl": 9, "fr": 11]

    func invoice(for job: Job) throws -> Invoice {
        guard job.state == .delivered else {
            throw Problem(.conflict, "Job \(job.id) is not delivered.", code: "too_early")
        }
        return Invoice(job: job.id, cents: job.words * (centsPerWord[job.to] ?? 10))
    }
}
