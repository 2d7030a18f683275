import Fledge
import Foundation

@Schema struct Patent: Codable, Hashable, Sendable {
    var id: Int
    var title: String
    var country: String
    var filedAt: Date
    var grantedAt: Date?
    var attorney: String?
    var renewedUntil: Date?
}
