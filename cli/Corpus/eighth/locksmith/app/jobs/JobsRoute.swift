import Fledge

@Route struct JobsRoute {
    let jobs: JobService

    /// What nobody drives to yet.
    func GET() async -> [Job] {
        await jobs.open()
    }

    /// Takes a call.
    func POST(body: NewJob) async throws -> Created<Job> {
        guard body.postcode.count == 4, Int(body.postcode) != nil else {
            throw Problem(.unprocessableContent, "A postcode has four digits.", code: "postcode")
        }
        guard body.hour >= 0, body.hour < 24 else {
            throw Problem(.unprocessableContent, "The hour is 0 to 23.", code: "hour")
        }
        let job = await jobs.add(body)
        return Created(job, at: "/jobs/\(job.id)")
    }
}
