import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema public enum DeedState: String, Sendable { case draft, awaitingFee, sealed, void }

@Schema public struct Deed: Identifiable, Equatable, Sendable {
    public let id: Int
    public let title: String
    public let owner: String
    public var state: DeedState
    public var pages: Int
    public var changed: Date
}

public enum DeedError: Error, Equatable {
    case unknown(Int)
    case wrongState(DeedState)
}

public protocol DeedStore: Sendable {
    func add(title: String, owner: String, pages: Int, at date: Date) async throws -> Deed
    func find(_ id: Int) async throws -> Deed?
    func all() async throws -> [Deed]
    func save(_ deed: Deed) async throws
}
