import Fledge

@Controller struct JobController {
    let jobs: JobDesk
    let pool: TranslatorPool
    let mailer: any Mailer

    @GET func index(state: JobState?) async -> [Job] {
        let all = await jobs.all()
        return state.map { wanted in all.filter { $0.state == wanted } } ?? all
    }

    @POST func create(body: NewJob) async throws -> Created<Job> {
        let job = await jobs.accept(body)
        return Created(job, at: "/jobs/\(job.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Job { try await jobs.find(id) }

    /// Finds somebody for the job.
    @POST("/:id/assignment") func assign(id: Int) async throws -> Job {
        let job = try await jobs.find(id)
        let open = await jobs.all().filter { $0.state == .assigned }
        // Whoever knows both languages and has the fewest words on the desk, at most 20 000.
        let best = pool.people
            .filter { $0.languages.contains(job.from) && $0.languages.contains(job.to) }
            .map { person in
                (person, open.filter { $0.translator == person.name }.reduce(0) { $0 + $1.words })
            }
            .filter { $0.1 + job.words <= 20_000 }
            .min { $0.1 < $1.1 }
        guard let best else { throw JobError.nobody("\(job.from)-\(job.to)") }
        let assigned = try await jobs.assign(id, to: best.0.name)
        try await mailer.tell(best.0.name, "Job \(id): \(job.words) words")
        return assigned
    }
}

extension JobError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .missing(let id): Problem(.notFound, "There is no job \(id).")
        case .notOpen(let id): Problem(.conflict, "Job \(id) is taken.", code: "taken")
        case .nobody(let pair): Problem(.conflict, "Nobody is free for \(pair).", code: "nobody")
        }
    }
}
