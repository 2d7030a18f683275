import Fledge
import Racing

@Schema struct Registration {
    @Field(.length(1...80)) var name: String
    @Field(.range(1920...2012)) var born: Int
    @Field(.length(1...80)) var club: String?
    /// What the runner hopes for, in minutes.
    @Field(.range(110...480)) var target: Int
}

@Controller struct RunnerController {
    let runners: RunnerService

    /// Gives a runner a number and a wave to start in.
    @POST func register(body: Registration) async throws -> Created<Runner> {
        var wave = "C"
        if body.target <= 165 {
            wave = "elite"
        } else if body.target <= 210 {
            wave = "A"
        } else if body.target <= 250 {
            wave = "B"
        }
        if wave == "C", body.club != nil { wave = "B" }
        let runner = try await runners.register(
            name: body.name, born: body.born, club: body.club, wave: wave)
        return Created(runner, at: "/runners/\(runner.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Runner { try await runners.find(id) }

    /// The class in which a runner is ranked.
    @GET("/:id/class") func ageClass(id: Int) async throws -> JSON {
        let runner = try await runners.find(id)
        let age = 2026 - runner.born
        let name = age < 20 ? "U20" : age < 35 ? "open" : "M\(age / 5 * 5)"
        return ["runner": .integer(runner.id), "class": .string(name)]
    }
}
