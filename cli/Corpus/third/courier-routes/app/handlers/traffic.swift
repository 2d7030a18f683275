import Dispatch
import Fledge

@Schema struct TrafficReport {
    @Field(.length(5)) var zip: String
    @Field(.range(0...240)) var delay: Int
}

/// What the traffic service tells us.
func trafficHook(_ req: Request, _ planner: Planner, _ key: String?) async throws -> Response {
    guard let key, req.headers["X-Hook-Key"] == key else {
        throw Problem(.unauthorized, "Wrong key.")
    }
    let report = try await req.json(TrafficReport.self)
    await planner.delay(report.zip, minutes: report.delay)
    return Response(.noContent)
}
