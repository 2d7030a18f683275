import Fledge

@Route struct JobsRoute {
    let jobs: JobService

    /// Books a move.
    func POST(body: NewJob) async throws -> Created<Job> {
        guard !body.name.isEmpty, body.name.count <= 80, (1...12).contains(body.rooms),
            body.floors < 30
        else {
            throw Problem(.unprocessableContent, "Check name, rooms and floors.", code: "invalid")
        }
        try requirePhone(body.phone)

        let hours = body.rooms * 2 + body.floors / 2
        var price = hours * 14_500 + max(0, body.kilometres - 20) * 180
        let weekday = Calendar(identifier: .gregorian).component(.weekday, from: body.day)
        if weekday == 1 || weekday == 7 { price = price * 125 / 100 }

        let job = try await jobs.book(body, price: price)
        return Created(job, at: "/api/jobs/\(job.id)")
    }
}
