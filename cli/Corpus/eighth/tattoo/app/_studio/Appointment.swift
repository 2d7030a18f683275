import Fledge
import Foundation

@Schema struct Appointment: Codable, Hashable, Sendable, Identifiable {
    @Schema enum State: String, Codable, Sendable { case asked, confirmed, done }

    var id: Int
    var artist: String
    var client: String
    var from: Date
    var until: Date
    var state: State = .asked
    var paid: Int = 0
}

@Schema struct NewAppointment: Sendable {
    @Field(.length(2...40)) var artist: String
    @Field(.length(1...80)) var client: String
    @Field(.email) var email: String
    var from: Date
    var until: Date
}

@Schema struct Sketch: Codable, Hashable, Sendable {
    var appointment: Int
    var title: String
    var bytes: Int
}

enum StudioError: Error, Equatable {
    case noAppointment(Int)
    case noArtist(String)
    case busy(String)
    case wrongState(Appointment.State)
}
