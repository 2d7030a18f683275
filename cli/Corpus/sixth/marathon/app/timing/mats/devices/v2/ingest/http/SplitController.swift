import Fledge
import Racing

@Controller struct SplitController {
    let runners: RunnerService
    let splits: SplitService

    /// A timing mat has seen a chip.
    @POST func record(body: Split) async throws -> Created<Split> {
        let runner = try await runners.find(body.runner)
        let earlier = try await splits.splits(of: runner.id)
        if body.kilometre >= 21, body.seconds > body.kilometre * 510 {
            throw Problem(.conflict, "The sweep car has passed.", code: "closed")
        }
        if let last = earlier.last,
            body.seconds - last.seconds < (body.kilometre - last.kilometre) * 150
        {
            throw Problem(.conflict, "Nobody runs that fast.", code: "too_fast")
        }
        try await splits.record(body)
        return Created(body)
    }

    @GET("/:runner/pace") func pace(runner: Int) async throws -> JSON? {
        try await splits.pace(of: runner).map { ["secondsPerKilometre": .integer($0)] }
    }
}
