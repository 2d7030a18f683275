import Fledge
import Foundation

@Schema struct AlarmSignal {
    @Field(.pattern("^E-[0-9]{4}$")) var elevator: String
}

@Route struct AlarmRoute {
    let alarms: AlarmService

    /// Called by the modem in the cabin.
    func POST(body: AlarmSignal) async throws -> Response {
        let job = try await alarms.pressed(in: body.elevator, at: Date())
        return Response.json(job, status: .accepted)
    }
}
