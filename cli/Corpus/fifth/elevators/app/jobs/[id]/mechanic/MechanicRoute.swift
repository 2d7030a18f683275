import Fledge
import FledgeData

@Schema struct MechanicChoice {
    @Field(.length(1...60)) var name: String
}

@Route struct MechanicRoute {
    let jobs: JobService
    let database: Database

    /// Gives a job to a mechanic.
    func PUT(id: Int, body: MechanicChoice) async throws -> Job {
        let job = try await jobs.find(id)
        try await database.transaction { tx in
            try await tx.execute("UPDATE jobs SET mechanic = \(body.name) WHERE id = \(job.id)")
            try await tx.execute(
                "INSERT INTO assignments (job, mechanic) VALUES (\(job.id), \(body.name))")
        }
        return try await jobs.find(id)
    }
}
