import Foundation

/// Whoever is to be told that an eye test is due.
public protocol Recalls: Sendable {
    func due(on day: Date) async -> [String]
}

/// Two years after the last eye test, one for those beyond sixty.
public struct RecallService: Recalls {
    let visits: [(name: String, age: Int, last: Date)]

    public init(visits: [(name: String, age: Int, last: Date)]) {
        self.visits = visits
    }

    public func due(on day: Date) async -> [String] {
        visits
            .filter { day.timeIntervalSince($0.last) >= ($0.age > 60 ? 365 : 730) * 86_400 }
            .map(\.name)
    }
}
