import Fledge
import Foundation

/// Something that somebody left in a tram.
@Schema struct Item: Codable, Hashable, Sendable {
    var id: Int
    var kind: String
    var colour: String
    var line: Int
    var foundAt: Date
    var owner: String?
}

@Schema struct FoundItem: Sendable {
    @Field(.length(2...40)) var kind: String
    @Field(.length(2...40)) var colour: String
    @Field(.range(1...99)) var line: Int
}

/// An answer of the office to a claim; nothing of HTTP.
struct Response: Equatable, Sendable {
    enum Verdict: String, Sendable { case handedOver, proofNeeded, gone }
    let item: Int
    let verdict: Verdict
    let fee: Int
}

enum OfficeError: Error, Equatable {
    case noItem(Int)
    case handedOver(Int)
}
