import FledgeSchema

@Schema public struct Line: Equatable, Sendable {
    public let name: String
    public let stops: [String]

    public init(name: String, stops: [String]) {
        self.name = name
        self.stops = stops
    }
}

@Schema public struct Departure: Equatable, Sendable {
    public let line: String
    public let stop: String
    /// Minutes after midnight, as planned.
    public let planned: Int
    public var delay: Int
    public var cancelled: Bool

    public enum Punctuality: String, Sendable {
        case onTime = "on time"
        case late, cancelled
    }

    /// When it leaves, if it does.
    public var expected: Int? { cancelled ? nil : planned + delay }

    public var punctuality: Punctuality { cancelled ? .cancelled : delay == 0 ? .onTime : .late }

    public init(line: String, stop: String, planned: Int, delay: Int = 0, cancelled: Bool = false) {
        self.line = line
        self.stop = stop
        self.planned = planned
        self.delay = delay
        self.cancelled = cancelled
    }
}

public enum TransitError: Error, Equatable {
    case noLine(String)
    case noStop(String, on: String)
}
