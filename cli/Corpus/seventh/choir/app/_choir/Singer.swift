import FledgeSchema
import Foundation

@Schema enum Voice: String { case S, A, T, B }

@Schema struct Singer: Hashable, Sendable {
    var id: Int
    var name: String
    var voice: String
    /// Centimetres.
    var height: Int
}

@Schema struct NewSinger: Sendable {
    var name: String
    var voice: String
    var height: Int
}

@Schema struct Attendance: Sendable {
    var day: Date
    var present: Bool
}

enum ChoirError: Error { case unknown }
