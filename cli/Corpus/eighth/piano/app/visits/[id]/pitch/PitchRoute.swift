import Fledge
import PianoCore

@Schema struct PitchReading: Sendable {
    @Field(.range(380...470)) var hertz: Double
}

@Route struct PitchRoute {
    let visits: VisitService

    /// The pitch at which a piano was left.
    func PUT(id: Int, body: PitchReading) async throws -> Visit {
        try await visits.record(body.hertz, for: id)
    }
}
