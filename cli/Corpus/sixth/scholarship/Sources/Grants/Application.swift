import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One student's request for money.
@Schema public struct Application: Identifiable, Equatable, Sendable {
    public let id: Int
    public var student: String
    public var grade: Double
    public var householdIncome: Int
    public var siblings: Int
    public var requested: Int
    public var state: State
    public var submitted: Date

    @Schema public enum State: String, Sendable { case draft, submitted, granted, refused }
}

/// What a student fills in.
@Schema public struct NewApplication: Sendable {
    @Field(.length(1...120)) public var student: String
    @Field(.range(1.0...6.0)) public var grade: Double
    @Field(.range(0...10_000_000)) public var householdIncome: Int
    @Field(.range(0...20)) public var siblings: Int = 0
    public var requested: Int
    public var iban: String
}
