import Fledge
import Timetable

@Schema struct Delay {
    @Field(.range(0...600)) var minutes: Int
}

@Route struct DelayRoute {
    let departures: DepartureService

    func PUT(line: String, body: Delay) async throws -> Response {
        try await departures.report(delay: body.minutes, of: line)
        return Response(.noContent)
    }
}
